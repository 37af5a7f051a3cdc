"""A translation: the words that differ, laid over the spec they translate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from builder.errors import Place, Problem
from builder.languages import likely_script
from builder.record import replace
from builder.source import Data, Loc, Source
from builder.source.forms import forms_at
from builder.source.tree import Extent
from builder.source.validate import did_you_mean, named, nearest
from builder.spec.model import Spec
from builder.spec.scalars import Says
from builder.tagged import tagged

# Which texts have a language. Names are of none (WCAG 2.2, 3.1.2), unless it is of another script: those
# who read or hear that one alone are told why they cannot.
_ADDRESS = re.compile(r"\A(#\S+|\S+@\S+)\Z")  # hashtags and addresses are of no language
_SPOKEN = frozenset({Says.WORDS})
_SPELLED = frozenset({Says.WORDS, Says.NAME})


def translated(original: Source, translation: Source, language: str, into: str) -> Source:
    """The spec in the translation's words, each value with its place in the file that it is from.

    What is not translated is tagged with the `language` that it is in. What is wrong with the
    translation alone stands among its problems.
    """
    overlay = _Overlay(original, translation)
    data = overlay.merge(untranslated(original.data, (), language, into), translation.data, (), ())
    return replace(
        original,
        file=translation.file,
        data=data,
        problems=(*translation.problems, *overlay.problems),
        unread=original.unread | translation.unread,
        values=overlay.values,
        keys=overlay.keys,
    )


def untranslated(data: Data, loc: Loc, language: str, into: str) -> Data:
    """The data at a place, its texts tagged with their language, as readers of another one are shown them."""
    kinds = _SPOKEN if likely_script(language) == likely_script(into) else _SPELLED
    return _tagged(data, loc, language, kinds)


def _tagged(data: Data, loc: Loc, language: str, kinds: frozenset[Says]) -> Data:
    """The data, its texts of these kinds in their language."""
    if isinstance(data, dict):
        return {name: _tagged(value, (*loc, name), language, kinds) for name, value in data.items()}
    if isinstance(data, list):
        return [_tagged(item, (*loc, number), language, kinds) for number, item in enumerate(data)]
    spoken = data and kinds & says(loc) and worded(data) and not _ADDRESS.search(data)
    return tagged(data, language) if data and spoken else data


@dataclass(slots=True)
class _Overlay:
    original: Source
    translation: Source
    problems: list[Problem] = field(default_factory=list)
    values: dict[Loc, Extent] = field(init=False)
    keys: dict[Loc, Extent] = field(init=False)
    written: tuple[dict[Loc, list[Loc]], ...] = field(init=False)  # what is inside each place, in both

    def __post_init__(self) -> None:
        self.values, self.keys = dict(self.original.values), dict(self.original.keys)
        self.written = _inside(self.original), _inside(self.translation)

    def merge(self, old: Data, new: Data, loc: Loc, new_loc: Loc) -> Data:
        """What stands at a place (`loc` in the spec, `new_loc` in the translation) after translation."""
        if isinstance(old, dict) and isinstance(new, dict) and not self._free(loc):
            return self._fields(old, new, loc, new_loc)
        if isinstance(old, list) and isinstance(new, list) and any(isinstance(item, dict) for item in old):
            return self._items(old, new, loc, new_loc)
        if type(new) is type(old) and new != old and not self._free(loc):
            message = f"{named(loc)} is not a word to translate, and differs from {self.original.file}"
            hint = f"delete it here, or write what stands there: {_short(old)}"
            self._error(message, new_loc, hint)
            return old
        self._count(old, new, loc, new_loc)
        self._take(loc, new_loc)
        return new

    def _fields(self, old: dict[str, Any], new: dict[str, Any], loc: Loc, new_loc: Loc) -> Data:
        merged = dict(old)
        for name, value in new.items():
            here, there = (*loc, name), (*new_loc, name)
            if empty(value) or (not loc and name in self.original.unread):
                continue
            if old.get(name) is not None:
                merged[name] = self.merge(old[name], value, here, there)
            elif forms_at(Spec, here) and not self._free(here):
                self._error(
                    f"{self.original.file} has no {named(here)}",
                    there,
                    "delete it, or add it there",
                    key=True,
                )
            else:
                merged[name] = value
                self._take(here, there)
        known = {nearest(name, old) for name in new.keys() - old.keys()} | (
            self.translation.unread if not loc else set()
        )
        for name in old:
            if empty(new.get(name)) and name not in known:
                there = (*new_loc, name)
                self._missing((*loc, name), there if there in self.translation.keys else new_loc)
        return merged

    def _items(self, old: list[Any], new: list[Any], loc: Loc, new_loc: Loc) -> Data:
        key = known_by(old)
        matched: dict[int, int] = {}
        for there, item in enumerate(new):
            here = self._match(old, item, there, key)
            if here is None or here in matched:
                self._unmatched(here, item, key, (*new_loc, there), old)
            else:
                matched[here] = there
        merged = list(old)
        for here, item in enumerate(old):
            if here in matched:
                there = matched[here]
                if _left_empty(new[there], key):
                    self._missing((*loc, here), (*new_loc, there))
                else:
                    merged[here] = self.merge(item, new[there], (*loc, here), (*new_loc, there))
            else:
                self._missing((*loc, here), new_loc)
        return merged

    def _match(self, old: list[Any], item: Any, there: int, known_by: str | None) -> int | None:
        if known_by and isinstance(item, dict) and item.get(known_by) is not None:
            return next((here for here, one in enumerate(old) if one[known_by] == item[known_by]), None)
        return there if there < len(old) else None

    def _unmatched(self, here: int | None, item: Any, known_by: str | None, loc: Loc, old: list[Any]) -> None:
        file = self.original.file
        if here is not None:
            self._error("this item is translated twice", loc, "keep one of the two")
        elif known_by and isinstance(item, dict) and item.get(known_by):
            hint = did_you_mean(str(item[known_by]), [str(one[known_by]) for one in old])
            self._error(
                f"{file} has no item with `{known_by}: {item[known_by]}` here", (*loc, known_by), hint
            )
        else:
            self._error(f"{file} has only {_items(old)} here", loc, "delete this item, or add it there")

    def _missing(self, loc: Loc, new_loc: Loc) -> None:
        """Warn of words that are not translated, once for all that stand together."""
        count = self._words(self.original.at(loc), loc)
        if not count:
            return
        texts = "" if count == 1 else f" ({count} texts)"
        where = self.original.place(loc, key=True)
        place = self.translation.place(new_loc, key=True) if new_loc else Place(self.translation.file, 1, 1)
        hint = f"until it is, the pack has the words of {where.file}, line {where.line}"
        self.problems.append(Problem(f"{named(loc)} is not translated{texts}", place, hint, "warning"))

    def _words(self, data: Data, loc: Loc) -> int:
        if isinstance(data, dict):
            return sum(self._words(value, (*loc, name)) for name, value in data.items())
        if isinstance(data, list):
            return sum(self._words(item, (*loc, number)) for number, item in enumerate(data))
        return int(data is not None and Says.WORDS in says(loc) and worded(data))

    def _count(self, old: Data, new: Data, loc: Loc, new_loc: Loc) -> None:
        """Warn if a list of texts, or a post's texts, are fewer or more than those they translate."""
        file = self.original.file
        if isinstance(old, list) and isinstance(new, list) and len(old) != len(new):
            message = f"{named(loc)} has {_items(new)}, and {_items(old)} in {file}"
            self._warn(message, new_loc)
        if isinstance(old, dict) and isinstance(new, dict):
            for name in (name for name in old if new.get(name) is None):
                self._warn(
                    f"{named((*loc, name))} is not translated", new_loc, "until it is, `default` is used"
                )

    def _free(self, loc: Loc) -> bool:
        """Whether a translation may change what stands in a place, or in each place inside it."""
        inside: tuple[Loc, ...] = ((*loc, 0), (*loc, "*"))
        return bool(says(loc)) or any(forms_at(Spec, each) and self._free(each) for each in inside)

    def _take(self, loc: Loc, new_loc: Loc) -> None:
        """The places of a value are those in the translation."""
        stale, fresh = (
            inside.get(place, ()) for inside, place in zip(self.written, (loc, new_loc), strict=True)
        )
        for mine, theirs in ((self.values, self.translation.values), (self.keys, self.translation.keys)):
            for known in stale:
                mine.pop(known, None)
            for known in fresh:
                if known in theirs:
                    mine[(*loc, *known[len(new_loc) :])] = theirs[known]

    def _error(self, message: str, new_loc: Loc, hint: str = "", *, key: bool = False) -> None:
        self.problems.append(Problem(message, self.translation.place(new_loc, key=key), hint))

    def _warn(self, message: str, new_loc: Loc, hint: str = "") -> None:
        place = self.translation.place(new_loc, key=True)
        self.problems.append(Problem(message, place, hint, "warning"))


