"""What stands in `_brand.yml` and is read by others, or by nobody."""

import shutil
from pathlib import Path

import pytest

from builder.brand.brandfile import BrandFile
from builder.brand.brandyml import _defined
from builder.brand.part import Open
from builder.brand.read import read_brand
from builder.errors import Faults, Problem
from builder.source.about import records_in
from builder.source.forms import fields_at

NAVY = Path(__file__).parent / "brands" / "navy"
PLACES = (
    *((), ("meta",), ("color",), ("typography",), ("typography", "base"), ("typography", "headings")),
    *(("typography", "link"), ("typography", "fonts", 0), ("typography", "fonts", 0, "files", 0)),
    ("defaults",),
)


def told(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    """What is told of the brand with one text of its file changed."""
    brand = Path(shutil.copytree(NAVY, folder / "brand"))
    text = (brand / "_brand.yml").read_text(encoding="utf-8")
    assert old in text
    (brand / "_brand.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        return read_brand(brand, "brand").problems
    except Faults as faults:
        return faults.problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("defaults:\n", "defaults:\n  bootstrap: {defaults: {packbuild: x}}\n  pkgdown:\n  shiny: 1\n"),
        ("meta:\n", "meta:\n  link: {home: https://example.org, hoem: x}\n"),
        ("  base:", "  headings: {style: normal, color: navy}\n  monospace-inline: Fira\n  base:"),
        ("      source: file\n", "      source: file\n      weight: [400, 700]\n      display: swap\n"),
        ("  primary: navy", "  primary: navy\n  accent: navy\n  dark: navy\n  darker: navy\n  night: navy"),
    ],
)
def test_what_others_read_and_roles_of_the_brand_s_own_are_left_alone(
    old: str, new: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == ()


@pytest.mark.parametrize("field", ["defualts", "Defaults", "default"])
def test_a_slip_is_one_fault_and_what_stands_below_it_is_read(field: str, tmp_path: Path) -> None:
    problems = told(
        tmp_path, "defaults:\n  packbuild:\n    margin: 0.07", f"{field}:\n  packbiuld:\n    margin: 7"
    )
    assert [problem.message for problem in problems] == [
        f"unknown field `{field}`",
        "unknown field `packbiuld` in defaults",
        "defaults.packbuild.margin must be at most 0.3, not `7`",
    ]


def test_a_warning_of_the_yaml_hides_no_fault(tmp_path: Path) -> None:
    problems = told(tmp_path, "margin: 0.07", "margin: 7\n    office: {text: “Arial”}")
    assert [problem.severity for problem in problems] == ["warning", "error"]


def test_a_file_that_cannot_be_read_hides_no_fault_of_designs_and_slides(tmp_path: Path) -> None:
    brand = Path(shutil.copytree(NAVY, tmp_path / "brand"))
    (brand / "_brand.yml").write_text("- no fields\n", encoding="utf-8")
    (brand / "designs/message.yaml").write_text("bakground: {fill: navy}\n", encoding="utf-8")
    (brand / "slides.yaml").write_text("layouts: []\n", encoding="utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(brand, "brand")
    files = {problem.place.file for problem in faults.value.problems if problem.place}
    assert files == {"brand/_brand.yml", "brand/designs/message.yaml", "brand/slides.yaml"}


@pytest.mark.parametrize("loc", PLACES, ids=str)
def test_all_that_is_read_is_defined(loc: tuple[str | int, ...]) -> None:
    assert set(fields_at(BrandFile, loc)) <= set(_defined(loc))


def test_every_open_part_of_the_file_has_its_fields_defined() -> None:
    open_parts = {part for part in records_in(BrandFile) if issubclass(part, Open)}
    assert open_parts == {part for part in subclasses(Open) if part.__name__ != "TypeUse"}
    assert len(open_parts) == len({*PLACES})


def subclasses(model: type) -> set[type]:
    return {below for each in model.__subclasses__() for below in {each, *subclasses(each)}}
