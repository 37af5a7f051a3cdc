"""Blocks of a story as flows: which style, which white, what hangs in the margin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count, zip_longest
from typing import Any

from builder.content import story as blocks
from builder.content.story import Block, Spans, Story, TypeStyle, plain, words
from builder.render.pdf.figures import Band, Drawing, Page
from builder.render.pdf.flow import Flow, Mark, pile
from builder.render.pdf.group import Again, Blank, Row, Stack
from builder.render.pdf.margin import Break, ContentsLine
from builder.render.pdf.reading import elements_of
from builder.render.pdf.tags.element import Element
from builder.render.pdf.typesetter import GUTTER, Typesetter
from builder.render.pdf.words import Words

# What a paragraph before it introduces, and so is not parted from.
_INTRODUCED = (blocks.Definitions, blocks.ListBlock, blocks.Gallery, blocks.Table, blocks.Card)
_INDENT = 0.045  # of lists, as a share of the room
_PAD = 12.0  # pt inside a panel
_FULL_PAGE = 0.8  # of the page: an opening higher than this has the page to itself
_MANY_ROWS = 12  # of a table of two columns: it is set in two halves side by side
_MOST_CONTENTS = 0.85  # of a page: a longer table of contents is set smaller
_MOST_PICTURE = 0.55
_PART = 3  # the level of a heading that is none in the story: a callout's title, a card's


class Composer(Typesetter):
    """Composes the blocks of one story; `pages` tells on which page each id stands."""

    def __init__(self, story: Story) -> None:
        super().__init__(story)
        self.pages: Mapping[str, int] = {}
        self.chapters: Sequence[Mark] = ()
        self._notes = 0

    def composed(self) -> list[Flow]:
        """The flows of the whole story, and `here` the root of its structure tree."""
        self.here, self._headings, self._notes = Element("Document"), [], 0
        return self.flows(self.story.blocks)

    def flows(self, content: Sequence[Block]) -> list[Flow]:
        """The flows of blocks, in order."""
        found: list[Flow] = []
        for block, after in zip_longest(content, content[1:]):
            found += _COMPOSE[type(block)](self, block)
            if isinstance(block, blocks.Paragraph) and isinstance(after, _INTRODUCED):
                found[-1].keeps = True
        return found

    # One method a block -----------------------------------------------------------------

    def heading(self, block: blocks.Heading) -> list[Flow]:
        """Display type with white above; a kicker hangs beside it."""
        grid, level = self.look.grid, min(block.level, len(self.look.headings))
        mark = Mark(block.level, plain(block.spans), block.id) if block.id else None
        before = (2 * grid, grid, grid)[min(level, 3) - 1]
        after = (grid, self.half, 0.0)[min(level, 3) - 1]
        style = self.look.headings[level - 1]
        heading = self.here.add(self.rank(block.level))
        title = self.set(heading, block.spans, style, even=True, keeps=True, before=before, after=after)
        if not block.kicker:
            title.mark = mark
            return [title]
        kicker = self.set(heading.add("Span"), words(f"{block.kicker} "), self.look.kicker)
        return [Stack([title], beside=self.level(kicker, title), mark=mark)]

    def paragraph(self, block: blocks.Paragraph) -> list[Flow]:
        """Text, a lead in larger type, or a note in smaller."""
        style = {"text": self.look.text, "lead": self.look.lead, "note": self.look.note}[block.role]
        after = self.look.grid if block.role == "lead" else self.half
        lead = block.role == "lead"
        return [self.words(block.spans, style, after=after, even=lead, keeps=lead)]

    def list_(self, block: blocks.ListBlock) -> list[Flow]:
        """Items with their marks hanging in an indent."""
        numbering = {"List": {"ListNumbering": "Decimal" if block.ordered else "Disc"}}
        with self.inside("L", attributes=numbering):
            marks = (f"{block.start + place}." if block.ordered else "•" for place in count())
            rows: list[Flow] = [self._item(*item) for item in zip(marks, block.items, strict=False)]
        rows[-1].after = self.half
        return rows

    def _item(self, sign: str, item: Sequence[Block]) -> Flow:
        style = replace(self.look.text, color=self.look.accent, bold=True)
        with self.inside("LI"):
            mark = self.words(words(sign), style, "Lbl")
            with self.inside("LBody"):
                content = Stack(self.flows(item) or [Blank()])
        return Row([mark, content], (_INDENT, 1 - _INDENT), 0, rtl=self.story.rtl, after=self.half / 2)

    def table(self, block: blocks.Table) -> list[Flow]:
        """Rows under hairlines; the header's labels come again on each page."""
        shares = block.widths or (1.0,) * len(block.header)
        caption: list[Flow] = []
        with self.inside("Table"):
            if block.caption:
                caption = [self.words(block.caption, self.look.note, "Caption", after=self.half)]
            head = self._header(block.header, shares)
            rows = [self._row(row, shares) for row in block.rows]
        table: Flow = Stack(rows or [head], head=head if rows else None)
        if len(block.header) == 2 and len(rows) >= _MANY_ROWS:
            half = (len(rows) + 1) // 2
            halves = [Stack(rows[:half], head=head), Stack(rows[half:], head=Again(head))]
            table = self.wide(Row(halves, (1.0, 1.0), 2 * GUTTER, rtl=self.story.rtl))
        table.before, table.after = self.half, self.look.grid
        return [*caption, table]

    def _header(self, labels: Sequence[Spans], shares: Sequence[float]) -> Row:
        with self.inside("TR"):
            cells = [self._cell(label, self.look.label, "TH") for label in labels]
        return Row(cells, shares, GUTTER, rtl=self.story.rtl)

    def _row(self, cells: Sequence[Spans], shares: Sequence[float]) -> Row:
        with self.inside("TR"):
            flows = [self._cell(cell, self.look.text, "TD") for cell in cells]
        return Row(flows, shares, GUTTER, rtl=self.story.rtl, rule=self.look.rule)

    def _cell(self, spans: Spans, style: TypeStyle, role: str) -> Flow:
        cell = self.here.add(role, attributes={"Table": {"Scope": "Column"}} if role == "TH" else None)
        return Stack([self.set(cell, spans, style)], pad=(0, self.half / 4))

    def figure(self, block: blocks.Figure) -> list[Flow]:
        """A picture, its caption below it."""
        return [self._figure(block, self.room * _MOST_PICTURE)]

    def _figure(self, block: blocks.Figure, most: float) -> Flow:
        above = self.here.add("Link" if block.link else "Div")
        drawing = Drawing(
            block.content,
            self.half,
            above.add("Figure", alt=block.alt) if block.alt else None,
            most_height=most,
            edge=self.look.rule,
            link=block.link,
            rtl=self.story.rtl,
        )
        drawing.after = self.half / 2
        group: list[Flow] = [drawing]
        if block.caption:
            group.append(self.words(block.caption, self.look.note, "Caption", after=self.look.grid))
        inner = Stack(group, whole=self.room)
        if block.width >= 1:
            return inner
        return Row([inner], (block.width, 1 - block.width), 0, rtl=self.story.rtl, after=self.look.grid)

    def gallery(self, block: blocks.Gallery) -> list[Flow]:
        """Figures in rows, from margin to margin."""
        rows: list[Flow] = []
        for start in range(0, len(block.figures), block.columns):
            figures = block.figures[start : start + block.columns]
            cells = [self._figure(figure, self.room / 3) for figure in figures]
            row = Row(cells, (1.0,) * block.columns, GUTTER, rtl=self.story.rtl, after=self.half)
            rows.append(self.wide(row))
        return rows

    def callout(self, block: blocks.Callout) -> list[Flow]:
        """Blocks on a panel."""
        title: list[Flow] = []
        with self.inside("Sect"):
            if block.title:
                title = [self.words(words(block.title), self.look.label, self.rank(_PART), keeps=True)]
            inner = [*title, *self.flows(block.blocks)]
        panel = Stack(inner, pad=(_PAD, self.half), ground=self.look.panel, whole=self.room / 2)
        panel.before = panel.after = self.look.grid
        return [panel]

    def pull_figure(self, block: blocks.PullFigure) -> list[Flow]:
        """The value as large as the page bears, hung in the margin; what it counts below it."""
        value = self.wide(self.words(words(block.value), self.look.figure, even=True, keeps=True))
        group = [self.rule(), value, self.words(block.label, self.look.lead, after=self.half / 2, even=True)]
        if block.source:
            self._notes += 1
            with self.inside("Note", id=f"note-{self._notes}"):
                group.append(self.words(block.source, self.look.note, after=self.look.grid))
        mark = Mark(3, block.value, block.id) if block.id else None
        return [Stack(group, whole=self.room, mark=mark)]

    def quote(self, block: blocks.Quote) -> list[Flow]:
        """Words in display type, and who said them."""
        with self.inside("BlockQuote"):
            said = self.words(block.spans, self.look.quote, before=self.look.grid, after=self.half)
        group: list[Flow] = [said]
        if block.who:
            group.append(self.words(words(block.who), self.look.note))
        group[-1].after = self.look.grid
        return [Stack(group, whole=self.whole)]

    def definitions(self, block: blocks.Definitions) -> list[Flow]:
        """Each term in the hanging margin, beside what belongs to it."""
        with self.inside("L"):
            found = [self._definition(entry) for entry in block.entries]
        if found:
            found[0].before = found[-1].after = self.look.grid
        return found

    def _definition(self, entry: blocks.Definition) -> Flow:
        with self.inside("LI"):
            with self.inside("Lbl"):
                term: list[Flow] = [self._term(entry.term)]
                if entry.note:
                    term.append(self.words(words(entry.note), self.look.note))
            with self.inside("LBody"):
                inner = Stack(self.flows(entry.blocks))
        body = Stack([inner], beside=self.level(Stack(term), inner), whole=self.whole)
        mark = Mark(3, entry.term, entry.id) if entry.id else None
        return Stack([self.rule(), body], whole=self.whole, mark=mark, keeps=False)

    def _term(self, text: str) -> Words:
        """A term in the hanging margin, smaller if one of its words is wider than that."""
        label = self.look.label
        passage = self.passage(words(text), label)
        wide = passage.widest > self.look.hang - GUTTER
        return self.words(words(text), replace(label, size=self.look.kicker.size) if wide else label)

    def card(self, block: blocks.Card) -> list[Flow]:
        """A post: its image in the hanging margin, its words on a panel for each place."""
        title = self.words(words(block.title), self.look.headings[-1], self.rank(_PART))
        picture = self.here.add("Figure", alt=block.alt) if block.picture and block.alt else None
        single = len(block.copies) == 1
        head = self._labelled(title, block.copies[0]) if single else title
        head.keeps, head.after = True, self.half / 2
        note = [self.words(words(block.note), self.look.note, keeps=True)] if block.note else []
        group: list[Flow] = [head, *note, *(self._copy(copy, not single) for copy in block.copies)]
        beside = None
        if block.picture is not None:
            beside = self.hung(Drawing(block.picture, 0, picture, edge=self.look.rule, rtl=self.story.rtl))
        mark = Mark(3, block.title, block.id) if block.id else None
        body = Stack(group, beside=beside, whole=self.whole)
        return [Stack([self.rule(), body], whole=self.whole, mark=mark, keeps=False)]

    def _labelled(self, title: Flow, copy: blocks.Copy) -> Flow:
        """A title with the platform and the count at the other end of its line."""
        length = self.words(words(f"{copy.label}, {copy.count}"), self.look.note, end=True)
        return Row([title, length], (0.5, 0.5), 0, rtl=self.story.rtl)

    def _copy(self, copy: blocks.Copy, labelled: bool) -> Flow:
        text: list[Flow] = []
        if labelled:
            label = self.words(words(copy.label), self.look.label)
            length = self.words(words(copy.count), self.look.note, end=True)
            row = Row([label, length], (0.62, 0.38), GUTTER, rtl=self.story.rtl, after=self.half / 2)
            row.keeps = True
            text.append(row)
        text += [self.words(part, self.look.text, after=self.half) for part in blocks.paragraphs(copy.spans)]
        panel = Stack(text, pad=(_PAD, self.half), ground=self.look.panel, whole=self.whole)
        panel.before = panel.after = self.half
        return panel

    def opening(self, block: blocks.Opening) -> list[Flow]:
        """A page of its own, or a band across the page."""
        if block.frame.height / block.frame.width > _FULL_PAGE * self.look.height / self.look.width:
            return [Page(block, self.look, elements_of(block.frame, self.here, "Title"))]
        return [Band(block, self.look, elements_of(block.frame, self.here, self.rank(1)))]

    def contents(self, block: blocks.Contents) -> list[Flow]:
        """The chapters with their pages."""
        heading = blocks.Heading(1, words(block.title), block.id)
        listed = [mark for mark in self.chapters if 1 <= mark.level <= block.depth]
        title = self.heading(heading) if block.title else []
        for flow in title:
            flow.mark = Mark(0, block.title, block.id) if block.id else None
        large, small = self.look.headings[-2:]
        for style, step in ((large, self.half), (small, self.half), (small, 0.0)):
            with self.inside("TOC"):
                lines = [self._contents_line(mark, style, step) for mark in listed]
            if pile(lines, self.column) <= _MOST_CONTENTS * self.room:
                break
        return [*title, *lines]

    def _contents_line(self, mark: Mark, style: TypeStyle, step: float) -> Flow:
        with self.inside("TOCI"), self.inside("Reference"), self.inside("Link") as link:
            title = self.set(link, words(f"{mark.title} "), style, even=True)
        page = words(str(self.pages.get(mark.id, 0)))
        number = self.set(link, page, replace(style, color=self.look.accent))
        return ContentsLine(mark, title, self.hung(number), self.look.rule, step)

    def page_break(self, block: blocks.PageBreak) -> list[Flow]:  # noqa: ARG002
        """A new page."""
        return [Break()]


_COMPOSE: dict[type, Callable[[Composer, Any], list[Flow]]] = {
    blocks.Heading: Composer.heading,
    blocks.Paragraph: Composer.paragraph,
    blocks.ListBlock: Composer.list_,
    blocks.Table: Composer.table,
    blocks.Figure: Composer.figure,
    blocks.Gallery: Composer.gallery,
    blocks.Callout: Composer.callout,
    blocks.PullFigure: Composer.pull_figure,
    blocks.Quote: Composer.quote,
    blocks.Definitions: Composer.definitions,
    blocks.Card: Composer.card,
    blocks.Opening: Composer.opening,
    blocks.Contents: Composer.contents,
    blocks.PageBreak: Composer.page_break,
}
