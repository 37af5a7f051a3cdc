"""Brands: good ones are read whole, and each broken one gets exactly the message beside it.

A folder of `brands/bad` holds only what differs from the good brand `navy`, over which it is laid.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import cast

import pytest
from sample_brand import sample_brand

from builder.brand.brandfile import StyleChange
from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.brand.scale import type_scale
from builder.cli.report import render_problems
from builder.color import contrast
from builder.content.recipe import known
from builder.errors import Faults
from builder.text.scripts import SCRIPT_NAMES

BRANDS = Path(__file__).parent / "brands"
BAD = sorted(path for path in (BRANDS / "bad").iterdir() if path.is_dir())
SAMPLE = Path(__file__).parents[1] / "brand"


@pytest.fixture(scope="module")
def sample() -> Brand:
    return sample_brand()


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.name)
def test_every_fault_of_a_brand_is_told_at_its_place(bad: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brand"
    shutil.copytree(BRANDS / "navy", folder)
    shutil.copytree(bad, folder, dirs_exist_ok=True)
    with pytest.raises(Faults) as faults:
        read_brand(folder, "brand", SCRIPT_NAMES)
    told = render_problems(faults.value.problems)
    assert told == bad.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_brand_with_one_dark_colour_and_a_wide_logo_is_read() -> None:
    brand = read_brand(BRANDS / "navy", "brand")
    assert brand.problems == ()
    assert brand.color("foreground").hex == "#12284B"
    assert brand.families["display"] == {"default": ("Atkinson Hyperlegible Next",)}
    assert {font.weight for font in brand.fonts} == {400, 700}
    assert brand.logos["main"].lockups[0].art.view.w > 15 * brand.logos["main"].lockups[0].art.view.h
    assert (brand.styles["display"].weight, brand.styles["display"].family) == (700, "display")


def test_the_sample_brand_is_without_fault_or_warning(sample: Brand) -> None:
    assert sample.problems == read_brand(SAMPLE, "brand", SCRIPT_NAMES).problems == ()
    assert {"main", "light", "symbol", "symbol-light"} <= sample.logos.keys()
    assert contrast(sample.color("foreground"), sample.color("background")) >= 7


def test_the_sample_brand_s_art_holds_colours_of_its_palette_alone(sample: Brand) -> None:
    known = set(sample.palette.values())
    logos = (lockup.art for logo in sample.logos.values() for lockup in logo.lockups)
    for art in (*sample.art.values(), *logos):
        used = {color for shape in art.shapes for color in shape.colors}
        assert used <= known, art.name


def test_every_font_of_the_sample_brand_has_its_licence_beside_it(sample: Brand) -> None:
    for font in sample.fonts:
        licence = font.path.with_name("OFL.txt")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8"), font.name


def test_the_sample_brand_has_a_bold_or_a_display_face_for_each_script(sample: Brand) -> None:
    weights = {
        family: {f.weight for f in sample.fonts if f.family == family}
        for f in sample.fonts
        for family in [f.family]
    }
    for scripts in sample.families.values():
        for families in scripts.values():
            assert max(weights[families[0]]) >= 600, families


def test_a_font_stack_is_split_at_its_commas_and_its_first_family_with_files_is_used(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BRANDS / "navy", tmp_path / "brand"))
    file = folder / "_brand.yml"
    stack = "base: \"Inter, 'Atkinson Hyperlegible Next', sans-serif\""
    file.write_text(file.read_text("utf-8").replace("base: Atkinson Hyperlegible Next", stack), "utf-8")
    brand = read_brand(folder, "brand")
    assert brand.families["text"]["default"] == ("Atkinson Hyperlegible Next",)
    assert [problem.message for problem in brand.problems] == [
        "the family `Inter` has no font files, so `Atkinson Hyperlegible Next` is used"
    ]


def test_styles_take_the_weights_of_the_brand_unless_they_have_their_own() -> None:
    styles = type_scale(({"lead": StyleChange(weight=300)},), 450, 800)
    weights = {name: styles[name].weight for name in ("text", "lead", "label", "display")}
    assert weights == {"text": 450, "lead": 300, "label": 700, "display": 800}


CHANGED = ("_brand.yml", "designs/message.yaml", "art/waves.svg", "fonts/AtkinsonHyperlegibleNext-Bold.ttf")


@pytest.mark.parametrize("name", CHANGED)
def test_a_brand_is_read_again_when_a_byte_of_it_differs_and_only_then(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(BRANDS / "navy", tmp_path / "brand"))
    first, file = read_brand(folder, "brand"), folder / name
    assert read_brand(folder, "brand") is first
    before, data = file.stat(), file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if file.suffix == ".ttf" else data[:-1] + b" ")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    again = read_brand(folder, "brand")
    assert again is not first
    fonts = [{font.digest for font in brand.fonts} for brand in (first, again)]
    assert (fonts[0] == fonts[1]) is (file.suffix != ".ttf")


def test_a_design_is_known_by_all_that_it_says(sample: Brand) -> None:
    design = cast(Design, sample.designs["message"])
    body = design.body.model_copy(update={"gap": 0.123})
    changed = [
        design.model_copy(update=update)
        for update in ({"margin": 0.123}, {"body": body}, {"body": design.body})
    ]
    digests = [known(each).digest for each in (design, *changed)]
    assert len(set(digests)) == 3
    assert digests[0] == digests[3]
