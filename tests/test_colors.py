"""How colours are written: each file of `colors/` gives the colours, roles and words beside it.

A new case is a new file; its `.expected` has the colours by name, the roles, and what is told.
"""

from pathlib import Path

import pytest

from builder.brand.brandfile import BrandFile
from builder.brand.brandyml import spelt_right
from builder.brand.colors import read_colors
from builder.brand.derived import derive_roles, tell_derived
from builder.brand.findings import Findings
from builder.cli.report import render_problems
from builder.source import read
from builder.source.validate import salvaged

CASES = sorted((Path(__file__).parent / "colors").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_colours_are_read_as_they_are_written(case: Path) -> None:
    assert told(case) == case.with_suffix(".expected").read_text(encoding="utf-8")


def told(case: Path) -> str:
    """The colours, the roles with those that are derived last, and the problems."""
    source, problems = spelt_right(read(case, case.name))
    file, wrong = salvaged(BrandFile, source)
    assert file is not None
    findings = Findings([*problems, *wrong])
    palette, given = read_colors(file.color, {}, source, findings)
    roles = derive_roles(palette, given)
    tell_derived(file.color, roles, palette, source, findings)
    lines = [f"{name}: {color.hex}" for name, color in palette.items()]
    lines += ["", *(f"{role} is {name}" for role, name in given.items())]
    lines += ["", *(f"{role} becomes {name}" for role, name in roles.items() if role not in given)]
    return "\n".join(lines) + "\n\n" + render_problems(findings.problems)
