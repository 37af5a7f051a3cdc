"""Hashtags in texts: platforms link them where they stand, and readers find the campaign by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.errors import Problem
from builder.source import Loc
from builder.source.validate import slip
from builder.spec.dated import Post
from builder.spec.draft import Draft

_TAG = r"#\w*[^\W\d_]\w*"
_TAGS = re.compile(rf"(?<![\w&/#]){_TAG}")
# Twitter's and Meta's rules: a hashtag follows neither a letter nor a digit; not so in an address.
_GLUED = re.compile(rf"(?<!\S)[^\s#:/]*[\w&]({_TAG})")
# Bluesky's own: nothing but white space stands before it (bluesky-social/atproto, rich text detection).
_BRACKETED = re.compile(rf"(?<![\w#/])[(\[{{«“‘\"']({_TAG})")
# A year, perhaps; `#1` and `#100` are numbers.
_NUMBERED = re.compile(r"(?<![\w&/#])#\d{4}(?!\w)")
_UNTAGGED = {"sms", "whatsapp", "nextdoor", "youtube"}  # few look for hashtags there
_FEW = 3  # posts; each of so many is told by itself
_LONG = 9  # letters from which on a hashtag without capitals is hard to hear


def capitals(draft: Draft) -> Iterator[Problem]:
    """Each word of a hashtag has a capital, so that screen readers say words and not letters."""
    theme = draft.part("theme")
    title = re.sub(r"[^\w]", "", theme.title.title()) if theme else ""
    for loc, text in draft.texts():
        for tag in dict.fromkeys(_TAGS.findall(text)):
            if len(tag) > _LONG and tag.islower():
                meant = f"#{title}" if tag[1:] == title.lower() else "#LikeThis"
                message = f"the hashtag `{tag}` has no capitals inside"
                hint = f"begin each word with a capital, so that screen readers can say it: {meant}"
                yield draft.warning(message, loc, hint, within=tag)


def linked(draft: Draft) -> Iterator[Problem]:
    """Platforms link the hashtags of a post, and none is a slip for one of the campaign's."""
    theme = draft.part("theme")
    own = [theme.hashtag] if theme else []
    own += [tag for tag in draft.items("hashtags").values() if isinstance(tag, str)]
    posts: dict[int, Post] = dict(draft.items("posts"))
    for number, post in posts.items():
        for platform, text in post.text.items():
            loc: Loc = ("posts", number, "text", platform)
            yield from _unlinked(draft, loc, text)
            if platform == "bluesky" or (platform == "default" and "bluesky" not in post.text):
                yield from _bracketed(draft, loc, text, platform)
            yield from _misspelt(draft, loc, text, own)


def carried(draft: Draft) -> Iterator[Problem]:
    """Each post has one of the campaign's hashtags, by which readers find the others."""
    theme = draft.part("theme")
    listed = [tag for tag in draft.items("hashtags").values() if isinstance(tag, str)]
    if theme is None:
        return
    posts: dict[int, Post] = dict(draft.items("posts"))
    own = [theme.hashtag, *listed]
    bare: list[Loc] = [loc for number, post in posts.items() for loc in _bare(number, post, own)]
    hint = f"add {theme.hashtag}, for instance"
    if len(bare) > _FEW:
        message = f"{len(bare)} posts from here on have none of the campaign's hashtags"
        yield draft.warning(message, bare[0], hint)
    else:
        yield from (draft.warning("the post has none of the campaign's hashtags", loc, hint) for loc in bare)


def _bare(number: int, post: Post, own: list[str]) -> Iterator[Loc]:
    """The first text of a post, if any, without a hashtag of the campaign's or a slip for one."""
    known = {tag.lower() for tag in own}
    for platform, text in post.text.items():
        tags = _TAGS.findall(text)
        if platform not in _UNTAGGED and not any(tag.lower() in known or slip(tag, own) for tag in tags):
            yield "posts", number, "text", platform
            return


def _unlinked(draft: Draft, loc: Loc, text: str) -> Iterator[Problem]:
    for match in _NUMBERED.finditer(text):
        message = f"no platform links `{match[0]}`, as it has no letter"
        hint = "write a letter beside the digits, or leave out the `#`"
        yield draft.warning(message, loc, hint, within=match[0])
    for match in _GLUED.finditer(text):
        message = f"no platform links `{match[1]}`, as it follows a letter"
        yield draft.warning(
            message,
            loc,
            f"put a space before it: `{match[0].removesuffix(match[1])} {match[1]}`",
            within=match[0],
        )


def _bracketed(draft: Draft, loc: Loc, text: str, platform: str) -> Iterator[Problem]:
    for match in _BRACKETED.finditer(text):
        message = f"Bluesky does not link `{match[1]}`, as it follows `{match[0][0]}`"
        other = "" if platform == "bluesky" else ", or give the post a text under `bluesky`"
        yield draft.warning(message, loc, f"put a space before it{other}", within=match[0])


def _misspelt(draft: Draft, loc: Loc, text: str, own: list[str]) -> Iterator[Problem]:
    """A tag that is nearly one of the campaign's; capitals are no matter to platforms."""
    known = {tag.lower() for tag in own}
    for tag in dict.fromkeys(_TAGS.findall(text)):
        if tag.lower() not in known and (meant := slip(tag, own)):
            yield draft.warning(
                f"`{tag}` is not one of the campaign's hashtags", loc, f"did you mean `{meant}`?", within=tag
            )
