"""Lists: bullets and numbers that Word counts, each ordered list from its own start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from builder.content.story import Block, ListBlock, Paragraph
from builder.render.docx.numbering import BULLETS, NUMBERS
from builder.render.docx.sheet import Body
from builder.render.docx.styles import INDENT

_AIR = 5.0  # pt after a list


class Lists:
    """Writes lists, one in another too."""

    def __init__(self, sheet: Body) -> None:
        self._sheet, self._depth = sheet, 0

    def write(self, block: ListBlock, others: Callable[[Sequence[Block]], None]) -> None:
        """The list at the document's end; `others` writes what items hold besides words and lists."""
        numbering = self._counted(block.start) if block.ordered else BULLETS
        for item in block.items:
            marked = False
            for part in item:
                if isinstance(part, ListBlock):
                    self._depth += 1
                    self.write(part, others)
                    self._depth -= 1
                elif isinstance(part, Paragraph) and not marked:
                    self._item(part, block.ordered, numbering)
                    marked = True
                elif isinstance(part, Paragraph):
                    with self._sheet.further(INDENT * self._depth):
                        self._sheet.put("ListContinue", part.spans)
                else:
                    with self._sheet.further(INDENT * (self._depth + 1)), self._anew():
                        others((part,))
        if not self._depth:
            self._sheet.leave(_AIR)

    @contextmanager
    def _anew(self) -> Iterator[None]:
        """What stands in an item begins as far in as the item does."""
        before, self._depth = self._depth, 0
        yield
        self._depth = before

    def _item(self, part: Paragraph, ordered: bool, numbering: int) -> None:
        paragraph = self._sheet.put("ListNumber" if ordered else "ListBullet", part.spans)
        if ordered or self._depth:
            self._sheet.number(paragraph, numbering, self._depth)

    def _counted(self, start: int) -> int:
        numbering = self._sheet.document.part.numbering_part.element
        number = numbering.add_num(NUMBERS)
        number.add_lvlOverride(ilvl=self._depth).add_startOverride(start)
        return int(number.numId)
