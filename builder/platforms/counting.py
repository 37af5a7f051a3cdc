"""How long a post is, as each platform counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Protocol

from builder.errors import Place, Problem
from builder.platforms.sizes import TEXT_LIMITS, TextLimit
from builder.spec.model import Spec
from builder.spec.parts import Post

_URL_LENGTH = 23  # Mastodon counts any web address so (mastodon/mastodon, StatusLengthValidator)
_BLUESKY_BYTES = 3_000  # AT Protocol lexicon: app.bsky.feed.post
_MENTION = re.compile(r"(?<![\w/])(@\w+)@[\w.-]+\w")
_HASHTAG = re.compile(r"(?<![\w&])#\w*[^\W\d_]\w*")


class Places(Protocol):
    """Whatever knows where in a file a value of the spec stands."""

    def place(self, loc: tuple[str | int, ...]) -> Place | None:
        """The place of the value."""
        ...


def count(platform: str, text: str) -> int:
    """The length of a text by the rules of a platform (a key of `TEXT_LIMITS`)."""
    counters = {"x": _x, "bluesky": _graphemes, "threads": _threads, "mastodon": _mastodon}
    return counters.get(platform, len)(unicodedata.normalize("NFC", text.strip()))


def post_text(post: Post, platform: str) -> str:
    """What the post says on a platform: its own text there, or the default one."""
    return post.text.get(platform) or post.text.get("default") or next(iter(post.text.values()))


def check_posts(spec: Spec, source: Places) -> tuple[Problem, ...]:
    """A warning for each post that a platform would refuse or cut."""
    return tuple(
        problem
        for number, post in enumerate(spec.posts)
        for limit in TEXT_LIMITS.values()
        for problem in _check(number, post, limit, source)
    )


def _check(number: int, post: Post, limit: TextLimit, source: Places) -> Iterator[Problem]:
    text = post_text(post, limit.platform)
    field = limit.platform if limit.platform in post.text else next(iter(post.text))
    place = source.place(("posts", number, "text", field))
    hint = (
        "shorten it" if field == limit.platform else f"give the post a shorter text under `{limit.platform}`"
    )
    if (length := count(limit.platform, text)) > limit.limit:
        over = f"post `{post.id}` is too long for {limit.title}: {length:,} of {limit.limit:,} characters"
        yield Problem(over, place, hint, "warning")
    if limit.platform == "bluesky" and (size := len(text.encode())) > _BLUESKY_BYTES:
        yield Problem(
            f"post `{post.id}` has {size:,} bytes; Bluesky takes {_BLUESKY_BYTES:,}", place, hint, "warning"
        )
    tags = len(_HASHTAG.findall(text))
    if limit.hashtags and tags > limit.hashtags:
        many = f"post `{post.id}` has {tags} hashtags; {limit.title} takes {limit.hashtags}"
        yield Problem(many, place, f"give the post a text of its own under `{limit.platform}`", "warning")


def _x(text: str) -> int:
    from twitter_text import parse_tweet  # noqa: PLC0415  compiles large patterns

    return int(parse_tweet(text).weightedLength)


def _graphemes(text: str) -> int:
    return sum(1 for _ in _clusters(text))


def _threads(text: str) -> int:
    """Characters, but an emoji counts as its UTF-8 bytes (Threads API, "Posts")."""
    return sum(len(cluster.encode()) if _is_emoji(cluster) else len(cluster) for cluster in _clusters(text))


def _mastodon(text: str) -> int:
    from twitter_text import extract_urls  # noqa: PLC0415  compiles large patterns

    for url in sorted(extract_urls(text), key=len, reverse=True):
        if url.startswith(("http://", "https://")):
            text = text.replace(url, "x" * _URL_LENGTH)
    return _graphemes(_MENTION.sub(r"\1", text))


def _clusters(text: str) -> Iterator[str]:
    import regex  # noqa: PLC0415  not for `--help`

    yield from regex.findall(r"\X", text)


def _is_emoji(cluster: str) -> bool:
    import regex  # noqa: PLC0415  not for `--help`

    return regex.search(r"\p{Emoji_Presentation}|\p{Emoji}\N{VARIATION SELECTOR-16}", cluster) is not None
