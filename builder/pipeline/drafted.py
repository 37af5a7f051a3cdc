"""Files of a draft: pictures, sheets, guides and decks in which what is wrong is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.brand.identity import Brand
from builder.content.cards import Cards
from builder.content.deck import Deck
from builder.content.frame import Frame, Text
from builder.content.pages import LAYOUT, Drawn, Owned, Page, Pages, PlacedFrame, Thumbnail
from builder.content.printed import Printed, PrintedBook
from builder.content.recipe import Recipe, with_layouts
from builder.content.story import Story
from builder.geometry.box import Box
from builder.kinds.slides.drafts import drafted_deck
from builder.kinds.slides.recipes import DeckRecipe
from builder.layout.marked import Flaw, mark, marked, rim, rims, said
from builder.pack.drafts import drafted
from builder.pack.edition import STAND_IN
from builder.pack.formats import STORY_PDF
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.pack.sheets import SheetRecipe
from builder.record import replace

NO_PHOTO = "the file of its photograph is not there: this picture stands in for it"
_PIXELS = 1200.0  # of the long side of what is drawn on paper
_RIM = 1.2  # pt


def drawn(plan: Plan) -> Mapping[str, bytes]:
    """The files of a plan with what is wrong marked in them, by name; none if all is well with it.

    What is drawn on sheets gives a picture of each that fails, numbered where there are several.
    """
    if isinstance(plan.content, DeckRecipe):
        return _named(plan.path, _deck(plan, plan.content))
    if isinstance(plan.content, Story):
        return _named(plan.path, _document(plan, plan.content))
    if isinstance(plan.content, PrintedBook):  # its pages in the order in which they are read
        return _named(plan.path, _document(replace(plan, format=STORY_PDF), plan.content.story))
    stem, sheets = plan.path.rpartition(".")[0], _sheets(plan.content)
    pictures = dict[str, bytes]()
    for number, sheet in enumerate(sheets, 1):
        name = f"{stem}_{number}.png" if sheets[1:] else f"{stem}.png"
        pictures |= _named(name, _picture(sheet))
    return pictures


def _named(name: str, file: bytes | None) -> Mapping[str, bytes]:
    return {name: file} if file else {}


def is_drawn(plan: Plan) -> bool:
    """Whether a draft looks at the file: of a document in two formats at its pages."""
    content = plan.content
    paged = isinstance(content, Story) and plan.format.is_paged
    return paged or isinstance(content, DeckRecipe | PrintedBook) or bool(_sheets(content))


def _sheets(content: Any) -> tuple[CardRecipe | SheetRecipe, ...]:
    """What is drawn on a sheet of its own: a card, a poster, each page of a leaflet, the sides of a print."""
    if isinstance(content, CardRecipe | SheetRecipe):
        return (content,)
    whole: tuple[Any, ...] = ()
    if isinstance(content, Cards):
        whole = content.frames
    elif isinstance(content, Printed):
        whole = (content.frame, *content.others)
    return tuple(each for each in whole if isinstance(each, CardRecipe | SheetRecipe))


def _picture(recipe: CardRecipe | SheetRecipe) -> bytes | None:
    """A sheet as a picture with what is wrong marked on it; None if all is well with it."""
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  draws: not for `--help`
    from builder.render.pixels.png import encode_png  # noqa: PLC0415  as above
    from builder.render.pixels.scale import scaled  # noqa: PLC0415  as above

    if isinstance(recipe, SheetRecipe):
        frame, flaws, brand = _put_together(recipe)
    else:
        frame, flaws, brand = *_framed(recipe), recipe.brand.value
    if not flaws:
        return None
    if frame.unit != "px":
        frame = scaled(frame, _PIXELS / max(frame.width, frame.height))
    return encode_png(paint_exactly(marked(frame, flaws, brand)))


def _put_together(recipe: SheetRecipe) -> tuple[Frame, tuple[Flaw, ...], Brand]:
    """The frame of a sheet's parts, each with its own marks, and what is wrong with any of them."""
    found = {part.recipe.digest: _framed(part.recipe) for part in recipe.parts}
    rimmed = {
        digest: replace(frame, items=(*frame.items, *rims(frame, flaws)))
        for digest, (frame, flaws) in found.items()
    }
    said = dict.fromkeys(flaw.message for _, flaws in found.values() for flaw in flaws)
    whole = recipe.of_parts([rimmed[part.recipe.digest] for part in recipe.parts])
    return whole, tuple(Flaw("", message) for message in said), recipe.parts[0].recipe.brand.value


