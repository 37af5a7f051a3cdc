"""Which OpenType features a font has."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from builder.media import Font

_ANY_LANGUAGE = 0xFFFF  # what all languages of a script have (HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX)


@lru_cache(maxsize=256)
def feature_tags(font: Font) -> frozenset[str]:
    """The tags of a font's features, for whatever script or language."""
    face, found = hb.Face(hb.Blob(font.data)), set[str]()
    for table in ("GSUB", "GPOS"):
        for number in range(len(face.get_table_script_tags(table))):
            languages = face.get_script_language_tags(table, number)
            for language in (_ANY_LANGUAGE, *range(len(languages))):
                found.update(face.get_language_feature_tags(table, number, language))
    return frozenset(found)
