"""The recipes of frames: a design with words on a canvas, and art alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from builder.brand.artuse import ArtUse
from builder.brand.boxes import Node
from builder.brand.codes import SLOT
from builder.brand.design import Design
from builder.brand.identity import Art, Brand
from builder.brand.lockups import Logo
from builder.brand.numbers import NUMBER_SLOTS
from builder.brand.photouse import FORMS
from builder.brand.slots import PHOTO
from builder.brand.tiles import Tiles
from builder.brand.variants import tree_name
from builder.content.frame import Frame, Picture
from builder.content.recipe import Known, Layout, Recipe, Remark
from builder.errors import Place
from builder.geometry.box import Box
from builder.layout.art import cropped, placed_art, reach
from builder.layout.canvas import Canvas
from builder.layout.cards.setting import Alike, SlotWords, TextTrouble
from builder.layout.cards.siblings import in_common
from builder.layout.cards.solve import Solved, alone, solve
from builder.layout.cards.stepforms import OF_FORMS, POINTS, form_of
from builder.layout.crops import MOST_ENLARGED
from builder.layout.enlarged import enlarged, pixels_in
from builder.layout.logos import LogoTrouble
from builder.layout.numbers import picture_of, share_in
from builder.layout.numbers.form import Share
from builder.layout.photo import Photograph
from builder.layout.tiles.draw import placed_tiles
from builder.media import Font, Image
from builder.pack.edition import LOGO
from builder.record import replace
from builder.source import Loc
from builder.spec.placeholders import FIELDS
from builder.tagged import in_language_of, several
from builder.text.fallback import no_glyph_words

View = Literal["canvas", "reach", "below"]  # all of a canvas; what art reaches; all below its highest point

_MOST = 3  # faults about one text: in a script that the brand lacks, every word would be one
_WHOSE: Loc = ("organiser",)


# Where the words that every card may use are written.
EVERYWHERE: Mapping[str, Loc] = {**FIELDS, "dates": ("dates",), "dates_short": ("dates",)}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a recipe's words are from and where they are shown, to be told; it decides no layout."""

    where: str  # what the lead calls the canvas: `story`, `poster A4`; empty if it goes without saying
    loc: Loc = ()  # the item of the spec
    places: Mapping[str, Loc] = field(default_factory=lambda: EVERYWHERE)  # of slots that are elsewhere

    def locate(self, slot: str) -> Loc:
        """Where the spec has the words of a slot: the field may have another name."""
        return self.places.get(slot) or ((*self.loc, slot) if slot else self.loc)


