"""Real logos and icons look in every format as resvg draws them, or a fault says why they are not drawn.

`.ci/run` installs the catalogues from npm; a hundred drawings are a sheet, and a sheet is a page or a slide.
"""

from __future__ import annotations

import io
import math
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
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
from builder.brand.svg.guard import SVG
from builder.brand.svg.read import read_art
from builder.color import Color
from builder.content.deck import Deck, Drawing, SlideContent, SlideLayout
from builder.content.frame import Fill, Frame
from builder.content.story import Figure
from builder.geometry.box import Box
from builder.layout.art import drawn
from builder.layout.sheet import one_page
from builder.output.brands import EASEL
from builder.record import replace
from builder.render.docx import render_docx
from builder.render.ooxml.package import unpack
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint_exactly
from builder.render.pptx import render_deck

pytestmark = pytest.mark.programs

CATALOGUES = {  # files of each, and where its package has them
    "simple-icons": (500, "icons"),
    "devicon": (100, "icons"),
    "super-tiny-icons": (100, "images/svg"),
    "lucide-static": (100, "icons"),
    "@lobehub/icons-static-svg": (50, "icons"),
    "banks-logo": (31, "th"),
    "programming-languages-logos": (18, "src"),
}
CELL = 300  # px
ACROSS = 10  # drawings
FAR, MOST = 90, 0.004  # of 255, and the share of a drawing's pixels that may be off by more
COARSER = 4  # px of a drawing across, for one of the picture in a Word file
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


@dataclass(frozen=True)
class Catalogue:
    drawings: tuple[Drawn, ...]
    faults: dict[str, tuple[Fault, ...]]

    def groups(self) -> Iterator[tuple[Drawn, ...]]:
        """So many drawings as a sheet has cells."""
        for start in range(0, len(self.drawings), ACROSS * ACROSS):
            yield self.drawings[start : start + ACROSS * ACROSS]


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


def expected(data: bytes, art: Art, width: int) -> Pixels:
    """The drawing as its view has it, in a cell: resvg rounds a page to whole pixels, with all on it."""
    root, view, side = ElementTree.fromstring(data), art.view, art.view.w * CELL / width
    root.set("viewBox", root.get("viewBox", f"0 0 {view.w} {view.h}"))
    root.attrib |= {"x": "0", "y": "0", "width": str(view.w), "height": str(view.h)}
    cell = {"viewBox": f"0 0 {side} {side}", "width": str(CELL), "height": str(CELL)}
    page = ElementTree.Element(f"{SVG}svg", cell)
    page.append(root)
    shown = by_resvg(ElementTree.tostring(page, encoding="unicode"), CELL)
    return shown[: math.ceil(width * view.h / view.w - 0.01), :width]


def by_resvg(svg: str, width: int) -> Pixels:
    """An SVG so many pixels wide, on white."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, dpi=96, background="#fff"))
    return pixels(Image.open(io.BytesIO(png)))


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
        art = read_art(path, named(path), (), EASEL)
    except WrongArt as wrong_art:
        return wrong_art.faults
    width = max(round(CELL * min(1.0, art.view.w / art.view.h)), 1)
    reference = expected(path.read_bytes(), art, width)
    return Drawn(named(path), art, width, len(reference), reference)


def wrong(group: tuple[Drawn, ...], shown: Pixels, coarser: int = 1) -> dict[str, float]:
    """The drawings of a sheet that are not as resvg has them, and the share of pixels that are off.

    Each pixel that is shown stands for so many across.
    """
    page = np.full((CELL * ACROSS, CELL * ACROSS, 3), 255, np.uint8)
    for each, (x, y) in placed(group):
        page[y : y + each.height, x : x + each.width] = each.reference
    reference = pixels(Image.fromarray(page).reduce(coarser)).astype(np.int16)
    height, width, _ = reference.shape
    off = abs(reference - shown[:height, :width]).max(axis=2) > FAR
    found = dict[str, float]()
    for each, (x, y) in placed(group):
        down, right = (-(-edge // coarser) for edge in (y + each.height, x + each.width))
        share = float(off[y // coarser : down, x // coarser : right].mean())
        if share > MOST:
            found[each.name] = round(share, 4)
    return found


def printed(pdf: Path) -> list[Pixels]:
    """The pages of a PDF as cairo draws them, whose edges and pictures stand where they are, on no pixel."""
    run("pdftocairo", "-r", "72", "-tiff", "-tiffcompression", "none", pdf, pdf.with_suffix(""))
    return [pixels(Image.open(path)) for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.tif"))]


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
    assert apart(wrong_in_png, catalogue) == []


def apart(judged: Callable[..., dict[str, float]], catalogue: Catalogue, *folder: Path) -> list[Any]:
    """What is wrong on each sheet that is not right, the sheets judged side by side."""
    groups = list(catalogue.groups())
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(judged, groups, *([each] * len(groups) for each in folder)))
    return [each for each in found if each]


def wrong_in_png(group: tuple[Drawn, ...]) -> dict[str, float]:
    return wrong(group, pixels(paint_exactly(sheet(group)).image()))


def test_pdf(catalogue: Catalogue, tmp_path: Path) -> None:
    assert apart(wrong_in_pdf, catalogue, tmp_path) == []


def wrong_in_pdf(group: tuple[Drawn, ...], folder: Path) -> dict[str, float]:
    pdf = folder / f"{sha256(group[0].name.encode()).hexdigest()}.pdf"
    pdf.write_bytes(render_pages(one_page(sheet(group)), "Sheet"))
    return wrong(group, *printed(pdf))


def test_powerpoint(catalogue: Catalogue, tmp_path: Path) -> None:
    """Freeforms, and the pictures that stand for what has gradients."""
    groups = list(catalogue.groups())
    pages = printed(by_libreoffice(render_deck(deck(groups, tmp_path)), tmp_path / "deck.pptx"))
    found = [wrong(group, page) for group, page in zip(groups, pages, strict=True)]
    assert [each for each in found if each] == []


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
    """Word shows a picture, and programs that draw SVG the curves beside it."""
    assert apart(wrong_in_word, catalogue) == []


def wrong_in_word(group: tuple[Drawn, ...]) -> dict[str, float]:
    """What is not as resvg has it in the picture, whose pixels are few, or in the curves."""
    width = word_pictures(replace(sheet(group[:1]), height=CELL))[0].shape[1]
    page = replace(sheet(group), width=width * COARSER)
    picture, curves = word_pictures(page)
    return wrong(group, picture, COARSER) | wrong(group, curves, COARSER // 2)


def word_pictures(frame: Frame) -> tuple[Pixels, Pixels]:
    """The picture in a Word file that shows a frame, and the curves beside it, twice as fine."""
    files = unpack(render_docx(story(Figure(frame, "Drawings"))))
    (png,) = (data for name, data in files.items() if name.endswith(".png"))
    (svg,) = (data for name, data in files.items() if name.endswith(".svg"))
    picture = pixels(Image.open(io.BytesIO(png)))
    return picture, by_resvg(svg.decode(), 2 * picture.shape[1])
