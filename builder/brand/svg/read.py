"""SVG files as art: what designers draw, as painted outlines in the view's own units."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.brand.easel import Easel
from builder.brand.identity import Art, ArtShape
from builder.brand.svg.faults import Fault, WrongArt
from builder.brand.svg.guard import SVG, Node, parsed
from builder.brand.svg.numbers import page_length
from builder.brand.svg.properties import INHERITED
from builder.brand.svg.viewports import fitted, view_box
from builder.color import Color
from builder.geometry.box import Box, Command
from builder.geometry.curves import Matrix, concatenate
from builder.geometry.paints import Varied, varied_moved
from builder.kept import Kept, weight_of
from builder.media import Font
from builder.record import replace

if TYPE_CHECKING:
    from builder.brand.svg.reading import Reading
    from builder.brand.svg.scene import Outline, Paint

_FURTHEST = 1e7
_MOST_SHAPES = 5_000
_OF_FORMS = Kept(16 << 20)  # drawings that ask for no font and no easel, which are the same in every brand
_ROUNDED = 0.01  # a width and a height in whole px may be of nearly the view's shape


def read_art(path: Path, name: str, fonts: tuple[Font, ...] = (), easel: Easel | None = None) -> Art:
    """The outlines of an SVG file, its text in the fonts that there are, its effects drawn on an easel.

    WrongArt with all that is not drawn as written, OSError if unreadable.
    """
    return replace(drawing(path.read_bytes(), fonts, easel), name=name)


def drawing(data: bytes, fonts: tuple[Font, ...] = (), easel: Easel | None = None) -> Art:
    """The outlines of a drawing, which has no name yet; WrongArt as above."""
    found = _OF_FORMS.find(data)
    return found[0] if found else drawn_with(data, fonts, easel)


@lru_cache(maxsize=1024)  # a check of all years reads the brand for each of them
def drawn_with(data: bytes, fonts: tuple[Font, ...], easel: Easel | None) -> Art:
    """The same, drawn now if it was not drawn with these before; WrongArt as above."""
    from builder.brand.svg.reading import Reading  # noqa: PLC0415  only brands being read need it

    reading = Reading(parsed(data), fonts, easel)
    try:
        art = _drawn(reading, sha256(data))
    except RecursionError:
        message = "groups, or brackets in its styles, stand too deep in one another"
        raise WrongArt([Fault(message, "ungroup, or take the brackets out")]) from None
    if not reading.asked:
        _OF_FORMS.keep(data, art, len(data) + weight_of(*(shape.commands for shape in art.shapes)))
    return art


def _drawn(reading: Reading, digest: Any) -> Art:
    from builder.brand.svg.forms import GRID, box_form  # noqa: PLC0415  Skia: only brands being read need it
    from builder.brand.svg.scene import Scene  # noqa: PLC0415
    from builder.brand.svg.scripts import refuse_scripts  # noqa: PLC0415
    from builder.brand.svg.walk import Walker  # noqa: PLC0415
    from builder.brand.svg.weigh import weigh  # noqa: PLC0415

    root = reading.root
    view, page, onto = _page(root)
    refuse_scripts(reading)
    weigh(reading)
    scale = GRID / max(page)
    reading.page = Box(0, 0, page[0] * scale, page[1] * scale)
    scene = Scene(
        concatenate(onto, (scale, 0.0, 0.0, scale, 0.0, 0.0)),
        reading.cascade.style(root, dict(INHERITED)),
        view,
    )
    walker = Walker(reading)
    own = reading.cascade.own(root)
    if own.get("transform", "none") not in ("none", ""):
        reading.fault(root, "the <svg> itself has a transform", "put it on a group")
    found = walker.finished(root, walker.children(root, scene), scene)
    if not reading.overflows(root):
        found = walker.cropped(root, found, box_form(*page, (scale, 0.0, 0.0, scale, 0.0, 0.0)))
    reading.faults.check()
    shapes = tuple(_shapes(found, 1 / scale, max(page)))
    if not shapes:
        raise WrongArt([Fault("it has no shape that can be seen", "", root.line, root.column)])
    if len(shapes) > _MOST_SHAPES:
        message = f"it has {len(shapes):,} shapes; {_MOST_SHAPES:,} are the most"
        raise WrongArt([Fault(message, "unite shapes of one colour")])
    for used in sorted(reading.used):  # it is known by its letters too
        digest.update(used.encode())
    return Art("", digest.hexdigest(), Box(0, 0, *page), shapes, _title(root), tuple(reading.effects.items()))


def _page(root: Node) -> tuple[tuple[float, float], tuple[float, float], Matrix]:
    """The size of the view, that of the page in the view's units, and the matrix from the view to the page.

    The page is as large as the view. Only where width and height are of another shape, it is higher or
    wider, and the view stands in it as `preserveAspectRatio` says.
    """
    view = view_box(root)
    width, height = page_length(root.get("width")), page_length(root.get("height"))
    if view is None:
        if width <= 0 or height <= 0:
            message = "its <svg> has neither a viewBox nor a width and a height"
            raise WrongArt([Fault(message, "export it again with a viewBox", root.line, root.column)])
        view = Box(0, 0, width, height)
    if not all(math.isfinite(value) and abs(value) < _FURTHEST for value in (view.x, view.y, view.w, view.h)):
        raise WrongArt([Fault("its viewBox is out of bounds", "export it again", root.line, root.column)])
    page = (view.w, view.h)
    if width > 0 and height > 0:
        grown = min(width / view.w, height / view.h)
        page = (width / grown, height / grown)
        if max(abs(page[0] / view.w - 1), abs(page[1] / view.h - 1)) < _ROUNDED:
            page = (view.w, view.h)
    return (view.w, view.h), page, fitted(root, view, page)


def _shapes(found: list[Outline], scale: float, side: float) -> Iterator[ArtShape]:
    """Outlines of the grid in the page's own units, no finer than a ten-millionth of it."""
    digits = max(4, 7 - math.floor(math.log10(side)))
    for outline in found:
        steps: tuple[Command, ...] = tuple(
            (step[0], *(round(value * scale, digits) for value in step[1:]))
            for step in outline.form.commands()
        )
        if steps and outline.opacity > 0:
            yield ArtShape(steps, _scaled(outline.paint, scale), outline.opacity, outline.role)


def _scaled(paint: Paint, scale: float) -> Color | Varied:
    return paint if isinstance(paint, Color) else varied_moved(paint, (scale, 0.0, 0.0, scale, 0.0, 0.0))


def _title(root: Node) -> str:
    return next(("".join(node.itertext()).strip() for node in root if node.tag == f"{SVG}title"), "")
