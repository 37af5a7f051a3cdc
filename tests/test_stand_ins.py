"""A campaign without photographs in the look that they lead: pictures of the look stand in, two-toned."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_cards import SPEC

from builder.content.frame import Picture
from builder.content.recipe import laid_out
from builder.content.story import Opening
from builder.errors import Faults
from builder.pack.led import Series
from builder.pack.photographs import stood_in
from builder.pack.plan import Plan
from builder.pipeline.build import Planned, check, read_editions
from builder.pipeline.request import Request

NAMES = ["kettle", "pot", "spoon", "saucer", "leaf", "steam"]


def request(spec: Path, brand: Path, *only: str) -> Request:
    return Request(spec=spec, brand=brand, output=spec.parent / "out", root=spec.parent, only=only, jobs=1)


def campaign(folder: Path, messages: list[dict[str, Any]], **theme: str) -> Path:
    """The spec of a campaign with the fonts and colours that come along."""
    (folder / "brand").mkdir(parents=True)
    (folder / "brand/_brand.yml").write_text("defaults: {packbuild: {look: photo}}\n", "utf-8")
    cards = [{"design": "announcement", "sizes": ["story"]}]
    cards += [{"design": "message", "for": "messages", "sizes": ["instagram-square"]}]  # type: ignore[dict-item]
    spec = folder / "2025.yaml"
    asked = {**SPEC, "theme": {**SPEC["theme"], **theme}, "messages": messages, "cards": cards}
    spec.write_text(yaml.safe_dump(asked), "utf-8")
    return spec


def planned(folder: Path, messages: list[dict[str, Any]], **theme: str) -> Planned:
    """Its cards and posters."""
    return check(request(campaign(folder, messages, **theme), folder / "brand", "social", "posters"))


def is_screen(plan: Plan) -> bool:
    return "-screen" in plan.path or plan.kind == "social"


def pictures(pack: Planned, kind: str) -> list[Picture]:
    """The picture of each card."""
    frames = [laid_out(plan.content) for plan in pack.plans if plan.kind == kind and is_screen(plan)]
    return [item for frame in frames for item in frame.items if isinstance(item, Picture)]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    messages = [{"id": name, "headline": f"One {name}"} for name in NAMES]
    return planned(tmp_path_factory.mktemp("tea") / "campaign", messages)


def test_each_card_has_a_picture_and_never_its_neighbours(pack: Planned) -> None:
    shown = [each.image.path.stem for each in pictures(pack, "social")]
    assert len(shown) == 1 + len(NAMES)
    assert all(one != other for one, other in pairwise(shown[1:]))
    (told,) = (each for each in pack.problems if "photo" in each.message)
    assert told.message.startswith("7 cards have no photograph: pictures of the look stand in")
    assert (told.place is not None, told.severity) == (True, "warning")


def test_who_chooses_the_pictures_is_told_nothing(tmp_path: Path) -> None:
    messages = [{"id": "one", "headline": "One", "art": "lamps"}, {"id": "two", "headline": "Two"}]
    found = {}
    for art, given in (("lamps", messages[:1]), ("lamps", messages), ("block", messages)):
        folder = tmp_path / f"{art}{len(given)}"
        editions, _ = read_editions(request(campaign(folder, given, art=art), folder / "brand"))
        found[art, len(given)] = [each.message for each in stood_in(editions[0])]
    assert found["lamps", 1] == found["block", 2] == []
    (told,) = found["lamps", 2]
    assert told.startswith("the card `message/two` has no photograph:")


def test_neighbours_have_two_of_the_grounds_of_the_designs_that_draw_them() -> None:
    """Of days, the design for photographs has three, and the one without them four."""
    ids = tuple(map(str, range(12)))
    none: dict[str, Any] = {"ways": ((),) * 12, "pictured": (None,) * 12}
    grounds = Series(ids=ids, counts=(3,) * 12, **none).grounds
    assert set(grounds) == {0, 1, 2}
    assert all(one != other for one, other in pairwise(grounds))


def test_the_theme_has_the_same_on_cards_and_posters(pack: Planned) -> None:
    announced, *_ = pictures(pack, "social")
    assert {each.image.digest for each in pictures(pack, "posters")} == {announced.image.digest}


def test_they_are_in_two_colours_and_say_nothing(pack: Planned) -> None:
    for picture in pictures(pack, "social"):
        dark, *_, light = picture.tone
        assert dark.luminance < light.luminance
        assert picture.alt == ""
    assert all(plan.credits == () for plan in pack.plans)


def test_an_item_names_one_or_a_drawing_instead(tmp_path: Path) -> None:
    messages = [{"id": "a", "headline": "1", "art": "chairs"}, {"id": "b", "headline": "2", "art": "hills"}]
    pack = planned(tmp_path / "campaign", messages, art="door")
    assert [each.image.path.stem for each in pictures(pack, "social")] == ["door", "chairs"]


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    look = tmp_path / "campaign/brand/looks/quiet"
    look.mkdir(parents=True)
    said = "like: photo\npictures: [{file: art/gone.jpg}, {file: art/hills.svg}]\n"
    (look / "look.yaml").write_text(said, "utf-8")
    brand = look.parent.parent
    (brand / "_brand.yml").write_text("defaults: {packbuild: {look: quiet}}\n", "utf-8")
    spec = tmp_path / "campaign/2025.yaml"
    spec.write_text(yaml.safe_dump(SPEC), "utf-8")
    with pytest.raises(Faults) as faults:
        check(request(spec, brand))
    told = [problem.message for problem in faults.value.problems]
    assert "there is no picture `art/gone.jpg`" in told
    assert "`art/hills.svg` is a drawing, which cannot stand in for a photograph" in told


def test_the_pledge_to_print_and_chapters_show_one_too(tmp_path: Path) -> None:
    folder = tmp_path / "campaign"
    campaign(folder, [])
    said = yaml.safe_load((folder / "2025.yaml").read_text("utf-8"))
    said["pledge"] = {"text": "I listen."}
    (folder / "2025.yaml").write_text(yaml.safe_dump(said), "utf-8")
    pack = check(request(folder / "2025.yaml", folder / "brand", "pledge", "guide"))
    (paper,) = (plan for plan in pack.plans if plan.path.endswith("pledge-card-a5_en.pdf"))
    assert any(isinstance(item, Picture) for item in laid_out(paper.content).items)
    (guide,) = (plan for plan in pack.plans if plan.kind == "guide" and plan.path.endswith(".pdf"))
    heads = [block for block in guide.content.blocks if isinstance(block, Opening)]
    assert all(any(isinstance(item, Picture) for item in laid_out(head.frame).items) for head in heads)
