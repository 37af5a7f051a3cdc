"""Logos as they are drawn: their lock-ups, and which of them stands out on a ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from builder.brand.identity import Art, ArtShape
from builder.brand.ink import Ink, Standing, ink_of
from builder.color import Color
from builder.errors import Place
from builder.geometry.box import Box
from builder.geometry.clip import clipped
from builder.geometry.paints import Raster
from builder.record import Record, replace

if TYPE_CHECKING:  # its fields have the types that are defined here
    from builder.brand.logonames import LogoFile

Form = Literal["", "wide", "stacked", "symbol"]
Ground = Literal["", "light", "dark", "one-color"]
Side = Literal["height", "width"]
Grounds = tuple[Color, ...]  # what a logo stands on passes through
Size = Literal["large", "medium", "small"]  # of brand.yml, by which logos are named

SIZES: tuple[Size, ...] = ("large", "medium", "small")

_LAST = 2  # the rank of what stands alone where nothing else is large enough
_SIDES: Mapping[Side, str] = {"height": "high", "width": "wide"}
_READ = 4.5  # of contrast: the names in logos are as small as text (WCAG 2.2, 1.4.3)
_LOOSE = 0.75  # of its width or height, which a drawing takes at least if it is not trimmed


class Least(Record):
    """How small a logo may be: its height or its width, on screens in CSS px and on paper in mm."""

    side: Side
    px: float
    mm: float


@dataclass(frozen=True, slots=True)
class Lockup:
    """One drawing of a logo: for what shape of place, what ground and what language."""

    art: Art
    ink: Ink = field(repr=False, compare=False)  # measured once, where the brand is read
    form: Form = ""
    ground: Ground = ""
    language: str = ""  # none: for all that have none of their own
    rank: int = 0  # those of the next are taken where none of this is large enough
    least: Least | None = None  # none given: that its shorter side is no lower than the least text there
    clear: float = 0.0  # room that is kept around it, as a share of its height
    plate: Color | None = None  # what it stands on where it would not be seen
    derived: bool = False  # whether it may be painted in one colour
    place: Place | None = field(default=None, repr=False, compare=False)  # where the brand names it

    @property
    def smallest(self) -> str:
        """How small it may be, in words."""
        if self.least is None:
            return "as small as the least text beside it"
        return f"{self.least.px:.3g} px or {self.least.mm:.3g} mm {_SIDES[self.least.side]} at the least"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo by its name, in all its lock-ups, the first that is meant first."""

    lockups: tuple[Lockup, ...]
    place: Place | None = field(default=None, repr=False, compare=False)  # where the brand names it
    whole: bool = field(default=True, repr=False, compare=False)  # whether all that it names can be drawn

    @property
    def drawings(self) -> tuple[Art, ...]:
        """What its lock-ups show."""
        return tuple(each.art for each in self.lockups)

    def spoken(self) -> Iterator[tuple[str, Logo]]:
        """The logo by language: under "" for those that have none of their own, and in each that has one."""
        if any(not each.language for each in self.lockups):
            yield "", self.speaking("")
        for language in dict.fromkeys(each.language for each in self.lockups if each.language):
            yield language, self.speaking(language)

    def speaking(self, language: str) -> Logo:
        """The logo in a language: what is for it, and symbols; where it has nothing, what is for none."""
        own = [each for each in self.lockups if _speaks(each.language, language)]
        rest = [each for each in self.lockups if not each.language]
        if own:
            own += [each for each in rest if each.form == "symbol"]
        first = [each for each in self.lockups if each.language == self.lockups[0].language]
        spoken = tuple(own or rest or first)
        return replace(self, lockups=spoken, place=spoken[0].place or self.place)

    def on(self, ground: Color, words: Color, *others: Color) -> tuple[Shown, ...]:
        """For each shape of place the version that stands out most; those alone that are seen, if one is.

        `words` is the colour of words there: what is of one colour is painted in it. A ground that passes
        into others is asked where a version stands out least.
        """
        return _versions(self, (ground, *others), words)


