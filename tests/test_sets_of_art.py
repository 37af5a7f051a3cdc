"""Lists of art in several folders: a campaign has one, by name, or `forms`; none comes again."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from sample_brand import sample_brand
from test_cards import SPEC

from builder.brand.artchoice import Turn, dealt, set_names
from builder.brand.artuse import ArtUse
from builder.pack.recipes import CardRecipe
from builder.pipeline.build import Planned, check
from builder.pipeline.request import Request

FILES = ("art/nature/leaf.svg", "art/forms/arch.svg", "art/nature/sun.svg", "art/forms/disc.svg")
SUN = {"headline": "The sun", "id": "sun"}
COLORS = {
    "forms": {"primary": "#000000", "secondary": "#E1001A"},
    "people": {"primary": "#1059C9", "secondary": "#13823C", "tertiary": "#FFD21F"},
    "nature": {"primary": "#35214F", "secondary": "#0F6B68", "tertiary": "#E8604C"},
}


def test_the_item_goes_before_the_theme_and_that_before_chance() -> None:
    use = ArtUse(file=FILES)
    nature, forms = FILES[::2], FILES[1::2]
    assert dealt(use, Turn(named="forms", set="nature")) == forms
    assert dealt(use, Turn(set="nature", deck=1)) == nature
    assert dealt(use, Turn(set="streets", deck=2)) == forms  # it suits any cause
    without = ArtUse(file=(FILES[0], "art/people/hands.svg"))
    assert [dealt(without, Turn(deck=deck)) for deck in range(3)] == [FILES[:1], without.files[1:], FILES[:1]]
    assert dealt(ArtUse(file=nature), Turn(set="forms", deck=1)) == nature
    assert set_names((*FILES, "art/motif.svg", "art/icons/home.svg")) == ["forms", "nature"]


def planned(
    folder: Path, colors: str, theme: dict[str, str], *messages: dict[str, str], **parts: list[dict[str, str]]
) -> Planned:
    """The cards of a campaign in paper: of its messages and statistics."""
    brand = folder / "brand"
    brand.mkdir(parents=True)
    said = {"color": COLORS[colors], "defaults": {"packbuild": {"look": "paper"}}}
    (brand / "_brand.yml").write_text(yaml.safe_dump(said), "utf-8")
    sizes = ["instagram-square"]
    cards: list[dict[str, object]] = [{"design": "message", "for": "messages", "sizes": sizes}]
    cards += [{"design": part.removesuffix("s"), "for": part, "sizes": sizes} for part in parts]
    own = {"theme": {**SPEC["theme"], **theme}, "messages": messages, "cards": cards}
    asked = {**SPEC, **own, **parts}
    (folder / "2025.yaml").write_text(yaml.safe_dump(asked), "utf-8")
    spec = folder / "2025.yaml"
    out = folder / "out"
    return check(Request(spec=spec, brand=brand, output=out, root=folder, only=("social",), jobs=1))


def scenes(pack: Planned) -> list[str]:
    """The folder and the name of the scene of each message."""
    recipes = [plan.content for plan in pack.plans if isinstance(plan.content, CardRecipe)]
    files = [recipe.design.value.background.pieces[0].files[0] for recipe in recipes]
    return [file.removeprefix("art/").removesuffix(".svg") for file in files]


@pytest.mark.parametrize("name", COLORS)
def test_a_campaign_that_names_no_art_has_forms_that_suit_any_cause(tmp_path: Path, name: str) -> None:
    messages = [{"id": f"m{number}", "headline": f"Message {number}"} for number in range(12)]
    shown = scenes(planned(tmp_path / "campaign", name, {}, *messages))
    (of_set,) = {scene.rpartition("/")[0] for scene in shown}
    assert of_set in ("hills/forms", "ridges/forms", "scallops/forms")
    assert len({*shown[:8]}) == 8  # all there are, before one comes again
    assert all(one != other for one, other in pairwise(shown))


def test_what_an_item_names_counts_as_shown(tmp_path: Path) -> None:
    named = {"id": "named", "headline": "Named", "art": "torn"}
    messages = [{"id": f"m{number}", "headline": f"Message {number}"} for number in range(7)]
    for place in (0, 4, 7):
        said = [*messages[:place], named, *messages[place:]]
        shown = scenes(planned(tmp_path / str(place), "people", {"art": "ridges"}, *said))
        assert shown[place] == "ridges/forms/torn"
        assert len({*shown}) == 8


def test_parts_of_a_pack_show_other_drawings_while_there_are_some(tmp_path: Path) -> None:
    messages = [{"id": f"m{number}", "headline": f"Message {number}"} for number in range(4)]
    figures = [{"id": f"f{n}", "value": "7", "label": "days", "source": "us"} for n in range(3)]
    pack = planned(tmp_path / "campaign", "nature", {}, *messages, statistics=figures)
    recipes = [plan.content for plan in pack.plans if isinstance(plan.content, CardRecipe)]
    files = [recipe.design.value.background.pieces[-1].files[0] for recipe in recipes]
    assert len(files) == len({*files}) == 7


def test_the_theme_names_a_set_and_an_item_its_own_art(tmp_path: Path) -> None:
    home = {"id": "home", "headline": "Home", "art": "shelter"}
    all_ = {"id": "all", "headline": "All", "art": "people"}
    sun, *named = scenes(planned(tmp_path / "campaign", "forms", {"art": "nature"}, SUN, home, all_))
    assert sun.startswith("nature/")
    assert named[0] == "families/shelter"
    assert named[1].startswith("people/")


def test_a_sun_gives_way_to_no_dark_colour() -> None:
    brand = sample_brand("paper")
    others = ("background", "accent", "secondary", "tertiary", "secondary-soft")
    beside = [brand.color(role) for role in others]
    for ground in ("highlight", "accent-soft"):
        sun = brand.shape("highlight", brand.color(ground), beside=beside, is_art=True)
        assert sun != "highlight"
        assert brand.color(sun).luminance > 0.2
