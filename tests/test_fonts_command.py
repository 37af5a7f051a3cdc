"""`packbuild fonts`: which font draws which script, and what it puts into the brand of what was fetched."""

from __future__ import annotations

import io
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
import sample_fonts as sample
from click.testing import CliRunner, Result
from fontTools.ttLib import TTFont
from sample_brand import without_extra

from builder.cli.commands import packbuild

NAVY = Path(__file__).parent / "brands" / "navy"
FONTS = NAVY.parents[2] / "brand" / "fonts"
OFL = b"Copyright. This Font Software is licensed under the SIL Open Font License, Version 1.1."


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    shutil.copytree(NAVY, tmp_path / "brand")
    (tmp_path / "packs").mkdir()
    return tmp_path


def ran(campaign: Path, *arguments: str) -> Result:
    return CliRunner().invoke(packbuild, ["fonts", "--root", str(campaign), *arguments])


def rows(result: Result) -> dict[str, str]:
    return dict(re.split(r" {2,}", line, maxsplit=1) for line in result.output.splitlines())


def tgz(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "package-1.0.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def wheel(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "package-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_the_list_says_which_font_draws_each_script_and_what_would(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = rows(ran(campaign))
    assert re.split(" {2,}", told["Latn (Latin)"]) == ["Atkinson Hyperlegible Next", "is the brand's"]
    assert re.split(" {2,}", told["ur (Urdu)"]) == ["Noto Nastaliq Urdu", "comes along"]
    assert re.split(" {2,}", told["Thai (Thai)"]) == ["Noto Sans Thai", "is of the extra packbuild[fonts]"]
    assert re.split(" {2,}", told["Zsye (Emoji)"]) == ["Noto Emoji", "comes along"]
    assert told["Jpan (Japanese)"].endswith(
        "`packbuild fonts add expo-google-fonts-noto-sans-jp-*.tgz` puts it into the brand"
    )
    without_extra(monkeypatch)
    told = rows(ran(campaign))
    assert re.split(" {2,}", told["Thai (Thai)"]) == [
        "no font",
        "`pip install 'packbuild[fonts]'` brings Noto Sans Thai",
    ]
    assert re.split(" {2,}", told["Hebr (Hebrew)"]) == ["Noto Sans Hebrew", "comes along"]


def test_a_package_gives_its_regular_and_bold_fonts_with_the_licence_of_the_font(campaign: Path) -> None:
    files = {
        f"package/{weight}/Rings_{weight}.ttf": sample.ttf(weight=weight) for weight in (100, 400, 700, 900)
    }
    text = {"package/LICENSE": b"The MIT License", "package/LICENSE_FONT": OFL, "package/index.js": b"//"}
    tgz(campaign, {**files, **text})
    result = ran(campaign, "add", str(campaign / "package-*.tgz"))
    assert result.exit_code == 0, result.output
    folder = campaign / "brand" / "fonts" / "rings"
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "Rings-Regular.ttf": files["package/400/Rings_400.ttf"],
        "Rings-Bold.ttf": files["package/700/Rings_700.ttf"],
        "OFL.txt": OFL,
    }
    assert [line for line in result.output.splitlines() if line.startswith("Wrote ")] == [
        f"Wrote {folder / name}" for name in ("Rings-Regular.ttf", "Rings-Bold.ttf", "OFL.txt")
    ]
    again = ran(campaign, "add", str(campaign / "package-1.0.tgz"))
    assert again.exit_code == 3
    assert "exists already" in again.output


@pytest.mark.parametrize(
    "font",
    [
        sample.variable(),
        sample.packed(sample.variable(), "woff2"),
        sample.otf(),
        sample.collection(sample.ttf()),
    ],
)
def test_what_is_no_static_truetype_font_becomes_one(font: bytes, campaign: Path) -> None:
    result = ran(
        campaign, "add", str(wheel(campaign, {"a/Rings.ttf": font, "a.dist-info/licenses/LICENSE": OFL}))
    )
    assert result.exit_code == 0, result.output
    folder = campaign / "brand" / "fonts" / "rings"
    made = [TTFont(file) for file in sorted(folder.glob("*.ttf"))]
    assert all("glyf" in font and "fvar" not in font and not font.flavor for font in made)
    weights = sorted(font["OS/2"].usWeightClass for font in made)
    assert weights == ([400, 700] if len(made) == 2 else [400])
    assert len({font["name"].getDebugName(6) for font in made}) == len(made)


def test_of_several_families_one_is_asked_for(campaign: Path) -> None:
    both = {"Rings.ttf": sample.ttf("Rings"), "Squares.ttf": sample.ttf("Squares"), "OFL.txt": OFL}
    path = str(wheel(campaign, both))
    result = ran(campaign, "add", path)
    assert result.exit_code == 2
    assert "`Rings` and `Squares`: name one of them with --family" in result.output
    assert "did you mean `Squares`?" in ran(campaign, "add", path, "--family", "Sqares").output
    assert ran(campaign, "add", path, "--family", "squares").exit_code == 0
    assert [each.name for each in (campaign / "brand" / "fonts").iterdir() if each.is_dir()] == ["squares"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("broken.tgz", b"\x1f\x8b broken", "is damaged"),
        ("page.html", b"<html>", "holds no font"),
        ("broken.ttf", b"no font", "is not a font"),
        ("forbidden.ttf", sample.ttf(fsType=2), "restricted licence (fsType 2"),
    ],
)
def test_what_is_no_font_or_may_not_travel_is_told_and_nothing_is_written(
    name: str, data: bytes, said: str, campaign: Path
) -> None:
    (campaign / name).write_bytes(data)
    before = sorted((campaign / "brand" / "fonts").iterdir())
    result = ran(campaign, "add", str(campaign / name))
    assert result.exit_code == 3, result.output
    assert said in result.output
    assert sorted((campaign / "brand" / "fonts").iterdir()) == before
    assert ran(campaign, "add", "nowhere-*.tgz").exit_code == 2


def test_a_font_that_comes_alone_brings_what_it_says_of_its_licence(campaign: Path) -> None:
    """And what was put into the folder draws its script from then on, with no line more."""
    result = ran(campaign, "add", str(FONTS / "noto-serif-hebrew" / "NotoSerifHebrew-SemiBold.ttf"))
    assert result.exit_code == 0, result.output
    licence = campaign / "brand" / "fonts" / "noto-serif-hebrew" / "LICENCE.txt"
    assert "SIL Open Font License" in licence.read_text("utf-8")
    assert re.split(" {2,}", rows(ran(campaign))["Hebr (Hebrew)"]) == [
        "Noto Serif Hebrew",
        "lies in the brand's folder of fonts",
    ]
