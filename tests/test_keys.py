"""The key of what is made changes with all that decides its bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

ROOT = Path(__file__).parents[1]
KEYS = """
from builder.content.recipe import Layout, Recipe
from builder.output.key import layout_key, plan_key
from builder.pack.plan import Plan
from builder.pack.formats import TEXT
class Nothing(Recipe):
    lay_out = media = locate = None
    def __repr__(self): return "Nothing()"
print(plan_key(Plan(kind="k", path="p", title="t", format=TEXT, content=(), language="en")))
print(layout_key(Nothing()))
"""


def keys(program: Path, libraries: Path) -> tuple[str, ...]:
    """The keys of a plan and of a recipe, by a copy of the program with these libraries before the others."""
    path = os.pathsep.join(map(str, (program, libraries, *sys.path)))
    done = subprocess.run(
        [sys.executable, "-P", "-c", KEYS],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(done.stdout.split())


def install(folder: Path, name: str, version: str, *needs: str) -> None:
    """A library, as far as its metadata says."""
    info = folder / f"{name}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    fields = "\n".join([*lines, *(f"Requires-Dist: {need}" for need in needs)])
    (info / "METADATA").write_text(f"{fields}\n\nHow to write a need:\nRequires-Dist: linter\n")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program that may be changed."""
    copytree(ROOT / "builder", tmp_path / "program/builder", ignore=ignore_patterns("__pycache__"))
    return tmp_path / "program"


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    """A pen that the program needs, with ink that the pen needs."""
    folder = tmp_path / "libraries"
    install(folder, "packbuild", "1.0", "Some.Pen>=1; python_version > '3'", "linter; extra == 'dev'")
    install(folder, "some_pen", "1.0", "ink[red]~=2.0")
    install(folder, "ink", "2.0")
    install(folder, "linter", "3.0")
    return folder


@pytest.mark.parametrize("file", ["pack/formats.py", "platforms/sizes.csv", "render/srgb.icc"])
def test_the_programs_own_files_decide_the_key(program: Path, libraries: Path, file: str) -> None:
    before = keys(program, libraries)
    assert keys(program, libraries) == before
    path = program / "builder" / file
    path.write_bytes(path.read_bytes() + b"\n")
    assert not set(keys(program, libraries)) & set(before)


def test_the_libraries_that_it_needs_decide_the_key_and_those_that_they_need(
    program: Path, libraries: Path
) -> None:
    before = keys(program, libraries)
    install(libraries, "linter", "3.1")
    assert keys(program, libraries) == before
    install(libraries, "ink", "2.1")
    assert not set(keys(program, libraries)) & set(before)
