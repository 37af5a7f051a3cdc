"""Features: a picture set large, and the words that it goes with beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.content.story import Feature
from builder.layout.flow.flow import Flow, pile
from builder.layout.flow.group import stack
from builder.layout.flow.typesetter import GUTTER
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_GAP = 1.5 * GUTTER  # pt between the picture and the words
_MORE = 3  # lines of white above it, where its page has some left
_LOWEST = 0.2  # of a page, where it stands below its words
_ALONE = 0.35  # of a page, where two of them would be lower than that
_LEAST_WORDS = 0.3  # of the room, which no picture takes from them


def compose_feature(composer: Composer, block: Feature) -> list[Flow]:
    """From margin to margin; it is not parted if a page can hold it."""
    look, grid = composer.look, composer.look.grid
    if composer.stacks:
        above = composer.flows(block.blocks)
        shown = composer.picture(replace(block.figure, width=1.0), _stacked(composer, above))
        return [stack([*above, shown], before=grid, after=grid, whole=composer.room)]
    whole = look.hang + composer.column
    share = min(block.figure.width * look.width / (whole - _GAP), 1 - _LEAST_WORDS)
    said = composer.part(block.blocks, 1 - share)
    picture = composer.picture(replace(block.figure, width=1.0), composer.room)
    cells, shares = [replace(picture, before=0.0), said], [share, 1 - share]
    if block.flipped:
        cells, shares = cells[::-1], shares[::-1]
    row = composer.row(cells, shares, _GAP, before=grid, after=grid, whole=composer.room)
    return [replace(composer.wide(row), elastic=_MORE * grid)]


def _stacked(composer: Composer, words: Sequence[Flow]) -> float:
    """How high a picture below its words may be, in pt: two of them with their words fill a page."""
    beside = composer.room / 2 - 2 * composer.look.grid - pile(words, composer.column)
    return beside if beside >= _LOWEST * composer.room else _ALONE * composer.room
