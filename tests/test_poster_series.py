"""Posters of messages and quotes, with tabs to tear off, and with lines to write on."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from test_cards import packed

from builder.brand.looks import look_names
from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.recipe import laid_out
from builder.geometry.box import mm
from builder.kinds import kinds_named
from builder.layout.sheet import one_page
from builder.pack.plan import Plan
from builder.record import replace

ROOT = Path(__file__).parents[1]
MESSAGES = [
    {"id": "hold", "headline": "Hold the story", "text": "See the child."},
    {"id": "ask", "headline": "Ask how they are"},
    {"id": "stay", "headline": "Stay a little longer"},
]
QUOTES = [{"id": "said", "text": "I look.", "who": "A visitor"}]


def posters(folder: Path, look: str = "embrace", **asked: Any) -> dict[str, Plan]:
    """By whom they are for: `message-hold-a4-screen`."""
    pack = packed(folder, posters=asked, messages=MESSAGES, quotes=QUOTES)
    brand = sample_brand(look)
    (kind,) = kinds_named(["posters"])
    plans = kind.plan(replace(pack, brand=brand))
    return {plan.path.split("_poster-")[1].rpartition("_")[0]: plan for plan in plans}


def frame_of(plan: Plan) -> Frame:
    found: Any = laid_out(plan.content)
    return found.frame if hasattr(found, "inks") else found


def said(frame: Frame) -> list[str]:
    return [item.words for item in frame.items if isinstance(item, Text) and item.words]


def test_each_item_that_is_asked_for_is_a_poster_for_a_screen_and_for_a_print_shop(tmp_path: Path) -> None:
    found = posters(tmp_path, **{"for": ["messages", "quotes"], "only": ["hold", "said"]}).keys()
    own = {"message-hold", "quote-said"}
    assert {name for name in found if "dated" not in name} == {
        f"{each}-{use}" for each in own for use in ("a4-screen", "a3-print")
    }


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_poster_says_its_message_and_at_its_foot_the_call(look: str, tmp_path: Path) -> None:
    plan = posters(tmp_path, look, **{"for": ["messages"]})["message-hold-a4-screen"]
    words = said(frame := frame_of(plan))
    assert {"Hold the story", "See the child.", "Find out more", "example.org"} <= {*words}
    website = next(item for item in frame.items if isinstance(item, Text) and item.words == "example.org")
    assert website.box.y > 0.8 * frame.height
    assert plan.title == "Poster: Hold the story, A4, for screens and office printers"


def test_neighbours_have_other_grounds(tmp_path: Path) -> None:
    plans = posters(tmp_path, **{"for": ["messages"]})
    grounds = [frame_of(plans[f"message-{each['id']}-a4-screen"]).items[0] for each in MESSAGES]
    paints = [item.paint for item in grounds if isinstance(item, Fill) and isinstance(item.paint, Color)]
    assert all(one != other for one, other in pairwise(paints))


def test_nothing_of_a_part_stands_in_the_room_of_another(tmp_path: Path) -> None:
    frame = frame_of(posters(tmp_path, **{"for": ["messages"]})["message-hold-a3-print"])
    foot = frame.height - 0.2 * frame.width
    above, below, *_ = (item.box for item in frame.items if isinstance(item, Fill) and item.box.w > 500)
    assert round(above.y) == round(-frame.bleed) and round(above.bottom) == round(foot)
    assert round(below.y) == round(foot) and round(below.bottom) == round(frame.height + frame.bleed)


def test_tabs_are_alike_and_one_of_them_is_read_aloud(tmp_path: Path) -> None:
    asked = {"variants": ["tear-off"], "tab": "Call 01632 960000"}
    frame = frame_of(posters(tmp_path, **asked)["a4-tear-off-screen"])
    assert said(frame).count("Call 01632 960000") == 1
    tabs = [text for text in frame.items if isinstance(text, Text) and text.turn and text.role == "tab"]
    assert len(tabs) == 7
    assert all(text.turn.degrees == -90 for text in tabs if text.turn)
    owned = one_page(frame).pages[0].items
    assert owned


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_pen_fits_on_the_lines_of_a_place_and_a_date(look: str, tmp_path: Path) -> None:
    frame = frame_of(posters(tmp_path, look, variants=["place-and-date"])["a4-place-and-date-screen"])
    assert {"Place", "Date and time", "Ask"} <= {*said(frame)}
    assert not [words for words in said(frame) if "2022" in words]
    lines = [item.box for item in frame.items if isinstance(item, Fill) and 0 < item.box.h < 3]
    lines = sorted((box for box in lines if box.y > 0.7 * frame.height), key=lambda box: box.y)
    assert len(lines) == 4
    assert all(lower.y - upper.y >= mm(8) for upper, lower in pairwise(lines))
    assert all(box.w >= mm(100) for box in lines)
