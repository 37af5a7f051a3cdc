"""What a brand says of its inks: taken as it is written, or told at its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.brand.read import read_brand
from builder.errors import Faults

NAVY = Path(__file__).parent / "brands" / "navy"
ROOT = Path(__file__).parents[1]
PRESS = ROOT / "builder/render/pdf/press/fogra39-short.icc"


def branded(folder: Path, settings: str) -> Path:
    """The navy brand with settings of print."""
    brand = Path(shutil.copytree(NAVY, folder / "brand"))
    file = brand / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    print_ = "".join(f"      {line}\n" for line in settings.split("\n"))
    text = text.replace("  packbuild:\n", f"  packbuild:\n    print:\n{print_}", 1)
    file.write_text(text, encoding="utf-8")
    return brand


def test_inks_tins_and_the_press_are_the_brand_s(tmp_path: Path) -> None:
    brand = branded(
        tmp_path, "colors: {navy: [100, 80, 0, 30]}\nspots: {navy: Harbour Navy}\nprofile: print/own.icc"
    )
    (brand / "print").mkdir()
    shutil.copy(PRESS, brand / "print/own.icc")
    read = read_brand(brand, "brand")
    navy = read.palette["navy"]
    assert read.inks.colors == ((navy, (100, 80, 0, 30)),)
    assert read.inks.spots == ((navy, "Harbour Navy"),)
    assert read.inks.profile is not None and read.inks.profile.data == PRESS.read_bytes()


@pytest.mark.parametrize(
    ("settings", "message", "line"),
    [
        ("colors: {navvy: [1, 2, 3, 4]}", "the brand has no colour or role `navvy`", 0),
        ("colors: {navy: [100, 100, 100, 50]}", "`navy` has 350 % of ink, and paper takes", 0),
        ("colors:\n  navy: [1, 2, 3, 4]\n  primary: [1, 2, 3, 5]", "`primary` and `navy` are one colour", 2),
        ("spots: {navy: Black}", "`Black` is no name of an ink that is mixed for a brand", 0),
        ("spots: {nevy: Harbour}", "the brand has no colour or role `nevy`", 0),
        ("profile: print/none.icc", "there is no profile `print/none.icc`", 0),
        ("profile: _brand.yml", "`_brand.yml` is no ICC profile", 0),
        ("profile: screen.icc", "`screen.icc` is the profile of a screen or a camera", 0),
        ("profile: broken.icc", "`broken.icc` cannot be used", 0),
        ("colors: {navy: [1, 2, 3]}", "defaults.packbuild.print.colors.navy", 0),
        ("colors: {navy: [1, 2, 3, 400]}", "defaults.packbuild.print.colors.navy", 0),
    ],
)
def test_what_cannot_be_printed_is_told_where_it_is_written(
    settings: str, message: str, line: int, tmp_path: Path
) -> None:
    brand = branded(tmp_path, settings)
    shutil.copy(ROOT / "builder/render/srgb.icc", brand / "screen.icc")
    whole = PRESS.read_bytes()
    (brand / "broken.icc").write_bytes(whole[:200] + bytes(len(whole) - 200))
    with pytest.raises(Faults) as faults:
        read_brand(brand, "brand")
    (problem,) = faults.value.problems
    assert problem.message.startswith(message)
    start = (brand / "_brand.yml").read_text(encoding="utf-8").split("\n").index("    print:") + 2
    assert problem.place is not None and problem.place.line == start + line
