"""Phrases that ask for no words of ours: what CLDR has in languages that the program does not speak."""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel import Locale

# CLDR 46, `delimiters`, which Babel leaves out; all others have “these”. A blank is what French sets inside.
_QUOTED = {
    "«{}»": "am be br ca el fa hy it kab kk ky mg nb nn no oc os pt-PT rm ru rw sah ti uk",
    "«\N{NARROW NO-BREAK SPACE}{}\N{NARROW NO-BREAK SPACE}»": "fr",
    "„{}“": "bg cs de dsb et hr hsb is ka lb lt mk nds sk sl",
    "„{}”": "agq bs ff hu pl ro sr szl",
    "”{}”": "fi he se sv yi",
    "”{}“": "ar ms-Arab sdh syr ur",
    "「{}」": "ja yue zh-Hant zh-TW zh-HK",
    "»{}«": "ug",
    "‘{}’": "fur ia nl tn",
}
_PAIRS = {tag: pair for pair, tags in _QUOTED.items() for tag in tags.split()}


def wordless(tag: str, locale: Locale) -> Mapping[str, str]:
    """The quotation marks of a language tag, and an hour by the clock of a city: `18:00 Melbourne Time`."""
    pair = _PAIRS.get(tag) or _PAIRS.get(tag.partition("-")[0], "“{}”")
    region: str = locale.zone_formats["region"]
    there = "%s" if re.search(r"[:(]", region) else region  # `czas: %s` is for lists
    return {
        "quotation": pair.format("{text}"),
        "time_here": "{time} {zone}",
        "time_elsewhere": f"{{time}} {there.replace('%s', '{city}')} ({{own}} {{zone}})",
    }
