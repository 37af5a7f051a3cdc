"""The fault of words that fit in no size, and how many of them would."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import inf

from builder.brand.design import Design
from builder.geometry.box import Box
from builder.layout.cards.fitting import Attempt, largest
from builder.layout.cards.remarks import quoted
from builder.layout.cards.setting import Setting, SlotWords, TextTrouble
from builder.layout.cards.tree import grown, optional_slots
from builder.record import replace
from builder.tagged import in_language_of

Steps = tuple[str | int, ...]
_Found = tuple[Steps, str]


def too_long(design: Design, setting: Setting, room: Box) -> TextTrouble:
    """The fault that names the words that are in the way, and how many characters of them would fit."""
    texts = sorted(_texts(setting.words, _slots(design)), key=lambda found: -len(found[1]))
    fitting = (found for found in texts if _fits_cut(design, setting, room, found, 1))
    found = next(fitting, texts[0] if texts else ((), ""))
    path, words = found
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _fits_cut(design, setting, room, found, middle) else (low, middle)
    hint = f"about {low} characters would fit; it has {len(words)}" if low > 1 else "no room is left for it"
    slot = str(path[0]) if len(path) == 1 else ""
    trouble = TextTrouble(slot, f"{quoted(words)} is too long to be set", hint, words)
    trouble.place, trouble.fits = path, low
    return trouble


def cut(words: SlotWords, trouble: TextTrouble) -> SlotWords:
    """The words without as much of what is too long as has no room; the same if nobody knows how much."""
    path = trouble.place or ((trouble.slot,) if trouble.slot in words else ())
    if not path:
        return words
    shorter = f"{trouble.words[: trouble.fits - 1].strip()}…" if trouble.fits > 1 else ""
    return _changed(words, path, in_language_of(shorter, trouble.words))


def _texts(words: SlotWords, slots: Collection[str]) -> Iterator[_Found]:
    """The texts that the design shows, those of repeated items too, and where among the words they are."""
    for slot, value in words.items():
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from (((slot, number, *path), text) for path, text in _texts(item, slots))
        elif slot in slots and value:
            yield (slot,), value


def _fits_cut(design: Design, setting: Setting, room: Box, found: _Found, length: int) -> bool:
    path, text = found
    cut = _changed(setting.words, path, in_language_of(text[:length].strip() or "x", text))
    tried = replace(setting, words=cut)
    tree = grown(design.body, tried, frozenset(optional_slots(design.body)) - {str(path[0])})
    return tree is not None and largest(tree, room, Attempt(1.0, 0.0, forced=True), inf) is not None


def _changed(words: SlotWords, path: Steps, text: str) -> SlotWords:
    """The words with another text at one place."""
    slot, value = str(path[0]), words[str(path[0])]
    if isinstance(value, str):
        return {**words, slot: text}
    number = int(path[1])
    item = _changed(value[number], path[2:], text)
    return {**words, slot: (*value[:number], item, *value[number + 1 :])}


def _slots(design: Design) -> list[str]:
    slots, nodes = [], [design.body]
    while nodes:
        node = nodes.pop()
        nodes += node.children
        if node.text is not None:
            slots.append(node.text.from_)
    return slots
