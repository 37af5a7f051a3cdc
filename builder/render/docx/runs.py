"""Spans as runs: weight, links, slots, language and direction, each where Word keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from builder.content.story import Span, Spans, Story, plain, words
from builder.render.docx.language import between_tabs, directed, language_attributes
from builder.render.docx.markup import Paragraph, Properties, Run
from builder.render.ooxml.markup import node
from builder.text.bidi import mark, spans_rtl, turning
from builder.text.online import online

_NOTES = 100_000  # the ids of their bookmarks, beyond those of headings


class Runs:
    """Writes spans into paragraphs of one story."""

    def __init__(self, story: Story, link: Callable[[str], str]) -> None:
        """`link` gives the id of the relation to an address."""
        self._story, self._link = story, link
        self._noted: set[int] = set()

    def write(
        self, paragraph: Paragraph, spans: Spans, *, bare: bool = False, turns: bool = True
    ) -> None:
        """The spans at the paragraph's end; `bare` links look like other words.

        The first of a paragraph say its direction, where that is not the story's. One that does not
        turn keeps it, as bullets and tabs stand where those of the others do.
        """
        text = plain(spans)
        opens = turns and not paragraph.parts and "\t" not in text
        if opens and spans_rtl(spans, self._story.language) != paragraph.rtl:
            paragraph.turn()
        rtl = paragraph.rtl
        turned, marked = between_tabs(text, rtl)
        told = [(span.text, span.lang or self._story.language) for span in spans]
        for part in turning(told, rtl) if len(told) > 1 else ():
            turned[part.start : part.end] = directed(text[part.start : part.end], part.rtl)
            marked |= dict.fromkeys((part.start, part.end), mark(part.rtl))
        names = {at for begin, end in online(text) for at in range(begin, end)}
        start = 0
        for span in spans:
            pieces = _pieces(range(start, start + len(span.text)), text, turned, marked, names, rtl)
            start += len(span.text)
            if span.note:
                paragraph.parts.append(self._noting(span))
                continue
            style = "" if bare else _style(span)
            runs = [self._run(text, span, style, piece) for text, piece in pieces]
            paragraph.parts += [self.linked(span.link, runs)] if span.link else runs

    def _run(self, text: str, span: Span, style: str, piece: _Piece) -> Run:
        properties = Properties("w:rPr")
        if style:
            properties.put("rStyle", val=style)
        told = ("b", "bCs") * span.bold + ("i", "iCs") * span.italic
        for name in (*told, *("strike",) * span.struck, *("rtl",) * piece.rtl):
            properties.put(name)
        if span.link or piece.name:
            properties.put("noProof")  # which keeps Word from parting it with a hyphen
        properties.put("lang", **language_attributes(span.lang or self._story.language))
        return Run(text, properties)

    def linked(self, link: str, runs: list[Run]) -> str:
        """Runs that lead to an address, or to a block by `#` and its id."""
        inside = (run.markup for run in runs)
        if link.startswith("#"):
            return node("w:hyperlink", *inside, w__anchor=bookmark_name(link[1:]), w__history=1)
        return node("w:hyperlink", *inside, r__id=self._link(link), w__history=1)

    def _noting(self, span: Span) -> str:
        """What leads to a footnote; where another did before, a field that repeats its number."""
        name, number = f"_note_{span.note}", Run(span.text)
        number.properties.put("rStyle", val="FootnoteReference")
        if span.note in self._noted:
            return node("w:fldSimple", number.markup, w__instr=f" NOTEREF {name} \\h ")
        self._noted.add(span.note)
        id_ = _NOTES + span.note
        leads = node("w:footnoteReference", w__id=span.note)
        start = node("w:bookmarkStart", w__id=id_, w__name=name)
        run = node("w:r", number.properties.markup, leads)
        return start + run + node("w:bookmarkEnd", w__id=id_)

    def aside(self, paragraph: Paragraph, text: str) -> None:
        """Words that stand back behind those before them."""
        before = len(paragraph.runs)
        self.write(paragraph, words(text))
        for run in paragraph.runs[before:]:
            run.properties.put("rStyle", val="Quiet")


def bookmark_name(id_: str) -> str:
    """The name of the bookmark that stands for a block's id: letters, digits and lines, 40 at most."""
    return "_" + re.sub(r"\W", "_", id_)[:39]


def _style(span: Span) -> str:
    return "Hyperlink" if span.link else "Slot" if span.slot else ""


class _Piece(NamedTuple):
    """What tells a run of a span from the next."""

    rtl: bool
    name: bool  # whether it is an address, a handle or a hashtag


_PIECES = {(rtl, name): _Piece(rtl, name) for rtl in (False, True) for name in (False, True)}


def _pieces(
    span: range, text: str, turned: list[bool], marked: Mapping[int, str], names: Collection[int], rtl: bool
) -> Iterator[tuple[str, _Piece]]:
    """The runs of a span: the marks of what reads by itself are the sentence's, not copied with it."""
    around = _PIECES[rtl, False]
    end = [(marked[len(text)], around)] if len(text) in marked and span.stop == len(text) else []
    signs = (
        pair
        for at in span
        for pair in ((marked.get(at, ""), around), (text[at], _PIECES[turned[at], at in names]))
        if pair[0]
    )
    for piece, characters in groupby([*signs, *end], key=itemgetter(1)):
        yield "".join(character for character, _ in characters), piece
