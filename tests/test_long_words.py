"""Headlines of long words, and of many, are set in each look: in parts, if need be, and never refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import SPEC, packed

from builder.brand.looks import look_names
from builder.kinds import kinds_named
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.record import replace

ONE = "Schwangerschaftskonfliktberatungsstellen hören zu"
MANY = (
    "Was jedes Kind braucht, ist jemand, der durch die langen Nächte der Säuglingsbindungsforschung bleibt "
    "und am Morgen noch einmal fragt"
)
NAME = "Bundesweite Woche der außergewöhnlich gewöhnlichen Gespräche"
SIZES = ["instagram-portrait", "instagram-square", "story", "link"]


def plans(folder: Path, look: str, said: str) -> list[Plan]:
    """Of cards whose headlines say so, a variant each."""
    campaign = {**SPEC["campaign"], "name": NAME}
    messages = [{"id": f"m{n}", "headline": said, "text": MANY} for n in range(8)]
    days = [{"date": f"2025-05-0{5 + n}", "topic": said, "text": MANY} for n in range(3)]
    cards = [{"design": design, "for": f"{design}s", "sizes": SIZES} for design in ("message", "day")]
    given = {"campaign": campaign, "messages": messages, "days": days, "cards": cards, "languages": ["de"]}
    (kind,) = kinds_named(["social"])
    return list(kind.plan(replace(packed(folder, **given), brand=sample_brand(look))))


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize("said", [ONE, MANY], ids=["one", "many"])
def test_no_headline_is_too_long_for_a_look(look: str, said: str, tmp_path: Path) -> None:
    wrong = list[str]()
    for plan in plans(tmp_path, look, said):
        assert isinstance(plan.content, CardRecipe)
        told = plan.content.lay_out().remarks
        wrong += [f"{plan.path}: {remark.message}" for remark in told if remark.severity == "error"]
    assert wrong == []
