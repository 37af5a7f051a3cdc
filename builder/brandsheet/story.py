"""The sheet as a story: a cover, then a part for each thing that a brand is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.brand.design import Design, with_text_color
from builder.brand.uses import COVERS, THEME
from builder.brandsheet.designs import designs
from builder.brandsheet.drawings import art, logos
from builder.brandsheet.look import sheet_look
from builder.brandsheet.palette import pairs, palette, roles
from builder.brandsheet.samples import Sample
from builder.brandsheet.typography import languages, scale
from builder.color import READABLE, READABLE_LARGE
from builder.content.look import Look
from builder.content.story import Block, Head, Opening, Story, words
from builder.layout.canvas import sheet
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin
from builder.record import Record

TITLE = "Brand sheet"


class Part(Record):
    """A part of the sheet: its title, what there is to say of it, and what it shows."""

    id: str
    title: str
    intro: str
    blocks: Callable[[Sample, Look], Iterable[Block]]


_PARTS = (
    Part(
        "colour",
        "Colour",
        "The palette of _brand.yml. Under each colour: its value, its other names, the roles that it plays.",
        lambda voice, _: palette(voice.brand),
    ),
    Part(
        "roles",
        "Roles",
        "Designs, slides and art ask for roles, so a colour is changed in one place.",
        lambda voice, _: roles(voice.brand),
    ),
    Part(
        "pairs",
        "Words on colours",
        "How words stand out from their ground (WCAG 2.2). "
        f"Text needs {READABLE:g}:1, large text, from 18 pt or 24 px, "
        f"{READABLE_LARGE:g}:1. A disc is a colour in which no words can be read on that ground.",
        lambda voice, _: pairs(voice.brand),
    ),
    Part(
        "type",
        "Type",
        "The styles of cards and posters, as large as they may become where the short side is 70 mm. "
        "Sizes are shares of it.",
        lambda voice, look: scale(voice.brand, look, voice.language),
    ),
    Part(
        "languages",
        "Languages",
        "What other languages are set in.",
        lambda voice, look: languages(voice.brand, look, voice.language),
    ),
    Part("logos", "Logos", "The version that is taken on each ground.", lambda voice, _: logos(voice)),
    Part(
        "art",
        "Art",
        "Motifs and icons, painted by the roles of their shapes.",
        lambda voice, _: art(voice),
    ),
    Part("designs", "Designs", "Every design with sample words.", lambda voice, _: designs(voice)),
)


def story(voice: Sample) -> Story:
    """The sheet of a brand."""
    name, look = voice.brand.name or "The brand", sheet_look(voice.brand, voice.language)
    return Story(
        title=f"{name}: {TITLE}",
        author=voice.brand.name,
        subject=TITLE,
        language=voice.language,
        blocks=(_cover(voice, name, look), *_blocks(voice, look)),
        look=look,
        running=f"{name}: {TITLE.lower()}",
    )


def _blocks(voice: Sample, look: Look) -> Iterator[Block]:
    for part in _PARTS:
        if shown := tuple(part.blocks(voice, look)):
            yield Head(part.title, words(part.intro), part.id)
            yield from shown


def _cover(voice: Sample, name: str, look: Look) -> Opening:
    """The brand's name over the art of its first card."""
    slots = {"title": name, "kicker": TITLE}
    canvas = sheet(look.width, look.height)
    frame: Any = drawn_design(voice, _cover_design(voice), slots, canvas, Origin("cover"))
    return Opening(frame, name, TITLE, id="cover", level=0)


def _cover_design(voice: Sample) -> Design:
    brand = voice.brand
    known = next((brand.designs[name] for name in (THEME, *COVERS) if name in brand.designs), None)
    background: Any = {"fill": "primary"}
    if isinstance(known, Design) and known.on("landscape").background.photos == ():
        background = known.on("landscape").background
    logo = [{"logo": {"name": "main", "height": 0.13, "width": 0.6}}] if brand.logos else []
    title = {"text": {"from": "title", "style": "display", "size": 0.13, "short": 0.16, "lines": 4}}
    kicker = {"text": {"from": "kicker", "style": "lead"}}
    column = [*logo, "spacer", title, {"spacer": 0.04}, kicker]
    area = {"width": 0.62, "at": "top-left"}
    design = Design.model_validate({"background": background, "area": area, "body": {"column": column}})
    return with_text_color(design, brand.ink)
