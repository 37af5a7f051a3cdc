"""Spans as runs: weight, links, slots, language and direction, each where Word keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from builder.content.story import Span, Spans, Story, plain
from builder.render.docx.language import directed, language_attributes
from builder.render.docx.markup import put
from builder.render.docx.relations import Relations


class Runs:
    """Writes spans into paragraphs of one story."""

    def __init__(self, story: Story, relations: Relations) -> None:
        self._story, self._relations = story, relations

    def write(self, paragraph: Paragraph, spans: Spans, *, bare: bool = False) -> None:
        """The spans at the paragraph's end; `bare` links look like other words."""
        turned = directed(plain(spans), self._story.rtl)
        start = 0
        for span in spans:
            parent = self._linked(paragraph, span.link) if span.link else None
            for text, rtl in _pieces(span.text, turned[start : start + len(span.text)]):
                run = paragraph.add_run(text)._r
                self._set(run.get_or_add_rPr(), span, "" if bare else _style(span), rtl)
                if parent is not None:
                    parent.append(run)
            start += len(span.text)

    def _set(self, properties: Any, span: Span, style: str, rtl: bool) -> None:
        if style:
            put(properties, "w:rStyle", val=style)
        for tag in ("w:b", "w:bCs") * span.bold + ("w:i", "w:iCs") * span.italic + ("w:rtl",) * rtl:
            put(properties, tag)
        put(properties, "w:lang", **language_attributes(span.lang or self._story.language))

    def _linked(self, paragraph: Paragraph, link: str) -> Any:
        target = OxmlElement("w:hyperlink")
        if link.startswith("#"):
            target.set(qn("w:anchor"), bookmark_name(link[1:]))
        else:
            target.set(qn("r:id"), self._relations.link(link))
        target.set(qn("w:history"), "1")
        paragraph._p.append(target)
        return target

    def aside(self, paragraph: Paragraph, text: str) -> None:
        """Words that stand back behind those before them."""
        before = len(paragraph.runs)
        self.write(paragraph, (Span(text),))
        for run in paragraph.runs[before:]:
            put(run._r.get_or_add_rPr(), "w:rStyle", val="Quiet")


def bookmark_name(id_: str) -> str:
    """The name of the bookmark that stands for a block's id: letters, digits and lines, 40 at most."""
    return "_" + re.sub(r"\W", "_", id_)[:39]


def _style(span: Span) -> str:
    return "Hyperlink" if span.link else "Slot" if span.slot else ""


def _pieces(text: str, turned: list[bool]) -> Iterator[tuple[str, bool]]:
    for rtl, characters in groupby(zip(text, turned, strict=True), key=lambda pair: pair[1]):
        yield "".join(character for character, _ in characters), rtl
