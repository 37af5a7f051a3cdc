"""Print files as a press has them: a plate for each ink, made by Ghostscript."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from programs import run
from test_press import CORAL, CREAM, PLUM, SQUARE, pressed, said

from builder.content.frame import Fill
from builder.content.frame import Path as Curve
from builder.geometry.box import Box, mm
from builder.inks import Inks

Plates = dict[str, Image.Image]
FOUR = ("Cyan", "Magenta", "Yellow", "Black")
SLUG = mm(11)  # white around what is cut, where the marks are


def plates(folder: Path, data: bytes) -> Plates:
    """By the ink; 0 is all of it, 255 none. A pixel a pt, from where the sheet is cut."""
    (folder / "card.pdf").write_bytes(data)
    asked = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-dPrintSpotCMYK=false")
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
