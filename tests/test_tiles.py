"""Fields of tiles: their grammar, the lines that they end on, and the words that keep off them."""

import re
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.brand.tiles import SETS, Tiles
from builder.color import Color, read_color
from builder.content.frame import Frame, Path, Text
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.solve import solve
from builder.layout.tiles.draw import lines_of, placed_tiles
from builder.layout.tiles.grammar import Module, modules_of, suited
from builder.record import replace
from builder.seeded import Seeded

SQUARE = Canvas(1080, 1080, "px", Box(0, 0, 1080, 1080), 30, 2.5)
INK = Color(34, 23, 51)
LONG = "Whoever reports a danger should never be the one in danger, and " * 3


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def field(brand: Brand, seed: str = "message-shelter", **given: Any) -> tuple[Module, ...]:
    use = Tiles(**{"at": "top", "columns": 5, "rows": 4, "set": "soft", **given})
    return modules_of(use, brand, brand.color("primary"), Seeded(seed))


def card(words: str, **tiles: Any) -> Frame:
    design = Design.model_validate(
        {
            "text_color": "primary",
            "background": {"fill": "background", "tiles": {"at": "top", "columns": 5, "rows": 3, **tiles}},
            "body": {"column": [{"text": {"from": "headline", "style": "display", "lines": 9}}]},
        }
    )
    return solve(design, {"headline": words}, SQUARE, sample_brand(), "en").frame


def depth(frame: Frame) -> float:
    """How far down the field reaches, in px."""
    return max(extent(item.commands).bottom for item in frame.items if isinstance(item, Path))


def test_a_seed_chooses_the_same_for_ever() -> None:
    """Of SHA-256, which no version of Python changes."""
    row = Seeded("message", "shelter")
    assert [row.below(100) for _ in range(12)] == [36, 75, 8, 88, 13, 27, 77, 49, 30, 1, 41, 11]


def test_a_card_keeps_its_field_and_another_has_its_own(brand: Brand) -> None:
    assert field(brand) == field(brand)
    assert field(brand) != field(brand, "message-voice")


@pytest.mark.parametrize("seed", [f"quote-{number}" for number in range(40)])
def test_a_plain_module_is_no_hole_in_its_field(brand: Brand, seed: str) -> None:
    """One in the colour of the card would be: its row would end before the edge."""
    use = Tiles(at="top", columns=5, rows=2, set="soft")
    ground = brand.color("background")
    plain = [module for module in modules_of(use, brand, ground, Seeded(seed)) if module.tile is None]
    assert plain and all(module.ground != ground for module in plain)


@pytest.mark.parametrize("seed", [f"message-{number}" for number in range(12)])
def test_the_grammar(brand: Brand, seed: str) -> None:
    """No neighbour is alike, one is large, one in eight is plain, the rarest colours are rare."""
    modules = field(brand, seed)
    places = {
        (module.column + x, module.row + y): module
        for module in modules
        for x in range(module.span)
        for y in range(module.span)
    }
    assert len(places) == 20
    assert [module.span for module in modules].count(2) == 1
    assert sum(module.tile is None for module in modules) in {2, 3}
    for (column, row), module in places.items():
        for other in (places.get((column + 1, row)), places.get((column, row + 1))):
            if other is not None and other is not module:
                assert other.ground != module.ground
                assert module.tile is None or other.tile != module.tile


@pytest.mark.parametrize("seed", [f"message-{number}" for number in range(12)])
def test_the_rarest_colours_are_rare(brand: Brand, seed: str) -> None:
    """Two in ten at the most, one in ten on the whole."""
    third = {brand.color("highlight"), brand.color("foreground")}
    modules = sorted(field(brand, seed, columns=12, rows=8, third=("highlight", "foreground")), key=place)
    rare = [{module.ground, module.figure} == third for module in modules]
    assert all(sum(rare[start : start + 10]) <= 2 for start in range(len(rare)))
    assert 2 <= sum(rare) <= 18