def says(loc: Loc) -> set[Says]:
    """What a translation does with the value of a place."""
    return {each for form in forms_at(Spec, loc) for each in form.said if isinstance(each, Says)}


def worded(text: Data) -> bool:
    """Whether a text has words: figures and signs may be the same in every language."""
    return isinstance(text, str) and any(map(str.isalpha, text))


def known_by(items: list[Any]) -> str | None:
    """What all items of a list have, by which a translation names them; None if they go by their order."""
    return next((name for name in ("id", "date", "year") if _all_have(items, name)), None)


def empty(data: Data) -> bool:
    """Whether nothing stands in a place, or only fields that were left empty."""
    if isinstance(data, list):
        return bool(data) and all(_left_empty(item, known_by(data)) for item in data)
    return data is None or (isinstance(data, dict) and bool(data) and all(map(empty, data.values())))


def _left_empty(item: Data, key: str | None) -> bool:
    """Whether an item says nothing but what it is known by."""
    if not isinstance(item, dict):
        return item is None
    return len(item) > bool(key) and all(empty(value) for name, value in item.items() if name != key)


def _inside(source: Source) -> dict[Loc, list[Loc]]:
    """Each place that is written, with those inside it and itself."""
    found: dict[Loc, list[Loc]] = {}
    for known in {**source.values, **source.keys}:
        for depth in range(len(known) + 1):
            found.setdefault(known[:depth], []).append(known)
    return found


def _all_have(items: list[Any], name: str) -> bool:
    return all(isinstance(item, dict) and item.get(name) is not None for item in items)


def _items(data: list[Any]) -> str:
    return "1 item" if len(data) == 1 else f"{len(data)} items"


def _short(data: Data) -> str:
    if isinstance(data, list):
        return ", ".join(str(item) for item in data)[:60]
    return f"`{data}`" if isinstance(data, str) else "a group of fields"
