"""Decks as PowerPoint files: the template alone, or with the slides of its example."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.package import TEMPLATE_TYPE, pack
from builder.render.pptx.template import ROOTS, template


def render_template(deck: Deck) -> bytes:
    """The deck's master and layouts as a .potx; its slides are left out."""
    return pack(template(deck, TEMPLATE_TYPE).files(*ROOTS), deck.moment)


def render_deck(deck: Deck) -> bytes:
    """The deck with its slides as a .pptx."""
    from builder.render.pptx.slides import with_slides  # noqa: PLC0415  python-pptx takes 0.2 s to import

    return pack(with_slides(template(deck), deck).files(*ROOTS), deck.moment)
