"""Text for placeholders: how far it must shrink to stay inside.

Office works that out only when somebody edits the box, so the deck carries it.
"""

from __future__ import annotations

from bisect import bisect
from itertools import chain

from builder.content.deck import DEEPER, INDENT, OfficeTheme, Placeholder, SlideParagraph, above
from builder.record import Record, replace
from builder.tagged import language_of
from builder.text.office import OfficeFont, office_font
from builder.text.shaping import SOFT_HYPHEN
from builder.text.whole import unparted

_STEP, _STEPS = 0.025, 40  # how finely sizes are tried, and how often
SMALLEST = 20.0  # pt: what is read from the back of a room
SLACK = 0.96  # of the width: fonts that stand in for these are a little wider


def fitted(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, language: str = ""
) -> Fit | None:
    """How the text fits at the largest size; None if it would fall below the least.

    Words stay whole if any size allows it, and with them what no line parts of dates and amounts; web
    addresses need not.
    """
    paragraphs = tuple(_as_written(each, holder, language) for each in paragraphs)
    scales = (1 - step * _STEP for step in range(_STEPS) if holder.size * (1 - step * _STEP) >= holder.least)
    fitting = (scale for scale in scales if _height(paragraphs, holder, theme, scale) <= holder.box.h)
    first = next(fitting, None)
    if first is None:
        return None
    room, sizes = holder.box.w * SLACK, chain((first,), fitting)
    whole = next((scale for scale in sizes if _widest(paragraphs, holder, theme, scale) <= room), first)
    if whole < first:
        return Fit(size=round(holder.size * whole, 1))
    return Fit(scale=round(first, 3))


def _as_written(paragraph: SlideParagraph, holder: Placeholder, language: str) -> SlideParagraph:
    text = paragraph.text
    kept = unparted(text, language_of(text) or language, heading=holder.heading)
    return paragraph if kept == text else replace(paragraph, text=kept)


def fits_one_line(text: str, holder: Placeholder, theme: OfficeTheme) -> bool:
    """Whether the text at its full size needs one line only."""
    return office_font(theme.text).width(text, holder.size) <= holder.box.w * SLACK


class Fit(Record):
    """What long text needs: a scale that Office goes on adjusting, or a size that keeps its words whole."""

    scale: float = 1.0
    size: float | None = None  # pt


def characters_that_fit(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, language: str = ""
) -> int:
    """How many characters have room at the least size, up to the end of a word."""
    words = [(number, word) for number, each in enumerate(paragraphs) for word in each.text.split(" ")]

    def first(count: int) -> tuple[SlideParagraph, ...]:
        said = dict[int, list[str]]()
        for number, word in words[:count]:
            said.setdefault(number, []).append(word)
        return tuple(replace(paragraphs[number], text=" ".join(each)) for number, each in said.items())

    counts = range(1, len(words) + 1)
    fits = bisect(counts, 0, key=lambda count: fitted(first(count), holder, theme, language) is None)
    return sum(len(each.text) for each in first(fits))


def font_of(holder: Placeholder, theme: OfficeTheme) -> OfficeFont:
    """What its words are set in."""
    return office_font(theme.heading if holder.heading else theme.text, theme.complex)


def _widest(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, scale: float
) -> float:
    font, size = font_of(holder, theme), holder.size * scale
    texts = (paragraph.text for paragraph in paragraphs if not paragraph.link)
    words = [part for text in texts for word in font.words(text) for part in word.split(SOFT_HYPHEN)]
    indent = INDENT if holder.bullets else 0.0
    return indent + max((font.width(word, size, bold=holder.bold) for word in words), default=0.0)


def _height(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, scale: float
) -> float:
    font = font_of(holder, theme)
    total = 0.0
    for number, paragraph in enumerate(paragraphs):
        size = max(holder.least, holder.size - DEEPER * paragraph.level) * scale
        indent = INDENT * (paragraph.level + 1) if holder.bullets else 0.0
        lines = font.lines(paragraph.text, size, (holder.box.w - indent) * SLACK, bold=holder.bold)
        total += lines * size * font.line_of(paragraph.text) * holder.leading
        total += above(paragraph.level) * scale if number else 0.0
    return total
