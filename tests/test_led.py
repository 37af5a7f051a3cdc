"""Cards with photographs in the look that they lead: each has a place for one, neighbours have two ways."""

from itertools import pairwise
from typing import Any

import pytest
import yaml
from PIL import Image as Pixels
from test_cards import SPEC

from builder.content.frame import Picture
from builder.pipeline.build import check
from builder.pipeline.request import Request

PARTS: dict[str, Any] = {
    "messages": [{"id": f"m{number}", "headline": "Hold a baby close"} for number in range(6)],
    "statistics": [{"id": "third", "value": "1 in 3", "label": "cups are shared", "source": "Us"}],
    "quotes": [{"id": "q", "text": "Tea helps.", "who": "Somebody (sample)"}],
    "resources": [{"id": "film", "title": "The film", "kind": "Film", "description": "It shows cups."}],
    "events": [{"id": "tea", "title": "Tea", "start": "2025-05-05T10:00", "place": "The hall"}],
    "days": [{"date": "2025-05-05", "topic": "The first cup", "text": "How we begin."}],
}
OF = {"messages": "message", "days": "day", "quotes": "quote", "events": "event", "resources": "resource"}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The cards of a pack whose items all have a photograph, by name, laid out."""
    folder = tmp_path_factory.mktemp("campaign")
    (folder / "brand").mkdir()
    (folder / "brand/_brand.yml").write_text("defaults: {packbuild: {look: photo}}\n", "utf-8")
    Pixels.effect_noise((1600, 1600), 60).convert("RGB").save(folder / "cup.jpg", quality=60)
    parts = {part: [{**item, "photo": "cup"} for item in items] for part, items in PARTS.items()}
    sizes = ["instagram-square", "story", "link"]
    names = {**OF, "statistics": "statistic"}
    cards = [{"design": names[part], "for": part, "sizes": sizes} for part in PARTS]
    photos = [{"id": "cup", "file": "cup.jpg", "alt": "A cup", "focus": [0.4, 0.2, 0.2, 0.2]}]
    theme = {**SPEC["theme"], "photo": "cup"}
    asked = {**SPEC, **parts, "photos": photos, "theme": theme, "cards": cards}
    asked["cards"] = [{"design": "announcement", "sizes": ["all"]}, *cards]
    spec = folder / "2025.yaml"
    spec.write_text(yaml.safe_dump(asked), "utf-8")
    wanted = Request(
        spec=spec, brand=folder / "brand", output=folder / "out", root=folder, only=("social",), jobs=1
    )
    found = check(wanted)
    assert [each for each in found.problems if each.severity == "error"] == []
    return {f"{plan.group} {plan.size}": plan.content.lay_out().content for plan in found.plans}


def test_every_card_shows_its_photograph_in_every_size(plans: dict[str, Any]) -> None:
    assert len(plans) > 40
    for name, frame in plans.items():
        shown = [each for each in frame.items if isinstance(each, Picture)]
        assert shown or name == "announcement email-signature", name


def treatment(frame: Any) -> tuple[Any, ...]:
    """What tells one way of showing a photograph from another."""
    (first, *_) = (each for each in frame.items if isinstance(each, Picture))
    return round(first.box.h / frame.height, 1), bool(first.clip), first.tone, len(frame.items) > 4


def test_neighbours_show_theirs_in_two_ways(plans: dict[str, Any]) -> None:
    for size in ("instagram-square", "story", "link"):
        ways = [treatment(plans[f"message-m{number} {size}"]) for number in range(6)]
        grounds = [plans[f"message-m{number} {size}"].items[0].paint for number in range(6)]
        assert all(a != b for a, b in pairwise(zip(ways, grounds, strict=True))), size
        assert len(set(ways)) >= 3, size


def test_a_statistic_is_cut_into_strips(plans: dict[str, Any]) -> None:
    for size in ("instagram-square", "story", "link"):
        pictures = [each for each in plans[f"statistic-third {size}"].items if isinstance(each, Picture)]
        assert [len([step for step in each.clip if step[0] == "M"]) for each in pictures] == [2, 1]
