"""The boxes of a design: words, logos and all else that stands on it, one inside another."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from builder.brand.blanks import BlankUse
from builder.brand.codes import CodeUse
from builder.brand.conditions import Conditional
from builder.brand.edgefaults import bleed_fault, turn_fault, upright_fault
from builder.brand.held import HeldUse
from builder.brand.measures import Align, Cut, Edge, Inside, Length, QuarterTurn, Share
from builder.brand.numbers import NumberUse
from builder.brand.part import BrandPart, ColorName
from builder.brand.pin import PinChoice
from builder.brand.strokes import Edging, StrokeChoice
from builder.brand.textuse import TextUse
from builder.source.validate import listed, nearest, shown, wording

_KINDS = (
    *("text", "number", "logo", "icon", "slot", "qr", "blank", "rule", "spacer"),
    *("column", "row", "grid"),
)
_ALONE = ("spacer", "rule")  # boxes that may be a word
MOST_BOXES = 300  # in a design: each is laid out many times to find the size of words
_ROUNDING = 1e-6


class LogoUse(BrandPart):
    """A logo of the brand, at most so high and so wide."""

    name: str = "main"
    """Which logo, as `_brand.yml` names it; its version for the ground is found by itself. Example: main"""
    height: Length = 0.085
    """How high it may be. Example: 0.085"""
    width: Length = 0.42
    """How wide it may be. Example: 0.4"""
    optional: bool = False
    """Whether it may be left out where no room is left. Example: yes"""


class IconUse(BrandPart):
    """A piece of art among the words; `from` takes its name from a slot."""

    file: str | None = None
    """An SVG of the brand, from its folder on. Example: art/icons/calendar.svg"""
    from_: str | None = Field(default=None, alias="from")
    """The slot that names one of `art/icons/`, instead of `file`. Example: icon"""
    height: Length = 0.12
    """How high it is. Example: 0.1"""
    tint: ColorName | dict[str, ColorName] | None = None
    """One colour for all of it, or which colour takes the place of which. Example: accent"""


class SlotUse(BrandPart):
    """Room left empty for a partner's own logo."""

    width: Length = 0.3
    """How wide the room is. Example: 0.3"""
    height: Length = 0.1
    """How high the room is. Example: 0.1"""


def _named(value: Any) -> Any:
    """Short forms: `spacer`, `rule`."""
    if isinstance(value, list):
        raise wording("cannot be a list", "write `column:`, and the boxes under it, two spaces further right")
    if not isinstance(value, str):
        return value
    if value in _ALONE:
        return {value: {}}
    meant = nearest(value, _ALONE)
    hint = f"did you mean `{meant}`?" if meant else "a box is a group, such as `text: {from: headline}`"
    raise wording(f"cannot be {shown(value)}", hint)


class RuleUse(BrandPart):
    """A line that sets two things apart."""

    width: Length | None = None
    """How long it is; left out, as wide as its column, or as high as its row. Example: 0.2"""
    upright: bool = False
    """Whether it stands upright between the boxes of a row. Example: yes"""
    weight: Length = 0.006
    """How thick it is. Example: 0.006"""
    color: ColorName | None = None
    """A role or a colour of the palette; left out, that of the words around it. Example: accent"""
    stroke: StrokeChoice | None = None
    """How it is drawn: `dashed`, `dotted`, `brush`, or a group with more of it; left out, whole.
    Example: brush
    """


class SpacerUse(BrandPart):
    """Empty room: as much as is left, or as much as given."""

    size: Share | None = None
    """How much room; left out, all that is left. Example: 0.04"""


def _spacer(value: Any) -> Any:
    return value if isinstance(value, dict) else {"size": value}


