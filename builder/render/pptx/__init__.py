"""Decks as PowerPoint files: the template alone, or with the slides of its example."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.package import TEMPLATE_TYPE, pack
from builder.render.pptx.template import template_files


def render_template(deck: Deck) -> bytes:
    """The deck's master and layouts as a .potx; its slides are left out."""
    return pack(template_files(deck, TEMPLATE_TYPE), deck.moment)


def render_deck(deck: Deck) -> bytes:
    """The deck with its slides as a .pptx."""
    from builder.render.pptx.slides import add_slides  # noqa: PLC0415  python-pptx takes 0.2 s to import

    return pack(add_slides(template_files(deck), deck), deck.moment)
