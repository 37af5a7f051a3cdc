"""Characters that no font of the brand can draw, wherever a spec has them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.errors import Problem
from builder.layout.fonts import font_chain
from builder.pack.edition import Edition, Loc
from builder.source import Source
from builder.spec.model import Spec
from builder.text.fallback import lacking as lacking_in
from builder.text.fallback import no_glyph_words
from builder.validate import Schema, schemas_at

MOST = 3  # faults about one text: in a script that the brand lacks, every word would be one
_WORDS = {"text", "markdown", "name"}  # what the schema calls words, not ids, addresses or days
_ELSEWHERE = {"alt", "notes"}  # fields that are read out or set in Office's fonts


def missing_glyphs(edition: Edition, source: Source) -> Iterator[Problem]:
    """A fault for each stretch of characters that cannot be drawn, at its very place."""
    chain = font_chain(edition.brand, "text", 400, edition.language)
    schema = Spec.model_json_schema()
    for loc, text in source.texts():
        if not _drawn(schema, loc):
            continue
        lacking = lacking_in(text, chain)
        for number, characters in enumerate(lacking[:MOST], 1):
            message, hint = no_glyph_words(characters)
            if number == MOST < len(lacking):
                hint = f"{len(lacking) - MOST} more places in this text are like it; {hint}"
            yield Problem(message, source.place(loc, within=characters), hint)


def _drawn(schema: Schema, loc: Loc) -> bool:
    if loc[0] == "slides" or loc[-1] in _ELSEWHERE:
        return False
    return any(part.get("format") in _WORDS for part in schemas_at(schema, loc))
