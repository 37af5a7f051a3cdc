"""What people hear of an image: its alt text, with all the words that stand on it, and the same at length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from builder.pack.edition import Edition
from builder.pack.recipes import CardRecipe, drawings_of, logos_of, said_by, said_in_tiles
from builder.platforms.limits import alt_limit
from builder.tagged import joined, pruned

_CLOSING = re.compile(r"""["'”’“‘»«)\]}\s]+$""")


def heard(edition: Edition, alt: str, recipe: CardRecipe, size: str = "") -> dict[str, Any]:
    """The fields of a plan: `alt`, whole sentences up to what platforms take of a size, and `described`, all.

    `alt` begins it; what the photograph shows and what stands on the image follow, in reading order, unless
    they are in it; the logo's name comes last (WCAG 2.2, 1.1.1).
    """
    sentences = [_sentence(edition, words) for words in _told(edition, alt, recipe)]
    whole = joined(" ", sentences)
    while len(sentences) > 1 and len(" ".join(sentences)) > alt_limit(size):
        sentences.pop()
    short = joined(" ", sentences)
    return {"alt": short, "described": whole if whole != short else ""}


def _told(edition: Edition, alt: str, recipe: CardRecipe) -> Iterator[str]:
    design = recipe.design.value
    shown = (recipe.photo.alt,) if recipe.photo is not None else ()
    named = (edition.spec.campaign.name,) if logos_of(design) else ()
    told = ""
    in_tiles = said_in_tiles(design, recipe.words)
    said = (*in_tiles, *said_by(design.body, recipe.words), *_drawn(edition, recipe))
    for words in (alt, *shown, *said, *named):
        if _bare(words) not in told:
            told += _bare(words)
            yield words


def _drawn(edition: Edition, recipe: CardRecipe) -> Iterator[str]:
    """What the pictures of its numbers show: `A picture shows 3 in 4`."""
    for share in drawings_of(recipe.design.value.body, recipe.words):
        part, of = f"{share.part:g}", f"{share.of}"
        yield edition.phrases.fill("picture_of", part=part, of=of)


@lru_cache(maxsize=1024)
def _bare(words: str) -> str:
    """The letters and digits alone, in lower case: what is the same to hear."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _sentence(edition: Edition, words: str) -> str:
    """The words with a full stop, if they end without a mark."""
    single = " ".join(words.split())
    words = pruned(single, words)
    last = _CLOSING.sub("", words)[-1:]
    return (
        words
        if unicodedata.category(last or ".").startswith("P")
        else edition.phrases.fill("sentence", words=words)
    )
