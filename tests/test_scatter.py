"""Strewn art: the same for ever by its seed, off the words and piece off piece."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design, sown
from builder.content.frame import Path, Text
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve

ART = "art/icons/heart.svg"
BODY = {"column": [{"text": {"from": "headline", "style": "title"}}, "spacer", {"text": {"from": "tag"}}]}
WORDS = {"headline": "Hold on to what you have", "tag": "#Hold"}


Drawn = tuple[list[list[Path]], list[Text]]


def drawn(seed: str = "", size: tuple[float, float] = (600, 600), **use: Any) -> Drawn:
    """The pieces, and the words."""
    background = {"fill": "cream", "scatter": {"file": ART, "count": 30, **use}}
    design = Design.model_validate({"background": background, "text_color": "ink", "body": BODY})
    design = sown(design, seed) if seed else design
    items = solve(design, WORDS, sheet(*size), sample_brand(), "en").frame.items
    paths, of_piece = [item for item in items if isinstance(item, Path)], len(sample_brand().art[ART].shapes)
    pieces = [paths[start : start + of_piece] for start in range(0, len(paths), of_piece)]
    return pieces, [item for item in items if isinstance(item, Text)]


def boxes(pieces: list[list[Path]]) -> list[Box]:
    return [extent([step for path in piece for step in path.commands]) for piece in pieces]


@pytest.mark.parametrize("size", [(600, 600), (600, 1100), (1200, 300)])
def test_pieces_lie_off_the_words_and_off_each_other(size: tuple[float, float]) -> None:
    pieces, texts = drawn(size=size, turn=0)
    assert len(pieces) > 10
    assert not any(box.overlaps(text.box) for box in boxes(pieces) for text in texts)
    assert not any(one.overlaps(other) for one, other in combinations(boxes(pieces), 2))


def test_a_card_has_its_own_for_ever() -> None:
    first, other = drawn("message-one")[0], drawn("message-two")[0]
    assert first == drawn("message-one")[0]
    assert first != other


def test_they_are_as_large_and_as_many_as_the_design_says() -> None:
    pieces, _ = drawn(count=5, scale=0.05, turn=0)
    assert len(pieces) == 5
    assert len({round(box.w, 3) for box in boxes(pieces)}) == 1
    sizes = {round(box.w, 2) for box in boxes(drawn(scale=[0.02, 0.1], turn=0)[0])}
    assert len(sizes) > 5


def test_they_lie_where_the_design_says_in_its_colours() -> None:
    pieces, _ = drawn(area={"height": 0.4, "at": "bottom"}, colors=["coral", "teal"], scale=0.05)
    assert all(box.y + box.h / 2 >= 0.6 * 600 - 5 for box in boxes(pieces))
    colors = {path.fill for piece in pieces for path in piece}
    assert colors == {sample_brand().color(name) for name in ("coral", "teal")}


def test_what_finds_no_room_is_left_out() -> None:
    few, _ = drawn(count=300, scale=0.2)
    assert 0 < len(few) < 40
