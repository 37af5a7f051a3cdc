"""QR codes: an address as squares (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode, urlsplit, urlunsplit

QUIET = 4  # modules of light around a code, by the standard

Modules = tuple[tuple[bool, ...], ...]  # rows of a code without its quiet zone; dark ones are true


def read_from(address: str, medium: str) -> str:
    """The address with what it is read from, if it says already whose link it is."""
    parts = urlsplit(address)
    if "utm_source=" not in parts.query:
        return address
    return urlunsplit(parts._replace(query=f"{parts.query}&{urlencode({'utm_medium': medium})}"))


@lru_cache(maxsize=64)
def modules(text: str) -> Modules:
    """The code of a text, of the least version that holds it; a seventh of it may be unreadable (level M)."""
    import segno  # noqa: PLC0415  for the designs that show a code

    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(each) for each in row) for row in code.matrix)
