"""packbuild's part in the contests: python -m benchmarks.ours TASK FOLDER."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from benchmarks.contest import timed
from builder.content.frame import Frame
from builder.content.recipe import Recipe
from builder.content.story import Story
from builder.layout.flow.paginate import paginate
from builder.output.workers import PILED_UP, give_back
from builder.render.pdf.document import render_pages
from builder.render.pixels.png import render_png
from builder.render.pptx import render_deck
from builder.spec.numbers import Told, share_of


def card(recipe: Recipe) -> bytes:
    """A card as a build makes it."""
    return drawing(recipe.lay_out().content)


def drawing(frame: Frame) -> bytes:
    """A card that is laid out, its contrast measured."""
    return render_png(frame)[0]


def guide(story: Story) -> bytes:
    """A story as tagged PDF."""
    made = render_pages(paginate(story), date="2022-06-13")
    return made if isinstance(made, bytes) else made[0]


def slides(recipe: Recipe) -> bytes:
    """A deck as PowerPoint has it."""
    return render_deck(recipe.lay_out().content)


# What builder, and Pillow with its first picture, import late: no one's imports are timed.
LATE = (
    "builder.kinds.slides",
    "builder.photograph",
    "builder.render.pptx.slides",
    "pikepdf",
    *(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Gif", "Jpeg", "Ppm", "Png")),
)
TASKS: dict[str, tuple[Callable[[Any], bytes], str, int]] = {
    "cards": (card, "png", 1),
    "drawing": (drawing, "png", 1),
    "guide": (guide, "pdf", 0),
    "whole": (guide, "pdf", 0),
    "slides": (slides, "pptx", 0),
}


def main() -> None:
    """Do the task with the folder's inputs."""
    task, folder = sys.argv[1], Path(sys.argv[2])
    work, ending, warm = TASKS[task]
    for module in LATE:
        import_module(module)
    assert Locale("en").months  # CLDR's data, which the dates of a pack have loaded before
    assert get_global("likely_subtags")
    assert share_of(Told("1 in 3"))  # the phrases of all languages, which a spec is read with
    gc.freeze()  # as the processes of a run have it, and as seldom
    gc.set_threshold(PILED_UP)
    give_back()  # as they do
    items = pickle.loads((folder / f"{task}.pickle").read_bytes())
    timed(items, work, folder / f"packbuild-{task}.{ending}", warm)


if __name__ == "__main__":
    main()
