"""A design, a card's words and a canvas, solved to a frame."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from builder.brand.design import Blend, Design
from builder.brand.identity import Brand
from builder.brand.photouse import PhotoUse
from builder.color import READABLE, Color
from builder.content.frame import Fill, Frame, Gradient, Item
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.artroom import Words, crowded_art, extents, roomy
from builder.layout.cards.beside import Pinned
from builder.layout.cards.cut import flat
from builder.layout.cards.figure import crowded_figure, figure_behind
from builder.layout.cards.fitting import fitted
from builder.layout.cards.lacks import levelled, uncapped, unsaid, unstrewn
from builder.layout.cards.logoground import seen_logos
from builder.layout.cards.pins import beside_pins, colliding, covering, pinned
from builder.layout.cards.remarks import SlotRemark, filled, hiding, is_torn, shrunk, small, unseen
from builder.layout.cards.setting import Alike, Setting, SlotWords, TextTrouble
from builder.layout.cards.siblings import alike_of
from builder.layout.cards.tileroom import beside_tiles, held, tiles_behind, with_words
from builder.layout.cards.toolong import too_long
from builder.layout.cards.tree import shown as texts_in
from builder.layout.clearing import hole_in
from builder.layout.photo import Photograph, Pictured, beside_photo
from builder.layout.photoways import resized, shown_as, ways
from builder.layout.scatter import scattered
from builder.record import Record, replace


class Solved(Record):
    """A frame and what is to be said about it."""

    frame: Frame
    notes: tuple[SlotRemark, ...] = ()


def solve(
    design: Design,
    words: SlotWords,
    canvas: Canvas,
    brand: Brand,
    language: str,
    rtl: bool = False,
    photo: Photograph | None = None,
    like: Alike | None = None,
) -> Solved:
    """The finished layout; TextTrouble names the slot whose words do not fit or have no font.

    `like` is what its headline has in common with those of its series.
    """
    design = _there(design, canvas)
    background = _paint(design.background.fill, brand)
    setting = _setting(design, words, canvas.for_words, brand, language, rtl)
    grounds, setting = setting.grounds, replace(setting, like=like) if like else setting
    ground = setting if setting.canvas == canvas else replace(setting, canvas=canvas)
    margin = brand.margin if design.margin is None else design.margin
    pins = pinned(design.body, setting, canvas.room(margin))
    fields, (words_placed, shown) = beside_tiles(
        with_words(design.background.fields, words),
        ground,
        canvas.room(margin),
        lambda room: _pictured(design, setting, room, photo, pins),
    )
    edge = canvas.bleed
    clear = design.background.clear
    whole = Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge)
    fill = Fill(whole, background, clear=clear is not None and clear.hole is None)
    behind: list[Item] = [fill, *shown.items]
    (items, tree, trial, _), room = roomy(design.background.pieces, ground, words_placed)
    tiles = tiles_behind(fields, ground, items)
    behind += (*tiles, *hole_in(clear, canvas), *room.paths) if clear else (*room.paths, *tiles)
    words_there = [box for box in extents(items) if box] if design.background.strewn else []
    strewn = [(use, scattered(use, brand, canvas, grounds, words_there)) for use in design.background.strewn]
    behind += (path for _, pieces in strewn for piece in pieces for path in piece)
    figure = figure_behind(design.background.figure, ground, items)
    behind += figure.paths
    items, lost = seen_logos(items, tree, trial, setting, behind)
    drawn, safe = (*behind, *held(fields, design, ground), *flat(items)), canvas.safe
    frame = Frame(canvas.width, canvas.height, canvas.unit, drawn, language, rtl, safe, canvas.bleed)
    frame = replace(frame, outline=clear.outline * canvas.short) if clear else frame
    notes = (
        *shrunk(items, canvas, trial),
        *lost,
        *small(tree, trial),
        *unseen(tree),
        *filled(tree, trial),
        *uncapped(tree),
        *levelled(tree),
        *unsaid(items, words, trial),
        *(note for pin in pins for note in (*unseen(pin.tree), *filled(pin.tree, pin.trial))),
        *(note for pin in pins for note in (*uncapped(pin.tree), *levelled(pin.tree))),
        *colliding(pins),
        *covering(pins, items),
        *hiding(shown),
        *crowded_art(room, tree, canvas),
        *crowded_figure(figure),
        *(note for use, pieces in strewn for note in unstrewn(use, len(pieces))),
    )
    return Solved(frame, notes)


def alone(
    design: Design, words: SlotWords, canvas: Canvas, brand: Brand, language: str, rtl: bool = False
) -> Alike | None:
    """The size and the lines of a headline whose card stands alone, with nothing but words on its ground."""
    design = _there(design, canvas)
    margin = brand.margin if design.margin is None else design.margin
    setting = _setting(design, words, canvas.for_words, brand, language, rtl)
    room = canvas.room(margin)
    try:
        found = fitted(design, replace(setting, room=room), room)
    except TextTrouble:  # who lays that card out tells it
        return None
    return found and alike_of(found[1], found[0], found[2])


def _there(design: Design, canvas: Canvas) -> Design:
    shape, words = canvas.shapes
    return design.on(shape, canvas.names, words)


def _setting(
    design: Design, words: SlotWords, canvas: Canvas, brand: Brand, language: str, rtl: bool
) -> Setting:
    grounds = tuple(map(brand.color, design.background.grounds))
    text_color = brand.words(design.text_color, READABLE, *grounds) or brand.on(*design.background.grounds)
    return Setting(brand, canvas, words, language, rtl, text_color, grounds)


def _pictured(
    design: Design, setting: Setting, room: Box, photo: Photograph | None, pins: Sequence[Pinned]
) -> tuple[Words, Pictured]:
    """The words, and the photograph in the first way on which they are read, hide nothing that matters, and
    no edge cuts that; where there is none, in that which comes nearest.
    """
    if photo is None or not design.background.photos:
        return _placed(design, setting, room, pins), Pictured()
    tried = list[tuple[Words, Pictured]]()
    cut = list[PhotoUse]()
    for use in chain(ways(design.background.photos, photo), (each for way in cut for each in resized(way))):
        there = design.model_copy(update={"area": use.area}) if use.area else design
        try:
            placed = _placed(there, setting, beside_photo(room, use, setting.canvas, setting.rtl), pins)
        except TextTrouble as trouble:  # there may be more room in another way
            crowded = trouble
            continue
        shown = shown_as(use, photo, placed[0], setting)
        if shown.is_good and not is_torn(*placed[:2]):
            return placed, shown
        if use in design.background.photos:  # another size is for nothing else than to cut nothing
            tried.append((placed, shown))
            cut += [use] if shown.lost else []
    if not tried:
        raise crowded
    best = min(tried, key=lambda each: each[1].worth)
    return best if best[1].is_legible else tried[-1]


def _placed(design: Design, setting: Setting, room: Box, pins: Sequence[Pinned]) -> Words:
    def place(room: Box) -> Words:
        within = replace(setting, room=room)
        found = fitted(design, within, room)
        if found is None:
            raise too_long(design, within, room)
        if within.is_optical:  # letters drawn for the size that they have now
            sizes = {text.slot: text.size(found[2]) for text in texts_in(found[1])}
            found = fitted(design, replace(within, set_in=sizes), room) or found
        box, tree, trial = found
        return tree.place(box, trial), tree, trial, box

    return beside_pins(pins, setting, room, place)


def _paint(fill: str | Blend, brand: Brand) -> Color | Gradient:
    if isinstance(fill, str):
        return brand.color(fill)
    last = len(fill.colors) - 1
    stops = tuple((number / last, brand.color(name)) for number, name in enumerate(fill.colors))
    return Gradient(stops, fill.angle)
