"""What people wear of a campaign: a frame round their own profile picture, and a sticker in their chats."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.design import Design
from builder.brand.designfaults import slots_in
from builder.brand.uses import PROFILE_FRAME, STICKER
from builder.errors import Problem
from builder.kinds.kind import AssetKind
from builder.layout.canvas import screen
from builder.pack.artwork import card_file, card_recipe
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.themes import theme_turn
from builder.platforms.sizes import Size
from builder.tagged import in_language_of

NAME = "badges"
_ALT = {PROFILE_FRAME: "alt_profile_frame", STICKER: "alt_sticker"}
_LONGEST = 30  # letters of a hashtag that are read in a frame; a longer one gives way to the short name


def _plan(edition: Edition) -> Iterator[Plan]:
    for size in edition.brand.sizes:
        if size.is_overlay and _design(size) in edition.brand.designs:
            yield _file(edition, size)


def _design(size: Size) -> str:
    """Stickers are WebP by the rules of chats; a frame is laid over a picture by hand, in any program."""
    return STICKER if size.format == "webp" else PROFILE_FRAME


def _file(edition: Edition, size: Size) -> Plan:
    design, title = _design(size), edition.spec.theme.title
    shortened = _is_too_long(edition, design)
    words = {**edition.words, "hashtag": edition.words["short_name"]} if shortened else edition.words
    alt = edition.phrases.fill(_ALT[design], **words)
    card = Card(design, design, words, title, alt, ("theme",), (size,), turn=theme_turn(edition))
    return card_file(
        edition,
        card,
        size,
        card_recipe(edition, card, screen(size), size.key),
        (size.folder, size.key),
        kind=NAME,
        title=in_language_of(f"{title} ({edition.size_title(size)})", title),
        use=edition.size_use(size),
        group=design,
        size=size.key,
        notes=(_told(edition),) if shortened else (),
    )


def _is_too_long(edition: Edition, name: str) -> bool:
    """Whether the hashtag is, and would stand there."""
    design = edition.brand.designs[name]
    there = isinstance(design, Design) and "hashtag" in {slot for _, slot in slots_in(design)}
    return there and len(edition.words["hashtag"]) > _LONGEST


def _told(edition: Edition) -> Problem:
    said, instead = edition.words["hashtag"], edition.words["short_name"]
    message = f"`{said}` is too long for profile frames and stickers, which say `{instead}` instead"
    hint = f"a hashtag of at most {_LONGEST} letters stands on them"
    return Problem(message, edition.place(("theme", "hashtag")), hint, "warning")


KIND = AssetKind(
    name=NAME,
    order=85,
    help="a frame for profile pictures and a sticker for chats",
    plan=_plan,
    designs=lambda _: (PROFILE_FRAME, STICKER),
)
