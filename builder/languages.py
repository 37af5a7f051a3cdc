"""What CLDR knows of a language from its tag alone: its script, its direction, its region."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=64)
def likely_script(tag: str) -> str:
    """The ISO 15924 code of the script that a language is written in: `Latn` for `cy`."""
    parts = tag.split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return parts[1]
    locale = _likely(tag) or _likely(parts[0]) or "en_Latn_GB"
    return locale.split("_")[1]


# Of which lines run from right to left (CLDR 46, scriptMetadata.txt).
_RIGHT_TO_LEFT = frozenset(
    ["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]
)


@lru_cache(maxsize=64)
def written_rtl(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return likely_script(tag) in _RIGHT_TO_LEFT


@lru_cache(maxsize=64)
def spoken_in(script: str) -> str:
    """The language that most who write in a script speak: `hi` for `Deva`; English if CLDR knows none."""
    return (_likely(f"und_{script}") or "en").split("_")[0]


@lru_cache(maxsize=64)
def with_region(tag: str) -> str:
    """The tag with its likely region, by which Office finds proofing tools: `cy-GB` for `cy`."""
    if any(len(part) == 2 for part in tag.split("-")[1:]):
        return tag
    region = _likely(tag).split("_")[-1]
    return f"{tag}-{region}" if len(region) == 2 else tag


def _likely(tag: str) -> str:
    """CLDR's likely subtags, as `cy_Latn_GB`; empty if it has none."""
    from babel.core import get_global  # noqa: PLC0415  loads CLDR

    likely: Mapping[str, str] = get_global("likely_subtags")
    return likely.get(tag.replace("-", "_"), "")


@lru_cache(maxsize=16)
def months_of(tag: str) -> frozenset[str]:
    """The months as a language names them, alone and in dates, long and short; in lower case."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  loads CLDR

    try:
        months = Locale.parse(tag.split("-")[0]).months
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = (months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated"))
    return frozenset(name.lower().rstrip(".") for each in names for name in each.values())
