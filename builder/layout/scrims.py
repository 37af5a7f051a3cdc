"""Scrims: a colour that a photograph grows out of, from a side or all round the words."""

from __future__ import annotations

from collections.abc import Sequence

from builder.brand.identity import Brand
from builder.brand.photouse import Scrim, Side
from builder.color import Color
from builder.content.frame import Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.geometry.shadings import Linear, Radial, Stop

# How much a scrim hides, along its reach: it thins out without an edge that the eye could find.
_EASED = ((0.0, 1.0), (0.2, 0.96), (0.38, 0.82), (0.55, 0.55), (0.72, 0.26), (0.87, 0.08), (1.0, 0.0))
# How far a scrim reaches over the photograph's edges, of which nothing may be seen: px or pt. In the colour
# around it, it goes by this share of the box: readers of PDF show a small card's photograph a pixel too far.
_SEAM, _HEM = 1.0, 0.01
_CORNERS = 0.5**0.5  # of a box's sides: the half axes of the ellipse through its corners


def laid(
    scrim: Scrim, box: Box, texts: Sequence[Text], share: float, color: Color, rtl: bool, ground: Color
) -> Path:
    """The scrim over the photograph's box, of some colour on a ground."""
    most = scrim.strength * share
    stops = tuple(Stop(at, color, opacity * most) for at, opacity in _EASED)
    seam = max(_HEM * min(box.w, box.h), _SEAM) if color == ground else _SEAM
    over = rounded(box.inset(*(-seam,) * 4), 0.0)
    if scrim.at == "words":
        return Path(over, _round(texts, scrim.reach * min(box.w, box.h), stops))
    side = mirrored(scrim.at, rtl)
    across, down = {"left": (1, 0), "right": (-1, 0), "top": (0, 1), "bottom": (0, -1)}[side]
    x = box.right if side == "right" else box.x
    y = box.bottom if side == "bottom" else box.y
    end = (x + across * scrim.reach * box.w, y + down * scrim.reach * box.h)
    return Path(over, Linear((x, y), end, stops))


def _round(texts: Sequence[Text], beyond: float, stops: tuple[Stop, ...]) -> Radial:
    """A shading that is full in the ellipse round all words, and ends so far beyond it."""
    left, top = min(text.box.x for text in texts), min(text.box.y for text in texts)
    right, bottom = max(text.box.right for text in texts), max(text.box.bottom for text in texts)
    across, down = (right - left) * _CORNERS, (bottom - top) * _CORNERS
    inner = (across + down) / (across + down + 2 * beyond)
    place = (across / inner, 0.0, 0.0, down / inner, (left + right) / 2, (top + bottom) / 2)
    return Radial(place, (0.0, 0.0, inner), stops)


def mirrored(side: Side, rtl: bool) -> Side:
    """The side as languages have it that are written from the right."""
    sides: dict[Side, Side] = {"left": "right", "right": "left"}
    return sides.get(side, side) if rtl else side


def color_of(scrim: Scrim, brand: Brand, ground: Color) -> Color:
    """The colour of a scrim: the ground's, if it names none."""
    return brand.color(scrim.color) if scrim.color else ground
