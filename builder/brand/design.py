"""A design: a small box tree that is solved for any canvas.

Lengths are shares of the canvas's short side. A design says what every canvas
shows; `tall`, `landscape`, `wide` and `strip` say what differs on theirs, each
on top of the one before it (a strip is also wide, and wide also landscape), and
`sizes` what differs on single sizes or groups of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from builder.brand.part import BrandPart
from builder.source.validate import wording

_MOST = 4  # times the short side: the longest that anything can be on the widest canvas


def _share(value: Any) -> Any:
    """A length as it is written; of px or percents it is said how to write them."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return value
    if number > _MOST:
        hint = f"lengths are shares of the canvas's short side: {number:g} px of 1080 are {number / 1080:.3f}"
        raise wording(f"is no share: {number:g}", hint)
    return value


Share = Annotated[float, Field(ge=-3, le=_MOST), BeforeValidator(_share)]
Length = Annotated[float, Field(gt=0, le=_MOST), BeforeValidator(_share)]
Anchor = Literal[
    "top-left", "top", "top-right", "left", "centre", "right", "bottom-left", "bottom", "bottom-right"
]
Align = Literal["start", "centre", "end"]
Shape = Literal["tall", "base", "landscape", "wide", "strip"]


class ArtUse(BrandPart):
    """A piece of the brand's art: how large, at which edge, in which colours."""

    file: str
    anchor: Anchor = "bottom-right"
    scale: Length = 1.0  # of the art's longer side, to the canvas's short side
    grows: Length | None = None  # the largest scale, if words leave room; the shift grows with it
    shift: tuple[Share, Share] = (0.0, 0.0)  # outward from the anchor, to the right and down
    tint: str | dict[str, str] | None = None  # one colour for all, or palette colour → palette colour
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    turn: float = 0.0  # degrees, clockwise
    yields: bool = True  # slides off its edge until no words stand on it


class Blend(BrandPart):
    """A gradient between two or more palette colours; 0 degrees runs left to right."""

    colors: tuple[str, ...] = Field(min_length=2)
    angle: float = 90.0


class PhotoUse(BrandPart):
    """The photograph of the card, over the whole ground or a side of it."""

    side: Literal["all", "top", "bottom", "left", "right"] = "all"
    share: Annotated[float, Field(gt=0, le=1)] = 1.0
    veil: str | None = None  # a palette colour laid over it, so that words stand out
    veil_opacity: Annotated[float, Field(ge=0, le=1)] = 0.7


class Background(BrandPart):
    """What lies behind the words."""

    fill: str | Blend
    art: tuple[ArtUse, ...] | ArtUse = ()
    photo: PhotoUse | None = None

    @property
    def ground(self) -> str:
        """The colour that most of it has."""
        return self.fill if isinstance(self.fill, str) else self.fill.colors[0]

    @property
    def pieces(self) -> tuple[ArtUse, ...]:
        """The art, from back to front."""
        return self.art if isinstance(self.art, tuple) else (self.art,)


class TextUse(BrandPart):
    """Words from a slot in a type style."""

    from_: str = Field(alias="from")
    style: str = "text"
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    optional: bool = False  # left out if the slot is empty or there is no room
    color: str | None = None
    align: Align = "start"
    size: Length | None = None  # instead of the style's largest
    short: Length | None = None  # instead of `size` where the words take one line or two
    before: str = ""  # set before and after the words
    after: str = ""


class LogoUse(BrandPart):
    """A logo of the brand, at most so high and so wide."""

    name: str = "main"
    height: Length = 0.085
    width: Length = 0.42
    optional: bool = False


class IconUse(BrandPart):
    """A piece of art among the words; `from` takes its name from a slot."""

    file: str | None = None
    from_: str | None = Field(default=None, alias="from")
    height: Length = 0.12
    tint: str | dict[str, str] | None = None


class SlotUse(BrandPart):
    """Room left empty for a partner's own logo."""

    width: Length = 0.3
    height: Length = 0.1


def _named(value: Any) -> Any:
    """Short forms: `spacer`, `logo: main`."""
    if isinstance(value, str) and value in {"spacer", "rule"}:
        return {value: {}}
    return value


class RuleUse(BrandPart):
    """A short line that sets two things apart."""

    width: Length | None = None  # none given: as wide as its column
    weight: Length = 0.006
    color: str | None = None


class SpacerUse(BrandPart):
    """Empty room: as much as is left, or as much as given."""

    size: Share | None = None


def _spacer(value: Any) -> Any:
    return value if isinstance(value, dict) else {"size": value}


