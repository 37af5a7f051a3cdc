"""The start page shows documents by their first page, and calls them by what their titles have in common."""

from __future__ import annotations

from sample_packs import SamplePack

from builder.content.frame import Fill, Frame, Text
from builder.content.page import WebPage
from builder.pack.exhibits import in_common
from builder.render.html.seen import seen


def test_a_document_is_shown_by_its_first_page(packs: dict[str, SamplePack]) -> None:
    (plan,) = (plan for plan in packs["2020"].plans("start") if isinstance(plan.content, WebPage))
    cards = {card.id: card for section in plan.content.editions[0].sections for card in section.cards}
    shown = {name: card.picture.frame for name, card in cards.items() if card.picture.frame is not None}
    assert {name.split("-")[1] for name in shown} >= {"guide", "posters", "carousel"}
    for frame in shown.values():
        assert any(isinstance(item, Text) for item in frame.items)
        assert seen(frame).startswith("data:image/png;base64,")
    assert all(card.picture.alt for card in cards.values())


def test_a_page_is_no_heavier_than_it_must_be() -> None:
    from builder.color import Color  # noqa: PLC0415  one test
    from builder.geometry.box import Box  # noqa: PLC0415  as above

    plain = Frame(842, 1191, "pt", (Fill(Box(0, 0, 842, 1191), Color(0, 90, 60)),), "en-GB")
    assert len(seen(plain)) < 6_000


def test_files_of_one_thing_have_its_name() -> None:
    assert in_common(["Poster A4, for screens", "Poster A3, for a print shop"]) == "Poster"
    assert in_common(["The guide", "The guide, to edit"]) == "The guide"
    assert in_common(["Carousel, as one document"]) == "Carousel, as one document"
    assert in_common(["Leaflet", "Poster"]) == "Leaflet"
