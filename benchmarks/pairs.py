"""Work and its floor: each gives the CPU seconds that it took, with nothing known from before."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import deflate
import uharfbuzz as hb

from benchmarks.commands import campaign
from benchmarks.measure import PASS, run
from benchmarks.subject import YEAR, plans
from builder.content.recipe import laid_out
from builder.content.story import Heading, Paragraph, Story, plain
from builder.content.walk import in_forms
from builder.layout.flow.paginate import paginate
from builder.media import Font
from builder.pack.formats import PPTX, STORY_PDF
from builder.pack.recipes import CardRecipe
from builder.render.docx import render_docx
from builder.render.pixels.indexed import Indexed
from builder.render.pixels.paint import paint
from builder.render.pixels.png import encode_png, render_png
from builder.render.pptx import render_deck

Timed = Callable[[], float]
Pair = AbstractContextManager[tuple[Timed, Timed]]
_OFTEN = 20  # so often a floor is done: once is too short to be timed


@contextmanager
def card() -> Iterator[tuple[Timed, Timed]]:
    """A card painted, measured and encoded; its pixels encoded."""
    frame = _card().lay_out().content
    canvas = paint(frame)
    assert isinstance(canvas, Indexed)
    yield _here(lambda: render_png(frame)), _here(lambda: encode_png(canvas), _OFTEN)


@contextmanager
def solving() -> Iterator[tuple[Timed, Timed]]:
    """A card laid out; its words shaped."""
    recipe = _card()
    words = tuple(text for text in recipe.words.values() if isinstance(text, str))
    yield _here(recipe.lay_out), _shaping(words, recipe.brand.value.fonts[0])


@contextmanager
def flow() -> Iterator[tuple[Timed, Timed]]:
    """The guide's pages laid out; its words shaped."""
    story = _guide()
    blocks = in_forms(story.blocks, (Heading, Paragraph))
    words = tuple(plain(block.spans) for block in blocks if isinstance(block, Heading | Paragraph))
    yield _here(lambda: paginate(story)), _shaping(words, story.look.text.faces.regular.fonts[0])


@contextmanager
def word() -> Iterator[tuple[Timed, Timed]]:
    """The guide written for Word; the file's parts zipped."""
    story = _guide()
    yield _here(lambda: render_docx(story)), _zipping(render_docx(story))


@contextmanager
def slides() -> Iterator[tuple[Timed, Timed]]:
    """The example deck written; the file's parts zipped."""
    deck = laid_out(next(plan.content for plan in plans("slides", "en-GB") if plan.format == PPTX))
    yield _here(lambda: render_deck(deck)), _zipping(render_deck(deck))


@contextmanager
def unchanged() -> Iterator[tuple[Timed, Timed]]:
    """A command that finds nothing changed; Python doing nothing."""
    with TemporaryDirectory() as folder:
        work = campaign(Path(folder))
        yield lambda: work.packbuild(YEAR, "--only", "calendar").cpu, lambda: run(PASS).cpu


def _here(work: Callable[[], object], times: int = 1) -> Timed:
    """Work in this process, with all forgotten that it did before: the time of one go."""

    def timed() -> float:
        forget()
        start = process_time()
        for _ in range(times):
            work()
        return (process_time() - start) / times

    return timed


def forget() -> None:
    """Empty every cache of the program."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("builder.") else ():
            clear = getattr(value, "cache_clear", None)
            if callable(clear) and not isinstance(value, type):
                clear()


def _shaping(words: tuple[str, ...], font: Font) -> Timed:
    """The words shaped by HarfBuzz, and nothing else."""
    shaper = hb.Font(hb.Face(hb.Blob(font.path.read_bytes())))

    def shaped() -> None:
        for text in words:
            buffer = hb.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            hb.shape(shaper, buffer)

    return _here(shaped, _OFTEN)


def _zipping(package: bytes) -> Timed:
    """The parts of a file zipped again."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return _here(lambda: [deflate.deflate_compress(part, 6) for part in parts.values()], _OFTEN)


def _card() -> CardRecipe:
    """The second card of the pack: a message."""
    recipe = plans("social", size="instagram-square", language="en-GB")[1].content
    assert isinstance(recipe, CardRecipe)
    return recipe


def _guide() -> Story:
    """The guide, its frames laid out."""
    story = laid_out(next(plan.content for plan in plans("guide", "en-GB") if plan.format == STORY_PDF))
    assert isinstance(story, Story)
    return story
