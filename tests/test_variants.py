"""The ways in which a design draws its cards: which each has, and what they share."""

from itertools import pairwise
from math import log
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design, Shape, settled, with_text_color
from builder.brand.designfaults import BrandNames, unknown_names
from builder.brand.identity import Brand
from builder.brand.variants import in_variant, length_of, variant_faults, ways_for
from builder.brandsheet.samples import Sample
from builder.content.frame import Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin
from builder.pack.turns import of_each

TEXT = {"text": {"from": "headline", "style": "display", "lines": 6}}
SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)


def design(**fields: Any) -> Design:
    given = {"background": {"fill": "background"}, "body": {"column": [TEXT]}}
    return Design.model_validate({**given, **fields})


VARIED = design(
    words="any",
    margin=0.08,
    tall={"margin": 0.1},
    sizes={"story": {"text_color": "plum"}},
    variants=[
        {"words": "short", "background": {"fill": "primary"}, "margin": 0.02},
        {
            "words": "long",
            "text_color": "teal",
            "area": {"width": 0.5},
            "body": {"column": [TEXT, "rule"]},
            "tall": {"margin": 0.2},
            "landscape": {"margin": 0.21},
            "wide": {"margin": 0.22},
            "strip": {"margin": 0.23},
            "sizes": {"story": {"margin": 0.3}, "link": {"margin": 0.31}},
        },
        {"background": {"fill": "highlight"}},
    ],
)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("Look closer.", "short"),
        ("Stop!", "short"),
        ("Understanding together", "short"),
        ("Unwahrscheinlichkeitsrechnung", "any"),
        ("Babies can experience trauma too", "any"),
        ("A loving relationship is a baby’s best and only shelter", "long"),
        ("", "short"),
    ],
)
def test_words_are_short_or_long_by_what_the_eye_takes_in(words: str, length: str) -> None:
    assert length_of(words) == length


def test_a_variant_is_for_its_words() -> None:
    assert ways_for(VARIED, "Look closer.") == ((1,), (0, 3))
    assert ways_for(VARIED, "Babies can experience trauma too") == ((), (0, 3))
    assert ways_for(VARIED, "A loving relationship is a baby’s best and only shelter") == ((2,), (0, 3))
    assert ways_for(design(), "Look closer.") == ((), (0,))


def test_a_design_may_be_for_some_words_itself() -> None:
    drawn = design(words="short", variants=[{"words": "long", "margin": 0.1}, {"margin": 0.2}])
    assert ways_for(drawn, "Look closer.") == ((0,), (2,))
    assert ways_for(drawn, "A loving relationship is a baby’s best and only shelter") == ((1,), (2,))
    none = design(words="short", variants=[{"words": "long", "margin": 0.1}])
    assert ways_for(none, "Babies can experience trauma too") == ((), (0, 1))  # one of them has to do


def test_what_a_variant_says_stands_before_the_design_and_what_a_shape_says_before_both() -> None:
    def margin(way: int, shape: Shape, *names: str) -> float | None:
        return settled(in_variant(VARIED, way), shape, names).margin

    assert [margin(way, "base") for way in range(4)] == [0.08, 0.02, 0.08, 0.08]
    assert [margin(way, "tall") for way in range(4)] == [0.1, 0.1, 0.2, 0.1]
    assert [margin(2, shape) for shape in ("landscape", "wide", "strip")] == [0.21, 0.22, 0.23]
    assert [margin(2, "base", name) for name in ("story", "link")] == [0.3, 0.31]
    story = settled(in_variant(VARIED, 2), "tall", ["story"])
    assert (story.text_color, story.area.width, len(story.body.children)) == ("plum", 0.5, 2)
    assert settled(in_variant(VARIED, 1), "base").background.fill == "primary"


def test_neighbours_are_never_alike_and_an_item_keeps_its_variant() -> None:
    ids = [f"message-{number}" for number in range(40)]
    ways = [((1,), (0, 3)) if number % 3 else ((2,), (0, 3)) for number in range(40)]
    turns = of_each(ids, ways, "variant")
    assert all(turn in (*own, *any_) for turn, (own, any_) in zip(turns, ways, strict=True))
    assert turns[0] == 2 and turns[1] == 1  # what is just for their words goes first
    assert all(one != other for one, other in pairwise(turns))
    after = of_each(["new", *ids], [((), (0, 1)), *ways], "variant")[1:]
    assert sum(one != other for one, other in zip(turns, after, strict=True)) < 12
    assert of_each(["a", "b"], [((1,),), ((1,),)]) == (1, 1)  # where there is one way alone


