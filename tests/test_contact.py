"""`packbuild list designs --sheet`: every design of a brand, or of each look, on a picture."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.looks import look_names
from builder.brandsheet.contact import contact
from builder.brandsheet.samples import Sample
from builder.cli.commands import packbuild as command
from builder.content.frame import Text
from builder.content.pages import Owned, PlacedFrame

NAVY = Path(__file__).parent / "brands/navy"


def test_every_design_and_each_of_its_variants_is_there() -> None:
    brand = sample_brand()
    pages = contact(Sample(brand), "designs")
    (page,) = pages.pages
    texts = (item.item for item in page.items if isinstance(item, Owned))
    names = [text.words for text in texts if isinstance(text, Text)]
    wanted = []
    for name, design in sorted(brand.designs.items()):
        assert isinstance(design, Design)
        wanted += [name, *(f"{name}, variant {number + 1}" for number in range(len(design.variants)))]
    assert sorted(names) == sorted(wanted)
    frames = [item for item in page.items if isinstance(item, PlacedFrame)]
    assert len(frames) > len(wanted)
    for item in frames:
        assert item.x + item.frame.width * item.scale <= pages.width
        assert item.y + item.frame.height * item.scale <= pages.height


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    shutil.copytree(NAVY, tmp_path / "brand")
    return tmp_path


def drawn(campaign: Path, what: str) -> list[str]:
    result = CliRunner().invoke(command, ["list", what, "--sheet", "--root", str(campaign)])
    assert result.exit_code == 0, result.output
    files = sorted((campaign / "output/show").glob("*.png"))
    assert result.output.count("Drew ") == len(files)
    for file in files:
        with Image.open(file) as picture:
            assert min(picture.size) > 300
    return [file.name for file in files]


def test_the_designs_of_a_brand_are_one_picture(campaign: Path) -> None:
    assert drawn(campaign, "designs") == ["designs.png"]
    first = (campaign / "output/show/designs.png").read_bytes()
    drawn(campaign, "designs")
    assert (campaign / "output/show/designs.png").read_bytes() == first


def test_each_look_is_one_picture(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.pipeline.contact.look_names", lambda brand: look_names(brand)[:1])
    assert drawn(campaign, "looks") == [f"look-{look_names(None)[0]}.png"]


def test_other_lists_have_no_sheet(campaign: Path) -> None:
    result = CliRunner().invoke(command, ["list", "slots", "--sheet", "--root", str(campaign)])
    assert result.exit_code == 2
    assert "--sheet goes with `designs` or with `looks`" in result.output


def test_without_a_brand_there_is_nothing_to_draw(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["list", "designs", "--sheet", "--root", str(tmp_path)])
    assert result.exit_code == 2
    assert "there is no" in result.output
