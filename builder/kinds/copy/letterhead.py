"""The head of letters: the brand's logo, and the art of the announcement in the corner of the sheet."""

from __future__ import annotations

from typing import Any

from builder.brand.design import SHAPES, Design
from builder.brand.uses import THEME
from builder.content.frame import Fill, Frame
from builder.content.look import Look
from builder.content.story import Letterhead
from builder.geometry.box import Box, mm
from builder.layout.canvas import sheet
from builder.layout.logos import fitted
from builder.pack.artwork import art_on_paper
from builder.pack.edition import Edition
from builder.pack.themes import theme_turn
from builder.record import replace

_LOGO = mm(58), mm(14)  # on A4: the place of the logo
_CORNER = mm(64), mm(34)  # on A4: the art's, which never comes near the logo
_WHOLE, _OFF = 1.0, (0.12, -0.12)  # of the corner's height: the art's longer side, and what is off the sheet
_BAND = mm(3)  # on A4: how high a band is where there is no art


def letterhead(edition: Edition, look: Look) -> Letterhead:
    """The head that suits the edition's language, for letters in a look."""
    logo, alt = _logo(edition, look)
    return Letterhead(_art(edition, look), logo, alt)


def _art(edition: Edition, look: Look) -> Any:
    """The recipe of the announcement's art; a band in the accent's colour where that has none."""
    design, paper = edition.brand.designs.get(THEME), edition.brand.paper
    wide, high = map(paper.share, _CORNER)
    art = None
    if isinstance(design, Design):
        art = art_on_paper(edition, _in_corner(design), sheet(wide, high), theme_turn(edition))
    if art is not None:
        return art
    band = Box(0, 0, look.width, paper.share(_BAND))
    return Frame(band.w, band.h, "pt", (Fill(band, look.accent),), edition.language)


def _in_corner(design: Design) -> Design:
    """The design with its art off the corner, so that nothing cuts it but the edges of the sheet."""
    own = design.on("landscape")
    placed = {"anchor": "top-right", "scale": _WHOLE, "shift": _OFF}
    placed |= {"grows": None, "shrinks": None, "least": 0.0}  # there are no words to leave it room
    art = tuple(piece.model_copy(update=placed) for piece in own.background.pieces)
    background = own.background.model_copy(update={"art": art})
    return own.model_copy(update={"background": background, **dict.fromkeys(SHAPES)})


def _logo(edition: Edition, look: Look) -> tuple[Frame | None, str]:
    """The logo as paper shows it, and what it says; None if the brand has none that is read there."""
    found = dict(edition.logos({"main"})).get("main")
    if found is None:
        return None, ""
    paper = edition.brand.paper
    wide, high = map(paper.share, _LOGO)
    plated = tuple(replace(each, plate=each.plate or look.accent) for each in found.lockups)
    canvas = sheet(paper.across, paper.sheet.height)
    versions = replace(found, lockups=plated).on(look.paper, look.text.color)
    shown = fitted(versions, (wide, high), paper.across - paper.share(_CORNER[0]), canvas)
    box = Box(0, 0, shown.width, shown.height)
    frame = Frame(box.w, box.h, "pt", tuple(shown.paths(box)), edition.language)
    return frame, edition.phrases.fill("alt_logo", name=edition.logo_alt(shown.shown.art.name))
