"""The plans of an edition, as an earlier run made them: they hold while all that decided them is the same.

One changed word changes one language; what kinds plan of the others is known from before. An edition decides
what its kinds plan (`AssetKind.settled`), and all that it is made of is told by digests: what is written of
it, the brand, its photographs, the program. Where something is written is no part of it: a plan finds the
place of what there is to tell when that is told.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from builder.digests import digest_of
from builder.kinds import KINDS
from builder.kinds.kind import AssetKind
from builder.media import Font, FontChain, Image, Solid
from builder.output.cache import Cache
from builder.output.key import digest, program
from builder.output.records import dumped, loaded
from builder.pack import formats
from builder.pack.edition import Edition
from builder.pack.formats import Format
from builder.pack.plan import Plan, nowhere
from builder.record import Record, replace

# What kept plans are made of.
_ROOMS = tuple(
    f"builder.{room}."
    for room in (
        *("brand", "color", "content", "errors", "geometry", "inks", "kinds", "layout", "pack"),
        *("phrases", "platforms", "spec", "tagged"),
    )
)
_FORMATS = {name: each for name, each in vars(formats).items() if isinstance(each, Format)}


class KeptPlans(Record):
    """What is kept of the plans of editions. `about` tells what decided the brand beside its folder."""

    cache: Cache
    about: tuple[object, ...]

    def of(self, edition: Edition, kinds: Sequence[AssetKind], unsettled: Iterable[Plan]) -> Memory:
        """What settled kinds plan of an edition, beside what the other kinds do."""
        names = tuple(kind.name for kind in kinds)
        return Memory(self.cache, edition, names, _key(edition, names, unsettled, self.about))


class Memory(Record):
    """What is kept of an edition under the key of all that decided it; none if that cannot be told."""

    cache: Cache
    edition: Edition
    kinds: tuple[str, ...]
    key: str

    def plans(self) -> list[Plan] | None:
        """Those of an earlier run; None if there are none."""
        if self.key and (entry := self.cache.get(self.key)):
            with suppress(LookupError, TypeError, ValueError):  # only a forged entry holds anything else
                return _loaded(entry[0], self.edition)
        return None

    def keep(self, plans: Iterable[Plan]) -> None:
        """Have the next run know them, if they tell of no place.

        An edition that changed since the last run is about to change again: its plans are kept when they were
        the same in two runs, or are the first.
        """
        last, fresh = digest("last planned", self.kinds, *_named(self.edition)), self.key.encode()
        before = self.cache.get(last)
        if not self.key:
            return
        if before is None or before[0] == fresh:
            with suppress(LookupError):
                self.cache.put(self.key, _dumped(plans, self.edition), [])
        if before is None or before[0] != fresh:
            self.cache.put(last, fresh, [])


def _named(edition: Edition) -> tuple[str, ...]:
    return str(edition.folder), str(edition.year), edition.language, edition.partner


def _key(
    edition: Edition, kinds: Sequence[str], unsettled: Iterable[Plan], about: tuple[object, ...]
) -> str:
    """The digest of all that decides the plans; empty if that cannot be told."""
    brand = edition.brand
    if not edition.written or edition.drafted or not KINDS.keys() >= set(kinds):
        return ""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        photographs = [digest_of(str(edition.picture(photo.file))) for photo in edition.spec.photos]
    except OSError:
        return ""
    own = (*_named(edition)[1:], edition.written, edition.common)
    drawn = (brand.digest, brand.fonts, brand.families, brand.art, brand.crests, brand.set, brand.look)
    others = [replace(plan, find=nowhere, notes=()) for plan in unsettled]
    return digest(program(), "plans", moment, kinds, own, photographs, drawn, about, others)


def _dumped(plans: Iterable[Plan], edition: Edition) -> bytes:
    """The plans with fonts, images and formats by what they are called; LookupError if that has none."""
    fonts, images, photographs = _fonts(edition), _images(edition), _photographs(edition)
    names = {each: name for name, each in _FORMATS.items()}

    def font(one: Font) -> tuple[Any, tuple[str]]:
        return font_of, (_known(fonts, repr(one)),)

    def image(one: Image) -> tuple[Any, tuple[Any, ...]]:
        if name := photographs.get(one.path):
            return photograph_of, (name, one.digest, one.width, one.height, one.solid)
        return image_of, (_known(images, one.digest),)

    def format_(one: Format) -> tuple[Any, tuple[str]]:
        return (format_of, (names[one],)) if one in names else (supplied_of, (one.ending,))

    kept = tuple(plans)
    if any(plan.notes or plan.awaited or plan.find not in (nowhere, edition.place) for plan in kept):
        raise LookupError("a place is told, or what is written later")
    finds = [plan.find is not nowhere for plan in kept]
    placeless = [replace(plan, find=nowhere) for plan in kept]
    if any(plan.format not in names and plan.format != formats.supplied(plan.format.ending) for plan in kept):
        raise LookupError("a format of its own")
    return dumped((finds, placeless), {Font: font, Image: image, Format: format_})


def _loaded(data: bytes, edition: Edition) -> list[Plan]:
    fonts, images, files = _fonts(edition), _images(edition), set(_photographs(edition).values())

    def photograph(name: str, digest: str, width: int, height: int, solid: Solid) -> Image:
        if name not in files:
            raise LookupError(name)
        return Image(digest, width, height, edition.picture(name), solid=solid)

    named: dict[Callable[..., Any], Callable[..., Any]] = {
        font_of: fonts.__getitem__,
        image_of: images.__getitem__,
        photograph_of: photograph,
        format_of: _FORMATS.__getitem__,
        supplied_of: formats.supplied,
        **{each: each for each in (nowhere, FontChain)},
    }
    by_name = {(what.__module__, what.__name__): how for what, how in named.items()}
    finds, plans = loaded(data, _ROOMS, by_name)
    pairs = zip(finds, plans, strict=True)
    return [replace(plan, find=edition.place) if found else plan for found, plan in pairs]


def _fonts(edition: Edition) -> Mapping[str, Font]:
    return {repr(font): font for font in edition.brand.fonts}


def _images(edition: Edition) -> Mapping[str, Image]:
    return {image.digest: image for image in edition.brand.images}


def _photographs(edition: Edition) -> Mapping[Path, str]:
    return {edition.picture(photo.file): photo.file for photo in edition.spec.photos}


def font_of(told: str) -> Font:
    """Stands in kept plans for the font of the brand that says this of itself."""
    raise LookupError(told)


def image_of(digest: str) -> Image:
    """Stands there for an image in a drawing of the brand."""
    raise LookupError(digest)


def photograph_of(name: str, *facts: object) -> Image:
    """Stands there for a photograph of the spec."""
    raise LookupError(name, *facts)


def format_of(name: str) -> Format:
    """Stands there for a format of the table."""
    raise LookupError(name)


def supplied_of(ending: str) -> Format:
    """Stands there for the format of a file that goes into the pack as it is."""
    raise LookupError(ending)


def _known(by_name: Mapping[str, Any], name: str) -> str:
    """The name, if something has it; LookupError if not."""
    if name not in by_name:
        raise LookupError(name)
    return name
