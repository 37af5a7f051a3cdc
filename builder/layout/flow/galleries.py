"""Galleries: pictures in rows that fill pages, none of which begins with a row left over."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from builder.content.columns import even_columns
from builder.content.columns import leaves_one as leaves_one_alone
from builder.content.story import Figure, Gallery
from builder.layout.flow.figures import FigureFlow
from builder.layout.flow.flow import TINY, Flow, pile
from builder.layout.flow.group import Stack, stack
from builder.layout.flow.openings import resumed
from builder.layout.flow.picturerows import PictureRow, across, are_alike, even_rows, in_columns, leaves_one
from builder.layout.flow.typesetter import GUTTER
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

MOST_PICTURE = 0.55  # of a page, for the height of a picture alone
_ROWS = 3  # on a page, with the white between them, of pictures that are as high as they may be
_LED = 0.12  # of a page of large print, for a heading and the words that lead to a gallery
_PAIR = 2  # pictures in one row, which fill their columns where their page has room
_FIRST = 4  # columns at least, of which the first picture may take two
_MOST_LARGE = 3  # pictures side by side in large print, at most
_LARGE = 0.46  # of the text's width, at most, for one with its words beside it in large print
_NARROWEST = 82.0  # pt: of a picture among more of them in a row than were asked for
_CAPTIONED = 104.0  # pt: of one with words below it
_SAID = 4  # lines below a picture, at most, that is as narrow as one without words
_SAID_LARGE = 5  # in large print
_BESIDE = 100.0  # pt: of words beside a picture that leaves as much of its column
_READ = 128.0  # pt: of a lower one, whose words are still read
_LOWERED = 0.66  # of the height of pictures, to that of those which no row has room for more of
_SMALL = 0.22  # of a page: a lower row is not left alone at the head or the foot of one


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
    """Figures in rows as far from each other on every page; or in lower ones."""
    columns = _few_columns(composer, block) if composer.stacks else block.columns
    high = composer.room * MOST_PICTURE if block.columns == 1 else _row_high(composer, block.figures, columns)
    cells = [composer.picture(figure, high) for figure in block.figures]
    if not cells:
        return []
    over = resumed(composer, block.continued) if block.continued else None
    in_rows = partial(_rows, composer, block.figures, over)
    lower = [in_rows(cells, high, more) for more in _more_columns(composer, block.figures, columns)]
    if not lower and columns > 1 and not composer.stacks:
        wide = max(map(shape, block.figures))
        usual = min(high, across(composer.look.hang + composer.column, columns) / wide)
        least = min(max(_LOWERED * usual, _READ / wide), usual)
        lower = [in_rows([no_higher(cell, least) for cell in cells], least, columns)]
    return [replace(in_rows(cells, high, columns), lower=tuple(lower[:1]))]


def _few_columns(composer: Composer, block: Gallery) -> int:
    """How many columns pictures have in large print: two or three; one where many words go with each."""
    if block.columns == 1:
        return 1
    whole, note = composer.look.hang + composer.column, composer.look.note
    said = [composer.passage(figure.caption, note) for figure in block.figures if figure.caption]

    def holds(columns: int) -> bool:
        room = across(whole, columns)
        is_whole = columns == 2 or all(each.widest <= room for each in said)
        return is_whole and all(len(each.lines(room)) <= _SAID_LARGE for each in said)

    most = next((columns for columns in (_MOST_LARGE, 2) if holds(columns)), 1)
    return min(even_columns(len(block.figures), most), most)


def _more_columns(composer: Composer, figures: Sequence[Figure], columns: int) -> Iterator[int]:
    """How many columns pictures may have where they are to be lower; one alone is never."""
    if columns > 1 and not composer.stacks:
        said = [composer.passage(figure.caption, composer.look.note) for figure in figures if figure.caption]
        least = min(max([_NARROWEST, *(each.widest for each in said)]), _CAPTIONED)
        if any(len(each.lines(least)) > _SAID for each in said):
            least = _CAPTIONED
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
) -> Flow:
    """About so many of these pictures in each row, from margin to margin; one alone is as wide as the text.

    Those of a row are as high as each other and, where no words are below them, those of all rows. Where one
    would be left over alone, the first is as large as four.
    """
    whole, shapes = composer.look.hang + composer.column, [shape(figure) for figure in figures]
    said, first, rows = any(figure.caption for figure in figures), 0, list[Flow]()
    if number >= _FIRST and across(whole, number) / max(shapes) <= high and not said:
        two = 2 * number - 3
        first = two if leaves_one(shapes, number) and are_alike(shapes[:two]) else 0
        told = even_rows(shapes[first:], number, whole, shapes[0] if first else 0.0)
    else:
        told = in_columns(shapes, number, whole, high, _are_long(composer, figures, high * max(shapes)))
        if composer.stacks and leaves_one_alone(len(shapes), number) and len({*told[-2].shares}) == 1:
            told[-2:] = [replace(told[-2], count=count) for count in (told[-2].count - 1, 2)]
        if beside := _beside(composer, figures, cells, high, number):
            cells, told = beside, [PictureRow(row.count, (1.0,) * number) for row in told]
    if first:
        rows.append(_led(composer, cells[:first], shapes[0], number))
    rows += _set(composer, cells[first:], shapes[first:], told, high)
    small = max(row.height(whole) for row in rows[first > 0 :] or rows) < _SMALL * composer.room
    return Rows(
        children=tuple(rows if number == 1 else map(composer.wide, rows)),
        least=2 if small else 1,
        room=composer.room,
        over=over,
        before=rows[0].before,
        after=rows[-1].after,
    )


def _are_long(composer: Composer, figures: Sequence[Figure], wide: float) -> bool:
    """Whether words would stand below pictures of a width in many short lines."""
    said = (composer.passage(figure.caption, composer.look.note) for figure in figures if figure.caption)
    return not composer.stacks and any(len(each.lines(wide)) > _SAID for each in said)


def _set(
    composer: Composer,
    cells: Sequence[Flow],
    shapes: Sequence[float],
    told: Sequence[PictureRow],
    high: float,
) -> Iterator[Flow]:
    """The rows; pictures nearly of one shape are as high as the lowest, so that their captions are level."""
    start, whole = 0, composer.look.hang + composer.column
    for row in told:
        shown, own = cells[start : start + row.count], shapes[start : start + row.count]
        start += row.count
        if are_alike(own) and max(own) > min(own):
            shown = [no_higher(cell, min(row.lowest(own, whole), high)) for cell in shown]
        yield composer.row(shown, row.shares, row.gap, after=composer.look.grid)


def _beside(
    composer: Composer, figures: Sequence[Figure], cells: Sequence[Flow], high: float, number: int
) -> Sequence[Flow]:
    """Pictures with their words beside them; none where they fill their columns, or words have no room.

    In large print one that stands alone in its row has them there, of several none.
    """
    if composer.stacks != (number == 1):
        return ()
    whole = composer.column if number == 1 else composer.look.hang + composer.column
    shown = high * max(map(shape, figures))
    room = across(whole, number) - GUTTER - shown
    said = [composer.passage(figure.caption, composer.look.note) for figure in figures if figure.caption]
    if not said or (not composer.stacks and room < max(_BESIDE, *(each.widest for each in said))):
        return ()
    parts = (cell.children if isinstance(cell, Stack) else (cell,) for cell in cells)
    return [composer.row(part, (shown, room), GUTTER) for part in parts]


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


def _row_high(composer: Composer, figures: Sequence[Figure], columns: int) -> float:
    """How high pictures are whose rows fill a page; in large print, below what leads to them."""
    captioned = any(figure.caption for figure in figures)
    if not composer.stacks and captioned and len(figures) == columns == _PAIR:
        return composer.room / 2
    if not composer.stacks or (captioned and columns > 1):
        return composer.room / _ROWS - composer.look.grid
    rows = _ROWS if columns == 1 else columns
    high = composer.room * (1 - _LED) / rows - composer.look.grid
    return min(high, _LARGE * composer.column / max(map(shape, figures))) if columns == 1 else high


def shape(figure: Figure) -> float:
    """The width of a picture, in heights."""
    return figure.content.width / figure.content.height
