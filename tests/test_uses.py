"""The designs that the pack draws with: named in one place; the brand of the samples has them all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from sample_brand import sample_brand

from builder.brand import uses
from builder.kinds.guide.chapters import CHAPTERS
from builder.spec.model import Spec

ROOT = Path(__file__).parent.parent
# Words that mean a part of a spec, a type style or a role of colour too.
AMBIGUOUS = {
    "activity",
    "background",
    "certificate",
    "chapter",
    "day",
    "event",
    "infographic",
    "message",
    "poster",  # a family of type too
    "pledge",
    "profile",  # of a press too
    "quote",
    "resource",
    "statistic",
}


def named() -> set[str]:
    """Every design that the table names; slides have layouts."""
    found: set[str] = set()
    for name, value in vars(uses).items():
        if name.isupper() and name != "SLIDES":
            found |= (
                {value}
                if isinstance(value, str)
                else set(value.values() if isinstance(value, dict) else value)
            )
    return found


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_other_file_names_a_design() -> None:
    sure = named() - AMBIGUOUS
    assert {"announcement", "background-light", "guide-cover", "pledge-card"} <= sure
    table = Path(str(uses.__file__))
    others = (path for path in (ROOT / "builder").rglob("*.py") if path != table)
    assert {str(path): found for path in others if (found := sure & set(strings(path)))} == {}


def test_no_kind_names_a_layout_of_slides() -> None:
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "builder/kinds").rglob("*.py"))
    given = [
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "layout"
    ]
    assert len(given) >= len(uses.SLIDES)
    assert [value.value for value in given if isinstance(value, ast.Constant)] == []


def test_the_table_speaks_of_what_there_is() -> None:
    assert named() - {*uses.IN_INK.values()} <= sample_brand().designs.keys()  # which a look may have
    assert uses.ITEMS.keys() <= Spec.model_fields.keys()
    slides = sample_brand().slides
    assert slides
    assert set(uses.SLIDES.values()) <= slides.layouts.keys()
    assert uses.SLIDES.keys() - {"section", "agenda", "end"} <= Spec.model_fields.keys()
    assert uses.GROUNDS.keys() - {"contents"} <= CHAPTERS.keys()
