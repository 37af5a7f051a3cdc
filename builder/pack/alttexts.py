"""What people hear of an image: its alt text, with all the words that stand on it, and the same at length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from builder.brand.codes import SLOT
from builder.pack.edition import Edition, bare_url
from builder.pack.recipes import CardRecipe, drawings_of, has_code, logos_of, said_by, said_in_tiles
from builder.pack.sheets import SheetRecipe
from builder.platforms.limits import alt_limit
from builder.spec.links import uncounted
from builder.tagged import joined, pruned

_CLOSING = re.compile(r"""["'”’“‘»«)\]}\s]+$""")


def heard(edition: Edition, alt: str, recipe: CardRecipe, size: str = "") -> dict[str, Any]:
    """The fields of a plan: `alt`, whole sentences up to what platforms take of a size, and `described`, all.

    `alt` begins it; what the photograph shows and what stands on the image follow, in reading order, unless
    they are in it; the logo's name comes last (WCAG 2.2, 1.1.1).
    """
    return _within(edition, _told(edition, alt, (recipe,)), alt_limit(size))


def heard_on_sheet(edition: Edition, alt: str, sheet: SheetRecipe) -> dict[str, Any]:
    """The same of a sheet of several designs: what stands on each of those that are read aloud."""
    return heard_on_pages(edition, alt, tuple(part.recipe for part in sheet.parts if part.heard))


def heard_on_pages(edition: Edition, alt: str, pages: Sequence[CardRecipe]) -> dict[str, Any]:
    """The same of several pages, in the order of reading."""
    return _within(edition, _told(edition, alt, pages), alt_limit(""))


def _within(edition: Edition, told: Iterable[str], limit: int) -> dict[str, Any]:
    sentences = [_sentence(edition, words) for words in told]
    whole = joined(" ", sentences)
    while len(sentences) > 1 and len(" ".join(sentences)) > limit:
        sentences.pop()
    short = joined(" ", sentences)
    return {"alt": short, "described": whole if whole != short else ""}


def _told(edition: Edition, alt: str, recipes: Sequence[CardRecipe]) -> Iterator[str]:
    said = (words for recipe in recipes for words in _on(edition, recipe))
    has_logo = any(logos_of(recipe.design.value) for recipe in recipes)
    named = (edition.spec.campaign.name,) if has_logo else ()
    told = ""
    for words in (alt, *said, *named):
        if _bare(words) not in told:
            told += _bare(words)
            yield words


def _on(edition: Edition, recipe: CardRecipe) -> Iterator[str]:
    """What stands on an image: its photograph, its words, its numbers, its code."""
    design = recipe.design.value
    if recipe.photo is not None:
        yield recipe.photo.alt
    yield from said_in_tiles(design, recipe.words)
    yield from said_by(design.body, recipe.words)
    yield from _drawn(edition, recipe)
    if has_code(design.body, recipe.words):
        address = bare_url(uncounted(str(recipe.words[SLOT])))
        yield edition.phrases.fill("alt_code", address=address)


def _drawn(edition: Edition, recipe: CardRecipe) -> Iterator[str]:
    """What the pictures of its numbers show: `A picture shows 3 in 4`."""
    for share in drawings_of(recipe.design.value.body, recipe.words):
        number = edition.phrases.number
        yield edition.phrases.fill("picture_of", part=number(share.part), of=number(share.of))


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
