"""Campaigns of a look's sets: each composes the same cards in its own way, with pictures of its own."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from sample_brand import sample_brand
from test_cards import SPEC
from test_shipped_looks import LONG, SHORT, words_of

from builder.brand.artsets import in_set as of_campaign
from builder.brand.design import Design, settled
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.brand.variants import in_set, in_variant
from builder.color import parse_color
from builder.content.frame import Path as Drawn
from builder.content.frame import Picture, Text
from builder.content.recipe import known
from builder.errors import Faults
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.layout.numbers import path
from builder.layout.numbers.form import Dress, Share
from builder.pack.artwork import beside_words
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.platforms.sizes import SIZES

BODY = {"text": {"from": "headline", "style": "display"}}
PLAIN: dict[str, Any] = {
    "background": {"fill": "background"},
    "body": BODY,
    "series": ["background", "highlight"],
    "variants": [{"margin": 0.02}],
    "tall": {"margin": 0.1, "area": {"width": 0.5}},
    "sizes": {"link": {"margin": 0.12}},
}
OWN: dict[str, Any] = {
    "background": {"fill": "primary"},
    "margin": 0.07,
    "area": {"height": 0.4},
    "text_color": "on-primary",
    "body": {"column": [BODY, "rule"]},
    "series": ["surface"],
    "variants": [{"margin": 0.03}, {"margin": 0.04}],
    "tall": {"margin": 0.2},
    "landscape": {"margin": 0.21},
    "wide": {"margin": 0.22},
    "strip": {"margin": 0.23},
    "sizes": {"story": {"margin": 0.3}},
}
NAMES = ("instagram-square", "story", "link")


@pytest.fixture(scope="module", params=["photo", "embrace", "grid", "broadsheet"])
def brand(request: pytest.FixtureRequest) -> Brand:
    return sample_brand(request.param)


def test_a_campaign_has_what_its_set_says_and_all_else_of_the_design() -> None:
    design = Design.model_validate({**PLAIN, "sets": {"petals": OWN}})
    own, other = in_set(design, "petals"), in_set(design, "arms")
    assert (own.margin, own.area.height, own.text_color) == (0.07, 0.4, "on-primary")
    assert (own.background.fill, len(own.body.children)) == ("primary", 2)
    assert (own.series, len(own.variants)) == (("surface",), 2)
    shapes = (own.tall, own.landscape, own.wide, own.strip)
    assert [shape and shape.margin for shape in shapes] == [0.2, 0.21, 0.22, 0.23]
    assert own.on("tall").area.width == 0.5  # of the design
    assert own.on("base", ["story"]).margin == 0.3
    assert own.on("base", ["link"]).margin == 0.12
    assert other == Design.model_validate(PLAIN)
    only = Design.model_validate({**PLAIN, "sets": {"petals": {"margin": 0.07}}})
    assert (in_set(only, "petals").series, len(in_set(only, "petals").variants)) == (design.series, 1)


def told(tmp_path: Path, sets: dict[str, Any], look: str = "embrace") -> list[str]:
    """What is wrong with a brand whose design of messages has these sets."""
    (tmp_path / "designs").mkdir()
    said = {"defaults": {"packbuild": {"look": look}}}
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump(said), "utf-8")
    design = {**PLAIN, "needs": ["headline"], "sets": sets}
    (tmp_path / "designs/message.yaml").write_text(yaml.safe_dump(design), "utf-8")
    try:
        return [problem.message for problem in read_brand(tmp_path, "brand").problems]
    except Faults as faults:
        return [problem.message for problem in faults.problems]


@pytest.mark.parametrize(
    ("sets", "message"),
    [
        ({"petal": {"margin": 0.1}}, "there is no set of drawings `petal`: nothing is drawn so"),
        ({"petals": {}}, "this set is drawn as the design is"),
        ({"petals": {"series": ["mauve"]}}, "no colour or role `mauve`"),
        ({"petals": {"tall": {"background": {"fill": "mauve"}}}}, "no colour or role `mauve`"),
        ({"petals": {"variants": [{"text_color": "mauve"}]}}, "no colour or role `mauve`"),
    ],
)
def test_what_changes_nothing_or_is_not_there_is_told(
    tmp_path: Path, sets: dict[str, Any], message: str
) -> None:
    assert any(message in found for found in told(tmp_path, sets))


def test_a_look_without_sets_says_so(tmp_path: Path) -> None:
    found = told(tmp_path, {"petals": {"margin": 0.1}}, look="grid")
    assert any("there is no set of drawings `petals`" in message for message in found)


@pytest.mark.parametrize("number", [1, 2])
def test_words_short_and_long_have_room_in_each_composition(brand: Brand, number: int) -> None:
    campaign = of_campaign(brand, "", number)
    canvases = [screen(size) for size in SIZES if size.key in NAMES]
    for name, design in campaign.designs.items():
        assert isinstance(design, Design)
        composed = getattr(brand.designs[name], "sets", {}).keys() & {campaign.set}
        if not composed or "photo" in design.needs or name in ("poster", "poster-undated", "guide-cover"):
            continue
        ways = range(len(design.variants) + 1)
        for given, way, canvas in product((SHORT, LONG), ways, canvases):
            words = words_of(campaign, given)
            own = known(settled(in_variant(design, way), canvas.shape, canvas.names))
            assert solve(beside_words(own, words).value, words, canvas, campaign, "en-GB").frame


def place_of_logo(brand: Brand, name: str) -> tuple[bool, bool]:
    """Whether a card's logo stands in the right half, and in the lower one."""
    design, canvas = brand.designs[name], next(screen(size) for size in SIZES if size.key == NAMES[0])
    assert isinstance(design, Design)
    frame = solve(design, words_of(brand, SHORT), canvas, brand, "en-GB").frame
    last = max(number for number, item in enumerate(frame.items) if isinstance(item, Text))
    shapes = [item for item in frame.items if isinstance(item, Drawn)]
    small = [extent(item.commands) for item in shapes if extent(item.commands).w < 90]
    assert last and small
    return small[-1].x > frame.width / 2, small[-1].y > frame.height / 2