def _logo(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Node(BrandPart):
    """One box of the tree: exactly one of the kinds below, and how it stands."""

    text: TextUse | None = None
    logo: Annotated[LogoUse, BeforeValidator(_logo)] | None = None
    icon: IconUse | None = None
    slot: SlotUse | None = None
    rule: RuleUse | None = None
    spacer: Annotated[SpacerUse, BeforeValidator(_spacer)] | None = None
    column: tuple[Child, ...] | None = None
    row: tuple[Child, ...] | None = None
    grid: tuple[Child, ...] | None = None
    each: str | None = None  # the children are repeated for every item of this slot
    columns: Annotated[int, Field(ge=1, le=6)] = 2  # of a grid
    gap: Annotated[float, Field(ge=0, le=1)] = 0.0
    width: Annotated[float, Field(gt=0, le=1)] | None = None  # of the row it stands in
    align: Align = "start"  # across the direction of the row or column
    pad: Annotated[float, Field(ge=0, le=1)] = 0.0
    fill: str | None = None  # a panel behind the box
    round: Annotated[float, Field(ge=0, le=1)] = 0.0  # the panel's corners

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = ("text", "logo", "icon", "slot", "rule", "spacer", "column", "row", "grid")
        if sum(getattr(self, kind) is not None for kind in kinds) != 1:
            raise ValueError(f"a box is one of {', '.join(kinds)}")
        return self

    @property
    def children(self) -> tuple[Node, ...]:
        """The boxes inside, in reading order."""
        return self.column or self.row or self.grid or ()


Child = Annotated[Node, BeforeValidator(_named)]


class Area(BrandPart):
    """The part of the canvas that the words prefer; they take more when they need it."""

    width: Annotated[float, Field(gt=0, le=1)] = 1.0
    height: Annotated[float, Field(gt=0, le=1)] = 1.0
    at: Anchor = "top-left"


class Variant(BrandPart):
    """What differs on canvases of one shape."""

    background: Background | None = None
    text_color: str | None = None
    margin: Annotated[float, Field(ge=0, le=0.4)] | None = None
    area: Area | None = None
    body: Child | None = None


class Design(BrandPart):
    """What a designer writes in one file of `brand/designs/`."""

    about: str = ""
    needs: tuple[str, ...] = ()
    text_color: str = ""  # none given: the foreground or the background, whichever stands out
    background: Background
    margin: Annotated[float, Field(ge=0, le=0.4)] | None = None
    area: Area = Area()
    body: Child
    tall: Variant | None = None
    landscape: Variant | None = None
    wide: Variant | None = None
    strip: Variant | None = None
    sizes: dict[str, Variant] = Field(default_factory=dict)  # by the name of a size or a group of `sizes.csv`

    def on(self, shape: Shape, names: Iterable[str] = ()) -> Design:
        """The design as a canvas of this shape sees it, and of a size that has these names."""
        layers = {
            "tall": (self.tall,),
            "base": (),
            "landscape": (self.landscape,),
            "wide": (self.landscape, self.wide),
            "strip": (self.landscape, self.wide, self.strip),
        }
        changes: dict[str, Any] = {}
        for variant in (*layers[shape], *(self.sizes.get(name) for name in names)):
            if variant is not None:
                changes |= {name: getattr(variant, name) for name in variant.model_fields_set}
        return self.model_copy(update=changes)


def settled(design: Design, shape: Shape, names: Iterable[str] = ()) -> Design:
    """The design as a canvas sees it and nothing of how others do, so that it changes with that alone."""
    variants: dict[str, Any] = dict.fromkeys(("tall", "landscape", "wide", "strip"))
    return design.on(shape, names).model_copy(update={**variants, "sizes": {}, "about": ""})


def with_text_color(design: Design, text_color_on: Callable[[str], str]) -> Design:
    """The design with an text_color on each of its grounds, where it names none."""
    if design.text_color:
        return design

    def variant(of: Variant | None) -> Variant | None:
        if of is None or of.background is None or of.text_color:
            return of
        own = {**dict(of), "text_color": text_color_on(of.background.ground)}
        return Variant.model_construct({*of.model_fields_set, "text_color"}, **own)

    shapes = {shape: variant(getattr(design, shape)) for shape in ("tall", "landscape", "wide", "strip")}
    sizes = {name: variant(one) for name, one in design.sizes.items()}
    text_color = text_color_on(design.background.ground)
    return design.model_copy(update={**shapes, "sizes": sizes, "text_color": text_color})
