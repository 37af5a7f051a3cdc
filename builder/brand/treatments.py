"""What designs do to photographs that few cards of a series may have, so that most show the picture itself.

Of four cards in a row that have photographs, one at the most is in the colours of a tone, and one stands
beside plain ground, where the design has other ways.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from builder.brand.design import Background, Design
from builder.brand.photouse import PhotoUse
from builder.brand.uses import ITEMS
from builder.brand.variants import in_variant, layers
from builder.source import Loc

LED = "-photo"  # after the name of a design: the one for the same card where it has a photograph
FEW = 4  # cards in a row, one of which may have what is rare
TONED, FLAT = "toned", "flat"
_SERIES = {design for part, design in ITEMS.items() if part != "pledge"}


def rare_in(design: Design, way: int) -> frozenset[str]:
    """What is rare of one of the ways of a design: of the first in which it shows a photograph."""
    opaque = [use for use in in_variant(design, way).background.photos if not use.cut_out]
    return frozenset(_rare(opaque[0])) if opaque else frozenset()


def _rare(use: PhotoUse) -> Iterator[str]:
    if use.colors:
        yield TONED
    if use.side != "all" and not (use.scrims or use.mask or use.panel or use.copies):
        yield FLAT


def may_be_toned(kinds: Sequence[Collection[str] | None]) -> tuple[bool, ...]:
    """Whether each card of a series may have a tone, by what is rare of it; None: it has no photograph.

    Those that are drawn in one first, then those that might be, for want of contrast.
    """
    pictured = [number for number, rare in enumerate(kinds) if rare is not None]
    places = {number: place for place, number in enumerate(pictured)}
    toned = [number for number in pictured if TONED in (kinds[number] or ())]
    taken = list[int]()
    for number in (*toned, *(each for each in pictured if each not in toned)):
        if all(abs(places[number] - place) >= FEW for place in taken):
            taken.append(places[number])
    return tuple(rare is None or places[number] in taken for number, rare in enumerate(kinds))


def untoned(design: Design) -> Design:
    """The design, settled for a canvas, with photographs in their own colours, or those of the brand."""
    return design.model_copy(update={"background": _untoned(design.background)})


def _untoned(background: Background) -> Background:
    ways = dict.fromkeys(use.model_copy(update={"tone": None}) for use in background.photos)
    return background.model_copy(update={"photo": tuple(ways)})


def is_toned(design: Design) -> bool:
    """Whether a photograph may be in the colours of a tone, on some canvas."""
    return any(use.colors for _, use in _uses(design))


def toned_throughout(name: str, design: Design) -> Iterator[tuple[Loc, str, str]]:
    """Where the design of a series tones the photograph of each card, which most of them will not have."""
    first = next((loc for loc, use in _uses(design) if use.colors), None)
    if first and name.removesuffix(LED) in _SERIES and all(use.colors for _, use in _uses(design)):
        message = "of four cards of a series one at the most has this tone, and the others their own colours"
        hint = "write `photographs:` in `_brand.yml` to have all so, or add a variant without `tone`"
        yield first, message, hint


def _uses(design: Design) -> Iterator[tuple[Loc, PhotoUse]]:
    for loc, layer in layers(design):
        for number, use in enumerate(layer.background.photos if layer.background else ()):
            several = layer.background and isinstance(layer.background.photo, tuple)
            yield (*loc, "background", "photo", *((number,) if several else ()), "tone"), use
