"""The cover and the heads of chapters: frames of the brand's designs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from operator import itemgetter
from typing import Any

from builder.brand.artchoice import Turn, hand
from builder.brand.design import Design, Shape, with_text_color
from builder.brand.slots import PHOTO
from builder.brand.uses import BACK, CHAPTER, COVERS, DAY_HEAD, TAIL, THEME
from builder.content.look import Look
from builder.content.story import Block, Heading, Opening, words
from builder.geometry.box import mm
from builder.layout.canvas import Canvas, sheet
from builder.pack.artwork import art_alone, art_on_paper, frame_of
from builder.pack.edition import Edition
from builder.pack.hours import only_day
from builder.pack.led import photographed
from builder.pack.recipes import EVERYWHERE, Origin
from builder.pack.standins import is_stand_in, pictures_of, theme_photo
from builder.pack.themes import item_turn, theme_turn
from builder.record import replace
from builder.source import Loc
from builder.spec.dated import Event
from builder.text.fallback import lacking

# Chapters that are about a part of the spec whose items may have photographs.
_LISTS = ("messages", "statistics", "resources", "days", "events")
# Heights of its forms in pt, on A4: the edges of the first two fall between pixels at 60, 72 and 150 dpi.
_BAND, _HALF, _PAGE = 108.0, 360.0, mm(297)
_STRIP = mm(17)  # on A4, from margin to margin
_TOLD = 1.25  # of contrast with the paper, at the least, of the quiet art at a foot
_TAILS = 3  # as many pages as have art of their own at their foot
_TAIL_HEIGHTS, _HEAD_HEIGHT = (mm(100), mm(46)), mm(10)  # on A4


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


def back(edition: Edition, look: Look, said: tuple[Block, ...]) -> Opening | None:
    """The last page: whom to ask, and where to read on; `said` in formats without a layout.

    None if the brand has no design for it, or no letters for who asks: then that is a chapter, in which
    boxes stand for them.
    """
    campaign, phrases, paper = edition.spec.campaign, edition.phrases, edition.brand.paper.sheet
    title, address = phrases["chapter_contact"], campaign.contact
    who = phrases.fill("organised_by", organiser=campaign.organiser)
    if BACK not in edition.brand.designs or lacking(f"{who}{address}", look.text.faces.regular):
        return None
    slots = {**edition.words, "title": title, "text": who, "contact": address}
    own: Loc = ("campaign", "contact")
    origin = Origin("guide", own, {**EVERYWHERE, "title": ("guide",), "contact": own, "text": own})
    canvas = sheet(paper.width, paper.height)
    photo, turn = theme_photo(edition, BACK), theme_turn(edition)
    frame: Any = frame_of(edition, BACK, slots, canvas, origin, photo, turn)
    links = ((address, mail_of(address)), (edition.words["website"], campaign.website))
    return Opening(frame, title, id="contact", links=tuple(filter(itemgetter(1), links)), said=said)


def mail_of(address: str) -> str:
    """Where an e-mail address leads; nowhere if it is none."""
    return f"mailto:{address}" if "@" in address and " " not in address else ""


def _plain(edition: Edition) -> Design:
    """The cover of a brand that has no design for one: words on a ground."""
    slots = (("kicker", "kicker"), ("theme", "display"), ("strapline", "lead"), ("dates", "label"))
    texts = [{"text": {"from": slot, "style": style, "optional": slot != "theme"}} for slot, style in slots]
    gap = {"spacer": 0.06}
    column = [texts[0], "spacer", texts[1], gap, texts[2], gap, texts[3], "spacer"]
    design = Design.model_validate({"background": {"fill": "primary"}, "body": {"column": column}})
    return with_text_color(design, edition.brand.ink)


def day_head(edition: Edition, turn: int, event: Event, title: str) -> Any:
    """The recipe of the head of a day of several events, of which one is the first; None without a design.

    Each day of the guide has another ground and other art in `turn`.
    """
    if DAY_HEAD not in edition.brand.designs:
        return None
    paper, day = edition.brand.paper, only_day(event)
    slots = {"title": title, "day_number": edition.phrases.day_number(day) if day else ""}
    own: Loc = ("events", edition.spec.events.index(event))
    origin = Origin("guide", own, dict.fromkeys(slots, own))
    turned = replace(item_turn(edition, ""), ground=turn, art=turn, seed=f"{DAY_HEAD}-{event.start}")
    canvas = sheet(paper.across, paper.share(_STRIP))
    return frame_of(edition, DAY_HEAD, slots, canvas, origin, turn=turned)


def tails(edition: Edition) -> tuple[Any, ...]:
    """The recipes of art for pages that a chapter leaves half empty, if the brand has any: high ones and low.

    Art that is drawn by a seed or is one of a list is another on each page in turn, and none that heads show.
    """
    design = edition.brand.designs.get(TAIL)
    if not isinstance(design, Design):
        return ()
    paper, turn = edition.brand.paper, item_turn(edition, "")
    canvases = [sheet(paper.sheet.width, paper.share(high)) for high in _TAIL_HEIGHTS]
    seeds = (TAIL, *(f"{TAIL}-{number}" for number in range(2, _TAILS + 1)))
    turns = (
        replace(turn, seed=seed, art=art) for seed, art in zip(seeds, cycle(_not_in_heads(edition, design)))
    )
    return tuple(tuple(_tail(edition, design, canvas, each) for canvas in canvases) for each in turns)


def _not_in_heads(edition: Edition, design: Design) -> Sequence[int]:
    """Which pieces of its list the heads of chapters lack; any, if they show them all."""
    turns = (item_turn(edition, ""), theme_turn(edition))
    listed = hand(design, turns[0])
    head = edition.brand.designs.get(CHAPTER)
    shown = {
        dealt[turn.art % len(dealt)]
        for turn in turns
        if isinstance(head, Design) and (dealt := hand(head, turn))
    }
    return [number for number, file in enumerate(listed) if file not in shown] or [0]


def _tail(edition: Edition, design: Design, canvas: Canvas, turn: Turn) -> Any:
    """Its art or, of a design that shows words, those: the year."""
    if not design.needs:
        return art_alone(edition, design.on(canvas.shape), canvas, turn=turn, told=_TOLD)
    return frame_of(edition, design, edition.words, canvas, Origin("guide", ("theme",)), turn=turn)


def running_head(edition: Edition) -> Any:
    """The recipe of the announcement's art on a strip, for the upper edge of the Word file's pages."""
    design, paper = edition.brand.designs.get(THEME), edition.brand.paper
    if not isinstance(design, Design):
        return None
    canvas = sheet(paper.sheet.width, paper.share(_HEAD_HEIGHT))
    return art_on_paper(edition, design, canvas, theme_turn(edition))


def chapter_photos(edition: Edition, names: Sequence[str]) -> Mapping[str, str | None]:
    """The photograph of each of these chapters, or what stands in for it.

    Those that the lead chose for a chapter go first; another has the first photograph of what it is about
    that no chapter shows yet or, where all are shown, none.
    """
    chosen = {name: _chosen(edition, name) for name in names}
    shown = {photo for photo in chosen.values() if photo}
    for name in names:
        others = (photo for photo in _photos(edition, name) if photo not in shown)
        chosen[name] = chosen[name] or next(others, None)
        shown.add(chosen[name] or "")
    own = list(chosen.values())
    return dict(zip(names, pictures_of(edition, CHAPTER, names, own, [None] * len(names)), strict=True))


def opening(
    edition: Edition,
    name: str,
    title: str,
    number: int,
    design: str,
    photo: str | None,
    rich: bool = False,
) -> Opening | Heading:
    """The head of a chapter, on the ground of the design that its cards have; number 0 is not shown.

    A `rich` chapter may open with a page of its own, as may one with a photograph that the cover lacks.
    """
    head = edition.brand.designs.get(photographed(edition, CHAPTER, photo))
    if not isinstance(head, Design):
        return Heading(1, words(title), name, str(number or ""))
    slots = {"title": title, "number": edition.phrases.number(number) if number else ""}
    own_photo = photo != edition.spec.theme.photo and not is_stand_in(edition, photo)
    pictured = PHOTO in head.needs and own_photo
    own = _own(edition, name)
    origin = Origin("", own, dict.fromkeys(slots, own))
    own_art = theme_turn(edition) if design == THEME else item_turn(edition, "")
    turn = replace(own_art, seed=name)

    def form(high: float) -> Any:
        paper = edition.brand.paper
        canvas = sheet(paper.sheet.width, min(paper.share(high), paper.sheet.height))
        grounded = _grounded(edition, head, design, canvas.shape)
        return frame_of(edition, grounded, slots, canvas, origin, photo, turn)

    higher = (_HALF, *((_PAGE,) if rich or pictured else ()))
    return Opening(
        form(_BAND),
        title,
        str(number or ""),
        name,
        level=1 if number else 0,
        taller=tuple(map(form, higher)),
        quiet=bool(number),
    )


def _grounded(edition: Edition, head: Design, design: str, shape: Shape) -> Design:
    """The head of a chapter on a shape, on the ground of its cards; in a band with their art."""
    ground = edition.brand.designs.get(design)
    own = head.on(shape)
    if not isinstance(ground, Design):
        return own
    theirs = ground.on(shape)
    background = theirs.background
    if PHOTO in head.needs or (shape != "wide" and own.background.is_drawn):
        background = own.background.model_copy(update={"fill": background.fill})
    alone = {"tall": None, "landscape": None, "wide": None, "strip": None}
    return own.model_copy(update={"background": background, "text_color": theirs.text_color, **alone})


def _chosen(edition: Edition, name: str) -> str | None:
    """The photograph that a chapter has whatever others show: its own, or that of the theme."""
    spec = edition.spec
    own = {chapter.id: chapter.photo for chapter in spec.guide.own}
    return own.get(name, spec.theme.photo if name == "about" else None)


def _photos(edition: Edition, name: str) -> tuple[str, ...]:
    """The photographs of what a chapter is about, in their order."""
    listed = name in _LISTS and name not in {chapter.id for chapter in edition.spec.guide.own}
    return tuple(item.photo for item in getattr(edition.spec, name) if item.photo) if listed else ()


def _own(edition: Edition, name: str) -> Loc:
    own = [chapter.id for chapter in edition.spec.guide.own]
    return ("guide", "own", own.index(name), "title") if name in own else ("guide",)
