"""Two readers of QR codes by others, which share no line: ZXing's, and ZBar's program."""

from __future__ import annotations

from pathlib import Path

import zxingcpp
from PIL import Image
from programs import run

_NOTHING = 4  # what zbarimg ends with where it finds no code


def zxing(image: Image.Image) -> list[str]:
    """What ZXing reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(image.convert("RGB"))]


def zbar(file: Path) -> list[str]:
    """What ZBar reads in a picture's file."""
    only_codes = ("-Sdisable", "-Sqrcode.enable")
    said = run("zbarimg", "--quiet", "--nodbus", "--raw", *only_codes, file, codes=(0, _NOTHING))
    return said.split()


def both(file: Path) -> set[tuple[str, ...]]:
    """What both read: one answer, if they agree."""
    with Image.open(file) as image:
        return {tuple(zxing(image)), tuple(zbar(file))}
