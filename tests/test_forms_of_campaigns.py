"""Two campaigns in one look have other forms: sets of drawings, and hills that are cut in another way."""

from pathlib import Path

import pytest
import yaml
from sample_brand import sample_brand
from test_cards import SPEC

from builder.brand.artchoice import ANY_CAUSE, Turn, dealt, hand
from builder.brand.artsets import in_set, sets_of
from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.content.frame import Path as Drawn
from builder.errors import Faults
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve
from builder.pack.recipes import CardRecipe
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.record import replace

WORDS = {"number": "7", "label": "days to go", "dates": "13–19 June"}


def holds(folder: Path, name: str, theme: dict[str, str] | None = None, **spec: object) -> list[str]:
    """How the large form of an announcement and of a message begins, of a campaign in embrace."""
    brand = folder / "brand"
    brand.mkdir(parents=True)
    (brand / "_brand.yml").write_text('color: {primary: "#12284B", secondary: "#E1001A"}\n', "utf-8")
    cards = [
        {"design": "announcement", "sizes": ["story"]},
        {"design": "message", "for": "messages", "sizes": ["story"]},
    ]
    campaign = {**SPEC["campaign"], "short_name": name}
    said = {**SPEC, "campaign": campaign, "theme": {**SPEC["theme"], **(theme or {})}, "cards": cards, **spec}
    file = folder / "2025.yaml"
    file.write_text(yaml.safe_dump(said), "utf-8")
    out = folder / "out"
    pack = check(Request(spec=file, brand=brand, output=out, root=folder, only=("social",), jobs=1))
    recipes = [plan.content for plan in pack.plans if isinstance(plan.content, CardRecipe)]
    drawn = [art for recipe in recipes for art in recipe.art if art.name == "art/hold.svg"]
    return [str(art.shapes[0].commands[0]) for art in drawn]


def test_a_campaign_has_one_set_for_all_its_cards_and_another_campaign_another(tmp_path: Path) -> None:
    ones = [holds(tmp_path / name, name) for name in ("Speak Up", "Road Safety Week")]
    assert [len({*own}) for own in ones] == [1, 1]
    assert ones[0] != ones[1]
    named = [holds(tmp_path / name, "Any", {"art": name}) for name in ("arms", "petals", "arches")]
    assert len({each[0] for each in named}) == 3


def test_an_item_cannot_have_a_set_of_the_campaign(tmp_path: Path) -> None:
    message = {"id": "one", "headline": "One", "art": "petals"}
    cards = [{"design": "message", "for": "messages", "sizes": ["story"]}]
    with pytest.raises(Faults) as told:
        holds(tmp_path, "Any", messages=[message], cards=cards)
    assert [problem.message for problem in told.value.problems if problem.severity == "error"] == [
        "`petals` is a set of drawings that all cards of a campaign have, or none"
    ]


def test_no_drawing_of_a_set_stands_for_one_of_the_brand() -> None:
    look = ("art/hold.svg", "art/lap.svg", "art/petals/hold.svg", "art/petals/lap.svg", "art/petals/more.svg")
    sets = sets_of([None, ("arms", "petals")], [("art/lap.svg",), look])
    assert sets == {"arms": {}, "petals": {"art/hold.svg": "art/petals/hold.svg"}}
    own = sets_of([("arms", "petals")], [("art/hold.svg", "art/petals/hold.svg"), look])
    assert own["petals"] == {"art/hold.svg": "art/petals/hold.svg", "art/lap.svg": "art/petals/lap.svg"}


def test_a_set_that_changes_nothing_is_a_fault(tmp_path: Path) -> None:
    look = tmp_path / "looks" / "quiet"
    look.mkdir(parents=True)
    (tmp_path / "_brand.yml").write_text('color: {primary: "#12284B"}\n', "utf-8")
    (look / "look.yaml").write_text("like: embrace\nsets: [arms, petls]\n", "utf-8")
    with pytest.raises(Faults) as told:
        read_brand(tmp_path, "brand", look="quiet")
    (problem,) = [each for each in told.value.problems if each.severity == "error"]
    assert problem.message == "there is no drawing in `art/petls` that could stand for another"
    assert problem.place
    assert problem.place.line == 2


def test_the_hills_of_a_campaign_are_cut_in_one_way() -> None:
    brand = sample_brand("paper")
    design = brand.designs["countdown"]
    assert isinstance(design, Design)
    kinds = []
    for number in range(3):
        items = solve(design, WORDS, sheet(540, 540), in_set(brand, "", number), "en").frame.items
        hill = [item for item in items if isinstance(item, Drawn) and item.commands[0][1] < 0][-1]
        kinds.append({command[0] for command in hill.commands} - {"M", "Z"})
    assert kinds == [{"C", "L"}, {"L"}, {"C", "L"}]
    assert in_set(brand, "ridges", 2).crest == "ridged"
    assert replace(sample_brand(), sets={}).crest == "rolling"


def test_campaigns_of_two_sets_share_no_drawing_that_suits_any_cause() -> None:
    brand = sample_brand("paper")
    of_sets = [in_set(brand, name, 0) for name in ("hills", "ridges", "scallops")]
    for design, least in (("message", 8), ("quote", 6), ("statistic", 8)):
        drawn = [one.designs[design] for one in of_sets]
        hands = [{*hand(each, Turn(set=ANY_CAUSE))} for each in drawn if isinstance(each, Design)]
        assert [len(each) >= least for each in hands] == [True] * 3
        assert len(set.union(*hands)) == sum(map(len, hands))
        assert all(len(brand.art[file].shapes) <= 70 for each in hands for file in each)
    for one in of_sets:  # a layout of slides has a drawing of the set, too
        assert one.slides
        arts = [each.art for each in one.slides.layouts.values()]
        uses = [use for art in arts for use in (art if isinstance(art, tuple) else (art,))]
        forms = [file for use in uses for file in dealt(use, Turn(set=ANY_CAUSE)) if "/forms/" in file]
        assert len(forms) > 9
        assert {file.split("/")[1] for file in forms} == {one.set}


def test_the_grounds_of_a_series_differ_in_colour_where_roles_share_one() -> None:
    brand = sample_brand()
    said = {"series": ["background", "tertiary", "highlight"], "body": {"column": ["spacer"]}}
    design = Design.model_validate({**said, "text_color": "ink", "background": {"fill": "background"}})
    roles = {**brand.roles, "tertiary": brand.called("highlight")}
    told = in_set(replace(brand, roles=roles, designs={"message": design}), "", 0).designs["message"]
    assert isinstance(told, Design)
    assert told.series == ("background", "tertiary")
