"""Which font of a chain draws which character, and what no font has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple
from unicodedata import combining

import regex

from builder.fonts.extra import remedy
from builder.languages import likely_script
from builder.media import Font, FontChain
from builder.text.likeness import unlike
from builder.text.scripts import EMOJI, HAN, SCRIPT_NAMES, letters_in, script, script_of
from builder.text.typeface import invisible, typeface

_NAMED = 3  # characters that a fault names
_EMOJI = regex.compile(r"\p{Emoji_Presentation}(?!\ufe0e)|\p{Emoji}\ufe0f")
AS_EMOJI = "\ufe0f"  # after a sign that is text as well (UTS 51, 1.4.3)
_AMOUNT = regex.compile(r"[\p{Sc}−+±]?\p{Nd}+(?:[.,:/–-]\p{Nd}+)*[\u202f\u00a0]?[%‰٪°\p{Sc}]?")
_BEGINNING = ("#", "@")  # of a tag, of a handle
_ALPHABET = 20  # letters that a script has at least: Hebrew has 22; of Greek many fonts of Latin have π
_FILES = (
    "put font files (.ttf, .otf, .woff2) that have its letters into the brand's folder fonts, "
    "or write the words in another script"
)


class Lack(NamedTuple):
    """What to say of characters that cannot be drawn; `cause` is what they have in common with others."""

    message: str
    hint: str
    cause: str = ""


class NoGlyph(Exception):
    """No font has these stretches of characters, which stand side by side in each."""

    def __init__(self, *stretches: str) -> None:
        self.characters, self.stretches = stretches[0], stretches
        super().__init__(*stretches)


def graphemes(text: str) -> list[str]:
    """The text letter by letter, each with its marks (UAX 29): one font must draw them together."""
    clusters: list[str] = regex.findall(r"\X", text)
    return clusters


def choose(text: str, chain: FontChain) -> tuple[Font, ...]:
    """The font of each character.

    The fonts for a letter's script are asked in their order; what all scripts share stays in the font
    of the letter before it, and at the start goes with the first letter; emoji are in fonts of their own.
    What begins a tag or a handle goes with the letter after it, and a sign with the digits of its amount.
    What no font has is the first font's.
    """
    if alone := _alone(text, chain):
        return (alone,) * len(text)
    chosen: list[Font] = []
    before = _first(text, chain)
    known: dict[tuple[str, str], Font] = {}
    letters = graphemes(text)
    for letter, after in zip_longest(letters, letters[1:], fillvalue=""):
        near = _font(after, before, chain) if letter in _BEGINNING and _script(after) else before
        key = letter, near.digest if near else ""
        if key not in known:
            known[key] = _font(letter, near, chain) or before or chain.of("")[0]
        chosen += [known[key]] * len(letter)
        if _script(letter):
            before = known[key]
    if len(set(map(id, chosen))) > 1:
        for amount in _AMOUNT.finditer(text):
            _in_one(chosen, amount, chain)
    return tuple(chosen)


def _in_one(chosen: list[Font], amount: regex.Match[str], chain: FontChain) -> None:
    """Put an amount in the font of its digits, or but for its signs if that lacks them.

    They are in the font of the chain that has all of them and whose digits are most like those.
    """
    start, end = amount.span()
    own = next(font for char, font in zip(amount[0], chosen[start:end], strict=True) if char.isdecimal())
    signs = [char for char in amount[0] if not typeface(own).sets(char)]
    fonts = dict.fromkeys((*chosen[start:end], *chain.of("")))
    having = [font for font in fonts if all(map(typeface(font).sets, signs))]
    if having:
        nearest = min(having, key=lambda font: unlike(own, font)) if signs else own
        chosen[start:end] = [nearest if char in signs else own for char in amount[0]]


def _alone(text: str, chain: FontChain) -> Font | None:
    """The font that is asked first for every character of the text, if there is one and it has them all."""
    known = _asked_first(chain)
    first = known[text[0]] if text else None
    if first is None or known.drawn[first.digest].issuperset(text):
        return first
    return first if all(known[char] is first for char in set(text)) else None


class _AskedFirst(dict[str, Font | None]):
    """By character: the font of a chain that is asked first for it; None if that one lacks it."""

    def __init__(self, chain: FontChain) -> None:
        self._chain = chain
        self.drawn = defaultdict[str, set[str]](set)  # what is known, by the digest of the font

    def __missing__(self, char: str) -> Font | None:
        first = self._chain.of(_kind(char))[0]
        self[char] = None
        if char != AS_EMOJI and typeface(first).sets(char):
            self[char] = first
            self.drawn[first.digest].add(char)
        return self[char]


@lru_cache(maxsize=64)
def _asked_first(chain: FontChain) -> _AskedFirst:
    return _AskedFirst(chain)


def lacking(text: str, chain: FontChain) -> tuple[str, ...]:
    """The stretches of the text that no font can draw, each once."""
    if _alone(text, chain):
        return ()
    stretches: list[str] = []
    whole = False  # whether the letter before lacks altogether, so that the next one joins it
    known = _known_lacks(chain)
    for letter in graphemes(text):
        lacks = known.get(letter)
        if lacks is None:
            lacks = known[letter] = _lacks(letter, chain)
        if lacks and whole and lacks == letter:
            stretches[-1] += lacks
        elif lacks:
            stretches.append(lacks)
        whole = lacks == letter
    return tuple(dict.fromkeys(stretches))


@lru_cache(maxsize=256)
def _known_lacks(_: FontChain) -> dict[str, str]:
    """What the fonts lack of each letter that somebody has asked for."""
    return {}


def _first(text: str, chain: FontChain) -> Font | None:
    """The font of the first letter that has a script of its own."""
    first = next((letter for letter in graphemes(text) if _script(letter)), "")
    return _font(first, None, chain) if first else None


def _font(letter: str, before: Font | None, chain: FontChain) -> Font | None:
    kind = _kind(letter)
    if not kind and before is not None and typeface(before).sets(letter):
        return before
    return next((font for font in chain.of(kind) if typeface(font).sets(letter)), None)


def _kind(letter: str) -> str:
    """The script of a letter, or that it is an emoji: whose fonts are asked first."""
    return EMOJI if _EMOJI.match(letter) else _script(letter)


def _script(letter: str) -> str:
    """The script of a letter or, failing one, of its marks; empty for what all scripts share."""
    return next((script.code for char in letter if (script := script_of(char))), "")


def _lacks(letter: str, chain: FontChain) -> str:
    """Of a letter that no font draws whole: what none has, or all of it if only together."""
    if _font(letter, None, chain):
        return ""
    drawn = [_font(char, None, chain) is not None for char in letter]
    if not any(has and not invisible(char) for char, has in zip(letter, drawn, strict=True)):
        return letter
    return "".join(char for char, has in zip(letter, drawn, strict=True) if not has) or letter


def no_glyph_words(characters: str, fonts: Collection[Font], language: str) -> Lack:
    """What is wrong with characters that no font of a chain has, and what to do; `fonts`: all there are.

    If they are letters of a script that none of the fonts is for, that is the cause.
    """
    several = list(dict.fromkeys(c for c in characters if not invisible(c)))
    if code := _unwritten(several, fonts, language):
        message = f"no font of the brand is for the script `{code}` ({SCRIPT_NAMES[code]})"
        return Lack(message, "; or ".join(filter(None, (remedy(code), _FILES))), code)
    named = " and ".join(_names(several[:_NAMED]))
    more = f" and {len(several) - _NAMED} more beside it" if len(several) > _NAMED else ""
    elsewhere = all(any(typeface(font).sets(char) for font in fonts) for char in several)
    who = "no font that these words are set in has" if elsewhere else "no font of the brand has"
    return Lack(f"{who} {named}{more}", "write it in another way, or ask the designer for a font that has it")


def _unwritten(characters: Sequence[str], fonts: Collection[Font], language: str) -> str:
    """The one script of the characters, if no font writes it; else empty. Han is as the language has it."""
    codes = {found.code for char in characters if (found := script_of(char))}
    if any(script_of(char) is None and not combining(char) for char in characters):
        return ""
    own = likely_script(language)
    codes = {own if code == HAN and script(own).han else code for code in codes}
    if any(script(code).han for code in codes - {HAN}):
        codes.discard(HAN)
    code = codes.pop() if len(codes) == 1 else ""
    known = code in SCRIPT_NAMES and not any(writes(font, code) for font in fonts)
    return code if known else ""


@lru_cache(maxsize=1024)
def writes(font: Font, code: str) -> bool:
    """Whether a font has the letters of a script, not a sign or two of it."""
    letters = regex.findall(letters_in(code), "".join(map(chr, typeface(font).characters)))
    return len(letters) >= _ALPHABET


def _names(characters: list[str]) -> Iterator[str]:
    import unicodedata  # noqa: PLC0415  only for a fault

    for character in characters:
        private = unicodedata.category(character) == "Co"
        unnamed = "a character of nobody's alphabet" if private else "a character without a name"
        name = unicodedata.name(character, unnamed).lower()
        yield f"the character `{character}` (U+{ord(character):04X}, {name})"