def _logo(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _number(value: Any) -> Any:
    return {"form": value} if isinstance(value, str) else value


def _code(value: Any) -> Any:
    return value if isinstance(value, dict) else {"size": value}


class Node(Conditional):
    """One box of the tree: exactly one of the kinds below, and how it stands."""

    text: TextUse | None = None
    """Words from a slot. Example: {from: headline, style: title}"""
    number: Annotated[NumberUse, BeforeValidator(_number)] | None = None
    """A statistic's figure, drawn: its form, or a group with its size. Example: {form: ring, height: 0.6}"""
    logo: Annotated[LogoUse, BeforeValidator(_logo)] | None = None
    """A logo: its name, or a group with its size. Example: main"""
    icon: IconUse | None = None
    """A piece of art among the words. Example: {file: art/icons/calendar.svg}"""
    slot: SlotUse | None = None
    """Room left empty for a partner's own logo. Example: {width: 0.3, height: 0.1}"""
    qr: Annotated[CodeUse, BeforeValidator(_code)] | None = None
    """A QR code that leads to the card's address: its size, or a group with more of it. Example: 0.2"""
    blank: BlankUse | None = None
    """Room that people write or draw in with a pen. Example: {lines: 3}"""
    rule: RuleUse | None = None
    """A short line; `- rule` alone will do. Example: {width: 0.2, color: accent}"""
    spacer: Annotated[SpacerUse, BeforeValidator(_spacer)] | None = None
    """Empty room: a length, or with `- spacer` all that is left. Example: 0.04"""
    column: tuple[Child, ...] | None = None
    """Boxes one below another.
    Example:
      - text: {from: headline, style: display}
      - spacer
      - logo: main
    """
    row: tuple[Child, ...] | None = None
    """Boxes side by side. Example: [{logo: main}, spacer, {text: {from: hashtag, style: tag}}]"""
    grid: tuple[Child, ...] | None = None
    """Boxes in `columns`, line by line. Example: [{text: {from: title, style: label}}]"""
    each: str | None = None
    """A slot with several items: the boxes inside are repeated for every one. Example: steps"""
    columns: Annotated[int, Field(ge=1, le=6)] = 2
    """How many columns a grid has. Example: 2"""
    gap: Inside = 0.0
    """How far its boxes stand apart. Example: 0.03"""
    width: Annotated[float, Field(gt=0, le=1)] | None = None
    """Its share of what the gaps of its row leave; left out, as wide as what it holds. Where no box of a row
    says a width, those that do not fit side by side stand one below another. Example: 0.4
    """
    align: Align = "start"
    """Where its boxes stand across its direction: at the start, the centre or the end. Example: centre"""
    pad: Inside = 0.0
    """Room between its edge and what is inside. Example: 0.03"""
    turn: QuarterTurn | None = None
    """Whether it is turned by a quarter: 90 reads downwards, -90 upwards; mirrored in languages written from
    right to left. Nastaliq is never turned: it stays level, above or below the rest of its row; one text of
    Chinese, Japanese or Korean stands upright, its letters one below another. Example: -90
    """
    bleed: tuple[Edge, ...] = ()
    """The edges of the canvas that it runs on to, over the margin: its words to the safe area, its `fill`
    and a rule over the edge. Example: [start, end, bottom]
    """
    pin: PinChoice | None = None
    """The edge or corner where it stands, out of the flow of the other boxes, or a group with more of it.
    Example: {at: bottom-right, width: 0.3}
    """
    fill: ColorName | None = None
    """A panel behind it, in a role or a colour of the palette. Example: surface"""
    round: Inside = 0.0
    """How round the panel's corners are. Example: 0.05"""
    border: Edging | None = None
    """A line just inside its edge. Example: {color: accent, weight: 0.008, stroke: dashed}"""
    cut: Cut | None = None
    """Its panel as if cut from paper by hand: a `sheet`, a `bubble` with a tail, or a `hill`, which runs off
    the sides and the foot of the canvas, with art behind it; `pad` is the room below its crest. Example: hill
    """

    held: HeldUse | None = None
    """A drawing around its boxes, which stand in it; of a column, a row or a grid.
    Example: {file: art/cradle.svg, height: 0.5, room: [0.3, 0.1, 0.5, 0.4], on: accent-soft}
    """

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        own = [kind for kind in _KINDS if getattr(self, kind) is not None]
        if len(own) > 1:
            hint = "give each a box of its own, on a line that begins with `- `"
            raise wording(f"cannot be {listed(own, 'and')} at once", hint)
        if not own:
            raise wording("says not what it is", f"it needs one of {listed(_KINDS)}")
        if self.held and (self.fill or not self.children):
            if self.fill:
                raise wording("is held by a drawing, and has a ground there", "delete `fill`")
            raise wording("has no boxes to be held", "write `column:` and its boxes beside `held`")
        if self.cut and not self.fill:
            raise wording("is cut from no paper", "add `fill:` and a role, or delete `cut`")
        if self.border and (self.cut or self.held or self.bleed):
            other = "cut" if self.cut else "held" if self.held else "bleed"
            raise wording(f"cannot have `border` and `{other}` at once", "put it into a box with one")
        if self.cut and self.round:
            raise wording("is cut by hand, and has no round corners", "delete `round`, or `cut`")
        return self

    @model_validator(mode="after")
    def _holds_few(self) -> Self:
        if self.boxes > MOST_BOXES:
            raise wording(f"holds more than {MOST_BOXES} boxes", "leave some out")
        return self

    @model_validator(mode="after")
    def _fits_its_row(self) -> Self:
        if sum(child.width or 0.0 for child in self.row or ()) > 1 + _ROUNDING:
            hint = "their `width`s add up to 1 at most"
            raise wording("holds boxes that are wider together than it is", hint)
        return self

    @model_validator(mode="after")
    def _can_turn_and_bleed(self) -> Self:
        if self.turn and (fault := turn_fault(self)):
            raise wording(*fault)
        if fault := bleed_fault(self) or upright_fault(self):
            raise wording(*fault)
        return self

    @model_validator(mode="after")
    def _can_pin(self) -> Self:
        if self.each and any(child.pins for child in self.children):
            raise wording("pins a box that is repeated", "pin the group that repeats it, or leave out `pin`")
        if self.pin and (self.spacer or any(child.pins for child in self.children)):
            within = "holds another that is" if not self.spacer else "is empty room, which cannot be"
            raise wording(f"{within} pinned", "pin one box, and all in it goes with it")
        if self.pin and self.bleed:
            raise wording("cannot have `pin` and `bleed` at once", "move it to the edge with `shift`")
        return self

    @property
    def boxes(self) -> int:
        """How many boxes are in it, at any depth."""
        return sum(1 + child.boxes for child in self.children)

    @property
    def pins(self) -> bool:
        """Whether it is pinned, or a box in it is."""
        return self.pin is not None or any(child.pins for child in self.children)

    @property
    def has_hill(self) -> bool:
        """Whether there is a hill in it."""
        return self.cut == "hill" or any(child.has_hill for child in self.children)

    @property
    def children(self) -> tuple[Node, ...]:
        """The boxes inside, in reading order."""
        return self.column or self.row or self.grid or ()


Child = Annotated[Node, BeforeValidator(_named)]
