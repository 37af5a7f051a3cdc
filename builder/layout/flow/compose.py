"""Blocks of a story as flows: which style, which white, what hangs in the margin.

The file is long as each type of block has its method here, and they share their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, zip_longest
from math import fsum
from typing import Any

from builder.content import story as blocks
from builder.content.look import TypeStyle
from builder.content.pages import LAYOUT, Attribute
from builder.content.story import Block, Story, words
from builder.content.walk import chapters, ends_chapter, in_forms
from builder.layout.flow.asides import compose_notes, compose_quote
from builder.layout.flow.entries import compose_definitions
from builder.layout.flow.features import compose_feature
from builder.layout.flow.figures import FigureFlow, Hyperlink
from builder.layout.flow.flow import Flow
from builder.layout.flow.galleries import MOST_PICTURE, compose_gallery
from builder.layout.flow.group import FlowRow, stack
from builder.layout.flow.margin import Break, ContentsLine
from builder.layout.flow.marks import Mark, mark_of
from builder.layout.flow.openings import Start, compose_opening, compose_strip
from builder.layout.flow.passage import Broken
from builder.layout.flow.plates import compose_columns, compose_head, compose_plates
from builder.layout.flow.posted import compose_card
from builder.layout.flow.specimens import compose_pairs, compose_specimen
from builder.layout.flow.tables import compose_table
from builder.layout.flow.typesetter import GUTTER, PAD, Typesetter, tabular
from builder.layout.flow.voices import ended
from builder.record import replace
from builder.tagged import in_language_of

_INDENT = 0.045  # of lists, as a share of the whole column
_MOST_CONTENTS = 0.85  # of a page: a longer table of contents is set smaller
_WIDEST_PAGE = "000"  # the number of a page in the contents has room for so many digits
_MORE = 0.5  # lines of white above an entry, where its page has some left
_WHOLE, _PARTED = 0.5, 0.3  # of a page, and of one of large print: a higher panel goes on over it
_PART = 3  # the level of a heading that is none in the story: a callout's title, a card's


class Composer(Typesetter):
    """Composes the blocks of one story, once, from the first to the last."""

    def __init__(self, story: Story) -> None:
        super().__init__(story)
        self._notes = 0
        self.share = 1.0  # of the column, that what is composed may take
        self.on_panel = False

    def flows(self, content: Sequence[Block]) -> list[Flow]:
        """The flows of blocks, in order."""
        found: list[Flow] = []
        shown = list(in_forms(content, COMPOSE))
        for before, block, after in zip_longest([None, *shown[:-1]], shown, shown[1:]):
            own = COMPOSE[type(block)](self, block)
            if isinstance(before, blocks.Heading) and isinstance(block, blocks.Definitions) and own:
                found[-1], own[0] = self._head_of(found[-1]), replace(own[0], before=0.0)
            if isinstance(block, blocks.Heading) and _is_wide(after) and block.level >= _PART:
                own = own if self.stacks else [self.wide(flow) for flow in own]
            found += own
            ends = isinstance(block, blocks.Definitions) and isinstance(after, blocks.Callout)
            leads = isinstance(block, blocks.Paragraph) and isinstance(after, blocks.INTRODUCED)
            together = _is_wide(block) and isinstance(after, blocks.Heading) and after.level >= _PART
            if found and (ends or leads or together):
                found[-1] = replace(found[-1], keep_with_next=True)
            elif found and _starts_anew(block, after):
                found[-1] = replace(found[-1], keep_with_next=False)
            if self.story.voices and content is self.story.blocks and ends_chapter(block, after):
                found = ended(self, found)
        return found

    def _head_of(self, head: Flow) -> Flow:
        """The head of a list of entries, further from what is above it than from them."""
        white = max(head.before, 2 * self.look.grid)
        return replace(head, before=white, elastic=_MORE * self.look.grid)

    def part(self, content: Sequence[Block], share: float) -> Flow:
        """The flows of blocks that have a share of the room, as one."""
        with self.narrow(share):
            return stack(self.flows(content) or [Flow()])

    @contextmanager
    def narrow(self, share: float) -> Iterator[None]:
        """What is composed within has a share of the room."""
        before, self.share = self.share, self.share * share
        yield
        self.share = before

    # One method a block -----------------------------------------------------------------

    def heading(self, block: blocks.Heading) -> list[Flow]:
        """Display type with white above; a kicker hangs beside it."""
        grid, level = self.look.grid, min(block.level, len(self.look.headings))
        before = (2 * grid, 1.5 * grid, 1.25 * grid)[min(level, 3) - 1]
        after = (grid, self.half, self.half / 2)[min(level, 3) - 1]
        style, mark = self.look.headings[level - 1], mark_of(block)
        white: dict[str, Any] = {"before": before, "after": after, "keep_with_next": True}
        given: dict[str, Any] = {"mark": mark, "level": block.level}
        role = self.structure.rank(block.level)
        if strip := compose_strip(self, block.plate, role):
            return [replace(strip, **given, **white)]
        heading = self.structure.add(role)
        if not block.kicker:
            return [self.set(heading, block.spans, style, "heading", **given, **white)]
        title = self.set(heading, block.spans, style, "heading", **white)
        span = self.structure.add("Span", below=heading)
        kicker = self.set(span, words(_spaced(block.kicker)), self.look.kicker)
        if self.stacks and not block.kicker.isdigit():
            return [stack([kicker, title], **given)]
        head = stack([title], beside=self.level(kicker, title), **given)
        chapter = block.level == 1 and block.kicker.isdigit()
        return [Start(forms=(head,), quiet=head, keep_with_next=True) if chapter else head]

    def paragraph(self, block: blocks.Paragraph) -> list[Flow]:
        """Text, a lead in larger type, or a note in smaller."""
        style = {"text": self.look.text, "lead": self.look.lead, "note": self.look.note}[block.role]
        after = self.look.grid if block.role == "lead" else self.half
        lead = block.role == "lead"
        broken: Broken = "lead" if lead else "text"
        return [self.words(block.spans, style, after=after, broken=broken, keep_with_next=lead)]

    def list_(self, block: blocks.ListBlock) -> list[Flow]:
        """Items with their marks hanging in an indent."""
        numbering = Attribute("List", "ListNumbering", "Decimal" if block.ordered else "Disc")
        with self.structure.inside("L", attributes=(numbering,)):
            marks = (f"{block.start + place}." if block.ordered else "•" for place in count())
            rows: list[Flow] = [self._item(*item) for item in zip(marks, block.items, strict=False)]
        return [*rows[:-1], replace(rows[-1], after=self.half)]

    def _item(self, sign: str, item: Sequence[Block]) -> Flow:
        style = replace(self.look.text, color=self.look.accent, bold=True)
        with self.structure.inside("LI"):
            mark = self.words(words(sign), style, "Lbl")
            indent = _INDENT / self.share
            with self.structure.inside("LBody"):
                content = self.part(item, 1 - indent)
        return self.row([mark, content], (indent, 1 - indent), after=self.half / 2)

    def row(self, cells: Sequence[Flow], shares: Sequence[float], gap: float = 0.0, **given: Any) -> FlowRow:
        """Flows side by side, from the side where lines start."""
        return FlowRow(cells=tuple(cells), shares=tuple(shares), gap=gap, rtl=self.story.rtl, **given)

    def figure(self, block: blocks.Figure) -> list[Flow]:
        """A picture, its caption below it."""
        return [self.picture(block, self.room * MOST_PICTURE)]

    def picture(self, block: blocks.Figure, most: float, *, edged: bool = True) -> Flow:
        """A picture no higher than `most` (pt), its caption below it; `edged` by a hairline."""
        above = self.structure.add("Link" if block.link else "Div")
        owner = self.structure.add("Figure", below=above, alt=block.alt) if block.alt else LAYOUT
        drawing = FigureFlow(
            content=block.content,
            owner=owner,
            grid=self.half,
            most_height=most,
            edge=self.look.rule if edged else None,
            link=Hyperlink(block.link, above, block.alt) if block.link and block.alt else None,
            rtl=self.story.rtl,
            before=self.half,
            after=self.half / 2,
        )
        group: list[Flow] = [drawing]
        if block.caption:
            group.append(self.words(block.caption, self.look.note, "Caption", after=self.look.grid))
        inner = stack(group, whole=self.room)
        if block.width >= 1:
            return inner
        return self.row([inner], (block.width, 1 - block.width), after=self.look.grid)

    def callout(self, block: blocks.Callout) -> list[Flow]:
        """Blocks on a panel."""
        title: list[Flow] = []
        with self.structure.inside("Sect"):
            if block.title:
                role = self.structure.rank(_PART)
                title = [self.words(words(block.title), self.look.label, role, keep_with_next=True)]
            self.on_panel, before = True, self.on_panel
            first, *others = [*title, *self.flows(block.blocks)]
            self.on_panel = before
        inner = [replace(first, keep_with_next=bool(others)), *others]
        return [self.panel(inner, self.look.grid, self.room * (_PARTED if self.stacks else _WHOLE))]

    def panel(self, flows: Sequence[Flow], white: float, whole: float, **given: Any) -> Flow:
        """Flows on a ground of their own, under a head that is seen again where they are parted."""
        given = {"before": white, "after": white, "whole": whole, **given}
        return stack(flows, pad=(PAD, self.half), ground=self.ground, **given)

    def pull_figure(self, block: blocks.PullFigure) -> list[Flow]:
        """The value as large as the page bears, hung in the margin; what it counts below it."""
        value: Flow = self.words(words(block.value), self.look.figure, broken="heading", keep_with_next=True)
        alone = self.share == 1
        drawn = [self.picture(block.picture, self.room * MOST_PICTURE, edged=False)] if block.picture else []
        label = self.words(block.label, self.look.lead, after=self.half / 2, broken="heading")
        group = [self.rule(), self.wide(value), *drawn, label] if alone else [value, *drawn, label]
        if block.source:
            self._notes += 1
            with self.structure.inside("Note", id=f"note-{self._notes}"):
                group.append(self.words(block.source, self.look.note, after=self.look.grid))
        return [stack(group, whole=self.room)]

    def ruled(self, body: Flow, whole: float, mark: Mark | None = None) -> Flow:
        """An entry below a rule, whole if it is not too high."""
        more = _MORE * self.look.grid
        return stack([self.rule(), body], whole=whole, mark=mark, keep_with_next=False, elastic=more)

    def contents(self, block: blocks.Contents) -> list[Flow]:
        """The chapters with their pages."""
        heading = blocks.Heading(1, words(block.title), block.id)
        composed = self.heading(heading) if block.title else []
        title = [replace(flow, mark=mark_of(block)) for flow in composed]
        listed = list(chapters(self.story.blocks, block.depth))
        style, step = self._contents_style([chapter for _, _, chapter in listed])
        with self.structure.inside("TOC"):
            lines = [self._contents_line(*chapter, style, step) for chapter in listed]
        return [*title, *lines]

    def _contents_style(self, listed: Sequence[str]) -> tuple[TypeStyle, float]:
        """The style of its lines and the white round each: less where they would not fit a page."""
        large, small = self.look.headings[-2:]
        for style, step in ((large, self.half), (small, self.half), (small, 0.0), (self.look.text, 0.0)):
            lines = [self.set(LAYOUT, words(_spaced(title)), style, "heading") for title in listed]
            wide = self.column - self._kept(style)
            if fsum(line.height(wide) + step for line in lines) <= _MOST_CONTENTS * self.room:
                break
        return style, step

    def _kept(self, style: TypeStyle) -> float:
        """What a line of the contents keeps for the number of a page, and white before it."""
        return self.passage(words(_WIDEST_PAGE), tabular(style)).natural + GUTTER

    def _contents_line(self, target: str, number: str, chapter: str, style: TypeStyle, step: float) -> Flow:
        inside, quiet = self.structure.inside, replace(tabular(style), color=self.look.note.color)
        with inside("TOCI"), inside("Reference"), inside("Link") as link:
            own = self.set(link, words(_spaced(number)), replace(style, color=self.look.accent))
            title = self.set(link, words(_spaced(chapter)), style, "heading")
            page = self.set(link, words("0"), quiet, align="end")
        return ContentsLine(
            link=Hyperlink(f"#{target}", link, chapter),
            hung=self.hung(own if number.isdecimal() else Flow()),
            title=title,
            page=page,
            kept=self._kept(style),
            rule=self.look.rule,
            step=step,
        )

    def page_break(self, block: blocks.PageBreak) -> list[Flow]:  # noqa: ARG002
        """A new page."""
        return [Break()]


def _spaced(text: str) -> str:
    """The words, and the blank that parts them from what is read next."""
    return in_language_of(f"{text} ", text)


def _is_wide(block: Block | None) -> bool:
    return isinstance(block, blocks.Columns) and block.wide


def _starts_anew(block: Block, after: Block | None) -> bool:
    """Whether what follows is a new chapter, or a heading that the block before it does not introduce."""
    if isinstance(after, blocks.Heading):
        if isinstance(block, blocks.Opening):
            return False
        return after.level <= (block.level if isinstance(block, blocks.Heading) else 1)
    return isinstance(after, blocks.Opening)


COMPOSE: dict[type, Callable[[Composer, Any], list[Flow]]] = {
    blocks.Heading: Composer.heading,
    blocks.Paragraph: Composer.paragraph,
    blocks.ListBlock: Composer.list_,
    blocks.Table: compose_table,
    blocks.Figure: Composer.figure,
    blocks.Feature: compose_feature,
    blocks.Gallery: compose_gallery,
    blocks.Callout: Composer.callout,
    blocks.PullFigure: Composer.pull_figure,
    blocks.BlockQuote: compose_quote,
    blocks.Notes: compose_notes,
    blocks.Definitions: compose_definitions,
    blocks.PostCard: compose_card,
    blocks.Opening: compose_opening,
    blocks.Contents: Composer.contents,
    blocks.Plates: compose_plates,
    blocks.Specimen: compose_specimen,
    blocks.Pairs: compose_pairs,
    blocks.Head: compose_head,
    blocks.Columns: compose_columns,
    blocks.PageBreak: Composer.page_break,
}
