"""Print files as a press has them: a plate for each ink, made by Ghostscript."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms
from programs import run
from test_codes_on_paper import made
from test_press import CORAL, CREAM, PLUM, SQUARE, pressed, said

from builder.brand.looks import look_names
from builder.content.frame import Fill
from builder.content.frame import Path as Curve
from builder.geometry.box import Box, mm
from builder.inks import MOST_INK, Inks

Plates = dict[str, Image.Image]
Inked = dict[str, NDArray[np.float32]]
PRESS = Path(__file__).parents[1] / "builder/render/pdf/press/fogra39.icc"
DOTS = 100  # an inch
SMALL = 24  # pt: what is black alone is below
NEAR = 20  # of 255 in each light: as near as inks come to a pure red
FOUR = ("Cyan", "Magenta", "Yellow", "Black")
SLUG = mm(11)  # white around what is cut, where the marks are


def plates(folder: Path, data: bytes, dots: int = 72, page: int = 1) -> Plates:
    """Those of a page, by the ink; 0 is all of it, 255 none. A pixel a pt."""
    folder.mkdir(exist_ok=True)
    (folder / "card.pdf").write_bytes(data)
    asked = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-dPrintSpotCMYK=false")
    asked += (f"-r{dots}", f"-dFirstPage={page}", f"-dLastPage={page}")
    run("gs", *asked, f"-sOutputFile={folder / 'plate.tif'}", folder / "card.pdf")
    files = {file.name.partition("(")[2].partition(")")[0]: file for file in folder.glob("plate(*")}
    assert {*FOUR} <= files.keys()
    return {ink: Image.open(file).convert("L") for ink, file in files.items()}


def ink(plate: Image.Image, x: float, y: float) -> float:
    """How much, in per cents, at a place of the sheet."""
    level = plate.getpixel((round(SLUG + x), round(SLUG + y)))
    assert isinstance(level, int)
    return 100 - level / 2.55


@pytest.mark.programs
def test_a_code_is_on_the_black_plate_alone_and_its_ground_goes_on_below_it(tmp_path: Path) -> None:
    ground, code = Fill(Box(0, 0, 220, 220), CREAM), Curve(SQUARE, PLUM, sharp=True)
    made = plates(tmp_path, pressed(ground, code))
    assert ink(made["Black"], 100, 100) == 100
    assert ink(made["Black"], 20, 20) == 0
    for name in ("Cyan", "Magenta", "Yellow"):
        assert ink(made[name], 100, 100) == ink(made[name], 20, 20) < 15


@pytest.mark.programs
def test_small_dark_letters_are_on_the_black_plate_alone(tmp_path: Path) -> None:
    ground = Fill(Box(0, 0, 297, 420), CREAM)
    made = plates(tmp_path, pressed(ground, said("HHHH", 20, PLUM)))
    letters = (round(SLUG + 40), round(SLUG + 85), round(SLUG + 90), round(SLUG + 99))
    darkest = {name: 100 - plate.crop(letters).getextrema()[0] / 2.55 for name, plate in made.items()}  # type: ignore[operator]
    assert darkest["Black"] > 80
    assert all(darkest[name] < 15 for name in ("Cyan", "Magenta", "Yellow"))


@pytest.mark.programs
def test_a_spot_has_a_plate_of_its_own_and_large_forms_all_inks_of_their_colour(tmp_path: Path) -> None:
    inks = Inks(colors=((PLUM, (76, 85, 0, 58)),), spots=((CORAL, "Brand Coral"),))
    spot, form = Fill(Box(0, 0, 50, 50), CORAL), Fill(Box(100, 200, 50, 50), PLUM)
    made = plates(tmp_path, pressed(spot, form, inks=inks))
    assert ink(made["Brand Coral"], 25, 25) == 100
    assert [ink(made[name], 25, 25) for name in FOUR] == [0] * 4
    found = [round(ink(made[name], 125, 225)) for name in FOUR]
    assert found == pytest.approx([76, 85, 0, 58], abs=1)


@pytest.mark.programs
def test_crop_marks_are_on_every_plate(tmp_path: Path) -> None:
    inks = Inks(spots=((CORAL, "Brand Coral"),))
    made = plates(tmp_path, pressed(Fill(Box(0, 0, 50, 50), CORAL), inks=inks))
    assert len(made) == 5
    for name, plate in made.items():
        corner = plate.crop((0, 0, round(mm(6)), round(SLUG + 3)))
        assert corner.getextrema()[0] < 255, name


def in_per_cents(folder: Path, data: bytes, page: int) -> Inked:
    """The plates of a page, whole."""
    found = plates(folder, data, DOTS, page)
    return {name: 100 - np.asarray(plate).astype(np.float32) / 2.55 for name, plate in found.items()}


def coloured_letters(file: Path, page: int, inked: Inked) -> tuple[int, list[str]]:
    """How many small dark words there are on a page, and those that an ink beside black has a part in."""
    said = ElementTree.fromstring(run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), file, "-"))
    count, wrong = 0, list[str]()
    for word in said.iter("{http://www.w3.org/1999/xhtml}word"):
        left, top, right, bottom = (float(word.get(edge, 0)) for edge in ("xMin", "yMin", "xMax", "yMax"))
        if bottom - top < SMALL and left >= 0 and top >= 0:
            edges = (round(each * DOTS / 72) for each in (top, bottom, left, right))
            up, down, start, end = edges
            found = {name: plate[up:down, start:end] for name, plate in inked.items()}
            dark = found["Black"] > max(60, np.median(found["Black"]) + 30)
            if dark.any():
                count += 1
                beside = (found[name] for name in FOUR[:3])
                if any(plate[dark].max() > np.median(plate) + 5 for plate in beside):
                    wrong.append(word.text or "")
    return count, wrong


def as_seen(inked: Inked) -> Image.Image:
    """The plates on coated paper, in the light of a screen."""
    bands = [Image.fromarray(np.rint(inked[name] * 2.55).astype(np.uint8)) for name in FOUR]
    press, screen = ImageCms.ImageCmsProfile(str(PRESS)), ImageCms.createProfile("sRGB")
    colors, black_too = Image.merge("CMYK", bands), ImageCms.Flags.BLACKPOINTCOMPENSATION
    relative = ImageCms.Intent.RELATIVE_COLORIMETRIC
    seen = ImageCms.profileToProfile(colors, press, screen, relative, "RGB", flags=black_too)
    assert seen
    return seen


@pytest.mark.programs
@pytest.mark.parametrize("look", look_names())
def test_files_for_a_print_shop_keep_to_its_paper_and_look_as_on_screens(look: str, tmp_path: Path) -> None:
    tree, words = made(tmp_path, look, "posters", "pledge", "leaflet", "certificate", "infographic"), 0
    inside = round(SLUG * DOTS / 72)  # the marks beyond are all of each ink
    files = {file.name: file for file in sorted(tree.rglob("*-print_*.pdf"))}
    assert len(files) >= 7
    assert {"certificate", "infographic"} <= {file.parent.name for file in files.values()}
    for (name, file), page in product(files.items(), (1, 2)):
        if page == 2 and "leaflet" not in name:
            continue
        inked = in_per_cents(tmp_path / f"{name} {page}", file.read_bytes(), page)
        most = np.sum([plate[inside:-inside, inside:-inside] for plate in inked.values()], axis=0).max()
        assert most < MOST_INK + 2, name
        count, wrong = coloured_letters(file, page, inked)
        assert wrong == [], name
        words += count
        if "pledge" in name:
            (shown,) = tree.rglob("*pledge-card-a5_*")
            run("pdftoppm", "-r", str(DOTS), "-singlefile", shown, tmp_path / "shown")
            with Image.open(tmp_path / "shown.ppm") as screen:
                lit = screen.convert("RGB").resize((148, 210), Image.Resampling.BOX)
            seen = as_seen(inked)
            cut = seen.crop((inside, inside, seen.width - inside, seen.height - inside))
            apart = abs(np.asarray(cut.resize(lit.size, Image.Resampling.BOX)).astype(int) - np.asarray(lit))
            assert apart.mean() < NEAR
    assert words > 2
