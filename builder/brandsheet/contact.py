"""All designs of a brand on one page, each on its canvases and in its variants, as they hang on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from builder.brand.design import Design
from builder.brandsheet.designs import pictures, turn_of
from builder.brandsheet.samples import Sample
from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.pages import LAYOUT, Element, Owned, Page, PageItem, Pages, PlacedFrame
from builder.geometry.box import Box
from builder.layout.fonts import font_chain
from builder.record import Record
from builder.text.lines import one_line, set_line
from builder.text.paragraph import paragraph
from builder.text.strands import Strand

_HIGH = 150.0  # pt: how high each picture is
_WIDE = 600.0  # pt: the widest
_GAP, _EDGE, _LABEL = 12.0, 30.0, 22.0
_SIZE = 11.0  # of names
_COLUMNS = 2
_GROUND, _INK = Color(122, 122, 122), Color(0, 0, 0)  # a grey that favours no colour of a brand
_AUTHOR = "packbuild"


class Row(Record):
    """A design, or a variant of it: what it is called, and how it looks on its canvases."""

    title: str
    frames: tuple[Frame, ...]

    @property
    def width(self) -> float:
        """How wide its pictures are side by side."""
        return fsum(frame.width * scale_of(frame) + _GAP for frame in self.frames) - _GAP


def contact(sample: Sample, title: str) -> Pages:
    """The page; what sample words do not fit into is its ground alone."""
    rows = tuple(_rows(sample))
    wide = max(row.width for row in rows)
    columns = _in_columns(rows)
    width = _EDGE + len(columns) * (wide + _EDGE)
    height = 2 * _EDGE + max(map(len, columns)) * (_LABEL + _HIGH + _GAP) - _GAP
    items: list[PageItem] = [Owned(Fill(Box(0, 0, width, height), _GROUND), LAYOUT)]
    for column, some in enumerate(columns):
        for number, row in enumerate(some):
            x, y = _EDGE + column * (wide + _EDGE), _EDGE + number * (_LABEL + _HIGH + _GAP)
            items += _placed(sample, row, x, y)
    structure = Element("Document", 0)
    return Pages(width, height, (Page(tuple(items)),), structure, title, _AUTHOR, title, sample.language)


def scale_of(frame: Frame) -> float:
    """How much smaller a picture is, so that all are of one height; a band is no wider than a row."""
    return min(_HIGH / frame.height, _WIDE / frame.width)


def _rows(sample: Sample) -> Iterator[Row]:
    """The designs, and after each its variants."""
    for name, design in sorted(sample.brand.designs.items()):
        assert isinstance(design, Design)
        for number in range(len(design.variants) + 1):
            turn = turn_of(sample, name, number) if design.variants else None
            title = f"{name}, variant {number}" if number else name
            yield Row(title, tuple(pictures(sample, name, turn)))


def _in_columns(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """As many rows in each, as near as may be: a few designs stand below each other."""
    high = max(-(-len(rows) // _COLUMNS), 4)
    return [rows[start : start + high] for start in range(0, len(rows), high)]


def _placed(sample: Sample, row: Row, x: float, y: float) -> Iterator[PageItem]:
    """A name, and below it the pictures."""
    yield Owned(_named(sample, row.title, x, y + _SIZE), LAYOUT)
    for frame in row.frames:
        scale = scale_of(frame)
        yield PlacedFrame(frame, x, y + _LABEL, scale, (LAYOUT,) * len(frame.items))
        x += frame.width * scale + _GAP


def _named(sample: Sample, name: str, x: float, baseline: float) -> Text:
    chain = font_chain(sample.brand, "text", 700, sample.language)
    para = paragraph((Strand(name, chain, sample.language),), boxes=True)
    line = one_line(para)
    lines = (set_line(para, line, x, baseline, _SIZE),) if line else ()
    return Text(name, lines, _SIZE, _INK, sample.language)
