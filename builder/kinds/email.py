"""What goes into e-mail: the signature's banner and the newsletter's header."""

from __future__ import annotations

from collections.abc import Iterator

from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.cards import Card
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.platforms.sizes import SIZES

_DESIGN = "announcement"


def _plan(pack: Pack) -> Iterator[Plan]:
    if _DESIGN not in pack.brand.designs:
        return
    sizes = tuple(size for size in SIZES if size.folder == "email")
    words = pack.words
    alt = pack.phrases.fill("alt_banner", **words)
    card = Card(_DESIGN, _DESIGN, words, pack.spec.theme.title, alt, ("theme",), sizes)
    yield from card_plans(pack, "email", [(card, size) for size in sizes])


KIND = AssetKind(
    name="email",
    help="signature banner and newsletter header",
    plan=_plan,
    designs=lambda _: (_DESIGN,),
)
