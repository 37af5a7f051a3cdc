"""A palette for colours that come without names: what people call them, and the parts they play."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping, Sequence

from builder.color import READABLE, Color, contrast

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
_CALM = 12.0  # of contrast: what long texts have on their ground
_PALE = (0.94, 0.96, 0.98)  # of white, in a background on which the primary colour is read
_COLOURFUL = 20  # of 255, between its largest channel and its least: less is no hue to take up
_GREY = 0.12  # the least saturation that people call a colour
# Where the hues of plain names end, in degrees of HSL.
_HUES = (
    (15, "red"),
    (42, "orange"),
    (68, "yellow"),
    (160, "green"),
    (195, "teal"),
    (255, "blue"),
    (290, "purple"),
    (340, "pink"),
    (360, "red"),
)


def parts(colors: Sequence[Color]) -> Mapping[str, Color]:
    """The colour of each role of brand.yml that designs ask for first, the most important colour first.

    What the colours lack is derived from them: one that is read on white, a dark one, a light one.
    """
    readable = [color for color in colors if contrast(color, _WHITE) >= READABLE]
    primary = readable[0] if readable else _deep(colors)
    pale = (primary.mix(_WHITE, share) for share in _PALE)
    background = next((each for each in pale if contrast(primary, each) >= READABLE), _WHITE)
    others = [color for color in colors if color not in (primary, _WHITE)]
    darker = (primary.mix(_BLACK, step / 20) for step in range(21))
    found = {
        "foreground": next((each for each in darker if contrast(each, background) >= _CALM), _BLACK),
        "background": background,
        "primary": primary,
        "accent": others[0] if others else primary.mix(_WHITE, 0.35),
    }
    own = {"secondary": readable[1]} if len(readable) > 1 else {}
    return found | own


def _deep(colors: Sequence[Color]) -> Color:
    """A shade of the first pale colour that becomes no brown; else a dark one of the first."""
    shades = (color.shade(_WHITE, READABLE) for color in colors if color.chroma >= _COLOURFUL)
    return next((shade for shade in shades if not shade.is_brown), colors[0].mix(_BLACK, 0.8))


def named(colors: Iterable[Color]) -> dict[str, Color]:
    """The colours, each once under a plain name of its own: `dark-blue`, `orange`, `orange-2`."""
    palette = dict[str, Color]()
    for color in dict.fromkeys(colors):
        name = plain_name(color)
        alike = sum(known == name or known.startswith(f"{name}-") for known in palette)
        palette[f"{name}-{alike + 1}" if alike else name] = color
    return palette


def plain_name(color: Color) -> str:
    """What people call a colour, roughly: `dark-blue`, `light-orange`, `grey`, `white`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color.rgb))
    if lightness > 0.99 or lightness < 0.04:
        return "white" if lightness > 0.5 else "black"
    word = "grey" if saturation < _GREY else next(name for end, name in _HUES if hue * 360 <= end)
    return word if 0.25 <= lightness <= 0.72 else f"{'light' if lightness > 0.5 else 'dark'}-{word}"
