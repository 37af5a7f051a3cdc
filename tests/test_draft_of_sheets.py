"""`--draft` of sheets: posters with a bar, leaflets, carousels, and what goes to a print shop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from test_cards import SPEC
from test_draft import RED

from builder.content.frame import Text
from builder.pipeline.build import asked_plans
from builder.pipeline.draft import draw_draft
from builder.pipeline.drafted import _put_together
from builder.pipeline.request import Request

LETTER = "\ue000"  # that no font has
SAMPLE = Path(__file__).parents[1] / "brand"
LEAFLET = {"about": "A week to look.", "help": [{"title": "Your nurse", "text": f"Ring {LETTER} her."}]}


def request(folder: Path, *only: str, **parts: Any) -> Request:
    spec = folder / "2025.yaml"
    spec.write_text(yaml.safe_dump({**SPEC, **parts}, allow_unicode=True), "utf-8")
    return Request(spec=spec, brand=SAMPLE, output=folder / "output", root=folder, jobs=1, only=only)


def names(asked: Request) -> list[str]:
    return [path.name for path in draw_draft(asked, lambda _: None).drawn]


def pixels(path: Path) -> int:
    """How many pixels are as red as marks are."""
    with Image.open(path).convert("RGB") as picture:
        return {color: count for count, color in picture.getcolors(1 << 22) or ()}[RED.rgb]


def test_the_page_of_a_leaflet_that_fails_is_drawn_and_so_are_both_ways_to_print_it(tmp_path: Path) -> None:
    messages = [{"id": "look", "headline": "Look"}]
    asked = request(tmp_path, "leaflet", leaflet=LEAFLET, messages=messages)
    draft = draw_draft(asked, lambda _: None)
    assert [path.name for path in draft.drawn] == [
        "tea-2025_leaflet-pages_en_3.png",  # help
        "tea-2025_leaflet-a4-fold_en_2.png",  # the inner side
        "tea-2025_leaflet-a4-print_en_2.png",
    ]
    assert draft.well == 0
    assert all(pixels(path) > 10_000 for path in draft.drawn)


def test_a_poster_with_tabs_is_drawn_with_a_mark_on_the_tabs_alone(tmp_path: Path) -> None:
    posters = {"variants": ["tear-off"], "tab": f"Call {LETTER}"}
    asked = request(tmp_path, "posters", posters=posters)
    assert sorted({name.partition("tear-off")[2] for name in names(asked)}) == [
        "-print_en.png",
        "-save-ink_en.png",
        "-screen_en.png",
    ]
    _, plans = asked_plans(asked)
    recipe: Any = next(plan.content for plan in plans if "tear-off-screen" in plan.path)
    frame, flaws, _ = _put_together(recipe)
    assert len(flaws) == 1 and "U+E000" in flaws[0].message
    tabs = [item for item in frame.items if isinstance(item, Text) and item.role == "tab"]
    assert [tab.words for tab in tabs] == ["Call "] + [""] * 6
    rims = [item for item in frame.items if getattr(item, "stroke", None) == RED]
    assert len(rims) == 7
    assert all(rim.hull.y > 0.7 * frame.height for rim in rims)  # type: ignore[union-attr]


def test_an_infographic_is_drawn_in_each_of_its_forms(tmp_path: Path) -> None:
    steps = [{"title": f"Look {LETTER}", "text": "And hold."}, {"title": "Two", "text": "Stay."}]
    asked = request(tmp_path, "infographic", infographic={"title": "Two steps", "steps": steps})
    assert {name.split("_")[2] for name in names(asked)} == {
        *("story", "screen", "a3", "a3-print", "a4-save-ink"),
    }


def test_a_page_of_a_carousel_is_drawn_by_its_number(tmp_path: Path) -> None:
    messages = [{"id": "look", "headline": "Look"}, {"id": "hold", "headline": f"Hold {LETTER} on"}]
    cards = [{"design": "announcement"}, {"design": "message", "for": "messages"}]
    carousel = ["message/look", "message/hold"]
    asked = request(tmp_path, "carousel", messages=messages, cards=cards, carousel=carousel)
    assert {name.removeprefix("tea-2025_carousel_") for name in names(asked)} == {
        "1080x1350_en_3.png",
        "03_message-hold_1080x1350_en.png",
    }


def test_where_all_is_well_no_sheet_is_drawn(tmp_path: Path) -> None:
    leaflet = {**LEAFLET, "help": [{"title": "Your nurse", "text": "Ring her."}]}
    asked = request(tmp_path, "leaflet", leaflet=leaflet, messages=[{"id": "look", "headline": "Look"}])
    assert draw_draft(asked, lambda _: None).well == 3