def test_three_campaigns_of_embrace_have_their_logo_in_three_places() -> None:
    brand = sample_brand("embrace")
    places = [place_of_logo(of_campaign(brand, name, 0), "announcement") for name in brand.sets]
    assert places == [(False, True), (False, False), (True, True)]


def test_campaigns_of_photo_share_no_picture_unless_they_name_it() -> None:
    brand = sample_brand("photo")
    of = {name: set(of_campaign(brand, name, 0).stand_ins) for name in brand.sets}
    assert not (of["arch"] & of["block"] or of["arch"] & of["disc"] or of["block"] & of["disc"])
    assert all(len(pictures) >= 5 for pictures in of.values())
    assert set.union(*of.values()) == set(brand.pictures) == set(brand.stand_ins)


def test_a_picture_of_a_set_that_the_look_lacks_is_told(tmp_path: Path) -> None:
    look = tmp_path / "looks/calm"
    look.mkdir(parents=True)
    pictures = [{"file": "art/chairs.jpg", "set": "squares"}]
    (look / "look.yaml").write_text(yaml.safe_dump({"like": "photo", "pictures": pictures}), "utf-8")
    said = {"defaults": {"packbuild": {"look": "calm"}}}
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump(said), "utf-8")
    with pytest.raises(Faults) as raised:
        read_brand(tmp_path, "brand")
    problem = next(each for each in raised.value.problems if each.severity == "error")
    assert problem.message == "there is no set `squares`, so no card shows this picture"
    assert problem.place and problem.place.file == "brand/looks/calm/look.yaml"


def test_the_theme_names_a_set_of_photo_and_still_has_a_picture(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    said = {"defaults": {"packbuild": {"look": "photo"}}}
    (tmp_path / "brand/_brand.yml").write_text(yaml.safe_dump(said), "utf-8")
    cards = [{"design": "announcement", "sizes": ["instagram-square"]}]
    spec = {**SPEC, "theme": {**SPEC["theme"], "art": "disc"}, "cards": cards}
    (tmp_path / "2025.yaml").write_text(yaml.safe_dump(spec), "utf-8")
    places = {"spec": tmp_path / "2025.yaml", "brand": tmp_path / "brand", "output": tmp_path / "out"}
    planned = check(Request(**places, root=tmp_path, only=("social",), jobs=1))
    (card,) = (plan for plan in planned.plans if plan.kind == "social")
    (picture,) = (item for item in card.content.lay_out().content.items if isinstance(item, Picture))
    assert picture.clip  # a disc


@pytest.mark.parametrize(("ink", "bead"), [("#FFFFFF", "#E1001A"), ("#0B0B0B", "#0B0B0B")])
def test_the_bead_of_today_is_seen_on_a_light_path(ink: str, bead: str) -> None:
    """Words are light on a dark ground, and their colour would be lost on a light band."""
    light, ground = parse_color("#F4F2EE"), parse_color("#E1001A")
    canvas = next(screen(size) for size in SIZES if size.key == NAMES[0])
    dress = Dress(light, light, ground, parse_color(ink), canvas, rtl=False)
    _, *beads = path.FORM.draw(Share(2, 5), Box(0, 0, 500, 200), dress)
    assert [isinstance(each, Drawn) and each.fill for each in beads][1] == parse_color(bead)
