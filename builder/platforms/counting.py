"""How long a post is, as each platform counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from builder.errors import Place, Problem
from builder.platforms.links import find_links
from builder.platforms.sizes import TEXT_LIMITS, TextLimit
from builder.spec.model import Spec
from builder.spec.parts import Post

_LINK_LENGTH = 23  # of any: X (twitter-text) and Mastodon (mastodon/mastodon, StatusLengthValidator)
_BLUESKY_BYTES = 3_000  # AT Protocol lexicon: app.bsky.feed.post
_X_LIGHT = re.compile("[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
# With its skin tone, its style, or the tags of a flag such as that of Wales.
_EMOJI = (
    r"(?:[©®](?=\uFE0F)|(?![\0-\xFF])\p{Emoji})"
    r"(?:(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}"
    r"|(?<=[\0-\uFFFF]|\P{Emoji_Presentation})\uFE0F|[\U000E0020-\U000E007E]+\U000E007F)?"
)
_X_SYMBOL = rf"(?s)\p{{RI}}\p{{RI}}|[0-9#*]\uFE0F?\u20E3|{_EMOJI}(?:\u200D{_EMOJI})*|."
_MENTION = re.compile(r"(?<![\w/])(@\w+)@[\w.-]+\w")
_HASHTAG = re.compile(r"(?<![\w&])#\w*[^\W\d_]\w*")


class Places(Protocol):
    """Whatever knows where in a file a value of the spec stands."""

    def place(self, loc: tuple[str | int, ...]) -> Place | None:
        """The place of the value."""
        ...


def count(platform: str, text: str) -> int:
    """The length of a text by the rules of a platform (a key of `TEXT_LIMITS`)."""
    return _COUNTERS.get(platform, len)(unicodedata.normalize("NFC", text.strip()))


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
    """An emoji is two, a letter of most alphabets one, all else two (twitter-text, configuration 3)."""
    import regex  # noqa: PLC0415  not for `--help`

    text = text.replace("\r\n", "\n")
    short = _with_short_links(text, find_links(text))
    return sum(1 if _X_LIGHT.fullmatch(symbol) else 2 for symbol in regex.findall(_X_SYMBOL, short))


def _with_short_links(text: str, links: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(links, reverse=True):
        text = text[:start] + "x" * _LINK_LENGTH + text[end:]
    return text


def _graphemes(text: str) -> int:
    return sum(1 for _ in _clusters(text))


def _threads(text: str) -> int:
    """Characters, but an emoji counts as its UTF-8 bytes (Threads API, "Posts")."""
    return sum(len(cluster.encode()) if _is_emoji(cluster) else len(cluster) for cluster in _clusters(text))


def _mastodon(text: str) -> int:
    links = [link for link in find_links(text) if text.startswith(("http://", "https://"), link[0])]
    return _graphemes(_MENTION.sub(r"\1", _with_short_links(text, links)))


def _clusters(text: str) -> Iterator[str]:
    import regex  # noqa: PLC0415  not for `--help`

    yield from regex.findall(r"\X", text)


def _is_emoji(cluster: str) -> bool:
    import regex  # noqa: PLC0415  not for `--help`

    return regex.search(r"\p{Emoji_Presentation}|\p{Emoji}\N{VARIATION SELECTOR-16}", cluster) is not None


# By platform; all others count characters.
_COUNTERS: Mapping[str, Callable[[str], int]] = {
    "x": _x,
    "bluesky": _graphemes,
    "threads": _threads,
    "mastodon": _mastodon,
}
