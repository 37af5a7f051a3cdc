"""Art of thousands of forms is drawn once, as a picture that words may stand beside."""

import shutil
from pathlib import Path

import pytest

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.geometry.box import Box
from builder.geometry.curves import covers, flattened
from builder.layout.art import drawn
from builder.output.brands import EASEL
from builder.render.pixels.paint import paint_exactly

BRANDS = Path(__file__).parent / "brands"


def crowd(color: str) -> str:
    """Six hundred squares in the lower left half."""
    squares = (
        f'<path d="M{column * 10} {row * 10}h8v8h-8z" fill="{color if not column else "#003456"}"/>'
        for row in range(40)
        for column in range(40)
        if column <= row
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">{"".join(squares)}</svg>'


def brand_with(root: Path, svg: str) -> Brand:
    folder = root / "brand"
    shutil.copytree(BRANDS / "navy", folder)
    (folder / "art").mkdir(exist_ok=True)
    (folder / "art/crowd.svg").write_text(svg, "utf-8")
    return read_brand(folder, "brand", easel=EASEL)


def test_it_is_one_picture_and_told(tmp_path: Path) -> None:
    brand = brand_with(tmp_path, crowd("#fedcba"))
    art = brand.art["art/crowd.svg"]
    assert len(art.shapes) == 1
    (told,) = (problem for problem in brand.problems if "crowd.svg" in problem.message)
    assert told.message.startswith("`art/crowd.svg` has 820 forms, so it is drawn as a picture")
    assert told.place
    assert (told.severity, told.place.file) == ("warning", "brand/art/crowd.svg")
    frame = Frame(
        400, 400, "px", (Fill(Box(0, 0, 400, 400), Color(255, 255, 255)), *drawn(art, art.view)), ""
    )
    seen = paint_exactly(frame).image()
    for at, color in (
        ((4, 4), (0xFE, 0xDC, 0xBA)),
        ((104, 304), (0x00, 0x34, 0x56)),
        ((304, 104), (255,) * 3),
    ):
        assert seen.getpixel(at) == pytest.approx(color, abs=6)


def test_words_may_stand_where_nothing_of_it_is(tmp_path: Path) -> None:
    (shape,) = brand_with(tmp_path, crowd("#fedcba")).art["art/crowd.svg"].shapes
    polygons = flattened(shape.commands, 0.1)
    assert covers(polygons, Box(50, 300, 50, 50))
    assert not covers(polygons, Box(300, 50, 50, 50))


def test_what_roles_paint_stays_forms_so_that_designs_may_tint_it(tmp_path: Path) -> None:
    brand = brand_with(tmp_path, crowd("#fedcba").replace("#fedcba", "var(--primary)"))
    assert len(brand.art["art/crowd.svg"].shapes) == 820
    assert not [problem for problem in brand.problems if "crowd.svg" in problem.message]
