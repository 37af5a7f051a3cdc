"""A draft: what cannot be made is drawn with what is wrong marked on it, so that it can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from builder.content.frame import Frame, Text
from builder.layout.marked import Flaw, marked
from builder.output.bundle import publish
from builder.output.cache import Kept
from builder.output.contents import Contents
from builder.pack.drafts import drafted
from builder.pack.edition import STAND_IN
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.pipeline.build import asked_plans
from builder.pipeline.request import Request
from builder.record import Record, replace

_NO_PHOTO = "the file of its photograph is not there: this picture stands in for it"
_PIXELS = 1200.0  # of the long side of what is drawn on paper


class Draft(Record):
    """Where the pictures of what fails are, and how many others there are."""

    tree: Path
    drawn: tuple[Path, ...]
    well: int


def draw_draft(request: Request, tell: Callable[[str], None]) -> Draft:
    """Draw each card, poster or cover that fails, and publish them in a folder of their own.

    Faults has what keeps the spec or the brand from being read, and then nothing is drawn.
    """
    tell("Reading and laying out")
    year, plans = asked_plans(replace(request, drafted=True))
    cards = [plan for plan in plans if isinstance(plan.content, CardRecipe)]
    drawn = {path: data for plan in cards for path, data in _drawn(plan)}
    tree = request.output / f"{year}-draft"
    publish(Contents.of({path: Kept.of(data) for path, data in drawn.items()}), tree)
    return Draft(tree, tuple(tree / path for path in drawn), len(cards) - len(drawn))


def _drawn(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The picture of a card that fails, under the name of its file."""
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  draws: not for `--help`
    from builder.render.pixels.png import encode_png  # noqa: PLC0415  as above
    from builder.render.pixels.scale import scaled  # noqa: PLC0415  as above

    recipe = plan.content
    frame, flaws = drafted(recipe)
    if recipe.photo and recipe.photo.image.path == STAND_IN:
        flaws = (*flaws, Flaw("", _NO_PHOTO))
    if frame.unit != "px":
        frame = scaled(frame, _PIXELS / max(frame.width, frame.height))
    flaws = (*flaws, *_unread(frame)) if plan.format.is_pixels else flaws
    if flaws:
        shown = marked(frame, flaws, recipe.brand.value)
        yield f"{plan.path.rpartition('.')[0]}.png", encode_png(paint_exactly(shown))


def _unread(frame: Frame) -> Iterator[Flaw]:
    """The words of a frame that do not stand out."""
    from builder.render.pixels.contrast import Contrast  # noqa: PLC0415  as above
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  as above

    if any(isinstance(item, Text) for item in frame.items):
        contrast = Contrast()
        paint_exactly(frame, contrast)
        yield from (Flaw(problem.cause, problem.message) for problem in contrast.problems)
