"""Pictures of a look that stand in for photographs: the look `photo` has some for cards without one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field

from builder.brand.part import BrandPart, FolderPath
from builder.geometry.box import Box
from builder.source.validate import listed

_PIXELS = (".jpg", ".jpeg", ".png", ".webp")
_Share = Annotated[float, Field(ge=0, le=1)]


class StandIn(BrandPart):
    """A picture that a card shows which has no photograph, in two colours of the brand."""

    file: FolderPath
    """A JPEG or PNG among the art of the look, from its folder on. Example: art/chairs.jpg"""
    focus: tuple[_Share, _Share, _Share, _Share] = (0.5, 0.5, 0.0, 0.0)
    """What of it every crop keeps and no words hide, in shares of its size: left, top, width, height.
    Example: [0.3, 0.4, 0.4, 0.3]
    """
    set: str = ""
    """The set of the look whose campaigns have it by chance, so that two campaigns do not share all of them;
    left out, all have it. Example: block
    """


def pictures_of(said: Sequence[Sequence[StandIn] | None]) -> Mapping[str, tuple[Box, str]]:
    """The pictures by name, what matters in each, and its set: those of the first look that says any."""
    given = next((pictures for pictures in said if pictures is not None), ())
    return {picture.file: (Box(*picture.focus), picture.set) for picture in given}


def unusable(
    pictures: Sequence[StandIn], art: Collection[str], sets: Collection[str]
) -> Iterator[tuple[int, str, str, str]]:
    """Which of them cannot stand in, in which field, why, and what to do."""
    for number, picture in enumerate(pictures):
        if picture.set and picture.set not in sets:
            there = f"the look has {listed(sorted(sets))}" if sets else "the look has no `sets`"
            yield number, "set", f"there is no set `{picture.set}`, so no card shows this picture", there
        if picture.file not in art:
            message = f"there is no picture `{picture.file}`"
            yield number, "file", message, "put it into the folder of the look"
        elif PurePosixPath(picture.file).suffix.lower() not in _PIXELS:
            message = f"`{picture.file}` is a drawing, which cannot stand in for a photograph"
            yield number, "file", message, "save it as JPEG"
