"""Boxes that stand at a place of their own are put there, and the flow of the others keeps off them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from builder.brand.boxes import Node
from builder.content.frame import Item, Text
from builder.geometry.box import Box
from builder.layout.canvas import part_of
from builder.layout.cards.artroom import Words, extents
from builder.layout.cards.beside import Beside, Pinned, slot_in
from builder.layout.cards.remarks import SlotRemark, quoted
from builder.layout.cards.setting import Setting, TextTrouble, Trial
from builder.layout.cards.tree import grown
from builder.record import replace

_APART = 0.03  # of the short side, between what is pinned and the flow
_LETTERS = 0.5  # em: about how high small letters are
_SHARES = (1.0, 0.75, 0.5, 0.25, 0.0)  # sizes that are tried, between the largest and the least


def pinned(body: Node, setting: Setting, room: Box) -> list[Pinned]:
    """The pinned boxes of a design's body in their places; TextTrouble names words that do not fit."""
    found = (_placed(node, setting, room) for node in _pinned_in(body))
    return [pin for pin in found if pin is not None]


def beside_pins(
    pins: Sequence[Pinned], setting: Setting, room: Box, place: Callable[[Box], Words]
) -> Words:
    """What `place` makes of the room, or of what is left of it beside the boxes that it would stand on."""
    items, tree, trial, box = place(room)
    for pin in pins:
        gap = _APART * setting.canvas.short
        around = pin.box.inset(-gap, -gap, -gap, -gap)
        if not pin.is_over and any(each and each.overlaps(around) for each in extents(items)):
            room = room.beside(around)
            items, tree, trial, box = place(room)
    if not pins:
        return items, tree, trial, box
    both = Beside(tree, pins)
    return both.place(box, trial), both, trial, box


def colliding(pins: Sequence[Pinned]) -> Iterator[SlotRemark]:
    """A note on each pinned box that stands on another."""
    for number, pin in enumerate(pins):
        over = next((other for other in pins[:number] if other.box.overlaps(pin.box)), None)
        if over is not None and not (pin.is_over or over.is_over):
            message = f"what is pinned at {pin.at} stands on what is pinned at {over.at}"
            yield SlotRemark(pin.slot, "", message, "move one of them with `shift`, or make it smaller")


def covering(pins: Sequence[Pinned], items: Sequence[Item]) -> Iterator[SlotRemark]:
    """A note on each pinned box that stands on words of the others, as a sticker may that is put on top."""
    for pin in pins if any(pin.is_over for pin in pins) else ():
        if pin.is_over:
            own = [item for item in pin.items() if isinstance(item, Text)]
            under = (item for item in items if isinstance(item, Text) and item not in own)
            hidden = next((text for text in under if any(map(pin.box.overlaps, _lines(text)))), None)
            if hidden is not None:
                message = f"what is pinned at {pin.at} stands on {quoted(hidden.words)}"
                hint = "move it with `shift`, or leave out `over`"
                yield SlotRemark(hidden.role, hidden.words, message, hint)


def _lines(text: Text) -> Iterator[Box]:
    """About where the letters of each line stand, without ascenders and descenders."""
    if text.turn is not None:
        yield text.box
        return
    for line in text.lines:
        size, runs = line.size or text.size, [run for run in line.runs if run.width]
        left = min((run.x for run in runs), default=0.0)
        right = max((run.x + run.width for run in runs), default=0.0)
        yield Box(left, line.baseline - _LETTERS * size, right - left, _LETTERS * size)


def _pinned_in(node: Node) -> Iterator[Node]:
    if node.pin is not None:
        yield node
        return
    for child in node.children:
        yield from _pinned_in(child)


def _placed(node: Node, setting: Setting, room: Box) -> Pinned | None:
    """A box in its place, as large as it may be there; None if it has nothing to show."""
    pin = node.pin
    assert pin is not None
    tree = grown(node.model_copy(update={"pin": None}), replace(setting, room=room), frozenset())
    if tree is None:
        return None
    canvas = setting.canvas
    most = min(pin.width * canvas.short, room.w) if pin.width else room.w
    for share in _SHARES:
        trial = Trial(share, share)
        width = min(tree.natural(trial), most)
        height = tree.height(width, trial)
        if height <= room.h:
            box = part_of(room, width / room.w, height / room.h, pin.at, setting.rtl)
            return Pinned(node, tree, trial, _moved(box, pin.shift, setting))
    slot = slot_in(node)
    raise TextTrouble(slot, f"what is pinned at {pin.at} finds no room", "make it wider, or its words fewer")


def _moved(box: Box, shift: tuple[float, float], setting: Setting) -> Box:
    """A box moved as the design says, but not out of where words may be."""
    safe, short = setting.canvas.safe, setting.canvas.short
    right = -shift[0] if setting.rtl else shift[0]
    x = min(max(box.x + right * short, safe.x), max(safe.right - box.w, safe.x))
    y = min(max(box.y + shift[1] * short, safe.y), max(safe.bottom - box.h, safe.y))
    return Box(x, y, box.w, box.h)