@pytest.mark.parametrize("seed", [f"message-{number}" for number in range(12)])
def test_no_seam_shows_between_modules(brand: Brand, seed: str) -> None:
    """Each is drawn before those at its right and its foot, and laps over their edges."""
    order = {
        (module.column + x, module.row + y): number
        for number, module in enumerate(field(brand, seed))
        for x in range(module.span)
        for y in range(module.span)
    }
    for (column, row), number in order.items():
        assert order.get((column + 1, row), number) >= number
        assert order.get((column, row + 1), number) >= number
    use = Tiles(at="top", columns=5, rows=4, seed=seed)
    inner = [extent(path.commands) for path in placed_tiles(use, brand, SQUARE, INK, [], False)]
    beside = [box for box in inner if box.w >= 216 and box.right < 1080 and box.x % 216 == 0]
    assert beside
    assert all(box.right % 216 >= 1 for box in beside)


def test_modules_are_whole_px_on_screens() -> None:
    link = Canvas(1200, 630, "px", Box(0, 0, 1200, 630), 30, 2.5)
    lines = lines_of(Tiles(at="right", columns=3, rows=4), link)
    assert all(line.is_integer() for line in (*lines.xs, *lines.ys))
    assert (lines.box.right, lines.box.h) == (1200, 630)


def place(module: Module) -> tuple[int, int]:
    return module.row, module.column


def test_rhythm_is_one_tile_that_turns(brand: Brand) -> None:
    modules = sorted(field(brand, pattern="rhythm"), key=place)
    assert len({module.tile for module in modules}) == 1
    assert len({module.figure for module in modules}) == 4
    rows = [modules[start : start + 5] for start in range(0, 20, 5)]
    steps = {(two.turn - one.turn) % 4 for row in rows for one, two in pairwise(row)}
    assert steps in ({1}, {3})


@pytest.mark.parametrize(
    ("colors", "tiles"),
    [
        (("#0B0B0B", "#FFFFFF", "#E1001A", "#EFEDE8"), "hard"),
        (("#0A2458", "#1059C9", "#FFD21F", "#13823C", "#BFE2FF"), "play"),
        (("#35214F", "#FFF6EA", "#E8604C", "#FFC59B", "#0F6B68", "#F6B73C"), "soft"),
    ],
)
def test_a_palette_has_a_set_that_suits_it(colors: tuple[str, ...], tiles: str) -> None:
    assert suited({code: read_color(code).color for code in colors}) == tiles


def test_the_brand_names_its_set(brand: Brand) -> None:
    hard = {module.tile for module in field(replace(brand, tiles="hard"), set=None)}
    assert hard - {None} <= set(SETS["hard"])


def test_words_keep_off_the_field_and_it_ends_on_a_line() -> None:
    frame = card("Look closer.")
    (words,) = (item for item in frame.items if isinstance(item, Text))
    assert depth(frame) == pytest.approx(648, abs=1.1)
    assert words.box.y >= 648


def test_long_words_take_whole_rows_of_it() -> None:
    assert depth(card(LONG)) == pytest.approx(216, abs=1.1)
    assert depth(card(LONG, least=3)) == pytest.approx(648, abs=1.1)


def test_it_is_mirrored_where_lines_are_read_from_the_right(brand: Brand) -> None:
    use, ground = Tiles(at="right", columns=2, rows=4), brand.color("primary")
    left, right = (
        [extent(path.commands) for path in placed_tiles(use, brand, SQUARE, ground, [], rtl)]
        for rtl in (True, False)
    )
    assert [box.x for box in left] == pytest.approx([1080 - box.right for box in right])


def test_one_tile_gives_way_to_words(brand: Brand) -> None:
    use, ground = Tiles(at="bottom-right", pattern="one", module=1.0, set="soft"), brand.color("primary")
    alone = placed_tiles(use, brand, SQUARE, ground, [], False)
    beside = placed_tiles(use, brand, SQUARE, ground, [Box(80, 80, 700, 500)], False)
    assert extent(alone[0].commands).w == pytest.approx(1080)
    assert 300 < extent(beside[0].commands).w < 800
    assert placed_tiles(use, brand, SQUARE, ground, [Box(80, 80, 920, 920)], False) == ()


