"""Flowing text of a story as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from builder.content.story import Block, Heading, ListBlock, Paragraph, Quote, Span, Spans, Table
from builder.render.html.markup import tag, words

_SAFE = ("https:", "http:", "mailto:", "tel:", "#")


def prose(blocks: Iterable[Block]) -> str:
    """The blocks in a column; every heading stands below that of its section."""
    return tag("div", *(_block(block) for block in blocks), class_="prose")


def _block(block: Block) -> str:
    match block:
        case Heading(_, spans):
            return tag("h3", _spans(spans))
        case Paragraph(spans):
            return tag("p", _spans(spans))
        case Quote(spans):
            return tag("blockquote", tag("p", _spans(spans)))
        case ListBlock(items, ordered, start):
            inside = (tag("li", *(_block(part) for part in item)) for item in items)
            return tag("ol", *inside, start=start) if ordered else tag("ul", *inside)
        case Table(header, rows):
            head = tag("tr", *(tag("th", _spans(cell), scope="col") for cell in header))
            body = (tag("tr", *(tag("td", _spans(cell)) for cell in row)) for row in rows)
            return tag("table", tag("thead", head), tag("tbody", *body))
        case _:
            raise TypeError(f"{type(block).__name__} has no place on a page")


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    inside = words(span.text).replace("\n", tag("br"))
    inside = tag("strong", inside) if span.bold else inside
    inside = tag("em", inside) if span.italic else inside
    if span.link.lower().startswith(_SAFE):
        return tag("a", inside, href=span.link, lang=span.lang)
    return tag("span", inside, lang=span.lang) if span.lang else inside
