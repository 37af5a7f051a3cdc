"""Decks as PowerPoint files: the template alone, or with the slides of its example."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.package import TEMPLATE_TYPE, Package, pack
from builder.render.pptx.template import ROOTS, template


def render_template(deck: Deck) -> bytes:
    """The deck's master and layouts as a .potx, and the slides that it opens with."""
    return _packed(template(deck, TEMPLATE_TYPE), deck)


def render_deck(deck: Deck) -> bytes:
    """The deck with its slides as a .pptx."""
    return _packed(template(deck), deck)


def _packed(package: Package, deck: Deck) -> bytes:
    if deck.slides:
        from builder.render.pptx.slides import with_slides  # noqa: PLC0415  python-pptx takes 0.2 s to import

        package = with_slides(package, deck)
    return pack(package.files(*ROOTS), deck.moment)
