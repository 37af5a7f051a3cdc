"""Words set downwards: letters one below another, and those of East Asia in the forms of their fonts."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sample_fonts as rings
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from pdf_text import opened
from pdf_text import words as read_out
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.content.frame import Text
from builder.emphasis import emphatic
from builder.layout.canvas import sheet
from builder.layout.cards.remarks import is_torn
from builder.layout.cards.solve import Solved, solve
from builder.layout.sheet import one_page
from builder.render.pdf.document import render_pages
from builder.render.pixels.png import render_png


def solved(written: Any, brand: Brand | None = None, language: str = "en", **use: Any) -> Solved:
    text = {"from": "headline", "style": "title", "size": 0.1, "vertical": True, **use}
    row = [{"text": text}, "spacer", {"text": {"from": "text", "style": "text"}}]
    given = {"background": {"fill": "cream"}, "text_color": "ink", "body": {"row": row}}
    words = {"headline": written, "text": "Beside"}
    design, rtl = Design.model_validate(given), language == "fa"
    return solve(design, words, sheet(600, 600), brand or sample_brand(), language, rtl)


def headline(found: Solved) -> Text:
    return next(item for item in found.frame.items if isinstance(item, Text) and item.role == "headline")


def middles(text: Text) -> list[float]:
    """The middle of each letter that is set level."""
    runs = [[run for run in line.runs if run.width] for line in text.lines]
    return [round(line[0].x + line[0].width / 2, 3) for line in runs]


def test_letters_stand_below_each_other_in_the_middle_of_their_column() -> None:
    text = headline(solved("Stand"))
    assert [line.text.strip() for line in text.lines] == list("Stand")
    baselines = [line.baseline for line in text.lines]
    steps = {round(after - before, 3) for before, after in pairwise(baselines)}
    assert len(steps) == 1 and len(set(middles(text))) == 1
    assert text.box.h > 4 * text.box.w / 2
    assert all(text.box.y < baseline <= text.box.bottom for baseline in baselines)


def test_words_part_columns_from_left_to_right_as_even_as_they_can_be() -> None:
    text = headline(solved("Hold on to me", lines=2))
    columns = sorted(set(middles(text)))
    assert len(columns) == 2
    read = "".join(line.text for line in text.lines)
    assert read.strip() == "Hold on to me"
    first = [line for line, x in zip(text.lines, middles(text), strict=True) if x == columns[0]]
    assert "".join(line.text for line in first).strip() == "Hold on"


def test_two_digits_stand_side_by_side_and_three_do_not() -> None:
    assert [line.text.strip() for line in headline(solved("24 h")).lines] == ["24", "h"]
    assert [line.text.strip() for line in headline(solved("2024")).lines] == list("2024")


def test_it_is_read_whole_and_its_emphasis_has_its_color() -> None:
    found = solved(emphatic("Hold *on*"), emphasis="teal")
    text, teal = headline(found), sample_brand().color("teal")
    assert text.words == "Hold on" and text.vertical
    assert {run.color for line in text.lines[4:] for run in line.runs if run.width} == {teal}
    with opened(render_pages(one_page(found.frame), "A card")) as document:
        assert read_out(document).replace(" ", "").startswith("Holdon")
    assert render_png(found.frame)[1] == ()
    assert not is_torn(found.frame.items, None)  # type: ignore[arg-type]


def test_letters_that_grow_together_stay_level_and_are_told() -> None:
    found = solved("نگاه کن", language="fa")
    assert len(headline(found).lines) == 1 and not headline(found).vertical
    (note,) = found.notes
    assert note.slot == "headline" and "is level" in note.message


def east_asian(folder: Path) -> Brand:
    """A brand whose font has two letters of Japanese, one with another form where it stands downwards."""
    with TTFont(BytesIO(rings.ttf("Kana", letters="lno"))) as font:
        cmap = {ord("ー"): "l", ord("の"): "n", ord(" "): "n"}
        for table in font["cmap"].tables:
            table.cmap = {**table.cmap, **cmap}
        addOpenTypeFeaturesFromString(font, "feature vert { sub l by o; } vert;")
        (folder / "fonts").mkdir()
        font.save(folder / "fonts/kana.ttf")
    said = "color: {palette: {cream: '#fff6e9', ink: '#222222'}, primary: ink}\n"
    family = "typography: {fonts: [{family: Kana, files: [fonts/kana.ttf]}], base: Kana}\n"
    (folder / "_brand.yml").write_text(said + family, "utf-8")
    return read_brand(folder, "brand")


def test_letters_of_east_asia_have_the_forms_and_places_of_their_font(tmp_path: Path) -> None:
    brand = east_asian(tmp_path)
    row = {"row": [{"text": {"from": "headline", "style": "title", "vertical": True, "lines": 2}}]}
    given = {"background": {"fill": "cream"}, "text_color": "ink", "body": row}
    frame = solve(Design.model_validate(given), {"headline": "のーのの"}, sheet(600, 600), brand, "ja").frame
    text = headline(Solved(frame))
    with TTFont(tmp_path / "fonts/kana.ttf") as font:
        names = font.getGlyphOrder()
    glyphs = [line.runs[0].glyphs.parts[0][0] for line in text.lines]
    assert "o" in [names[number] for number, _, _ in glyphs]  # its form for `vert`
    assert all(y < 0 for _, _, y in glyphs)  # each hangs below the middle of its top
    places = [line.runs[0].x for line in text.lines]
    assert places == sorted(places, reverse=True) and len(set(places)) == 2  # columns from right to left


@pytest.mark.parametrize(("use", "least"), [({"fit": True}, 120), ({"size": 0.1}, 60)])
def test_what_is_turned_stands_upright_in_japanese_and_a_fitted_column_fills_its_room(
    tmp_path: Path, use: dict[str, Any], least: float
) -> None:
    brand, use = east_asian(tmp_path), {"from": "headline", "style": "title", **use}
    band = {"column": [{"text": use}], "turn": -90, "width": 0.2, "bleed": ["start", "top", "bottom"]}
    given = {"background": {"fill": "cream"}, "text_color": "ink", "body": {"row": [band, "spacer"]}}
    frame = solve(Design.model_validate(given), {"headline": "のーの"}, sheet(600, 900), brand, "ja").frame
    text = headline(Solved(frame))
    assert text.vertical and text.turn is None and len(text.lines) == 3
    assert text.box.y < 60 and text.box.bottom <= 900
    middle = text.box.x + text.box.w / 2
    assert all(abs(line.runs[0].x - middle) < 1 for line in text.lines)
    assert least <= text.size <= 2 * least


WRONG = [
    ({"fit": True}, "`vertical` and `fit`"),
    ({"blocks": ["teal"]}, "`vertical` and `blocks`"),
    ({"short": 0.2}, "`vertical` and `short`"),
    ({"emphasis": {"underline": "teal"}}, "has a marker or a line"),
]


@pytest.mark.parametrize(("use", "said"), WRONG)
def test_what_words_set_downwards_cannot_have_is_a_fault(use: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        solved("Stop", **use)


def test_what_is_turned_is_not_set_downwards() -> None:
    text = {"text": {"from": "headline", "vertical": True}, "turn": 90}
    with pytest.raises(ValueError, match="words that are set downwards"):
        Design.model_validate({"background": {"fill": "cream"}, "body": {"row": [text]}})
