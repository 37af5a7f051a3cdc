"""Real logos and icons look in every format as resvg draws them, or a fault says why they are not drawn.

`.ci/run` installs the catalogues from npm; a hundred drawings are a sheet, and a sheet is a page or a slide.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import resvg_py
from numpy.typing import NDArray
from PIL import Image
from programs import INSTALLED, missing, run
from sample_deck import TITLE, sample_deck
from sample_story import story

from builder.brand.identity import Art
from builder.brand.svg.faults import Fault, WrongArt
from builder.brand.svg.read import read_art
from builder.color import Color
from builder.content.deck import Deck, Drawing, SlideContent, SlideLayout
from builder.content.frame import Fill, Frame
from builder.content.story import Figure
from builder.geometry.box import Box
from builder.layout.art import drawn
from builder.layout.sheet import one_page
from builder.render.docx import render_docx
from builder.render.ooxml.package import unpack
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint_exactly
from builder.render.pptx import render_deck

pytestmark = pytest.mark.programs

CATALOGUES = {  # files of each, and where its package has them
    "simple-icons": (1000, "icons"),
    "devicon": (100, "icons"),
    "super-tiny-icons": (100, "images/svg"),
    "lucide-static": (100, "icons"),
}
CELL = 300  # px
ACROSS = 10  # drawings
FAR, MOST = 90, 0.004  # of 255, and the share of a drawing's pixels that may be off by more
REFUSED = 0.01  # of all drawings, at most
WHITE = Color(255, 255, 255)
DRAWN_BY_BROWSERS_ALONE = ("filter", "mix-blend-mode", "holds text", "raster image")

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Drawn:
    """A drawing, how large it is in its cell, and how resvg draws it."""

    name: str
    art: Art
    width: int
    height: int
    reference: Pixels
    data: bytes


@dataclass(frozen=True)
class Catalogue:
    drawings: tuple[Drawn, ...]
    faults: dict[str, tuple[Fault, ...]]

    def sheets(self) -> Iterator[tuple[tuple[Drawn, ...], Frame]]:
        """So many drawings as a sheet has cells, and the sheet."""
        for start in range(0, len(self.drawings), ACROSS * ACROSS):
            group = self.drawings[start : start + ACROSS * ACROSS]
            yield group, sheet(group)


def sheet(group: tuple[Drawn, ...]) -> Frame:
    paths = [path for each, (x, y) in placed(group) for path in drawn(each.art, box(each, x, y))]
    side = CELL * ACROSS
    return Frame(side, side, "pt", (Fill(Box(0, 0, side, side), WHITE), *paths), "en-GB")


def placed(group: tuple[Drawn, ...]) -> Iterator[tuple[Drawn, tuple[int, int]]]:
    for number, each in enumerate(group):
        yield each, (number % ACROSS * CELL, number // ACROSS * CELL)


def box(each: Drawn, x: float, y: float) -> Box:
    return Box(x, y, each.width, each.width * each.art.view.h / each.art.view.w)


def files() -> Iterator[Path]:
    """A sample of each catalogue, the same each time."""
    for package, (count, folder) in CATALOGUES.items():
        home = INSTALLED / "node_modules" / package / folder
        found = sorted(home.rglob("*.svg"))
        if not found:
            missing(package)
        yield from random.Random(5).sample(found, min(count, len(found)))


def by_resvg(data: bytes, width: int) -> Pixels:
    """The drawing as its view has it: of the size that it gives itself, only the shape counts."""
    root = ElementTree.fromstring(data)
    if root.get("viewBox"):
        root.attrib.pop("width", None)
        root.attrib.pop("height", None)
    text = ElementTree.tostring(root, encoding="unicode")
    png = bytes(resvg_py.svg_to_bytes(svg_string=text, width=width, dpi=96))
    shown = Image.open(io.BytesIO(png)).convert("RGBA")
    page = Image.new("RGBA", shown.size, "white")
    page.alpha_composite(shown)
    return pixels(page)


def pixels(image: Any) -> Pixels:
    return np.asarray(image.convert("RGB"))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    found, faults = list[Drawn](), dict[str, tuple[Fault, ...]]()
    paths = list(files())
    with ProcessPoolExecutor() as pool:
        for path, read in zip(paths, pool.map(read_drawing, paths, chunksize=20), strict=True):
            if isinstance(read, Drawn):
                found.append(read)
            else:
                faults[named(path)] = read
    return Catalogue(tuple(found), faults)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read_drawing(path: Path) -> Drawn | tuple[Fault, ...]:
    try:
        art = read_art(path, named(path))
    except WrongArt as wrong_art:
        return wrong_art.faults
    width = max(round(CELL * min(1.0, art.view.w / art.view.h)), 1)
    data = path.read_bytes()
    reference = by_resvg(data, width)[:CELL]
    return Drawn(named(path), art, width, len(reference), reference, data)


def wrong(group: tuple[Drawn, ...], shown: Pixels) -> dict[str, float]:
    """The drawings of a sheet that are not as resvg has them, and the share of pixels that are off."""
    shares = {
        each.name: off(each.reference, shown[y : y + each.height, x : x + each.width])
        for each, (x, y) in placed(group)
    }
    return {name: round(share, 4) for name, share in shares.items() if share > MOST}


def off(one: Pixels, other: Pixels) -> float:
    return float((abs(one.astype(np.int16) - other).max(axis=2) > FAR).mean())


def printed(pdf: Path, finer: int = 1) -> list[Pixels]:
    """The pages of a PDF as poppler draws them, each pixel made of so many across."""
    run("pdftoppm", "-r", str(72 * finer), "-png", pdf, pdf.with_suffix(""))
    pages = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
    return [pixels(Image.open(path).convert("RGB").reduce(finer)) for path in pages]


def by_libreoffice(data: bytes, file: Path) -> Path:
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file)
    return file.with_suffix(".pdf")


def test_hardly_any_is_refused_and_each_says_why(catalogue: Catalogue) -> None:
    everything = len(catalogue.drawings) + len(catalogue.faults)
    assert len(catalogue.faults) <= REFUSED * everything, catalogue.faults
    for name, faults in catalogue.faults.items():
        for fault in faults:
            assert fault.line, name
            assert any(what in fault.message for what in DRAWN_BY_BROWSERS_ALONE), (name, fault)


def test_png(catalogue: Catalogue) -> None:
    groups, pages = zip(*catalogue.sheets(), strict=True)
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(wrong, groups, pool.map(painted, pages)))
    assert [each for each in found if each] == []


def painted(page: Frame) -> Pixels:
    return pixels(paint_exactly(page).image())


def test_pdf(catalogue: Catalogue, tmp_path: Path) -> None:
    groups, pages = zip(*catalogue.sheets(), strict=True)
    files = [tmp_path / f"sheet{number}.pdf" for number in range(len(pages))]
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(wrong, groups, pool.map(printed_sheet, pages, files)))
    assert [each for each in found if each] == []


def printed_sheet(page: Frame, pdf: Path) -> Pixels:
    pdf.write_bytes(render_pages(one_page(page), "Sheet"))
    return printed(pdf)[0]


@pytest.mark.parametrize(("shaded", "finer"), [(False, 1), (True, 2)])
def test_powerpoint(catalogue: Catalogue, tmp_path: Path, shaded: bool, finer: int) -> None:
    """Freeforms, and the pictures that stand for what has gradients, which have two pixels a point."""
    drawings = tuple(each for each in catalogue.drawings if is_shaded(each.art) == shaded)
    groups = [group for group, _ in replace(catalogue, drawings=drawings).sheets()]
    pages = printed(by_libreoffice(render_deck(deck(groups, tmp_path)), tmp_path / "deck.pptx"), finer)
    found = [wrong(group, page) for group, page in zip(groups, pages, strict=True)]
    assert [each for each in found if each] == []


def is_shaded(art: Art) -> bool:
    return any(not isinstance(shape.fill, Color) for shape in art.shapes)


def deck(groups: list[tuple[Drawn, ...]], folder: Path) -> Deck:
    usual, side = sample_deck(folder), CELL * ACROSS
    layouts = tuple(
        SlideLayout(f"sheet{number}", f"Sheet {number}", (TITLE,), tuple(drawings(group)))
        for number, group in enumerate(groups)
    )
    theme = replace(usual.theme, colors=(*usual.theme.colors[:1], ("lt1", WHITE), *usual.theme.colors[2:]))
    slides = tuple(SlideContent(layout.key, (), section=layout.name) for layout in layouts)
    master = replace(usual.master, drawings=())
    return replace(
        usual, width=side, height=side, theme=theme, master=master, layouts=layouts, slides=slides, footer=""
    )


def drawings(group: tuple[Drawn, ...]) -> Iterator[Drawing]:
    return (Drawing(each.name, drawn(each.art, box(each, x, y))) for each, (x, y) in placed(group))


def test_word(catalogue: Catalogue) -> None:
    """A Word file holds pictures, as wide as its text: a sheet of a few drawings of each kind says enough."""
    width = len(word_picture(Frame(90, 90, "pt", (Fill(Box(0, 0, 90, 90), WHITE),), "en-GB"))[0])
    cell = width // 3
    group = tuple(
        replace(each, width=round(each.width * cell / CELL))
        for each in catalogue.drawings[:: max(len(catalogue.drawings) // 9, 1)][:9]
    )
    places = [(number % 3 * cell, number // 3 * cell) for number in range(9)]
    pairs = list(zip(group, places, strict=True))
    paths = [path for each, (x, y) in pairs for path in drawn(each.art, box(each, x, y))]
    ground = Fill(Box(0, 0, width, width), WHITE)
    shown = word_picture(Frame(width, width, "pt", (ground, *paths), "en-GB"))
    for each, (x, y) in pairs:
        reference = by_resvg(each.data, each.width)[:cell]
        part = shown[y : y + len(reference), x : x + each.width]
        assert off(reference, part) <= MOST, each.name


def word_picture(frame: Frame) -> Pixels:
    """The picture in a Word file that shows a frame."""
    files = unpack(render_docx(story(Figure(frame, "Drawings"))))
    (png,) = (data for name, data in files.items() if name.endswith(".png"))
    return pixels(Image.open(io.BytesIO(png)))
