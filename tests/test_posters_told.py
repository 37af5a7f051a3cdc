"""What is told of posters: their alt texts hold the words of all parts, and they show photographs and art."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pixels
from test_art_of_items import choosing, told
from test_cards import SPEC, packed
from test_poster_series import posters

from builder.brand.looks import look_names
from builder.kinds import kinds_named
from builder.pack.artworks import wrong_art
from builder.pack.photographs import unshown
from builder.pack.plan import Plan
from builder.record import replace

BAR = ("Find out more", "example.org", "QR code that leads to example.org")


def whole(plan: Plan) -> str:
    return plan.described or plan.alt


@pytest.mark.parametrize("look", look_names(Path(__file__).parents[1] / "brand"))
def test_the_alt_text_of_a_poster_tells_of_its_card_and_of_its_bar(look: str, tmp_path: Path) -> None:
    said = whole(posters(tmp_path, look, **{"for": ["messages"]})["message-hold-a4-screen"])
    assert said.startswith("Hold the story.")
    assert all(words in said for words in ("See the child", *BAR))
    assert said.count("QR code") == 1


def test_the_posters_of_the_theme_tell_of_the_call_and_of_what_is_written_or_torn(tmp_path: Path) -> None:
    asked = {"variants": ["tear-off", "place-and-date"], "tab": "Call 01632 960000"}
    found = posters(tmp_path, **asked)
    for name in ("a4-dated-screen", "a4-tear-off-screen", "a4-place-and-date-screen"):
        assert all(words in whole(found[name]) for words in BAR), name
    assert whole(found["a4-tear-off-screen"]).count("01632") == 1
    assert "Date and time" in whole(found["a4-place-and-date-screen"])


def test_what_counts_visits_is_not_read_aloud(tmp_path: Path) -> None:
    more = {"website": "https://example.org/?cup=2", "utm": {"campaign": "tea"}}
    campaign = {**SPEC["campaign"], **more}
    (kind,) = kinds_named(["posters"])
    plan = next(iter(kind.plan(packed(tmp_path, campaign=campaign))))
    assert whole(plan).endswith("QR code that leads to example.org/?cup=2.")


MESSAGES = [{"id": "tea", "headline": "Tea", "photo": "cup", "art": "ripple"}]
ALONE = [{"design": "announcement"}]  # no card of the message


def test_a_photograph_that_a_poster_alone_shows_is_shown(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.png")
    photos = [{"id": "cup", "file": "cup.png", "alt": "A cup"}]
    cards = [{"design": "quote", "for": "messages"}]  # which shows no photograph
    pack = packed(tmp_path, messages=MESSAGES, photos=photos, cards=cards, posters={"for": ["messages"]})
    designs = {name: each for name, each in pack.brand.designs.items() if name != "quote-photo"}
    assert list(unshown(replace(pack, brand=replace(pack.brand, designs=designs)))) == []
    cards_alone = packed(tmp_path, messages=MESSAGES, photos=photos, cards=cards)
    there = replace(cards_alone, brand=replace(cards_alone.brand, designs=designs))
    assert [each.message.split("`")[1] for each in unshown(there)] == ["quote"]


def test_art_that_a_poster_alone_shows_is_shown_and_what_nothing_shows_is_told(tmp_path: Path) -> None:
    messages = [{"id": "tea", "headline": "Tea", "art": "ripple"}]
    with_poster = packed(tmp_path, messages=messages, cards=ALONE, posters={"for": ["messages"]})
    assert list(wrong_art(choosing(with_poster, "message"))) == []
    none = packed(tmp_path, messages=messages, cards=ALONE)
    assert told(choosing(none, "message")) == [
        (
            "no card and no poster is made of this item, so its art is not shown",
            "ask for it in `cards`, with `for: messages`, or delete this line",
            "- art: ripple",
        )
    ]
    wrong = packed(tmp_path, messages=[{**messages[0], "art": "kite"}], cards=ALONE)
    assert [message for message, *_ in told(choosing(wrong, "message"))] == ["there is no art `kite`"]
