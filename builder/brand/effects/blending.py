"""How the colours of two layers are blended (Compositing and Blending 1, 10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from builder.brand.effects.layer import Layer, Plane, Planes, of_colors
from builder.color import Color

Blend = Callable[[Planes, Planes], Planes]  # of the lower and the upper colours, none of them multiplied

_ONE, _HALF = np.float32(1), np.float32(0.5)
_LUMINOSITY = (np.float32(0.3), np.float32(0.59), np.float32(0.11))


def blended(upper: Layer, lower: Layer, mode: str) -> Layer:
    """The upper layer blended with the lower one: painted over it with nothing but opacity, it shows both.

    KeyError if there is no such mode.
    """
    lower = lower.within(upper.linear)
    under, over, behind = lower.colors, upper.colors, lower.opacity
    return of_colors(over + (MODES[mode](under, over) - over) * behind, upper.opacity, upper.linear)


def _screen(under: Planes, over: Planes) -> Planes:
    return under + over - under * over


def _hard_light(under: Planes, over: Planes) -> Planes:
    return np.where(over <= _HALF, under * (2 * over), _screen(under, 2 * over - 1))


def _dodge(under: Planes, over: Planes) -> Planes:
    lit = np.divide(under, 1 - over, out=np.ones_like(under), where=over < 1)
    return np.where(under == 0, np.float32(0), np.minimum(lit, _ONE))


def _burn(under: Planes, over: Planes) -> Planes:
    burnt = np.divide(1 - under, over, out=np.ones_like(under), where=over > 0)
    return np.where(under >= 1, _ONE, 1 - np.minimum(burnt, _ONE))


def _soft_light(under: Planes, over: Planes) -> Planes:
    bent = np.where(under <= np.float32(0.25), ((16 * under - 12) * under + 4) * under, np.sqrt(under))
    darker = under - (1 - 2 * over) * under * (1 - under)
    return np.where(over <= _HALF, darker, under + (2 * over - 1) * (bent - under))


def _difference(under: Planes, over: Planes) -> Planes:
    apart: Planes = np.abs(under - over)
    return apart


def _exclusion(under: Planes, over: Planes) -> Planes:
    return under + over - 2 * under * over


def _luminosity(colors: Planes) -> Plane:
    red, green, blue = colors
    found: Plane = red * _LUMINOSITY[0] + green * _LUMINOSITY[1] + blue * _LUMINOSITY[2]
    return found


def _lit(colors: Planes, light: Plane) -> Planes:
    """Colours with another luminosity, drawn in to what there is."""
    colors = colors + (light - _luminosity(colors))
    light, least, most = _luminosity(colors), colors.min(axis=0), colors.max(axis=0)
    low, high = light - least, most - light
    raised = light + np.divide((colors - light) * light, low, out=np.zeros_like(colors), where=low > 0)
    colors = np.where(least < 0, raised, colors)
    rest = np.divide((colors - light) * (1 - light), high, out=np.zeros_like(colors), where=high > 0)
    return np.where(most > 1, light + rest, colors)


def _saturation(colors: Planes) -> Plane:
    found: Plane = colors.max(axis=0) - colors.min(axis=0)
    return found


def _saturated(colors: Planes, saturation: Plane) -> Planes:
    """Colours whose channels lie as far apart."""
    own, least = _saturation(colors), colors.min(axis=0)
    found: Planes = np.divide((colors - least) * saturation, own, out=np.zeros_like(colors), where=own > 0)
    return found


def _hue(under: Planes, over: Planes) -> Planes:
    return _lit(_saturated(over, _saturation(under)), _luminosity(under))


def _saturation_of(under: Planes, over: Planes) -> Planes:
    return _lit(_saturated(under, _saturation(over)), _luminosity(under))


def _color(under: Planes, over: Planes) -> Planes:
    return _lit(over, _luminosity(under))


def _luminosity_of(under: Planes, over: Planes) -> Planes:
    return _lit(under, _luminosity(over))


def _turned(blend: Blend, under: Planes, over: Planes) -> Planes:
    return blend(over, under)


MODES: dict[str, Blend] = {
    "normal": lambda _, over: over,
    "multiply": np.multiply,
    "screen": _screen,
    "overlay": partial(_turned, _hard_light),
    "darken": np.minimum,
    "lighten": np.maximum,
    "color-dodge": _dodge,
    "color-burn": _burn,
    "hard-light": _hard_light,
    "soft-light": _soft_light,
    "difference": _difference,
    "exclusion": _exclusion,
    "hue": _hue,
    "saturation": _saturation_of,
    "color": _color,
    "luminosity": _luminosity_of,
}


def blended_color(upper: Color, lower: Color, mode: str) -> Color:
    """The colour of one opaque colour blended with another."""
    under, over = (
        np.array(each.rgb, np.float32).reshape(3, 1, 1) / np.float32(255) for each in (lower, upper)
    )
    red, green, blue = (round(float(each) * 255) for each in MODES[mode](under, over).clip(0, 1).ravel())
    return Color(red, green, blue)
