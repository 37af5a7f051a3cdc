"""What ending a line of display type costs its sense: nothing after a sentence, very much inside a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

import regex

from builder.languages import months_of
from builder.text.breaks import BreakUnit, units
from builder.text.small import is_hung, leans_back, small_words
from builder.text.wordgroups import group_ends

WORD = 0.12  # between two words
INSIDE = 1.6  # inside a word
_CLAUSE = 0.06  # after a comma or a dash
_SIGN = 0.4  # after a hyphen or another sign in a word
_SOFT = 0.3  # after a soft hyphen: its author wants it, but not where a blank does as well
# More than between any two words:
_SMALL = 0.3  # after a small word
_TAIL = 0.7  # before a particle, which leans on the word before it
NAME = 0.3  # inside a name
_COUNTED = 0.5  # between a number and what it counts
_TITLED = 1.0  # between a title and a name
WHOLE = 4.0  # inside a date or an amount: hardly ever
DIGITS = 5.0  # inside a number that is written in groups, such as one to ring: as little as inside a word

_OPENING, _CLOSING = "“‘\"'„«([¿¡", "\"'’”»›)]}」』》"
_ENDS = frozenset(".!?…。！？।॥၊။៕؟۔")
_PAUSES = frozenset(",;:،؛、，；：၊–—")
_DASHES = frozenset("–—-·|")
_ABBREVIATED = frozenset({
    *("approx", "dr", "e.g", "etc", "i.e", "mr", "mrs", "ms", "no", "prof", "st", "vs"),
    *("bzw", "ca", "d.h", "evtl", "fr", "ggf", "hr", "inkl", "nr", "str", "u.a", "usw", "z.b"),
    *("av", "env", "m", "mlle", "mme", "p.ex", "dnia", "ks", "np", "ul"),
})  # fmt: skip
_TITLES = frozenset({
    *("dame", "dr", "lady", "lord", "mr", "mrs", "ms", "prof", "sir", "st"),
    *("frau", "herr", "m", "mlle", "mme", "dra", "sr", "sra"),
})  # fmt: skip
_CURRENCIES = frozenset({"£", "$", "€", "¥", "₹", "USD", "EUR", "GBP", "CHF", "PLN"})
_UNSPACED = regex.compile(r"[\p{Line_Break=SA}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]")
_ORDINAL = regex.compile(r"\d{1,2}\.\Z")  # the full stop of 13. ends no sentence
_NUMBER = regex.compile(r"[(\"“„«]*[+−-]?[£$€¥₹]?\d[\d.,:’\u00a0\u202f]*(?:[–-][£$€¥]?\d[\d.,:]*)?\.?\Z")
_GROUP = regex.compile(r"[(+]{0,2}\d{1,5}(?:\)\d{0,5})?\Z")  # of a telephone number, or of a large one
_DAY = regex.compile(r"\d{1,2}\.?(?:st|nd|rd|th|er|\p{Ll}{2,3})?(?:[–-]\d{1,2}\.?\p{Ll}{0,3})?\Z")
_YEAR = regex.compile(r"(?:1[89]|20|21)\d\d\b")
_UNITS = regex.compile(
    r"(?:thousand|million|billion|trillion|mil|miliwn|biliwn|Tsd|Mio|Mrd|Millionen|Milliarden|millions|milliards|"
    r"millones|milioni|miljoen|miljard|tys|mln|mld|%|‰|°|°C|a\.?m|p\.?m|noon|Uhr|"
    r"kg|g|km|m|cm|mm|ml|l|KB|MB|GB|px|pt|p|€|£|zł|kr|Kč|Ft|лв|грн)[.,;:!?)”’\"]*\Z"
)
_CAPITAL = regex.compile(r"\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)*\Z")
_NOUNS = ("de", "lb")  # languages whose nouns begin with a capital
_FEW, _MOST = 2, 3  # words of a name
_PAIR = 2  # units of a text that is a figure and what it is of
_FIGURE = 3  # characters of a figure that is a line by itself


class Joint(NamedTuple):
    """A place between two words: what a line that ends there costs, and whether a sentence does."""

    cost: float
    sentence: bool = False


@lru_cache(maxsize=256)
def joints(text: str, language: str) -> tuple[Joint, ...]:
    """The places after the units of a text (`breaks.units`), but for the last."""
    parts = units(text)
    bodies = [part.body for part in parts]
    figure = len(parts) == _PAIR and len(bodies[0]) >= _FIGURE and _NUMBER.match(bodies[0])
    if figure and not _grouped(*bodies):
        return (Joint(0.0, sentence=True),)  # 14.2 million, each on a line of its own
    named = _named(bodies, language)
    ends = accumulate(len(part.text) for part in parts)
    places = zip(parts, parts[1:], named, ends, strict=False)
    groups = group_ends(text, language)
    return tuple(
        _joint(before, after, name, language)
        if groups is None or end in groups or before.kind != "sign"
        else Joint(INSIDE)
        for before, after, name, end in places
    )


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text, each with its full stop and without the blank after it."""
    parts, found = units(text), [""]
    for part, joint in zip(parts, (*joints(text, language), None), strict=True):
        found[-1] += part.text
        if joint is not None and joint.sentence:
            found.append("")
    return tuple(each.strip() for each in found)


