"""Posts: the image in the hanging margin, and for each place its words on a panel to copy from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from builder.content.pages import LAYOUT, Attribute
from builder.content.story import Copy, PostCard, Span, Spans, paragraphs, words
from builder.layout.flow.figures import FigureFlow
from builder.layout.flow.flow import Flow
from builder.layout.flow.group import stack
from builder.layout.flow.marks import mark_of
from builder.layout.flow.typesetter import GUTTER, PAD
from builder.phrases.book import listed
from builder.record import replace
from builder.tagged import in_language_of

if TYPE_CHECKING:
    from builder.content.look import TypeStyle
    from builder.layout.flow.compose import Composer

_PART = 3  # the level of its title
_PICTURED = 0.16  # of a page, for a picture that stands above the words: two of them on a page
_WHOLE = 0.7  # of a page: words that are higher go on over it, for people copy them in one
_FREE = 0.2  # of a page: where so much would be left white, lower ones do so too between two paragraphs
_DASHES = "-–—•*·"  # that lines of a list begin with as people type them

_MARKED = (Attribute("List", "ListNumbering", "Disc"),)  # by a sign, as far as the standard has words for it


def compose_card(composer: Composer, block: PostCard) -> list[Flow]:
    """A post under a rule; what of it stands on a further page does so under its title, seen again."""
    look, half = composer.look, composer.half
    role, single = composer.structure.rank(_PART), len(block.copies) == 1
    title = composer.words(words(block.title), look.headings[-1], role)
    picture = composer.structure.add("Figure", alt=block.alt) if block.picture and block.alt else LAYOUT
    head = _labelled(composer, title, block) if single else title
    note = [composer.words(words(block.note), look.note, keep_with_next=True)] if block.note else []
    again = composer.set(LAYOUT, words(block.continued or block.title), look.headings[-1])
    copies = [_copied(composer, copy, not single) for copy in block.copies]
    beside = None
    if block.picture is not None:
        shown = FigureFlow(content=block.picture, owner=picture, edge=look.rule, rtl=composer.story.rtl)
        if composer.stacks:
            high = composer.room * _PICTURED
            copies.insert(0, replace(shown, most_height=high, after=half, keep_with_next=True))
        else:
            beside = composer.hung(shown)
    over: dict[str, Any] = {"keep_with_next": True, "after": half / 2}
    body = stack(
        [*note, *copies],
        before=head.before,
        head=replace(head, **over),
        resumed=replace(again, **over),
        beside=beside,
        whole=composer.whole,
    )
    return [composer.ruled(body, composer.whole, mark_of(block))]


def _labelled(composer: Composer, title: Flow, block: PostCard) -> Flow:
    """A title with the platform and the count at the other end of its line."""
    (copy,) = block.copies
    said, style = listed((copy.label, copy.count), composer.story.language), composer.look.headings[-1]
    if composer.stacks and not _on_a_line(composer, block.title, style, said, composer.column):
        return stack([title, composer.words(words(said), composer.look.note)])
    length = composer.words(words(said), composer.look.note, align="end")
    level = composer.lowered(length, composer.column / 2, title)
    return composer.row([title, level], (0.5, 0.5))


def _on_a_line(composer: Composer, label: str, style: TypeStyle, said: str, whole: float) -> bool:
    """Whether a label in a style and a note beside it have half of so many pt each, unbroken."""
    of = (label, style), (said, composer.look.note)
    return 2 * max(composer.passage(words(text), own).natural for text, own in of) + GUTTER <= whole


def _copied(composer: Composer, copy: Copy, labelled: bool) -> Flow:
    """The words of one place, under its name if there are several; on a further page that says so."""
    heads: dict[str, Flow] = {}
    if labelled:
        label = composer.words(words(copy.label), composer.look.label)
        again = composer.set(LAYOUT, words(copy.continued or copy.label), composer.look.label)
        heads["head"] = _counted(composer, label, copy)
        heads["resumed"] = replace(again, after=composer.half / 2, keep_with_next=True)
    whole, free = composer.room * _WHOLE, composer.room * _FREE
    parts = [[*_set(composer, part)] for part in paragraphs(copy.spans)]
    text = [stack(part, whole=whole, after=composer.half) for part in parts]
    return composer.panel(text, composer.half, whole, free=free, **heads)


def _counted(composer: Composer, label: Flow, copy: Copy) -> Flow:
    """For whom words are, and how long they are at the other end of the line or, in large print, below."""
    look, white = composer.look, {"after": composer.half / 2, "keep_with_next": True}
    whole = composer.column - 2 * PAD
    if composer.stacks and not _on_a_line(composer, copy.label, look.label, copy.count, whole):
        return stack([label, composer.words(words(copy.count), look.note)], **white)
    length = composer.words(words(copy.count), look.note, align="end")
    shares = (0.5, 0.5) if composer.stacks else (0.62, 0.38)
    level = composer.lowered(length, composer.column * shares[1], label)
    return composer.row([label, level], shares, GUTTER, **white)


def _set(composer: Composer, part: Spans) -> Iterator[Flow]:
    """A paragraph; its lines that begin with a dash as a list, in whose indent the dashes hang."""
    (first, *others), style = part, composer.look.text
    lines = () if others else first.text.split("\n")
    if not any(map(_is_dashed, lines)):
        yield composer.words(part, style)
        return
    for dashed, group in groupby(lines, _is_dashed):
        if dashed:
            with composer.structure.inside("L", attributes=_MARKED):
                yield from [_item(composer, first, line) for line in group]
        else:
            text = in_language_of("\n".join(group), first.text)
            yield composer.words((replace(first, text=text),), style)


def _is_dashed(line: str) -> bool:
    return line[:1] in _DASHES and line[1:2].isspace() and bool(line[2:].strip())


def _item(composer: Composer, span: Span, line: str) -> Flow:
    """A line of a list as it is typed: its dash, and its words beside that."""
    style, end = composer.look.text, len(line) - len(line[1:].lstrip())
    said = [(replace(span, text=in_language_of(part, span.text)),) for part in (line[:end], line[end:])]
    with composer.structure.inside("LI"):
        mark, body = composer.words(said[0], style, "Lbl"), composer.words(said[1], style, "LBody")
    wide = composer.passage(words(f"{line[:end].rstrip()}\u00a0"), style).natural
    return composer.row([mark, body], (wide, composer.column - 2 * PAD - wide))
