"""Files that contents draw with: fonts and images, known by the digest of their bytes."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from builder.errors import FileTrouble

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

# Whatever a file is called, no other decoder of Pillow is asked: that of EPS runs a program, Ghostscript.
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_ORIENTATION = 0x0112  # the Exif tag; from 5 on, the camera was held sideways (Exif 2.32, 4.6.4)


class Stored(Protocol):
    """Bytes that lie in a cache, or are held."""

    @property
    def data(self) -> bytes:
        """The bytes; FileTrouble if they are there no more."""


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that lie nowhere else."""

    data: bytes = field(repr=False)


# The bytes of a key: those that were kept under it, or else those that are made now.
Store = Callable[[str, Callable[[], bytes]], Stored]


def held(_: str, make: Callable[[], bytes]) -> Held:
    """A store that keeps nothing."""
    return Held(make())


@dataclass(frozen=True, slots=True)
class Made:
    """A static font that was made of the brand's file, and the key of all that decided it."""

    key: str
    stored: Stored


@dataclass(frozen=True, slots=True)
class Font:
    """A static TrueType font; two fonts are the same if they hold the same bytes."""

    name: str  # its PostScript name
    family: str
    weight: int
    italic: bool
    digest: str  # sha256 of `data`
    path: Path = field(repr=False, compare=False)  # the brand's file
    made: Made | None = field(
        default=None, repr=False, compare=False
    )  # if the file is not drawn with as it is
    role: str = ""  # `display` or `text`, if it is for the sizes of one of them

    @property
    def data(self) -> bytes:
        """The font; OSError or FileTrouble if its file went away."""
        return self.made.stored.data if self.made else self.path.read_bytes()

    def __hash__(self) -> int:
        """That of its bytes: fonts stand in the keys of many caches."""
        return hash(self.digest)


@dataclass(frozen=True, slots=True)
class FontChain:
    """The fonts that may set a text, best first: of each script's the first that has a letter draws it."""

    fonts: tuple[Font, ...]  # of the text's own script, and for what all scripts share
    scripts: tuple[tuple[str, tuple[Font, ...]], ...] = ()  # those of others, by ISO 15924 code
    others: tuple[Font, ...] = ()  # those of scripts that are not named; none: the same

    def __hash__(self) -> int:
        """That of the first fonts, in which chains differ: they too stand in the keys of many caches."""
        return hash(self.fonts)

    def __repr__(self) -> str:
        """What tells it from others, in short: keys of what has text say it a hundred times."""
        return _told(self)

    def of(self, script: str) -> tuple[Font, ...]:
        """The fonts to ask for a script; for the empty one, what all scripts share."""
        named = next((fonts for code, fonts in self.scripts if code == script), None)
        return named or (self.others if script and self.others else self.fonts)


@lru_cache(maxsize=64)
def _told(chain: FontChain) -> str:
    fonts = repr((chain.fonts, chain.scripts, chain.others))
    return f"FontChain({hashlib.sha256(fonts.encode()).hexdigest()})"


@dataclass(frozen=True, slots=True)
class Image:
    """A raster image in a file; two are the same if their files hold the same bytes."""

    digest: str
    width: int
    height: int
    path: Path = field(repr=False, compare=False)


def open_pixels(file: Path | BinaryIO, formats: tuple[str, ...] = FORMATS) -> ImageFile:
    """Pillow's image of a file in one of these formats; UnidentifiedImageError for all others."""
    from PIL import Image as Pixels  # noqa: PLC0415  only what holds photographs

    return Pixels.open(file, formats=formats)


def read_image(path: Path, formats: tuple[str, ...] = FORMATS) -> Image:
    """The image of a file with its upright size in px; FileTrouble if it cannot be read to its end."""
    from PIL import Image as Pixels  # noqa: PLC0415  only specs with photographs

    try:
        data = path.read_bytes()
        with _no_bombs(), open_pixels(path, formats) as opened:
            width, height = opened.size
            sideways = opened.getexif().get(_ORIENTATION, 1) >= 5
            opened.draft(None, (1, 1))
            opened.load()
    except (Pixels.DecompressionBombWarning, Pixels.DecompressionBombError):
        raise FileTrouble(f"{path.name} has more pixels than can be read: 80 million are plenty") from None
    except Exception as error:  # decoders of damaged images raise whatever they stumble over
        raise FileTrouble(f"{path.name} cannot be read as an image: {_reason(error, formats)}") from None
    size = (height, width) if sideways else (width, height)
    return Image(hashlib.sha256(data).hexdigest(), *size, path)


@contextmanager
def _no_bombs() -> Iterator[None]:
    """Pillow's warning of images too large to hold in memory, as an error."""
    from PIL.Image import DecompressionBombWarning  # noqa: PLC0415  as above

    with warnings.catch_warnings():
        warnings.simplefilter("error", DecompressionBombWarning)
        yield


def _reason(error: Exception, formats: tuple[str, ...]) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    unknown = type(error).__name__ == "UnidentifiedImageError"
    known = " or ".join((", ".join(formats[:-1]), formats[-1])[len(formats) == 1 :])
    return f"it is not in the format {known}" if unknown else "it is damaged"
