"""Colours in sRGB, how CSS writes them, and the contrast between them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.record import Record

if TYPE_CHECKING:
    from coloraide import Color as CssColor

READABLE = 4.5  # of contrast: what text needs (WCAG 2.2, 1.4.3)
READABLE_LARGE = 3.0  # the same of large text
_BROWN = 0.2  # luminance, below which yellow and orange are brown
_MIXES = 64  # steps from a colour to black or white
_TINT = 0.075  # chroma in OKLCH: what a tint of a colour has at least, so that none looks grey
_SHADE = 0.16  # the same, of a deep shade of a pale colour
_HUELESS = 0.02  # chroma in OKLCH, below which a colour is a grey


class Color(Record):
    """An opaque sRGB colour, each channel 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """The colour as `#RRGGBB`."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The three channels."""
        return (self.red, self.green, self.blue)

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
        return 0.2126 * _linear(self.red) + 0.7152 * _linear(self.green) + 0.0722 * _linear(self.blue)

    @property
    def chroma(self) -> int:
        """How far its strongest channel is from its weakest: 0 of greys, 255 at the most."""
        return max(self.rgb) - min(self.rgb)

    def mix(self, other: Color, share: float) -> Color:
        """This colour with `share` (0 to 1) of the other painted over it."""
        pairs = zip(self.rgb, other.rgb, strict=True)
        return Color(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))

    def tint(self, ground: Color, share: float) -> Color:
        """As light as this colour with `share` (0 to 1) of a ground over it, and of its own hue.

        A mix with cream or white makes blue a grey; the eye takes one hue for one colour (OKLCH).
        """
        mixed, own = _oklch(self.mix(ground, share)), _oklch(self)
        chroma = max(mixed["chroma"], min(own["chroma"], _TINT))
        return _in_srgb(mixed.set({"chroma": chroma, "hue": own["hue"]}))

    def shade(self, ground: Color, ratio: float) -> Color:
        """The lightest colour of its own hue that has this contrast with a light ground; black if none has.

        A pale colour becomes a vivid one: its mix with black would be a brown or a grey (OKLCH).
        """
        own = _oklch(self)
        chroma = own["chroma"] if own["chroma"] < _HUELESS else max(own["chroma"], _SHADE)
        steps = (own["lightness"] * (1 - step / _MIXES) for step in range(_MIXES))
        shades = (_in_srgb(own.clone().set({"lightness": step, "chroma": chroma})) for step in steps)
        return next((each for each in shades if contrast(each, ground) >= ratio), Color(0, 0, 0))

    @property
    def is_brown(self) -> bool:
        """Whether it is a dark yellow or orange, which people call by another name: brown or olive."""
        red, green, blue = self.rgb
        return red >= green > blue and green - blue > (red - blue) / 4 and self.luminance < _BROWN


class WrittenColor(Record):
    """A colour as CSS writes it, and what sRGB has for it."""

    solid: Color  # without its opacity
    opacity: float = 1.0  # as written, 0 to 1
    exact: bool = True  # whether sRGB has the colour; if not, this is the nearest that it has

    @property
    def color(self) -> Color:
        """What is drawn where nothing is see-through: as it looks on white."""
        return Color(255, 255, 255).mix(self.solid, self.opacity)


_HEX = re.compile("#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_IN_SRGB = ("srgb", "hsl", "hwb")  # what is too much here is clipped, not mapped (CSS Color 4, 15.1)


def read_color(text: str) -> WrittenColor:
    """The colour that CSS Color 4 writes so (`#e8604c`, `teal`, `oklch(…)`); ValueError if it is none."""
    if match := _HEX.fullmatch(text.strip()):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return WrittenColor(Color(*bytes.fromhex(digits)))
    from coloraide import Color as CssColor  # noqa: PLC0415  takes 0.1 s; most brands write hex

    written = CssColor(text.strip())
    exact, opacity = written.in_gamut("srgb"), written.alpha(nans=False)
    return WrittenColor(_in_srgb(written), opacity, exact)


def _in_srgb(written: CssColor) -> Color:
    """The nearest colour that sRGB has."""
    method = "clip" if written.space() in _IN_SRGB else "oklch-chroma"  # CSS Color 4, 13.2
    shares = written.convert("srgb").fit("srgb", method=method).coords(nans=False)
    return Color(*(round(round(255 * share, 4)) for share in shares))  # a half is one on every processor


def _oklch(color: Color) -> CssColor:
    from coloraide import Color as CssColor  # noqa: PLC0415  takes 0.1 s; brands that name all need none

    return CssColor(color.hex).convert("oklch")


def parse_color(text: str) -> Color:
    """What is drawn for a colour that CSS writes so; ValueError if it is none."""
    return read_color(text).color


@lru_cache(maxsize=1024)  # a campaign has few colours, and each of its cards asks for the same pairs
def contrast(one: Color, two: Color) -> float:
    """The contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((one.luminance, two.luminance))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(color: Color, grounds: Iterable[Color]) -> float:
    """The contrast ratio with the ground on which a colour is read worst."""
    return min(contrast(color, ground) for ground in grounds)


def ratio_text(ratio: float) -> str:
    """A contrast as people write it, `4.4:1`, and not more than it is: 4.49 does not reach 4.5."""
    return f"{math.floor(round(ratio * 10, 4)) / 10}:1"


def difference(one: Color, two: Color) -> int:
    """How far two colours are apart in the channel in which they differ most, 0 to 255."""
    return max(abs(mine - theirs) for mine, theirs in zip(one.rgb, two.rgb, strict=True))


def readable_like(color: Color, ground: Color, ratio: float) -> Color:
    """The shade or the tint of a colour that is nearest to it and has this contrast with a ground.

    Black or white, whichever has more, if nothing reaches it; one of them reaches 4.5 on any ground.
    """
    ends = (Color(0, 0, 0), Color(255, 255, 255))
    mixed = (color.mix(end, step / _MIXES) for step in range(_MIXES + 1) for end in ends)
    found = next((each for each in mixed if contrast(each, ground) >= ratio), None)
    return found or max(ends, key=lambda end: contrast(end, ground))


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
