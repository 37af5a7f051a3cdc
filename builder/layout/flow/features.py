"""Features: a picture set large, and the words that it goes with beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.content.story import Feature
from builder.layout.flow.flow import Flow
from builder.layout.flow.group import stack
from builder.layout.flow.typesetter import GUTTER
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_GAP = 1.5 * GUTTER  # pt between the picture and the words
_LEAST_WORDS = 0.3  # of the room, which no picture takes from them


def compose_feature(composer: Composer, block: Feature) -> list[Flow]:
    """From margin to margin; it is not parted if a page can hold it."""
    look, grid = composer.look, composer.look.grid
    if composer.stacks:
        above = composer.flows(block.blocks)
        shown = composer.picture(replace(block.figure, width=1.0), composer.room / 2)
        return [stack([*above, shown], before=grid, after=grid, whole=composer.room)]
    whole = look.hang + composer.column
    share = min(block.figure.width * look.width / (whole - _GAP), 1 - _LEAST_WORDS)
    said = composer.part(block.blocks, 1 - share)
    picture = composer.picture(replace(block.figure, width=1.0), composer.room)
    cells, shares = [replace(picture, before=0.0), said], [share, 1 - share]
    if block.flipped:
        cells, shares = cells[::-1], shares[::-1]
    row = composer.row(cells, shares, _GAP, before=grid, after=grid, whole=composer.room, middle=True)
    return [replace(composer.wide(row), elastic=True)]
