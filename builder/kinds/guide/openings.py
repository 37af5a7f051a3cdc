"""The cover and the heads of chapters: frames of the brand's designs."""

from __future__ import annotations

from typing import Any

from builder.brand.design import Design, with_text_color
from builder.brand.slots import PHOTO
from builder.brand.uses import CHAPTER, COVERS, TAIL, THEME
from builder.content.story import Block, Heading, Opening, words
from builder.geometry.box import mm
from builder.layout.canvas import sheet
from builder.pack.artwork import art_alone, frame_of
from builder.pack.edition import Edition
from builder.pack.led import photographed
from builder.pack.recipes import EVERYWHERE, Origin
from builder.pack.standins import theme_photo
from builder.pack.themes import item_turn, theme_turn
from builder.record import replace
from builder.source import Loc

# Chapters that are about a part of the spec whose items may have photographs.
_LISTS = ("messages", "statistics", "resources", "days", "events")
_BAND = mm(38)  # on A4
_TAIL_HEIGHT = mm(100)  # on A4


def cover(edition: Edition) -> Opening:
    """The first page: the theme over the announcement's art."""
    spec, phrases = edition.spec, edition.phrases
    title = spec.guide.title or phrases["guide"]
    slots = {**edition.words, "title": title, "kicker": title}
    paper = edition.brand.paper.sheet
    canvas = sheet(paper.width, paper.height)
    design = next((name for name in COVERS if name in edition.brand.designs), None)
    named: Loc = ("guide", "title") if spec.guide.title else ("theme",)
    origin = Origin("guide", ("theme",), {**EVERYWHERE, "title": named, "kicker": named})
    turn = theme_turn(edition)
    photo = theme_photo(edition, design or "")
    frame: Any = frame_of(edition, design or _plain(edition), slots, canvas, origin, photo, turn)
    alt = phrases.fill("guide_alt", theme=spec.theme.title)
    return Opening(frame, spec.theme.title, id="cover", level=0, alt=alt)


def _plain(edition: Edition) -> Design:
    """The cover of a brand that has no design for one: words on a ground."""
    slots = (("kicker", "kicker"), ("theme", "display"), ("strapline", "lead"), ("dates", "label"))
    texts = [{"text": {"from": slot, "style": style, "optional": slot != "theme"}} for slot, style in slots]
    gap = {"spacer": 0.06}
    column = [texts[0], "spacer", texts[1], gap, texts[2], gap, texts[3], "spacer"]
    design = Design.model_validate({"background": {"fill": "primary"}, "body": {"column": column}})
    return with_text_color(design, edition.brand.ink)


def tail(edition: Edition) -> Any:
    """The recipe of art for pages that a chapter leaves half empty, if the brand has any."""
    design = edition.brand.designs.get(TAIL)
    if not isinstance(design, Design):
        return None
    paper = edition.brand.paper
    canvas = sheet(paper.sheet.width, paper.share(_TAIL_HEIGHT))
    return art_alone(edition, design, canvas, turn=replace(item_turn(edition, ""), seed=TAIL))


def opening(edition: Edition, name: str, title: str, number: int, design: str) -> Block:
    """The head of a chapter, on the ground of the design that its cards have; number 0 is not shown."""
    photo = _photo(edition, name)
    head = edition.brand.designs.get(photographed(edition, CHAPTER, photo))
    if not isinstance(head, Design):
        return Heading(1, words(title), name, str(number or ""))
    slots = {"title": title, "number": edition.phrases.number(number) if number else ""}
    paper, own = edition.brand.paper, _own(edition, name)
    canvas = sheet(paper.sheet.width, paper.share(_BAND))
    origin = Origin("", own, dict.fromkeys(slots, own))
    own_art = theme_turn(edition) if design == THEME else item_turn(edition, "")
    grounded = _grounded(edition, head, design)
    turn = replace(own_art, seed=name)
    frame: Any = frame_of(edition, grounded, slots, canvas, origin, photo, turn)
    return Opening(frame, title, str(number or ""), name, level=1 if number else 0)


def _grounded(edition: Edition, head: Design, design: str) -> Design:
    ground = edition.brand.designs.get(design)
    if not isinstance(ground, Design):
        return head
    own, wide = head.on("wide"), ground.on("wide")
    background = wide.background
    if PHOTO in head.needs:
        background = own.background.model_copy(update={"fill": background.fill})
    return own.model_copy(
        update={"background": background, "text_color": wide.text_color, "landscape": None, "wide": None}
    )


def _photo(edition: Edition, name: str) -> str | None:
    """The first photograph of what a chapter is about, or the one that the lead's own chapter names."""
    spec = edition.spec
    own = next((chapter for chapter in spec.guide.own if chapter.id == name), None)
    if own is not None:
        return own.photo
    if name not in _LISTS:
        return spec.theme.photo if name == "about" else None
    return next((item.photo for item in getattr(spec, name) if item.photo), None)


def _own(edition: Edition, name: str) -> Loc:
    own = [chapter.id for chapter in edition.spec.guide.own]
    return ("guide", "own", own.index(name), "title") if name in own else ("guide",)
