"""`packbuild init` where there is a `_brand.yml` already: it is the brand, and only the rest is written."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from builder.brand.read import read_brand
from builder.cli.commands import packbuild

FILE = """\
meta: {name: Quiet Trust, link: {home: "https://example.org/quiet", github: "https://example.org/git"}}
logo: {medium: /images/logo.svg, small: ./icon.svg, main: {one-color: true}}
color: {palette: {navy: "#12284B", sky: "#CFE3FF"}, primary: navy, background: sky, foreground: navy}
defaults: {quarto: {format: {html: {css: styles.css}}}}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z"/></svg>'
GIVEN = ("--theme", "Listen closely", "--start", "2027-03-08")


@pytest.fixture(params=["brand", "", "_brand"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of a `_brand.yml`, with files that it names and others."""
    folder: Path = tmp_path / request.param
    for name, text in (("images/logo.svg", LOGO), ("icon.svg", LOGO), ("styles.css", ""), ("talk.qmd", "Hi")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "_brand.yml").write_text(FILE, "utf-8")
    return folder


def begun(root: Path, *more: str) -> tuple[int, str]:
    run = CliRunner().invoke(packbuild, ["init", str(root), *GIVEN, *more])
    return run.exit_code, " ".join(run.output.split())


def test_it_is_the_brand_and_stays_as_it_was(own: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    code, output = begun(tmp_path)
    assert code == 0, output
    assert {path: path.read_bytes() for path in before} == before
    spec = yaml.safe_load((tmp_path / "packs/2027.yaml").read_text("utf-8"))
    assert (spec["campaign"]["name"], spec["campaign"]["website"]) == (
        "Quiet Trust",
        "https://example.org/quiet",
    )
    brand = read_brand(tmp_path / "brand", "brand")
    assert (brand.name, brand.color("primary").hex) == ("Quiet Trust", "#12284B")
    assert brand.logos["main"].drawings[0].name == "images/logo.svg"


def test_no_more_is_copied_than_it_names(own: Path, tmp_path: Path) -> None:
    begun(tmp_path)
    there = {path.relative_to(tmp_path / "brand").as_posix() for path in (tmp_path / "brand").rglob("*.*")}
    more = {"talk.qmd"} if own == tmp_path / "brand" else set()
    assert there == {"_brand.yml", "images/logo.svg", "icon.svg", "styles.css", *more}


def test_files_that_it_keeps_in_the_folder_brand_stay_there_and_are_copied(tmp_path: Path) -> None:
    (tmp_path / "brand/logos").mkdir(parents=True)
    (tmp_path / "brand/logos/l.svg").write_text(LOGO, "utf-8")
    named = "logo: {main: {light: brand/logos/l.svg, one-color: true}}\n"
    (tmp_path / "_brand.yml").write_text(named, "utf-8")
    code, output = begun(tmp_path, "--name", "Us", "--website", "https://example.org")
    assert code == 0, output
    there = {path.relative_to(tmp_path / "brand").as_posix() for path in (tmp_path / "brand").rglob("*.*")}
    assert there == {"_brand.yml", "logos/l.svg", "brand/logos/l.svg"}
    assert read_brand(tmp_path / "brand", "brand").logos["main"].drawings[0].name == "brand/logos/l.svg"


def test_fonts_that_lie_beside_it_come_along(tmp_path: Path) -> None:
    (tmp_path / "fonts/serif").mkdir(parents=True)
    font = Path(__file__).parents[1] / "brand/fonts/noto-serif/NotoSerif-SemiBold.ttf"
    (tmp_path / "fonts/serif/a.ttf").write_bytes(font.read_bytes())
    (tmp_path / "fonts/OFL.txt").write_text("free", "utf-8")
    (tmp_path / "_brand.yml").write_text("typography: {base: Noto Serif}\n", "utf-8")
    begun(tmp_path, "--name", "Us", "--website", "https://example.org")
    assert [font.family for font in read_brand(tmp_path / "brand", "brand").fonts] == ["Noto Serif"]


def test_a_fault_of_it_is_told_and_the_rest_is_written(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/_brand.yml").write_text("color: {primary: plumm}\n", "utf-8")
    code, output = begun(tmp_path, "--name", "Quiet", "--website", "https://example.org")
    assert code == 0
    assert "brand/_brand.yml:1:18: error:" in output
    assert (tmp_path / "packs/2027.yaml").is_file()


@pytest.mark.parametrize(
    ("file", "more", "code", "words"),
    [
        (
            FILE,
            ("--color", "teal", "--from-logo", "l.svg"),
            2,
            "without --color and --from-logo",
        ),
        (FILE, ("--theme", ""), 2, "give --theme"),
        ("color: {}\n", (), 2, "give --name and --website"),
        ("meta: {name: Us, link: /about}\n", (), 2, "give --website"),
        ("no brand at all\n", (), 1, "_brand.yml:1"),
        (FILE, ("--message", ""), 1, "`headline` in messages, item 1 is empty"),
    ],
)
def test_what_makes_no_campaign_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, more: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "l.svg").write_text(LOGO, "utf-8")
    (tmp_path / "_brand.yml").write_text(file, "utf-8")
    found, output = begun(tmp_path, *more)
    assert found == code, output
    assert words in output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_brand.yml", "l.svg"]


@pytest.mark.parametrize(
    ("place", "also"), [("", "brand"), ("_brand", "brand"), ("brand", "packs"), ("", "packs")]
)
def test_a_folder_that_is_there_for_something_else_is_left_alone(
    tmp_path: Path, place: str, also: str
) -> None:
    (tmp_path / place).mkdir(exist_ok=True)
    (tmp_path / place / "_brand.yml").write_text(FILE, "utf-8")
    (tmp_path / also).mkdir()
    code, output = begun(tmp_path)
    assert code == 3
    assert f"{also} exists already" in output
