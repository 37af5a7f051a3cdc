"""What posts say on each platform, and which a platform would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from builder.errors import Place, Problem
from builder.platforms.counting import beyond_gsm
from builder.platforms.limits import TEXT_LIMITS, TextLimit
from builder.source.copied import copied
from builder.source.validate import listed
from builder.spec.dated import Post
from builder.spec.model import Spec
from builder.tagged import in_language_of

_NAMED = 5  # letters beyond the SMS's alphabet; more would be a list that nobody reads
_HASHTAG = re.compile(r"(?<![\w&])#\w*[^\W\d_]\w*")


class Places(Protocol):
    """Whatever knows where in a file a value of the spec stands."""

    def place(self, loc: tuple[str | int, ...]) -> Place | None:
        """The place of the value."""
        ...


def post_text(post: Post, platform: str) -> str:
    """What the post says on a platform: its own text there, or the default one."""
    said = post.text.get(platform) or post.text.get("default") or next(iter(post.text.values()))
    return in_language_of(copied(said), said)


def wordings(post: Post) -> tuple[tuple[str, tuple[TextLimit, ...]], ...]:
    """Each text of the post once, with the platforms that it is for, in the order of the table."""
    alike: dict[str, list[TextLimit]] = {}
    for limit in meant(post):
        alike.setdefault(post_text(post, limit.platform), []).append(limit)
    return tuple((text, tuple(limits)) for text, limits in alike.items())


def meant(post: Post) -> tuple[TextLimit, ...]:
    """The platforms that the post is for: those that take default texts, and those that it names."""
    return tuple(limit for limit in TEXT_LIMITS.values() if limit.default or limit.platform in post.text)


def check_posts(spec: Spec, source: Places) -> tuple[Problem, ...]:
    """A warning for each post that a platform would refuse or cut."""
    return tuple(
        problem
        for number, post in enumerate(spec.posts)
        for text, limits in wordings(post)
        for limit in limits
        for problem in _check(number, post, limit, source, shown=any(each.takes(text) for each in limits))
    )


def _check(number: int, post: Post, limit: TextLimit, source: Places, *, shown: bool) -> Iterator[Problem]:
    own = limit.platform in post.text
    place = source.place(("posts", number, "text", limit.platform if own else next(iter(post.text))))
    for excess, mend, why in _excesses(post_text(post, limit.platform), limit):
        hint = (f"write a {mend}" if own else f"give the post a {mend} under `{limit.platform}`") + why
        hint += "" if shown else "; until then, guide and start page leave it out"
        yield Problem(f"post `{post.id}` {excess}", place, hint, "warning")


def _excesses(text: str, limit: TextLimit) -> Iterator[tuple[str, str, str]]:
    """What a platform takes less of, what to write instead, and what else there is to know."""
    if (length := limit.length(text)) > (most := limit.most(text)):
        wide = beyond_gsm(text) if most < limit.limit else ()
        why = (
            f"; without letters such as {listed(wide[:_NAMED], 'and')} it could have {limit.limit}"
            if wide
            else ""
        )
        yield f"is too long for {limit.title}: {length:,} of {most:,} characters", "shorter text", why
    if limit.bytes and (size := len(text.encode())) > limit.bytes:
        yield f"has {size:,} bytes; {limit.title} takes {limit.bytes:,}", "shorter text", ""
    if limit.hashtags and (tags := len(_HASHTAG.findall(text))) > limit.hashtags:
        yield f"has {tags} hashtags; {limit.title} takes {limit.hashtags}", "text with fewer", ""
    if refused := [letter for letter in limit.refuses if letter in text]:
        yield f"has {listed(refused, 'and')}; {limit.title} refuses such a text", "text without", ""
