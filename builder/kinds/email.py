"""What goes into e-mail: the signature's banner and the newsletter's header."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import THEME
from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.themes import theme_turn


def _plan(edition: Edition) -> Iterator[Plan]:
    if THEME not in edition.brand.designs:
        return
    sizes = tuple(size for size in edition.brand.sizes if size.folder == "email")
    words = edition.words
    alt = edition.phrases.fill("alt_banner", **words)
    title, turn = edition.spec.theme.title, theme_turn(edition)
    card = Card(THEME, THEME, words, title, alt, ("theme",), sizes, turn=turn)
    yield from card_plans(edition, "email", [(card, size) for size in sizes])


KIND = AssetKind(
    name="email",
    order=80,
    help="signature banner and newsletter header",
    plan=_plan,
    designs=lambda _: (THEME,),
)
