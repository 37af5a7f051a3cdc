"""The brand as an earlier run read it, which holds as long as its files and the program are the same."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from os.path import realpath
from pathlib import Path
from typing import Any

from builder.brand.easel import Easel
from builder.brand.identity import Art, Brand
from builder.brand.looks import HERE
from builder.content.frame import Frame
from builder.errors import Faults, Problem
from builder.geometry.box import Box
from builder.media import Features, Font, Image, Made
from builder.output.beside import Beside
from builder.output.cache import Cache, Kept
from builder.output.key import digest, program
from builder.output.records import dumped, loaded
from builder.record import Record, replace
from builder.shipped import shipped
from builder.source.folder import WrongFile, contents, plain_file

_HERE = Beside()
_SUPPLIED = "brand/fonts/"  # the fonts of brands that have none, in what comes along with the program
_LOOKS = "packbuild:looks/"  # before the name of a picture of a look that ships; no folder has that name
_Asked = tuple[str, tuple[tuple[str, str], ...], str, bool]  # of a brand, beside its folder
_Facts = tuple[str, str, int, bool, str]  # the first fields of a font

# What a kept brand is made of.
_ROOMS = (
    "builder.brand.",
    "builder.geometry.",
    "builder.phrases.own.",
    "builder.platforms.papers.",
    "builder.platforms.sizes.",
    "builder.color.",
    "builder.errors.",
    "builder.inks.",
)


def known_brand(
    folder: Path,
    shown_as: str,
    scripts: Mapping[str, str],
    cache: Cache,
    look: str = "",
    drafted: bool = False,
    beside: Beside = _HERE,
) -> Brand:
    """What `read_brand` gives, or gave: a Brand, or Faults with everything wrong; FileTrouble as there.

    A folder in which no file has changed gives the same object again. `look` and `drafted` are as there;
    what must be read is read `beside` something else.
    """
    asked = shown_as, tuple(scripts.items()), look, drafted
    return _known(folder, asked, cache, contents(folder), beside)


@lru_cache(maxsize=4)
def _known(folder: Path, asked: _Asked, cache: Cache, state: str, beside: Beside) -> Brand:
    shown_as, scripts, look, drafted = asked
    key = _key(state, shown_as, dict(scripts), look, drafted)
    if entry := cache.get(key):
        with suppress(LookupError):
            return _told(entry[0], folder, cache)

    def read() -> Brand:
        from builder.brand.read import read_brand  # noqa: PLC0415  parses drawings: not for what is known

        return read_brand(folder, shown_as, dict(scripts), FontStore(cache), EASEL, look, drafted)

    try:
        return beside(read)
    except Faults as faults:
        if cache.folder.is_dir():  # faults alone leave no trace
            cache.put(key, dumped(faults.problems, {}), [])
        raise
    finally:
        if not beside.apart:
            _forget_parsers()


def _drawn(art: Art, width: int, height: int) -> Any:
    from builder.layout.art import in_box  # noqa: PLC0415  for few drawings
    from builder.render.pixels.seethrough import see_through  # noqa: PLC0415

    return see_through(Frame(width, height, "px", in_box(art, Box(0, 0, width, height)), ""))


def _png(pixels: Any) -> bytes:
    from builder.render.pixels.seethrough import png_of  # noqa: PLC0415  as above

    return png_of(pixels, profiled=False)  # it is turned into sRGB wherever it is read


EASEL = Easel(_drawn, _png)


def _forget_parsers() -> None:
    """Free what fonts and drawings were parsed with, megabytes that hold each other.

    A command has Python look for such things later, when what it planned is not looked at any more.
    """
    if not gc.isenabled():
        gc.collect()


def keep_brand(
    brand: Brand,
    folder: Path,
    shown_as: str,
    scripts: Mapping[str, str],
    cache: Cache,
    look: str = "",
    drafted: bool = False,
) -> None:
    """Have the next run know the brand of a folder, as that has it, if it does not yet."""
    brand = brand.own or brand
    key = _key(brand.digest, shown_as, scripts, look, drafted)
    if cache.said(key) is None:
        for font in brand.fonts:
            if font.made and cache.said(font_key(font.made.key)) is None:
                cache.put(font_key(font.made.key), font.data, [])
        for image in brand.images:
            if image.stored and cache.said(_image_key(image.digest)) is None:
                cache.put(_image_key(image.digest), image.data, [])
        named = {Font: lambda font: _as_named(font, folder), Image: lambda image: _as_placed(image, folder)}
        cache.put(key, dumped(brand, named), [])


def _key(state: str, shown_as: str, scripts: Mapping[str, str], look: str, drafted: bool) -> str:
    return digest(program(), "brand", shown_as, dict(scripts), state, look, *(["drafted"] if drafted else []))


def _told(data: bytes, folder: Path, cache: Cache) -> Brand:
    """A kept brand with its fonts where the folder is now, or the faults that are kept instead of one."""
    media = {
        (__name__, font_of.__name__): lambda *facts: font_of(folder, cache, *facts),
        (__name__, image_of.__name__): lambda *facts: image_of(folder, cache, *facts),
    }
    kept = loaded(data, _ROOMS, media)
    if isinstance(kept, tuple) and kept and all(isinstance(each, Problem) for each in kept):
        raise Faults(kept)
    if not isinstance(kept, Brand):
        raise LookupError("no brand")
    return kept


def font_of(
    folder: Path,
    cache: Cache,
    file: str,
    made: str,
    points: float,
    features: Features,
    facts: _Facts,
) -> Font:
    """The font of a file of the brand folder, of which all else is known; LookupError if it is gone.

    That of a file that comes along with the program is given as such.
    """
    home = shipped(_SUPPLIED) if file.startswith(_SUPPLIED) else folder
    try:
        path = plain_file(home, file.removeprefix(_SUPPLIED))
    except (OSError, WrongFile) as error:
        raise LookupError(file) from error
    font = Font(*facts, path, features=features)
    if not made:
        return font
    entry = cache.find(font_key(made))
    if entry is None or entry[0].digest != font.digest:
        raise LookupError(file)
    return replace(font, made=Made(made, entry[0]), points=points)


def _as_named(font: Font, folder: Path) -> tuple[Any, tuple[Any, ...]]:
    """How a font is kept: by the name of its file in its folder, which may lie elsewhere next time."""
    supplied = font.path.is_relative_to(home := shipped(_SUPPLIED))
    file = font.path.relative_to(home if supplied else realpath(folder)).as_posix()
    file = f"{_SUPPLIED}{file}" if supplied else file
    made = font.made.key if font.made else ""
    facts = (font.name, font.family, font.weight, font.italic, font.digest)
    return font_of, (file, made, font.points, font.features, facts)


def image_of(folder: Path, cache: Cache, file: str, digest: str, width: int, height: int) -> Image:
    """The image of a file of the brand folder, or of a drawing, if no file is named; LookupError if gone."""
    if file:
        home = HERE if file.startswith(_LOOKS) else folder
        try:
            return Image(digest, width, height, plain_file(home, file.removeprefix(_LOOKS)))
        except (OSError, WrongFile) as error:
            raise LookupError(file) from error
    entry = cache.find(_image_key(digest))
    if entry is None or entry[0].digest != digest:
        raise LookupError(digest)
    return Image(digest, width, height, Path(), entry[0])


def _as_placed(image: Image, folder: Path) -> tuple[Any, tuple[Any, ...]]:
    """How an image is kept: by the name of its file in its folder, or by its bytes' digest alone."""
    comes_along = image.path.is_relative_to(realpath(HERE))
    home, before = (realpath(HERE), _LOOKS) if comes_along else (realpath(folder), "")
    file = "" if image.stored else f"{before}{image.path.relative_to(home).as_posix()}"
    return image_of, (file, image.digest, image.width, image.height)


def _image_key(digest_: str) -> str:
    """The key in the cache of an image that stands in a drawing."""
    return digest(program(), "image", digest_)


class FontStore(Record):
    """What is made of the brand's fonts, in a cache; where there is none yet, it is held."""

    cache: Cache

    def __call__(self, key: str, make: Callable[[], bytes]) -> Kept:
        """What is kept of a key, or made now."""
        if found := self.cache.find(font_key(key)):
            return found[0]
        data = make()
        there = self.cache.folder.is_dir()  # a brand with faults leaves no trace
        return self.cache.put(font_key(key), data, []) if there else Kept.of(data)


def font_key(key: str) -> str:
    """The key in the cache of what this program makes of a font."""
    return digest(program(), "font", key)
