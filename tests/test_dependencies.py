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
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    used -= {"pydantic-core"}  # a part of pydantic, which pins it
    assert used == {_normal(re.split(r"[ <>=~!;\[]", line)[0]) for line in project["dependencies"]}


def _imports(path: Path) -> Iterator[str]:
    """The modules of others that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        yield from (name for name in names if name.partition(".")[0] not in OURS)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
