"""Files as Windows keeps them: lines end with CR LF, as Git may write them there, and begin with a mark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests/fuzz/base"
LINES = (".py", ".yaml", ".yml", ".csv", ".tsv", ".svg", ".html", ".css", ".js", ".tex", ".txt", ".md")
KINDS = ("social", "guide", "slides", "logos")
ASKED = ("2024", "-q", *(word for kind in KINDS for word in ("--only", kind)))


def campaign(folder: Path) -> Path:
    """A campaign with a file of each sort: spec, brand, sizes, words, designs, slides, a drawing, a logo."""
    for part in ("packs", "brand"):
        shutil.copytree(BASE / part, folder / part)
    grid = ROOT / "builder/looks/grid"
    (folder / "brand/designs").mkdir()
    shutil.copy(grid / "designs/message.yaml", folder / "brand/designs")
    shutil.copy(grid / "slides.yaml", folder / "brand")
    own = folder / "brand/_brand.yml"
    own.write_text(own.read_text("utf-8").replace("look: embrace", "look: grid"), "utf-8")
    return folder


def as_on_windows(folder: Path, mark: bytes = b"") -> None:
    for path in [path for path in folder.rglob("*") if path.suffix in LINES]:
        path.write_bytes(mark + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def built(folder: Path, program: Path = ROOT) -> dict[str, bytes]:
    call = [sys.executable, "-c", "from builder.cli import main; main()", *ASKED]
    environment = os.environ | {"PYTHONPATH": str(program)}
    subprocess.run(call, cwd=folder, env=environment, check=True, capture_output=True)
    tree = folder / "output/2024-part"
    assert (tree / "guide").is_dir()
    files = (path for path in tree.rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(campaign(tmp_path_factory.mktemp("usual")))


def test_how_lines_end_and_a_mark_at_the_beginning_change_nothing(
    usual: dict[str, bytes], tmp_path: Path
) -> None:
    as_on_windows(campaign(tmp_path), mark=b"\xef\xbb\xbf")
    marked = built(tmp_path)
    differing = {name for name in usual.keys() | marked.keys() if usual.get(name) != marked.get(name)}
    assert differing == {"logos/main.svg"}  # logos are handed on as they are


def test_the_program_s_own_files_may_have_been_checked_out_on_windows(
    usual: dict[str, bytes], tmp_path: Path
) -> None:
    program = tmp_path / "program"
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "builder", program / "builder", ignore=without)
    shutil.copytree(ROOT / "brand/fonts", program / "brand/fonts")
    as_on_windows(program)
    assert built(campaign(tmp_path / "campaign"), program) == usual
