"""The cards of a pack: their names, and the words they show."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.artchoice import Turn
from builder.brand.boxes import Node
from builder.brand.design import Background, Design
from builder.brand.roles import ROLES as BY_NAME
from builder.content.recipe import recipes_in
from builder.kinds import kinds_named
from builder.kinds.guide.openings import cover
from builder.layout.canvas import screen
from builder.layout.cards.setting import SlotWords
from builder.output.cache import Cache
from builder.output.make import verdict
from builder.output.workers import Workers
from builder.pack.artwork import card_plans, card_recipe
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.formats import JPEG
from builder.pack.photographs import unshown
from builder.pack.plan import Plan
from builder.pack.recipes import said_by
from builder.pack.turns import of_each
from builder.phrases import phrases
from builder.record import replace
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint
from builder.spec.read import read_spec

ROOT = Path(__file__).parents[1]
ROLES = [role for role in BY_NAME if not role.startswith("on-")]
PLAIN = Background(fill="primary")
SPEC: dict[str, Any] = {
    "campaign": {
        "name": "Tea Week",
        "short_name": "Tea",
        "organiser": "Us",
        "website": "https://example.org",
        "contact": "us@example.org",
        "about": "Tea.",
    },
    "theme": {"title": "Tea", "hashtag": "#TeaForAll", "why": "Because."},
    "dates": {"start": "2025-05-05", "end": "2025-05-11"},
}


def packed(folder: Path, **parts: object) -> Edition:
    path = folder / "2025.yaml"
    path.write_text(yaml.safe_dump({**SPEC, **parts}), "utf-8")
    edition = read_spec(path, folder).versions[0]
    brand = sample_brand()
    said = phrases(edition.language)
    return Edition(edition.spec, brand, edition.language, said, folder, edition.source.place)


def made(folder: Path, **parts: object) -> list[Card]:
    return list(cards(packed(folder, **parts)))


def event(title: str, **more: str) -> dict[str, str]:
    return {"title": title, "start": "2025-05-06T10:00", "place": "Hall", **more}


def test_items_without_an_id_are_named_by_their_titles_each_by_its_own(tmp_path: Path) -> None:
    titles = [event("Tea"), event("Tea"), event("চা"), event("茶"), event("Tea", id="tea-2")]
    found = made(tmp_path, events=titles, cards=[{"design": "event", "for": "events"}])
    assert [card.id for card in found] == ["event-tea", "event-2", "event-3", "event-4", "event-tea-2"]


def test_names_are_the_same_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "2025.cy.yaml").write_text("events: [{title: Te, place: Neuadd}]\n", "utf-8")
    found = made(tmp_path, events=[event("Tea")], languages=["en-GB", "cy"])
    assert [card.id for card in found if card.design == "event"] == ["event-1"]


def test_a_quotation_has_the_marks_of_its_language(tmp_path: Path) -> None:
    found = made(tmp_path, quotes=[{"id": "q", "text": "Tee hilft."}], languages=["de"])
    assert [card.words["quotation"] for card in found if card.design == "quote"] == ["„Tee hilft.“"]


def test_a_card_with_a_photograph_is_a_jpeg_and_a_small_photograph_is_told(tmp_path: Path) -> None:
    for name, width in (("large.png", 1400), ("small.png", 60)):
        Pixels.new("RGB", (width, width)).save(tmp_path / name)
    photos = [{"id": name, "file": f"{name}.png", "alt": "Tea"} for name in ("large", "small")]
    messages = [{"id": name, "headline": "Tea"} for name in ("large", "small")]
    asked = [
        {"design": "message", "for": "messages", "only": [name], "photo": name, "sizes": ["link", "story"]}
        for name in ("large", "small")
    ]
    pack = packed(tmp_path, photos=photos, messages=messages, cards=asked)
    wanted = [(card, size) for card in cards(pack) for size in card.sizes]
    plans = list(card_plans(pack, "social", wanted))
    assert {(plan.format, plan.path[-4:]) for plan in plans} == {(JPEG, ".jpg")}
    (told,) = verdict(plans, Cache(tmp_path / "cache"), Workers(1))
    assert told.message == "the photograph has only 60 × 60 px and will look blurred"
    assert told.place is not None
    assert (told.place.text.strip(), told.where) == ("file: small.png", ("story", "link"))


def heard(folder: Path, size: str = "link", **parts: object) -> dict[str, Plan]:
    """The images of a pack in a size, by their groups."""
    pack = packed(folder, **parts)
    sized = [(card, each) for card in cards(pack) for each in card.sizes if each.key == size]
    return {plan.group: plan for plan in card_plans(pack, "social", sized)}


def test_an_alt_text_holds_every_word_of_its_image_once(tmp_path: Path) -> None:
    own = "A cup, and TEA HELPS in large letters"
    messages = [
        {"id": "plain", "headline": "Tea helps!", "text": "It is warm (really)"},
        {"id": "own", "headline": "Tea helps", "text": "It is warm", "alt": own},
    ]
    found = heard(tmp_path, messages=messages, cards=[{"design": "message", "for": "messages"}])
    assert found["message-plain"].alt == (
        "Tea helps! Tea Week, 5–11 May 2025. It is warm (really)."
    )
    assert found["message-own"].alt == f"{own}. It is warm. Tea Week."
    assert {plan.described for plan in found.values()} == {""}


def test_an_alt_text_tells_what_the_photograph_shows(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.png")
    found = heard(
        tmp_path,
        photos=[{"id": "cup", "file": "cup.png", "alt": "A hand round a cup"}],
        messages=[{"id": "tea", "headline": "Tea"}],
        pledge={"text": "I will."},
        cards=[
            {"design": "message", "for": "messages", "photo": "cup"},
            {"design": "pledge", "for": "pledge", "photo": "cup"},
        ],
    )
    assert found["message-tea"].alt.startswith("Tea. Tea Week, 5–11 May 2025. A hand round a cup. ")
    assert "hand" not in found["pledge"].alt  # a design that shows none


def test_the_photograph_of_an_item_comes_before_that_of_its_cards(tmp_path: Path) -> None:
    photos = [{"id": name, "file": f"{name}.png", "alt": name} for name in ("own", "shared", "theme")]
    for photo in photos:
        Pixels.new("RGB", (1400, 1400)).save(tmp_path / photo["file"])
    pack = packed(
        tmp_path,
        photos=photos,
        theme={**SPEC["theme"], "photo": "theme"},
        messages=[{"id": "one", "headline": "Tea", "photo": "own"}, {"id": "two", "headline": "Tea"}],
        cards=[{"design": "announcement"}, {"design": "message", "for": "messages", "photo": "shared"}],
    )
    found = {card.id: card_recipe(pack, card, screen(card.sizes[0]), "") for card in cards(pack)}
    assert {name: (each.name, each.photo and each.photo.alt) for name, each in found.items()} == {
        "announcement": ("announcement-photo", "theme"),
        "message-one": ("message-photo", "own"),
        "message-two": ("message-photo", "shared"),
    }


def test_the_cards_of_a_series_take_their_grounds_in_turn(tmp_path: Path) -> None:
    messages = [{"id": f"m{number}", "headline": "Tea"} for number in range(6)]
    asked = {"design": "message", "for": "messages", "sizes": ["story", "link"]}
    pack = packed(tmp_path, messages=messages, cards=[{**asked, "only": ["m1", "m2", "m3", "m4", "m5"]}])
    fills = [
        {card_recipe(pack, card, screen(size), "").design.value.background.fill for size in card.sizes}
        for card in cards(pack)
    ]
    assert {len(each) for each in fills} == {1}  # of one card all sizes have the same
    one_by_one = [fill for (fill,) in fills]
    design = pack.brand.designs["message"]
    assert isinstance(design, Design)
    assert set(one_by_one) < set(design.series)
    assert all(one != other for one, other in pairwise(one_by_one))


def in_turns(ids: list[str], count: int, of: str = "") -> tuple[int, ...]:
    """One of so many grounds for each."""
    return of_each(ids, [(range(count),)] * len(ids), of)


def test_an_item_keeps_its_ground_whatever_stands_before_it() -> None:
    ids = [f"message-{number}" for number in range(40)]
    for count in (2, 3, 4, 5):
        turns = in_turns(ids, count)
        assert all(one != other for one, other in pairwise(turns))
        assert count < 3 or all(one != other for one, other in zip(turns, turns[3:], strict=False))
        assert set(turns) == set(range(count))
        after = in_turns(["new", *ids], count)[1:]
        changed = sum(one != other for one, other in zip(turns, after, strict=True))
        assert count < 4 or changed < 8
    assert in_turns(ids, 4) != in_turns(ids, 4, "art")
    assert in_turns(ids, 0) == (0,) * 40


def test_words_and_logos_are_read_on_every_ground_of_a_series(tmp_path: Path) -> None:
    pack = packed(tmp_path, messages=[{"id": "tea", "headline": "Tea", "text": "Is warm."}])
    (card,) = (each for each in cards(pack) if each.design == "message")
    design = pack.brand.designs["message"]
    assert isinstance(design, Design)
    every = design.model_copy(update={"series": tuple(ROLES)})
    brand = replace(pack.brand, designs={**pack.brand.designs, "message": every})
    for turn in range(len(ROLES)):
        placed = replace(card, turn=Turn(turn))
        recipe = card_recipe(replace(pack, brand=brand), placed, screen(card.sizes[0]), "")
        watch = Contrast()
        paint(recipe.lay_out().content, watch)
        assert watch.problems == [], ROLES[turn]


def test_the_posters_and_the_cover_show_the_photograph_of_the_theme(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.png")
    photos = [{"id": "cup", "file": "cup.png", "alt": "A cup"}]
    pack = packed(tmp_path, photos=photos, theme={**SPEC["theme"], "photo": "cup"})
    plans = kinds_named(["posters"])[0].plan(pack)
    recipes: list[Any] = [each for plan in plans for each in recipes_in(plan.content)]
    recipes.append(cover(pack).frame)
    found = {(each.name, each.photo and each.photo.alt) for each in recipes}
    # One poster saves ink, one has no dates, and they have none for a photograph.
    shown, bare = ("poster-photo", "guide-cover-photo"), ("poster", "poster-undated")
    assert found == {(name, "A cup") for name in shown} | {(name, None) for name in bare}


def test_a_photograph_that_no_design_has_a_place_for_is_told_where_it_is_named(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.png")
    asked = [
        {"design": "pledge", "for": "pledge", "photo": "cup"},
        {"design": "message", "for": "messages"},
    ]
    parts = {
        "photos": [{"id": "cup", "file": "cup.png", "alt": "A cup"}],
        "theme": {**SPEC["theme"], "photo": "cup"},
        "messages": [{"id": "tea", "headline": "Tea", "photo": "cup"}],
        "pledge": {"text": "I will."},
        "cards": asked,
    }
    whole = packed(tmp_path, **parts)
    assert [told.place and told.place.text.strip() for told in unshown(whole)] == ["photo: cup"]
    led = whole.brand.designs["message-photo"]
    assert isinstance(led, Design)
    wide = led.model_copy(update={"background": PLAIN})  # on landscape canvases alone
    there = replace(whole.brand, designs={**whole.brand.designs, "pledge-photo": wide})
    assert list(unshown(replace(whole, brand=there))) == []
    kept = ("announcement", "poster", "guide-cover", "message", "pledge")
    plain = {name: whole.brand.designs[name] for name in kept}
    poor = replace(whole, brand=replace(whole.brand, designs=plain))
    assert [told.message.split("`")[1] for told in unshown(poor)] == ["announcement", "pledge", "message"]


def test_what_an_alt_text_has_no_room_for_stands_in_the_description(tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(140))  # 1,010 characters
    parts = {
        "messages": [{"id": "tea", "headline": "Tea", "text": long}],
        "cards": [{"design": "message", "for": "messages", "sizes": ["feed"]}],
    }
    found = heard(tmp_path, **parts)["message-tea"]
    assert found.alt == "Tea. Tea Week, 5–11 May 2025."
    assert found.described == f"Tea. Tea Week, 5–11 May 2025. {long}."
    roomy = heard(tmp_path, "bluesky-post", **parts)["message-tea"]  # 2,000 characters
    assert (roomy.alt, roomy.described) == (found.described, "")


def test_what_stands_on_an_image_is_read_in_order_items_one_by_one() -> None:
    box = Node.model_validate(
        {
            "column": [
                {"text": {"from": "title", "after": " →"}},
                {"column": [{"text": {"from": "number"}}, {"text": {"from": "text"}}], "each": "steps"},
                {"text": {"from": "missing"}},
            ]
        }
    )
    steps = ({"number": "1", "text": "Boil"}, {"number": "2", "text": "Pour"})
    words: SlotWords = {"title": "Tea", "text": "No", "steps": steps}
    assert list(said_by(box, words)) == ["Tea →", "1", "Boil", "2", "Pour"]
