"""Groups of words in Japanese and Chinese, by BudouX: a word with the particles that belong to it."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from builder.languages import likely_script

if TYPE_CHECKING:
    from budoux import Parser

_GROUPED = ("ja", "zh")


@lru_cache(maxsize=256)
def group_ends(text: str, language: str) -> frozenset[int] | None:
    """After which characters a group ends; None for another language."""
    if language.split("-")[0] not in _GROUPED:
        return None
    return frozenset(accumulate(len(group) for group in _parser(likely_script(language)).parse(text)))


@cache
def _parser(script: str) -> Parser:
    import budoux  # noqa: PLC0415  for these languages alone

    if script == "Jpan":
        return budoux.load_default_japanese_parser()
    if script == "Hant":
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()
