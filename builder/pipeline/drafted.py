"""Files of a draft: pictures, guides and decks in which what is wrong is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.brand.identity import Brand
from builder.content.deck import Deck
from builder.content.frame import Frame, Text
from builder.content.pages import LAYOUT, Drawn, Owned, Page, Pages, PlacedFrame, Thumbnail
from builder.content.recipe import Recipe, with_layouts
from builder.content.story import Story
from builder.geometry.box import Box
from builder.kinds.slides.drafts import drafted_deck
from builder.kinds.slides.recipes import DeckRecipe
from builder.layout.marked import Flaw, mark, marked, rim, rims, said
from builder.pack.drafts import drafted
from builder.pack.edition import STAND_IN
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.record import replace

NO_PHOTO = "the file of its photograph is not there: this picture stands in for it"
_PIXELS = 1200.0  # of the long side of what is drawn on paper
_RIM = 1.2  # pt


def drawn(plan: Plan) -> tuple[str, bytes] | None:
    """The file of a plan with what is wrong marked in it, under its name; None if all is well with it."""
    if isinstance(plan.content, CardRecipe):
        return _card(plan, plan.content)
    if isinstance(plan.content, DeckRecipe):
        return _deck(plan, plan.content)
    return _document(plan, plan.content) if isinstance(plan.content, Story) else None


def is_drawn(plan: Plan) -> bool:
    """Whether a draft looks at the file: of a document in two formats at its pages."""
    return isinstance(plan.content, CardRecipe | DeckRecipe) or (
        isinstance(plan.content, Story) and plan.format.is_paged
    )


def _card(plan: Plan, recipe: CardRecipe) -> tuple[str, bytes] | None:
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  draws: not for `--help`
    from builder.render.pixels.png import encode_png  # noqa: PLC0415  as above
    from builder.render.pixels.scale import scaled  # noqa: PLC0415  as above

    frame, flaws = _framed(recipe)
    if frame.unit != "px":
        frame = scaled(frame, _PIXELS / max(frame.width, frame.height))
    if not flaws:
        return None
    shown = marked(frame, flaws, recipe.brand.value)
    return f"{plan.path.rpartition('.')[0]}.png", encode_png(paint_exactly(shown))


def _document(plan: Plan, story: Story) -> tuple[str, bytes] | None:
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
    return plan.path, _rendered(plan, replace(pages, pages=shown))


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


def _deck(plan: Plan, recipe: DeckRecipe) -> tuple[str, bytes] | None:
    deck = drafted_deck(recipe, STAND_IN, NO_PHOTO)
    return (plan.path, _rendered(plan, deck)) if deck else None


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
    from builder.render.pixels.contrast import Contrast  # noqa: PLC0415  draws: not for `--help`
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  as above

    if any(isinstance(item, Text) for item in frame.items):
        contrast = Contrast()
        paint_exactly(frame, contrast)
        yield from (Flaw(problem.cause, problem.message) for problem in contrast.problems)
