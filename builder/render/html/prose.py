"""Flowing text of a story as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.story import Block, Heading, ListBlock, Paragraph, Quote, Span, Spans, Table
from builder.content.walk import Forms, walk
from builder.render.html.markup import tag, words

_SAFE = ("https:", "http:", "mailto:", "tel:", "#")


def prose(blocks: Sequence[Block]) -> str:
    """The blocks in a column; every heading stands below that of its section."""
    return tag("div", *walk(blocks, _FORMS), class_="prose")


def _quote(block: Quote) -> str:
    who = tag("p", words(f"– {block.who}")) if block.who else ""
    return tag("blockquote", tag("p", _spans(block.spans)), who)


def _list(block: ListBlock) -> str:
    items = (tag("li", *walk(item, _FORMS)) for item in block.items)
    return tag("ol", *items, start=block.start) if block.ordered else tag("ul", *items)


def _table(block: Table) -> str:
    head = tag("tr", *(tag("th", _spans(cell), scope="col") for cell in block.header))
    body = (tag("tr", *(tag("td", _spans(cell)) for cell in row)) for row in block.rows)
    caption = tag("caption", _spans(block.caption)) if block.caption else ""
    return tag("table", caption, tag("thead", head), tag("tbody", *body))


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    inside = words(span.text).replace("\n", tag("br"))
    inside = tag("strong", inside) if span.bold else inside
    inside = tag("em", inside) if span.italic else inside
    if span.link.lower().startswith(_SAFE):
        return tag("a", inside, href=span.link, lang=span.lang)
    return tag("span", inside, lang=span.lang) if span.lang else inside


_FORMS: Forms[str] = {
    Heading: lambda block: tag("h3", _spans(block.spans)),
    Paragraph: lambda block: tag("p", _spans(block.spans)),
    Quote: _quote,
    ListBlock: _list,
    Table: _table,
}
