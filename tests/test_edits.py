"""Slips in a brand's files and in a spec: each is told once, at its place, with what to write instead."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_bad_specs import NAMES

from builder.brand.read import read_brand
from builder.errors import Faults, Problem
from builder.spec.read import read_spec

HERE = Path(__file__).parent
EDITS = [
    pytest.param(edit, id=f"{edit['file']}: {' '.join(edit['after'].split())[:40]}")
    for path in sorted((HERE / "edits").glob("*.yaml"))
    for edit in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brand without fault, with designs and slides."""
    folder = tmp_path_factory.mktemp("edits") / "brand"
    shutil.copytree(HERE / "brands/navy", folder)
    shutil.copy(HERE / "edits/deck/slides.yaml", folder)
    for name in ("hold", "hold-high", "leaf"):
        shutil.copy(HERE.parent / f"builder/looks/embrace/art/{name}.svg", folder / "art")
    shutil.copytree(HERE / "edits/campaign", folder.parent, dirs_exist_ok=True)  # a spec, tables of its own
    assert read_brand(folder, "brand").problems == ()
    return folder


@pytest.mark.parametrize("edit", EDITS)
def test_a_slip_is_told_with_what_to_write_instead(brand: Path, edit: dict[str, Any]) -> None:
    spec = edit["file"].startswith("packs/")
    file = (brand.parent if spec else brand) / edit["file"]
    good = file.read_text("utf-8")
    assert edit["before"] in good
    file.write_text(good.replace(edit["before"], edit["after"], 1), "utf-8")
    try:
        assert [said(problem) for problem in (told_of_spec(file) if spec else told(brand))] == edit["told"]
    finally:
        file.write_text(good, "utf-8")


def told(folder: Path) -> tuple[Problem, ...]:
    try:
        return read_brand(folder, "brand").problems
    except Faults as faults:
        return faults.problems


def told_of_spec(file: Path) -> tuple[Problem, ...]:
    try:
        return tuple(read_spec(file, file.parent.parent, NAMES).warnings)
    except Faults as faults:
        return faults.problems


def said(problem: Problem) -> str:
    assert problem.place
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{problem.place.line}:{problem.place.column}: {problem.severity}: {problem.message}{hint}"
