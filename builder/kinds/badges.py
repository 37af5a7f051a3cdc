"""What people wear of a campaign: a frame round their own profile picture, and a sticker in their chats."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import PROFILE_FRAME, STICKER
from builder.kinds.kind import AssetKind
from builder.layout.canvas import screen
from builder.pack.artwork import card_file, card_recipe
from builder.pack.cards import Card
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
    design, title, words = _design(size), edition.spec.theme.title, dict(edition.words)
    if len(words["hashtag"]) > _LONGEST:
        words["hashtag"] = words["short_name"]
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
    )


KIND = AssetKind(
    name=NAME,
    order=85,
    help="a frame for profile pictures and a sticker for chats",
    plan=_plan,
    designs=lambda _: (PROFILE_FRAME, STICKER),
)
