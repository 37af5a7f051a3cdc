"""The brand as an earlier run read it, which holds as long as its files and the program are the same."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from os.path import realpath
from pathlib import Path
from typing import Any

from builder.brand.identity import Brand
from builder.errors import Faults, Problem
from builder.media import Font
from builder.output.cache import Cache
from builder.output.key import digest, program
from builder.output.records import dumped, loaded
from builder.shipped import shipped
from builder.source.folder import WrongFile, contents, plain_file

_SUPPLIED = "brand/fonts/"  # the fonts of brands that have none, in what comes along with the program
# What a kept brand is made of.
_ROOMS = (
    "builder.brand.",
    "builder.geometry.",
    "builder.phrases.own.",
    "builder.platforms.papers.",
    "builder.platforms.sizes.",
    "builder.color.",
    "builder.errors.",
)


def known_brand(folder: Path, shown_as: str, scripts: Mapping[str, str], cache: Cache) -> Brand:
    """What `read_brand` gives, or gave: a Brand, or Faults with everything wrong; FileTrouble as there.

    A folder in which no file has changed gives the same object again.
    """
    return _known(folder, shown_as, tuple(scripts.items()), cache, contents(folder))


@lru_cache(maxsize=4)
def _known(
    folder: Path, shown_as: str, scripts: tuple[tuple[str, str], ...], cache: Cache, state: str
) -> Brand:
    if entry := cache.get(_key(state, shown_as, dict(scripts))):
        with suppress(LookupError):
            return _told(entry[0], folder)
    from builder.brand.read import read_brand  # noqa: PLC0415  parses drawings: not for what is known

    try:
        return read_brand(folder, shown_as, dict(scripts))
    except Faults as faults:
        if cache.folder.is_dir():  # faults alone leave no trace
            cache.put(_key(state, shown_as, dict(scripts)), dumped(faults.problems, {}), [])
        raise


def keep_brand(brand: Brand, folder: Path, shown_as: str, scripts: Mapping[str, str], cache: Cache) -> None:
    """Have the next run know the brand of a folder, if it does not yet."""
    key = _key(brand.digest, shown_as, scripts)
    if cache.said(key) is None:
        cache.put(key, dumped(brand, {Font: lambda font: _as_named(font, folder)}), [])


def _key(state: str, shown_as: str, scripts: Mapping[str, str]) -> str:
    return digest(program(), "brand", shown_as, dict(scripts), state)


def _told(data: bytes, folder: Path) -> Brand:
    """A kept brand with its fonts where the folder is now, or the faults that are kept instead of one."""
    kept = loaded(data, _ROOMS, {(__name__, font_of.__name__): lambda *facts: font_of(folder, *facts)})
    if isinstance(kept, tuple) and kept and all(isinstance(each, Problem) for each in kept):
        raise Faults(kept)
    if not isinstance(kept, Brand):
        raise LookupError("no brand")
    return kept


def font_of(folder: Path, file: str, name: str, family: str, weight: int, italic: bool, digest: str) -> Font:
    """The font of a file of the brand folder, of which all else is known; LookupError if it is gone.

    That of a file that comes along with the program is given as such.
    """
    home = shipped(_SUPPLIED) if file.startswith(_SUPPLIED) else folder
    try:
        return Font(name, family, weight, italic, digest, plain_file(home, file.removeprefix(_SUPPLIED)))
    except (OSError, WrongFile) as error:
        raise LookupError(file) from error


def _as_named(font: Font, folder: Path) -> tuple[Any, tuple[Any, ...]]:
    """How a font is kept: by the name of its file in its folder, which may lie elsewhere next time."""
    supplied = font.path.is_relative_to(home := shipped(_SUPPLIED))
    file = font.path.relative_to(home if supplied else realpath(folder)).as_posix()
    file = f"{_SUPPLIED}{file}" if supplied else file
    return font_of, (file, font.name, font.family, font.weight, font.italic, font.digest)
