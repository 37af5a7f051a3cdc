"""Cards with photographs in the look that they lead: each has a place for one, neighbours have two ways."""

from itertools import pairwise
from typing import Any

import pytest
import yaml
from PIL import Image as Pixels
from test_cards import SPEC

from builder.content.deck import Deck, PictureFill
from builder.content.frame import Picture
from builder.content.recipe import laid_out
from builder.content.story import Opening
from builder.pipeline.build import Planned, check
from builder.pipeline.request import Request

PARTS: dict[str, Any] = {
    "messages": [{"id": f"m{number}", "headline": f"Hold {number} babies close"} for number in range(6)],
    "statistics": [{"id": "third", "value": "1 in 3", "label": "cups are shared", "source": "Us"}],
    "quotes": [{"id": "q", "text": "Tea helps.", "who": "Somebody (sample)"}],
    "resources": [{"id": "film", "title": "The film", "kind": "Film", "description": "It shows cups."}],
    "events": [{"id": "tea", "title": "Tea", "start": "2025-05-05T10:00", "place": "The hall"}],
    "days": [{"date": "2025-05-05", "topic": "The first cup", "text": "How we begin."}],
}
OF = {"messages": "message", "days": "day", "quotes": "quote", "events": "event", "resources": "resource"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """A pack whose items all have a photograph; resources and statistics have the same."""
    folder = tmp_path_factory.mktemp("campaign")
    (folder / "brand").mkdir()
    said = "defaults: {packbuild: {look: photo, photographs: grey}}\n"
    (folder / "brand/_brand.yml").write_text(said, "utf-8")
    Pixels.effect_noise((1600, 1600), 60).convert("RGB").save(folder / "cup.jpg", quality=60)
    of = {part: part if part != "resources" else "statistics" for part in PARTS}
    parts = {part: [{**item, "photo": of[part]} for item in items] for part, items in PARTS.items()}
    sizes = ["instagram-square", "story", "link"]
    names = {**OF, "statistics": "statistic"}
    cards = [{"design": names[part], "for": part, "sizes": sizes} for part in PARTS]
    cup = {"file": "cup.jpg", "alt": "A cup", "focus": [0.4, 0.2, 0.2, 0.2]}
    photos = [{"id": name, **cup} for name in ("cup", *PARTS)]
    theme = {**SPEC["theme"], "photo": "cup"}
    asked = {**SPEC, **parts, "photos": photos, "theme": theme, "cards": cards}
    asked["cards"] = [{"design": "announcement", "sizes": ["all"]}, *cards]
    spec = folder / "2025.yaml"
    spec.write_text(yaml.safe_dump(asked), "utf-8")
    asked = Request(
        spec=spec,
        brand=folder / "brand",
        output=folder / "out",
        root=folder,
        only=("social", "slides", "guide"),
        jobs=1,
    )
    return check(asked)


@pytest.fixture(scope="module")
def plans(pack: Planned) -> dict[str, Any]:
    """The cards, by name and size, laid out."""
    assert [each for each in pack.problems if each.severity == "error"] == []
    cards = (plan for plan in pack.plans if plan.kind == "social")
    return {f"{plan.group} {plan.size}": plan.content.lay_out().content for plan in cards}


def test_every_card_shows_its_photograph_in_every_size(plans: dict[str, Any]) -> None:
    assert len(plans) > 40
    for name, frame in plans.items():
        shown = [each for each in frame.items if isinstance(each, Picture)]
        assert shown or name == "announcement email-signature", name


def treatment(frame: Any) -> tuple[Any, ...]:
    """What tells one way of showing a photograph from another."""
    (first, *_) = (each for each in frame.items if isinstance(each, Picture))
    side = round(first.box.x / frame.width, 1), round(first.box.y / frame.height, 1)
    return side, round(first.box.h / frame.height, 1), bool(first.clip), first.tone, len(frame.items) > 4


def test_neighbours_show_theirs_in_two_ways(plans: dict[str, Any]) -> None:
    for size in ("instagram-square", "story", "link"):
        ways = [treatment(plans[f"message-m{number} {size}"]) for number in range(6)]
        grounds = [plans[f"message-m{number} {size}"].items[0].paint for number in range(6)]
        assert all(a != b for a, b in pairwise(zip(ways, grounds, strict=True))), size
        assert len(set(ways)) >= 3, size


def test_a_statistic_shows_its_photograph_as_often_as_its_whole_has_parts(plans: dict[str, Any]) -> None:
    for size in ("instagram-square", "story", "link"):
        pictures = [each for each in plans[f"statistic-third {size}"].items if isinstance(each, Picture)]
        assert len({each.tone for each in pictures[1:]}) == 1
        assert len(pictures) == 3
        assert pictures[0].tone != pictures[1].tone


def test_slides_of_what_has_a_photograph_have_a_layout_that_shows_it(pack: Planned) -> None:
    (plan,) = (plan for plan in pack.plans if plan.group == "slides-example")
    deck: Deck = laid_out(plan.content)
    shown = [[fill for fill in slide.fillings if isinstance(fill, PictureFill)] for slide in deck.slides]
    layouts = [slide.layout for slide, pictures in zip(deck.slides, shown, strict=True) if pictures]
    assert layouts == ["title-picture", *["statement-picture"] * 3, "quote-picture"]
    assert all(len(picture.tone) == 2 for pictures in shown for picture in pictures)  # grey, says the brand


def test_chapters_show_the_first_photograph_of_what_they_are_about_and_no_two_the_same(pack: Planned) -> None:
    """Where the campaign has none of it that no other chapter shows, a picture of the look stands in."""
    plan = next(plan for plan in pack.plans if plan.kind == "guide")
    heads = [block for block in plan.content.blocks if isinstance(block, Opening)]
    shown = {
        head.id: each.image.path.parent.name
        for head in heads
        for each in laid_out(head.frame).items
        if isinstance(each, Picture)
    }
    assert list(shown) == [head.id for head in heads]
    led = [name for name, folder in shown.items() if folder != "art"]
    assert led == ["cover", "about", "messages", "statistics", "days", "events", "contact"]
