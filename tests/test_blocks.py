"""Lines on bars of their own, each as long as its line."""

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.color import READABLE_LARGE, contrast
from builder.content.frame import Frame, Path, Text
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.solve import solve
from builder.render.pixels.png import render_png

SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)
BARS = ["accent", "highlight", "background"]


def solved(words: str, language: str = "en", canvas: Canvas = SQUARE, **text: Any) -> Frame:
    """A card with words on bars."""
    headline = {"from": "headline", "style": "display", "size": 0.15, "blocks": BARS, **text}
    design = Design.model_validate(
        {
            "text_color": "on-secondary",
            "background": {"fill": "secondary"},
            "body": {"column": [{"text": headline}, "spacer"]},
        }
    )
    rtl = language == "ar"
    return solve(design, {"headline": words}, canvas, sample_brand(), language, rtl).frame


def card(words: str, language: str = "en", canvas: Canvas = SQUARE, **text: Any) -> tuple[list[Path], Text]:
    """The bars, and the words on them."""
    frame = solved(words, language, canvas, **text)
    (said,) = (item for item in frame.items if isinstance(item, Text))
    return [item for item in frame.items if isinstance(item, Path)], said


def test_bars_hug_their_lines_and_every_second_stands_further_in() -> None:
    bars, words = card("Babies can experience trauma too")
    boxes = [extent(bar.commands) for bar in bars]
    assert len(boxes) == len(words.lines) == 3
    assert [box.x for box in boxes] == pytest.approx([0, 150, 0])
    for box, line in zip(boxes, words.lines, strict=True):
        ends = max(run.x + run.width for run in line.runs)
        assert box.right == pytest.approx(ends + 70, abs=0.1)
    assert [box.y for box in boxes[1:]] == pytest.approx([box.bottom for box in boxes[:-1]])


def test_bars_of_long_lines_end_within_the_canvas() -> None:
    bars, words = card("Whoever reports a danger at work should never be the one who is in danger", lines=9)
    assert len(words.lines) > 3
    assert max(extent(bar.commands).right for bar in bars) <= 920 + 0.1


def test_one_line_has_one_bar() -> None:
    (bar,), words = card("Stop!")
    assert extent(bar.commands).contains(words.box)


def test_bars_begin_at_the_right_where_lines_are_read_from_there() -> None:
    bars, _ = card("قد يتعرض الأطفال للصدمات أيضا", "ar")
    assert [extent(bar.commands).right for bar in bars[:2]] == pytest.approx([1000, 850])


def test_bars_run_into_the_bleed() -> None:
    bars, _ = card("Stop!", canvas=sheet(1000, 1000, bleed=9))
    assert extent(bars[0].commands).x == -9


def test_words_are_read_on_each_bar() -> None:
    """In what the brand has for words there: the colour that is asked for, if it is read."""
    bars, words = card("Babies can experience trauma too", color="background")
    inks = [{run.color for run in line.runs} for line in words.lines]
    for bar, colors in zip(bars, inks, strict=True):
        assert all(color and contrast(color, bar.fill) >= READABLE_LARGE for color in colors)  # type: ignore[arg-type]


def test_a_bar_that_is_lost_on_the_ground_gives_way() -> None:
    brand = sample_brand()
    bars, _ = card("Stop!", blocks=["secondary"])
    assert bars[0].fill != brand.color("secondary")


@pytest.mark.parametrize("other", [{"fit": True}, {"align": "centre"}])
def test_what_bars_cannot_do_is_told(other: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="at once"):
        card("Stop!", **other)


def test_each_line_is_judged_on_its_own_bar() -> None:
    """Words that are read on each are no fault, though none is read on all."""
    for language, words in (("en", "Babies can experience trauma too"), ("ar", "قد يتعرض الأطفال للصدمات")):
        frame = solved(words, language, blocks=["background", "primary"])
        _, problems = render_png(frame)
        assert not problems


def test_roles_of_one_colour_are_one_bar_in_turn() -> None:
    """A brand of one red has it for several roles: two red bars would run into one."""
    bars, _ = card("Babies can experience trauma too", blocks=["accent", "coral", "highlight"])
    fills = [bar.fill for bar in bars]
    assert fills == [sample_brand().color(name) for name in ("accent", "highlight", "accent")]
