"""Each text's contrast with the pixels really behind it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from builder.color import Color
from builder.content.frame import Text
from builder.errors import Problem
from builder.render.pixels.canvas import Surface

_RARE = 0.004  # the share of pixels behind a text that may differ: the edge of a curve


class Contrast:
    """Watches texts being set; `problems` has those that do not stand out."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, canvas: Surface, text: Text) -> None:
        """See a text on the canvas as it is before the text is set."""
        least = least_contrast(canvas, text)
        needed = 3.0 if text.large else 4.5
        if least < needed:
            ratio = f"{least:.1f}:1, not {needed:g}:1"
            self.problems.append(
                Problem(
                    f"the contrast of `{text.words[:40]}` with what lies behind it is {ratio}",
                    hint="choose another `text_color` or background in the design, or a darker veil",
                )
            )


def least_contrast(canvas: Surface, text: Text) -> float:
    """The contrast that a text has with all that lies behind it but for the rarest pixels; 21 on nothing."""
    box = text.box
    area = canvas.inside((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
    colors, counts = canvas.colors(area)
    if not len(counts):
        return 21.0
    own, behind = text.color.luminance, _luminances()[colors] @ (0.2126, 0.7152, 0.0722)
    ratios = (np.maximum(behind, own) + 0.05) / (np.minimum(behind, own) + 0.05)
    if len(counts) == 1:
        return float(ratios[0])
    order = ratios.argsort()
    seen = counts[order].cumsum() >= counts.sum() * _RARE
    return float(ratios[order][seen.argmax()])


@cache
def _luminances() -> NDArray[np.float64]:
    """What each value of a channel weighs: the luminance of the grey that has it in all three."""
    return np.array([Color(value, value, value).luminance for value in range(256)])
