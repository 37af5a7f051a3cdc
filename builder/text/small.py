"""Small words: those that lean on the word after them, so that no line of display type ends with one."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

_TABLE = (
    "small_words.csv"  # articles, prepositions, conjunctions, pronouns, auxiliaries; a row for each language
)


@cache
def small_words(language: str) -> frozenset[str]:
    """The small words of a language (BCP 47), in lower case; none if it has no row."""
    return _column("words").get(language.split("-")[0].lower(), frozenset())


def leans_back(word: str, language: str) -> bool:
    """Whether a word leans on the word before it instead: a particle, an English “too”."""
    word = word.rstrip(".,;:!?…”’").lower()
    tails = _column("tails").get(language.split("-")[0].lower(), frozenset())
    return word in tails or word[:1] in tails


def is_hung(word: str, language: str) -> bool:
    """Whether a word is one that its language hangs on a verb by a hyphen: “vous” of “allez-vous”."""
    hung = _column("hung").get(language.split("-")[0].lower(), frozenset())
    return word.rstrip(".,;:!?…”’»- \u00a0\u202f") in hung


@cache
def _column(name: str) -> dict[str, frozenset[str]]:
    table = files(__package__).joinpath(_TABLE).read_text("utf-8")
    rows = csv.DictReader(table.splitlines())
    return {row["language"]: frozenset((row[name] or "").split()) for row in rows}
