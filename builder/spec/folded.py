"""Texts without case: where these differ, no pattern that ignores case need be tried, which takes longer."""

from __future__ import annotations


def folded(text: str) -> str:
    """The text without case: all that `re.IGNORECASE` takes for equal is equal in it (ı is an i there)."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")
