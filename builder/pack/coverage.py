"""Characters that no font of the brand can draw: a box in what flows, and a warning."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from builder.content.frame import Frame
from builder.content.recipe import Recipe
from builder.content.story import Story
from builder.errors import Problem
from builder.layout.fonts import font_chain
from builder.pack.edition import Edition
from builder.source import Loc
from builder.spec.model import Spec
from builder.text.fallback import lacking as lacking_in
from builder.text.fallback import no_glyph_words
from builder.validate import Schema, schemas_at

_WORDS = {"text", "markdown", "name"}  # what the schema calls words, not ids, addresses or days
_COPIED = {"alt", "notes", "body"}  # fields that are read out, set in Office's fonts, or sent


def boxed_texts(edition: Edition, story: Story, left_out: Collection[str] = ()) -> Iterator[Problem]:
    """A warning for each text of the spec of which a printed story shows characters as boxes.

    `left_out` are parts of the spec that it does without.
    """
    chain = font_chain(edition.brand, "text", 400, edition.language)
    boxed = {
        characters for text in dict.fromkeys(_texts(story.blocks)) for characters in lacking_in(text, chain)
    }
    schema = Spec.model_json_schema() if boxed else {}
    for loc, text in edition.texts() if boxed else ():
        lacking = [characters for characters in lacking_in(text, chain) if characters in boxed]
        if lacking and loc[0] not in left_out and _flows(schema, loc):
            message, _ = no_glyph_words("".join(lacking))
            yield Problem(
                f"{message}: the printed guide shows a box there",
                edition.place(loc, within=lacking[0]),
                "Word, web page and copied texts have it as written; to print it, add a font that has it",
                "warning",
            )


def _texts(part: Any) -> Iterator[str]:
    """The words of a story's blocks, but for those of its pictures."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part) and not isinstance(part, (Frame, Recipe)):
        for each in fields(part):
            yield from _texts(getattr(part, each.name))


def _flows(schema: Schema, loc: Loc) -> bool:
    if loc[0] == "slides" or (loc[-1] in _COPIED and loc[0] != "guide"):
        return False
    return any(part.get("format") in _WORDS for part in schemas_at(schema, loc))
