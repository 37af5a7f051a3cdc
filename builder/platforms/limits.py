"""How much text a post of each platform may hold: `limits.csv`, one row a platform."""

from __future__ import annotations

import datetime as dt
import sys
import unicodedata
from functools import lru_cache
from typing import NewType

from builder.platforms.counting import RULES, CountingRule, beyond_gsm
from builder.platforms.sizes import SIZES
from builder.platforms.tables import Natural, Reader, one_of, table
from builder.record import Record

SizeKey = NewType("SizeKey", str)  # of `sizes.csv`


class TextLimit(Record, kw_only=True):
    """How much text one post of a platform may hold."""

    platform: str  # the key of a post's `text`
    title: str
    counts: CountingRule  # named in the table as `RULES` names it
    limit: Natural  # of what is counted
    wide: int  # the limit of an SMS in which a letter is not of GSM's alphabet; 0 for any other text
    bytes: int  # the most that the text may have in UTF-8; 0 for any number
    hashtags: int  # the most that it takes; 0 for any number
    refuses: str  # the characters that it takes none of
    default: bool  # whether a post goes there without words of its own for it
    alt: int  # the most characters that the alt text of its images may have; 0 for any number, or none
    alt_source: str
    image: SizeKey | None  # of the size that suits a post, if it takes one
    source: str
    checked: dt.date

    def length(self, text: str) -> int:
        """How long a text is here, in form C of Unicode and without white space around it."""
        return _counted(self.counts, text)

    def most(self, text: str) -> int:
        """The limit of a text."""
        return self.wide if self.wide and beyond_gsm(text) else self.limit

    def takes(self, text: str) -> bool:
        """Whether a text is short enough for one post."""
        return self.excess(text) is None

    def excess(self, text: str) -> tuple[int, int] | None:
        """(how many, the most) of what a text has too much of: what is counted, or else bytes."""
        measures = ((self.length(text), self.most(text)), (len(text.encode()), self.bytes or sys.maxsize))
        return next(((size, most) for size, most in measures if size > most), None)


@lru_cache(maxsize=4096)
def _counted(counts: CountingRule, text: str) -> int:
    """By a rule that several platforms share, for the many who ask about one text."""
    return counts(unicodedata.normalize("NFC", text.strip()))


_ALT = 1000  # characters, of images that are no platform's own: what most take
_READERS = {
    CountingRule: one_of(RULES),
    SizeKey | None: one_of({"": None, **{size.key: size.key for size in SIZES}}, "a key of sizes.csv"),
    "refuses": Reader(str, "characters, or empty"),
    "alt_source": Reader(str, "the page that says so, or that none was found; empty where `alt` is 0"),
}
TEXT_LIMITS = {row["platform"]: TextLimit(**row) for row in table("limits.csv", TextLimit, _READERS)}


def alt_limit(size: str) -> int:
    """The most characters that the alt text of an image of a size may have, wherever it is posted."""
    limits = (limit.alt for limit in TEXT_LIMITS.values() if limit.image == size and limit.alt)
    return min(limits, default=_ALT)
