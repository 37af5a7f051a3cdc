"""Each text's contrast with the pixels really behind it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from functools import cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from builder.color import READABLE, READABLE_LARGE, Color, contrast, readable_like
from builder.content.frame import Text
from builder.errors import Problem
from builder.geometry.box import Box
from builder.render.pixels.canvas import Surface

_RARE = 0.004  # the share of pixels behind a text that may differ: the edge of a curve


class Contrast:
    """Watches texts being set; `problems` has those that do not stand out."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, canvas: Surface, text: Text) -> None:
        """See a text on the canvas as it is before the text is set."""
        least, behind = faintest(canvas, text)
        needed = READABLE_LARGE if text.large else READABLE
        if least < needed:
            message = (
                f"the contrast of `{text.words[:40]}`, in {text.color.hex}, with what lies behind it,"
                f" {behind.hex}, is {least:.1f}:1, not {needed:g}:1"
            )
            near = readable_like(text.color, behind, needed)
            hint = f"{near.hex} would reach it; or take another ground or a denser veil, or move the art"
            self.problems.append(Problem(message, hint=hint, cause=text.role))


def faintest(canvas: Surface, text: Text) -> tuple[float, Color]:
    """The least contrast of a text with what lies behind, but for the rarest pixels, and with which colour.

    21 if nothing lies there.
    """
    return min((_faintest(canvas, text, room) for room in text.grounds), key=itemgetter(0))


def _faintest(canvas: Surface, text: Text, box: Box) -> tuple[float, Color]:
    """The same in one room."""
    area = canvas.inside((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
    colors, counts = canvas.colors(area)
    if not len(counts):
        return 21.0, text.color
    if len(counts) == 1:
        only = Color(*colors[0].tolist())
        return contrast(text.color, only), only
    own, behind = text.color.luminance, _luminances()[colors] @ (0.2126, 0.7152, 0.0722)
    ratios = (np.maximum(behind, own) + 0.05) / (np.minimum(behind, own) + 0.05)
    order = ratios.argsort()
    seen = counts[order].cumsum() >= counts.sum() * _RARE
    worst = order[seen.argmax()]
    return float(ratios[worst]), Color(*map(int, colors[worst]))


@cache
def _luminances() -> NDArray[np.float64]:
    """What each value of a channel weighs: the luminance of the grey that has it in all three."""
    return np.array([Color(value, value, value).luminance for value in range(256)])
