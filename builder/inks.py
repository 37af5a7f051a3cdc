"""Inks: what a print shop's colours are made of, as the brand says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.color import Color
from builder.record import Record

MOST_INK = 300  # per cent of all inks together: what coated paper takes

Parts = tuple[int, int, int, int]  # cyan, magenta, yellow and black, in whole per cents


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile of a press, known by the digest of its bytes."""

    name: str  # its file's, without the ending
    digest: str
    data: bytes = field(repr=False, compare=False)


class Inks(Record):
    """What the brand says of its colours on paper; what it does not say is computed by the profile."""

    colors: tuple[tuple[Color, Parts], ...] = ()
    spots: tuple[tuple[Color, str], ...] = ()  # the names of inks that are mixed before they are printed
    profile: Profile | None = None  # none: the one that comes along, FOGRA39
