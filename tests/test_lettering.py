"""Text in drawings, in the fonts that a brand has: drawn as resvg draws it with the same fonts, or a fault.

Each file of `lettering/` is a drawing; a comment of those called `fault-` has what is told of them.
"""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import resvg_py
from PIL import Image

from builder.brand.read import read_brand
from builder.brand.supplied import supplied_fonts
from builder.brand.svg import read
from builder.brand.svg.faults import WrongArt
from builder.brand.svg.read import drawing, read_art
from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.geometry.box import Box
from builder.layout.art import drawn
from builder.media import Font
from builder.output.brands import EASEL
from builder.render.pixels.paint import paint_exactly

FILES = sorted((Path(__file__).parent / "lettering").glob("*.svg"))
FAULTY = [path for path in FILES if path.name.startswith("fault-")]
WIDTH, HEIGHT = 1200, 300
FAR, MOST = 90, 0.004  # of 255, and the share of pixels that may be off by more
FONTS = supplied_fonts()


def by_resvg(path: Path) -> Image.Image:
    files = [str(font.path) for font in FONTS]
    png = resvg_py.svg_to_bytes(
        svg_string=path.read_text("utf-8"), width=WIDTH, font_files=files, skip_system_fonts=True
    )
    page = Image.new("RGBA", (WIDTH, HEIGHT), "white")
    page.alpha_composite(Image.open(io.BytesIO(bytes(png))).convert("RGBA"))
    return page.convert("RGB")


@pytest.mark.parametrize("path", sorted(set(FILES) - set(FAULTY)), ids=lambda path: path.stem)
def test_text_is_drawn_in_the_fonts_of_the_brand(path: Path) -> None:
    art = read_art(path, path.name, FONTS)
    whole = Box(0, 0, WIDTH, HEIGHT)
    frame = Frame(WIDTH, HEIGHT, "px", (Fill(whole, Color(255, 255, 255)), *drawn(art, whole)), "en")
    own, wanted = (np.asarray(each).astype(int) for each in (paint_exactly(frame).image(), by_resvg(path)))
    assert (wanted < 128).any()
    assert (abs(own - wanted).max(axis=2) > FAR).mean() <= MOST


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_text_that_is_not_drawn_is_told_at_its_line(path: Path) -> None:
    said = re.search(r"<!-- (.*?) -->", path.read_text("utf-8"))
    with pytest.raises(WrongArt) as wrong:
        read_art(path, path.name, FONTS)
    told = [f"fault {fault.line}:{fault.column} {fault.message}" for fault in wrong.value.faults]
    assert said
    assert told == said[1].split("; ")
    assert all("into outlines" in fault.hint for fault in wrong.value.faults)


def test_a_drawing_is_known_by_the_letters_in_it(tmp_path: Path) -> None:
    path = tmp_path / "name.svg"
    text = "<text y='9' font-family='Ours'>Swifts</text>"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 10">{text}</svg>', "utf-8")
    regular, bold = (
        next(font for font in FONTS if (font.weight, font.italic) == (weight, False)) for weight in (400, 700)
    )
    one, other = (read_art(path, "name", (called(font, "Ours"),)) for font in (regular, bold))
    assert one.digest != other.digest
    assert one.shapes != other.shapes


def test_forms_alone_are_drawn_once_for_all_brands(monkeypatch: pytest.MonkeyPatch) -> None:
    times, real = list[Any](), read._drawn
    monkeypatch.setattr(read, "_drawn", lambda *asked: times.append(asked) or real(*asked))
    soft = '<filter id="soft"><feGaussianBlur stdDeviation="2"/></filter>'
    plain, blurred = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 51 11">{parts} width="9" height="8"/></svg>'
        for parts in ("<rect", f'{soft}<rect filter="url(#soft)"')
    )
    one, other = (drawing(plain.encode(), *brand) for brand in ((FONTS, EASEL), ((), None)))
    assert (one, len(times)) == (other, 1)
    assert drawing(blurred.encode(), (), EASEL).effects
    with pytest.raises(WrongArt):
        drawing(blurred.encode(), (), None)


def called(font: Font, family: str) -> Font:
    return Font(font.name, family, 400, False, font.digest, font.path)


def test_a_brands_logo_is_lettered_in_its_own_fonts(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(Path(__file__).parent / "brands/navy", tmp_path / "brand"))
    family = read_brand(folder, "brand").fonts[0].family
    text = f'<text y="80" font-size="60" font-weight="700" font-family="{family}">Swifts</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{text}</svg>'
    for name in ("logos/wide.svg", "logos/other.svg", "art/name.svg"):
        (folder / name).write_text(svg, "utf-8")
    brand = read_brand(folder, "brand")
    (shape,) = brand.art["art/name.svg"].shapes
    assert len(shape.commands) > 50
    assert (shape,) in [drawing.shapes for drawing in brand.logos["main"].drawings]
    assert "other.svg" in brand.logo_files
