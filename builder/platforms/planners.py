"""Programs that post what a table says when it says so, and the form of the table that each takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from builder.platforms.limits import TEXT_LIMITS, TextLimit
from builder.platforms.posts import post_text
from builder.record import Record
from builder.spec.dated import Post

_STEP = 5  # minutes: Hootsuite posts at :00, :05, :10


class Planner(Record):
    """A program that reads posts from a table, for one platform or several at a time."""

    key: str  # part of file names
    title: str
    platforms: tuple[str, ...]  # those that it posts to
    most: int  # posts in a table
    head: tuple[str, ...]  # none if its tables have no head
    row: Callable[[str, dt.datetime], tuple[str, ...]]  # words and their time by the account's clock → cells

    def alike(self, posts: Sequence[Post]) -> tuple[tuple[TextLimit, ...], ...]:
        """Its platforms in groups for which all posts say the same."""
        alike: dict[tuple[str, ...], list[TextLimit]] = {}
        for platform in self.platforms:
            said = tuple(post_text(post, platform).strip() for post in posts)
            alike.setdefault(said, []).append(TEXT_LIMITS[platform])
        return tuple(tuple(limits) for limits in alike.values())

    def tables(self, posts: Sequence[Post], platform: str) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Rows of cells, a table for as many posts as it takes at once."""
        rows = [self.row(post_text(post, platform).strip(), post.moment) for post in posts]
        for start in range(0, len(rows), self.most):
            yield (*((self.head,) if self.head else ()), *rows[start : start + self.most])


def _stepped(moment: dt.datetime) -> dt.datetime:
    return moment.replace(minute=moment.minute // _STEP * _STEP)


PLANNERS = (
    Planner(
        key="buffer",
        title="Buffer",
        platforms=("x", "bluesky", "threads", "mastodon", "linkedin", "instagram", "facebook", "tiktok"),
        most=100,  # Buffer Help Center: How to upload posts in bulk; read 2026-11-29
        head=("Text", "Image URL", "Tags", "Posting Time"),
        row=lambda words, at: (words, "", "", f"{at:%Y-%m-%d %H:%M}"),
    ),
    Planner(
        key="hootsuite",
        title="Hootsuite",
        platforms=("x", "threads", "linkedin", "instagram", "facebook"),
        most=350,  # Hootsuite Help Center: Bulk schedule posts; read 2026-11-29
        head=(),
        row=lambda words, at: (f"{_stepped(at):%d/%m/%Y %H:%M}", words, ""),
    ),
)
