"""The infographic along a path, around a wheel, and of two sides."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from test_cards import packed

from builder.brand.boxes import Node
from builder.brand.design import Design
from builder.brand.looks import look_names
from builder.color import Color, contrast
from builder.content.frame import Frame, Text
from builder.content.frame import Path as Curve
from builder.content.story import Heading, ListBlock
from builder.geometry.arcs import disc
from builder.kinds import kinds_named
from builder.kinds.guide.chapters import resources
from builder.layout.cards.stepforms import corners_of
from builder.pack.edition import Edition
from builder.pack.stepforms import undrawn_form
from builder.phrases import phrases
from builder.record import replace

BODY = {"column": [{"text": {"from": "title", "style": "display"}}]}
TITLES = ("Notice", "Wait", "Answer", "Repeat", "Rest")
GAPS = "Gaps under the eaves that have stood open for more than a hundred summers and their winters"
STEPS = [{"title": title, "text": "Watch how it moves.", "icon": "heart"} for title in TITLES]
SIDES: list[dict[str, Any]] = [
    {"title": "An old roof", "points": [GAPS, "Swifts each May."], "icon": "home"},
    {"title": "A mended roof", "points": ["Every gap closed", "A box instead"]},
]
FORMS: dict[str, dict[str, Any]] = {
    "list": {"steps": STEPS},
    "path": {"steps": STEPS},
    "wheel": {"steps": STEPS},
    "comparison": {"sides": SIDES},
}


def pack(folder: Path, form: str, **other: object) -> Edition:
    story = {"title": "How to answer", "form": form, **FORMS[form], **other}
    return packed(folder, infographic=story)


def plans(edition: Edition) -> dict[str, Any]:
    (kind,) = kinds_named(["infographic"])
    return {plan.path.rpartition("infographic_")[2].split("_")[0]: plan for plan in kind.plan(edition)}


def frame(edition: Edition, size: str = "screen") -> Frame:
    layout = plans(edition)[size].content.lay_out()
    assert layout.sound, layout.remarks
    assert isinstance(layout.content, Frame)
    return layout.content


def said(made: Frame) -> list[str]:
    return [item.words for item in made.items if isinstance(item, Text)]


def spoken(side: dict[str, Any]) -> list[str]:
    return [side["title"], *side["points"]]


def at(made: Frame, words: str) -> Text:
    return next(item for item in made.items if isinstance(item, Text) and item.words == words)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("look", look_names())
def test_a_form_says_all_in_order_in_each_look(tmp_path: Path, look: str, form: str) -> None:
    edition = pack(tmp_path, form)
    edition = replace(edition, brand=sample_brand(look))
    for size in ("screen", "story"):
        words = said(frame(edition, size))
        wanted = TITLES if form != "comparison" else [words for side in SIDES for words in spoken(side)]
        assert [one for one in words if one in wanted] == [*wanted]
        if form != "comparison":
            assert all(str(number) in words for number in range(1, 6))


def test_a_path_winds_through_its_discs(tmp_path: Path) -> None:
    made = frame(pack(tmp_path, "path"))
    (road,) = (item for item in made.items if isinstance(item, Curve) and item.stroke_width > 20)
    assert len(road.commands) == len(TITLES)
    places = [at(made, title).box.x for title in TITLES]
    assert all(one < other for one, other in pairwise(places))
    high = [float(command[-1]) for command in road.commands]
    assert all((one < other) == (number % 2 == 0) for number, (one, other) in enumerate(pairwise(high)))


@pytest.mark.parametrize(
    ("look", "corners"), [("embrace", "round"), ("paper", "round"), ("grid", "square"), ("broadsheet", "")]
)
def test_discs_and_panels_have_the_corners_of_their_look_and_icons_in_each(
    tmp_path: Path, look: str, corners: str
) -> None:
    brand = sample_brand(look)
    design = brand.designs["infographic"]
    assert isinstance(design, Design)
    assert corners_of(design) == corners
    recipe = plans(replace(pack(tmp_path, "path"), brand=brand))["story"].content
    assert "art/icons/heart.svg" in {art.name for art in recipe.art}
    assert recipe.words["steps"][0]["corners"] == corners


def test_a_wheel_has_its_first_steps_at_its_right_and_the_last_at_the_top_left(tmp_path: Path) -> None:
    made = frame(pack(tmp_path, "wheel"))
    first, *_, last = (at(made, title).box for title in TITLES)
    assert first.x > made.width / 2 > last.x
    assert last.y < at(made, "Repeat").box.y


@pytest.mark.parametrize("size", ["screen", "story"])
def test_sides_stand_beside_each_other_and_their_points_are_level(tmp_path: Path, size: str) -> None:
    made = frame(pack(tmp_path, "comparison"), size)
    assert len(at(made, GAPS).lines) > len(at(made, "Every gap closed").lines)
    for words, others in ((GAPS, "Every gap closed"), ("Swifts each May.", "A box instead")):
        one, other = at(made, words), at(made, others)
        assert one.box.right < other.box.x
        assert one.lines[0].baseline == pytest.approx(other.lines[0].baseline)


def test_the_mark_of_a_point_is_seen_on_every_side(tmp_path: Path) -> None:
    """WCAG 2.2, 1.4.11: what tells one point from the next has 3:1, whatever a brand has for accents."""
    edition = pack(tmp_path, "comparison")
    pale = {"accent": "apricot", "secondary-soft": "mint", "accent-soft": "sun"}
    brand = replace(edition.brand, roles={**edition.brand.roles, **pale})
    curves = [item for item in frame(replace(edition, brand=brand)).items if isinstance(item, Curve)]
    marks = [curve.fill for curve in curves if len(curve.commands) == len(disc((0, 0), 1))]
    grounds = [brand.color(name) for name in ("mint", "mint", "sun", "sun")]  # two points on each
    assert all(isinstance(mark, Color) for mark in marks)
    assert [contrast(*each) >= 3 for each in zip(marks, grounds, strict=True)] == [True] * 4


def test_what_is_told_of_a_side_is_told_where_the_spec_has_it(tmp_path: Path) -> None:
    places = {form: plans(pack(tmp_path, form))["story"].content.locate(("steps",)) for form in FORMS}
    assert places.pop("comparison") == ("infographic", "sides")
    assert set(places.values()) == {("infographic", "steps")}


def test_what_is_heard_and_what_the_guide_says_of_two_sides(tmp_path: Path) -> None:
    edition = pack(tmp_path, "comparison")
    heard = plans(edition)["screen"].alt
    assert f"An old roof: {GAPS}; Swifts each May. A mended roof: Every gap closed; A box instead." in heard
    spoken = plans(replace(edition, language="ar", phrases=phrases("ar")))["screen"].alt
    assert f"An old roof: {GAPS}؛ Swifts each May. " in spoken
    blocks = resources(edition)
    assert [len(block.items) for block in blocks if isinstance(block, ListBlock)] == [2, 2]
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3, 3]


def test_sentences_that_have_no_room_are_told(tmp_path: Path) -> None:
    long = "Watch how it moves, in the morning and in the evening, and how it sounds when nobody is there."
    steps = [{"title": title, "text": f"{title}: {long}"} for title in TITLES]
    layout = plans(pack(tmp_path, "wheel", steps=steps))["story"].content.lay_out()
    (told,) = (remark for remark in layout.remarks if "left out" in remark.message)
    assert told.path == ("steps",)
    assert told.words == f"Notice: {long}"
    assert "and 4 more" in told.message
    short = plans(pack(tmp_path, "path"))["screen"].content.lay_out()
    assert not [remark for remark in short.remarks if "left out" in remark.message]


def test_a_brand_whose_design_repeats_no_steps_is_told(tmp_path: Path) -> None:
    edition = pack(tmp_path, "path")
    assert not list(undrawn_form(edition))
    design = edition.brand.designs["infographic"]
    assert isinstance(design, Design)
    plain = design.model_copy(update={"body": Node.model_validate(BODY)})
    brand = replace(edition.brand, designs={**edition.brand.designs, "infographic": plain})
    (problem,) = undrawn_form(replace(edition, brand=brand))
    assert problem.place is not None
    assert "each: steps" in problem.hint
    assert not list(undrawn_form(replace(pack(tmp_path, "list"), brand=brand)))


@pytest.mark.parametrize(("side", "field"), [(0, "title"), (1, "points"), (0, "icon")])
def test_each_field_of_a_side_changes_what_is_drawn(tmp_path: Path, side: int, field: str) -> None:
    sides = [dict(each) for each in SIDES]
    sides[side][field] = ["Another"] if field == "points" else "heart" if field == "icon" else "Another"
    usual = frame(pack(tmp_path, "comparison"))
    assert frame(pack(tmp_path, "comparison", sides=sides)).items != usual.items
