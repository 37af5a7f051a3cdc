"""A line that is cut from a shaped row at once is the line that its stretches give."""

import pytest
from sample_story import look

from builder.text.paragraph import MeasuredText, paragraph
from builder.text.shaping import shape
from builder.text.strands import Strand


@pytest.mark.parametrize("text", ["AVATAR To Wave, Yes.", "plain words"])
def test_a_row_is_what_its_stretches_give(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    para = paragraph((Strand(text, look().text.faces.regular, "en"),))
    start = next(at for at in range(1, len(text)) if para._row(at, len(text), 10.0, 12.0))
    at_once = para.runs(start, len(text), 10.0, 12.0)
    monkeypatch.setattr(MeasuredText, "_row", lambda *_: None)
    for one, two in zip(at_once, para.runs(start, len(text), 10.0, 12.0), strict=True):
        assert one.run.x == pytest.approx(two.run.x)
        assert one.run.width == pytest.approx(two.run.width)
        assert one.run.glyphs.xs == pytest.approx(two.run.glyphs.xs)
        assert one.run.glyphs.sources == two.run.glyphs.sources


def test_a_row_is_cut_only_where_both_sides_stand_as_they_do_alone() -> None:
    text, font = "AVATAR To Wave, Yes.", look().text.faces.regular.fonts[0]
    row = shape(text, font)
    places = {at for at in range(1, len(text)) if row.cuts[at] is not None}
    alone = {at: shape(text[:at], font).width + shape(text[at:], font).width for at in range(1, len(text))}
    assert places == {at for at, width in alone.items() if width == pytest.approx(row.width)}
    assert 0 < len(places) < len(alone)
