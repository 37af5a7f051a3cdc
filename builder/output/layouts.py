"""Recipes laid out: each once, those of an earlier run taken from the cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from builder.content.recipe import Later, Layout, Recipe, Remark, with_layouts
from builder.media import Font, Image
from builder.output.cache import Cache, Said
from builder.output.key import layout_key
from builder.output.records import dumped, loaded
from builder.output.workers import Done, Progress, Workers
from builder.record import Record, as_json

# What a kept layout is made of.
_ROOMS = ("builder.content.", "builder.geometry.", "builder.color.", "builder.tagged.")

_LOOKED_AT = 2  # layouts: one is looked at for its height, and then drawn

Remarks = Mapping[str, tuple[Remark, ...]]  # by the key of the recipe


class LayOut(Record):
    """A recipe to be laid out, and the layout to be kept."""

    recipe: Recipe
    cache: Cache
    seconds: ClassVar = 0.01  # about how long it takes

    def __call__(self) -> tuple[Remark, ...]:
        """What there is to say of it."""
        return _laid(self.recipe, self.cache).remarks


def lay_out(recipes: Iterable[Recipe], cache: Cache, workers: Workers, progress: Progress) -> Remarks:
    """What there is to say of each recipe's layout; all layouts are in the cache then."""
    by_key = {layout_key(recipe): recipe for recipe in recipes}
    remarks = {key: _remarks(said) for key in by_key if (said := cache.said(key)) is not None}
    # Those of a size one after another: they have drawings in common, which are kept as long as that.
    missing = sorted((key for key in by_key if key not in remarks), key=lambda key: by_key[key].where)
    for number, found in workers.work([LayOut(by_key[key], cache) for key in missing]):
        remarks[missing[number]] = found
        progress(Done("laid out", by_key[missing[number]].where, len(remarks), len(by_key)))
    return remarks


def layout_of(recipe: Recipe, cache: Cache) -> tuple[Any, bool]:
    """The content that a recipe was laid out to, and whether that had to be done now."""
    if entry := cache.get(layout_key(recipe)):
        # Only a forged entry has the right digests and holds what is no layout.
        with suppress(LookupError):
            return _loaded(entry[0], recipe), False
    return _laid(recipe, cache).content, True


def finished(content: Any, cache: Cache, *, later: bool = False) -> tuple[Any, list[str]]:
    """The content with its layouts, from the cache; and the names of those that had to be made now.

    With `later` each is read, and its name joins the others, when somebody looks at it; only those that
    were looked at last are held, for all frames of a guide weigh more than its file.
    """
    anew = list[str]()
    found: dict[str, Any] = {}  # by the digest of the recipe: a document may show it more than once

    def layout(recipe: Recipe) -> Any:
        if recipe.digest not in found:
            while later and len(found) >= _LOOKED_AT:
                found.pop(next(iter(found)))
            found[recipe.digest], now = layout_of(recipe, cache)
            anew.extend([recipe.where] if now else ())
        return found[recipe.digest]

    def waiting(recipe: Recipe) -> Later:
        return Later(layout_key(recipe), partial(layout, recipe))

    return with_layouts(content, waiting if later else layout), anew


def _laid(recipe: Recipe, cache: Cache) -> Layout:
    layout = recipe.lay_out()
    cache.put(layout_key(recipe), _dumped(layout.content), as_json(layout.remarks))
    return layout


def _remarks(said: Said) -> tuple[Remark, ...]:
    return tuple(Remark(**{**entry, "path": tuple(entry["path"])}) for entry in said)


def media_of(digest: str) -> Font | Image:
    """Stands in kept layouts for the font or image of a digest, which the recipe names."""
    raise LookupError(digest)


def _by_digest(medium: Font | Image) -> tuple[Any, tuple[str]]:
    return media_of, (medium.digest,)


def _dumped(content: Any) -> bytes:
    """The content with its fonts and images by their digests: their files may lie elsewhere next time."""
    return dumped(content, {Font: _by_digest, Image: _by_digest})


def _loaded(data: bytes, recipe: Recipe) -> Any:
    media = {each.digest: each for each in recipe.media}
    return loaded(data, _ROOMS, {(__name__, media_of.__name__): media.__getitem__})
