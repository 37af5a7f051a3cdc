"""Logos and art: each on the grounds that it may stand on, painted as designs paint it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.brand.identity import Art, Brand
from builder.brand.lockups import SIZES, Logo, Shown
from builder.brand.logonames import MARK
from builder.color import Color, ratio_text
from builder.content.frame import Frame
from builder.content.recipe import Known, Layout, Recipe
from builder.content.story import Block, Definition, Definitions, Plate, Plates
from builder.geometry.box import Box
from builder.layout.art import drawn, tinting
from builder.layout.canvas import sheet
from builder.layout.logos import fitted
from builder.media import Font, Image
from builder.pack.artwork import tokens
from builder.pack.edition import Voice
from builder.source import Loc

_GROUNDS = ("background", "surface", "primary", "secondary", "accent")
_LONG = 200.0  # pt: the longer side of a drawing
_ROW, _LOGOS, _ICONS = 4, 5, 10  # plates side by side


@dataclass(frozen=True, kw_only=True)
class Drawing(Recipe):
    """A piece of art alone, in the colours that its roles have on a ground."""

    art: Art
    brand: Known[Brand]
    ground: Color

    def lay_out(self) -> Layout:
        """A frame of curves."""
        view = self.art.view
        box = Box(0, 0, *(side * _LONG / max(view.w, view.h) for side in (view.w, view.h)))
        tint = tinting(None, self.art, self.brand.value, self.ground)
        return Layout(Frame(box.w, box.h, "pt", drawn(self.art, box, tint), ""))

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """None: curves need no file."""
        return ()

    def locate(self, path: Loc) -> Loc:
        """Nowhere: it has no words."""
        return path


@dataclass(frozen=True, kw_only=True)
class LogoDrawing(Recipe):
    """A lock-up as it is drawn on a ground."""

    shown: Shown

    def lay_out(self) -> Layout:
        """A frame of curves."""
        found = fitted((self.shown,), (_LONG, _LONG), _LONG, sheet(_LONG, _LONG))
        box = Box(0, 0, found.width, found.height)
        return Layout(Frame(box.w, box.h, "pt", tuple(found.paths(box)), ""))

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """The images in it."""
        return self.shown.art.images

    def locate(self, path: Loc) -> Loc:
        """Nowhere: it has no words."""
        return path


def logos(voice: Voice) -> Iterator[Block]:
    """Each logo on each ground, in the lock-ups that are taken there, in each language that has its own."""
    told_apart: dict[Logo, list[str]] = {}
    for name, logo in voice.brand.logos.items():
        if not _is_size(name, logo, voice.brand):
            told_apart.setdefault(logo, []).append(name)
    entries = tuple(
        _logo(voice.brand, names, *spoken) for logo, names in told_apart.items() for spoken in logo.spoken()
    )
    if entries:
        yield Definitions(entries, whole=True)


def _is_size(name: str, logo: Logo, brand: Brand) -> bool:
    """Whether a logo says no more than which drawings of the main one count as of a size, or as its mark."""
    main = brand.logos.get("main")
    if name == MARK:
        return main is not None and {*logo.drawings} == {*main.drawings}
    return name in SIZES and main is not None and {*logo.drawings} <= {*main.drawings}


def _logo(brand: Brand, names: list[str], language: str, logo: Logo) -> Definition:
    said = f" ({language})" if language else ""
    plates = (
        _on_ground(names[0] + said, shown, role, ground)
        for ground, role in _grounds(brand).items()
        for shown in logo.on(ground, brand.on(role))
    )
    notes = dict.fromkeys(f"{each.art.name}: {each.smallest}" for each in logo.lockups)
    return Definition(", ".join(names) + said, (Plates(tuple(plates), _LOGOS, 0.6),), "\n".join(notes))


def _grounds(brand: Brand) -> Mapping[Color, str]:
    """The grounds, each under the first of the roles that have its colour."""
    grounds: dict[Color, str] = {}
    for role in _GROUNDS:
        grounds.setdefault(brand.color(role), role)
    return grounds


def _on_ground(name: str, shown: Shown, role: str, ground: Color) -> Plate:
    standing = shown.standing
    lost = f", {standing.missed:.0%} lost" if standing.missed and not standing.whole else ""
    how = " in one colour" if shown.painted else " on a plate" if shown.plate else ""
    stands = f"{ratio_text(standing.contrast)}{lost if standing.reads else ', too faint'}"
    picture: Any = LogoDrawing(shown=shown)
    notes = (shown.art.name.rpartition("/")[2] + how, stands)
    return Plate(f"on {role}", notes, ground, picture=picture, alt=f"The logo {name} on {role}{how}")


def art(voice: Voice) -> Iterator[Block]:
    """Each piece of art on the two grounds that most of it stands on, and the icons."""
    icons = [each for name, each in voice.brand.art.items() if name.startswith("art/icons/")]
    others = [each for each in voice.brand.art.values() if each not in icons]
    if others:
        plates = (_piece(voice, each, role) for each in others for role in ("background", "primary"))
        yield Plates(tuple(plates), _ROW, 0.75)
    if icons:
        yield Plates(tuple(_piece(voice, each, "background", icon=True) for each in icons), _ICONS, 1.0)


def _piece(voice: Voice, piece: Art, role: str, *, icon: bool = False) -> Plate:
    ground, name = voice.brand.color(role), piece.name.rpartition("/")[2].rpartition(".")[0]
    picture: Any = Drawing(art=piece, brand=tokens(voice), ground=ground)
    alt = piece.title or f"The {'icon' if icon else 'art'} {name}"
    return Plate(name, () if icon else (f"on {role}",), ground, picture=picture, alt=f"{alt}, on {role}")
