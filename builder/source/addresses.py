"""Addresses in two forms: as every program follows them, and as people read them."""

from __future__ import annotations


def ascii_address(address: str) -> str:
    """An address in ASCII: its domain in Punycode (RFC 3492), all else in percents (RFC 3986)."""
    if address.isascii() and " " not in address:
        return address
    from markdown_it.common.normalize_url import normalizeLink  # noqa: PLC0415  few are written so

    return normalizeLink(address)


def shown_address(address: str) -> str:
    """An address in its own letters."""
    if "%" not in address and "xn--" not in address:
        return address
    from markdown_it.common.normalize_url import normalizeLinkText  # noqa: PLC0415  as above

    return normalizeLinkText(address)
