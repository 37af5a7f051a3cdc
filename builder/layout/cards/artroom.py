"""The art of a card behind its words, and words made smaller where they leave it too little room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.brand.artuse import ArtUse
from builder.content.frame import Fill, Item, Path, Picture, Text
from builder.geometry.box import Box
from builder.layout.art import Placed, placed
from builder.layout.canvas import Canvas
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.cut import lands, off_land
from builder.layout.cards.headline import headline_of
from builder.layout.cards.remarks import SlotRemark, quoted
from builder.layout.cards.setting import Setting, Trial
from builder.record import Record, replace

_SMALLER = tuple(0.92**step for step in range(1, 7))  # shares of a headline's size that are tried
_MOST_HIDDEN = 0.45  # of what is seen of a piece where nothing is in its way: as little may be left
_SLIVER = 0.1  # of what would be seen of a piece
_BAR = 0.4  # of the canvas's height, at most
_SLACK = 0.5  # units: what rounding may move
_ALMOST = 0.97  # of what is asked for is as good

Words = tuple[list[Item], Boxed, Trial, Box]  # in their places, their boxes, the sizes, and their room


class ArtRoom(Record):
    """The art behind words, and what share it has of what it should: 1, or less if words are in its way."""

    paths: tuple[Path, ...]
    share: float
    slivers: tuple[str, ...] = ()  # the files of which words leave next to nothing, whatever a design asks
    pieces: tuple[tuple[str, tuple[Path, ...]], ...] = ()  # by their files

    @property
    def is_enough(self) -> bool:
        """Whether it is seen as the design asks."""
        return self.share >= _ALMOST


def art_behind(uses: Sequence[ArtUse], setting: Setting, items: Sequence[Item]) -> ArtRoom:
    """The art, clear of words that are in their places, but for those on a hill."""
    if not uses:
        return ArtRoom((), 1.0)
    words = off_bars(off_land(items, extents(items)), setting.canvas)
    floor = min((land.top for land in lands(items)), default=None)
    found = [
        placed(use, setting.brand, setting.canvas, setting.rtl, words, setting.grounds, floor) for use in uses
    ]
    pairs = [(use, each, _share(use, each, setting, floor)) for use, each in zip(uses, found, strict=True)]
    drawn = [(use.files[0], each.paths) for use, each, share in pairs if share >= _ALMOST or not use.optional]
    asked = [share for use, _, share in pairs if not use.optional]
    slivers = tuple(use.files[0] for use, each, _ in pairs if _is_sliver(use, each, setting))
    paths = tuple(path for _, piece in drawn for path in piece)
    return ArtRoom(paths, min(asked, default=1.0), slivers, tuple(drawn))


def roomy(uses: Sequence[ArtUse], setting: Setting, words: Words) -> tuple[Words, ArtRoom]:
    """The words as large as they are, or smaller if that leaves the art the room that it asks for."""
    items, tree, trial, box = words
    tried = [(words, art_behind(uses, setting, items))]
    for smaller in () if tried[0][1].is_enough else _smaller(tree, trial):
        items = tree.place(box, smaller)
        tried.append(((items, tree, smaller, box), art_behind(uses, setting, items)))
        if tried[-1][1].is_enough:
            return tried[-1]
    return max(tried, key=lambda each: each[1].share)  # the first of equals: its words are the largest


def crowded_art(room: ArtRoom, tree: Boxed, canvas: Canvas) -> Iterator[SlotRemark]:
    """A note on the headline if it leaves art less than the design asks for, and on art that is not seen."""
    headline = headline_of(tree)
    if not room.is_enough and headline:
        message = f"{quoted(headline.text)} leaves the art {room.share:.0%} of the room that it should have"
        yield SlotRemark(headline.slot, headline.text, message, "fewer words would leave it more")
    for file in room.slivers:
        message = f"next to nothing of `{file}` is seen: words or a panel are there, and it slides off"
        hint = "give it a `least`, another `anchor`, or `yields: no`"
        yield SlotRemark(file, "", message, hint)
    whole = Box(0, 0, canvas.width, canvas.height)
    for file, paths in room.pieces:
        if file not in room.slivers and not any(path.hull.overlaps(whole) for path in paths):
            message = f"nothing of `{file}` is seen: it lies beyond the edge"
            hint = "another `anchor`, `scale` or `shift` for this shape brings it back, or leave it out there"
            yield SlotRemark(file, "", message, hint)


def _smaller(tree: Boxed, trial: Trial) -> Iterator[Trial]:
    headline = headline_of(tree)
    if headline is None:
        return
    for share in _SMALLER:
        size, low, high = headline.size(trial) * share, 0.0, trial.hero
        for _ in range(9):
            middle = (low + high) / 2
            low, high = (middle, high) if headline.size(replace(trial, hero=middle)) < size else (low, middle)
        yield replace(trial, hero=low)


def _share(use: ArtUse, found: Placed, setting: Setting, floor: float | None) -> float:
    if not use.least:
        return 1.0
    canvas = setting.canvas
    whole = Box(0, 0, canvas.width, floor or canvas.height)  # a hill hides what is below its crest
    seen, wished = found.box.shared(whole), found.wished.shared(whole)
    of_canvas = seen / (use.least * canvas.width * canvas.height)
    of_itself = (seen / wished) / _MOST_HIDDEN if wished else 1.0
    return min(of_canvas, of_itself, 1.0)


def _is_sliver(use: ArtUse, found: Placed, setting: Setting) -> bool:
    """Whether hardly any of a piece is seen that would be without words; a `least` judges by itself."""
    whole = Box(0, 0, setting.canvas.width, setting.canvas.height)
    wished = found.wished.shared(whole)
    return use.yields and not use.least and bool(wished) and found.box.shared(whole) < _SLIVER * wished


def off_bars(words: Iterable[Box], canvas: Canvas) -> list[Box]:
    """The boxes but for bars from side to side at an edge, and what stands on them: art runs on behind."""
    boxes = list(words)
    bars = [box for box in boxes if _is_bar(box, canvas)]
    return [box for box in boxes if not any(bar.contains(box, _SLACK) for bar in bars)]


def _is_bar(box: Box, canvas: Canvas) -> bool:
    at_edge = box.y <= _SLACK or box.bottom >= canvas.height - _SLACK
    return at_edge and box.w >= canvas.width - _SLACK and box.h < canvas.height * _BAR


def extents(items: Sequence[Item]) -> list[Box | None]:
    """The room of each item that must stay clear of art; None for those that need not."""
    return [_extent(item) for item in items]


def _extent(item: Item) -> Box | None:
    """The room of what must stay clear of art."""
    if isinstance(item, Text):
        return item.box
    if isinstance(item, Path):
        return item.hull
    return item.box if isinstance(item, (Fill, Picture)) else None
