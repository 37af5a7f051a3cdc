"""What all records of the brand's files have in common."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from builder.source.forms import Kind


class BrandPart(BaseModel):
    """A mapping whose every key is known. What reads it is built when the first is read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, defer_build=True, allow_inf_nan=False
    )

    def __repr__(self) -> str:
        """All its fields, in a third of the time that pydantic takes: designs are known by it."""
        return f"{type(self).__name__}({self.__dict__!r})"


class Open(BaseModel):
    """A mapping of brand.yml that may hold more than packbuild reads."""

    model_config = ConfigDict(
        extra="allow", frozen=True, populate_by_name=True, defer_build=True, allow_inf_nan=False
    )


def _from_folder(path: Any) -> Any:
    return path.lstrip("/") if isinstance(path, str) else path


_LENGTH = re.compile(r"(-?\d*\.?\d+) ?([a-zA-Z]*)")


def _as_share(typed: str) -> str:
    """How a length is written that somebody wrote in px, or in another unit."""
    match = _LENGTH.fullmatch(typed)
    if match is None or (not match[2] and float(match[1]) <= 1):
        return ""
    number, unit = float(match[1]), match[2]
    px = f"{number:g} px of 1080 are {number / 1080:.3f}" if unit in ("", "px") else "a twentieth is 0.05"
    percent = f", and {number:g} % are {number / 100:g}" if not unit and number <= 100 else ""
    return f"lengths are shares of the canvas's short side: {px}{percent}"


SHARE = Kind("a share of the short side", _as_share)
ColorName = Annotated[str, Kind("a role or a colour")]
# A path as websites write it, from their root, is one from the brand's folder.
FolderPath = Annotated[str, Kind("a file"), BeforeValidator(_from_folder)]
