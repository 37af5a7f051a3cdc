"""Which font of a chain draws which character, and what no font has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import regex

from builder.media import Font, FontChain
from builder.text.scripts import script_of
from builder.text.typeface import invisible, typeface

_NAMED = 3  # characters that a fault names


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
    before it, and at the start goes with the first letter. What no font has is the first font's.
    """
    chosen: list[Font] = []
    before = _first(text, chain)
    for letter in graphemes(text):
        before = _font(letter, before, chain) or before or chain.of("")[0]
        chosen += [before] * len(letter)
    return tuple(chosen)


def lacking(text: str, chain: FontChain) -> tuple[str, ...]:
    """The stretches of the text that no font can draw, each once."""
    stretches: list[str] = []
    whole = False  # whether the letter before lacks altogether, so that the next one joins it
    found = graphemes(text)
    known = {letter: _lacks(letter, chain) for letter in dict.fromkeys(found)}
    for letter in found:
        lacks = known[letter]
        if lacks and whole and lacks == letter:
            stretches[-1] += lacks
        elif lacks:
            stretches.append(lacks)
        whole = lacks == letter
    return tuple(dict.fromkeys(stretches))


def _first(text: str, chain: FontChain) -> Font | None:
    """The font of the first letter that has a script of its own."""
    first = next((letter for letter in graphemes(text) if _script(letter)), "")
    return _font(first, None, chain) if first else None


def _font(letter: str, before: Font | None, chain: FontChain) -> Font | None:
    script = _script(letter)
    if not script and before is not None and typeface(before).sets(letter):
        return before
    return next((font for font in chain.of(script) if typeface(font).sets(letter)), None)


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


def no_glyph_words(characters: str, fonts: Collection[Font]) -> tuple[str, str]:
    """What is wrong with characters that no font of a chain has, and what to do; `fonts`: all there are."""
    several = list(dict.fromkeys(c for c in characters if not invisible(c)))
    named = " and ".join(_names(several[:_NAMED]))
    more = f" and {len(several) - _NAMED} more beside it" if len(several) > _NAMED else ""
    elsewhere = all(any(typeface(font).sets(char) for font in fonts) for char in several)
    who = "no font that these words are set in has" if elsewhere else "no font of the brand has"
    return f"{who} {named}{more}", "write it in another way, or ask the designer for a font that has it"


def _names(characters: list[str]) -> Iterator[str]:
    import unicodedata  # noqa: PLC0415  only for a fault

    for character in characters:
        private = unicodedata.category(character) == "Co"
        unnamed = "a character of nobody's alphabet" if private else "a character without a name"
        name = unicodedata.name(character, unnamed).lower()
        yield f"the character `{character}` (U+{ord(character):04X}, {name})"
