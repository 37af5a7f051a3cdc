"""What a reader of a PDF finds: its words through ToUnicode, where they stand, and its fonts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

Codes = tuple[dict[int, str], list[float]]


@dataclass(frozen=True)
class Shown:
    """Words shown in one go, and where their pen starts (pt, y upwards) and ends."""

    text: str
    x: float
    y: float
    end: float
    size: float


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def fonts(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every font dictionary of the file."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            yield item


def shown(page: Any, forms: bool = False) -> Iterator[Shown]:
    """The words of a page in the order in which they are drawn, without the blanks that lines end with.

    Those of its forms come only if asked for.
    """
    resources = page["/Resources"]
    size, x, y, font, text, advance = 0.0, 0.0, 0.0, "", "", 0.0
    known: dict[str, Codes] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            font, size = str(operands[0]), float(operands[1])
            if font not in known:
                known[font] = codes(resources["/Font"][font])
        elif name == "Tm":
            x, y, text, advance = float(operands[4]), float(operands[5]), "", 0.0
        elif name == "TJ":
            text, advance = _read(known[font], operands[0])
        elif name == "ET" and text.strip():
            yield Shown(text, x, y, x + advance * size / 1000, size)
        elif name == "Do" and forms:
            form = resources["/XObject"][str(operands[0])]
            if form["/Subtype"] == "/Form":
                yield from shown(form, forms)


def words(document: pikepdf.Pdf, forms: bool = True) -> str:
    """All words of the file, blanks as single spaces."""
    text = " ".join(piece.text for page in document.pages for piece in shown(page.obj, forms))
    return re.sub(r"\s+", " ", text)


def codes(font: Any) -> Codes:
    """What each code of a font reads as, and how far it goes in thousandths of an em, from code 1 on."""
    return mapping(font), [float(width) for width in font["/DescendantFonts"][0]["/W"][1]]


def _read(font: Codes, array: Any) -> tuple[str, float]:
    """The text of an array without the blank that its line ends with, and how far it goes."""
    mapped, widths = font
    text, advance, blank = "", 0.0, 0.0
    for part in array:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            for code in (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)):
                text += mapped[code]
                advance += widths[code - 1]
                blank = widths[code - 1] if mapped[code] == " " else 0.0
        else:
            advance -= float(part)
    return text.removesuffix(" "), advance - blank


def mapping(font: Any) -> dict[int, str]:
    """The text that each code of a font reads as."""
    cmap = font["/ToUnicode"].read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap.split("endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
