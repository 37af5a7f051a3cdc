"""Colours in sRGB and the contrast between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Color:
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

    def mix(self, other: Color, share: float) -> Color:
        """This colour with `share` (0 to 1) of the other painted over it."""
        pairs = zip(self.rgb, other.rgb, strict=True)
        return Color(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))


def parse_color(text: str) -> Color:
    """The colour that CSS writes so (`#e8604c`, `teal`, `hsl(…)`); ValueError if it is none."""
    from PIL import ImageColor  # noqa: PLC0415  only brands being read need it

    red, green, blue = ImageColor.getrgb(text)[:3]
    return Color(red, green, blue)


def contrast(one: Color, two: Color) -> float:
    """The contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((one.luminance, two.luminance))
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
