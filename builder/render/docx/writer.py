"""Blocks of a story as paragraphs of a Word file: one method a block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document

from builder.color import Color
from builder.content import story as blocks
from builder.content.frame import Fill, Text
from builder.content.recipe import seen
from builder.content.story import Block, Span, Story, paragraphs, plain, words
from builder.content.walk import chapters, every, in_forms, without_contents
from builder.render.docx.contents import enclosed
from builder.render.docx.cover import Cover, back_of, is_sheet
from builder.render.docx.features import (
    shape,
    share_beside,
    side_by_side,
    width_beside,
    write_captioned,
    write_columns,
    write_feature,
)
from builder.render.docx.headings import kept, part_long_words
from builder.render.docx.lists import Lists
from builder.render.docx.markup import Paragraph
from builder.render.docx.numbering import CHAPTERS
from builder.render.docx.outline import HeadingLevels
from builder.render.docx.pictures import Pictures
from builder.render.docx.placed import write_back, write_front, write_placed
from builder.render.docx.sheet import Body
from builder.render.docx.styles import CHAPTER_GAP, INDENT, column
from builder.render.docx.tables import Tables
from builder.tagged import APART, in_language_of

_WHOLE = 8  # paragraphs of a panel or of an entry at most, that no page's end parts
_BEFORE_NOTE = 2  # paragraphs that go to a note below them: it never stands alone
_CALLOUT = {"BodyText": "Callout", "Lead": "Callout", "ListBullet": "CalloutList", "Quote": "CalloutQuote"}
_PARAGRAPHS = {"text": "BodyText", "lead": "Lead", "note": "Note"}
FEW = 5  # chapters that are found without a list of them
_ENTRY = 3  # the level of a term that has much below it, and of a post's day
_BESIDE = 20  # characters of a term that leave room beside it
_ROW = 4  # pictures of a gallery side by side, at most
_GAP = 5.0  # pt between pictures in a row
_SAID = 6.0  # pt between the paragraphs of what somebody said
_SHORT = 400  # characters of a post that stand beside its picture
_LONG = 1000  # characters of a post that a page's end may part
_TALLEST = 0.55  # of a page
_AIR = 16.0  # pt after panels and tables


class Writer:
    """Writes one story into a document."""

    def __init__(self, document: Document, story: Story) -> None:
        self.story, self.look = story, story.look
        self.sheet, self._outline = Body(document, story), HeadingLevels()
        self._pictures = Pictures(self.sheet.relations, story.look.rule)
        self._lists = Lists(self.sheet)
        self.column = column(story.look)
        self._tables = Tables(self.sheet.runs, self.column, story.rtl)
        self._small = self.column / _ROW - _GAP  # of a picture in a row, and that of a post, pt
        self._heard = story.title  # the last heading
        self._introduces = False  # whether the block leads to the next one
        features = tuple(every(story.blocks, blocks.Feature))
        self.beside = share_beside(story.look, self.column, features)
        for feature in features:
            self._pictures.shown_at(feature.figure.content, width_beside(self, feature.figure))
        depths = [block.depth for block in story.blocks if isinstance(block, blocks.Contents)]
        self._chapter_depth = max(depths, default=1)

    def whole(self, cover: Cover | None) -> None:
        """The story from its cover on, or from its title and what it is about."""
        if cover and is_sheet(self.story):
            write_placed(self.sheet, cover)
            self.sheet.finish()
            return
        self._front(cover)
        own, back = list(self.story.blocks[1:] if cover else self.story.blocks), back_of(self.story)
        last = own.pop() if back else None
        if len(list(chapters(own, self._chapter_depth))) <= FEW:
            own = list(without_contents(own, 1) or own)
        self.write(own)
        if back and isinstance(last, blocks.Opening):
            write_back(self.sheet, back, last.id)
        self.sheet.finish()

    def _front(self, cover: Cover | None) -> None:
        if cover:
            write_front(self.sheet, cover)
            return
        self.sheet.put("Title", words(self.story.title))
        self._outline.level(0)
        if self.story.subject:
            self.sheet.put("Subtitle", words(self.story.subject))

    def write(self, content: Sequence[Block]) -> None:
        """Blocks, in order."""
        known = tuple(in_forms(content, _FORMS))
        heads = blocks.Heading, blocks.Opening
        for before, block, after in zip((None, *known), known, (*known[1:], None), strict=False):
            between = isinstance(before, heads) and isinstance(after, heads)  # alone, it says too little
            self._introduces = between or isinstance(after, blocks.INTRODUCED)
            _FORMS[type(block)](self, block)

    # One method a block -----------------------------------------------------------------

    def heading(self, block: blocks.Heading) -> None:
        """A heading one deeper than what it stands under; those that the contents list are chapters."""
        number = block.kicker if block.kicker.isdigit() else ""
        if block.kicker and not number:
            self.sheet.put("Kicker", words(block.kicker))
            self.sheet.follow(2)
        chapter = bool(block.id) and block.level <= self._chapter_depth
        self._heading(1 if chapter else block.level, block.spans, block.id, number)

    def opening(self, block: blocks.Opening) -> None:
        """A chapter's heading on the ground of its layout; level 0 is no chapter."""
        spans = words(block.title)
        if block.level:
            number = block.kicker if block.kicker.isdigit() else ""
            paragraph = self._heading(block.level, spans, block.id, number)
        else:
            paragraph = self.sheet.put("TOCHeading", spans, id_=block.id)
        if colors := _colors(block):
            self.sheet.paint(paragraph, *colors)
        self.write(block.said)

    def _heading(self, level: int, spans: blocks.Spans, id_: str = "", number: str = "") -> Paragraph:
        self._heard = plain(spans)
        style = f"Heading{self._outline.level(level)}"
        spans = kept(spans, self.story.language)
        if number and self.story.rtl:
            # LibreOffice sets the number of a right-to-left paragraph outside its margin: here it is text.
            paragraph = self.sheet.put(style, (Span(f"{number}\t"), *spans), id_=id_)
            self.sheet.hang(paragraph, CHAPTER_GAP)
        else:
            paragraph = self.sheet.put(style, spans, id_=id_)
            if number:
                self.sheet.number(paragraph, CHAPTERS)
        part_long_words(paragraph, self._heard)
        return paragraph

    def paragraph(self, block: blocks.Paragraph) -> None:
        """Text, a lead or a note."""
        if block.role == "note" and not self._introduces:
            self.sheet.keep_last(_BEFORE_NOTE)
        paragraph = self.sheet.put(_PARAGRAPHS[block.role], block.spans)
        if self._introduces:
            self.sheet.keep(paragraph)

    def list_(self, block: blocks.ListBlock) -> None:
        """Items with real marks and numbers."""
        self._lists.write(block, self.write)

    def table(self, block: blocks.Table) -> None:
        """The caption above, the table in the brand's style."""
        if block.caption:
            self.sheet.keep(self.sheet.put("Caption", block.caption))
        self.sheet.add(self._tables.markup(block, plain(block.caption) or self._heard, self.sheet.inset))
        self.sheet.leave(_AIR)

    def figure(self, block: blocks.Figure) -> None:
        """A picture on a line of its own, its caption below it."""
        paragraph = self.sheet.put("Picture")
        room = (self.column - self.sheet.inset) * block.width
        width = min(room, _TALLEST * self.look.height / shape(block))
        self.picture(paragraph, block, width)
        if block.caption:
            self.sheet.keep(paragraph)
            self.sheet.put("Caption", block.caption)

    def gallery(self, block: blocks.Gallery) -> None:
        """Pictures one after the other, as many a line as there is room for; one with a caption ends it.

        Each line is a paragraph: only the last one before a caption keeps to it. Those that all have captions
        stand in columns.
        """
        if all(figure.caption for figure in block.figures):
            write_captioned(self, block)
            return
        wide, paragraph = max(self._small, self.column / block.columns - _GAP), None
        left = most = max(int(self.column / (wide + _GAP) + 0.01), 1)
        for figure in block.figures:
            paragraph = paragraph or self.sheet.put("Picture")
            self.picture(paragraph, figure, wide)
            left -= 1
            if figure.caption:
                self.sheet.keep(paragraph)
                self.sheet.put("Caption", figure.caption)
            elif left:
                self.sheet.runs.write(paragraph, words(" "))
            if figure.caption or not left:
                left, paragraph = most, None

    def picture(self, paragraph: Paragraph, block: blocks.Figure, width: float) -> None:
        """A picture in a paragraph, so wide (pt)."""
        paragraph.parts.append(self._pictures.markup(block.content, width, block.alt, block.link))

    def callout(self, block: blocks.Callout) -> None:
        """Blocks on a panel."""
        with self.sheet.together(_WHOLE):
            if block.title:
                self.sheet.put("CalloutTitle", words(block.title))
            with self.sheet.instead(_CALLOUT):
                self.write(block.blocks)
        self.sheet.leave(_AIR)

    def pull_figure(self, block: blocks.PullFigure) -> None:
        """The value, what it counts, where it is from."""
        self.sheet.put("Figure", words(block.value))
        if block.picture:
            self.figure(block.picture)
        self.sheet.put("FigureLabel", block.label)
        if block.source:
            self.sheet.put("Note", block.source)

    def quote(self, block: blocks.BlockQuote) -> None:
        """Words in display type, or a part of a document further in; below it, whose words they are."""
        if block.short:
            for place, part in enumerate(block.blocks):
                if place:
                    self.sheet.follow(_SAID)
                paragraph = self.sheet.put("Quote", part.spans if isinstance(part, blocks.Paragraph) else ())
                if block.who or part is not block.blocks[-1]:
                    self.sheet.keep(paragraph)
        else:
            with self.sheet.further(INDENT):
                self.write(block.blocks)
            self.sheet.leave(_AIR)
        if block.who:
            self.sheet.put("Attribution", words(block.who))

    def notes(self, block: blocks.Notes) -> None:
        """Nothing: each stands at the foot of the page that leads to it."""

    def definitions(self, block: blocks.Definitions) -> None:
        """Terms: above a heading of their own, beside a single paragraph, or as headings."""
        for entry in block.entries:
            with self.sheet.together(_WHOLE):
                self._entry(entry)
        self.sheet.leave(_AIR)

    def _entry(self, entry: blocks.Definition) -> None:
        first = entry.blocks[0] if entry.blocks else None
        if isinstance(first, blocks.Heading):
            kicker = self.sheet.put("Kicker", words(entry.term))
            if entry.note:
                self.sheet.runs.aside(kicker, in_language_of(f"{APART}{entry.note}", entry.note))
            self.sheet.follow(2)
            self.write(entry.blocks)
            if len(entry.blocks) == 1:
                self.sheet.let_go()
        elif isinstance(first, blocks.Paragraph) and len(entry.blocks) == 1:
            self._beside(entry, first)
        else:
            heading = self._heading(_ENTRY, words(entry.term))
            if entry.note:
                self.sheet.runs.aside(heading, in_language_of(f"{APART}{entry.note}", entry.note))
            self.write(entry.blocks)

    def _beside(self, entry: blocks.Definition, said: blocks.Paragraph) -> None:
        gap = "\t" if len(entry.term) <= _BESIDE else "\n"
        spans = (Span(entry.term, bold=True), Span(gap), *said.spans)
        paragraph = self.sheet.put("Definition", spans)
        if entry.note:
            self.sheet.runs.aside(paragraph, in_language_of(f"{APART}{entry.note}", entry.note))

    def card(self, block: blocks.PostCard) -> None:
        """A post: its day, its image, and its words for each place on a panel to copy from."""
        self._heading(_ENTRY, words(block.title), block.id)
        if block.note:
            self.sheet.put("Note", words(block.note))
        first, others = block.copies[:1], block.copies[1:]
        if block.picture is not None and first and len(plain(first[0].spans)) < _SHORT:
            with self.sheet.aside() as said:
                self._copy(first[0], APART)
            with self.sheet.aside() as shown:
                paragraph = self.sheet.put("Picture")
                paragraph.parts.append(self._pictures.markup(block.picture, self._small, block.alt))
            cells = [(self._small, shown), (self.column - self.sheet.inset - self._small, said)]
            self.sheet.add(side_by_side(cells, self.story.rtl))
        else:
            others = block.copies
            self._alone(block)
        for copy in others:
            self._copy(copy)
        self.sheet.leave(_AIR)

    def _alone(self, block: blocks.PostCard) -> None:
        if block.picture is not None:
            paragraph = self.sheet.put("Picture")
            self.sheet.keep(paragraph)
            paragraph.parts.append(self._pictures.markup(block.picture, self._small, block.alt))

    def _copy(self, copy: blocks.Copy, gap: str = "\t") -> None:
        """Words to copy; their count stands at the line's end, or after a gap of its own."""
        label = self.sheet.put("CopyLabel", (*words(copy.label), Span(gap)))
        self.sheet.runs.aside(label, copy.count)
        parts = [self.sheet.put("Copy", part) for part in paragraphs(copy.spans)]
        for part in parts[:-1] if len(plain(copy.spans)) < _LONG else ():
            self.sheet.keep(part)

    def contents(self, block: blocks.Contents) -> None:
        """The chapters as links, in a field that Word brings up to date."""
        if block.title:
            self.sheet.put("TOCHeading", words(block.title), id_=block.id)
        lines = [
            self.sheet.put("TOC1", _listed(number, title, f"#{id_}"), bare=True)
            for id_, number, title in chapters(self.story.blocks, block.depth)
        ]
        if lines:
            self.sheet.replace(lines, enclosed(lines))

    def page_break(self, block: blocks.PageBreak) -> None:  # noqa: ARG002
        """A new page."""
        self.sheet.break_page()