@dataclass(frozen=True, kw_only=True)
class CardRecipe(Recipe):
    """A design with words on a canvas."""

    name: str  # of the design, for those who mend it; none if it is the program's own
    design: Known[Design]  # as the canvas sees it
    words: SlotWords  # those that the design reads
    canvas: Canvas
    brand: Known[Brand]  # without art
    art: tuple[Art, ...]  # what of it the design may show
    logos: tuple[tuple[str, Logo], ...]
    language: str
    rtl: bool
    photo: Photograph | None
    siblings: tuple[SlotWords, ...] = ()  # of the cards that share the size of their headlines, its own too
    origin: Origin = field(repr=False, compare=False)

    def lay_out(self) -> Layout:
        """A frame; an error if the design lacks words or they cannot be set."""
        if missing := tuple(self._missing()):
            return Layout(None, (_lacking(self.name, missing),))
        brand = replace(self.brand.value, art={art.name: art for art in self.art}, logos=dict(self.logos))
        remarks, words = list[Remark](), self.words
        like = self._like(brand) if self.siblings else None
        setting = self.canvas, brand, self.language, self.rtl
        while True:
            try:
                solved = solve(self.design.value, words, *setting, self.photo, like)
            except LogoTrouble as trouble:
                return Layout(None, (*remarks, small_logo(trouble)))
            except TextTrouble as trouble:
                remarks += self._faults(trouble)
                tried, words = words, without(words, trouble.lacking)
                if words != tried:
                    continue  # what else cannot be set
            return Layout(None, tuple(remarks)) if remarks else self._sound(solved)

    def _sound(self, solved: Solved) -> Layout:
        remarks = (Remark((note.slot,), note.message, note.hint, note.words) for note in solved.notes)
        frame = solved.frame
        small = enlarged(frame.items, drawings(self.logos, self.art), pixels_in(frame.unit))
        return Layout(frame, (*remarks, *self._blurred(frame), *small))

    def _like(self, brand: Brand) -> Alike | None:
        """What its headline has in common with those of its siblings."""
        design, setting = self.design.value, (self.canvas, brand, self.language, self.rtl)
        found = {number: alone(design, words, *setting) for number, words in enumerate(self.siblings)}
        own = next((alike for number, alike in found.items() if self.siblings[number] == self.words), None)
        return own and in_common([alike for alike in found.values() if alike], own, design.siblings)

    @property
    def where(self) -> str:
        """What the lead calls the canvas."""
        return self.origin.where

    def drawn_by(self, part: str) -> Place | None:
        """The place in the design of the words of a slot: in the boxes that are drawn, or else in any."""
        places = self.brand.value.places
        own = places.get(tree_name(self.name, self.design.value.body), {})
        return own.get(part) or places.get(self.name, {}).get(part)

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """The brand's fonts, the images in its art and logos, and the card's photograph."""
        images = (image for each in self._drawings for image in each.images)
        return (*self.brand.value.fonts, *images, *((self.photo.image,) if self.photo else ()))

    @property
    def _drawings(self) -> tuple[Art, ...]:
        return (*self.art, *(art for _, logo in self.logos for art in logo.drawings))

    def locate(self, path: Loc) -> Loc:
        """The field of the slot: it may have another name, or stand for the whole campaign."""
        return path if path[:1] == (LOGO,) else self.origin.locate(str(path[0]) if path else "")

    def _missing(self) -> Iterator[str]:
        design = self.design.value
        yield from (slot for slot in design.needs if slot != PHOTO and not self.words.get(slot))
        if PHOTO in design.needs and self.photo is None and design.background.photos:
            yield PHOTO  # where a size shows one: a strip of a web page has no room for it

    def _faults(self, trouble: TextTrouble) -> Iterator[Remark]:
        path = (trouble.slot,) if trouble.slot else ()
        if trouble.lacking:
            yield from self._undrawable(path, trouble.words, trouble.lacking)
            return
        message = f"{trouble.message} in the design `{self.name}`" if self.name else trouble.message
        yield Remark(path, message, trouble.hint, trouble.words, severity="error")

    def _undrawable(self, path: Loc, words: str, lacking: tuple[str, ...]) -> Iterator[Remark]:
        """A fault for each stretch of a text that no font has."""
        for number, characters in enumerate(lacking[:_MOST], 1):
            message, hint, cause = no_glyph_words(characters, self.brand.value.fonts, self.language)
            if number == _MOST < len(lacking) and not cause:
                hint = f"{len(lacking) - _MOST} more places in this text are like it; {hint}"
            yield Remark(path, message, hint, words, characters, "error", general=True, cause=cause)

    def _blurred(self, frame: Frame) -> Iterator[Remark]:
        """A warning if the photograph is too small for the canvas."""
        pictures = (item for item in frame.items if isinstance(item, Picture))
        is_own = self.photo and not self.photo.stands_in  # of those a look brings, nobody has a larger one
        if self.photo and is_own and any(item.box.w > MOST_ENLARGED * item.crop.w for item in pictures):
            size = f"{self.photo.image.width} × {self.photo.image.height} px"
            message = f"the photograph has only {size} and will look blurred"
            yield Remark(("photo",), message, "take a larger one: 2,000 px wide serve every size")


def without(words: SlotWords, lacking: tuple[str, ...]) -> SlotWords:
    """The words without what no font has."""
    return {
        slot: in_language_of(
            reduce(lambda text, characters: text.replace(characters, ""), lacking, found), found
        )
        if isinstance(found, str)
        else tuple(without(each, lacking) for each in found)
        for slot, found in words.items()
    }


def _lacking(name: str, missing: tuple[str, ...]) -> Remark:
    named = ", ".join(f"`{slot}`" for slot in missing)
    hint = "add it to the spec, or choose another design for this card"
    return Remark((), f"the design `{name}` needs {named}", hint, severity="error", general=True)


@dataclass(frozen=True, kw_only=True)
class ArtRecipe(Recipe):
    """A design's art without words, on a canvas or on the part of it that the art reaches."""

    pieces: tuple[ArtUse, ...]
    fields: tuple[Tiles, ...]
    canvas: Canvas
    brand: Known[Brand]  # without art
    art: tuple[Art, ...]
    language: str
    rtl: bool
    grounds: tuple[str, ...]  # that it stands on, or passes through
    view: View = "canvas"
    told: float = 0.0  # the contrast with them, at the least, of what its pieces are tinted with

    def lay_out(self) -> Layout:
        """A frame of curves."""
        canvas = self.canvas
        brand = replace(self.brand.value, art={art.name: art for art in self.art})
        grounds = tuple(map(brand.color, self.grounds))
        paths = (placed_art(piece, brand, canvas, self.rtl, [], grounds, self.told) for piece in self.pieces)
        drawn = (
            placed_tiles(field, brand, canvas, grounds[0], [], self.rtl) for field in self.fields
        )
        items = tuple(path for piece in (*paths, *drawn) for path in piece)
        frame = Frame(canvas.width, canvas.height, canvas.unit, items, self.language, self.rtl)
        return Layout(self._seen(frame))

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """The images in its art: curves need no file."""
        return tuple(image for each in self.art for image in each.images)

    def locate(self, path: Loc) -> Loc:
        """Nowhere: it has no words."""
        return path

    def _seen(self, frame: Frame) -> Frame:
        if self.view == "canvas":
            return frame
        box = reach(frame)
        whole = Box(0, box.y, frame.width, frame.height - box.y)
        return cropped(frame, box if self.view == "reach" else whole)


