"""The colour profile that every file carries."""

from functools import cache
from importlib.resources import files


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB."""
    return files("builder.render").joinpath("srgb.icc").read_bytes()
