"""Designs on canvases: their recipes, and the plans of cards' files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from builder.brand.artchoice import Turn, with_art
from builder.brand.design import Design, Shape, in_turn, settled, sown
from builder.brand.identity import Brand
from builder.brand.tiles import wordless
from builder.brand.treatments import untoned
from builder.brand.variants import headline_slot, in_variant, ways_for
from builder.content.recipe import Known, known
from builder.geometry.box import Box
from builder.imagefiles import read_image
from builder.inks import Inks
from builder.layout.canvas import Canvas, screen
from builder.layout.cards.setting import SlotWords
from builder.layout.photo import Photograph
from builder.pack.alttexts import heard
from builder.pack.card import Card
from builder.pack.edition import Edition, Voice
from builder.pack.formats import JPEG, PNG, WEBP, Format
from builder.pack.led import photographed
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.recipes import ArtRecipe, CardRecipe, Origin, View, art_of, logos_of, slots_of
from builder.pack.standins import is_stand_in, standing_in
from builder.pack.turns import of_each
from builder.platforms.sizes import Size
from builder.record import replace
from builder.source import Loc
from builder.tagged import in_language_of

_FIRST = Turn()


def card_recipe(edition: Edition, card: Card, canvas: Canvas, where: str) -> CardRecipe:
    """A card on a canvas."""
    origin = Origin(where, card.loc)
    recipe = frame_of(edition, card.design, card.words, canvas, origin, card.photo, card.turn)
    return with_siblings(recipe, card.siblings) if card.siblings else recipe


def with_siblings(recipe: CardRecipe, words: Iterable[SlotWords]) -> CardRecipe:
    """The recipe of a card whose headline shares its size with those of others, by the words of all."""
    if not recipe.design.value.siblings or recipe.photo:
        return recipe
    slots = _slots(recipe.design)
    return replace(recipe, siblings=tuple(_read(each, slots) for each in words))


def frame_of(
    edition: Edition,
    design: str | Design,
    words: SlotWords,
    canvas: Canvas,
    origin: Origin,
    photo: str | None = None,
    turn: Turn = _FIRST,
) -> CardRecipe:
    """The recipe of a design, or of the brand's of that name, with these words on a canvas.

    `turn` is what its card has of its own among those of a series.
    """
    if isinstance(design, str):
        design = photographed(edition, design, photo)
    recipe = drawn_design(edition, design, words, canvas, origin, turn)
    if not (photo and recipe.design.value.background.photos):
        return recipe
    if is_stand_in(edition, photo):
        return replace(recipe, photo=standing_in(edition, photo))
    number, said = _photo(edition, photo)
    place: Loc = ("photos", number, "focus" if "focus" in said.model_fields_set else "file")
    shown = replace(origin, places={**origin.places, "photo": place})
    return replace(recipe, photo=photograph(edition, photo), origin=shown)


def drawn_design(
    voice: Voice, design: str | Design, words: SlotWords, canvas: Canvas, origin: Origin, turn: Turn = _FIRST
) -> CardRecipe:
    """The same without a photograph, of a brand in a language: no spec is asked for."""
    if turn.variant is None:
        turn = _by(words, voice, design, turn)
    chosen = beside_words(_chosen(voice, design, canvas, turn), words)
    return CardRecipe(
        name=design if isinstance(design, str) else "",
        design=chosen,
        words=_read(words, _slots(chosen)),
        canvas=replace(canvas, names=()),
        brand=tokens(voice),
        art=voice.art(art_of(chosen.value, words)),
        logos=voice.logos(_logos(chosen)),
        language=voice.language,
        rtl=voice.rtl,
        photo=None,
        origin=origin,
    )


def art_alone(
    voice: Voice,
    design: Design,
    canvas: Canvas,
    view: View = "canvas",
    turn: Turn = _FIRST,
    told: float = 0.0,
) -> ArtRecipe:
    """The recipe of a design's art, without words, on a canvas or on the part of it that the art reaches.

    What its pieces are tinted with has a contrast of `told` at least, if the brand has such colours.
    """
    pieces = with_art(design, turn, voice.brand.art).background.pieces
    return ArtRecipe(
        pieces=pieces,
        fields=wordless(sown(design, turn.seed).background.fields),
        canvas=canvas,
        brand=tokens(voice),
        art=voice.art({file for piece in pieces for file in piece.files}),
        language=voice.language,
        rtl=voice.rtl,
        grounds=design.background.grounds,
        view=view,
        told=told,
    )


def art_on_paper(voice: Voice, design: Design, canvas: Canvas, turn: Turn) -> ArtRecipe | None:
    """The recipe of a design's art on paper; None if it has none there."""
    own = design.on(canvas.shape)
    background = own.background.model_copy(update={"fill": "surface"})
    if not background.is_drawn:
        return None
    return art_alone(voice, own.model_copy(update={"background": background}), canvas, turn=turn)


@lru_cache(maxsize=64)
def photograph(edition: Edition, name: str) -> Photograph:
    """A photograph of the spec, measured; FileTrouble if it is no image."""
    _, photo = _photo(edition, name)
    image = read_image(edition.picture(photo.file))
    if image.solid and "focus" not in photo.model_fields_set:  # all of a cut-out matters
        left, top, right, bottom = image.solid
        size = ((right - left) / image.width, (bottom - top) / image.height)
        return Photograph(image, Box(left / image.width, top / image.height, *size), photo.alt)
    return Photograph(image, photo.area, photo.alt)