def drawings(logos: Iterable[tuple[str, Logo]], art: Iterable[Art]) -> Iterator[tuple[Loc, Art]]:
    """Logos, told of where the brand names them, and art, where the campaign says whose it is."""
    yield from (((LOGO, name), each) for name, logo in logos for each in logo.drawings)
    yield from ((_WHOSE, each) for each in art)


def small_logo(trouble: LogoTrouble) -> Remark:
    """What is said of a logo that has no room; it is told where the brand names it."""
    return Remark((LOGO, trouble.name), trouble.message, trouble.hint, severity="error", lack=trouble.lack)


def slots_of(design: Design) -> frozenset[str]:
    """The slots whose words a design shows or needs, once it is settled for a canvas."""
    nodes = tuple(_nodes(design.body))
    texts = (node.text.from_ for node in nodes if node.text)
    icons = (node.icon.from_ for node in nodes if node.icon and node.icon.from_)
    copies = any(way.copies for way in design.background.photos)
    numbers = NUMBER_SLOTS if copies or any(node.number for node in nodes) else ()
    drawn = (design.background.figure.from_,) if design.background.figure else ()
    codes = (SLOT for node in nodes if node.qr)
    each = tuple(node.each for node in nodes if node.each)
    large = (slot for use in design.background.fields if use.large for slot in use.large.slots)
    formed = OF_FORMS if each else ()
    asked = (slot for node in nodes for _, slot in node.asked)
    said = (*asked, *large, *texts, *icons, *numbers, *drawn, *codes)
    return frozenset((*said, *each, *formed, *design.needs))


def said_by(node: Node, words: SlotWords) -> Iterator[str]:
    """The words that a box shows and the boxes inside it, in reading order."""
    if not node.is_there(words):
        return
    if node.text and isinstance(said := words.get(node.text.from_), str) and said:
        yield several((node.text.before, said, node.text.after))
    if node.number and node.number.figure and isinstance(said := words.get("value"), str) and said:
        yield said
    repeated = words.get(node.each, ()) if node.each else ({},)
    for item in repeated if isinstance(repeated, tuple) else ():
        for child in node.children:
            yield from said_by(child, {**words, **item})
        points = item.get(POINTS, ())
        yield from (str(point["text"]) for point in points if isinstance(point, Mapping))


def said_in_tiles(design: Design, words: SlotWords) -> Iterator[str]:
    """The words in the large tiles of a settled design."""
    for use in design.background.fields:
        for slot in use.large.slots if use.large and words.get(use.large.from_) else ():
            if isinstance(said := words.get(slot), str) and said:
                yield said


def drawings_of(node: Node, words: SlotWords) -> Iterator[Share]:
    """What the pictures of numbers in a box and in those inside it show, but those of a place in a row."""
    if node.number and (share := share_in(words)) is not None:
        form, drawn = picture_of(node.number.form, share)
        yield from (drawn,) if form.of_whole else ()
    repeated = words.get(node.each, ()) if node.each else ({},)
    for item in repeated if isinstance(repeated, tuple) else ():
        for child in node.children:
            yield from drawings_of(child, {**words, **item})


def art_of(design: Design, words: SlotWords) -> frozenset[str]:
    """The names of the art that a settled design may show with these words."""
    icons = [node.icon for node in _nodes(design.body) if node.icon]
    files = (icon.file for icon in icons if icon.file)
    slots = dict.fromkeys((*(icon.from_ for icon in icons if icon.from_), *_icons_of_steps(design, words)))
    named = (name for slot in slots for name in _said(words, slot))
    held = (node.held.file for node in _nodes(design.body) if node.held)
    behind = (file for piece in design.background.pieces for file in piece.files)
    strewn = (file for scatter in design.background.strewn for file in scatter.files)
    masks = (formed.form for way in design.background.photos for _, formed in way.forms)
    forms = (form for form in masks if form not in FORMS)
    return frozenset((*behind, *strewn, *held, *files, *forms, *(f"art/icons/{name}.svg" for name in named)))


def _icons_of_steps(design: Design, words: SlotWords) -> Iterator[str]:
    """The slot of the icons of steps that have a form, which shows them whatever the design repeats."""
    repeated = (words.get(node.each, ()) for node in _nodes(design.body) if node.each)
    if any(form_of(items) for items in repeated if isinstance(items, tuple)):
        yield "icon"


def logos_of(design: Design) -> frozenset[str]:
    """The names of the logos that a settled design may show."""
    return frozenset(node.logo.name for node in _nodes(design.body) if node.logo)


def has_code(node: Node, words: SlotWords) -> bool:
    """Whether a box or one inside it always shows a QR code: one that may be left out is not told of."""
    here = bool(node.qr and not node.qr.optional and words.get(SLOT))
    return node.is_there(words) and (here or any(has_code(child, words) for child in node.children))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _said(words: SlotWords, slot: str) -> Iterator[str]:
    """What a slot says, in the words and in each of their items."""
    for key, value in words.items():
        if isinstance(value, tuple):
            for item in value:
                yield from _said(item, slot)
        elif key == slot and value:
            yield value