def _document(plan: Plan, story: Story) -> bytes | None:
    """The pages, a mark over each, and at its foot what is wrong with the frames that stand on it."""
    wrong: dict[int, tuple[Frame, tuple[Flaw, ...], Brand]] = {}  # by the frame itself

    def frame(recipe: Recipe) -> Frame:
        if not isinstance(recipe, CardRecipe):
            laid_out: Frame = recipe.lay_out().content
            return laid_out
        found, flaws = _framed(recipe)
        if flaws:
            found = replace(found, items=(*found.items, *rims(found, flaws)))
            wrong[id(found)] = found, flaws, recipe.brand.value
        return found

    content = with_layouts(story, frame)
    if not wrong:
        return None
    pages: Pages = plan.format.pages(content)
    brand = next(iter(wrong.values()))[2]
    known = {number: flaws for number, (_, flaws, _) in wrong.items()}
    shown = tuple(_page(page, pages, known, brand) for page in pages.pages)
    return _rendered(plan, replace(pages, pages=shown))


def _page(page: Page, pages: Pages, wrong: Mapping[int, Sequence[Flaw]], brand: Brand) -> Page:
    over: list[Drawn] = [mark(pages.width, pages.height, brand)]
    flaws = dict[Flaw, None]()
    for item in page.items:
        placed = item if isinstance(item, PlacedFrame) else getattr(item, "item", None)
        if isinstance(placed, PlacedFrame | Thumbnail) and (found := wrong.get(id(placed.frame))):
            flaws |= dict.fromkeys(found)
            size = placed.frame.width * placed.scale, placed.frame.height * placed.scale
            over += rim(Box(placed.x, placed.y, *size), _RIM)
    if flaws:
        over += said(pages.width, pages.height, [*flaws], brand, inside=True)
    return replace(page, items=(*page.items, *(Owned(item, LAYOUT) for item in over)))


def _deck(plan: Plan, recipe: DeckRecipe) -> bytes | None:
    deck = drafted_deck(recipe, STAND_IN, NO_PHOTO)
    return _rendered(plan, deck) if deck else None


def _rendered(plan: Plan, content: Pages | Deck) -> bytes:
    """The file of a content that is laid out already."""
    made = replace(plan.format, layout="").render(content, **dict(plan.options))
    return made if isinstance(made, bytes) else made[0]


def _framed(recipe: CardRecipe) -> tuple[Frame, tuple[Flaw, ...]]:
    """The frame of a card, and all that is wrong with it."""
    frame, flaws = drafted(recipe)
    if recipe.photo and recipe.photo.image.path == STAND_IN:
        flaws = (*flaws, Flaw("", NO_PHOTO))
    return frame, (*flaws, *(_unread(frame) if frame.unit == "px" else ()))


def _unread(frame: Frame) -> Iterator[Flaw]:
    """The words of a frame that do not stand out."""
    from builder.render.pixels.clear import looked_at  # noqa: PLC0415  draws: not for `--help`
    from builder.render.pixels.contrast import Contrast  # noqa: PLC0415  as above

    if any(isinstance(item, Text) for item in frame.items):
        contrast = Contrast()
        looked_at(frame, contrast)
        yield from (Flaw(problem.cause, problem.message) for problem in contrast.problems)
