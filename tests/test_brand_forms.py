"""brand.yml as it is written: each file of `brandyml/` is the `_brand.yml` of the folder beside them.

Its `.expected` has what is read of it and what is told; a pack is laid out of those without a fault. The
first are the forms of the format's own documentation, those called `real` the shapes of files of others.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.brand.identity import Brand
from builder.brand.lockups import Lockup
from builder.brand.read import read_brand
from builder.cli.report import render_problems
from builder.errors import Faults
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.text.scripts import SCRIPT_NAMES

HERE = Path(__file__).parent
CASES = sorted((HERE / "brandyml").glob("*.yml"))
SPEC = HERE / "packs/harbour/packs/2023.yaml"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_brand_is_read_as_it_is_written(case: Path, tmp_path: Path) -> None:
    assert told(case, tmp_path) == case.with_suffix(".expected").read_text(encoding="utf-8")
    if "0 errors" in case.with_suffix(".expected").read_text(encoding="utf-8"):
        folders = {"brand": tmp_path / "brand", "output": tmp_path / "output", "root": tmp_path}
        assert check(Request(spec=SPEC, **folders, only=("social",), sizes=("story",), jobs=1)).plans


EXAMPLES = re.findall(r"```yaml\n(.*?)```", (HERE.parent / "docs/brand-yml.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.partition(":")[0])
def test_what_the_documentation_shows_is_read(example: str, tmp_path: Path) -> None:
    case = tmp_path / "example.yml"
    case.write_text(example, encoding="utf-8")
    assert "\n0 errors" in told(case, tmp_path)


def told(case: Path, root: Path) -> str:
    """What is read of a brand, and what is said of it."""
    folder = Path(shutil.copytree(HERE / "brandyml/folder", root / "brand"))
    shutil.copytree(HERE / "brands/navy/fonts", folder / "fonts")
    shutil.copy(case, folder / "_brand.yml")
    try:
        brand = read_brand(folder, "brand", SCRIPT_NAMES)
    except Faults as faults:
        return render_problems(faults.problems)
    return "\n".join([*facts(brand), render_problems(brand.problems)])


def facts(brand: Brand) -> Iterator[str]:
    """What a brand says of itself, a line each."""
    yield f"name: {brand.name}"
    for role in ("background", "foreground", "primary"):
        yield f"{role}: {brand.color(role).hex}"
    for name, logo in brand.logos.items():
        yield from (f"logo {name}: {lockup_facts(each, brand)}" for each in logo.lockups)
    for role in ("text", "display"):
        families = brand.families[role]["default"]
        fonts = [font for font in brand.fonts if font.family in families]
        yield f"{role}: {', '.join(families)} {[(font.weight, font.italic) for font in fonts]}"
    paper = brand.paper
    yield f"paper: {paper.size:.4g} pt, {paper.leading:g} and {paper.tight:g} lines, weights {paper.weights}"
    yield f"office: {brand.office.display} and {brand.office.text}"
    yield f"links: {brand.link.hex if brand.link else 'by role'}"
    yield ""


def lockup_facts(lockup: Lockup, brand: Brand) -> str:
    """What a lock-up is for, and what the brand says of its picture."""
    meant = (lockup.art.name, lockup.form, lockup.ground, lockup.language, f"{lockup.rank or ''}")
    return " ".join(filter(None, (*meant, brand.logo_alts.get(lockup.art.name, ""))))
