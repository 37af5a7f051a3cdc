"""What few photographs of a series have: a tone, plain ground beside them; and what may not stand on one."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pixels
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.treatments import FLAT, TONED, may_be_toned, rare_in, toned_throughout, untoned
from builder.content.frame import Picture
from builder.geometry.box import Box
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import Solved, solve
from builder.layout.photo import Photograph
from builder.pack.led import Series

SQUARE = Canvas(600, 600, "px", Box(0, 0, 600, 600), 12, 1)
TONE = {"tone": ["primary", "background"]}
TEXT = {"text": {"from": "headline", "style": "display", "lines": 5}}


def design(*ways: dict[str, Any], **more: Any) -> Design:
    """One that shows a photograph in the first of these ways, and in its variants in the others."""
    grounds = [{"background": {"fill": "primary", "photo": [way]}} for way in ways]
    return Design.model_validate({"body": TEXT, **grounds[0], "variants": grounds[1:], **more})


VARIED = design({}, TONE, {"side": "top", "share": 0.5}, {"mask": {"form": "arch"}})


@pytest.mark.parametrize("shift", range(5))
def test_of_four_photographs_in_a_row_one_is_toned_and_one_beside_plain_ground(shift: int) -> None:
    ids = [f"message-{shift}-{number}" for number in range(30)]
    series = Series(tuple(ids), (((), (0, 1, 2, 3)),) * 30, (1,) * 30, (VARIED,) * 30)
    kinds = [rare_in(VARIED, way) for way in series.variants]
    for rare in (TONED, FLAT):
        rows = [sum(rare in kind for kind in kinds[start : start + 4]) for start in range(27)]
        assert max(rows) == 1 and sum(rows) > 12, rare
    assert all(series.toned(series.variants)[place] for place, kind in enumerate(kinds) if TONED in kind)


def test_a_series_of_one_way_alone_is_toned_on_one_card_of_four() -> None:
    toned = design(TONE)
    series = Series(tuple("abcdef"), (((), (0,)),) * 6, (1,) * 6, (toned, None, *[toned] * 4))
    assert series.toned(series.variants) == (True, True, False, False, False, True)
    assert [use.tone for use in untoned(toned).background.photos] == [None]


def test_a_tone_for_want_of_contrast_is_not_beside_another() -> None:
    """The second way of a card may be toned too: who may is settled before any is laid out."""
    kinds = [frozenset[str](), frozenset(), frozenset({TONED}), None, frozenset(), frozenset(), frozenset()]
    assert may_be_toned(kinds) == (False, False, True, True, False, False, False)
    assert may_be_toned([frozenset()] * 9) == tuple(number % 4 == 0 for number in range(9))


def test_a_design_that_tones_all_of_a_series_is_told() -> None:
    ((loc, message, _),) = toned_throughout("message-photo", design(TONE))
    assert loc == ("background", "photo", 0, "tone") and "one at the most" in message
    for name, drawn in (("message-photo", VARIED), ("announcement-photo", design(TONE)), ("day", design({}))):
        assert not list(toned_throughout(name, drawn))


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def shown(brand: Brand, folder: Path, focus: Box, foot: list[Any], *ways: dict[str, Any]) -> Solved:
    """Words at the top and something at the foot of a photograph."""
    pixels = np.random.default_rng(7).integers(20, 40, (600, 600, 3), dtype=np.uint8)
    Pixels.fromarray(pixels).save(folder / "photo.png")
    photo = Photograph(read_image(folder / "photo.png"), focus, "Evening")
    body = {"column": [{"text": {"from": "headline", "style": "title", "size": 0.06}}, "spacer", *foot]}
    given = {"text_color": "cream", "background": {"fill": "plum", "photo": list(ways)}, "body": body}
    words = {"headline": "Stand by"}
    return solve(Design.model_validate(given), words, SQUARE, brand, "en", False, photo)


LOGO = [{"logo": {"name": "main", "height": 0.1}}]
PANEL = [{"text": {"from": "headline", "style": "label"}, "fill": "plum", "pad": 0.05}]


@pytest.mark.parametrize(("foot", "what"), [(LOGO, "a logo"), (PANEL, "words stand")])
def test_nothing_stands_on_what_matters(
    foot: list[Any], what: str, brand: Brand, tmp_path: Path
) -> None:
    """A logo hides a face as words do, and a panel more than the words on it."""
    corner, middle = Box(0.05, 0.82, 0.35, 0.12), Box(0.4, 0.4, 0.2, 0.2)
    ways = ({}, {"side": "right", "share": 0.4})
    for focus, width in ((corner, 240), (middle, 600)):
        solved = shown(brand, tmp_path, focus, foot, *ways)
        (picture,) = (item for item in solved.frame.items if isinstance(item, Picture))
        assert (picture.box.w, solved.notes) == (width, ())
    (note,) = shown(brand, tmp_path, corner, foot, ways[0]).notes
    assert note.slot == "photo" and note.message.startswith(what)
    assert shown(brand, tmp_path, corner, [], ways[0]).notes == ()


def test_what_matters_is_brought_between_words_and_logo(brand: Brand, tmp_path: Path) -> None:
    solved = shown(brand, tmp_path, Box(0.4, 0.05, 0.2, 0.2), LOGO, {})
    (picture,) = (item for item in solved.frame.items if isinstance(item, Picture))
    scale = picture.box.w / picture.crop.w
    middle = (0.15 * 600 - picture.crop.y) * scale
    assert solved.notes == () and 110 < middle < 330  # as far down as a closer crop brings it