_FORMS: dict[type, Callable[[Writer, Any], None]] = {
    blocks.Heading: Writer.heading,
    blocks.Paragraph: Writer.paragraph,
    blocks.ListBlock: Writer.list_,
    blocks.Table: Writer.table,
    blocks.Figure: Writer.figure,
    blocks.Feature: write_feature,
    blocks.Gallery: Writer.gallery,
    blocks.Callout: Writer.callout,
    blocks.Columns: write_columns,
    blocks.PullFigure: Writer.pull_figure,
    blocks.BlockQuote: Writer.quote,
    blocks.Notes: Writer.notes,
    blocks.Definitions: Writer.definitions,
    blocks.PostCard: Writer.card,
    blocks.Opening: Writer.opening,
    blocks.Contents: Writer.contents,
    blocks.PageBreak: Writer.page_break,
}


def _listed(number: str, title: str, link: str) -> blocks.Spans:
    return (Span(in_language_of(f"{number}\t{title}", title), link=link),)


def _colors(block: blocks.Opening) -> tuple[Color, Color] | None:
    """The ground and the title's colour of an opening, if its ground is plain."""
    items = seen(block.frame).items
    grounds = [item.paint for item in items if isinstance(item, Fill)]
    inks = [item.color for item in items if isinstance(item, Text) and item.words == block.title]
    if grounds and inks and isinstance(grounds[0], Color):
        return grounds[0], inks[0]
    return None
