"""A leaflet that is folded, a sheet to write on, a certificate: in every look, in the order of reading."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from test_cards import packed

from builder.audit.package import opened
from builder.audit.wordfiles import W
from builder.brand.looks import look_names
from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.frame import Path as Curve
from builder.content.pages import Stroke
from builder.content.recipe import laid_out
from builder.geometry.box import mm
from builder.kinds import kinds_named
from builder.layout.sheet import print_page
from builder.pack.plan import Plan
from builder.record import replace
from builder.render.docx import render_docx

ROOT = Path(__file__).parents[1]
LOOKS = look_names(ROOT / "brand")
SPEC: dict[str, Any] = {
    "leaflet": {"about": "A week for all.", "help": [{"title": "Us", "text": "Ring 01632 960000."}]},
    "activity": {"title": "Who holds me", "prompts": [{"draw": "Draw them."}, {"write": "What is it?"}]},
    "certificate": {"text": "took part in it"},
    "messages": [{"id": "hold", "headline": "Hold the story"}, {"id": "ask", "headline": "Ask how they are"}],
    "events": [{"id": "walk", "title": "A walk", "start": "2022-06-14", "place": "The park"}],
}

HEARD = ("A week for all.", "Hold the story", "Ring 01632 960000.", "Come along")


def files(folder: Path, kind: str, look: str = "embrace", **spec: Any) -> dict[str, Plan]:
    """The files of a kind by their names: `leaflet-pages`."""
    pack = packed(folder, **{**SPEC, **spec})
    brand = sample_brand(look)
    (found,) = kinds_named([kind])
    return {plan.path.split("_")[1]: plan for plan in found.plan(replace(pack, brand=brand))}


def said(frame: Frame) -> list[str]:
    return [item.words for item in frame.items if isinstance(item, Text) and item.words]


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_of_a_leaflet_are_in_the_order_of_reading(look: str, tmp_path: Path) -> None:
    cover, about, help_, back = laid_out(files(tmp_path, "leaflet", look)["leaflet-pages"].content).frames
    assert all((round(page.width), round(page.height)) == (421, 595) for page in (cover, about, help_, back))
    assert "A week for all." in said(about) and "Hold the story" in said(about)
    assert {"Where to find help", "Us", "Ring 01632 960000."} <= {*said(help_)}
    assert {"Come along", "A walk", "The park", "Find out more", "example.org"} <= {*said(back)}


def test_a_sheet_that_is_folded_has_its_cover_on_the_right_of_the_outer_side(tmp_path: Path) -> None:
    outer, inner = laid_out(files(tmp_path, "leaflet")["leaflet-a4-fold"].content).frames
    assert (round(outer.width), round(outer.height)) == (842, 595)
    texts = [item for side in (outer, inner) for item in side.items if isinstance(item, Text)]
    places = {text.words: text.box.x for text in texts}
    half = outer.width / 2
    assert places["Come along"] < half < places["Tea"]
    assert places["A week for all."] < half < places["Where to find help"]


def test_from_right_to_left_a_sheet_opens_at_its_other_side(tmp_path: Path) -> None:
    fold = files(tmp_path, "leaflet", languages=["ur"])["leaflet-a4-fold"]
    outer, inner = laid_out(fold.content).frames
    half = outer.width / 2
    texts = [item for side in (outer, inner) for item in side.items if isinstance(item, Text)]
    starts = {text.words: text.box.x for text in texts}
    assert starts["Tea"] < half < starts["A walk"]
    assert starts["Us"] < half < starts["A week for all."]


def numbered(what: str, count: int) -> list[dict[str, str]]:
    day = {"start": "2025-05-06", "place": "The park"} if what == "title" else {}
    return [{"id": f"id-{number}", what: f"Number {number}", **day} for number in range(count)]


@pytest.mark.parametrize(("part", "what", "usual"), [("messages", "headline", 3), ("events", "title", 4)])
def test_a_leaflet_has_the_first_of_many_or_those_that_it_names(
    part: str, what: str, usual: int, tmp_path: Path
) -> None:
    named = {"leaflet": {**SPEC["leaflet"], part: ["id-0", "id-5"]}}
    many = {part: numbered(what, 6)}
    for given, numbers in (({}, range(usual)), (named, (0, 5))):
        pages = laid_out(files(tmp_path, "leaflet", **many, **given)["leaflet-pages"].content).frames
        told = {words for page in pages for words in said(page) if words.startswith("Number")}
        assert told == {f"Number {number}" for number in numbers}


def test_a_print_shop_gets_both_sides_and_the_fold(tmp_path: Path) -> None:
    pages = print_page(laid_out(files(tmp_path, "leaflet")["leaflet-a4-print"].content))
    assert len(pages.pages) == 2
    for page in pages.pages:
        assert page.trim and page.bleed
        assert page.trim.x - page.bleed.x >= mm(3) - 0.01
        fold = page.trim.x + page.trim.w / 2
        marks = [item.item.points for item in page.items if isinstance(getattr(item, "item", None), Stroke)]
        assert [ends for ends in marks if abs(ends[0][0] - fold) < 0.01 and abs(ends[1][0] - fold) < 0.01]


def test_a_leaflet_without_events_has_no_head_for_them(tmp_path: Path) -> None:
    *_, back = laid_out(files(tmp_path, "leaflet", events=[])["leaflet-pages"].content).frames
    assert "Come along" not in said(back)
    assert "Find out more" in said(back)


@pytest.mark.parametrize("look", LOOKS)
def test_an_activity_sheet_is_black_on_white_and_full_of_room(look: str, tmp_path: Path) -> None:
    frame: Frame = laid_out(files(tmp_path, "activity", look)["activity-sheet-a4"].content)
    assert {"Who holds me", "Draw them.", "What is it?", "Name"} <= {*said(frame)}
    inks = [item.color for item in frame.items if isinstance(item, Text)]
    assert all(ink.red == ink.green == ink.blue for ink in inks)
    ground = frame.items[0]
    assert isinstance(ground, Fill) and ground.paint == Color(255, 255, 255)
    room = next(item.hull for item in frame.items if isinstance(item, Curve) and item.stroke)
    assert room.h > mm(60)
    boxes = [item.box for item in frame.items if isinstance(item, Fill)]
    lines = sorted(box.y for box in boxes if 0 < box.h < 3 and box.w > 400 and box.y > room.bottom)
    apart = [lower - upper for upper, lower in pairwise(lines)]
    assert len(apart) >= 2 and min(apart) >= mm(8)


@pytest.mark.parametrize("look", LOOKS)
def test_a_certificate_has_lines_for_a_name_a_place_and_a_day(look: str, tmp_path: Path) -> None:
    found = files(tmp_path, "certificate", look)
    frame: Frame = laid_out(found["certificate-a4"].content)
    assert frame.width > frame.height
    words = {"Certificate of taking part", "took part in it", "Name", "Place", "Date", "Signed"}
    assert words <= {*said(frame)}
    assert {"certificate-a4-print", "certificate"} < found.keys()
    assert "took part in it" in repr(found["certificate"].content.blocks)


def test_a_leaflet_is_heard_as_it_is_read(tmp_path: Path) -> None:
    heard = {plan.described or plan.alt for plan in files(tmp_path, "leaflet").values()}
    (told,) = heard
    assert told.startswith("Leaflet: ")
    assert [told.index(words) for words in HEARD] == sorted(told.index(words) for words in HEARD)


@pytest.mark.parametrize("look", ["embrace", "photo"])
def test_the_certificate_in_word_is_the_sheet_with_words_to_edit(look: str, tmp_path: Path) -> None:
    story = files(tmp_path, "certificate", look)["certificate"].content
    (sheet,) = story.blocks
    frame = laid_out(sheet.frame)
    parts = opened(render_docx(replace(story, blocks=(replace(sheet, frame=frame),)))).xml
    body, head = parts["word/document.xml"], parts["word/header1.xml"]
    places = [int(each.get(f"{W}y")) / 20 for each in body.iter(f"{W}framePr")]
    words = ["".join(each.itertext()).strip() for each in body.iter(f"{W}p")]
    assert words[0] == "Certificate of taking part" and {"took part in it", "Name", "Place"} <= {*words}
    assert [each.get(f"{W}val") for each in body.iter(f"{W}pStyle")].count("Heading1") == 1
    assert [each.get(f"{W}val") for each in body.iter(f"{W}alias")] == ["Name", "Place", "Date", "Signed"]
    assert all(0 < y < frame.height for y in places)
    assert len(places) == len([item for item in frame.items if isinstance(item, Text)]) + 4
    size = body.find(f".//{W}pgSz")
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    assert head.find(f".//{W}drawing") is not None