def test_a_field_runs_into_the_bleed_and_no_further(brand: Brand) -> None:
    use = Tiles(at="bottom", columns=5, rows=2)
    paths = placed_tiles(use, brand, sheet(500, 700, bleed=9), brand.color("primary"), [], False)
    boxes = [extent(path.commands) for path in paths]
    assert min(box.x for box in boxes) == pytest.approx(-9)
    assert max(box.right for box in boxes) == pytest.approx(509)
    assert max(box.bottom for box in boxes) == pytest.approx(709)


def test_a_large_tile_holds_words(brand: Brand) -> None:
    """In its disc, read on its colour; a card without such words has none, and long ones leave it whole."""
    large = {"from": "day_number", "under": "month", "color": "primary", "ground": "accent"}
    given = {
        "text_color": "primary",
        "background": {"fill": "background", "tiles": {"columns": 5, "rows": 3, "large": large}},
        "body": {"column": [{"text": {"from": "headline", "style": "display", "lines": 9}}]},
    }
    words = {"headline": LONG, "day_number": "15", "month": "June"}
    items = solve(Design.model_validate(given), words, SQUARE, brand, "en").frame.items
    texts = {item.role: item for item in items if isinstance(item, Text)}
    assert list(texts) == ["day_number", "month", "headline"]
    disc = Box(0, 0, 432, 432)
    assert all(disc.contains(texts[slot].box) for slot in ("day_number", "month"))
    assert texts["day_number"].color == brand.color("background")
    assert texts["headline"].box.y > 432
    without = solve(Design.model_validate(given), {"headline": "Look closer."}, SQUARE, brand, "en").frame
    assert [item.role for item in without.items if isinstance(item, Text)] == ["headline"]


def test_a_large_tile_is_plain_in_sets_without_discs(brand: Brand) -> None:
    (module,) = (each for each in field(brand, set="hard", large={"from": "date"}) if each.span == 2)
    assert (module.column, module.row, module.tile) == (0, 0, None)
    assert module.ground == brand.color("highlight")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"at": "top", "module": 0.2}, "`module`"),
        ({"at": "top", "pattern": "one"}, "at an edge"),
        ({"at": "top-left", "pattern": "one", "rows": 2}, "`rows`"),
        ({"at": "top-left", "least": 2}, "`least`"),
        ({"at": "top", "rows": 2, "least": 3}, "`least`"),
        ({"at": "top", "columns": 5, "rows": 1, "large": {"from": "date"}}, "`large`"),
        ({"at": "top", "columns": 5, "rows": 2, "pattern": "rhythm", "large": {"from": "date"}}, "`large`"),
    ],
)
def test_what_changes_nothing_is_told(given: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        Tiles(**given)


def test_a_set_that_nothing_draws_is_told(tmp_path: FilePath) -> None:
    """It would change nothing."""
    brand = "color: {palette: {navy: '#10284B'}, primary: navy}\ndefaults: {packbuild: {tiles: hard}}\n"
    (tmp_path / "_brand.yml").write_text(brand)
    (tmp_path / "designs").mkdir()
    design = tmp_path / "designs/message.yaml"
    body = "body: {text: {from: headline, style: display}}\n"
    design.write_text(f"background: {{fill: primary}}\n{body}")
    told = [problem for problem in read_brand(tmp_path, "brand").problems if "set" in problem.message]
    assert [(problem.place.line, problem.place.column) for problem in told if problem.place] == [(2, 31)]
    design.write_text(f"background: {{fill: primary, tiles: {{columns: 5}}}}\n{body}")
    assert not [problem for problem in read_brand(tmp_path, "brand").problems if "set" in problem.message]
