"""Another colour, font or logo is one line of a `_brand.yml` that `packbuild init` wrote."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.cli.commands import packbuild

Begun = Callable[[Path, str], Path]
PALETTES = {
    "green and yellow": "#00693C #F5B400",
    "pastels": "#F2C4CE #C7CEEA #B5EAD7",
    "black and neon": "#000000 #FF2BD6 #39FF14",
    "one grey": "#777777",
    "one red": "#E4002B",
    "two reds": "#E4002B #5B0011",
}
LOGOS = {
    "two-coloured": '<path fill="#00693C" d="M0 0h30v30H0z"/><path fill="#F5B400" d="M40 0h80v30H40z"/>',
    "overlaid": (
        '<path fill="#C8102E" d="M0 0h50v50H0zM70 0h10v50H70zM100 0h10v50h-10z"/>'
        '<path fill="#FFF" d="M20 10h10v30H20z"/>'
    ),
    "white": '<path fill="#FFF" d="M0 0h90v30H0z"/>',
    "black": '<path d="M0 0h90v30H0z"/>',
}
FONT = Path(__file__).parents[1] / "brand/fonts/noto-serif/NotoSerif-SemiBold.ttf"

each_palette = pytest.mark.parametrize("colors", PALETTES.values(), ids=PALETTES.keys())


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """What copies the brand that `packbuild init` begins with colours into a folder."""

    @cache
    def first(colors: str) -> Path:
        root = tmp_path_factory.mktemp("begun")
        given = ["--name", "Quiet Week", "--website", "https://example.org", "--theme", "Listen closely"]
        palette = [part for color in colors.split() for part in ("--color", color)]
        run = CliRunner().invoke(packbuild, ["init", str(root), *given, "--start", "2027-03-08", *palette])
        assert run.exit_code == 0, run.output
        return root / "brand"

    return lambda folder, colors: Path(shutil.copytree(first(colors), folder / "brand"))


def with_a_line(brand: Path, pattern: str, changed: str) -> Brand:
    """The brand when the first line with a pattern has changed."""
    file = brand / "_brand.yml"
    text, count = re.subn(pattern, changed, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    file.write_text(text, "utf-8")
    return read_brand(brand, "brand")


def drawing(shapes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">{shapes}</svg>'


@each_palette
def test_a_new_brand_is_told_nothing_of_what_nobody_wrote(tmp_path: Path, begun: Begun, colors: str) -> None:
    brand = read_brand(begun(tmp_path, colors), "brand")
    assert [problem.message for problem in brand.problems] == []


@each_palette
@pytest.mark.parametrize("other", ["#7A1FA2", "#F2C4CE", "#E8590C"])
def test_a_colour(tmp_path: Path, begun: Begun, colors: str, other: str) -> None:
    new = with_a_line(begun(tmp_path, colors), r'^(    \S+: )"#\w+"', rf'\1"{other}"')
    assert other in [color.hex for color in new.palette.values()]


def test_a_font(tmp_path: Path, begun: Begun) -> None:
    folder = begun(tmp_path, "#00693C")
    shutil.copy(FONT, folder / "fonts")
    old = read_brand(folder, "brand")
    new = with_a_line(folder, r'^    family: "Fraunces.*', "    family: Noto Serif")
    families = [each.families["display"]["default"] for each in (old, new)]
    assert families == [("Fraunces 72pt Soft",), ("Noto Serif",)]


@each_palette
@pytest.mark.parametrize("logo", LOGOS.values(), ids=LOGOS.keys())
def test_a_logo(tmp_path: Path, begun: Begun, colors: str, logo: str) -> None:
    folder = begun(tmp_path, colors)
    (folder / "ours.svg").write_text(drawing(logo), "utf-8")
    new = with_a_line(folder, r"logos/main\.svg", "ours.svg")
    assert {art.name for logo in new.logos.values() for art in logo.drawings} == {"ours.svg"}


def test_a_logo_whose_forms_lie_on_others_is_carved_for_one_colour(tmp_path: Path, begun: Begun) -> None:
    folder, drawn = begun(tmp_path, "#C8102E #00843D"), {}
    for name in ("overlaid", "black"):
        (folder / "logos/main.svg").write_text(drawing(LOGOS[name]), "utf-8")
        brand = read_brand(folder, "brand")
        ground = brand.color("primary" if name == "overlaid" else "foreground")  # on which it is not seen
        shown = brand.logos["main"].on(ground, brand.color("background"))[0]
        drawn[name] = (shown.painted, shown.plate)
    light = brand.color("background")
    assert drawn == {"overlaid": (light, None), "black": (light, None)}
