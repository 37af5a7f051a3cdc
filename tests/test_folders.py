"""What lies in the folders that people hand in: links, pipes and pictures that are something else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import EpsImagePlugin, UnidentifiedImageError
from PIL import Image as Pixels

from builder.audit.images import FORMAT
from builder.audit.rule import File
from builder.brand.read import read_brand
from builder.cli.commands import packbuild
from builder.cli.report import render_problems
from builder.errors import Faults, FileTrouble
from builder.geometry.box import Box
from builder.imagefiles import read_image
from builder.media import Image
from builder.photograph import cut
from builder.pipeline.build import build
from builder.pipeline.newyear import written
from builder.pipeline.request import Request
from builder.render.proof import measure
from builder.source.folder import WrongFile, contents, plain_file
from builder.spec.read import read_spec

NAVY = Path(__file__).parent / "brands" / "navy"
SPEC = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds above our roofs.
theme: {title: A Place to Nest, hashtag: "#Nest", why: Old roofs are mended and nests are lost.}
dates: {start: 2023-07-03, end: 2023-07-09}
"""
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 8 8\n%%EndComments\n%%EOF\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the machine that is none of the campaign's."""
    path = tmp_path / "secret"
    path.write_text("nobody is to read this", encoding="utf-8")
    return path


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NAVY, tmp_path / "brand"))


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "packs" / "2023.yaml"
    path.parent.mkdir()
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that starts Ghostscript fails."""

    def started(*_: Any, **__: Any) -> None:
        raise AssertionError("Ghostscript was started")

    monkeypatch.setattr(EpsImagePlugin, "Ghostscript", started)


@pytest.mark.parametrize(
    "name", ["_brand.yml", "slides.yaml", "logos/extra.png", "art/extra.svg", "designs/extra.yaml"]
)
def test_a_link_out_of_the_brand_is_a_fault_and_publishes_nothing(
    name: str, brand: Path, spec: Path, secret: Path
) -> None:
    linked(brand / name, secret)
    output = spec.parents[1] / "output"
    with pytest.raises(Faults) as faults:
        build(Request(spec=spec, brand=brand, output=output, root=spec.parents[1]), print, print)
    told = render_problems(faults.value.problems)
    assert f"brand/{name}:1:1: error: `{name}` lies outside the brand folder" in told
    assert "nobody" not in told
    assert not output.exists()


def test_a_font_or_a_logo_that_is_a_link_out_of_the_brand_is_a_fault_where_it_is_named(
    brand: Path, secret: Path
) -> None:
    names = ("fonts/AtkinsonHyperlegibleNext-Bold.ttf", "logos/wide.svg")
    for name in names:
        linked(brand / name, secret)
    found = faults_of(brand)
    assert "brand/_brand.yml:26:11: error: `fonts/" in found
    assert "brand/_brand.yml:8:11: error: `logos/wide.svg` lies outside the brand folder" in found
    assert found.endswith("2 errors, 0 warnings. Nothing was built.\n")


def test_a_whole_folder_may_be_a_link_and_so_may_a_file_that_stays_inside(
    brand: Path, tmp_path: Path
) -> None:
    (brand / "logos" / "same.svg").symlink_to(brand / "logos" / "wide.svg")
    linked(tmp_path / "elsewhere", brand)
    read = read_brand(tmp_path / "elsewhere", "brand")
    assert read.logo_files["same.svg"] == (brand / "logos" / "wide.svg").read_bytes()


def test_what_is_no_file_is_not_waited_for(brand: Path) -> None:
    os.mkfifo(brand / "logos" / "pipe.png")
    os.mkfifo(brand / "art" / "pipe.svg")
    (brand / "logos" / "folder.pdf").mkdir()
    (brand / "logos" / "nothing.svg").symlink_to("nowhere.svg")
    (brand / "logos" / "round.svg").symlink_to("round.svg")
    found = faults_of(brand)
    assert "brand/logos/pipe.png:1:1: error: `logos/pipe.png` is a pipe, not a file" in found
    assert "brand/art/pipe.svg:1:1: error: `art/pipe.svg` is a pipe, not a file" in found
    assert "brand/logos/folder.pdf:1:1: error: `logos/folder.pdf` is a folder, not a file" in found
    assert "brand/logos/nothing.svg:1:1: error: there is no file `logos/nothing.svg`" in found
    assert "brand/logos/round.svg:1:1: error: `logos/round.svg` is a link that leads in a circle" in found


def test_what_systems_keep_for_themselves_is_passed_over(brand: Path, spec: Path) -> None:
    drawn = ("logos/._wide.svg", "logos/.DS_Store", "art/._leaf.svg", "art/.hidden/leaf.svg", "fonts/._a.ttf")
    for name in (*drawn, "phrases/._cy.yaml", "designs/._message.yaml", "looks/._mine/look.yaml"):
        (brand / name).parent.mkdir(parents=True, exist_ok=True)
        (brand / name).write_bytes(b"\0\5\x16\7")
    (spec.parent / "._2023.cy.yaml").write_bytes(b"\0\5\x16\7")
    known = read_brand(brand, "brand")
    assert not [name for name in (*known.art, *known.logo_files) if "._" in name or "hidden" in name]
    assert read_spec(spec, spec.parents[1]).warnings == ()


@pytest.mark.parametrize(
    ("name", "shown", "what"),
    [
        (b"a\nb.svg", "a\ufffdb.svg", "a sign that cannot be seen (U+000A)"),
        ("\u202egvs.svg".encode(), "\ufffdgvs.svg", "a sign that cannot be seen (U+202E)"),
        (b"\xff.svg", "\ufffd.svg", ""),
    ],
    ids=["line", "override", "no letter"],
)
def test_a_name_that_nobody_can_read_is_a_fault(brand: Path, name: bytes, shown: str, what: str) -> None:
    for folder in ("art", "logos"):
        (brand / folder / os.fsdecode(name)).write_bytes((brand / "logos" / "wide.svg").read_bytes())
    found = faults_of(brand)
    for folder in ("art", "logos"):
        said = f"`{folder}/{shown}` has a name "
        said += f"with {what}" if what else "that is no text in the system's code page"
        assert f"brand/{folder}/{shown}:1:1: error: {said}" in found


def test_two_logos_whose_names_a_mac_does_not_tell_apart_are_a_fault(brand: Path) -> None:
    for name in ("caf\u00e9.svg", "cafe\u0301.svg"):
        shutil.copy(brand / "logos" / "wide.svg", brand / "logos" / name)
    assert "two logos are called caf\u00e9.svg" in faults_of(brand)


CIRCLES = [
    "brand/loop",
    "brand/_brand.yml",
    "brand/designs/loop",
    "brand/art/deep/loop.svg",
    "brand/fonts/loop",
]


@pytest.mark.parametrize("name", [*CIRCLES, "brand/logos/loop", "packs/loop", "packs/2024.yaml"])
def test_a_link_that_leads_in_a_circle_is_one_fault_that_names_it(name: str, brand: Path, spec: Path) -> None:
    root = spec.parents[1]
    linked(root / name, root / name)
    run = CliRunner().invoke(packbuild, ["check", "2023", "--root", str(root)])
    folder, _, inside = name.partition("/")
    assert run.exit_code == 1
    assert f"{name}:1:1: error: `{inside}` is a link that leads in a circle" in run.output
    assert run.output.count("circle") == 1
    assert folder == "packs" or brand.exists()


def test_a_folder_that_is_a_circle_itself_is_a_fault(spec: Path) -> None:
    root = spec.parents[1]
    linked(root / "brand", root / "brand")
    run = CliRunner().invoke(packbuild, ["check", "2023", "--root", str(root)])
    assert run.exit_code == 1
    assert "brand/_brand.yml:1:1: error: `_brand.yml` is a link that leads in a circle" in run.output


def test_a_spec_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2023.yaml")
    with pytest.raises(FileTrouble, match="a pipe or a device"):
        read_spec(tmp_path / "2023.yaml", tmp_path)


def test_a_device_is_no_file() -> None:
    with pytest.raises(WrongFile, match="is a device, not a file"):
        plain_file(Path("/dev"), "null")


@pytest.mark.usefixtures("no_program")
def test_a_logo_is_what_its_name_says(brand: Path) -> None:
    (brand / "logos" / "drawing.png").write_bytes(EPS)
    (brand / "logos" / "page.pdf").write_bytes(EPS)
    found = faults_of(brand)
    assert "brand/logos/drawing.png:1:1: error: drawing.png cannot be read as an image" in found
    assert "it is not in the format PNG\n   hint: export it again as PNG" in found
    assert "brand/logos/page.pdf:1:1: error: page.pdf is no PDF" in found


@pytest.mark.usefixtures("no_program")
@pytest.mark.parametrize("form", ["EPS", "GIF", "BMP", "PPM"])
def test_a_photograph_in_a_format_that_is_not_known_is_a_fault_where_it_is_named(
    form: str, spec: Path
) -> None:
    Pixels.new("RGB", (8, 8)).save(spec.parent / "a.png", format=form)
    spec.write_text(f"{SPEC}photos:\n  - {{id: a, file: a.png, alt: A nest}}\n", encoding="utf-8")
    found = faults_of_spec(spec)
    assert "packs/2023.yaml:11:19: error: a.png cannot be read as an image" in found
    assert "it is not in the format JPEG, PNG, TIFF or WEBP" in found


@pytest.mark.usefixtures("no_program")
def test_no_picture_is_opened_in_another_format(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(EPS)
    readers: list[Callable[[], Any]] = [
        lambda: cut(Image("", 8, 8, tmp_path / "a.png"), Box(0, 0, 8, 8), (8, 8)),
        lambda: measure(EPS),
        lambda: FORMAT.read(File("a.png", EPS, {"media_type": "image/png"})),
    ]
    for read in readers:
        with pytest.raises(UnidentifiedImageError):
            read()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "MPO"])
def test_photographs_of_all_formats_that_are_named_are_read(form: str, tmp_path: Path) -> None:
    Pixels.new("RGB", (8, 6)).save(tmp_path / "a.jpg", format=form)
    assert (read_image(tmp_path / "a.jpg").width, read_image(tmp_path / "a.jpg").height) == (8, 6)


def test_a_photograph_that_is_a_link_out_of_its_folder_is_a_fault(spec: Path, tmp_path: Path) -> None:
    Pixels.new("RGB", (8, 8)).save(tmp_path / "private.png")
    linked(spec.parent / "photos", tmp_path)
    spec.write_text(
        f"{SPEC}photos:\n  - {{id: a, file: photos/private.png, alt: A nest}}\n", encoding="utf-8"
    )
    assert "11:19: error: `photos/private.png` lies outside the packs folder" in faults_of_spec(spec)


def test_a_translation_that_is_a_link_out_of_its_folder_is_a_fault(spec: Path, secret: Path) -> None:
    linked(spec.with_name("2023.cy.yaml"), secret)
    spec.write_text(f"{SPEC}languages: [en-GB, cy]\n", encoding="utf-8")
    assert "10:20: error: `2023.cy.yaml` lies outside the packs folder" in faults_of_spec(spec)
    with pytest.raises(FileTrouble, match="lies outside the packs folder"):
        written(spec, 2023, 2024)
    assert not spec.with_name("2024.cy.yaml").exists()


def test_a_spec_that_is_a_link_out_of_the_campaign_is_trouble(spec: Path, tmp_path: Path) -> None:
    campaign = tmp_path / "campaign"
    linked(campaign / "packs" / "2023.yaml", spec)
    with pytest.raises(FileTrouble, match=r"2023\.yaml: this is a link to a file outside"):
        read_spec(campaign / "packs" / "2023.yaml", campaign)


def test_a_new_year_is_not_written_through_a_link(spec: Path, tmp_path: Path) -> None:
    spec.with_name("2024.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(FileTrouble, match="exists already"):
        written(spec, 2023, 2024)
    assert not (tmp_path / "elsewhere.yaml").exists()


def linked(path: Path, target: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def faults_of(brand: Path) -> str:
    with pytest.raises(Faults) as faults:
        read_brand(brand, "brand")
    return render_problems(faults.value.problems)


def faults_of_spec(spec: Path) -> str:
    with pytest.raises(Faults) as faults:
        read_spec(spec, spec.parents[1])
    return render_problems(faults.value.problems)


def test_a_folder_is_another_one_when_a_link_in_it_leads_elsewhere_or_to_other_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "logo.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "logos").symlink_to("one")
    (tmp_path / "logo.svg").symlink_to("one/logo.svg")
    first = contents(tmp_path)
    assert contents(tmp_path) == first
    (tmp_path / "logos").unlink()
    (tmp_path / "logos").symlink_to("two")
    second = contents(tmp_path)
    (tmp_path / "one/logo.svg").write_text("<svg><g/></svg>", "utf-8")
    third = contents(tmp_path)
    (tmp_path / "logo.svg").unlink()
    (tmp_path / "logo.svg").symlink_to("nowhere")
    assert len({first, second, third, contents(tmp_path)}) == 4
