"""Plans known from before: the same as those that kinds would plan now, and only where nothing changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from builder.errors import Place, Problem
from builder.kinds import kinds_named
from builder.kinds.kind import AssetKind
from builder.output import brands
from builder.output.cache import Cache
from builder.output.records import dumped
from builder.pack.plan import Plan
from builder.pipeline.build import check, read_editions
from builder.pipeline.keptplans import KeptPlans, Memory
from builder.pipeline.planning import Plans, plan_all
from builder.pipeline.request import Request
from builder.record import replace

HERE = Path(__file__).parent
EDITS = yaml.safe_load((HERE / "kept_plans/edits.yaml").read_text("utf-8"))
KINDS = ("social", "posters", "copy", "calendar", "logos", "guide", "accessibility")
Told = list[tuple[str, Place | None, Any]]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two languages, whose plans are kept."""
    root = tmp_path_factory.mktemp("campaign")
    shutil.copytree(HERE / "brands/navy", root / "brand")
    (root / "packs/photos").mkdir(parents=True)
    for name in ("2027.yaml", "2027.cy.yaml"):
        shutil.copy(HERE / "kept_plans" / name, root / "packs")
    Image.new("RGB", (600, 400), "tan").save(root / "packs/photos/road.png")
    planned(root)
    return root


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages whose plans were not known."""
    found, real = list[str](), Memory.plans

    def asked(memory: Memory) -> list[Plan] | None:
        plans = real(memory)
        found.extend([memory.edition.language] if plans is None else [])
        return plans

    monkeypatch.setattr(Memory, "plans", asked)
    return found


def request_of(root: Path) -> Request:
    return Request(spec=root / "packs/2027.yaml", brand=root / "brand", output=root / "output", root=root)


def planned(root: Path, *, from_before: bool = True, kinds: tuple[str, ...] = KINDS) -> Told:
    """What there is to say of every plan."""
    brands._known.cache_clear()
    request = request_of(root)
    editions, _ = read_editions(request)
    kept = KeptPlans(request.cache, ()) if from_before else None
    plans = kept_of(plan_all(editions, kinds_named(kinds), [], kept)).every
    return [(repr(replace(plan, find=len)), plan.place, content_of(plan)) for plan in plans]


def kept_of(plans: Plans) -> Plans:
    """The plans, which the next run knows if it may."""
    for keep in plans.fresh:
        keep()
    return plans


def content_of(plan: Plan) -> Any:
    return None if plan.awaited else plan.content


def edited(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    good = path.read_text("utf-8")
    assert before in good
    path.write_text(good.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["after"].split("\n")[0])
def test_plans_from_before_are_those_of_today(campaign: Path, anew: list[str], edit: dict[str, Any]) -> None:
    good = (campaign / edit["file"]).read_text("utf-8")
    edited(campaign, edit["file"], edit["before"], edit["after"])
    try:
        assert planned(campaign) == planned(campaign, from_before=False)
        assert anew == edit["anew"]
    finally:
        (campaign / edit["file"]).write_text(good, "utf-8")


def test_what_has_not_changed_is_planned_once(campaign: Path, anew: list[str]) -> None:
    assert planned(campaign) == planned(campaign, from_before=False)
    assert anew == []


def test_a_check_has_the_next_run_know_the_plans(campaign: Path, anew: list[str]) -> None:
    for _ in range(2):
        check(replace(request_of(campaign), only=("copy",), jobs=1))
    assert anew == ["en-GB", "cy"]  # the second time they are known


def test_another_photograph_under_the_same_name_is_another(campaign: Path, anew: list[str]) -> None:
    file = campaign / "packs/photos/road.png"
    good = file.read_bytes()
    Image.new("RGB", (600, 500), "navy").save(file)
    try:
        assert planned(campaign) == planned(campaign, from_before=False)
        assert anew == ["en-GB", "cy"]
    finally:
        file.write_bytes(good)


def test_an_edition_that_changes_is_kept_when_it_stays(campaign: Path, anew: list[str]) -> None:
    good = (campaign / "packs/2027.yaml").read_text("utf-8")
    edited(campaign, "packs/2027.yaml", "Wear a bright coat", "Wear bright coats")
    try:
        for _ in range(3):
            planned(campaign)
        assert anew == ["en-GB", "en-GB"]  # it was changed; it stayed, and is kept; it is known
    finally:
        (campaign / "packs/2027.yaml").write_text(good, "utf-8")


def test_plans_that_tell_a_place_are_made_anew(campaign: Path, anew: list[str]) -> None:
    kinds = kinds_named(("copy",))
    noted = replace(kinds[0], plan=lambda edition: (with_note(plan) for plan in kinds[0].plan(edition)))
    request = request_of(campaign)
    editions, _ = read_editions(request)
    for _ in range(3):
        kept_of(plan_all(editions, (noted,), [], KeptPlans(request.cache, ("noted",))))
    assert anew == ["en-GB", "cy"] * 3


def with_note(plan: Plan) -> Plan:
    return replace(plan, notes=(Problem("look", Place("packs/2027.yaml", 1, 1), severity="warning"),))


def test_a_kind_of_another_package_is_asked_in_each_run(campaign: Path, anew: list[str]) -> None:
    other = AssetKind(name="other", help="", plan=lambda _: ())
    request = request_of(campaign)
    editions, _ = read_editions(request)
    for _ in range(3):
        kept_of(plan_all(editions, (*kinds_named(KINDS), other), [], KeptPlans(request.cache, ())))
    assert anew == ["en-GB", "cy"] * 3


def test_whatever_is_wrong_with_what_is_kept_is_planned_anew(campaign: Path, anew: list[str]) -> None:
    request = request_of(campaign)
    cache: Cache = request.cache
    editions, _ = read_editions(request)
    for edition, forged in zip(editions, (b"no plans", dumped(("no", "plans", "at all"), {})), strict=True):
        key = KeptPlans(cache, ()).of(edition, kinds_named(("logos",)), ()).key
        cache.put(key, forged, [])
    told = planned(campaign, kinds=("logos",))
    assert told == planned(campaign, from_before=False, kinds=("logos",))
    assert anew == ["en-GB", "cy"]
