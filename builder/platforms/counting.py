"""The rules by which platforms count how long a post is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from builder.platforms.links import find_links

if TYPE_CHECKING:
    import regex

CountingRule = Callable[[str], int]  # a text → its length

_LINK_LENGTH = 23  # of any: X (twitter-text) and Mastodon (mastodon/mastodon, StatusLengthValidator)
_X_LIGHT = re.compile("[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
# With its skin tone, its style, or the tags of a flag such as that of Wales.
_EMOJI = (
    r"(?:[©®](?=\uFE0F)|(?![\0-\xFF])\p{Emoji})"
    r"(?:(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}"
    r"|(?<=[\0-\uFFFF]|\P{Emoji_Presentation})\uFE0F|[\U000E0020-\U000E007E]+\U000E007F)?"
)
_X_SYMBOL = rf"(?s)\p{{RI}}\p{{RI}}|[0-9#*]\uFE0F?\u20E3|{_EMOJI}(?:\u200D{_EMOJI})*|."
_SHOWN_AS_EMOJI = r"\p{Emoji_Presentation}|\p{Emoji}\N{VARIATION SELECTOR-16}"
# GSM 7 bit default alphabet and its extension, whose letters take two places (3GPP TS 23.038, 6.2.1).
_GSM_ESCAPED = frozenset("\f^{}\\[~]|€")
_GSM = _GSM_ESCAPED | frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_MENTION = re.compile(r"(?<![\w/])(@\w+)@[\w.-]+\w")


def _x(text: str) -> int:
    """An emoji is two, a letter of most alphabets one, all else two (twitter-text, configuration 3)."""
    text = text.replace("\r\n", "\n")
    short = _with_short_links(text, find_links(text))
    return sum(1 if _X_LIGHT.fullmatch(symbol) else 2 for symbol in _pattern(_X_SYMBOL).findall(short))


def _with_short_links(text: str, links: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(links, reverse=True):
        text = text[:start] + "x" * _LINK_LENGTH + text[end:]
    return text


def _graphemes(text: str) -> int:
    return sum(1 for _ in _clusters(text))


def _threads(text: str) -> int:
    """Characters, but an emoji counts as its UTF-8 bytes (Threads API, "Posts")."""
    return sum(len(cluster.encode()) if _is_emoji(cluster) else len(cluster) for cluster in _clusters(text))


def _mastodon(text: str) -> int:
    links = [link for link in find_links(text) if text.startswith(("http://", "https://"), link[0])]
    return _graphemes(_MENTION.sub(r"\1", _with_short_links(text, links)))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _sms(text: str) -> int:
    """Letters of GSM's alphabet, those of its extension twice; where one is of neither, units of UTF-16."""
    if beyond_gsm(text):
        return _utf16(text)
    return sum(2 if letter in _GSM_ESCAPED else 1 for letter in text)


def beyond_gsm(text: str) -> tuple[str, ...]:
    """The characters for which an SMS takes 16 bits for each of its letters instead of 7, each once."""
    return tuple(letter for letter in dict.fromkeys(text) if letter not in _GSM)


def _clusters(text: str) -> list[str]:
    clusters: list[str] = _pattern(r"\X").findall(text)
    return clusters


def _is_emoji(cluster: str) -> bool:
    return not cluster.isascii() and _pattern(_SHOWN_AS_EMOJI).search(cluster) is not None


def _pattern(pattern: str) -> regex.Pattern[str]:
    from builder.patterns import compiled  # noqa: PLC0415  not for `--help`

    return compiled(pattern)


RULES: Mapping[str, CountingRule] = {
    "characters": len,  # Unicode's code points
    "graphemes": _graphemes,
    "x": _x,
    "threads": _threads,
    "mastodon": _mastodon,
    "utf-16": _utf16,
    "bytes": lambda text: len(text.encode()),
    "sms": _sms,
}
