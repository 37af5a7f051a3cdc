"""Sizes and phrases that a campaign keeps in its own folder, never in the program's."""

import shutil
from pathlib import Path

import pytest

from builder.errors import Faults
from builder.pipeline.build import Planned, check
from builder.pipeline.request import Request
from builder.platforms.sizes import SIZES

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "builder/platforms/sizes.csv"
HEAD = TABLE.read_text("utf-8").partition("\n")[0]
LIFT = (
    "lift,usual,yes,screens/lift,Screen in the lift,600,1000,0,0,0,0,,600,24,500000,png,Ours,2026-11-28,Lifts"
)
SQUARE = "instagram-square,usual,yes,social,Square,900,900,0,0,0,0,,390,12,500000,png,Ours,2026-11-28,Posts"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the brand `navy` and one year's spec."""
    shutil.copytree(TESTS / "brands/navy", tmp_path / "brand")
    shutil.copytree(TESTS / "packs/harbour/packs", tmp_path / "packs")
    return tmp_path


def planned(root: Path, **asked: tuple[str, ...]) -> Planned:
    spec = root / "packs/2023.yaml"
    return check(Request(spec=spec, brand=root / "brand", output=root / "output", root=root, **asked))


def test_a_row_of_the_campaign_is_a_size_like_any_other(root: Path) -> None:
    (root / "brand/sizes.csv").write_text(f"{HEAD}\n{LIFT}\n{SQUARE}\n", "utf-8")
    made = planned(root, sizes=("lift", "instagram-square"), only=("social",)).plans
    assert {(plan.path.rpartition("/")[0], plan.width, plan.height) for plan in made} == {
        ("screens/lift", 600, 1000),
        ("social", 900, 900),
    }
    assert "lift" not in {size.key for size in SIZES}


def test_a_language_of_the_campaign_s_own_says_the_fixed_words(root: Path) -> None:
    spec = root / "packs/2023.yaml"
    spec.write_text(spec.read_text("utf-8") + "languages: [pl]\n", "utf-8")
    assert [wrong for wrong in planned(root).problems if "does not speak `pl`" in wrong.message]
    (root / "brand/phrases").mkdir()
    (root / "brand/phrases/pl.yaml").write_text('guide: "Pakiet"\nevent: "Wydarzenie"\n', "utf-8")
    made = planned(root)
    assert made.editions[0].phrases["guide"] == "Pakiet"
    assert [wrong.message[:51] for wrong in made.problems if "in `pl`" in wrong.message] == [
        "some fixed words are in English: the tool lacks acc"
    ]


def test_a_phrase_of_the_campaign_stands_for_the_program_s(root: Path) -> None:
    (root / "brand/phrases").mkdir()
    (root / "brand/phrases/en.yaml").write_text("file_guide: Handbook\n", "utf-8")
    made = planned(root, only=("guide",))
    assert {plan.title for plan in made.plans if plan.path.endswith(".pdf")} == {"Handbook"}


def test_a_size_without_room_for_words_is_told_at_its_row(root: Path) -> None:
    (root / "brand/sizes.csv").write_text(f"{HEAD}\n{LIFT.replace(',0,0,0,0,', ',290,0,290,0,')}\n", "utf-8")
    with pytest.raises(Faults) as faults:
        planned(root)
    (problem,) = faults.value.problems
    assert problem.message == "`left`, `top`, `right` and `bottom` leave 20×1000 px for words"
    assert problem.place and (problem.place.file, problem.place.line) == ("brand/sizes.csv", 2)
