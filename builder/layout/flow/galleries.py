"""Galleries: pictures in rows that fill pages, none of which begins with a row left over."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from math import fsum
from typing import TYPE_CHECKING

from builder.content.columns import even_columns, leaves_one
from builder.content.pages import LAYOUT
from builder.content.story import Figure, Gallery, words
from builder.layout.flow.figures import FigureFlow
from builder.layout.flow.flow import TINY, Flow, pile
from builder.layout.flow.group import Stack, again_over, stack
from builder.layout.flow.typesetter import GUTTER
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

MOST_PICTURE = 0.55  # of a page, for the height of a picture alone
_ROWS = 3  # on a page, with the white between them, of pictures that are as high as they may be
_SPREAD = 4  # gutters, at most, between pictures that are no higher than a third of a page
_LED = 0.12  # of a page of large print, for a heading and the words that lead to a gallery
_FIRST = 4  # columns at least, of which the first picture may take two
_STACKED = 2  # pictures side by side, at most, where what else stands beside text stands above it
_NARROWEST = 82.0  # pt: of a picture among more of them in a row than were asked for
_CAPTIONED = 104.0  # pt: of one with words below it
_LOWERED = 0.66  # of the height of pictures, to that of those which no row has room for more of
_SMALL = 0.22  # of a page: a lower row is not left alone at the head or the foot of one
_LOW = 0.5  # of the height that pictures may have, under which none of a row is lowered for another
_ALIKE = 1.02  # of the shape of one picture to that of another, as far as the eye can tell


class Rows(Stack, kw_only=True):
    """Rows of pictures, parted between two of them: `least` on each page, on pages with so much `room` (pt).

    `over` stands above them where they go on.
    """

    least: int = 1
    room: float = 0.0
    over: Flow | None = None

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """As many rows as fit, or some fewer, so that the last of the further pages has enough of them."""
        count, fit = len(self.children), self._fitting(width, height)
        full = self._fitting(width, self.room - self._led(width))
        last = (count - fit) % max(full, 1)
        if 0 < last < self.least <= full:
            fit -= self.least - last
        if not 0 < fit < count or fit < min(self.least, count):
            return None
        first, rest = self.children[:fit], self.children[fit:]
        return (
            replace(self, children=first, after=first[-1].after, keep_with_next=False),
            replace(self, children=rest, before=rest[0].before, mark=None, again=self.over),
        )

    def _led(self, width: float) -> float:
        """How much of a further page the title over it takes, with the white below it."""
        first = self.children[0]
        return pile((self.over, first), width) - first.height(width) if self.over else 0.0

    def _fitting(self, width: float, height: float) -> int:
        """How many of the first rows a height has room for."""
        counts = range(1, len(self.children) + 1)  # upwards: of a hundred rows few stand on a page
        return sum(1 for _ in takewhile(lambda n: pile(self.children[:n], width) <= height + TINY, counts))


def compose_gallery(composer: Composer, block: Gallery) -> list[Flow]:
    """Figures in rows as far from each other on every page, from margin to margin; or in lower ones."""
    columns = min(block.columns, _STACKED) if composer.stacks else block.columns
    high = composer.room * MOST_PICTURE if columns == 1 else _row_high(composer, block.figures)
    cells = [composer.picture(figure, high) for figure in block.figures]
    if not cells:
        return []
    over = None
    if block.continued:
        said = composer.set(LAYOUT, words(block.continued), composer.look.headings[1], broken="heading")
        over = again_over(replace(said, after=composer.half, keep_with_next=True))
    in_rows = partial(_rows, composer, block.figures, over)
    lower = [in_rows(cells, high, more) for more in _more_columns(composer, block.figures, columns)]
    if not lower:
        least = _LOWERED * high
        fewer = [no_higher(cell, least) for cell in cells]
        lower = [in_rows(cells, high, 1, wide=False) if columns == 1 else in_rows(fewer, least, columns)]
    return [replace(in_rows(cells, high, columns), lower=tuple(lower[:1]))]


def _more_columns(composer: Composer, figures: Sequence[Figure], columns: int) -> Iterator[int]:
    """How many columns pictures may have where they are to be lower; one alone is so over the text."""
    if columns > 1 and not composer.stacks:
        least = _CAPTIONED if any(figure.caption for figure in figures) else _NARROWEST
        most = math.floor((composer.look.hang + composer.column + GUTTER) / (least + GUTTER))
        few = range(columns + 1, min(2 * columns - 1, most) + 1)
        yield from (n for few in few if (n := min(even_columns(len(figures), few), most)) > columns)


def no_higher(cell: Flow, high: float) -> Flow:
    """A picture with its caption, no higher than so many pt."""
    if isinstance(cell, Stack):
        return replace(cell, children=tuple(no_higher(part, high) for part in cell.children))
    return replace(cell, most_height=high) if isinstance(cell, FigureFlow) else cell


def _rows(
    composer: Composer,
    figures: Sequence[Figure],
    over: Flow | None,
    cells: Sequence[Flow],
    high: float,
    number: int,
    wide: bool = True,
) -> Flow:
    """So many of these pictures in each row, from margin to margin if it is `wide`, else as wide as the text.

    Those of a row are as high as each other. What their columns have over is white between them, so that
    the last of a row ends at the margin. Where one would be left over alone, the first is as large as four.
    """
    whole = composer.look.hang + composer.column
    free = (whole - number * high * max(map(shape, figures))) / (number - 1) if number > 1 else 0.0
    gap = free if GUTTER < free <= _SPREAD * GUTTER else GUTTER
    rows, first, two = list[Flow](), 0, 2 * number - 3
    if number >= _FIRST and gap == GUTTER and leaves_one(len(figures), number) and _plain(figures[:two]):
        first = two
        rows.append(_led(composer, cells[:first], shape(figures[0]), number))
    for start in range(first, len(cells), number):
        shapes = [shape(figure) for figure in figures[start : start + number]]
        shown, across = cells[start : start + number], (whole - (number - 1) * gap) / number
        # Those of a last row are no larger than the others: they take as much room as so many of them.
        most = high if len(shown) == number else min(high, across * len(shown) / fsum(shapes))
        shares, between = _level(shapes, whole, most) if number > 1 else None, GUTTER
        if shares is None:
            shares, between = (1.0,) * number, gap
            shown = _alike(shown, shapes, across, high) if number > 1 else shown
        rows.append(composer.row(shown, shares, between, after=composer.look.grid))
    small = max(row.height(whole) for row in rows[first > 0 :] or rows) < _SMALL * composer.room
    rows = [composer.wide(row) for row in rows] if wide else rows
    return Rows(
        children=tuple(rows),
        least=2 if small else 1,
        room=composer.room,
        over=over,
        before=rows[0].before,
        after=rows[-1].after,
    )


def _plain(figures: Sequence[Figure]) -> bool:
    """Whether pictures are of one shape and have no words below them."""
    shapes = [shape(figure) for figure in figures]
    return max(shapes) <= _ALIKE * min(shapes) and not any(figure.caption for figure in figures)


def _alike(cells: Sequence[Flow], shapes: Sequence[float], across: float, high: float) -> Sequence[Flow]:
    """Pictures nearly of one shape that are all as high as the lowest, so that their captions are level."""
    if max(shapes) == min(shapes) or max(shapes) > _ALIKE * min(shapes):
        return cells
    return [no_higher(cell, min(across / max(shapes), high)) for cell in cells]


def _led(composer: Composer, cells: Sequence[Flow], alike: float, number: int) -> Flow:
    """Two rows of pictures of one shape whose first one takes two columns of both, as high as they are."""
    whole, others = composer.look.hang + composer.column, number - 2
    each = (whole - (number - 1) * GUTTER) / number
    first, *rest = cells
    shares = (2 * each + GUTTER, others * each + (others - 1) * GUTTER)
    white = shares[0] / alike - each / alike - rest[0].height(each)
    rows = [
        composer.row(rest[start : start + others], (1.0,) * others, GUTTER, after=max(white, 0.0))
        for start in range(0, len(rest), others)
    ]
    large = no_higher(first, shares[0] / alike)  # higher than what the others may be
    return composer.row([large, stack(rows)], shares, GUTTER, after=composer.look.grid)


def _level(shapes: Sequence[float], whole: float, high: float) -> tuple[float, ...] | None:
    """How wide pictures as high as each other are, and what the row has over; None if they are alike."""
    room = whole - GUTTER * (len(shapes) - 1)
    height = room / fsum(shapes)
    if max(shapes) <= _ALIKE * min(shapes) or height < _LOW * high:
        return None
    if height <= high:
        return tuple(shapes)
    over = room - GUTTER - high * fsum(shapes)
    return (*(high * each for each in shapes), over) if over > TINY else tuple(shapes)


def _row_high(composer: Composer, figures: Sequence[Figure]) -> float:
    """How high pictures are whose rows fill a page; in large print, below what leads to them."""
    led = composer.stacks and not any(figure.caption for figure in figures)
    return composer.room * (1 - _LED * led) / _ROWS - composer.look.grid


def shape(figure: Figure) -> float:
    """The width of a picture, in heights."""
    return figure.content.width / figure.content.height
