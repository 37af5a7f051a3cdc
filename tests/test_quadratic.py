"""PostScript's outlines as TrueType's: the same ink, in tables that are true."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from builder.color import Color
from builder.content.frame import Fill, Frame, Glyphs, Line, Run, Text
from builder.fonts import quadratic
from builder.fonts.face import faces
from builder.fonts.static import Cut, static
from builder.geometry.box import Box
from builder.media import Font
from builder.render.pixels.paint import paint

SHAPES = 40


def scribble(number: int, pen: T2CharStringPen) -> None:
    """Some contours of lines and wild curves; every fifth glyph shows nothing, every seventh is far away."""
    if number == 3:  # moves of as much as a byte holds, and of one more
        pen.moveTo((0, 0))
        for corner in ((255, 0), (255, 256), (0, 511)):
            pen.lineTo(corner)
        pen.closePath()
        return
    dice = random.Random(number)
    far = 9000 if number % 7 == 0 else 0

    def point() -> tuple[int, int]:
        return dice.randrange(900) + far, dice.randrange(900) - far

    for _ in range(0 if number % 5 == 0 else dice.randrange(1, 4)):
        pen.moveTo(point())
        for _ in range(dice.randrange(1, 6)):
            pen.lineTo(point()) if dice.random() < 0.3 else pen.curveTo(point(), point(), point())
        pen.closePath()


@cache
def postscript() -> bytes:
    names = [".notdef", *(f"g{number}" for number in range(1, SHAPES))]
    outlines = {}
    for number, name in enumerate(names):
        pen = T2CharStringPen(1000, None)
        scribble(number, pen)
        outlines[name] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x41 + number: name for number, name in enumerate(names[1:])})
    builder.setupCFF("Scribbles", {}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": "Scribbles", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = BytesIO()
    builder.font.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def truetype() -> bytes:
    (face,) = faces(postscript())
    return static(postscript(), face, Cut((), 400, False))


def inked(data: bytes, folder: Path, number: int) -> np.ndarray:
    """How dark each pixel of a glyph is at 100 px, where a unit of the font is a tenth."""
    path = folder / str(len(data))
    path.write_bytes(data)
    font = Font("Scribbles", "Scribbles", 400, False, str(len(data)), path)
    left, down = (-900.0, 900.0) if number % 7 == 0 else (0.0, 0.0)
    run = Run(font, 10 + left, 100, glyphs=Glyphs((((number, 0, 0),),), ("A",), (0,), (1,)))
    words = Text("A", (Line((run,), 110 - down),), 100, Color(0, 0, 0), "en", box=Box(0, 0, 120, 130))
    frame = Frame(120, 130, "px", (Fill(Box(0, 0, 120, 130), Color(255, 255, 255)), words), "en")
    return np.asarray(paint(frame).image().convert("L")).astype(int)


@pytest.mark.parametrize("number", range(SHAPES))
def test_every_glyph_draws_the_same_ink(number: int, truetype: bytes, tmp_path: Path) -> None:
    before, after = (inked(data, tmp_path, number) for data in (postscript(), truetype))
    assert np.abs(before - after).max() <= 0.25 * 255  # points are whole units, here and there
    assert np.abs(before - after).sum() <= 0.03 * (255 - before).sum()


def test_most_glyphs_show_something(tmp_path: Path) -> None:
    assert sum((inked(postscript(), tmp_path, number) < 128).any() for number in range(SHAPES)) > SHAPES / 2


def test_the_tables_say_what_is_true(truetype: bytes) -> None:
    font = TTFont(BytesIO(truetype))
    outlines, most = font["glyf"], (font["maxp"].maxPoints, font["maxp"].maxContours)
    for name in font.getGlyphOrder():
        glyph = outlines[name]
        if not glyph.numberOfContours:
            assert font["hmtx"][name] == (1000, 0)
            continue
        box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        glyph.recalcBounds(outlines, boundsDone=None)
        points = glyph.coordinates
        firsts = [0, *(end + 1 for end in glyph.endPtsOfContours[:-1])]
        for first, last in zip(firsts, glyph.endPtsOfContours, strict=True):
            assert first == last or points[first] != points[first + 1]  # which was the last
        assert box == (
            min(x for x, _ in points),
            min(y for _, y in points),
            max(x for x, _ in points),
            max(y for _, y in points),
        )
        assert font["hmtx"][name] == (1000, box[0])
    font["maxp"].recalc(font)
    assert most == (font["maxp"].maxPoints, font["maxp"].maxContours)
    assert font["maxp"].maxComponentDepth == 0
    assert {start % 4 for start in font["loca"]} == {0}


def test_contours_run_the_other_way_round(truetype: bytes) -> None:
    """TrueType fills what lies to the right (OpenType: "glyf"): what fills to the left is a hole to some."""
    before, after = (TTFont(BytesIO(data)) for data in (postscript(), truetype))
    for names in zip(before.getGlyphOrder(), after.getGlyphOrder(), strict=True):
        areas = [area(font, name) for font, name in zip((before, after), names, strict=True)]
        assert areas[1] == pytest.approx(-areas[0], rel=0.01, abs=2000)


def area(font: TTFont, name: str) -> float:
    glyphs = font.getGlyphSet()
    pen = AreaPen(glyphs)
    glyphs[name].draw(pen)
    value: float = pen.value
    return value


def test_fonts_are_the_same_however_many_glyphs_are_counted_at_once(
    truetype: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quadratic, "_AT_ONCE", 7)
    (face,) = faces(postscript())
    assert static(postscript(), face, Cut((), 400, False)) == truetype
