"""Font files that lie in the brand's folder, and that no line of `_brand.yml` names."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_fonts as made

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.errors import Faults, Problem

BASE = "typography: {base: Open Rings}\n"


def read(folder: Path, files: dict[str, bytes], says: str = BASE) -> Brand:
    for name, data in files.items():
        path = folder / "fonts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "_brand.yml").write_text(f"color: {{primary: navy}}\n{says}", "utf-8")
    return read_brand(folder, "brand")


def told(folder: Path, files: dict[str, bytes], says: str = BASE) -> list[Problem]:
    """What is told of the fonts."""
    try:
        problems = read(folder, files, says).problems
    except Faults as faults:
        problems = tuple(faults.problems)
    others = ("logo", "designs", "bold")
    return [each for each in problems if not any(word in each.message for word in others)]


def taken(brand: Brand) -> dict[str, list[tuple[str, int]]]:
    families = {font.family for font in brand.fonts}
    return {
        family: sorted((font.path.name, font.weight) for font in brand.fonts if font.family == family)
        for family in families
    }


TWO = {"a.otf": made.otf("Open Rings"), "sub/b.ttf": made.ttf("Open Rings", 700)}
BOTH = {"Open Rings": [("a.otf", 400), ("b.ttf", 700)]}


@pytest.mark.parametrize(
    "says",
    [
        BASE,
        "typography: {base: OpenRings}\n",
        "typography: {base: 'open-rings, Georgia, serif', headings: Open Rings}\n",
        "typography: {fonts: [{family: Open Rings, source: google, weight: [400, 700]}]}\n",
        "typography: {fonts: [{family: Open Rings, source: bunny}], base: openrings}\n",
        "typography: {fonts: [{family: Open Rings, source: system}]}\n",
        "typography: {fonts: [{family: Open Rings}]}\n",
    ],
)
def test_a_family_is_found_by_the_name_in_its_files(says: str, tmp_path: Path) -> None:
    brand = read(tmp_path, {**TWO, "other.ttf": made.ttf("Squares")}, says)
    assert [*taken(brand).values()] == [*BOTH.values()]
    (family,) = brand.families["text"]["default"]
    assert brand.families["display"]["default"] == (family,)
    assert family in taken(brand)


def test_a_style_that_stands_in_the_name_is_of_the_family_unless_that_is_asked_for_by_name(
    tmp_path: Path,
) -> None:
    files = {"l.ttf": made.ttf("Open Rings Light", 300), "r.ttf": made.ttf("Open Rings")}
    files["wide.ttf"] = made.ttf("Open Rings Condensed")
    assert taken(read(tmp_path / "one", files)) == {"Open Rings": [("l.ttf", 300), ("r.ttf", 400)]}
    both = read(tmp_path / "two", files, "typography: {base: Open Rings, headings: Open Rings Light}\n")
    assert taken(both) == {"Open Rings": [("r.ttf", 400)], "Open Rings Light": [("l.ttf", 300)]}


@pytest.mark.parametrize(
    "name",
    ["Open Rings 96pt", "Open Rings Light 18pt", "Open Rings Variable", "OpenRingsVF", "Open Rings VF"],
)
def test_a_size_and_a_sign_of_variable_fonts_are_no_part_of_the_family(name: str, tmp_path: Path) -> None:
    """As the files of Merriweather, Bricolage Grotesque, Source Serif and Source Sans call themselves."""
    assert taken(read(tmp_path, {"a.ttf": made.ttf(name)})) == {"Open Rings": [("a.ttf", 400)]}


def test_files_that_are_listed_are_the_only_ones_of_their_family(tmp_path: Path) -> None:
    says = "typography: {fonts: [{family: Open Rings, files: [fonts/a.otf]}], headings: Rings Two}\n"
    brand = read(tmp_path, {**TWO, "c.ttf": made.ttf("Rings Two")}, says)
    assert taken(brand) == {"Open Rings": [("a.otf", 400)], "Rings Two": [("c.ttf", 400)]}


def test_of_a_font_in_several_forms_one_is_taken_and_nothing_is_said(tmp_path: Path) -> None:
    font = made.ttf("Open Rings")
    files = {"a.woff": made.packed(font, "woff"), "a.woff2": made.packed(font, "woff2"), "b/a.ttf": font}
    files["a.otf"] = made.otf("Open Rings")
    assert taken(read(tmp_path, files)) == {"Open Rings": [("a.ttf", 400)]}
    assert told(tmp_path, files) == []


def test_of_two_fonts_of_one_style_the_one_that_is_not_taken_is_told(tmp_path: Path) -> None:
    files = {"a.ttf": made.ttf("Open Rings"), "b.ttf": made.ttf("Open Rings Book")}
    (problem,) = told(tmp_path, files)
    assert problem.severity == "warning"
    assert problem.message.startswith("`fonts/b.ttf` is never used: `a.ttf` has that weight and style")
    assert problem.place and problem.place.line == 2


def test_a_family_whose_files_are_listed_as_those_of_another_is_told(tmp_path: Path) -> None:
    says = "typography: {fonts: [{family: Squares, files: [fonts/a.ttf]}], base: Open Rings}\n"
    (problem,) = told(tmp_path, {"a.ttf": made.ttf("Open Rings")}, says)
    assert problem.severity == "error"
    assert problem.message == "the files of the family `Open Rings` are listed as those of `Squares`"
    assert problem.hint == "call it `Open Rings` there, or name `Squares` here"


def test_what_lacks_is_told_with_where_it_belongs_and_what_lies_there(tmp_path: Path) -> None:
    (problem,) = told(tmp_path / "near", {"a.ttf": made.ttf("Open Ring")})
    assert problem.message == "the brand has no font files of the family `Open Rings`"
    assert problem.hint == "did you mean `Open Ring`?"
    broken, fault = told(tmp_path / "broken", {"a.ttf": TWO["a.otf"][:200], "b.ttf": made.ttf("Squares")})
    assert broken.severity == "warning" and broken.message.startswith("`fonts/a.ttf` is damaged: ")
    assert broken.place and broken.place.file == "brand/fonts/a.ttf"
    assert fault.hint == (
        "the brand has `Squares`; for this one, put its files (.ttf, .otf, .woff2) into brand/fonts/:"
        " they are known by the name of the family in them, and no further line is needed"
    )


def test_a_brand_that_names_no_fonts_is_told_what_lies_in_its_folder(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, TWO, "")
    assert problem.message == "the brand names no fonts, so Atkinson Hyperlegible Next is taken"
    assert problem.hint == "write `typography: {base: Open Rings}`: the brand's folder fonts has its files"
