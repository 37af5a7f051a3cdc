"""What a look says of itself in `look.yaml`: what it is, and its type scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from builder.brand.artsets import unusable as changes_nothing
from builder.brand.brandfile import StyleChange
from builder.brand.drawings import art_names
from builder.brand.findings import Findings
from builder.brand.lookfiles import file_of
from builder.brand.looks import FILE, Look, look_names
from builder.brand.measures import Crest
from builder.brand.part import SHARE, BrandPart
from builder.brand.standins import StandIn, unusable
from builder.source import Source

MARGIN = 0.08  # of the short side


class LookStyle(BrandPart):
    """The file `look.yaml` of a look."""

    about: str = ""
    """The look in a sentence, as `packbuild list looks` shows it. Example: Type alone, set large."""
    like: str = ""
    """The look that all is taken from that this one lacks. Example: broadsheet"""
    margin: Annotated[float, SHARE, Field(ge=0, le=0.3)] | None = None
    """How far words keep off the edge of cards, where the brand says nothing of it. Example: 0.07"""
    styles: dict[str, StyleChange] = Field(default_factory=dict)
    """Type styles: what differs from the program's own, or further ones; the brand's go before them.
    Example: {display: {size: 0.34, leading: 0.96}}
    """
    sets: tuple[str, ...] | None = None
    """Sets of drawings, of which a campaign and year has one: by chance, or by the `art` of its theme. The
    first is that of the drawings in `art/`; each other is a folder of it, whose drawings stand for those of
    the same name. Folders within one join those in `art/`: `art/petals/leaves/` is of `art/leaves/*.svg`
    for campaigns that have `petals`. Example: [arms, petals, arches]
    """
    crests: Annotated[tuple[Crest, ...], Field(min_length=1)] | None = None
    """How the hills of boxes (`cut: hill`) are cut: `rolling`, `ridged` or `scalloped`. A campaign and year
    has one by chance, that of the same place as its set of drawings. Example: [rolling, ridged]
    """
    pictures: tuple[StandIn, ...] | None = None
    """Pictures that stand in on cards without a photograph, if the look has a design for those with one; the
    `art` of an item names one, or a drawing instead; `[]` leaves all to drawings.
    Example: [{file: art/chairs.jpg, focus: [0.3, 0.4, 0.4, 0.3]}]
    """


def read_styles(look: Look, findings: Findings) -> tuple[LookStyle, ...]:
    """What the look says of itself, and what those say that it is like, as far as it can be read."""
    seen = [_read(look, number, findings) for number in range(len(look.homes))]
    read = [each for each in seen if each]
    sets = next((style.sets for style, _ in read if style.sets is not None), ())
    for style, source in read:
        for number, field, message, hint in unusable(style.pictures or (), _pieces(look), sets):
            findings.fault(source.place(("pictures", number, field)), message, hint)
    return tuple(style for style, _ in read)


def margin_of(own: float | None, styles: Sequence[LookStyle]) -> float:
    """The margin of cards, as a share of the short side: the brand's, or else the look's."""
    said = (margin for margin in (own, *(style.margin for style in styles)) if margin is not None)
    return next(said, MARGIN)


def _read(look: Look, number: int, findings: Findings) -> tuple[LookStyle, Source] | None:
    """One of them; a fault where it is like a look that there is not, or that is like it."""
    home = look.homes[number]
    seen = file_of(home, FILE, LookStyle, findings)
    if seen is None:
        return None
    style, source = seen
    for at, message, hint in changes_nothing(style.sets or (), _pieces(look)):
        findings.fault(source.place(("sets", at)), message, hint)
    if style.like not in ("", *(each.path.name for each in look.homes[number + 1 :])):
        place, known = source.place(("like",)), look_names(look.own.path)
        if style.like in known:
            message = f"`{home.path.name}` cannot be like a look that is like it"
            findings.fault(place, message, "delete this line")
        else:
            findings.lacking("look", style.like, place, known)
    return seen


def _pieces(look: Look) -> set[str]:
    return {name for each in look.folders for name in art_names(each.path)}
