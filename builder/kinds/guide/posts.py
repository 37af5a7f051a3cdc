"""Ready-made posts: for each its day, its image, and its words for each platform."""

from __future__ import annotations

from collections.abc import Iterator
from operator import methodcaller
from typing import Any

from builder.content.story import Block, Copy, Figure, Paragraph, PostCard, Span, words
from builder.layout.canvas import screen
from builder.pack.alttexts import heard
from builder.pack.artwork import card_recipe
from builder.pack.card import Card as ImageCard
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.platforms.limits import TEXT_LIMITS, TextLimit
from builder.platforms.posts import wordings
from builder.platforms.sizes import Size
from builder.spec.dated import Post

_FEW = 3
_THUMBNAILS = ("instagram-square", "instagram-portrait")  # the sizes that look best small


def posts(edition: Edition) -> tuple[Block, ...]:
    """The posts in order of their days."""
    ordered = sorted(edition.spec.posts, key=lambda post: post.moment)
    intro = Paragraph(words(edition.phrases["posts_intro"]))
    return (intro, *(_card(edition, post) for post in ordered)) if ordered else ()


def pictured(edition: Edition, card: ImageCard) -> Figure:
    """A card in the size that is best shown small, still to be laid out, with its alt text."""
    size = small(card)
    recipe: Any = card_recipe(edition, card, screen(size), size.key)
    return Figure(recipe, heard(edition, card.alt, recipe, size.key)["alt"])


def small(card: ImageCard) -> Size:
    """The card's size that is best shown small."""
    suited = [size for name in _THUMBNAILS for size in card.sizes if size.key == name]
    return (suited or list(card.sizes))[0]


def image_of(edition: Edition, post: Post) -> ImageCard | None:
    """The card that a post shows, if it names one."""
    return next((card for card in cards(edition) if post.card and card.named_by(post.card)), None)


def counted(edition: Edition, limit: TextLimit, text: str) -> str:
    """How long a text is on a platform, and how long it may be: `178 of 280 characters`."""
    count, most = limit.length(text), limit.most(text)
    number = edition.phrases.number
    return edition.phrases.fill("count_of", count=number(count), limit=number(most))


def _card(edition: Edition, post: Post) -> PostCard:
    image = image_of(edition, post)
    figure = pictured(edition, image) if image else None
    when = edition.phrases.moment_text(post.day, post.time, year=False)
    return PostCard(
        title=when,
        copies=tuple(_copies(edition, post)),
        picture=figure.content if figure else None,
        alt=figure.alt if figure else "",
        id=f"post-{post.id}",
        continued=edition.phrases.fill("continued", title=when),
    )


def _copies(edition: Edition, post: Post) -> Iterator[Copy]:
    """Each text once, with the platforms that take it; the count is that of the tightest."""
    alike = wordings(post)
    for text, limits in alike:
        taking = [limit for limit in limits if limit.takes(text)]
        if taking:
            tightest = min(taking, key=methodcaller("most", text))
            label = _label(edition, taking, alone=len(alike) == 1)
            continued = edition.phrases.fill("continued", title=label)
            yield Copy(label, counted(edition, tightest, text), (Span(text),), continued)


def _label(edition: Edition, limits: list[TextLimit], *, alone: bool) -> str:
    """The platforms by name if they are few; `alone` if the post has no other text."""
    if alone and all(limit in limits for limit in TEXT_LIMITS.values() if limit.default):
        return edition.phrases["all_platforms"]
    if len(limits) > _FEW:
        return edition.phrases["every_platform"]
    return edition.phrases.listed(limit.title for limit in limits)
