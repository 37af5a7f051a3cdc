"""Files of art that a design names by a pattern: `art/streets/*.svg` is all drawings of that folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.brand.artuse import ArtUse
from builder.brand.design import SHAPES

_ANY = "*"
# Where art stands in designs and slides: boxes, which are many, have none of it.
_HOLDERS = {"background", "art", "sizes", "variants", "layouts", "master", "narrow", *SHAPES}

Model = TypeVar("Model", bound=BaseModel)


def matching(pattern: str, files: Iterable[str]) -> tuple[str, ...]:
    """The files of a pattern, by name; a file that is written out is itself, whether it is there or not.

    A `*` stands for any part of one name, not for folders.
    """
    if _ANY not in pattern:
        return (pattern,)
    parts = _parts(pattern)
    named = ((file, file.split("/")) for file in files)
    found = (file for file, names in named if len(names) == len(parts) and all(map(_fits, parts, names)))
    return tuple(sorted(found))


@lru_cache(maxsize=256)  # the designs of a look name the same few
def _parts(pattern: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(translate(part)) for part in PurePosixPath(pattern).parts)


def _fits(part: re.Pattern[str], name: str) -> bool:
    return part.match(name) is not None


def with_files(model: Model, files: Collection[str]) -> Model:
    """The design or the slides with files in place of each pattern; those without one are as they were."""
    if isinstance(model, ArtUse):
        if not any(_ANY in file for file in model.files):
            return model
        listed = dict.fromkeys(file for each in model.files for file in matching(each, files))
        return model.model_copy(update={"file": tuple(listed)})
    changes = dict[str, Any]()
    for name in sorted(_HOLDERS & model.model_fields_set):
        old = getattr(model, name)
        new = _in_value(old, files)
        if new is not old:
            changes[name] = new
    return model.model_copy(update=changes) if changes else model


def _in_value(value: Any, files: Collection[str]) -> Any:
    """The same of what a field holds; what has no pattern in it is the very same."""
    if isinstance(value, BaseModel):
        return with_files(value, files)
    if isinstance(value, tuple):
        several = tuple(_in_value(each, files) for each in value)
        return several if any(new is not old for new, old in zip(several, value, strict=True)) else value
    if isinstance(value, dict):
        named = {name: _in_value(each, files) for name, each in value.items()}
        return named if any(new is not value[name] for name, new in named.items()) else value
    return value
