"""QR codes as they are printed and posted: two readers read them in every look."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from code_readers import both
from programs import run
from test_codes import HERE, asked

from builder.brand.looks import look_names
from builder.pipeline.build import build

DOTS = "150"  # an inch: what an office printer and a phone's camera leave of a page at arm's length
WEBSITE = yaml.safe_load((HERE / "packs/harbour/packs/2023.yaml").read_text("utf-8"))["campaign"]["website"]


def made(folder: Path, look: str, kind: str) -> list[Path]:
    """The files of a kind, in a look."""
    shutil.copytree(HERE / "brands/stark", folder / "brand")
    spec = (HERE / "packs/harbour/packs/2023.yaml").read_text("utf-8")
    built = build(asked(folder, f"look: {look}\n{spec}", kind), lambda _: None, lambda _: None)
    return sorted(built.tree.glob(f"{kind}/*.pdf"))


@pytest.mark.programs
@pytest.mark.parametrize("look", look_names())
def test_a_poster_of_each_look_is_read_from_its_page(look: str, tmp_path: Path) -> None:
    pages = made(tmp_path, look, "posters")
    assert len(pages) == 6
    for number, page in enumerate(pages):
        run("pdftoppm", "-r", DOTS, "-singlefile", "-png", page, tmp_path / f"{number}")
        assert both(tmp_path / f"{number}.png") == {(WEBSITE,)}, page.name
