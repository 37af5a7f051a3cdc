"""The look of square modules: the number is the pattern, and nothing of the pattern is left over."""

from pathlib import Path as FilePath
from typing import Any

import pytest
from sample_brand import FOLDER

from builder.brand.artchoice import Turn
from builder.brand.artsets import in_set
from builder.brand.read import read_brand
from builder.brandsheet.samples import Sample, slot_words
from builder.content.frame import Frame, Path, Text
from builder.geometry.pens import around, edges, extent
from builder.layout.canvas import screen
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin
from builder.platforms.sizes import SIZES

STARK = FilePath(__file__).parent / "brands/stark"
BRANDS = pytest.mark.parametrize("folder", [FOLDER, STARK], ids=["sample", "stark"])
SHAPES = ("instagram-square", "story", "link")


def card(
    folder: FilePath, name: str, size: str, turn: Turn | None = None, kit: str = "", **said: str
) -> Frame:
    brand = read_brand(folder, "brand", look="grid")
    voice = Sample(in_set(brand, kit, 0) if kit else brand)
    canvas = next(screen(each) for each in SIZES if each.key == size)
    plain = {key: value for key, value in slot_words(voice).items() if key not in ("part", "of")}
    recipe: Any = drawn_design(voice, name, {**plain, **said}, canvas, Origin(""), turn or Turn())
    frame: Frame = recipe.lay_out().content
    return frame


def curves(frame: Frame) -> list[Path]:
    return [item for item in frame.items if isinstance(item, Path)]


@BRANDS
@pytest.mark.parametrize("of", [3, 5, 7, 8, 10, 100])
def test_the_modules_of_a_number_reach_both_edges(folder: FilePath, of: int) -> None:
    said = {"value": f"1 in {of}", "part": "1", "of": str(of)}
    frame = card(folder, "statistic", "instagram-square", **said, label="children walk to school alone")
    count = of + (of <= 10)  # the lit one of a few has a ground
    large = [extent(item.commands) for item in curves(frame)[:count]]
    near = 20 if of == 100 else 1  # a dot stands in the middle of its module
    reach = min(box.x for box in large), max(box.right for box in large)
    assert reach == pytest.approx((0, 1080), abs=near)
    assert all(box.bottom < 600 for box in large)  # no tile is beside them


@BRANDS
@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("variant", [0, 1])
def test_the_mark_that_opens_a_quote_stands_before_its_words(
    folder: FilePath, size: str, variant: int
) -> None:
    said = {"text": "I kept records.", "closed": "I kept records.”"}
    frame = card(folder, "quote", size, Turn(variant=variant), **said)
    words = next(item for item in frame.items if isinstance(item, Text))
    mark = around([edges(item.commands) for item in curves(frame)[:2]])
    assert mark.bottom <= words.box.y or mark.right <= words.box.x


@BRANDS
@pytest.mark.parametrize("kit", ["wall", "floor", "blocks"])
@pytest.mark.parametrize("size", [*SHAPES, "instagram-portrait"])
@pytest.mark.parametrize("variant", range(3))
def test_words_that_no_mark_opens_have_their_own(folder: FilePath, kit: str, size: str, variant: int) -> None:
    said = {"text": "I kept.", "closed": "I kept.”", "quotation": "“I kept.”"}
    frame = card(folder, "quote", size, Turn(variant=variant), kit, **said)
    words = next(item for item in frame.items if isinstance(item, Text) and "I kept" in item.words)
    mark = around([edges(item.commands) for item in curves(frame)[:2]])
    opened = mark.bottom <= words.box.y or mark.right <= words.box.x
    assert opened or words.words.startswith("“")


@BRANDS
@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("variant", range(6))
@pytest.mark.parametrize("headline", ["Write it down.", "Walk with us now", "Rest. Then ask."])
def test_a_short_message_has_a_grid(folder: FilePath, size: str, variant: int, headline: str) -> None:
    said = {"headline": headline, "text": "Date, place, who was there."}
    frame = card(folder, "message", size, Turn(variant=variant), **said)
    assert any(extent(item.commands).w > frame.width / 12 for item in curves(frame))


@BRANDS
@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("variant", [0, 4, 5])  # the others are for a few short words
@pytest.mark.parametrize("number", ["+44 20 7946 0018", "+44 (0)20 7946 0018"])
def test_a_number_to_ring_is_on_one_line(folder: FilePath, size: str, variant: int, number: str) -> None:
    said = {"headline": f"Call 0800 11 11 or {number} tonight" if ")" in number else f"Ring {number} tonight"}
    frame = card(folder, "message", size, Turn(variant=variant), **said)
    words = next(item for item in frame.items if isinstance(item, Text) and item.words == said["headline"])
    assert any(number in line.text for line in words.lines)
