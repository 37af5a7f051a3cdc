"""From sRGB to the inks of a press, by its profile."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, cast

from PIL import Image as Pixels
from PIL import ImageCms

from builder.color import Color
from builder.inks import MOST_INK, Inks, Parts, Profile

BLACK: Parts = (0, 0, 0, 100)

_PAPER: Parts = (0, 0, 0, 0)
_HOW = (ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION)
_DARK = 0.0624  # luminance below which a colour is dark: L* 30
_FULL = 255 / 100  # of a channel, a per cent


class Separation:
    """The inks of colours and of photographs on one press."""

    def __init__(self, profile: bytes) -> None:
        """`profile` is the ICC profile of the press; of four inks."""
        press = ImageCms.ImageCmsProfile(BytesIO(profile))
        self._transform: Any = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", *_HOW
        )

    def parts(self, color: Color) -> Parts:
        """The inks of a colour in whole per cents, so that a newer LittleCMS seldom moves one."""
        if color.rgb == (255, 255, 255):  # paper, whatever rounding says
            return _PAPER
        pixel = self.pixels(Pixels.new("RGB", (1, 1), color.rgb)).tobytes()
        cyan, magenta, yellow, black = (round(value / _FULL) for value in pixel)
        over = cyan + magenta + yellow + black - MOST_INK
        if over > 0:  # by a profile of a press that takes more
            share = 1 - over / (cyan + magenta + yellow)
            cyan, magenta, yellow = (int(value * share) for value in (cyan, magenta, yellow))
        return cyan, magenta, yellow, black

    def pixels(self, image: Pixels.Image) -> Pixels.Image:
        """A photograph in four inks; what is clear in it is not told any more."""
        return cast(Pixels.Image, ImageCms.applyTransform(image.convert("RGB"), self._transform))


def is_dark(color: Color) -> bool:
    """Whether black alone stands for it in small letters and thin lines, as three inks never fit exactly."""
    return color.luminance < _DARK


@lru_cache(maxsize=2)
def separation(inks: Inks) -> Separation:
    """The separation of the brand's press."""
    return Separation(_usual("fogra39.icc") if inks.profile is None else inks.profile.data)


def carried(profile: Profile | None) -> bytes:
    """The profile that goes along in a file."""
    return _usual("fogra39-short.icc") if profile is None else profile.data


@lru_cache(maxsize=2)
def _usual(name: str) -> bytes:
    return files("builder.render.pdf.press").joinpath(name).read_bytes()


def description(profile: bytes) -> str:
    """What a profile calls itself."""
    return str(ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))).strip()
