"""Brands with little in them: what they cannot make is left out with a warning, the rest is made."""

import shutil
from pathlib import Path

import pytest
import yaml

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.content.frame import Text
from builder.content.recipe import laid_out
from builder.errors import Faults, Place
from builder.pipeline.build import Planned, build, check
from builder.pipeline.request import Request

BRANDS = Path(__file__).parent / "brands"
SPEC = Path(__file__).parent / "packs" / "harbour" / "packs" / "2023.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the brand `roles`, whose fonts are navy's."""
    shutil.copytree(BRANDS / "roles", tmp_path / "brand")
    shutil.copytree(BRANDS / "navy" / "fonts", tmp_path / "brand" / "fonts")
    (tmp_path / "packs").mkdir()
    return tmp_path


def planned(root: Path, **parts: object) -> Planned:
    spec = yaml.safe_load(SPEC.read_text("utf-8")) | {"posts": []} | parts
    path = root / "packs" / "2023.yaml"
    path.write_text(yaml.safe_dump({name: part for name, part in spec.items() if part}), "utf-8")
    return check(Request(spec=path, brand=root / "brand", output=root / "output", root=root))


def test_roles_may_be_the_brand_s_own_and_name_one_another(root: Path) -> None:
    brand = read_brand(root / "brand", "brand")
    assert {role: brand.color(role).hex for role in ("primary", "accent", "highlight")} == {
        "primary": "#004D40",
        "accent": "#FF6F00",
        "highlight": "#FF6F00",
    }
    assert [font.weight for font in brand.fonts] == [400, 700]


def test_a_design_without_an_ink_takes_the_role_that_stands_out_on_each_ground(root: Path) -> None:
    message = read_brand(root / "brand", "brand").designs["message"]
    assert isinstance(message, Design)
    assert [message.on(shape).text_color for shape in ("base", "tall", "wide")] == [
        "on-primary",
        "on-primary",
        "on-background",
    ]


def test_a_brand_with_one_design_makes_what_it_can_and_says_what_it_leaves_out(root: Path) -> None:
    made = planned(root, cards=None)
    assert {plan.kind for plan in made.plans} >= {"social", "guide", "calendar", "start"}
    assert {plan.kind for plan in made.plans}.isdisjoint({"posters", "email", "backgrounds"})
    told = [problem.message for problem in made.problems if "the brand has no design" in problem.message]
    assert any("`poster`" in message and "posters" in message for message in told)
    assert all(problem.severity == "warning" for problem in made.problems)


def test_a_brand_without_slides_says_so_where_slides_are_asked_for(root: Path) -> None:
    def told(*only: str) -> list[str]:
        spec, brand = root / "packs/2023.yaml", root / "brand"
        made = check(Request(spec=spec, brand=brand, output=root / "output", root=root, only=only))
        return [f"{p.place}: {p.message}; {p.hint}" for p in made.problems if "brand has no `" in p.message]

    planned(root, cards=None)
    place = Place("brand/_brand.yml", 1, 1)
    (words,) = told("slides")
    assert words == (
        f"{place}: the brand has no `slides.yaml`, so the pack lacks a PowerPoint template with the brand's"
        " layouts, and an example deck; `packbuild adopt slides` copies one to start from;"
        " `packbuild docs fields-of-slides` tells what stands in it"
    )
    assert told() == [words]
    assert told("copy") == []
    shutil.rmtree(root / "brand/designs")  # the look that comes along has slides
    assert told() == []


def test_a_card_in_a_design_that_the_brand_lacks_is_a_fault(root: Path) -> None:
    with pytest.raises(Faults) as faults:
        planned(root, cards=[{"design": "message", "for": "messages"}, {"design": "poster"}])
    assert [problem.message for problem in faults.value.problems] == ["unknown design `poster`"]


POST = {"id": "one", "when": "2023-07-24", "text": {"default": "Float first"}}


