"""A name set as a drawing: the font's own curves, upright, in the lines that a logo bears."""

from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont

from builder.brand.fonts import Asked, NamedFont, read_font
from builder.brand.svg.read import drawing
from builder.color import Color
from builder.geometry.pens import area, extent
from builder.media import Font, held
from builder.pipeline.newbrand import _heavy
from builder.pipeline.wordmark import wordmark
from builder.text.curves import curves

FONTS = Path(__file__).parent.parent / "brand/fonts/fraunces"
ARABIC = FONTS.parent / "noto-naskh-arabic/NotoNaskhArabic-Bold.ttf"
FILE = FONTS / "Fraunces72ptSoft-SemiBold.ttf"
INK = Color(20, 30, 40)


def font(file: Path = FILE) -> Font:
    (found,) = read_font(NamedFont(file, file.stem, None, None), Asked((600,), ()), held).fonts
    return found


def test_a_letter_stands_on_its_baseline_and_has_the_area_of_its_glyph() -> None:
    steps, width = curves("T", font(), 100)
    box = extent(steps)
    assert box.y < -50
    assert box.bottom == pytest.approx(0, abs=1)
    assert 0 < box.x < box.right <= width
    with TTFont(FILE) as opened:
        pen = AreaPen(opened.getGlyphSet())
        opened.getGlyphSet()["o"].draw(pen)
        scale = 100 / opened["head"].unitsPerEm
    drawn, _ = curves("o", font(), 100)
    assert abs(area(drawn)) == pytest.approx(abs(pen.value) * scale**2, rel=1e-3)


def test_a_mark_above_a_letter_stands_above_it() -> None:
    letter, marked = (extent(curves(text, font(), 100)[0]) for text in ("x", "x\u0302"))
    assert marked.y < letter.y - 10
    assert marked.bottom == pytest.approx(letter.bottom)


def test_a_long_name_takes_two_lines_that_are_alike_and_all_of_it_is_seen() -> None:
    one, two = (
        drawing(wordmark(name, font(), INK).encode()) for name in ("Quiet", "Quiet Voices of the Week")
    )
    assert one.view.h < 150 < two.view.h
    assert two.view.w < 800
    for art in (one, two):
        box = extent([step for shape in art.shapes for step in shape.commands])
        lines = 1 if art is one else 2
        assert 70 + 100 * (lines - 1) < box.h < art.view.h  # what left the view would be cut off
        assert 0.97 * art.view.w < box.w <= art.view.w


def test_it_is_set_in_the_heaviest_upright_font_of_the_family() -> None:
    chosen = _heavy("Fraunces", sorted(FONTS.glob("*.ttf")))
    assert (chosen.italic, chosen.weight) == (False, 600)


def test_arabic_runs_from_right_to_left_and_latin_words_in_it_from_left_to_right() -> None:
    """The first word, of alefs, which are high, stands on the right."""
    steps, width = curves("ااا سسس", font(ARABIC), 100)
    assert min(step[-2] for step in steps if len(step) > 2 and step[-1] < -45) > width / 2
    latin, _ = curves("ا Tx", font(ARABIC), 100)
    alone, _ = curves("Tx", font(ARABIC), 100)
    assert latin[: len(alone)] == alone


def test_lines_of_arabic_begin_on_the_right_edge() -> None:
    art = drawing(wordmark("أسبوع القراءة في كل المدارس", font(ARABIC), INK).encode())
    steps = [step for shape in art.shapes for step in shape.commands if len(step) > 2]
    halves = ([step[-2] for step in steps if (step[-1] < art.view.h / 2) is above] for above in (True, False))
    upper, lower = map(max, halves)
    assert upper == pytest.approx(lower, abs=15)
