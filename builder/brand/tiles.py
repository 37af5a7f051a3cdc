"""Fields of square modules: which tiles they are made of, in which colours, and at which edge they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from builder.brand.measures import Length
from builder.brand.part import BrandPart, ColorName
from builder.source.validate import wording

Tile = Literal[
    "quarter",
    "ring",
    "half",
    "halves",
    "disc",
    "eye",
    "leaf",
    "triangle",
    "chevron",
    "bars",
    "dots",
    "split",
    "check",
]
TileSet = Literal["soft", "hard", "play"]
# What turns well from module to module.
TURNING: tuple[Tile, ...] = ("leaf", "quarter", "ring", "half", "triangle", "chevron", "bars")
# What may stand in a corner, as large as the card.
ALONE: tuple[Tile, ...] = ("ring", "quarter", "leaf", "triangle", "disc")
# What may be two modules wide.
LARGE: tuple[Tile, ...] = ("ring", "leaf", "chevron", "triangle", "half", "eye", "quarter", "disc")
Pattern = Literal["field", "rhythm", "one"]
TileEdge = Literal["top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"]

TILES: tuple[Tile, ...] = get_args(Tile)
# A brand's tiles are few, so that they are known again: a set of them has one temper.
SETS: Mapping[TileSet, tuple[Tile, ...]] = {
    "soft": ("quarter", "leaf", "ring", "eye", "disc", "half"),
    "hard": ("triangle", "chevron", "bars", "check", "split", "half"),
    "play": ("disc", "half", "bars", "dots", "eye", "chevron", "quarter"),
}
_LARGE = 2  # modules: the side of a large tile
_SIDES = ("top", "bottom", "left", "right")

Colors = Annotated[tuple[ColorName, ...], Field(min_length=2, max_length=6)]


class LargeTile(BrandPart):
    """A tile two modules wide and high, at the start of a field, that holds words: the day of an event."""

    from_: str = Field(alias="from")
    """The slot of its words; an empty one leaves the tile out. Example: day_number"""
    under: str | None = None
    """The slot of a line below them. Example: month"""
    color: ColorName = "highlight"
    """The colour of its disc, or of all of it in sets without one. Example: highlight"""
    ground: ColorName = "primary"
    """What the disc stands on. Example: primary"""

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that it shows."""
        return (self.from_, self.under) if self.under else (self.from_,)


class Tiles(BrandPart):
    """A field of square modules at an edge, which the card's id chooses; words keep off it.

    It fills its edge: at the top or the foot a module is as wide as the canvas divided by `columns`, at a
    side as high as it divided by `rows`. Where long words need the room it has fewer rows (or columns).
    """

    at: TileEdge = "top"
    """The edge or the corner that it stands at. Example: right"""
    columns: Annotated[int, Field(ge=1, le=40)] = 1
    """How many modules it has across. Example: 5"""
    rows: Annotated[int, Field(ge=1, le=40)] = 1
    """How many modules it has down. Example: 2"""
    least: Annotated[int, Field(ge=1, le=40)] = 1
    """The fewest rows (at a side: columns) that long words may leave of it. Example: 2"""
    module: Length | None = None
    """The side of a module at a corner; the largest, if its pattern is `one`. Example: 0.2"""
    large: LargeTile | None = None
    """A tile at its start that holds words. Example: {from: day_number, under: month}"""
    pattern: Pattern = "field"
    """What they make: `field` different tiles, no two alike beside each other; `rhythm` one tile that turns
    from module to module; `one` a single tile without a ground, as large as words let it be. Example: rhythm
    """
    set: TileSet | tuple[Tile, ...] | None = None
    """Which tiles: `soft`, `hard` or `play`, or a list of quarter, ring, half, halves, disc, eye, leaf,
    triangle, chevron, bars, dots, split, check; left out, the brand's own, or what suits its colours.
    Example: [disc, half, bars]
    """
    seed: str = ""
    """Any word, which gives each card another field than its id alone. Example: b"""
    main: Colors = ("primary", "accent", "background")
    """The colours of six tiles in ten. Example: [primary, accent]"""
    second: Colors = ("secondary", "secondary-soft", "accent-soft", "tertiary")
    """The colours of three in ten. Example: [secondary, secondary-soft]"""
    third: Colors = ("highlight", "primary")
    """The colours of one in ten. Example: [highlight, primary]"""

    unless: str | None = None
    """A slot: where the card has words for it, the field is left out. Example: of"""

    @property
    def is_edge(self) -> bool:
        """Whether it fills a whole edge."""
        return self.at in _SIDES

    @property
    def is_beside(self) -> bool:
        """Whether it fills an edge at a side, so that words make its columns fewer."""
        return self.at in {"left", "right"}

    @property
    def fewest(self) -> int:
        """How deep it is at least; a large tile is never cut."""
        return max(self.least, _LARGE) if self.large else self.least

    @property
    def depth(self) -> int:
        """How many rows reach in from its edge; at a side, how many columns."""
        return self.columns if self.is_beside else self.rows

    def at_depth(self, depth: int) -> Tiles:
        """The same with so many rows, or columns at a side."""
        return self.model_copy(update={"columns" if self.is_beside else "rows": depth})

    def sown(self, seed: str) -> Tiles:
        """The same, chosen by a seed, and by its own."""
        return self.model_copy(update={"seed": f"{seed}/{self.seed}"})

    @property
    def colors(self) -> tuple[ColorName, ...]:
        """All colours that it may have."""
        return tuple(dict.fromkeys((*self.main, *self.second, *self.third)))

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.is_edge and self.module is not None:
            hint = f"at an edge, `{'rows' if self.is_beside else 'columns'}` says how large it is"
            raise wording("has a `module`, which only corners ask for", hint)
        if self.pattern == "one" and self.is_edge:
            raise wording("is one tile at an edge", "let it stand in a corner, like `at: bottom-right`")
        if said := self.model_fields_set & {"columns", "rows"} if self.pattern == "one" else None:
            raise wording(f"has `{min(said)}`, and is one tile", "`module` says how large it may be")
        if not self.is_edge and "least" in self.model_fields_set:
            hint = "leave it out: in a corner it gives way to words"
            raise wording("has a `least`, which only edges ask for", hint)
        if self.large and (self.pattern != "field" or min(self.columns, self.rows) < _LARGE):
            hint = "a field of two columns and two rows at least can have one"
            raise wording("has no room for its `large` tile", hint)
        if self.is_edge and self.least > self.depth:
            raise wording(f"has a `least` of more than its {self.depth}", "make it less, or the field larger")
        return self


def wordless(uses: Iterable[Tiles]) -> tuple[Tiles, ...]:
    """The fields without their large tiles, where no words are shown."""
    return tuple(use.model_copy(update={"large": None}) if use.large else use for use in uses)
