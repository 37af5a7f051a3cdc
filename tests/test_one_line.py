"""Another colour, font or logo is one line of a `_brand.yml` that `packbuild init` wrote."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.cli.commands import packbuild

PALETTES = {
    "green and yellow": "#00693C #F5B400",
    "pastels": "#F2C4CE #C7CEEA #B5EAD7",
    "black and neon": "#000000 #FF2BD6 #39FF14",
    "one grey": "#777777",
}
LOGOS = {
    "two-coloured": '<path fill="#00693C" d="M0 0h30v30H0z"/><path fill="#F5B400" d="M40 0h80v30H40z"/>',
    "overlaid": '<circle cx="60" cy="60" r="56" fill="#C8102E"/><path fill="#FFF" d="M30 50h60v20H30z"/>',
    "white": '<path fill="#FFF" d="M0 0h90v30H0z"/>',
    "black": '<path d="M0 0h90v30H0z"/>',
}
FONT = Path(__file__).parents[1] / "brand/fonts/noto-serif/NotoSerif-SemiBold.ttf"

each_palette = pytest.mark.parametrize("colors", PALETTES.values(), ids=PALETTES.keys())


def begun(root: Path, colors: str) -> Path:
    given = ["--name", "Quiet Week", "--website", "https://example.org", "--theme", "Listen closely"]
    palette = [part for color in colors.split() for part in ("--color", color)]
    run = CliRunner().invoke(packbuild, ["init", str(root), *given, "--start", "2027-03-08", *palette])
    assert run.exit_code == 0, run.output
    return root / "brand"


def with_a_line(brand: Path, wanted: Callable[[str], bool], change: Callable[[str], str]) -> Brand:
    """The brand when the first line that is wanted has changed."""
    file = brand / "_brand.yml"
    lines = file.read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if wanted(line))
    lines[number] = change(lines[number])
    file.write_text("\n".join([*lines, ""]), "utf-8")
    return read_brand(brand, "brand")


@each_palette
def test_a_new_brand_is_told_nothing_of_what_nobody_wrote(tmp_path: Path, colors: str) -> None:
    brand = read_brand(begun(tmp_path, colors), "brand")
    assert [problem.message for problem in brand.problems] == []


@each_palette
@pytest.mark.parametrize("other", ["#7A1FA2", "#F2C4CE", "#E8590C"])
def test_a_colour(tmp_path: Path, colors: str, other: str) -> None:
    folder = begun(tmp_path, colors)
    old = read_brand(folder, "brand").palette
    new = with_a_line(
        folder, lambda line: ': "#' in line, lambda line: f'{line.partition(":")[0]}: "{other}"'
    )
    assert [color.hex for name, color in new.palette.items() if color != old[name]][:1] == [other]


def test_a_font(tmp_path: Path) -> None:
    folder = begun(tmp_path, "#00693C")
    shutil.copy(FONT, folder / "fonts")
    old = read_brand(folder, "brand")
    new = with_a_line(
        folder, lambda line: '    family: "Fraunces' in line, lambda _: "    family: Noto Serif"
    )
    assert [each.families["display"]["default"] for each in (old, new)] == [
        ("Fraunces 72pt Soft",),
        ("Noto Serif",),
    ]


@each_palette
@pytest.mark.parametrize("logo", LOGOS.values(), ids=LOGOS.keys())
def test_a_logo(tmp_path: Path, colors: str, logo: str) -> None:
    folder = begun(tmp_path, colors)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">{logo}</svg>'
    (folder / "ours.svg").write_text(svg, "utf-8")
    new = with_a_line(
        folder,
        lambda line: "logos/main.svg" in line,
        lambda line: line.replace("logos/main.svg", "ours.svg"),
    )
    drawings = [art.name for logo in new.logos.values() for art in logo.drawings]
    assert set(drawings) == {"ours.svg"}


def test_a_logo_whose_forms_lie_on_others_stands_on_its_plate(tmp_path: Path) -> None:
    folder = begun(tmp_path, "#C8102E #00843D")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">{LOGOS["overlaid"]}</svg>'
    (folder / "logos/main.svg").write_text(svg, "utf-8")
    brand = read_brand(folder, "brand")
    on_its_own_red = brand.logos["main"].on(brand.color("primary"), brand.on("primary"))[0]
    assert (on_its_own_red.painted, on_its_own_red.plate) == (None, brand.color("background"))
    (folder / "logos/main.svg").write_text(svg.replace(LOGOS["overlaid"], LOGOS["black"]), "utf-8")
    brand = read_brand(folder, "brand")
    on_ink = brand.logos["main"].on(brand.color("foreground"), brand.on("foreground"))[0]
    assert (on_ink.painted, on_ink.plate) == (brand.on("foreground"), None)
