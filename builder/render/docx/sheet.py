"""Paragraphs of a Word file: style, direction, bookmark, and what the block before them asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from builder.color import Color
from builder.content.story import Spans, Story
from builder.render.docx.colors import WordColors
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.page import WRITTEN
from builder.render.docx.properties import panel_edges, twips
from builder.render.docx.relations import Relations
from builder.render.docx.runs import Runs, bookmark_name
from builder.render.docx.styles import BAND, INDENT, styles
from builder.render.ooxml.markup import document as part

_PARAGRAPH = qn("w:p")


class Body:
    """Where a story's paragraphs are put, one after the other."""

    def __init__(self, document: Document, story: Story) -> None:
        self.document, self.story, self.relations = document, story, Relations(document)
        self.runs = Runs(story, self.relations.link)
        self._blocks: list[Paragraph | str] = []
        self.inks = WordColors(story.look)
        self._instead: Mapping[str, str] = {}
        self._styles = {style.id: style for style in styles(story, None)}
        self.inset = 0.0  # pt that paragraphs stand further in than their styles say
        self._breaks, self._bookmarks = False, 0
        self._before: float | None = None  # what the next paragraph keeps from the last
        self._exact = False
        self._section = 0  # blocks of the first section, where it is not the only one

    def put(self, style: str, spans: Spans = (), *, id_: str = "", bare: bool = False) -> Paragraph:
        """A paragraph in a style (its id), at the document's end; `bare` links look like words."""
        paragraph = Paragraph(rtl=self.story.rtl)
        self._blocks.append(paragraph)
        properties = paragraph.properties
        properties.put("pStyle", val=self._instead.get(style, style))
        if self.story.rtl:
            properties.put("bidi")
        if self._breaks:
            properties.put("pageBreakBefore")
        if self._before is not None and (self._exact or self._before > self._white(style)):
            properties.put("spacing", before=twips(self._before))
        if self.inset:
            own = self._styles[style]
            self._indent(paragraph, own.start or 0.0, own.hang or 0.0)
        self._breaks, self._before = False, None
        self.runs.write(paragraph, spans, bare=bare, turns=not style.startswith("List"))
        if id_:
            self._mark(paragraph, id_)
        return paragraph

    def _white(self, style: str) -> float:
        return self._styles[style].before or 0.0

    def add(self, table: str) -> None:
        """A table at the document's end; of two without a paragraph between them Word makes one."""
        if self._blocks and isinstance(self._blocks[-1], str):
            self.put("TableText")
        self._blocks.append(table)

    @contextmanager
    def aside(self) -> Iterator[list[Paragraph | str]]:
        """What is put meanwhile stands in a list of its own."""
        before, self._blocks = self._blocks, []
        yield self._blocks
        self._blocks = before
        self._before = None

    def again(self, block: Paragraph | str) -> Paragraph:
        """A paragraph that stood aside, at the document's end."""
        assert isinstance(block, Paragraph)
        self._blocks.append(block)
        return block

    def replace(self, paragraphs: Sequence[Paragraph], markup: str) -> None:
        """Put markup in the place of the last paragraphs."""
        self._blocks[-len(paragraphs) :] = [markup]

    def end_section(self) -> None:
        """What is there is the section that the template holds; what follows starts a page of another."""
        if not self._blocks or isinstance(self._blocks[-1], str):
            after = self.put("TableText")  # so low that it asks for no page of its own
            after.properties.put("spacing", before=0, after=0, line=twips(1), lineRule="exact")
        self._section, self._before = len(self._blocks), None

    def finish(self) -> None:
        """Write all that was put into the document, before the properties of its section."""
        blocks = (block if isinstance(block, str) else block.markup for block in self._blocks)
        body: Any = self.document._body._element
        written: Any = list(parse_xml(part("w:body", *blocks, namespaces=WRITTEN)))
        if self._section:
            held = body.find(_PARAGRAPH)  # its section is the last paragraph's
            body.remove(held)
            written[self._section - 1].pPr.append(held.pPr[0])
        body[:0] = written

    def break_page(self) -> None:
        """The next paragraph starts a page."""
        self._breaks = True
        self.follow(12)

    def follow(self, points: float) -> None:
        """The next paragraph stands this far below what is there."""
        self._before, self._exact = points, True

    def leave(self, points: float) -> None:
        """The next paragraph stands at least this far below what is there."""
        if not self._instead:  # a panel has no gaps
            self._before, self._exact = points, False

    @contextmanager
    def instead(self, styles: Mapping[str, str]) -> Iterator[None]:
        """For some paragraphs, other styles stand in for these."""
        before, self._instead = self._instead, styles
        yield
        self._instead = before

    @contextmanager
    def further(self, points: float) -> Iterator[None]:
        """Paragraphs and tables stand further in."""
        self.inset += points
        yield
        self.inset -= points

    def keep(self, paragraph: Paragraph) -> None:
        """The paragraph is not parted from what follows."""
        paragraph.properties.put("keepNext")

    def let_go(self) -> None:
        """The last paragraph may be parted from what follows, whatever its style says."""
        for block in self._blocks[-1:]:
            if isinstance(block, Paragraph):
                block.properties.put("keepNext", val=0)

    def keep_last(self, most: int) -> None:
        """So many of the last paragraphs, up to a table, are not parted from what follows."""
        for block in self._blocks[: -most - 1 : -1]:
            if not isinstance(block, Paragraph):
                return
            self.keep(block)

    @contextmanager
    def together(self, most: int) -> Iterator[None]:
        """What is put meanwhile is not parted, if it is not more than so many paragraphs."""
        before = len(self._blocks)
        yield
        put = [block for block in self._blocks[before:] if isinstance(block, Paragraph)]
        for paragraph in put[:-1] if len(put) <= most else ():
            self.keep(paragraph)

    def number(self, paragraph: Paragraph, numbering: int, depth: int = 0) -> None:
        """Makes the paragraph an item of a numbering."""
        paragraph.properties.put("numPr", word("ilvl", val=depth), word("numId", val=numbering))
        if self.inset:
            self._indent(paragraph, INDENT * (depth + 1), INDENT)

    def _indent(self, paragraph: Paragraph, start: float, hang: float) -> None:
        """As far in as its style says, and further."""
        hanging = twips(hang) if hang else None
        paragraph.properties.put("ind", left=twips(self.inset + start), hanging=hanging)

    def hang(self, paragraph: Paragraph, points: float) -> None:
        """What follows the first tab hangs from there."""
        paragraph.properties.put("ind", left=twips(points), hanging=twips(points))

    def paint(self, paragraph: Paragraph, ground: Color, ink: Color) -> None:
        """Gives a heading's panel colours of its own."""
        properties, color = paragraph.properties, self.inks.text(ink)
        properties.put("shd", **self.inks.ground(ground))
        properties.put("pBdr", *panel_edges(BAND, self.inks.line(ground)))
        properties.put("rPr", word("color", **color))  # the chapter's number
        for run in paragraph.runs:
            run.properties.put("color", **color)

    def _mark(self, paragraph: Paragraph, id_: str) -> None:
        start = word("bookmarkStart", id=self._bookmarks, name=bookmark_name(id_))
        paragraph.parts[:0] = [start]
        paragraph.parts.append(word("bookmarkEnd", id=self._bookmarks))
        self._bookmarks += 1
