"""A digit or two are no line of their own: words that would leave them so are set smaller.

A short first word may be one, where the lines are much larger by it.
"""

from pathlib import Path

import pytest

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.content.frame import Text
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve


@pytest.mark.parametrize(("value", "lines"), [("1 in 4", 1), ("£5 m", 1), ("40,000 families", 2)])
def test_a_number_is_not_torn_in_two(tmp_path: Path, value: str, lines: int) -> None:
    """In a bold face, which is wide, as in any other."""
    (tmp_path / "_brand.yml").write_text('color: {primary: "#12284B"}\n', "utf-8")
    brand = read_brand(tmp_path, "brand")
    words = {"value": value, "label": "people have lived through it", "source_line": "Who says so"}
    design = brand.designs["statistic"]
    assert isinstance(design, Design)
    items = solve(design, words, sheet(540, 675), brand, "en").frame.items
    assert [len(item.lines) for item in items if isinstance(item, Text) and item.role == "value"] == [lines]


@pytest.mark.parametrize(
    ("theme", "lines"),
    [("Turn towards me", ["Turn", "towards me"]), ("No unsuitable care", ["No unsuitable care"])],
)
def test_a_short_verb_begins_a_headline(tmp_path: Path, theme: str, lines: list[str]) -> None:
    """Not one of two letters, which look like an accident."""
    (tmp_path / "_brand.yml").write_text('color: {primary: "#12284B"}\n', "utf-8")
    brand = read_brand(tmp_path, "brand")
    design = brand.designs["announcement"]
    assert isinstance(design, Design)
    words = {"theme": theme, "dates": "3–9 May 2027"}
    items = solve(design, words, sheet(540, 675), brand, "en").frame.items
    (text,) = (item for item in items if isinstance(item, Text) and item.role == "theme")
    assert ["".join(run.text for run in line.runs).strip() for line in text.lines] == lines
