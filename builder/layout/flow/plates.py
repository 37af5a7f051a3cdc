"""Plates in a flow: colours and pictures to look at, each with its name and its notes below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from typing import TYPE_CHECKING

from builder.color import Color, contrast
from builder.content.frame import Fill, Frame
from builder.content.pages import LAYOUT, Bookmark, Owned, Owner, PageItem, Stroke, Thumbnail
from builder.content.story import Columns, Head, Plate, Plates, words
from builder.geometry.box import Box
from builder.layout.flow.flow import Flow, Spot, placed, stepped
from builder.layout.flow.group import stack
from builder.layout.flow.margin import Break
from builder.layout.flow.marks import mark_of
from builder.layout.flow.openings import resumed
from builder.layout.flow.words import Words
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_GAP = 12.0  # pt between two plates of a row
_HIGHEST = 118.0  # pt: of the pictures of a level row
_AIR = 0.14  # of a ground's shorter side, round a picture on it
_INSET = 8.0  # pt, round what is said on a ground
_EDGE = 0.5  # pt
_HEAD = 0.4  # of the column, that a title may take
_WHOLE = 0.4  # of a page: lower columns are not parted
_SEEN = 1.2  # of contrast with the paper, under which a ground needs an edge


class PlateFlow(Flow, kw_only=True):
    """A ground with a picture or words on it, or a picture alone."""

    picture: Frame | None
    owner: Owner
    ground: Color | None
    edge: Color | None
    said: Words | None
    shape: float  # its height as a share of its width; none: the picture's
    step: float

    def _own(self, width: float) -> float:
        if self.shape or self.picture is None:
            return width * self.shape
        return width * self.picture.height / self.picture.width

    def height(self, width: float) -> float:
        """Its own, filled up to the grid."""
        return stepped(self._own(width), self.step)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The ground, then what stands on it."""
        box = Box(spot.x, spot.y, spot.width, self._own(spot.width))
        if self.ground:
            yield Owned(Fill(box, self.ground), LAYOUT)
        if self.picture:
            yield Owned(_centred(self.picture, self._room(box)), self.owner)
        if self.said:
            width = box.w - 2 * _INSET
            low = box.bottom - _INSET / 2 - self.said.height(width)
            yield from placed([self.said], spot.at(box.x + _INSET, low, width))
        if self.edge:
            corners = (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
            yield Owned(Stroke(corners, self.edge, _EDGE, closed=True), LAYOUT)

    def _room(self, box: Box) -> Box:
        air = _AIR * min(box.w, box.h) if self.shape else 0.0
        return box.inset(air, air, air, air)


def _centred(frame: Frame, room: Box) -> Thumbnail:
    """A frame as large as its room lets it be, in the middle of it."""
    scale = min(room.w / frame.width, room.h / frame.height)
    left, top = (room.w - frame.width * scale) / 2, (room.h - frame.height * scale) / 2
    return Thumbnail(frame, room.x + left, room.y + top, scale)


def compose_plates(composer: Composer, block: Plates) -> list[Flow]:
    """Rows of plates."""
    rows: list[Flow] = []
    for start in range(0, len(block.plates), block.columns):
        plates = block.plates[start : start + block.columns]
        cells = [_plate(composer, plate, block.shape) for plate in plates]
        shares = (1.0,) * block.columns if block.shape else _level(composer, plates)
        rows.append(composer.row(cells, shares, _GAP, after=composer.look.grid))
    return rows


def compose_head(composer: Composer, block: Head) -> list[Flow]:
    """The title at the side where lines start, and what is said of it over the column, above a new page."""
    look = composer.look
    title = composer.words(words(block.title), look.headings[0], composer.structure.rank(1))
    said = composer.words(block.spans, look.text)
    down = max(title.baseline(1e6) - said.baseline(1e6), 0.0)
    share = (look.hang + composer.column * _HEAD) / (look.hang + composer.column)
    beside = stack([said], pad=(0.0, down))
    row = composer.row([title, beside], (share, 1 - share), after=look.grid, keep_with_next=True)
    return [Break(), replace(composer.wide(row), mark=mark_of(block))]


def compose_columns(composer: Composer, block: Columns) -> list[Flow]:
    """Each column in a stack of its own."""
    again = resumed(composer, block.continued) if block.continued else None
    if composer.stacks:
        flows = [flow for column in block.columns for flow in composer.flows(column)]
        return [replace(flow, again=again) for flow in flows]
    share = 1 / len(block.columns)
    columns = [composer.part(column, share) for column in block.columns]
    white, whole = composer.look.grid, composer.room * _WHOLE
    row = composer.row(columns, (1.0,) * len(columns), 2 * _GAP, after=white, whole=whole, again=again)
    return [composer.wide(row) if block.wide else row]


def _plate(composer: Composer, plate: Plate, shape: float) -> Flow:
    look, structure = composer.look, composer.structure
    with structure.inside("Div"):
        owner = structure.add("Figure", alt=plate.alt) if plate.picture and plate.alt else LAYOUT
        ink = replace(look.label, color=plate.ink or look.label.color)
        shown = PlateFlow(
            picture=plate.picture,
            owner=owner,
            ground=plate.ground,
            edge=_edge(plate, look.paper, look.rule),
            said=composer.words(words(plate.said), ink) if plate.said else None,
            shape=shape,
            step=composer.half,
            after=composer.half,
        )
        title = [composer.words(words(plate.title), look.label)] if plate.title else []
        notes = [composer.words(words(note), look.note) for note in plate.notes]
    return stack([shown, *title, *notes], whole=composer.room, after=0.0)


def _edge(plate: Plate, paper: Color, rule: Color) -> Color | None:
    """The colour of a line round a ground that would not be told from the paper, or round a picture."""
    faint = plate.ground is None or contrast(plate.ground, paper) < _SEEN
    return rule if faint else None


def _level(composer: Composer, plates: Sequence[Plate]) -> tuple[float, ...]:
    """The widths of pictures that are all as high as each other, and what is left beside them."""
    aspects = [plate.picture.width / plate.picture.height for plate in plates if plate.picture]
    room = composer.column - _GAP * (len(aspects) - 1)
    high = min(room / fsum(aspects), _HIGHEST)
    left = room - high * fsum(aspects) - _GAP
    return (*(high * aspect for aspect in aspects), *((left,) if left > 1 else ()))