def test_words_are_read_on_the_ground_of_each_variant() -> None:
    brand = sample_brand()
    drawn = with_text_color(VARIED, brand.ink)
    assert in_variant(drawn, 1).text_color == brand.ink(["primary"]) != drawn.text_color
    assert in_variant(drawn, 2).text_color == "teal"


def test_what_a_variant_names_is_proved() -> None:
    known = BrandNames({}, {}, (), {}, {"display": "display"}, ["story", "link"])
    unknown = {loc for loc, *_ in unknown_names(VARIED, known)}
    assert {("variants", 0, "background", "fill"), ("variants", 1, "text_color")} <= unknown
    misnamed = design(variants=[{"sizes": {"stroy": {"margin": 0.1}}}])
    assert ("variants", 0, "sizes", "stroy") in {loc for loc, *_ in unknown_names(misnamed, known)}


def test_what_changes_nothing_is_a_fault() -> None:
    told = [loc for loc, _, _ in variant_faults(design(words="long"))]
    assert told == [("words",)]
    told = [loc for loc, _, _ in variant_faults(design(variants=[{"margin": 0.1}, {"words": "long"}]))]
    assert told == [("variants", 1)]


@pytest.mark.parametrize("steps", [0.1, 0.2])
def test_sizes_of_headlines_are_steps_apart(brand: Brand, steps: float) -> None:
    def size(words: str, steps: float) -> float:
        given = design(steps=steps, text_color="plum")
        frame = solve(given, {"headline": words}, SQUARE, brand, "en").frame
        return next(item.size for item in frame.items if isinstance(item, Text))

    alike = [
        "Babies can experience trauma too",
        "The earliest years shape what comes next",
        "Some babies need us to look closer",
        "Understanding is where repair begins",
        "Stand beside a parent and you hold a baby too",
        "A loving relationship is a shelter",
    ]
    largest = size("Tea", 0.0)
    for words in alike:
        ratio = size(words, steps) / largest
        number = round(log(ratio) / log(1 - steps))
        assert ratio == pytest.approx((1 - steps) ** number, rel=0.01)
        assert size(words, 0) * (1 - steps) * 0.99 <= size(words, steps) <= size(words, 0) * 1.001
    free, shared = ({round(size(words, each)) for words in alike} for each in (0, steps))
    assert len(shared) < len(free)


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def test_a_headline_leads_as_much_with_steps_as_without(brand: Brand) -> None:
    """It stays as it is where the next smaller size would hardly be larger than what supports it."""
    headline = {"text": {"from": "headline", "style": "title", "size": 0.09}}
    column = [headline, {"text": {"from": "text", "size": 0.05}}]
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}, "steps": 0.4}
    words = {"headline": "Babies can experience trauma too, and we can learn to see it", "text": "Look."}
    frame = solve(Design.model_validate(given), words, SQUARE, brand, "en").frame
    first, lead = (item for item in frame.items if isinstance(item, Text))
    assert first.size / lead.size >= 1.6


def test_what_stands_alone_has_the_variant_of_its_words(brand: Brand) -> None:
    drawn = design(text_color="plum", words="long", variants=[{"words": "short", "margin": 0.2}])
    voice = Sample(brand, "en-GB")

    def margin(words: str) -> float | None:
        return drawn_design(voice, drawn, {"headline": words}, SQUARE, Origin("")).design.value.margin

    assert margin("Stop!") == 0.2
    assert margin("A loving relationship is a baby’s best and only shelter") is None


def test_of_ways_that_are_all_near_the_neighbour_s_is_left() -> None:
    fixed = [((0,),), ((2,),), ((1,),)]
    for id_ in map(str, range(8)):
        assert of_each(["a", "b", "c", id_], [*fixed, ((0, 1),)], "variant")[-1] == 0


def test_of_two_ways_neighbours_take_turns() -> None:
    turns = of_each([f"day-{number}" for number in range(20)], [((), (0, 1))] * 20, "variant")
    assert all(one != other for one, other in pairwise(turns))
