"""How many pictures or pages a post of each platform may have: `carousels.csv`, one row a platform."""

from __future__ import annotations

import datetime as dt

from builder.platforms.tables import Natural, table
from builder.record import Record


class CarouselLimit(Record):
    """What one post of a platform takes of pictures that are swiped, or of pages."""

    platform: str
    title: str  # what people call it
    most: Natural  # pictures or pages
    bytes: int  # the most that a document may have; 0 for any number, or for pictures
    source: str
    checked: dt.date


CAROUSEL_LIMITS = tuple(CarouselLimit(**row) for row in table("carousels.csv", CarouselLimit))


def most_bytes() -> int:
    """The most that a document may have, wherever it is posted."""
    return min(limit.bytes for limit in CAROUSEL_LIMITS if limit.bytes)
