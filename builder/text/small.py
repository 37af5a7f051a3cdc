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
    return _rows().get(language.split("-")[0].lower(), frozenset())


@cache
def _rows() -> dict[str, frozenset[str]]:
    table = files(__package__).joinpath(_TABLE).read_text("utf-8")
    return {row["language"]: frozenset(row["words"].split()) for row in csv.DictReader(table.splitlines())}
