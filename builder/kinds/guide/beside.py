"""What stands beside a card set large: the words to post with it, when, and what sizes it has."""

from __future__ import annotations

from collections.abc import Iterator
from operator import methodcaller

from builder.content.story import Block, Callout, Paragraph, Span, Spans, words
from builder.kinds.guide.posts import counted, image_of
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.platforms.limits import TEXT_LIMITS
from builder.source.copied import copied
from builder.tagged import APART, in_language_of, joined

_POSTS = "posts"  # the chapter


def uses(edition: Edition, card: Card, text: str) -> Iterator[Block]:
    """The text as a post to copy, with its length; the ready posts that show the card; its sizes."""
    spec = edition.spec
    said = in_language_of(copied(text), text)
    after = "\n".join((spec.campaign.website, spec.theme.hashtag))
    if length := _length(edition, f"{said}\n\n{after}"):
        yield Callout((Paragraph(length, "note"), Paragraph(words(said)), Paragraph(words(after))))
    yield from (Paragraph(line, "note") for line in made(edition, card))


def made(edition: Edition, card: Card) -> Iterator[Spans]:
    """A line each: the ready posts that show the card, and its sizes."""
    if ready := tuple(_ready(edition, card)):
        yield (*_label(edition, edition.phrases["post"]), *ready)
    sizes = [edition.size_title(size) for size in card.sizes if size.cards]
    if sizes:
        count = edition.phrases.plural("sizes", len(sizes))
        yield (*_label(edition, count), *words(joined(APART, sizes)))


def _length(edition: Edition, text: str) -> Spans:
    """How long the text is where least room is left for it, or none if no platform takes it."""
    usual = [limit for limit in TEXT_LIMITS.values() if limit.default]
    taking = [limit for limit in usual if limit.takes(text)]
    if not taking:
        return ()
    tightest = min(taking, key=methodcaller("most", text))
    where = edition.phrases["all_platforms"] if taking == usual else tightest.title
    return (*_label(edition, where), *words(counted(edition, tightest, text)))


def _ready(edition: Edition, card: Card) -> Iterator[Span]:
    """The days of the posts that show the card, each leading to its post."""
    guide = edition.spec.guide
    printed = _POSTS in (guide.chapters or (_POSTS,)) and _POSTS not in guide.leave_out
    ordered = sorted(edition.spec.posts, key=lambda post: post.moment)
    shown = (post for post in ordered if (image := image_of(edition, post)) and image.id == card.id)
    for number, post in enumerate(shown):
        if number:
            yield Span(APART)
        when = edition.phrases.moment_text(post.day, post.time, year=False)
        yield Span(when, link=f"#post-{post.id}" if printed else "")


def _label(edition: Edition, text: str) -> Spans:
    return (Span(in_language_of(f"{text}{edition.phrases.colon}", text), bold=True),)
