"""Structure elements: what the pieces of a document are, in the order in which they are read.

Roles are those of ISO 32000-1, 14.8.4 (`P`, `H1`, `L`, `Figure` …) or names that `ROLE_MAP` maps to one.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

# Roles that PDF 2.0 has, or HTML, and what they are to readers of PDF 1.7.
ROLE_MAP = {
    "Title": "H1",  # a document's, before its first chapter
    "Strong": "Span",
    "Em": "Span",
    "DL": "L",  # terms (DT), each with what belongs to it (DD)
    "DI": "LI",
    "DT": "Lbl",
    "DD": "LBody",
}

AttributeValue = str | float | tuple[float, ...]
Attributes = Mapping[
    str, Mapping[str, AttributeValue]
]  # by owner: {"Table": {"Scope": "Column"}}; str is a name


class Content(NamedTuple):
    """A marked-content sequence: the page, from 0, and its MCID there."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation on a page, from 0, by the name that its document registered it under."""

    page: int
    name: str


class StructElement:
    """A node of the structure tree; `kids` are elements and the content they have on pages."""

    def __init__(
        self,
        role: str,
        parent: StructElement | None = None,
        *,
        lang: str = "",
        alt: str = "",
        id: str = "",  # noqa: A002  as the standard calls it
        attributes: Attributes | None = None,
    ) -> None:
        self.role, self.parent, self.lang, self.alt, self.id = role, parent, lang, alt, id
        self.attributes = (
            {owner: dict(values) for owner, values in attributes.items()} if attributes else {}
        )
        self.kids: list[StructElement | Content | Annotation] = []
        self._named: dict[Hashable, StructElement] = {}

    def add(
        self,
        role: str,
        *,
        lang: str = "",
        alt: str = "",
        id: str = "",  # noqa: A002
        attributes: Attributes | None = None,
    ) -> StructElement:
        """A new element at the end of this one's kids."""
        kid = StructElement(role, self, lang=lang, alt=alt, id=id, attributes=attributes)
        self.kids.append(kid)
        return kid

    def part(self, key: Hashable, role: str, lang: str = "") -> StructElement:
        """The kid of this key, added when it is first asked for: a link drawn in several pieces."""
        if key not in self._named:
            self._named[key] = self.add(role, lang=lang)
        return self._named[key]

    def said(self) -> list[StructElement]:
        """This element and those below it that have content, in reading order; empty cells count."""
        said = [self]
        for kid in self.kids:
            said += kid.said() if isinstance(kid, StructElement) else ()
        empty = len(said) == 1 and all(isinstance(kid, StructElement) for kid in self.kids)
        return [] if empty and self.role not in {"TD", "TH"} and self.parent is not None else said
