"""Logos and art: each on the grounds that it may stand on, painted as designs paint it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.brand.identity import Art, Brand, logo_on, logo_versions, standing_out
from builder.color import READABLE_LARGE, Color
from builder.content.frame import Frame
from builder.content.recipe import Known, Layout, Recipe
from builder.content.story import Block, Definition, Definitions, Plate, Plates
from builder.geometry.box import Box
from builder.layout.art import drawn, tinting
from builder.media import Font, Image
from builder.pack.artwork import tokens
from builder.pack.edition import Voice
from builder.source import Loc

_GROUNDS = ("background", "surface", "primary", "secondary", "accent")
_LONG = 200.0  # pt: the longer side of a drawing
_ROW, _LOGOS, _ICONS = 4, 5, 10  # plates side by side


@dataclass(frozen=True, kw_only=True)
class Drawing(Recipe):
    """A drawing alone: art in the colours that its roles have on a ground, a logo in its own."""

    art: Art
    brand: Known[Brand]
    ground: Color | None = None  # none: its own colours

    def lay_out(self) -> Layout:
        """A frame of curves."""
        view = self.art.view
        box = Box(0, 0, *(side * _LONG / max(view.w, view.h) for side in (view.w, view.h)))
        tint = tinting(None, self.art, self.brand.value, self.ground) if self.ground else None
        return Layout(Frame(box.w, box.h, "pt", drawn(self.art, box, tint), ""))

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """None: curves need no file."""
        return ()

    def locate(self, path: Loc) -> Loc:
        """Nowhere: it has no words."""
        return path


def logos(voice: Voice) -> Iterator[Block]:
    """Each logo on each ground, in the version that is taken there."""
    entries = (_logo(voice, names) for names in _told_apart(voice.brand))
    yield Definitions(tuple(entries), whole=True)


def _told_apart(brand: Brand) -> Iterator[list[str]]:
    """The names of each logo, without those of its versions."""
    versions = {version for name in brand.logos for version in logo_versions(name)[1:]}
    named: dict[Art, list[str]] = {}
    for name, art in brand.logos.items():
        if name not in versions:
            named.setdefault(art, []).append(name)
    yield from named.values()


def _logo(voice: Voice, names: list[str]) -> Definition:
    grounds, name = _grounds(voice.brand), names[0]
    plates = tuple(_on_ground(voice, name, role, ground) for ground, role in grounds.items())
    files = dict.fromkeys(
        voice.brand.logos[each].name for each in logo_versions(name) if each in voice.brand.logos
    )
    return Definition(", ".join(names), (Plates(plates, _LOGOS, 0.6),), "\n".join(files))


def _grounds(brand: Brand) -> Mapping[Color, str]:
    """The grounds, each under the first of the roles that have its colour."""
    grounds: dict[Color, str] = {}
    for role in _GROUNDS:
        grounds.setdefault(brand.color(role), role)
    return grounds


def _on_ground(voice: Voice, name: str, role: str, ground: Color) -> Plate:
    art = logo_on(voice.brand.logos, name, ground)
    ratio = standing_out(art, ground)
    faint = "" if ratio >= READABLE_LARGE else ", too faint"
    picture: Any = Drawing(art=art, brand=tokens(voice))
    notes = (art.name.rpartition("/")[2], f"{ratio:.1f}:1{faint}")
    alt = f"The logo {name} on {role}"
    return Plate(f"on {role}", notes, ground, picture=picture, alt=alt)


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
