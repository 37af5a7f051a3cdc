"""The structure tree of a document, as it grows while its blocks are composed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from builder.content.pages import Attribute, Element
from builder.tagged import language_of

_PLACE = ""  # the role of what is no element
_LOWEST = 6  # the roles of headings end with H6


class Structure:
    """Elements below a root, in reading order; `element` gives them once all are there."""

    def __init__(self, role: str = "Document") -> None:
        self._given: list[dict[str, Any]] = [{"role": role}]  # by number; 0 is the root
        self._below: list[list[int]] = [[]]
        self._here = 0
        self._ranks: list[int] = []  # the levels of the headings that are open

    def add(
        self,
        role: str,
        *,
        below: int | None = None,
        lang: str = "",
        alt: str = "",
        id: str = "",  # noqa: A002  as the standard calls it
        attributes: tuple[Attribute, ...] = (),
    ) -> int:
        """The number of a new element, the last one of its parent: of `below`, or of the one that is open."""
        number = len(self._given)
        said = {"lang": lang or language_of(alt), "alt": str(alt)}
        self._given.append({"role": role, **said, "id": id, "attributes": attributes})
        self._below.append([])
        self._below[self._here if below is None else below].append(number)
        return number

    def inside(self, role: str, **given: Any) -> AbstractContextManager[int]:
        """What is added within belongs to a new element of this role."""
        return self.at(self.add(role, **given))

    def at(self, number: int) -> AbstractContextManager[int]:
        """What is added within belongs to this element, or stands in this place."""
        return _At(self, number)

    def go(self, number: int) -> int:
        """What is added from here on belongs to this element; where that was before."""
        before, self._here = self._here, number
        return before

    def place(self) -> int:
        """A place that is kept for elements which may come later, and is none itself."""
        return self.add(_PLACE)

    def clear(self, number: int) -> None:
        """Leave out all that is below an element."""
        self._below[number].clear()

    def rank(self, level: int) -> str:
        """The role of a heading of a level: no rank below H1 is left out, whatever levels a story uses."""
        while self._ranks and self._ranks[-1] >= level:
            self._ranks.pop()
        self._ranks.append(level)
        return f"H{min(len(self._ranks), _LOWEST)}"

    def element(self, number: int = 0) -> Element:
        """An element with all that is below it."""
        below = self._below[number]
        children = tuple([self.element(child) for child in self._children(below)]) if below else ()
        return Element(number=number, children=children, **self._given[number])

    def _children(self, below: Sequence[int]) -> list[int]:
        children = list[int]()
        for child in below:
            children += (child,) if self._given[child]["role"] != _PLACE else self._below[child]
        return children


class _At(AbstractContextManager[int]):
    """What is added within stands in a place: there are many, and a generator takes twice as long."""

    def __init__(self, structure: Structure, number: int) -> None:
        self._structure, self._number = structure, number

    def __enter__(self) -> int:
        self._before = self._structure.go(self._number)
        return self._number

    def __exit__(self, *_: object) -> None:
        self._structure.go(self._before)
