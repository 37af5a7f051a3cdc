"""Files of art that a design names by a pattern: `art/streets/*.svg` is all drawings of that folder.

Those of the sets of a look are among them, each set in a folder of its own: `art/ridges/forms/fold.svg` is a
drawing of `art/forms/*.svg` for the campaigns that have the set `ridges`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.brand.artuse import ArtUse
from builder.brand.design import SHAPES

_ANY = "*"
_IN_SET = 3  # names of a file that stands for another: `art/petals/hold.svg`
# Where art stands in designs and slides: boxes, which are many, have none of it.
_HOLDERS = {"background", "art", "sizes", "variants", "layouts", "master", "narrow", *SHAPES}

Model = TypeVar("Model", bound=BaseModel)


def matching(pattern: str, files: Iterable[str], sets: Collection[str] = ()) -> tuple[str, ...]:
    """The files of a pattern, by name; a file that is written out is itself, whether it is there or not.

    A `*` stands for any part of one name, not for folders. `sets` are those of the look.
    """
    if _ANY not in pattern:
        return (pattern,)
    parts = _parts(pattern)
    named = ((file, _names(file, sets)) for file in files)
    found = (file for file, names in named if len(names) == len(parts) and all(map(_fits, parts, names)))
    return tuple(sorted(found))


def set_of(file: str, sets: Collection[str]) -> str:
    """Which set a file in a list is for; none if all campaigns have it, or if it stands for another file."""
    names = file.split("/")
    return names[1] if len(names) > _IN_SET and names[1] in sets else ""


def _names(file: str, sets: Collection[str]) -> list[str]:
    """Its folders and its name, without the folder of a set."""
    first, *others = file.split("/")
    return [first, *others[1:]] if set_of(file, sets) else [first, *others]


@lru_cache(maxsize=256)  # the designs of a look name the same few
def _parts(pattern: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(translate(part)) for part in PurePosixPath(pattern).parts)


def _fits(part: re.Pattern[str], name: str) -> bool:
    return part.match(name) is not None


def with_files(model: Model, files: Collection[str], sets: Collection[str] = ()) -> Model:
    """The design or the slides with files in place of each pattern; those without one are as they were."""

    def listed(use: ArtUse) -> ArtUse:
        if not any(_ANY in file for file in use.files):
            return use
        found = dict.fromkeys(file for each in use.files for file in matching(each, files, sets))
        return use.model_copy(update={"file": tuple(found)})

    return _changed(model, listed)


def of_set(model: Model, name: str, sets: Collection[str]) -> Model:
    """The same without the drawings of other sets; a list that has no others stays as it is."""
    others = {*sets} - {name}

    def own(use: ArtUse) -> ArtUse:
        left = tuple(file for file in use.files if not set_of(file, others))
        return use.model_copy(update={"file": left}) if left and left != use.files else use

    return _changed(model, own) if others else model


def _changed(model: Model, change: Callable[[ArtUse], ArtUse]) -> Model:
    if isinstance(model, ArtUse):
        return change(model)  # type: ignore[return-value]  # what is an ArtUse stays one
    changes = dict[str, Any]()
    for name in sorted(_HOLDERS & model.model_fields_set):
        old = getattr(model, name)
        new = _in_value(old, change)
        if new is not old:
            changes[name] = new
    return model.model_copy(update=changes) if changes else model


def _in_value(value: Any, change: Callable[[ArtUse], ArtUse]) -> Any:
    """The same of what a field holds; what is not changed in it is the very same."""
    if isinstance(value, BaseModel):
        return _changed(value, change)
    if isinstance(value, tuple):
        several = tuple(_in_value(each, change) for each in value)
        return several if any(new is not old for new, old in zip(several, value, strict=True)) else value
    if isinstance(value, dict):
        named = {name: _in_value(each, change) for name, each in value.items()}
        return named if any(new is not value[name] for name, new in named.items()) else value
    return value