class Shown(Record):
    """A lock-up on a ground, as it is drawn there."""

    lockup: Lockup
    standing: Standing
    painted: Color | None = None  # all of it, where it is of one colour
    plate: Color | None = None  # what it stands on instead of the ground

    @property
    def art(self) -> Art:
        """The drawing."""
        return self.lockup.art


def written_under(name: str) -> str:
    """The key of `_brand.yml` under which a logo of this name stands."""
    return "logo" if name in ("main", *SIZES) else "logo.images"


def lockup(
    file: LogoFile, art: Art, ink: Ink, colors: Mapping[str, Color], place: Place | None = None
) -> Lockup:
    """A drawing for what the brand says that it is for; symbols, which say no name, are taken last."""
    return Lockup(
        art,
        ink,
        file.form,
        file.ground,
        file.language,
        rank=_LAST if file.form == "symbol" else file.size,
        least=file.least,
        clear=file.clear,
        plate=colors.get(file.plate),
        derived=file.derived,
        place=place,
    )


def trimmed(art: Art) -> Art:
    """The drawing without the room around it, if that is much: many are saved on a square."""
    box = ink_of(art).box
    loose = min(box.w / art.view.w, box.h / art.view.h) < _LOOSE
    if not loose or box.w <= 0 or box.h <= 0:
        return art
    return replace(art, view=box, shapes=tuple(_cropped(shape, box) for shape in art.shapes))


def _cropped(shape: ArtShape, box: Box) -> ArtShape:
    """A form; of an image no more than is seen."""
    if not isinstance(shape.fill, Raster):
        return shape
    return replace(shape, commands=clipped(shape.commands, box))


@lru_cache(maxsize=64)
def _versions(logo: Logo, grounds: Grounds, words: Color) -> tuple[Shown, ...]:
    """What all cards on a ground ask for: a logo may have thousands of colours to weigh."""
    groups: dict[tuple[int, Form], list[Lockup]] = {}
    for each in logo.lockups:
        groups.setdefault((each.rank, each.form), []).append(each)
    shown = [_best(group, grounds, words) for _, group in sorted(groups.items(), key=lambda each: each[0][0])]
    return tuple([each for each in shown if each.standing.reads] or shown)


def _best(lockups: Sequence[Lockup], grounds: Grounds, words: Color) -> Shown:
    """The version that stands out most; of one colour, or on a plate, where none of the others is seen."""
    own = [each for each in lockups if each.ground != "one-color"]
    found = [_shown(each, grounds, words) for each in own]
    if not any(each.standing.whole and each.standing.contrast >= _READ for each in found):
        found += [_shown(each, grounds, words) for each in lockups if each.ground == "one-color"]
        whole = [each for each in own if each.derived and not (each.plate and each.ink.merges)]
        found += [_painted(each, grounds, words) for each in whole]
    if not any(each.standing.whole for each in found):
        found += [_on_plate(each, each.plate) for each in own if each.plate]
    return max(found, key=lambda each: _out(each.standing))


def _out(standing: Standing) -> tuple[float, float]:
    """How far it stands out, to be compared."""
    return standing.seen - standing.lost, standing.contrast


def _shown(lockup: Lockup, grounds: Grounds, words: Color) -> Shown:
    if lockup.ground == "one-color":
        return _painted(lockup, grounds, words)
    return Shown(lockup, min((lockup.ink.on(ground) for ground in grounds), key=_out))


def _painted(lockup: Lockup, grounds: Grounds, words: Color) -> Shown:
    return Shown(lockup, min((lockup.ink.on(ground, words) for ground in grounds), key=_out), words)


def _on_plate(lockup: Lockup, plate: Color) -> Shown:
    return Shown(lockup, lockup.ink.on(plate), plate=plate)


def _speaks(tag: str, language: str) -> bool:
    """Whether what is for a tag (`cy`) is for a language (`cy-GB`) too."""
    tag, language = tag.lower(), language.lower()
    return bool(tag) and (tag == language or tag == language.partition("-")[0])
