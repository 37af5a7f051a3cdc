"""The grammar of a field: which tile stands in which module, how it is turned, in which colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from colorsys import rgb_to_hsv
from itertools import permutations
from statistics import median

from builder.brand.identity import Brand
from builder.brand.roles import faint
from builder.brand.tiles import ALONE, LARGE, SETS, TURNING, LargeTile, Tile, Tiles, TileSet
from builder.color import Color
from builder.record import Record, replace
from builder.seeded import Seeded

_SHARES = (6, 3, 1)  # of ten tiles: in the main colours, the second, the third
_TEN, _RARE = 10, 2  # of ten tiles one after another, the most in the third colours
_HUES = 12  # as many as a painter's wheel has
_COLORFUL, _LIT = 0.3, 0.35  # of HSV's saturation and value, below which nobody speaks of a colour
_PURE = 0.8  # of saturation, from which most of a palette is as pure as toys are
_AIR = 8  # one module in so many is plain


class Module(Record):
    """A tile in its place: column and row, how many modules wide and high, by how many quarters turned."""

    column: int
    row: int
    span: int
    tile: Tile | None  # none: plain
    turn: int
    ground: Color
    figure: Color
    third: Color
    is_bare: bool = False  # whether its ground is the card's own


class Pair(Record):
    """The colours of a tile: its ground, what stands on it, and what stands on that."""

    ground: Color
    figure: Color
    third: Color
    tier: int


def tiles_of(use: Tiles, brand: Brand) -> tuple[Tile, ...]:
    """The tiles that a field is made of."""
    chosen = use.set or brand.tiles
    return chosen if isinstance(chosen, tuple) else SETS[chosen or suited(brand.palette)]


def suited(palette: Mapping[str, Color]) -> TileSet:
    """The set of tiles that suits a palette: `hard` if it has one hue beside black and white, `play` if its
    colours are mostly pure, `soft` if they are mixed.
    """
    colors = dict.fromkeys(palette.values())
    shades = [rgb_to_hsv(*(channel / 255 for channel in color.rgb)) for color in colors]
    bright = [(hue, purity) for hue, purity, value in shades if purity >= _COLORFUL and value >= _LIT]
    if len({round(hue * _HUES) % _HUES for hue, _ in bright}) <= 1:
        return "hard"
    return "play" if median(purity for _, purity in bright) >= _PURE else "soft"


def modules_of(use: Tiles, brand: Brand, ground: Color, seed: Seeded) -> tuple[Module, ...]:
    """The modules of a field on a ground, from back to front."""
    made = {"field": _field, "rhythm": _rhythm, "one": _one}[use.pattern]
    return tuple(sorted(made(use, brand, ground, seed), key=_depth))


def _depth(module: Module) -> float:
    """Each module lies below those at its right and those at its foot: they cover what it laps over."""
    return module.column + module.row + (module.span - 1) / 2


def _one(use: Tiles, brand: Brand, ground: Color, seed: Seeded) -> Iterator[Module]:
    """One tile that opens towards the middle of the canvas, without a ground."""
    tiles = [tile for tile in ALONE if tile in tiles_of(use, brand)] or list(tiles_of(use, brand))
    figures = _figures(use, brand, ground)
    turn = {"top-left": 0, "top-right": 1, "bottom-right": 2, "bottom-left": 3}[use.at]
    yield Module(0, 0, 1, seed.chosen(tiles), turn, ground, figures[0], figures[1 % len(figures)], True)


def _rhythm(use: Tiles, brand: Brand, ground: Color, seed: Seeded) -> Iterator[Module]:
    """One tile, turned by a quarter from module to module, row by row in another colour.

    Where two colours are all that there is, a single module stands out.
    """
    tiles = tiles_of(use, brand)
    tile, step = seed.chosen([tile for tile in tiles if tile in TURNING] or tiles), 1 + 2 * seed.below(2)
    figures = _figures(use, brand, ground)
    alone = seed.below(use.columns * use.rows) if len(figures) == 2 else -1
    for row in range(use.rows):
        for column in range(use.columns):
            at = row * use.columns + column
            figure = figures[1] if at == alone else figures[row % len(figures) if alone < 0 else 0]
            yield Module(column, row, 1, tile, (column * step + 2 * row) % 4, ground, figure, ground, True)


def _figures(use: Tiles, brand: Brand, ground: Color) -> list[Color]:
    """The colours of the field that are seen on a ground."""
    colors = dict.fromkeys(map(brand.color, use.colors))
    return [color for color in colors if not faint(color, ground)] or [brand.color("foreground")]


def _field(use: Tiles, brand: Brand, ground: Color, seed: Seeded) -> Iterator[Module]:
    """Different tiles, row by row: none beside its like, or beside one on the same ground."""
    taken = dict[tuple[int, int], Module]()
    pairs, recent, big = _pairs(use, brand), list[int](), _big_place(use, seed)
    plain = _plain(use, big, seed)
    for row in range(use.rows):
        for column in range(use.columns):
            if (column, row) in taken:
                continue
            span = 2 if (column, row) == big else 1
            if use.large and (column, row) == big:
                module = _holding(use, use.large, brand)
            else:
                module = _chosen(use, brand, (column, row, span), taken, pairs, recent, seed)
            if (column, row) in plain:
                module = _bare(module, [taken[at] for at in _around(column, row, 1) if at in taken], ground)
            for x in range(span):
                for y in range(span):
                    taken[column + x, row + y] = module
            yield module


def _bare(module: Module, around: Sequence[Module], ground: Color) -> Module:
    """A module without its tile, in a colour of its own; in that of the card it would be a hole."""
    beside = {other.ground for other in around}
    ways = (module.ground, module.figure, module.third)
    seen = [color for color in ways if not faint(color, ground)]
    color = next((color for color in seen if color not in beside), seen[0] if seen else module.ground)
    return replace(module, tile=None, turn=0, ground=color)


def _plain(use: Tiles, big: tuple[int, int] | None, seed: Seeded) -> set[tuple[int, int]]:
    """The modules without a tile: one of each eight, beside the large tile."""
    across, down = big or (-2, -2)
    large = {(across + x, down + y) for x in range(2) for y in range(2)}
    places = ((column, row) for row in range(use.rows) for column in range(use.columns))
    small = [place for place in places if place not in large]
    return {seed.chosen(small[at : at + _AIR]) for at in range(0, len(small) - _AIR // 2 + 1, _AIR)}


def _big_place(use: Tiles, seed: Seeded) -> tuple[int, int] | None:
    """Where the tile stands that is two modules wide and high; none in fields that are too narrow."""
    if use.large:
        return 0, 0
    if use.columns < 3 or use.rows < 2:
        return None
    return seed.below(use.columns - 1), seed.below(use.rows - 1)


def held_on(use: Tiles, brand: Brand) -> str:
    """The colour, by name, that the words in the large tile of a field stand on."""
    assert use.large
    return brand.shape(use.large.color, brand.color(use.large.ground))


def _holding(use: Tiles, large: LargeTile, brand: Brand) -> Module:
    """The tile that words stand in: a disc, or a plain square in sets that have none."""
    color = brand.color(held_on(use, brand))
    has_disc = any(tile in tiles_of(use, brand) for tile in ("disc", "eye"))
    ground = brand.color(large.ground) if has_disc else color
    return Module(0, 0, 2, "disc" if has_disc else None, 0, ground, color, color)


def _chosen(
    use: Tiles,
    brand: Brand,
    place: tuple[int, int, int],
    taken: dict[tuple[int, int], Module],
    pairs: Sequence[Pair],
    recent: list[int],
    seed: Seeded,
) -> Module:
    column, row, span = place
    around = [taken[at] for at in _around(column, row, span) if at in taken]
    tiles = tiles_of(use, brand)
    ways = [tile for tile in (LARGE if span > 1 else tiles) if tile in tiles] or list(tiles)
    fresh = [tile for tile in ways if all(tile != other.tile for other in around)] or ways
    tile, turn = seed.chosen(fresh), seed.below(4)
    grounds = {other.ground for other in around}
    apart = [pair for pair in pairs if pair.ground not in grounds] or list(pairs)
    rare = recent[-_TEN + 1 :].count(2) >= _RARE
    usual = [pair for pair in apart if not (rare and pair.tier == 2)] or apart
    tiers = sorted({pair.tier for pair in usual})
    tier = seed.weighed(tiers, [_SHARES[tier] for tier in tiers])
    pair = seed.chosen([pair for pair in usual if pair.tier == tier])
    recent.append(tier)
    return Module(column, row, span, tile, turn, pair.ground, pair.figure, pair.third)


def _around(column: int, row: int, span: int) -> Iterator[tuple[int, int]]:
    """The places that touch a side of a tile."""
    for step in range(span):
        yield column - 1, row + step
        yield column + span, row + step
        yield column + step, row - 1
        yield column + step, row + span


def _pairs(use: Tiles, brand: Brand) -> list[Pair]:
    """The colours that may stand on each other, each pair in the first tier that has it."""
    pairs = dict[tuple[Color, Color], Pair]()
    every = list(dict.fromkeys(map(brand.color, use.colors)))
    for tier, names in enumerate((use.main, use.second, use.third)):
        for ground, figure in permutations(map(brand.color, names), 2):
            if faint(figure, ground):
                continue
            thirds = [color for color in every if not faint(color, figure) and color != ground]
            pairs.setdefault((ground, figure), Pair(ground, figure, thirds[-1] if thirds else ground, tier))
    own = brand.color("background"), brand.color("foreground")
    return list(pairs.values()) or [Pair(*own, own[0], 0)]
