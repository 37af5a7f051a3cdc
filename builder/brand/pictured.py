"""Drawings of so many forms that each card would take seconds: drawn once, as a picture that all show."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

from builder.brand.easel import FINENESS, Easel
from builder.brand.identity import Art, ArtShape
from builder.brand.rasters import PRINTED, raster_of
from builder.geometry.box import Box
from builder.geometry.curves import moved
from builder.geometry.pens import outline_of
from builder.media import Held, Image
from builder.record import replace

MOST_FORMS = 400  # a coat of arms has some hundred, a traced photograph thousands
_WORDS = {
    "filter": "a filter",
    "mix-blend-mode": "a blend mode",
    "opacity": "see-through parts over one another",
    "mask": "a mask that fades",
}


def is_crowded(art: Art) -> bool:
    """Whether a drawing has too many forms to be drawn as curves wherever it stands."""
    return len(art.shapes) > MOST_FORMS


def pictured(art: Art, easel: Easel, *, shaped: bool = False) -> Art:
    """The drawing as one picture with its own view and name; what is clear in it stays so.

    If it is to be shaped, its outline is that of what is seen, roughly, so that words may stand beside it.
    """
    from builder.brand.effects.silhouette import silhouette  # noqa: PLC0415  loads numpy, for few drawings

    view, scale = art.view, FINENESS / max(art.view.w, art.view.h)
    width, height = max(round(view.w * scale), 1), max(round(view.h * scale), 1)
    pixels = easel.draw(art, width, height)
    data = easel.png(pixels)
    image = Image(hashlib.sha256(data).hexdigest(), width, height, Path(), Held(data))
    matrix = (view.w / width, 0.0, 0.0, view.h / height, view.x, view.y)
    areas = silhouette(pixels) if shaped else [(0, 0, width, height)]
    rooms = (Box(x, y, right - x, bottom - y) for x, y, right, bottom in areas)
    outline = tuple(step for room in rooms for step in moved(outline_of(room), matrix))
    paint = replace(raster_of(image), matrix=matrix)
    return replace(art, digest=image.digest, shapes=(ArtShape(outline, paint),))


def crowded(art: Art) -> tuple[str, str]:
    """What is said of such a drawing, and what to do."""
    many = f"`{art.name}` has {len(art.shapes):,} forms, so it is drawn as a picture"
    hint = f"with {MOST_FORMS} forms at the most it is sharp at any size; traced pictures have more"
    return f"{many}, {_sharp(art)}", hint


def with_effects(art: Art) -> tuple[str, str]:
    """What is said of a drawing some of which is an effect, and what to do."""
    line = min(line for _, line in art.effects)
    what = " and ".join(_WORDS[name] for name in sorted({name for name, _ in art.effects}))
    message = f"`{art.name}` has {what} (line {line}); what they show is a picture, {_sharp(art)}"
    return message, "without such effects it is sharp at any size; all else in it is"


def _sharp(art: Art) -> str:
    """How large what is drawn as a picture may be used."""
    wide = math.floor(FINENESS * art.view.w / max(art.view.w, art.view.h) * 25.4 / PRINTED)
    return f"sharp up to {wide:,} mm wide in print"
