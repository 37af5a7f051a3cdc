"""What shows the theme in the look `photo` where the campaign has photographs, and names none for it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image as Pixels
from test_cards import SPEC
from test_stand_ins import request

from builder.content.frame import Picture
from builder.content.recipe import laid_out
from builder.content.story import Opening
from builder.pack.turns import in_rounds
from builder.pipeline.build import Planned, check

PICTURES = 5  # that the look has of the set that falls to this campaign
CARDS: list[dict[str, Any]] = [
    {"design": "announcement", "sizes": ["instagram-square"]},
    {"design": "countdown", "for": "countdown", "days_before": [30, 7], "sizes": ["instagram-square"]},
    {"design": "pledge", "for": "pledge", "sizes": ["instagram-square"]},
    {"design": "message", "for": "messages", "sizes": ["instagram-square"]},
]


def planned(folder: Path, **said: Any) -> Planned:
    """A campaign with a photograph that only one message names."""
    (folder / "brand").mkdir(parents=True)
    (folder / "brand/_brand.yml").write_text("defaults: {packbuild: {look: photo}}\n", "utf-8")
    for name in ("first", "second"):
        Pixels.new("RGB", (3000, 3000), "teal").save(folder / f"{name}.jpg")
    photos = [
        {"id": name, "file": f"{name}.jpg", "alt": f"The {name}", "credit": f"Jo {name}"}
        for name in ("first", "second")
    ]
    messages = [{"id": f"m{n}", "headline": f"Cup {n}"} for n in range(PICTURES)]
    messages.append({"id": "own", "headline": "A pot", "photo": "second"})
    asked = {**SPEC, "messages": messages, "pledge": {"text": "I listen."}, "photos": photos, "cards": CARDS}
    (folder / "2025.yaml").write_text(yaml.safe_dump({**asked, **said}), "utf-8")
    return check(request(folder / "2025.yaml", folder / "brand", "social", "posters", "pledge", "guide"))


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    return planned(tmp_path_factory.mktemp("tea") / "campaign")


def shown(pack: Planned, kind: str) -> dict[str, set[str]]:
    """The pictures of each card, by the name of its file."""
    plans = (plan for plan in pack.plans if plan.kind == kind)
    frames = {plan.path.rpartition("/")[2]: laid_out(plan.content) for plan in plans}
    return {
        name: {item.image.path.stem for item in frame.items if isinstance(item, Picture)}
        for name, frame in frames.items()
        if hasattr(frame, "items")
    }


def test_the_theme_its_countdown_and_its_pledge_show_the_first(pack: Planned) -> None:
    cards = {name: pictures for name, pictures in shown(pack, "social").items() if "message" not in name}
    assert len(cards) == 4
    assert all(pictures == {"first"} for pictures in cards.values())
    posters = {name: pictures for name, pictures in shown(pack, "posters").items() if "-screen" in name}
    assert posters
    assert all(pictures == {"first"} for pictures in posters.values())
    pledges = {name: pictures for name, pictures in shown(pack, "pledge").items() if "save-ink" not in name}
    assert all(pictures == {"first"} for pictures in pledges.values())


def test_who_took_it_is_said_wherever_it_is_shown(pack: Planned) -> None:
    for kind in ("posters", "pledge"):
        plans = [plan for plan in pack.plans if plan.kind == kind and "save-ink" not in plan.path]
        assert {plan.credits for plan in plans if not plan.path.endswith(".txt")} == {("Jo first",)}, kind


def test_none_of_the_pictures_stands_in_twice_while_others_are_left(pack: Planned) -> None:
    cards = {name: pictures for name, pictures in shown(pack, "social").items() if "message" in name}
    own = next(name for name in cards if "message-own" in name)
    assert cards.pop(own) == {"second"}
    assert len(set().union(*cards.values())) == PICTURES


def test_chapters_without_a_photograph_show_a_picture_too(pack: Planned) -> None:
    guide = next(plan for plan in pack.plans if plan.kind == "guide")
    heads = {block.id: block.frame for block in guide.content.blocks if isinstance(block, Opening)}
    stems = {
        name: {item.image.path.stem for item in laid_out(frame).items if isinstance(item, Picture)}
        for name, frame in heads.items()
    }
    assert all(stems.values())
    assert stems["cover"] == {"first"}
    assert stems["messages"] == {"second"}


def test_art_that_the_theme_names_goes_before_it(tmp_path: Path) -> None:
    pack = planned(tmp_path / "campaign", theme={**SPEC["theme"], "art": "door"})
    cards = shown(pack, "social")
    assert next(pictures for name, pictures in cards.items() if "announcement" in name) == {"door"}


def test_a_round_ends_before_the_next_begins() -> None:
    ids = [str(number) for number in range(14)]
    turns = in_rounds(ids, range(14), 7, "picture", {})
    assert {turns[place] for place in range(7)} == {turns[place] for place in range(7, 14)} == set(range(7))
    assert turns[6] != turns[7]


def test_what_is_given_counts_as_had() -> None:
    turns = in_rounds(["a", "b", "c", "d"], [0, 1, 3], 4, "picture", {2: 3})
    assert sorted(turns.values()) == [0, 1, 2, 3]
