"""What packbuild runs on is what pyproject.toml names, and no more."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
OURS = {"builder", *sys.stdlib_module_names}


@pytest.mark.parametrize("name", ["setuptools", "pkg_resources"])
def test_no_test_can_use_setuptools(name: str) -> None:
    """The folder `barred` stands first on the path, here and in the commands that tests run."""
    with pytest.raises(ModuleNotFoundError, match="no run-time dependency"):
        importlib.import_module(name)
    command = [sys.executable, "-c", f"import {name}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "no run-time dependency" in done.stderr


def test_dependencies_are_what_is_imported() -> None:
    """Also what is imported late; each is imported here, in a process that has imported nothing yet."""
    imported = sorted({name for path in (ROOT / "builder").rglob("*.py") for name in _imports(path)})
    subprocess.run([sys.executable, "-c", "\n".join(f"import {name}" for name in imported)], check=True)
    owners = packages_distributions()
    used = {_normal(owner) for name in imported for owner in owners[name.partition(".")[0]]}
    used -= {"pydantic-core"}  # a part of pydantic, which pins it
    assert used == {_normal(each.name) for each in _asked("heic", "sign")}


EXTRAS = {"run": [], "test": ["test"], "dev": ["test", "dev"]}


@pytest.mark.parametrize("lock", EXTRAS)
def test_what_is_locked_is_in_range_and_has_hashes(lock: str) -> None:
    locked = _locked(lock)
    for asked in _asked(*EXTRAS[lock]):
        assert locked[_normal(asked.name)] in asked.specifier, f"{asked}: run requirements/renew"
    for entry in re.split(r"\n(?=\w)", _text(lock))[1:]:
        assert "--hash=sha256:" in entry


def test_the_lowest_versions_are_those_of_the_ranges() -> None:
    locked = _locked("lowest")
    for asked in _asked("test"):
        least = next(each.version for each in asked.specifier if each.operator in {">=", "=="})
        assert Version(locked[_normal(asked.name)]) == Version(least), f"{asked}: run requirements/renew"


@pytest.mark.parametrize("lock", [*EXTRAS, "lowest"])
def test_locks_name_no_host(lock: str) -> None:
    assert "://" not in _text(lock)


def _text(lock: str) -> str:
    return (ROOT / f"requirements/{lock}.txt").read_text("utf-8")


def _locked(lock: str) -> dict[str, str]:
    """The version of each package in a lock file."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", _text(lock), re.MULTILINE))


def _asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for, to run and for extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    more = [line for extra in extras for line in project["optional-dependencies"][extra]]
    asked = [Requirement(line) for line in [*project["dependencies"], *more]]
    return [each for each in asked if each.name != project["name"]]


def _imports(path: Path) -> Iterator[str]:
    """The modules of others that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        yield from (name for name in names if name.partition(".")[0] not in OURS)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
