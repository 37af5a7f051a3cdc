"""Lines in dashes and by a brush: outlines that are filled, the same in every format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_text import opened
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, unknown_names
from builder.content.frame import Fill, Frame, Item, Text
from builder.content.frame import Path as Curve
from builder.content.printed import Printed
from builder.emphasis import emphatic
from builder.geometry.arcs import arc, disc
from builder.geometry.box import Box, Command
from builder.geometry.pens import extent, outline_of
from builder.geometry.strokes import brushed, dashed
from builder.imagefiles import read_image
from builder.inks import Inks
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve
from builder.layout.photo import Photograph
from builder.layout.sheet import one_page, print_page
from builder.render.pdf.document import render_pages
from builder.render.pixels.png import render_png
from builder.render.svg import svg_file

LINE = (("M", 100.0, 50.0), ("L", 500.0, 50.0))
WORDS = {"headline": emphatic("Stand *beside* them"), "value": "1 in 3", "part": "1", "of": "3"}


def loops(commands: tuple[Command, ...]) -> list[Box]:
    """The box of each part of an outline."""
    starts = [number for number, step in enumerate(commands) if step[0] == "M"]
    return [
        extent(commands[start:end]) for start, end in zip(starts, [*starts[1:], len(commands)], strict=True)
    ]


def test_a_line_begins_and_ends_with_a_dash() -> None:
    boxes = loops(dashed(LINE, 10, 30, 20))
    assert len(boxes) == 8
    assert (boxes[0].x, round(boxes[-1].right, 6)) == (100, 500)
    assert {round(box.w, 6) for box in boxes} == {round(30 * 400 / 380, 6)}
    assert {box.h for box in boxes} == {10}


def test_dashes_without_a_length_are_dots() -> None:
    boxes = loops(dashed(LINE, 10, 0, 12))
    assert len(boxes) > 15
    assert all(abs(box.w - 10) < 1e-6 and abs(box.h - 10) < 1e-6 for box in boxes)
    assert all(step[0] in "MLCZ" for step in dashed(LINE, 10, 0, 12))


def test_dashes_go_round_a_circle_evenly_and_turn_at_corners() -> None:
    around = loops(dashed(disc((0.0, 0.0), 100.0), 4, 12, 8))
    assert len(around) == round(2 * 3.14159 * 100 / 20)
    corners = [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (0.0, 60.0)]
    square = loops(dashed(outline_of(Box(0, 0, 100, 60)), 4, 12, 8))
    for x, y in corners:
        assert sum(box.inset(-1, -1, -1, -1).contains(Box(x, y, 0, 0)) for box in square) == 2


@pytest.mark.parametrize("uneven", [0.1, 0.5, 1.0])
def test_a_brush_is_as_uneven_as_it_is_asked_to_be(uneven: float) -> None:
    drawn = brushed(LINE, 10, uneven, "one")
    assert drawn == brushed(LINE, 10, uneven, "one") != brushed(LINE, 10, uneven, "two")
    whole = extent(drawn)
    assert 99 - 6 <= whole.x <= 101 and 480 < whole.right <= 503
    assert 7 < whole.h < 10 * (1 + 2 * uneven) + 3


def test_a_brush_that_tells_a_number_ends_where_the_number_does() -> None:
    third = arc((0.0, 0.0), 100.0, -90.0, 30.0)
    for seed in "abcdef":
        reached = extent(brushed(third, 30, 0.6, seed, dry=False)).bottom
        assert 50 - 3 < reached < 50 + 12, seed


UNDER = {"underline": "teal", "stroke": "dotted"}
BODY: dict[str, Any] = {
    "column": [
        {"rule": {"weight": 0.02, "stroke": "brush"}},
        {"text": {"from": "headline", "style": "title", "emphasis": UNDER}},
        {"number": {"form": "ring", "height": 0.3, "stroke": "brush"}},
        {"logo": "main", "pad": 0.03, "border": {"color": "rust", "stroke": {"dash": [4, 2]}}},
    ]
}


def drawn(body: dict[str, Any], **background: Any) -> Frame:
    given = {"background": {"fill": "cream", **background}, "text_color": "ink", "body": body}
    return solve(Design.model_validate(given), WORDS, sheet(600, 600), sample_brand(), "en").frame


def of_color(items: tuple[Item, ...], name: str) -> list[Curve]:
    color = sample_brand().color(name)
    return [item for item in items if isinstance(item, Curve) and color in (item.fill, item.stroke)]


def test_rules_underlines_rings_and_borders_are_filled_outlines() -> None:
    items = drawn(BODY).items
    (rule, *_), (dots,), (border,) = (of_color(items, name) for name in ("ink", "teal", "rust"))
    assert extent(rule.commands).w > 490 and len(loops(rule.commands)) == 5  # with its bristles
    assert len(loops(dots.commands)) > 8
    assert len(loops(border.commands)) > 12
    assert not [item for item in items if isinstance(item, Curve) and item.stroke]
    headline = next(item for item in items if isinstance(item, Text))
    assert items.index(dots) < items.index(headline)


def test_without_a_stroke_all_is_as_it_was() -> None:
    """A rule is a rectangle, a border a line, and nothing more is made of them."""
    plain = {"column": [{"rule": {"color": "coral"}}, {"logo": "main", "border": {"color": "teal"}}]}
    items = drawn(plain).items
    assert [item for item in items if isinstance(item, Fill) and item.paint == sample_brand().color("coral")]
    (border,) = of_color(items, "teal")
    assert border.stroke and border.fill is None


def test_every_format_draws_them_as_curves() -> None:
    frame = drawn(BODY)
    for pages in (one_page(frame), print_page(Printed(frame, Inks()))):
        data = render_pages(pages, "A card")
        with opened(data) as document:
            assert not [each for each in document.objects if _is_image(each)]
            steps = pikepdf.parse_content_stream(document.pages[0])
            assert sum(str(operator) in {"f", "f*"} for _, operator in steps) >= 5
    curves = [item for item in frame.items if not isinstance(item, Text)]
    assert svg_file(Frame(600, 600, "px", tuple(curves), "en")).count("<path") >= 5
    assert render_png(frame)[0] == render_png(drawn(BODY))[0]


def _is_image(value: Any) -> bool:
    return isinstance(value, pikepdf.Stream) and value.get("/Subtype") == "/Image"


def test_the_line_around_a_photograph_may_be_drawn_by_hand(tmp_path: Path) -> None:
    Pixels.new("RGB", (300, 300), "grey").save(tmp_path / "photo.png")
    photo = Photograph(read_image(tmp_path / "photo.png"), Box(0.5, 0.5, 0, 0), "Grey")
    mask = {"form": "circle", "border": {"color": "coral", "weight": 0.02, "stroke": "brush"}}
    given = {"background": {"fill": "cream", "photo": {"mask": mask}}, "text_color": "ink"}
    design = Design.model_validate({**given, "body": {"text": {"from": "headline", "style": "label"}}})
    items = solve(design, WORDS, sheet(600, 600), sample_brand(), "en", photo=photo).frame.items
    (line,) = of_color(items, "coral")
    assert line.fill and not line.stroke


WRONG = [
    ({"rule": {"stroke": "dashes"}}, "cannot be `dashes`"),
    ({"rule": {"stroke": {"seed": "a"}}}, "says not how it is drawn"),
    ({"rule": {"stroke": {"dash": [3, 2], "brush": 0.4}}}, "at once"),
    ({"rule": {"stroke": {"dash": [3, 2], "seed": "a"}}}, "dashes, which are alike"),
    ({"number": {"form": "dots", "stroke": "brush"}}, "which is for rings"),
    ({"text": {"from": "headline", "emphasis": {"color": "coral", "stroke": "brush"}}}, "and no line"),
    ({"logo": "main", "fill": "sun", "cut": "sheet", "border": {"color": "ink"}}, "`border` and `cut`"),
    ({"text": {"from": "headline"}, "bleed": ["top"], "border": {"color": "ink"}}, "`border` and `bleed`"),
]


@pytest.mark.parametrize(("box", "said"), WRONG)
def test_what_would_change_nothing_is_a_fault(box: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        drawn({"column": [box]})


def test_the_colour_of_a_border_is_known_by_name() -> None:
    design = Design.model_validate(
        {"background": {"fill": "cream"}, "body": {"logo": "main", "border": {"color": "corall"}}}
    )
    known = BrandNames({"cream": sample_brand().color("cream")}, {}, (), {"main": None}, {})
    assert [(loc, name) for loc, _, name, _ in unknown_names(design, known)] == [
        (("body", "border", "color"), "corall")
    ]