@pytest.mark.parametrize(
    ("card", "cards", "told"),
    [
        ("message/float", None, None),
        ("announcement", None, "`announcement`: the brand has no design `announcement`"),
        ("message/float", [{"design": "message", "for": "messages", "sizes": ["email-signature"]}], ""),
        ("message", [{"design": "message", "for": "quotes"}], "name another card"),
        ("event/a-tlk", [{"design": "event", "for": "events"}], "did you mean `event/a-talk`?"),
        ("event/a-talk", [{"design": "event", "for": "events"}], None),
    ],
)
def test_a_post_whose_image_is_not_made_says_so(
    card: str, cards: list[dict[str, object]] | None, told: str | None, root: Path
) -> None:
    event = {"title": "A talk", "start": "2023-07-24 10:00", "place": "Online"}
    designs = root / "brand" / "designs"
    message = (designs / "message.yaml").read_text("utf-8")
    (designs / "event.yaml").write_text(message.replace("headline", "title"), "utf-8")
    made = planned(root, posts=[POST | {"card": card}], cards=cards, events=[event])
    lost = [problem for problem in made.problems if problem.message.startswith("no image")]
    assert [problem.message for problem in lost] == (
        [] if told is None else [f"no image `{card}` is made, so this post goes without one"]
    )
    lines = (root / "packs" / "2023.yaml").read_text("utf-8").splitlines()
    for problem in lost:
        assert told is not None
        assert told.rpartition(": ")[2] in problem.hint
        assert problem.place
        assert f"card: {card}" in lines[problem.place.line - 1]
    without_images = any(problem.message == "no card is made in these sizes" for problem in made.problems)
    assert without_images == (told == "")


def test_a_logo_that_is_lost_on_a_ground_is_told_at_its_line(root: Path) -> None:
    file = root / "brand/_brand.yml"
    file.write_text(file.read_text("utf-8").replace(", one-color: true", ""), "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(root / "brand", "brand")
    (problem,) = faults.value.problems
    lost = "the larger part of the logo `main` is not seen on `primary` (1.0:1), in 1 place in 1 file"
    assert problem.message == f"{lost} (message.yaml:8)"
    assert "`one-color: true`" in problem.hint
    assert problem.place
    assert (problem.place.file, problem.place.line) == ("brand/_brand.yml", 4)


def test_a_spacer_keeps_its_neighbours_apart_when_there_is_no_room(root: Path) -> None:
    long = "Listen to every tide that comes and goes " * 4
    made = planned(
        root, messages=[{"id": "long", "headline": long}], cards=[{"design": "message", "for": "messages"}]
    )
    frames = [laid_out(plan.content) for plan in made.plans if plan.kind == "social"]
    assert frames
    for frame in frames:
        texts = {item.role: item.box for item in frame.items if isinstance(item, Text)}
        if {"headline", "hashtag"} <= texts.keys():
            apart = texts["hashtag"].y - texts["headline"].bottom
            assert apart >= 0.012 * min(frame.width, frame.height), (frame.width, frame.height)


def test_words_that_stand_on_something_else_are_told_at_their_line_of_the_design(root: Path) -> None:
    """A blend ends in the colour of the words: the pixels tell, once for all cards and sizes."""
    design = root / "brand/designs/message.yaml"
    text = yaml.safe_load(design.read_text("utf-8"))
    blend = {"fill": {"colors": ["background", "primary"]}}
    body = "body:\n  column:\n    - spacer\n    - text: {from: headline, style: display, color: forest-900}\n"
    own = {"needs": text["needs"], "background": blend}
    design.write_text(yaml.safe_dump(own) + body, "utf-8")
    with pytest.raises(Faults):
        planned(root, cards=[{"design": "message", "for": "messages", "sizes": ["usual"]}])
    spec, out = root / "packs/2023.yaml", root / "output"
    request = Request(spec=spec, brand=root / "brand", output=out, root=root, only=("social",), jobs=1)
    with pytest.raises(Faults) as faults:
        build(request, lambda _: None, lambda _: None)
    (problem,) = [each for each in faults.value.problems if each.severity == "error"]
    assert problem.place
    line = design.read_text("utf-8").splitlines().index(body.splitlines()[-1]) + 1
    assert (problem.place.file, problem.place.line) == ("brand/designs/message.yaml", line)
    assert problem.message.startswith("the contrast of `")
    assert "more)" in problem.message
    assert problem.hint.startswith("#")
