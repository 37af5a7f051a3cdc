"""Whose each mark is: the elements of a laid out document, as its drawing asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

from builder.content import pages as content
from builder.content.pages import Artifact, Owned, Owner, Pages, PlacedFrame
from builder.geometry.box import Box
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.tags.element import Attributes, StructElement

WHOLE = "Figure"  # the role of what is told as one, with the place where it stands


class Owners:
    """The structure tree of pages, below a canvas's.

    Elements stand in it from the start, but for the parts of those that have words of their
    own: these are added as they are drawn, so that they stand between the words.
    """

    def __init__(self, canvas: GlyphCanvas, pages: Pages) -> None:
        self._canvas = canvas
        self._found: dict[int, StructElement] = {}
        self._waiting: dict[int, tuple[content.Element, StructElement]] = {}
        self._drawn = frozenset(_drawn(pages))
        self._grow(pages.structure, canvas.structure)

    def _grow(self, given: content.Element, element: StructElement) -> None:
        self._found[given.number] = element
        for child in given.children:
            if given.number in self._drawn:
                for inner in _below(child):
                    self._waiting[inner.number] = child, element
            else:
                self._grow(child, _added(element, child))

    def element(self, number: int) -> StructElement:
        """The element of a number."""
        if number not in self._found:
            child, above = self._waiting[number]
            self._grow(child, _added(above, child))
        return self._found[number]

    def owning(self, owner: Owner, box: Box | None, height: float) -> AbstractContextManager[None]:
        """What is drawn within is the owner's; a figure stands in a box of a canvas of this height."""
        canvas = self._canvas
        if isinstance(owner, Artifact):
            return canvas.artifact(owner.kind, owner.subtype)
        element = self.element(owner)
        if element.role == WHOLE and box:
            return canvas.figure(element, (box.x, height - box.bottom, box.right, height - box.y))
        return canvas.tagged(element)


def _drawn(pages: Pages) -> Iterator[int]:
    """The elements that have items of their own."""
    for item in (item for page in pages.pages for item in page.items):
        if isinstance(item, Owned):
            yield from [item.owner] if isinstance(item.owner, int) else []
        elif isinstance(item, PlacedFrame):
            yield from (owner for owner in item.owners if isinstance(owner, int))


def _below(element: content.Element) -> Iterator[content.Element]:
    """An element and all that are below it."""
    yield element
    for child in element.children:
        yield from _below(child)


def _added(parent: StructElement, child: content.Element) -> StructElement:
    attributes: dict[str, dict[str, str]] = {}
    for owner, name, value in child.attributes:
        attributes.setdefault(owner, {})[name] = value
    given: Attributes = {**attributes}
    return parent.add(child.role, lang=child.lang, alt=child.alt, id=child.id, attributes=given)
