"""A line that is cut from a shaped row at once is the line that its stretches give."""

from itertools import accumulate, combinations
from math import fsum

import pytest
from sample_story import look

from builder.text import shaping
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.shaping import shape
from builder.text.strands import Strand
from builder.text.typeface import typeface

KERNED = "AVATAR To Wave, Yes."


@pytest.mark.parametrize("text", [KERNED, "plain words"])
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
    text, font = KERNED, look().text.faces.regular.fonts[0]
    row = shape(text, font)
    places = {at for at in range(1, len(text)) if row.cuts[at] is not None}
    alone = {at: shape(text[:at], font).width + shape(text[at:], font).width for at in range(1, len(text))}
    assert places == {at for at, width in alone.items() if width == pytest.approx(row.width)}
    assert 0 < len(places) < len(alone)


@pytest.mark.parametrize("tracking", [0.0, 0.05])
@pytest.mark.parametrize("text", [KERNED, "plain"])
def test_what_each_glyph_is_a_cluster_of_is_told_as_of_all_others(text: str, tracking: float) -> None:
    fonts = (look().text.faces.regular.fonts[0], look().headings[0].faces.regular.fonts[0])
    assert {typeface(font).em for font in fonts} == {1000, 2000}
    for font in fonts:
        asked = typeface(font), font, False, "en", tracking, ()
        row = shaping._plain(shaping._shaped(text, *asked), asked[0], text, tracking)
        thorough = shaping._grouped(shaping._shaped(text, *asked), asked[0], text, False, tracking, ())
        assert row
        assert row.clusters[:-1] == thorough.clusters[:-1]
        assert row.width == thorough.width
        back = accumulate(
            own - wide for own, wide in zip(row.clusters.advances, row.clusters.widths, strict=True)
        )
        exact = [pytest.approx(1000 * each, abs=0.5001) for each in back]
        assert list(accumulate(row.clusters.steps)) == ([] if tracking else exact)


def test_a_part_is_as_wide_as_its_stretches_in_whatever_fonts() -> None:
    faces = look().text.faces
    para = paragraph((Strand("To Wa", faces.regular, "en"), Strand("ve, AV", faces.bold, "en")))
    assert len(para.stretches) == 2
    for start, end in combinations(range(len(para.text) + 1), 2):
        inside = end <= para.stretches[0].end or start >= para.stretches[1].start
        alone = fsum(width for _, part in para.parts(start, end) for width in part.clusters.widths)
        assert para.width(start, end) == (pytest.approx(alone) if inside else alone)
