"""The Unicode bidirectional algorithm (UAX 9): levels of characters, order of runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from builder.content.story import Spans, plain
from builder.languages import written_rtl
from builder.tagged import APART
from builder.text.online import BEFORE, ENDS, ONLINE

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
_LETTERS = {  # by whether they run from right to left
    True: regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]"),
    False: regex.compile(r"\p{Bidi_Class=L}"),
}
_STRONG = regex.compile(r"[\p{Bidi_Class=L}\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
# What reads from its first sign on, whatever stands round it: addresses and handles, hashtags,
# telephone numbers, sizes, and numbers in groups or with a sign. Not ranges: they read as their
# sentence does.
_GROUPED = r"(?:\d{1,3}(?:\ \d{3})+(?!\d)(?:[.,٫]\d+)?)"  # 1 200, by a blank that may break
_ALONE = regex.compile(
    rf"""{BEFORE}(?:{ONLINE}
      | \+\d[\d\ \u00a0().-]{{6,}}\d
      | \(?[0٠۰]\d{{2,5}}\)?[ \u00a0-]\d[\d \u00a0-]{{2,}}\d
      | [0٠۰]\d?(?:[ \u00a0]\d{{2,4}}){{3,}}
      | \d+[ \u00a0]?×[ \u00a0]?\d+
      | [-−+±]\p{{Sc}}?(?:{_GROUPED}|\d[\d.,]*)(?:[ \u00a0]?[%‰°])?
      | \p{{Sc}}[ \u00a0]?(?:{_GROUPED}|\d[\d.,]*)
      | (?:{_GROUPED}|\d[\d.,]*)[ \u00a0]?[%‰°\p{{Sc}}]
      | {_GROUPED}
    )""",
    regex.VERBOSE,
)
# Groups of Arabic-Indic digits run from right to left in a text of either direction (UAX 9, N1), and a
# telephone number is dialled from left to right (HTML, `input type=tel`): they are ordered as European ones.
_EUROPEAN = {ord("٠") + digit: str(digit) for digit in range(10)}
_ARABIC_INDIC = regex.compile(r"\p{Bidi_Class=AN}")
_MARKS = {True: "\N{RIGHT-TO-LEFT MARK}", False: "\N{LEFT-TO-RIGHT MARK}"}
_INSTEAD = "\N{OBJECT REPLACEMENT CHARACTER}"
_AROUND = f"{APART}\n:"  # a part of another language: what leads on from it is the sentence's
CONTROLS = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Alone(NamedTuple):
    """A part of a text that reads by itself: from where to where, and in which direction."""

    start: int
    end: int
    rtl: bool


def alone(text: str) -> Iterator[Alone]:
    """What reads by itself in a text: addresses, hashtags, telephone numbers, sizes, numbers with a sign."""
    for match in _ALONE.finditer(text):
        part = match[0].rstrip(ENDS) or match[0]
        yield Alone(match.start(), match.start() + len(part), _LETTERS[True].search(part) is not None)


def turning(parts: Iterable[tuple[str, str]], rtl: bool) -> Iterator[Alone]:
    """What of a text reads by itself as its language runs the other way; `parts` are words and languages."""
    at = 0
    for words, language in parts:
        own, body = written_rtl(language), words.strip(_AROUND)
        if body and own != rtl and base_rtl(words, own) == own:
            start = at + len(words) - len(words.lstrip(_AROUND))
            yield Alone(start, start + len(body), own)
        at += len(words)


def base_rtl(text: str, rtl: bool) -> bool:
    """Whether a text is set from right to left, as the language that it is in (`rtl`) is.

    One without a letter of that direction, as an English name in Arabic, is set in the other.
    """
    if not rtl and text.isascii():
        return rtl
    own, other = _LETTERS[rtl], _LETTERS[not rtl]
    if not other.search(text):
        return rtl
    bare = _ALONE.sub(" ", text)
    return rtl if own.search(bare) or not other.search(bare) else not rtl


def spans_rtl(spans: Spans, language: str) -> bool:
    """Whether spans of a document in a language are set from right to left: as their own is, if all agree."""
    directions = {written_rtl(span.lang or language) for span in spans}
    return base_rtl(plain(spans), directions.pop() if len(directions) == 1 else written_rtl(language))


def marks(text: str, rtl: bool) -> dict[int, str]:
    """The marks to put before characters, by their number, where a program knows no isolates.

    One on either side of what reads by itself, in the other direction than the text: UAX 9 orders
    all between them so that they read on. The last may be at the text's end.
    """
    parts = (part for part in alone(text) if part.rtl != rtl)
    return {place: _MARKS[part.rtl] for part in parts for place in _marked(text, part)}


def overridden(text: str) -> bool:
    """Whether a part that reads by itself needs more than an isolate to: one in Arabic-Indic digits does."""
    return _ARABIC_INDIC.search(text) is not None and not _STRONG.search(text)


def _marked(text: str, part: Alone) -> Iterator[int]:
    """The ends of a part; and in Arabic-Indic digits both sides of each sign between them."""
    yield from (part.start, part.end)
    if overridden(text[part.start : part.end]):
        for at in range(part.start, part.end):
            if not text[at].isdecimal():
                yield from (at, at + 1)


def mark(rtl: bool) -> str:
    """The mark that runs in a direction."""
    return _MARKS[rtl]


def outer_marks(text: str, rtl: bool) -> dict[int, str]:
    """The marks on either side of a text that stands among others, so that its signs read on with it.

    Blanks and the dot that part it from what is before it are not its own.
    """
    return dict.fromkeys((len(text) - len(text.lstrip(APART)), len(text)), _MARKS[rtl])


def with_marks(text: str, rtl: bool) -> str:
    """The text with its marks."""
    found = marks(text, rtl)
    return "".join(found.get(at, "") + text[at : at + 1] for at in range(len(text) + 1)) if found else text


def levels(text: str, rtl: bool, turned: Sequence[Alone] = ()) -> list[int]:
    """The embedding level of each character; odd ones run right to left.

    What reads by itself is an isolate (UAX 9, X5a and X5b), as if it stood between controls; so are the
    parts of other languages, `turned`.
    """
    if not rtl and (text.isascii() or not _RIGHT_TO_LEFT.search(text)):
        return [0] * len(text)
    parts = tuple(alone(text))
    if turned:
        apart = (one for one in parts if not any(one.start < o.end and o.start < one.end for o in turned))
        parts = tuple(sorted((*turned, *apart)))
    outer, at = [], 0
    for part in parts:
        outer += [text[at : part.start], _INSTEAD]
        at = part.end
    around = "".join([*outer, text[at:]])
    embedding = _embedding(around, rtl)
    if len(embedding) != len(around):  # controls in it are dropped halfway
        return embedding
    for part in parts:  # each is in its place once those before it are
        own = text[part.start : part.end].translate(_EUROPEAN)
        inner = levels(own, part.rtl) if part in turned else _embedding(own, part.rtl)
        embedding[part.start : part.start + 1] = _isolated(inner, part.rtl, rtl)
    return embedding


def _isolated(inner: Sequence[int], rtl: bool, outside: bool) -> list[int]:
    """The levels of an isolate: its own, `inner`, above that of the paragraph."""
    above = 2 if outside == rtl else 1  # the next one of its direction (UAX 9, X5a)
    base = int(outside) + above
    return [level - int(rtl) + base for level in inner]


def _embedding(text: str, rtl: bool) -> list[int]:
    from bidi import algorithm  # noqa: PLC0415  not for text of one direction

    store = algorithm.get_empty_storage()
    store["base_level"], store["base_dir"] = int(rtl), "RL"[not rtl]
    algorithm.get_embedding_levels(text, store)
    algorithm.explicit_embed_and_overrides(store)
    algorithm.resolve_weak_types(store)
    algorithm.resolve_neutral_types(store, False)
    algorithm.resolve_implicit_levels(store, False)
    return [char["level"] for char in store["chars"]]


def begins_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs right to left (UAX 9, rules P2 and P3)."""
    first = _STRONG.search(text)
    return first is not None and _RIGHT_TO_LEFT.match(first[0]) is not None


def without_controls(text: str) -> str:
    """The text without characters that steer direction and would be dropped halfway."""
    return CONTROLS.sub("", text)


def visual_order(levels_of_runs: Sequence[int]) -> list[int]:
    """The runs' numbers from left to right (UAX 9, rule L2)."""
    order = list(range(len(levels_of_runs)))
    for level in range(max(levels_of_runs, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels_of_runs[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
