"""Rules of tables of words to copy: posts that fit their platforms, with images that are there."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from builder.audit.rule import File, FileKind, Rule
from builder.platforms.limits import TEXT_LIMITS
from builder.record import Record

_PLATFORMS = {limit.title: limit for limit in TEXT_LIMITS.values()}
_POST = 8  # columns of a table of posts: id, day, platform, words, length, limit, image, language
_IMAGE = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class PostTable(Record):
    """The rows of a table; those of posts are the ones with a platform in the third column."""

    file: File
    rows: tuple[tuple[str, ...], ...]

    @property
    def posts(self) -> Iterator[tuple[str, ...]]:
        """The rows that are posts, their words without the apostrophe that keeps a formula from running."""
        for row in self.rows:
            if len(row) == _POST and row[2] in _PLATFORMS:
                guarded = row[3].startswith("'") and row[3][1:].startswith(_FORMULA)
                yield (*row[:3], row[3][1:] if guarded else row[3], *row[4:])


def read(file: File) -> PostTable:
    """The table; UnicodeDecodeError if it is not UTF-8, csv.Error if it is not CSV."""
    rows = csv.reader(StringIO(file.data.decode("utf-8-sig"), newline=""), strict=True)
    return PostTable(file, tuple(tuple(row) for row in rows))


def missing_mark(sheet: PostTable) -> Iterator[str]:
    """It does not start with the mark by which Excel knows UTF-8."""
    if not sheet.file.data.startswith(b"\xef\xbb\xbf"):
        yield ""


def ragged_row(sheet: PostTable) -> Iterator[str]:
    """A row has more or fewer cells than the head of its table."""
    for number, row in enumerate(sheet.rows, 1):
        if len(row) != len(sheet.rows[0]):
            yield f"row {number}"


def running_formula(sheet: PostTable) -> Iterator[str]:
    """A spreadsheet would take a cell for a formula (OWASP, CSV injection)."""
    for number, row in enumerate(sheet.rows, 1):
        if any(cell.startswith(_FORMULA) for cell in row):
            yield f"row {number}"


def too_long_post(sheet: PostTable) -> Iterator[str]:
    """A post is longer than its platform takes."""
    for name, _, platform, text, *_ in sheet.posts:
        limit = _PLATFORMS[platform]
        if excess := limit.excess(text):
            size, most = excess
            yield f"{name} on {platform}: {size:,} of {most:,}"


def wrong_count(sheet: PostTable) -> Iterator[str]:
    """The table tells another length or limit of a post than its platform counts."""
    for name, _, platform, text, *told in sheet.posts:
        limit = _PLATFORMS[platform]
        if told[:2] != [str(limit.length(text)), str(limit.most(text))]:
            yield f"{name} on {platform}"


def missing_image(sheet: PostTable) -> Iterator[str]:
    """A post names an image that is not in the pack."""
    named = ((row[0], row[_IMAGE]) for row in sheet.posts)
    yield from (f"{name}: {image}" for name, image in named if image and image not in sheet.file.paths)


FORMAT = FileKind(
    name="tables",
    types=("text/csv",),
    read=read,
    refusals=(UnicodeDecodeError, csv.Error),
    looks_around=True,
    rules=(
        Rule(missing_mark),
        Rule(ragged_row),
        Rule(running_formula),
        Rule(too_long_post, "warning"),
        Rule(wrong_count),
        Rule(missing_image),
    ),
)
