"""The Unicode bidirectional algorithm (UAX 9): levels of characters, order of runs."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
_STRONG = regex.compile(r"[\p{Bidi_Class=L}\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
# A hashtag, a handle or a web address reads from its sign onwards whatever stands round it.
_LEFT_TO_RIGHT = regex.compile(r"(?<!\S)(?:[#@]|https?://|www\.)[^\s\p{Bidi_Class=R}\p{Bidi_Class=AL}]*[\w/]")
_CONTROLS = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character; odd ones run right to left."""
    if not rtl and not _RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    from bidi import algorithm  # noqa: PLC0415  not for text of one direction

    store = algorithm.get_empty_storage()
    store["base_level"], store["base_dir"] = int(rtl), "RL"[not rtl]
    algorithm.get_embedding_levels(text, store)
    algorithm.explicit_embed_and_overrides(store)
    algorithm.resolve_weak_types(store)
    algorithm.resolve_neutral_types(store, False)
    algorithm.resolve_implicit_levels(store, False)
    embedding = [char["level"] for char in store["chars"]]
    for word in _LEFT_TO_RIGHT.finditer(text) if rtl and len(embedding) == len(text) else ():
        if any(embedding[i] % 2 == 0 for i in range(*word.span())):
            embedding[slice(*word.span())] = [2] * len(word[0])
    return embedding


def begins_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs right to left (UAX 9, rules P2 and P3)."""
    first = _STRONG.search(text)
    return first is not None and _RIGHT_TO_LEFT.match(first[0]) is not None


def without_controls(text: str) -> str:
    """The text without characters that steer direction and would be dropped halfway."""
    return _CONTROLS.sub("", text)


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
