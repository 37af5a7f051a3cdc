"""What is published: an archive of the whole project, and a wheel that is enough elsewhere."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from programs import run
from test_command import SPEC

ROOT = Path(__file__).parent.parent
BARRED = ROOT / "tests/barred"
MADE = {"PKG-INFO", "setup.cfg"}  # by the builder of archives

pytestmark = pytest.mark.programs


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("archives")
    run("uv", "build", "--quiet", "--out-dir", folder, ROOT, PYTHONPATH="")
    return folder


SHIPPED = ("brand/fonts", "docs")


def in_repository(*folders: str) -> set[str]:
    """The files that are, or are about to be, in the repository."""
    return set(run("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", *folders).splitlines())


def test_the_source_archive_holds_the_whole_project(archives: Path) -> None:
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        files = {member.name.partition("/")[2] for member in archive if member.isfile()}
    assert {name for name in files - MADE if not name.startswith("packbuild.egg-info/")} == in_repository()


def test_the_wheel_holds_all_that_stands_beside_the_code(archives: Path) -> None:
    with zipfile.ZipFile(next(archives.glob("*.whl"))) as wheel:
        files = {name for name in wheel.namelist() if name.startswith("builder/")}
    shipped = {f"builder/shipped/{name}" for name in in_repository(*SHIPPED)}
    assert files == {*in_repository("builder"), *shipped}


@pytest.fixture(scope="module")
def commands(archives: Path) -> Path:
    """The commands of an environment that holds the wheel, what is locked, and nothing else."""
    place = archives / "environment"
    run("uv", "venv", "--quiet", "--python", sys.executable, place)
    install = ("uv", "pip", "install", "--quiet", "--python", place)
    run(*install, "--require-hashes", "-r", ROOT / "requirements/run.txt")
    run(*install, "--no-deps", next(archives.glob("*.whl")))
    return place / ("Scripts" if sys.platform == "win32" else "bin")


def test_the_wheel_is_enough(commands: Path, tmp_path: Path) -> None:
    """In a folder that has a small spec and a brand, and no more of the project."""
    shutil.copytree(ROOT / "brand", tmp_path / "brand")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/2024.yaml").write_text(SPEC, "utf-8")

    def packbuild(*arguments: str) -> str:
        command = [commands / "packbuild", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(BARRED)}
        return subprocess.run(
            command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
        ).stdout

    assert "Made output/qw-2024-comms-pack.zip" in packbuild("2024")
    assert "Wrote packs/2025.yaml" in packbuild("new", "2025")
    assert packbuild("check", "2025") == ""
    assert "announcement" in packbuild("list")
    page = "docs/add-a-size.md"
    assert packbuild("docs", "add-a-size") == (ROOT / page).read_text("utf-8")
    assert "Wrote" in packbuild(
        *("init", "own", "--name", "Quiet Week", "--website", "https://example.org"),
        *("--theme", "Listen", "--start", "2027-03-08"),
    )
    assert "Made" in packbuild("2027", "--root", "own", "--only", "social", "--size", "story")
    assert packbuild("schema") == (ROOT / "packs/schema.json").read_text("utf-8")
