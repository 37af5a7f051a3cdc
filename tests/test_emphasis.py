"""Words with emphasis on cards: what their design gives them, and what stands behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.color import contrast
from builder.content.frame import Fill, Frame, Text
from builder.content.story import Span, words
from builder.emphasis import emphatic
from builder.errors import Faults
from builder.layout.canvas import sheet
from builder.layout.cards.solve import Solved, solve
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint
from builder.tagged import tagged

HEADLINE = "A *loving* relationship, a *shelter*, by day"


def solved(emphasis: Any, written: str = HEADLINE, language: str = "en", **said: Any) -> Solved:
    text = {"from": "headline", "style": "title", "emphasis": emphasis, **said}
    design = Design.model_validate(
        {"background": {"fill": "cream"}, "text_color": "ink", "body": {"column": [{"text": text}]}}
    )
    slots = {"headline": emphatic(written)}
    return solve(design, slots, sheet(600, 600), sample_brand(), language, language == "ur")


def drawn(emphasis: Any, written: str = HEADLINE, language: str = "en", **said: Any) -> Frame:
    return solved(emphasis, written, language, **said).frame


def text_of(frame: Frame) -> Text:
    return next(item for item in frame.items if isinstance(item, Text))


def marked(frame: Frame) -> list[Fill]:
    """What lies behind the words, but the ground."""
    fills = [item for item in frame.items if isinstance(item, Fill)][1:]
    assert frame.items.index(text_of(frame)) > max(map(frame.items.index, fills), default=0)
    return fills


def faces(frame: Frame) -> dict[str, tuple[int, bool]]:
    runs = [run for line in text_of(frame).lines for run in line.runs if run.width]
    return {run.text.strip(" ,"): (run.font.weight, run.font.italic) for run in runs}


def test_a_marker_hugs_its_words_and_they_are_read_on_it() -> None:
    frame, brand = drawn({"marker": "sun"}), sample_brand()
    fills = marked(frame)
    assert [fill.paint for fill in fills] == [brand.color("sun")] * 2
    for fill in fills:
        inside = [
            run
            for line in text_of(frame).lines
            for run in line.runs
            if run.width and fill.box.x < run.x and run.x + run.width < fill.box.right
            and fill.box.y < line.baseline < fill.box.bottom
        ]
        assert [run.text.strip() for run in inside] in (["loving"], ["shelter"])
        (run,) = inside
        assert contrast(run.color or text_of(frame).color, brand.color("sun")) >= 4.5
        assert fill.box.w - run.width < 0.2 * text_of(frame).size


def test_a_marker_ends_before_a_sign_that_stands_beside_its_words() -> None:
    def beyond(written: str) -> float:
        frame = drawn({"marker": "sun"}, written, size=0.1)
        (fill,) = marked(frame)
        run = next(run for line in text_of(frame).lines for run in line.runs if "shelter" in run.text)
        return (fill.box.right - run.x - run.width) / text_of(frame).size

    assert beyond("A *shelter* by day") == pytest.approx(0.09)
    assert beyond("A *shelter*, by day") == pytest.approx(0.02)


def test_a_marker_that_is_lost_on_the_ground_gives_way() -> None:
    (fill, *_) = marked(drawn({"marker": "background"}))
    assert fill.paint != sample_brand().color("background")


def test_the_colour_on_a_marker_is_one_that_is_read_there() -> None:
    plum, sun = (sample_brand().color(name) for name in ("plum", "sun"))
    light = drawn({"marker": "plum", "color": "highlight"})
    assert {run.color for line in text_of(light).lines for run in line.runs} == {None, sun}
    dark = drawn({"marker": "plum"})
    colors = {run.color for line in text_of(dark).lines for run in line.runs if run.color}
    assert all(contrast(color, plum) >= 4.5 for color in colors)
    assert colors


def test_a_line_stands_under_words_of_every_script() -> None:
    of_scripts = ((HEADLINE, "en"), ("ایک *محبت بھرا* رشتہ", "ur"), ("Μια *τρυφερή* σχέση", "el"))
    for written, language in of_scripts:
        frame = drawn({"underline": "coral"}, written, language)
        assert all(fill.paint == sample_brand().color("coral") for fill in marked(frame))
        baselines = [line.baseline for line in text_of(frame).lines]
        assert all(any(baseline < fill.box.y for baseline in baselines) for fill in marked(frame))
        assert marked(frame)


def test_emphasis_has_the_cut_that_the_design_asks_for() -> None:
    assert faces(drawn(None))["loving"] == (400, True)
    assert faces(drawn("tertiary"))["loving"] == (400, True)
    assert faces(drawn({"color": "tertiary", "italic": False}))["loving"] == (600, False)
    assert faces(drawn({"italic": False, "weight": "normal"}))["loving"] == (400, False)
    small = drawn({"color": "tertiary", "italic": False}, "A *loving* bond", style="lead")
    assert faces(small)["loving"] == faces(small)["bond"] == (400, False)
    assert faces(drawn({"weight": "bold", "italic": False}, style="lead"))["loving"] == (700, False)


def test_lines_that_fill_their_width_have_markers_of_their_size() -> None:
    frame = drawn({"marker": "sun"}, "A *loving* relationship is a *shelter*", fit=True)
    sizes = {line.size or text_of(frame).size for line in text_of(frame).lines}
    heights = {round(fill.box.h, 3) for fill in marked(frame)}
    assert len(heights) == len(marked(frame)) == 2
    assert len(sizes) > 1


def test_what_stands_before_the_words_leaves_the_emphasis_where_it_is() -> None:
    assert faces(drawn(None, before="“", after="”"))["loving"] == (400, True)


def test_emphasis_that_is_seen_is_not_told_to_be_unseen() -> None:
    marks = ({"marker": "sun"}, {"underline": "coral"}, {"color": "tertiary"})
    for emphasis in ({**mark, "italic": False} for mark in marks):
        assert not [note for note in solved(emphasis).notes if "emphasis" in note.message]


WRONG = [
    ("{italic: no}", "leaves words with emphasis as they are"),
    ("{marker: sunn}", "no colour or role `sunn`"),
    ("{underline: sunn}", "no colour or role `sunn`"),
    ("sunn", "no colour or role `sunn`"),
    ("{colour: sun}", "colour"),
]


@pytest.mark.parametrize(("emphasis", "said"), WRONG)
def test_what_is_wrong_is_told_at_its_line(emphasis: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "designs").mkdir()
    (tmp_path / "_brand.yml").write_text("color: {palette: {sun: '#F6B73C'}, primary: navy}\n", "utf-8")
    body = f"body: {{column: [{{text: {{from: headline, emphasis: {emphasis}}}}}]}}\n"
    (tmp_path / "designs/card.yaml").write_text(f"background: {{fill: background}}\n{body}", "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(tmp_path, "brand")
    (problem,) = [each for each in faults.value.problems if said in each.message]
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("brand/designs/card.yaml", 2)


def test_bars_and_markers_are_not_both() -> None:
    with pytest.raises(ValueError, match="at once"):
        drawn({"marker": "sun"}, blocks=["plum"])


def test_the_guide_and_word_show_it_in_italics() -> None:
    assert words(emphatic("A *loving* bond")) == (Span("A "), Span("loving", italic=True), Span(" bond"))
    cymraeg = words(emphatic(tagged("Perthynas *gariadus*", "cy")))
    assert [(span.text, span.italic, span.lang) for span in cymraeg] == [
        ("Perthynas ", False, "cy"),
        ("gariadus", True, "cy"),
    ]


@pytest.mark.parametrize("fit", [False, True], ids=["set", "fitted"])
def test_a_line_may_have_the_colour_of_its_words(fit: bool) -> None:
    frame, watch = drawn({"underline": "foreground"}, "A *happy young* family", fit=fit), Contrast()
    paint(frame, watch)
    assert marked(frame)
    assert not watch.problems
