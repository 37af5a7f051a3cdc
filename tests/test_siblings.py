"""Cards of a series that share the size and the lines of their headlines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from test_cards import packed

from builder.brand.design import Design
from builder.content.frame import Frame, Text
from builder.content.frame import Path as Curve
from builder.geometry.pens import extent
from builder.layout.canvas import screen, sheet
from builder.layout.cards.setting import Alike
from builder.layout.cards.siblings import in_common
from builder.layout.cards.solve import solve
from builder.pack.artwork import card_recipe
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.led import Series, siblings_of
from builder.platforms.sizes import sizes_named
from builder.record import replace

TOPICS = ("What early trauma is", "The growing brain", "Safe at home", "Fathers, partners, families", "Help")
DAYS = [{"date": f"2025-05-{5 + day:02}", "topic": topic} for day, topic in enumerate(TOPICS)]


def days(folder: Path, siblings: float, topics: tuple[str, ...] = TOPICS, **design: Any) -> list[Frame]:
    edition, made = asked(folder, siblings, topics, **design)
    (size,) = sizes_named(("instagram-square",), edition.brand.sizes)
    layouts = [card_recipe(edition, card, screen(size), size.key).lay_out() for card in made]
    assert all(layout.sound for layout in layouts)
    return [layout.content for layout in layouts]


def asked(
    folder: Path, siblings: float, topics: tuple[str, ...], **design: Any
) -> tuple[Edition, list[Card]]:
    """An edition whose cards of days share sizes, and those cards."""
    told = [{**day, "topic": topic} for day, topic in zip(DAYS, topics, strict=False)]
    edition = packed(folder, days=told)
    drawn = edition.brand.designs["day"].model_copy(update={"siblings": siblings, **design})
    brand = replace(edition.brand, designs={**edition.brand.designs, "day": drawn})
    edition = replace(edition, brand=brand)
    return edition, [card for card in cards(edition) if card.design == "day"]


def headline(frame: Frame) -> Text:
    return max((item for item in frame.items if isinstance(item, Text)), key=lambda text: text.size)


def test_headlines_that_are_near_have_the_size_of_the_smallest(tmp_path: Path) -> None:
    free = [headline(frame).size for frame in days(tmp_path, 0.0)]
    for within in (0.2, 0.5):
        sizes = [headline(frame).size for frame in days(tmp_path, within)]
        groups = {round(size, 3) for size in sizes}
        assert len(groups) < len({round(size, 3) for size in free})
        assert all(size <= own + 0.01 for size, own in zip(sizes, free, strict=True))
        assert all(size >= own * (1 - within) - 0.5 for size, own in zip(sizes, free, strict=True))


def test_siblings_have_their_logo_in_the_same_place(tmp_path: Path) -> None:
    """The lock-up of all is the same, wherever their words end."""
    places = set()
    for frame in days(tmp_path, 0.5):
        curves = [item for item in frame.items if isinstance(item, Curve)]
        box = extent([step for curve in curves[-12:] for step in curve.commands])
        places.add((round(box.x), round(box.bottom), round(box.h)))
    assert len(places) == 1


SIZES = [Alike(100, 1), Alike(95, 2), Alike(88, 2), Alike(80, 1), Alike(40, 3)]


@pytest.mark.parametrize(
    ("own", "within", "common"),
    [
        (0, 0.15, Alike(88, 2)),
        (2, 0.15, Alike(88, 2)),
        (3, 0.15, Alike(80, 1)),
        (4, 0.5, Alike(40, 3)),
        (3, 0.5, Alike(80, 2)),
        (1, 0.0, Alike(95, 2)),
    ],
)
def test_what_is_in_common_is_the_same_for_all_of_a_group(own: int, within: float, common: Alike) -> None:
    assert in_common(SIZES, SIZES[own], within) == common


def test_lines_are_those_of_most_where_the_words_allow_it() -> None:
    text = {"text": {"from": "headline", "style": "display", "lines": 4, "size": 0.2}}
    given = {"background": {"fill": "cream"}, "text_color": "ink", "body": {"column": [text]}}
    design = Design.model_validate(given)

    def lines(words: str, like: Alike | None) -> tuple[int, float]:
        frame = solve(design, {"headline": words}, sheet(900, 600), sample_brand(), "en", like=like).frame
        return len(headline(frame).lines), round(headline(frame).size)

    assert lines("Safe at home", None) == (1, 120)
    assert lines("Safe at home", Alike(90, 2)) == (2, 90)
    assert lines("Help", Alike(90, 2)) == (1, 90)  # a word alone has one
    assert lines("Safe at home", Alike(500, 1)) == (1, 120)  # none grows beyond its own


def test_other_variants_and_photographs_have_sizes_of_their_own() -> None:
    day = sample_brand().designs["day"]
    assert isinstance(day, Design)
    series = Series(tuple("abcdef"), (((), (0, 1)),) * 6, (1,) * 6, (*[None] * 5, day))
    alike = siblings_of(series, (0, 1, 0, 0, 1, 0))
    assert alike == {0: (0, 2, 3), 2: (0, 2, 3), 3: (0, 2, 3), 1: (1, 4), 4: (1, 4)}
    assert siblings_of(series, (0, 1, 0, 0, 1, 0), only=("a", "b")) == {}


def test_a_design_without_siblings_knows_of_none(tmp_path: Path) -> None:
    """So a changed word of one card leaves the others as they are."""
    edition, made = asked(tmp_path, 0.0, TOPICS)
    assert not any(card.siblings for card in made)
    with_them, others = asked(tmp_path, 0.3, TOPICS)
    assert all(len(card.siblings) == len(TOPICS) for card in others)
    (size,) = sizes_named(("story",), edition.brand.sizes)
    first, second = (
        card_recipe(each, card, screen(size), size.key)
        for each, card in ((edition, made[0]), (with_them, others[0]))
    )
    assert "siblings=()" in repr(first) and "siblings=()" not in repr(second)
