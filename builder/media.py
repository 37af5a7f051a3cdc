"""Files that contents draw with: fonts and images, known by the digest of their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from builder.errors import FileTrouble
from builder.record import Record

if TYPE_CHECKING:
    pass

Solid = tuple[int, int, int, int] | None


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


_SHORT = 4096  # bytes of an answer that is remembered
_remembered: dict[str, Held] = {}  # by keys, which say all that decides an answer


def held(key: str, make: Callable[[], bytes]) -> Held:
    """A store that keeps no file; short answers, as that a font is sound, are there for the next brand."""
    if known := _remembered.get(key):
        return known
    made = Held(make())
    if len(made.data) <= _SHORT:
        _remembered[key] = made
    return made


# OpenType features by their tags, each with its number: 0 is off, 1 on, more one of several alternates.
Features = tuple[tuple[str, int], ...]


class Made(Record):
    """A static font that was made of the brand's file, and the key of all that decided it."""

    key: str
    stored: Stored


@dataclass(frozen=True, slots=True)
class Font:
    """A static TrueType font; two are the same if they hold the same bytes and have the same features on."""

    name: str  # its PostScript name
    family: str
    weight: int
    italic: bool
    digest: str  # sha256 of `data`
    path: Path = field(repr=False, compare=False)  # the brand's file
    made: Made | None = field(
        default=None, repr=False, compare=False
    )  # if the file is not drawn with as it is
    features: Features = ()  # what is turned on or off of it, beside what its letters need
    points: float = 0.0  # the size in pt that its letters are drawn for; 0: every one

    @property
    def data(self) -> bytes:
        """The font; FileTrouble if its file went away."""
        return self.made.stored.data if self.made else bytes_of(self.path)

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
        """That of the first font, in which most chains differ: they too stand in the keys of many caches."""
        return hash(self.fonts[:1])

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
    stored: Stored | None = field(default=None, repr=False, compare=False)  # if it stands within a drawing
    # Of a cut-out, what is not clear: left, top, right, bottom in px; of an opaque image nothing.
    solid: Solid = field(default=None, compare=False)

    @property
    def data(self) -> bytes:
        """Its bytes; FileTrouble if its file went away."""
        return self.stored.data if self.stored else bytes_of(self.path)

    @property
    def is_clear(self) -> bool:
        """Whether parts of it are: a cut-out."""
        return self.solid is not None

    @property
    def file(self) -> Path | BinaryIO:
        """What to open."""
        return BytesIO(self.stored.data) if self.stored else self.path


def bytes_of(path: Path, most: int = -1) -> bytes:
    """What stands in a file that was there when it was found; FileTrouble if it went away since."""
    try:
        with path.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        raise FileTrouble(f"{path}: {error.strerror}; it was there when the work began") from None
