"""The slots of designs: those that are listed are those that cards and pages fill."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sample_brand import known_to

from builder.brand.numbers import IN_ROW
from builder.brand.read import read_brand
from builder.brand.slots import SLOTS
from builder.errors import Faults
from builder.pack import artwork
from builder.pipeline.build import asked_plans
from builder.pipeline.request import Request

ROOT = Path(__file__).parent.parent
ON_PAPER = """
posters: {variants: [tear-off, place-and-date], tab: Call us}
"""  # what the sample does not ask for


def names(words: Mapping[str, Any]) -> set[str]:
    inside = (item for value in words.values() if isinstance(value, tuple) for item in value)
    return set(words).union(*map(set, inside))


def test_what_is_listed_is_what_is_filled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    filled, read = set[str](), artwork._read

    def seen(words: Mapping[str, Any], *more: Any) -> Any:
        filled.update(names(words))
        return read(words, *more)

    monkeypatch.setattr(artwork, "_read", seen)
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    spec = tmp_path / "packs/2022.yaml"
    spec.write_text(spec.read_text("utf-8") + ON_PAPER, "utf-8")
    known_to(tmp_path / "output")
    asked_plans(Request(spec=spec, brand=ROOT / "brand", output=tmp_path / "output", root=tmp_path))
    assert filled == {*SLOTS, IN_ROW}  # which is no word


def test_the_page_on_designs_lists_them() -> None:
    page = (ROOT / "docs/add-a-design.md").read_text("utf-8")
    rows = "".join(f"| `{name}` | {what} |\n" for name, what in SLOTS.items())
    assert f"|---|---|\n{rows}\n" in page


def told(folder: Path, old: str, new: str) -> list[str]:
    shutil.copytree(ROOT / "brand", folder / "brand")
    file = folder / "brand/designs/message.yaml"
    file.parent.mkdir()
    text = (ROOT / "builder/looks/embrace/designs/message.yaml").read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    try:
        problems = read_brand(folder / "brand", "brand").problems
    except Faults as faults:
        problems = faults.problems
    return [f"{problem.severity}: {problem.message}; {problem.hint}" for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("from: headline", "from: headlin", "error: there is no slot `headlin`; did you mean `headline`?"),
        (
            "needs: [headline]",
            "needs: [headlne]",
            "error: there is no slot `headlne`; did you mean `headline`?",
        ),
        (
            "from: text",
            "from: verse",
            "warning: nothing fills the slot `verse`; "
            "`packbuild list slots` has those that cards and pages fill",
        ),
        (
            "anchor: bottom-right",
            "anchor: right-bottom",
            "error: background.art.anchor cannot be `right-bottom`; did you mean `bottom-right`?",
        ),
        (
            "size: 0.15",
            "size: 48",
            "error: `text.size` in body.column, item 1 must be at most 4, not `48`; "
            "lengths are shares of the canvas's short side: 48 px of 1080 are 0.044, and 48 % are 0.48",
        ),
    ],
)
def test_a_slip_in_a_design_is_told_once(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert told(tmp_path, old, new) == [words]
