"""Where a word may be parted, by the hyphenation patterns of TeX.

The files beside this one are those of hyph-utf8 as they are, each with its authors and its licence
at its head (README.md lists them). F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

LEAST, EITHER_SIDE = 8, 4  # letters of a word that is parted, and of each part

_FILES = {"de": "de-1996", "el": "el-monoton", "en": "en-gb"}  # else as the language
_REGIONS = {"en-US": "en-us"}
_COMMENT = re.compile(r"%.*")
_BLOCK = re.compile(r"\\(patterns|hyphenation)\s*\{([^}]*)\}")
_INPUT = re.compile(r"\\input hyph-(\w+)\.tex")
_DIGITS = b"0123456789"


class _Patterns(NamedTuple):
    by_letters: dict[str, str]  # each with its digits: `anti3m2n`
    longest: int
    exceptions: dict[str, tuple[int, ...]]


@lru_cache(maxsize=8192)
def places(word: str, language: str) -> tuple[int, ...]:
    """After how many of its letters a word may be parted; nowhere in a short one or an unknown language."""
    patterns = _patterns(_file(language))
    low = word.lower()
    if patterns is None or not LEAST <= len(low) == len(word):
        return ()
    found = patterns.exceptions.get(low)
    if found is None:
        found = _odd(f".{low}.", patterns)
    return tuple(place for place in found if EITHER_SIDE <= place <= len(word) - EITHER_SIDE)


def _odd(dotted: str, patterns: _Patterns) -> tuple[int, ...]:
    """The places whose largest digit of all patterns in the word is odd."""
    values = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + patterns.longest, len(dotted)) + 1):
            if pattern := patterns.by_letters.get(dotted[start:end]):
                at = start
                for sign in pattern:
                    if sign.isdecimal():
                        values[at] = max(values[at], int(sign))
                    else:
                        at += 1
    return tuple(at - 1 for at in range(2, len(dotted) - 1) if values[at] % 2)


def _file(language: str) -> str:
    base = language.split("-")[0].lower()
    return _REGIONS.get(language) or _FILES.get(base, base)


@cache
def _patterns(name: str) -> _Patterns | None:
    """Those of a file; None if there is none."""
    file = files(__package__).joinpath(f"hyph-{name}.tex")
    if not file.is_file():
        return None
    text = _COMMENT.sub("", file.read_text("utf-8"))
    above = _INPUT.search(text)
    base = (above and _patterns(above[1])) or _Patterns({}, 0, {})
    blocks = dict(_BLOCK.findall(text))
    raw, listed = blocks.get("patterns", ""), blocks.get("hyphenation", "")
    letters = raw.encode().translate(None, _DIGITS).decode()  # of bytes: in a twentieth of the time
    known = dict(zip(letters.split(), raw.split(), strict=True))
    known = base.by_letters | known if base.by_letters else known
    exceptions = base.exceptions | {word.replace("-", ""): _hyphens(word) for word in listed.split()}
    return _Patterns(known, max(map(len, known)), exceptions)


def _hyphens(word: str) -> tuple[int, ...]:
    """Where the hyphens of a word are, of its letters."""
    parts = word.split("-")
    return tuple(sum(map(len, parts[:number])) for number in range(1, len(parts)))
