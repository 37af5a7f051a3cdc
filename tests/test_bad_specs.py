"""Each broken spec of `bad/` gets exactly the message beside it, and none a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.report import render_problems
from builder.errors import Faults
from builder.spec.names import Names
from builder.spec.read import read_spec

BAD = Path(__file__).parent / "bad"
NAMES = Names(
    designs=["announcement", "message", "quote", "countdown"],
    sizes=["all", "square", "story"],
    layouts=["title", "statement"],
    charts=["bars", "lines"],
    icons=["egg", "nest"],
    chapters=["welcome", "messages", "posts"],
    platforms=["x", "bluesky"],
)


@pytest.mark.parametrize("expected", sorted(BAD.glob("*.expected")), ids=lambda path: path.stem)
def test_every_fault_is_told_at_its_place(expected: Path) -> None:
    assert told(expected.with_suffix(".yaml")) == expected.read_text(encoding="utf-8")


def test_every_broken_spec_has_its_message() -> None:
    specs = {path.name.split(".")[0] for path in BAD.glob("*.yaml")}
    assert specs == {path.stem for path in BAD.glob("*.expected")}


def told(path: Path) -> str:
    try:
        return render_problems(read_spec(path, BAD, NAMES).warnings)
    except Faults as faults:
        return render_problems(faults.problems)
