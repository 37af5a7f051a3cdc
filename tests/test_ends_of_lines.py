"""What a PDF says of a line: its kerning in whole steps, its blank as the last of its glyphs."""

import pytest
from sample_story import look

from builder.content.frame import Glyphs
from builder.media import Font
from builder.record import replace
from builder.render.pdf.canvas import _array
from builder.render.pdf.font import FontSubset
from builder.text.paragraph import paragraph
from builder.text.shaping import shape
from builder.text.strands import Strand
from builder.text.typeface import typeface

TEXT = "AVATAR To Wave, Yes. Toys for Ty."
FACES = look().text.faces, look().headings[0].faces  # of a thousand units, and of two thousand


def array(glyphs: Glyphs, font: Font) -> str:
    return _array(glyphs, FontSubset(font, "F1"))


@pytest.mark.parametrize("faces", FACES)
def test_steps_are_what_the_places_of_glyphs_come_to(faces: object) -> None:
    font = faces.regular.fonts[0]  # type: ignore[attr-defined]
    glyphs = shape(TEXT, font).glyphs
    assert any(glyphs.steps)
    pen = 0.0
    for x, advance, step in zip(glyphs.xs, glyphs.advances, glyphs.steps, strict=True):
        assert pen == pytest.approx(x, abs=0.0005 + 1e-9)
        pen += advance - step / 1000
    if typeface(font).em == 1000:
        assert array(glyphs, font) == array(replace(glyphs, steps=()), font)


def test_steps_are_known_where_kerning_alone_moves_glyphs() -> None:
    font = look().text.faces.regular.fonts[0]
    assert shape(TEXT, font).glyphs.steps
    assert not shape(TEXT, font, tracking=0.1).glyphs.steps
    assert not shape("e\u0301x\u0323\u0323", font).followed(shape(TEXT, font), 5).glyphs.steps


@pytest.mark.parametrize("text", ["To Wave again", "To Wave"])
def test_a_line_reads_to_its_blank_in_one_run(text: str) -> None:
    para = paragraph((Strand(text, look().text.faces.regular, "en"),))
    (placed,) = para.runs(0, len("To Wave"), 10.0, 12.0)
    assert placed.run.text == "To Wave "
    assert placed.run.width == pytest.approx(12 * para.width(0, len("To Wave")))
    assert placed.run.glyphs.xs[-1] == pytest.approx(placed.run.width / 12)
    assert len(placed.run.glyphs.steps) == len(placed.run.glyphs.parts)


def test_the_blank_of_another_strand_or_side_is_a_run_of_its_own() -> None:
    chain = look().text.faces.regular
    two = paragraph((Strand("To", chain, "en"), Strand(" Wave", chain, "en")))
    assert [placed.run.text for placed in two.runs(0, 2, 0.0, 12.0)] == ["To", " "]
    left = paragraph((Strand("To Wave", chain, "en"),), rtl=True)
    assert [placed.run.text for placed in left.runs(0, 2, 0.0, 12.0)] == ["To", " "]
    digits = paragraph((Strand("To \u05d0\u05d1 12", chain, "en"),), boxes=True)  # left of the letters
    assert [placed.run.text for placed in digits.runs(0, 8, 0.0, 12.0)][-2:] == ["12", " "]
