"""Words to copy as tables: the posts with their images, the same for planners, and the alt texts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from builder.pack.cards import cards
from builder.pack.edition import COPY, Edition
from builder.pack.formats import CSV
from builder.pack.plan import Plan
from builder.platforms.limits import TextLimit
from builder.platforms.planners import PLANNERS, Planner
from builder.platforms.posts import meant, post_text
from builder.source.copied import copied
from builder.spec.dated import Post
from builder.tagged import language_of

NAME = "copy"
_PLANNERS = f"{COPY}/planners"
_OF_POSTS = ("post", "when", "platform", "text", "characters", "limit", "image", "language")
_OF_IMAGES = ("file", "title", "size", "alt_text", "long_description", "language")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def gather(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """All of them; `plans` are the other files of the edition, among them the images."""
    phrases = edition.phrases
    if edition.spec.posts:
        head = [phrases[key] for key in _OF_POSTS]
        rows = [row for post in edition.spec.posts for row in _post_rows(edition, post, plans)]
        path = edition.path(COPY, "posts", CSV)
        yield _table(
            edition, path, phrases["file_posts_table"], csv_file([head, *rows]), phrases["use_posts_table"]
        )
        for planner in PLANNERS:
            yield from _planned(edition, planner)
    images = [image for image in plans if image.alt and image.format.is_pixels]
    if images:
        head, rows = [phrases[key] for key in _OF_IMAGES], [_image_row(edition, image) for image in images]
        path = edition.path(COPY, "alt-texts", CSV)
        yield _table(
            edition, path, phrases["file_alt_texts"], csv_file([head, *rows]), phrases["use_alt_texts"]
        )


def csv_file(rows: Iterable[Iterable[str]], guard: str = "'") -> bytes:
    """Rows as CSV that Excel opens as UTF-8 (by its byte-order mark) and never runs.

    A cell that a spreadsheet would take for a formula starts with an apostrophe, or another guard
    (OWASP, "CSV Injection").
    """
    out = StringIO()
    safe = ([f"{guard}{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    csv.writer(out, lineterminator="\r\n").writerows(safe)
    return copied(out.getvalue()).encode("utf-8-sig")


def image_for(edition: Edition, post: Post, limit: TextLimit, plans: Iterable[Plan]) -> Plan | None:
    """The image of a post in the size that suits a platform, or else in any; none where it takes none."""
    if limit.image is None:
        return None
    named = [card.id for card in cards(edition) if post.card and card.named_by(post.card)]
    images = [image for image in plans if image.group in named[:1]]
    suited = (image for image in images if image.size == limit.image)
    return next(suited, images[0] if images else None)


def _image_row(edition: Edition, image: Plan) -> list[str]:
    """What the table says of an image: what it shows in words, and the language that they are in."""
    size, language = f"{image.width}×{image.height}", language_of(image.alt, edition.language)
    return [image.path, image.title, size, image.alt, image.described, language]


def _post_rows(edition: Edition, post: Post, plans: tuple[Plan, ...]) -> Iterator[list[str]]:
    when = post.when.isoformat(*(() if post.time is None else (" ", "minutes")))
    for limit in meant(post):
        text = post_text(post, limit.platform)
        image = image_for(edition, post, limit, plans)
        counts = (str(limit.length(text)), str(limit.most(text)))
        named, language = image.path if image else "", language_of(text, edition.language)
        yield [post.id, when, limit.title, text, *counts, named, language]


def _planned(edition: Edition, planner: Planner) -> Iterator[Plan]:
    """A table for the platforms of which the posts say the same, as long as the planner takes one."""
    posts = sorted(edition.spec.posts, key=lambda post: post.moment)
    for limits in planner.alike(posts):
        platforms = edition.phrases.listed(limit.title for limit in limits)
        title = edition.phrases.fill("file_planner", planner=planner.title, platforms=platforms)
        use = edition.phrases.fill("use_planner", planner=planner.title)
        keys = "-".join((planner.key, *(limit.platform for limit in limits)))
        for number, rows in enumerate(planner.tables(posts, limits[0].platform), 1):
            path = edition.path(_PLANNERS, keys if number == 1 else f"{keys}-{number}", CSV)
            yield _table(edition, path, title, csv_file(rows, guard=" "), use)


def _table(edition: Edition, path: str, title: str, content: bytes, use: str) -> Plan:
    return Plan(
        kind=NAME, path=path, title=title, format=CSV, content=content, language=edition.language, use=use
    )
