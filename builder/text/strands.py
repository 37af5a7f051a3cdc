"""Strands: words of one language in one chain of fonts, joined into one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from builder.media import FontChain
from builder.record import Record
from builder.text.bidi import CONTROLS, without_controls

# No-break spaces are part of a word; what may break shows as one space, or as the end of a line.
_BLANK = regex.compile(r"[^\S\u00a0\u2007\u202f]+")
_ENDS = regex.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNEVEN = regex.compile(
    r"\A\s|\s\s|\s\Z|[^\S \u00a0\u2007\u202f]"
)  # blanks that are not single spaces inside


class Strand(Record):
    """Words of one language in one chain of fonts."""

    text: str
    fonts: FontChain
    language: str
    caps: bool = False  # whether it is drawn in capitals


def joined(strands: Sequence[Strand]) -> tuple[str, tuple[int, ...]]:
    """The words without blanks at the ends of lines, and the number of each character's strand."""
    texts = [strand.text for strand in strands]
    text = texts[0] if len(texts) == 1 else "".join(texts)
    even = text.isprintable()  # there is no blank in it but U+0020, and no control
    if not even and not text.isascii() and CONTROLS.search(text):
        texts = list(map(without_controls, texts))
        text = "".join(texts)
    owners = (0,) * len(text) if len(texts) == 1 else _owned(texts)
    if (even and text[:1] != " " != text[-1:] and "  " not in text) or not _UNEVEN.search(text):
        return text, owners
    parts, whose, at = [], list[int](), 0
    for blank in _BLANK.finditer(text):
        inner = blank.start() > 0 and blank.end() < len(text)
        parts += [text[at : blank.start()], ("\n" if _ENDS.search(blank[0]) else " ") if inner else ""]
        whose += owners[at : blank.start() + inner]
        at = blank.end()
    return "".join([*parts, text[at:]]), (*whose, *owners[at:])


def _owned(texts: Sequence[str]) -> tuple[int, ...]:
    owners = list[int]()
    for number, part in enumerate(texts):
        owners += [number] * len(part)
    return tuple(owners)


def by_owner(text: str, owners: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """The text strand by strand: the number of each, and its characters."""
    start = 0
    if owners and owners[0] == owners[-1]:  # of one strand, as most texts are
        yield owners[0], text
        return
    for owner in dict.fromkeys(owners):  # in their order, for each strand is in one piece
        end = start + owners.count(owner)
        yield owner, text[start:end]
        start = end
