"""Paragraphs of a Word file: style, direction, bookmark, and what the block before them asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from builder.color import Color
from builder.content.story import Spans, Story
from builder.render.docx.colors import WordColors
from builder.render.docx.markup import add, put
from builder.render.docx.properties import twips
from builder.render.docx.relations import Relations
from builder.render.docx.runs import Runs, bookmark_name
from builder.render.docx.styles import BAND, styles


class Body:
    """Where a story's paragraphs are put, one after the other."""

    def __init__(self, document: Document, story: Story) -> None:
        self.document, self.story, self.relations = document, story, Relations(document)
        self.runs = Runs(story, self.relations)
        body: Any = document._body
        self._body, self._end = body, body._element.sectPr
        self._inks = WordColors(story.look)
        self._instead: Mapping[str, str] = {}
        self._own = {style.id: style.before or 0 for style in styles(story, None)}
        self._breaks, self._bookmarks = False, 0
        self._before: float | None = None  # what the next paragraph keeps from the last
        self._exact = False

    def put(self, style: str, spans: Spans = (), *, id_: str = "", bare: bool = False) -> Paragraph:
        """A paragraph in a style (its id), at the document's end; `bare` links look like words."""
        paragraph = self._paragraph()
        properties = paragraph._p.get_or_add_pPr()
        put(properties, "w:pStyle", val=self._instead.get(style, style))
        if self.story.rtl:
            put(properties, "w:bidi")
        if self._breaks:
            put(properties, "w:pageBreakBefore")
        if self._before is not None and (self._exact or self._before > self._own[style]):
            put(properties, "w:spacing", before=twips(self._before))
        self._breaks, self._before = False, None
        self.runs.write(paragraph, spans, bare=bare)
        if id_:
            self._mark(paragraph, id_)
        return paragraph

    def _paragraph(self) -> Paragraph:
        """An empty paragraph before the section's properties, where python-docx would look for its place."""
        self._end.addprevious(OxmlElement("w:p"))
        return Paragraph(self._end.getprevious(), self._body)

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

    def keep(self, paragraph: Paragraph) -> None:
        """The paragraph is not parted from what follows."""
        put(paragraph._p.get_or_add_pPr(), "w:keepNext")

    def number(self, paragraph: Paragraph, numbering: int, depth: int = 0) -> None:
        """Makes the paragraph an item of a numbering."""
        properties = put(paragraph._p.get_or_add_pPr(), "w:numPr")
        add(properties, "w:ilvl", val=depth)
        add(properties, "w:numId", val=numbering)

    def hang(self, paragraph: Paragraph, points: float) -> None:
        """What follows the first tab hangs from there."""
        put(paragraph._p.get_or_add_pPr(), "w:ind", left=twips(points), hanging=twips(points))

    def paint(self, paragraph: Paragraph, ground: Color, ink: Color) -> None:
        """Gives a heading's panel colours of its own."""
        properties = paragraph._p.get_or_add_pPr()
        put(properties, "w:shd", **self._inks.ground(ground))
        borders, line, (high, wide) = put(properties, "w:pBdr"), self._inks.line(ground), BAND
        for side, space in (("top", high), ("left", wide), ("bottom", high), ("right", wide)):
            add(borders, f"w:{side}", val="single", sz=4, space=round(space), **line)
        add(put(properties, "w:rPr"), "w:color", **self._inks.text(ink))  # the chapter's number
        for run in paragraph.runs:
            put(run._r.get_or_add_rPr(), "w:color", **self._inks.text(ink))

    def _mark(self, paragraph: Paragraph, id_: str) -> None:
        start = _numbered("w:bookmarkStart", self._bookmarks)
        start.set(qn("w:name"), bookmark_name(id_))
        properties: Any = paragraph._p.pPr
        properties.addnext(start)
        paragraph._p.append(_numbered("w:bookmarkEnd", self._bookmarks))
        self._bookmarks += 1


def _numbered(tag: str, number: int) -> Any:
    return OxmlElement(tag, {qn("w:id"): str(number)})
