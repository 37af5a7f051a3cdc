"""Links that are counted: what is added to an address, so that visits can be told from where they come."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit, urlunsplit

from builder.spec.scalars import Slug, SpecPart


class Utm(SpecPart):
    """What is added to the addresses that QR codes lead to, as analytics call it."""

    source: Slug = "comms-pack"
    """What leads there. Example: comms-pack"""
    campaign: Slug | None = None
    """Which campaign it belongs to; left out, none is added. Example: imhaw-2022"""


def counted(address: str, utm: Utm | None) -> str:
    """The address with what counts visits, behind what it asks for already; as it is, if nothing does."""
    if utm is None:
        return address
    parts = urlsplit(address)
    said = {"utm_campaign": utm.campaign, "utm_source": utm.source}
    own = urlencode({name: word for name, word in said.items() if word})
    return urlunsplit(parts._replace(query=f"{parts.query}&{own}" if parts.query else own))


def uncounted(address: str) -> str:
    """The address without what counts visits."""
    parts = urlsplit(address)
    asked = (pair for pair in parts.query.split("&") if not pair.startswith("utm_"))
    return urlunsplit(parts._replace(query="&".join(asked)))
