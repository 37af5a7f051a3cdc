"""How wide text is in the fonts that every Office has, though this machine may lack them.

Advances of printable ASCII in hundredths of an em, from the metrically equal
Liberation Sans (Arial) and Gelasio (Georgia), bold ones too: those of Georgia are a sixth broader. Other
scripts have one breadth for all their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import fsum

from builder.record import Record, replace
from builder.text.breaks import units
from builder.text.scripts import breadth, script_of

_ARIAL = (
    "28 28 35 56 56 89 67 19 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 28 28 58 58 58 56 "
    "102 67 67 72 72 67 61 78 72 28 50 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 61 28 28 28 47 56 "
    "33 56 56 50 56 56 28 56 56 22 22 50 22 83 56 56 56 56 33 50 28 56 50 72 50 50 50 33 26 33 58"
)
_GEORGIA = (
    "24 33 41 64 61 82 71 22 38 38 47 64 27 37 27 47 61 43 56 55 56 53 57 50 60 57 31 31 64 64 64 48 "
    "93 67 65 64 75 65 60 73 81 39 52 69 60 93 77 74 61 74 70 56 62 76 67 98 71 62 60 38 47 38 64 64 "
    "50 50 56 45 57 48 33 51 58 29 29 54 29 88 59 54 57 56 41 43 35 58 50 74 50 49 44 43 38 43 64"
)
_ARIAL_BOLD = (
    "28 33 47 56 56 89 72 24 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 33 33 58 58 58 61 "
    "98 72 72 72 72 67 61 78 72 28 56 72 61 83 72 78 67 78 72 67 61 72 67 94 67 67 61 33 28 33 58 56 "
    "33 56 61 56 61 56 33 61 61 28 28 56 28 89 61 61 61 61 39 56 33 61 56 78 56 56 50 39 28 39 58"
)
_GEORGIA_BOLD = (
    "25 38 51 70 64 88 80 27 45 45 48 70 33 38 33 47 70 49 63 62 65 60 65 55 68 65 37 37 70 70 70 55 "
    "97 76 76 72 83 72 67 81 91 45 60 82 69 102 84 82 70 82 80 65 68 83 76 113 81 73 69 45 47 45 70 "
    "70 50 60 65 53 66 57 39 58 68 35 35 63 34 102 69 64 66 65 52 51 40 68 57 86 59 56 53 50 39 50 70"
)
Advances = tuple[float, ...]

_GAP = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # a blank that is part of no word
_LINES = {"Arial": 1.15, "Nirmala UI": 1.34, "Urdu Typesetting": 1.5}  # em a line, in other scripts
_NO_WIDTH = ("Mn", "Cf")  # marks on letters, and what is not seen, such as a soft hyphen
_TALL = 1.4  # em a line of a font that is not known
_BOLD = 1.08  # how much broader bold is in other scripts


class OfficeFont(Record):
    """The advances of a family in em; `slack` widens a family that is not known."""

    advances: Advances
    bold: Advances
    line: float  # em from baseline to baseline at single spacing
    slack: float = 1.0
    other_line: float = 1.15  # the same where words are in another script

    def line_of(self, text: str) -> float:
        """Em from baseline to baseline of this text."""
        scripts = {script_of(letter) for letter in text}
        other = any(script is not None and not script.low for script in scripts)
        return max(self.line, self.other_line) if other else self.line

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text on one line, in the unit of `size`."""
        ems = _ems(self.bold, text, _BOLD) if bold else _ems(self.advances, text, 1.0)
        return ems * size * self.slack

    def words(self, text: str) -> Iterator[str]:
        """What stands on one line: words, and in Thai or Chinese what they are parted into without blanks."""
        for word in _GAP.split(text.strip()):
            unspaced = any(script and not script.blanks for script in map(script_of, word))
            yield from (unit.body for unit in units(word)) if unspaced else (word,)

    def lines(self, text: str, size: float, room: float, *, bold: bool = False) -> int:
        """How many lines the text takes in this much room."""
        space = self.width(" ", size, bold=bold)
        count, used, gap = 1, 0.0, 0.0
        for unit in units(text.replace("\n", " ")):
            width = self.width(unit.body, size, bold=bold)
            if used and used + gap + width > room:
                count, used = count + 1, width
            else:
                used += gap + width
            count += int(used / room) if used > room else 0
            gap = space if unit.kind == "blank" else 0.0
        return count


@lru_cache(maxsize=4096)
def _ems(advances: Advances, text: str, others: float) -> float:
    """The width of a text in em: of its letters, whatever marks they have; of `others`, so many breadths."""
    plain = unicodedata.normalize("NFD", text)
    seen = (letter for letter in plain if unicodedata.category(letter) not in _NO_WIDTH)
    return fsum(_advance(advances, letter, others) for letter in seen)


def _advance(advances: Advances, letter: str, others: float) -> float:
    place = ord(letter) - 32
    return advances[place] if 0 <= place < len(advances) else breadth(letter) * others


def office_font(family: str, other: str = "Arial") -> OfficeFont:
    """The font of a family, with the family `other` for scripts that it lacks.

    One that is not known is taken for a broad sans serif, such as Verdana.
    """
    return replace(_FONTS.get(family, _BROAD), other_line=_LINES.get(other, _TALL))


def _advances(table: str) -> tuple[float, ...]:
    return tuple(int(number) / 100 for number in table.split())


_FONTS = {
    "Arial": OfficeFont(_advances(_ARIAL), _advances(_ARIAL_BOLD), 1.15),
    "Georgia": OfficeFont(_advances(_GEORGIA), _advances(_GEORGIA_BOLD), 1.14),
}
_BROAD = OfficeFont(_advances(_ARIAL), _advances(_ARIAL_BOLD), 1.22, 1.17)
