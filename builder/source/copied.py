"""Words as they are copied, read aloud and searched: without what only says where lines may break."""

from __future__ import annotations

import re

# Soft hyphen, word joiner and its old form; and the zero width space, but for scripts without spaces between
# words: Thai, Lao, Burmese and Khmer (UAX 14, SY and ZW).
_SIGNS = "\u00ad\u2060\ufeff\u200b"
_BREAKS = re.compile("[\u00ad\u2060\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")


def copied(text: str) -> str:
    """The text without soft hyphens and their like; a search would find no word that holds one."""
    return _BREAKS.sub("", text) if any(sign in text for sign in _SIGNS) else text
