"""Each spec of `unbuildable/` reads well, and gets the message beside it when the sample brand draws it."""

import re
from pathlib import Path

import pytest

from builder.cli.report import render_problems
from builder.errors import Faults
from builder.pipeline.build import check
from builder.pipeline.request import Request

FOLDER = Path(__file__).parent / "unbuildable"
BRAND = FOLDER.parent.parent / "brand"


@pytest.mark.parametrize("spec", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_cannot_be_made_is_told_at_its_place(spec: Path, tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        check(Request(spec=spec, brand=BRAND, output=tmp_path, root=FOLDER, jobs=1))
    assert told(faults.value) == spec.with_suffix(".expected").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name != ".cache"] == []


def told(faults: Faults) -> str:
    """The message, whatever room the sample brand's designs give to a text today."""
    return re.sub(r"about \d+ characters", "about … characters", render_problems(faults.problems))


def test_names_that_no_kind_knows_are_told_whatever_is_asked_for(tmp_path: Path) -> None:
    spec = FOLDER.parent / "bad/slides-and-guide.yaml"
    with pytest.raises(Faults) as faults:
        check(Request(spec=spec, brand=BRAND, output=tmp_path, root=FOLDER.parent, only=("social",)))
    assert [problem.message for problem in faults.value.problems] == [
        "unknown icon `eg`",
        "unknown icon `nest`",
        "unknown slide layout `titel`",
        "unknown form of chart `line`",
        "unknown chapter `welcome`",
        "unknown chapter `mesages`",
    ]
