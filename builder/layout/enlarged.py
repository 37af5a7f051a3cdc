"""Pictures that are drawn larger than they have pixels for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.brand.identity import Art
from builder.content.frame import Item, Path, Unit
from builder.content.recipe import Remark
from builder.geometry.paints import Raster
from builder.source import Loc

_PIXELS: dict[Unit, float] = {"px": 1.0, "pt": 300 / 72}  # a unit: on screens, and what a print shop asks
_HINTS = ("take it as SVG, or as a picture with more pixels", "have it drawn in fewer forms, without pixels")
_ROUNDING = 1.02


def enlarged(items: Iterable[Item], art: Iterable[tuple[Loc, Art]], pixels: float) -> Iterator[Remark]:
    """A warning for each piece of art whose images have fewer than so many pixels a unit of the canvas.

    Each comes with where it is told; one that stands in several places is told at the first.
    """
    rasters = [item.fill for item in items if isinstance(item, Path) and isinstance(item.fill, Raster)]
    shown = {raster.image.digest for raster in rasters if max(raster.enlarged) * pixels > _ROUNDING}
    places = {each: where for where, each in reversed(list(art))} if shown else {}
    for each, where in reversed(places.items()):
        if any(image.digest in shown for image in each.images):
            message = f"`{each.name}` is drawn larger than it has pixels for, so it looks blurred"
            yield Remark(where, message, _HINTS[each.name.endswith((".svg", ".svgz"))])


def pixels_in(unit: Unit) -> float:
    """How many pixels a unit of a canvas should have."""
    return _PIXELS[unit]
