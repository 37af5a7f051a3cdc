"""What posts say on each platform, and which a platform would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from builder.errors import Place, Problem
from builder.platforms.limits import TEXT_LIMITS, TextLimit
from builder.spec.model import Spec
from builder.spec.parts import Post

_HASHTAG = re.compile(r"(?<![\w&])#\w*[^\W\d_]\w*")


class Places(Protocol):
    """Whatever knows where in a file a value of the spec stands."""

    def place(self, loc: tuple[str | int, ...]) -> Place | None:
        """The place of the value."""
        ...


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
    own = limit.platform in post.text
    place = source.place(("posts", number, "text", limit.platform if own else next(iter(post.text))))
    for excess, mend in _excesses(post_text(post, limit.platform), limit):
        hint = f"write a {mend}" if own else f"give the post a {mend} under `{limit.platform}`"
        yield Problem(f"post `{post.id}` {excess}", place, hint, "warning")


def _excesses(text: str, limit: TextLimit) -> Iterator[tuple[str, str]]:
    """What a platform takes less of, and what to write instead."""
    if (length := limit.length(text)) > limit.limit:
        yield f"is too long for {limit.title}: {length:,} of {limit.limit:,} characters", "shorter text"
    if limit.bytes and (size := len(text.encode())) > limit.bytes:
        yield f"has {size:,} bytes; {limit.title} takes {limit.bytes:,}", "shorter text"
    if limit.hashtags and (tags := len(_HASHTAG.findall(text))) > limit.hashtags:
        yield f"has {tags} hashtags; {limit.title} takes {limit.hashtags}", "text with fewer"