def _joint(before: BreakUnit, after: BreakUnit, named: bool, language: str) -> Joint:
    body, follower = before.body, after.body
    if before.kind == "soft hyphen":
        return Joint(_SOFT)
    if before.kind == "sign" and not (_UNSPACED.match(body[-1:]) or _UNSPACED.match(follower)):
        if body[-1:] == "-" and is_hung(follower, language):
            return Joint(INSIDE)
        return Joint(_CLAUSE if body[-1:] in _PAUSES else _SIGN)
    if before.kind == "line" or (_ends_sentence(body) and not follower[:1].islower()):
        return Joint(0.0, sentence=True)
    inside = max(torn(body, follower, language), NAME * named)
    alone = body[-1:] in _DASHES and not body[-2:-1].strip()
    if alone or (inside < WHOLE and body.rstrip(_CLOSING)[-1:] in _PAUSES):
        return Joint(_CLAUSE)
    back = _TAIL if leans_back(follower, language) else 0.0
    return Joint(WORD + max(inside, back, _SMALL * leans(body, language)))


def _ends_sentence(body: str) -> bool:
    plain = body.rstrip(_CLOSING)
    if plain[-1:] not in _ENDS:
        return False
    word = plain.lstrip(_OPENING).lower()
    initial = len(word) == len("A.") and word[0].isalpha() and word[-1] == "."
    return not (initial or _ORDINAL.search(plain) or (word[-1] == "." and word[:-1] in _ABBREVIATED))


def torn(body: str, follower: str, language: str) -> float:
    """What it costs more to tear a number, a month or a title from what follows it."""
    if body in _CURRENCIES or (_is_month(body, language) and _goes_on(follower)):
        return WHOLE
    if _grouped(body, follower):
        return DIGITS
    if _NUMBER.match(body) and body[-1] not in ",;:":
        return WHOLE if _UNITS.match(follower) or _dated(body, follower, language) else _COUNTED
    if _dated(body, follower, language):
        return WHOLE
    return _TITLED if body.rstrip(".").lower() in _TITLES and follower[:1].isupper() else 0.0


def named_on(text: str, body: str, follower: str, language: str) -> float:
    """What it costs more to tear two words of a text side by side that are parts of one name."""
    capital = _CAPITAL.match(body) and _CAPITAL.match(follower.rstrip(",.;:!?)”’"))
    if not capital or language.split("-")[0] in _NOUNS or text.startswith(body):
        return 0.0
    small = small_words(language)
    return 0.0 if body.lower() in small or follower.lower() in small else NAME


def _grouped(body: str, follower: str) -> bool:
    """Whether they are digits of one number, such as one to ring."""
    return bool(_GROUP.match(body)) and bool(_GROUP.match(follower.rstrip(",.;:!?)”’\"")))


def _dated(body: str, follower: str, language: str) -> bool:
    """Whether they are a day and its month."""
    return bool(_DAY.match(body)) and _is_month(follower, language)


def _goes_on(follower: str) -> bool:
    """Whether what follows a month is its year or its day."""
    return bool(_YEAR.match(follower) or _DAY.match(follower.rstrip(',.;:!?)”’"')))


def _is_month(word: str, language: str) -> bool:
    return word.rstrip(',.;:!?)”’"').lower() in months_of(language)


def leans(body: str, language: str) -> bool:
    """Whether a word is a small one, which leans on the word after it."""
    word = body.lstrip(_OPENING).rstrip(_CLOSING).lower()
    small = small_words(language)
    elided = word[-2:-1] in ("’", "'") and word[-2:] in small
    letter = len(word) == 1 and word.isalpha() and not _UNSPACED.match(word)
    return elided or letter or word in small


def _named(bodies: Sequence[str], language: str) -> Iterator[bool]:
    """Of each word, whether a name goes on after it: two or three capitalised words side by side.

    More of them, or nothing else, are a title in capitals. German has capitals in all nouns, so they
    tell nothing there.
    """
    small = small_words(language)
    capital = [bool(_CAPITAL.match(body)) and body.lower() not in small for body in bodies]
    plain = any(body[:1].islower() and body.lower() not in small for body in bodies)
    if not plain or language.split("-")[0] in _NOUNS:
        capital = [False] * len(bodies)
    for is_capital, group in groupby(capital):
        size = len(list(group))
        yield from [is_capital and _FEW <= size <= _MOST] * (size - 1)
        yield False
