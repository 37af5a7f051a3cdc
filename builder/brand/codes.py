"""A QR code among the boxes of a design."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.brand.part import SHARE, BrandPart

SLOT = "address"  # what a code leads to
_SHOWN = ("address_short", "url", "website", SLOT)  # slots of words that say where it leads


class CodeUse(BrandPart):
    """A QR code that leads to the card's address, dark on a light plate."""

    size: Annotated[float, SHARE, Field(gt=0, le=1)] = 0.2
    """How large it may be with the light around it; it is no larger than whole pixels let its squares be.
    Example: 0.16
    """
    medium: str = Field("print", pattern=r"^[a-z0-9_.-]+$")
    """What it is read from, for `utm_medium`, where the campaign's links are counted. Example: poster"""
    optional: bool = False
    """Whether it may be left out where no room is left, or where its squares would be too small.
    Example: yes
    """


def says_address(slots: frozenset[str]) -> bool:
    """Whether words tell the address too: a code alone is nothing to who cannot scan it (WCAG 2.2, 1.1.1)."""
    return any(slot in slots for slot in _SHOWN)
