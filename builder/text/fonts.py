"""Which font draws which character, and how wide its glyphs are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import regex
import uharfbuzz as hb

from builder.brand.identity import Brand
from builder.media import Font
from builder.text.languages import likely_script

# What a fallback font may draw without changing voice: marks, spaces, digits, punctuation.
_COMMON = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]")
_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}]")
# ISO 15924 codes of the scripts that a brand may name fonts for (UAX 24 long names → codes).
SCRIPTS: Mapping[str, str] = {
    "Latin": "Latn",
    "Arabic": "Arab",
    "Bengali": "Beng",
    "Cyrillic": "Cyrl",
    "Devanagari": "Deva",
    "Greek": "Grek",
    "Gujarati": "Gujr",
    "Gurmukhi": "Guru",
    "Hebrew": "Hebr",
    "Tamil": "Taml",
    "Telugu": "Telu",
    "Thai": "Thai",
    "Ethiopic": "Ethi",
    "Armenian": "Armn",
    "Georgian": "Geor",
    "Sinhala": "Sinh",
    "Malayalam": "Mlym",
    "Kannada": "Knda",
    "Han": "Hans",
    "Hiragana": "Jpan",
    "Katakana": "Jpan",
    "Hangul": "Kore",
}
_SCRIPT_OF = {code: regex.compile(rf"\p{{Script={name}}}") for name, code in SCRIPTS.items()}


_NAMED = 3  # characters that a fault names


class NoGlyph(Exception):
    """No font of the brand has these characters, which stand side by side."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(characters)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run's measures in em: advance of all, of each cluster, and how far its ink reaches."""

    width: float
    clusters: tuple[tuple[int, float], ...]  # index of its first character, x of its left edge
    ascent: float
    descent: float
    bearing: float  # x of the leftmost ink


def no_glyph_words(characters: str) -> tuple[str, str]:
    """What is wrong with characters that no font has, and what to do."""
    several = list(dict.fromkeys(c for c in characters if not invisible(c)))
    named = " and ".join(_named(character) for character in several[:_NAMED])
    more = f" and {len(several) - _NAMED} more beside it" if len(several) > _NAMED else ""
    message = f"no font of the brand has {named}{more}"
    return message, "write it in another way, or ask the designer for a font that has it"


def _named(character: str) -> str:
    import unicodedata  # noqa: PLC0415  only for a fault

    private = unicodedata.category(character) == "Co"
    unnamed = "a character of nobody's alphabet" if private else "a character without a name"
    name = unicodedata.name(character, unnamed).lower()
    return f"the character `{character}` (U+{ord(character):04X}, {name})"


@lru_cache(maxsize=256)
def face_of(font: Font) -> Any:
    """HarfBuzz's view of a font file."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(font.path))))


@lru_cache(maxsize=65536)
def has_glyph(font: Font, character: str) -> bool:
    """Whether the font has a glyph of its own for the character."""
    return bool(face_of(font).get_nominal_glyph(ord(character)))


def sets(font: Font, letter: str) -> bool:
    """Whether the font draws all that shows of a letter and its marks."""
    return all(invisible(c) or has_glyph(font, c) for c in letter)


def letters(text: str) -> list[str]:
    """The text letter by letter, each with its marks (UAX 29): one font must draw them together."""
    found: list[str] = regex.findall(r"\X", text)
    return found


def invisible(character: str) -> bool:
    """Whether the character needs no glyph: it only steers how others are joined or broken."""
    return bool(_INVISIBLE.match(character))


@lru_cache(maxsize=16384)
def script_of(character: str) -> str:
    """The ISO 15924 code of the character's script; empty for what all scripts share."""
    if _COMMON.match(character):
        return ""
    return next((code for code, pattern in _SCRIPT_OF.items() if pattern.match(character)), "Zyyy")


class FontBook:
    """The brand's fonts of one role and weight for a text in one language."""

    def __init__(self, brand: Brand, role: str, weight: int, language: str) -> None:
        self._brand, self._role, self._weight = brand, role, weight
        self._language = language.split("-")[0]
        self._own = likely_script(language)
        self._chains: dict[str, tuple[Font, ...]] = {}

    def font(self, letter: str, before: Font | None) -> Font:
        """The font that draws a letter with its marks after a run in `before`; NoGlyph if none does."""
        script = next((script for c in letter if (script := script_of(c))), "")
        if not script and before is not None and sets(before, letter):
            return before
        for font in self.chain(script or self._own):
            if sets(font, letter):
                return font
        drawn = [c for c in letter if self._draws(c) and not invisible(c)]
        raise NoGlyph(letter if not drawn else "".join(c for c in letter if not self._draws(c)) or letter)

    def lacking(self, text: str) -> tuple[str, ...]:
        """The stretches of the text that no font can draw, each once."""
        stretches: list[str] = []
        whole = False  # whether the letter before lacks altogether, so that the next one joins it
        for letter in letters(text):
            lacks = self._lacks(letter)
            if lacks and whole and lacks == letter:
                stretches[-1] += lacks
            elif lacks:
                stretches.append(lacks)
            whole = lacks == letter
        return tuple(dict.fromkeys(stretches))

    def _lacks(self, letter: str) -> str:
        try:
            self.font(letter, None)
        except NoGlyph as missing:
            return missing.characters
        return ""

    def _draws(self, character: str) -> bool:
        return any(sets(font, character) for font in self.chain(script_of(character) or self._own))

    def chain(self, script: str) -> tuple[Font, ...]:
        """The fonts to ask for a script, best first."""
        if script not in self._chains:
            self._chains[script] = self._find_chain(script)
        return self._chains[script]

    def _find_chain(self, script: str) -> tuple[Font, ...]:
        keys = [self._language] if script == self._own else []
        names = family_names(self._brand, self._role, [*keys, script, "default"])
        return tuple(self._closest(name) for name in names)

    def _closest(self, family: str) -> Font:
        fonts = [font for font in self._brand.fonts if font.family == family and not font.italic]
        return min(fonts, key=lambda font: (abs(font.weight - self._weight), font.weight))


def family_names(brand: Brand, role: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The families for these languages and scripts, best first; then the role's others, then text's."""
    names: list[str] = []
    for families in (brand.families.get(role, {}), brand.families["text"]):
        names += [name for key in (*keys, *sorted(families)) for name in families.get(key, ())]
    return tuple(dict.fromkeys(names))


@lru_cache(maxsize=16384)
def shape(text: str, font: Font, rtl: bool, language: str, tracking: float = 0.0) -> Shaped:
    """The text's measures when HarfBuzz shapes it, in em."""
    face = face_of(font)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(face, buffer, {"liga": not tracking})
    em = face.face.upem
    x, ascent, descent = 0.0, 0.0, 0.0
    bearing: float | None = None
    clusters: list[tuple[int, float]] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not clusters or clusters[-1][0] != info.cluster:
            clusters.append((info.cluster, x))
        ink = face.get_glyph_extents(info.codepoint)
        if ink is not None and ink.height:
            top = (position.y_offset + ink.y_bearing) / em
            ascent, descent = max(ascent, top), max(descent, -ink.height / em - top)
            left = x + (position.x_offset + ink.x_bearing) / em
            bearing = left if bearing is None else min(bearing, left)
        x += position.x_advance / em + tracking
    return Shaped(x, tuple(clusters), ascent, descent, bearing or 0.0)