def card_plans(edition: Edition, kind: str, wanted: Iterable[tuple[Card, Size]]) -> Iterator[Plan]:
    """A file for each card and size."""
    for card, size in wanted:
        yield card_file(
            edition,
            card,
            size,
            card_recipe(edition, card, screen(size), size.key),
            (size.folder, f"{card.id}_{size.key}"),
            kind=kind,
            title=in_language_of(f"{card.title} ({edition.size_title(size)})", card.title),
            use=edition.size_use(size),
            group=card.id,
            size=size.key,
        )


def card_file(
    edition: Edition, card: Card, size: Size, recipe: CardRecipe, at: tuple[str, str], /, **given: Any
) -> Plan:
    """The picture of a card in a size, `at` a folder and a name; `given` is what the kind says of it.

    A photograph as PNG would be several times as heavy.
    """
    folder, name = at
    format_ = _format(recipe, size)
    return Plan(
        path=edition.path(folder, f"{name}_{size.width}x{size.height}", format_),
        format=format_,
        content=recipe,
        language=edition.language,
        **heard(edition, card.alt, recipe, size.key),
        width=size.width,
        height=size.height,
        clear=recipe.design.value.background.clear is not None and format_ != JPEG,
        budget=size.budget,
        shown=size.shown,
        credits=credits_of(edition, card.photo if recipe.photo else None),
        options=() if format_ == PNG else (("budget", str(size.budget)),),
        find=edition.place,
        loc=card.loc,
        **given,
    )


def _format(recipe: CardRecipe, size: Size) -> Format:
    if size.format == "webp":
        return WEBP
    solid = recipe.photo and not recipe.design.value.background.clear
    return JPEG if size.format == "jpeg" or solid else PNG


def tokens(voice: Voice) -> Known[Brand]:
    """What all designs of an edition share: colours, fonts, type styles and all else but drawings."""
    return _tokens(voice.brand)


@lru_cache(maxsize=16)
def _tokens(brand: Brand) -> Known[Brand]:
    left = ("art", "sets", "logos", "designs", "logo_files", "own_words")
    none: dict[str, Any] = {name: {} for name in left}
    return known(replace(brand, **none, slides=None, sizes=(), problems=(), inks=Inks()))


def _chosen(voice: Voice, design: str | Design, canvas: Canvas, turn: Turn) -> Known[Design]:
    named, seed = design if isinstance(design, str) else "", turn.seed
    turn = replace(turn, seed="")
    plain = _plain(voice, design, canvas, turn)
    background = plain.value.background
    return _sown(plain, seed or named) if background.fields or background.strewn else plain


def _by(words: SlotWords, voice: Voice, design: str | Design, turn: Turn) -> Turn:
    """The variant of what stands alone: by the words that it sets largest."""
    named = design if isinstance(design, str) else ""
    drawn = voice.brand.designs[design] if isinstance(design, str) else design
    if not isinstance(drawn, Design) or not drawn.variants:
        return turn
    headline = words.get(headline_slot(drawn, voice.brand.styles))
    ways = ways_for(drawn, headline if isinstance(headline, str) else "")
    return replace(turn, variant=of_each([named], [ways], "variant")[0])


def beside_words(design: Known[Design], words: SlotWords) -> Known[Design]:
    """A design as a canvas sees it, without the art and the tiles that are left out beside these words."""
    background = design.value.background
    art = tuple(piece for piece in background.pieces if not (piece.unless and words.get(piece.unless)))
    tiles = tuple(use for use in background.fields if not (use.unless and words.get(use.unless)))
    if len(art) == len(background.pieces) and len(tiles) == len(background.fields):
        return design
    kept = background.model_copy(update={"art": art, "tiles": tiles})
    return known(design.value.model_copy(update={"background": kept}))


def _plain(voice: Voice, design: str | Design, canvas: Canvas, turn: Turn) -> Known[Design]:
    if isinstance(design, str):
        return _settled(voice.brand, design, canvas.shapes, canvas.names, turn)
    return known(_turned(design, canvas.shapes, canvas.names, turn, voice.brand))


@lru_cache(maxsize=1024)
def _settled(
    brand: Brand, name: str, shapes: tuple[Shape, Shape], names: tuple[str, ...], turn: Turn
) -> Known[Design]:
    design = brand.designs[name]
    assert isinstance(design, Design)
    return known(_turned(design, shapes, names, turn, brand))


@lru_cache(maxsize=1024)
def _sown(design: Known[Design], seed: str) -> Known[Design]:
    """A design whose fields of tiles go by a card's id."""
    return known(sown(design.value, seed))


@lru_cache(maxsize=1024)
def _slots(design: Known[Design]) -> frozenset[str]:
    return slots_of(design.value)


@lru_cache(maxsize=1024)
def _logos(design: Known[Design]) -> frozenset[str]:
    return logos_of(design.value)


def _turned(
    design: Design, shapes: tuple[Shape, Shape], names: tuple[str, ...], turn: Turn, brand: Brand
) -> Design:
    """The design as a card has it, on a canvas."""
    shape, words = shapes
    own = settled(in_variant(design, turn.variant or 0), shape, names, words)
    own = own if turn.toned else untoned(own)
    return with_art(in_turn(own, turn.ground), turn, brand.art)


def _read(words: SlotWords, slots: Collection[str]) -> SlotWords:
    """The words of these slots, in items that are repeated too."""
    return {
        slot: tuple(_read(item, slots) for item in value) if isinstance(value, tuple) else value
        for slot, value in words.items()
        if slot in slots
    }


def _photo(edition: Edition, name: str) -> tuple[int, Any]:
    return next((n, photo) for n, photo in enumerate(edition.spec.photos) if photo.id == name)
