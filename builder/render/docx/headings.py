"""Where Word ends the lines of headings: between words, and in one that is wider than the column."""

from __future__ import annotations

from builder.content.story import Spans
from builder.record import replace
from builder.render.docx.markup import Paragraph
from builder.text.whole import unparted

_LONG = 14  # letters of a word that may be wider than the column


def kept(spans: Spans, language: str) -> Spans:
    """A heading's spans with no-break spaces in dates and amounts, and before a short last word."""
    return tuple(
        replace(span, text=unparted(span.text, span.lang or language, heading=span is spans[-1]))
        for span in spans
    )


def part_long_words(heading: Paragraph, text: str) -> None:
    """Lets Word hyphenate a heading with a long word; the styles of headings forbid it."""
    if max(map(len, text.split()), default=0) >= _LONG:
        heading.properties.put("suppressAutoHyphens", val=0)
