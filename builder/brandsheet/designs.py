"""Designs with sample words, on four shapes; those with a use of their own on what they are used on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.brand.artchoice import ANY_CAUSE, Turn
from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.uses import (
    ACTIVITY,
    BACK,
    CALL_CARD,
    CALLS,
    CERTIFICATE,
    CHAPTER,
    COVERS,
    DAY_HEAD,
    IN_INK,
    INFOGRAPHIC,
    LEAFLET,
    OF_SIZES,
    PLEDGE_ON_PAPER,
    POSTER,
    POSTER_UNDATED,
    TAIL,
)
from builder.brandsheet.samples import slot_words
from builder.content.frame import Fill, Frame
from builder.content.recipe import Layout, Remark
from builder.content.story import Block, Definition, Definitions, Plate, Plates
from builder.geometry.box import Box, mm
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas, screen, sheet
from builder.layout.photo import Photograph
from builder.pack.artwork import art_alone, drawn_design
from builder.pack.edition import LOGO, Voice
from builder.pack.recipes import CardRecipe, Origin
from builder.pack.sheets import STRIPS
from builder.platforms.papers import Use, beside
from builder.platforms.sizes import sizes_named
from builder.record import Record, replace

_PHOTO = Path(__file__).with_name("photograph.png")
_SHAPES = {"wide": "link", "square": "instagram-square", "portrait": "instagram-portrait", "story": "story"}
_WITH_PHOTO = "-photo"  # ends the name of a design for the same with a photograph
_CALL, _SCREEN = "background", "screen"
_PAPERS: dict[str, tuple[Use, ...]] = {
    POSTER: ("page",),
    POSTER_UNDATED: ("page",),
    **dict.fromkeys(IN_INK.values(), ("page",)),
    COVERS[0]: ("page",),
    BACK: ("page",),
    PLEDGE_ON_PAPER: ("card",),
    **dict.fromkeys(LEAFLET, ("card",)),
    ACTIVITY: ("page",),
    INFOGRAPHIC: ("wall",),
}
_BANDS = {CHAPTER: mm(38), TAIL: mm(100)}  # on A4
_STRIP = mm(17)  # on A4, from margin to margin


class Tried(CardRecipe):
    """A design with sample words; where it cannot hold them it is its ground alone, and that is told."""

    def lay_out(self) -> Layout:
        """A frame, whatever comes of the words; warnings, each with its canvas, if they do not fit."""
        layout = super().lay_out()
        if layout.sound:
            return Layout(layout.content)
        ground = self.brand.value.color(self.design.value.background.ground)
        whole = Fill(Box(0, 0, self.canvas.width, self.canvas.height), ground)
        bare = Frame(self.canvas.width, self.canvas.height, self.canvas.unit, (whole,), self.language)
        return Layout(bare, tuple(self._told(each) for each in layout.remarks))

    def _told(self, remark: Remark) -> Remark:
        """A remark of sample words, at the design; one of a logo as it is."""
        if remark.path[:1] == (LOGO,):
            return replace(remark, severity="warning")
        message = f"sample words: {remark.message}"
        return replace(remark, path=(self.name,), severity="warning", message=message)

    def locate(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """The design."""
        return path


class Shown(Record):
    """A canvas that a design is shown on, and what it is called."""

    name: str
    canvas: Canvas


def designs(voice: Voice) -> Iterator[Block]:
    """Each design, on its canvases."""
    yield Definitions(
        tuple(
            _design(voice, name, design)
            for name, design in voice.brand.designs.items()
            if isinstance(design, Design)
        ),
        whole=True,
    )


def _design(voice: Voice, name: str, design: Design) -> Definition:
    plates = tuple(_plate(voice, name, shown) for shown in _canvases(voice.brand, name))
    needs = f"Needs {', '.join(design.needs)}." if design.needs else ""
    note = "\n".join(filter(None, (design.about, needs)))
    return Definition(name, (Plates(plates, len(plates)),), note)


def pictures(voice: Voice, name: str, turn: Turn | None = None) -> Iterator[Frame]:
    """A design on its canvases, laid out, in one of its variants if a turn says which."""
    for shown in _canvases(voice.brand, name):
        plate = _plate(voice, name, shown, turn)
        recipe: Any = plate.picture
        frame: Frame = recipe.lay_out().content
        behind = (Fill(Box(0, 0, frame.width, frame.height), plate.ground),) if plate.ground else ()
        yield replace(frame, items=(*behind, *frame.items))


def turn_of(voice: Voice, name: str, variant: int | None = None) -> Turn:
    """What a design shows among the others: forms for any cause, and not the same as those beside it."""
    return Turn(art=sorted(voice.brand.designs).index(name), set=ANY_CAUSE, seed=name, variant=variant)


def _plate(voice: Voice, name: str, shown: Shown, turn: Turn | None = None) -> Plate:
    if name == TAIL:
        return _art(voice, name, shown)
    logo_alone = name in OF_SIZES.values() and voice.brand.logos
    words = {} if logo_alone else slot_words(voice)
    recipe = drawn_design(voice, name, words, shown.canvas, Origin(shown.name), turn or turn_of(voice, name))
    if recipe.design.value.background.photos:
        photo = Photograph(read_image(_PHOTO), Box(0.5, 0.5, 0, 0), "A sample photograph")
        recipe = replace(recipe, photo=photo)
    tried: Any = Tried(**{field: getattr(recipe, field) for field in recipe.__dataclass_fields__})
    return Plate(shown.name, picture=tried, alt=_alt(name, shown))


def _art(voice: Voice, name: str, shown: Shown) -> Plate:
    """What is drawn of a design that only lends its art."""
    design = voice.brand.designs[name]
    assert isinstance(design, Design)
    there = design.on(shown.canvas.shape)
    art: Any = art_alone(voice, there, shown.canvas, turn=Turn(seed=name))
    ground = voice.brand.color(there.background.ground)
    return Plate(shown.name, (), ground, picture=art, alt=_alt(name, shown))


def _alt(name: str, shown: Shown) -> str:
    return f"The design {name} with sample words, {shown.name}"


def _canvases(brand: Brand, name: str) -> Iterator[Shown]:
    paper = brand.paper.sheet
    if (plain := name.removesuffix(_WITH_PHOTO)) in _BANDS:
        yield Shown("on a page", sheet(paper.width, brand.paper.share(_BANDS[plain])))
        return
    if name == DAY_HEAD:
        yield Shown("on a page", sheet(brand.paper.across, brand.paper.share(_STRIP)))
        return
    page = beside(paper, "page")
    if name in STRIPS:
        yield Shown("at the foot of a poster", sheet(*(share * page.width for share in STRIPS[name])))
        return
    if name.removesuffix(_WITH_PHOTO) == CERTIFICATE:
        yield Shown(page.title, sheet(page.height, page.width))
        return
    for use in _PAPERS.get(name.removesuffix(_WITH_PHOTO), ()):
        there = beside(paper, use)
        yield Shown(there.title, sheet(there.width, there.height))
    for title, key in _screens(name).items():
        (size,) = sizes_named([key], brand.sizes)
        yield Shown(title, screen(size))


def _screens(name: str) -> dict[str, str]:
    """What sizes of screens a design is for, by what they are called here."""
    if name in CALLS:
        return {"video call": _CALL}
    if name == CALL_CARD:
        return {"portrait": "instagram-portrait"}
    if name == INFOGRAPHIC:
        return {"story": "story", "screen": _SCREEN}
    if own := [key for key, design in OF_SIZES.items() if design == name]:
        return {key: key for key in own}
    return {} if name.removesuffix(_WITH_PHOTO) in _PAPERS else _SHAPES
