"""The accessibility report: written in each language when all else is made, and it hides no fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builder.audit.findings import warnings
from builder.audit.inspection import inspect
from builder.audit.rule import Result
from builder.kinds.accessibility import KIND
from builder.output.cache import Cache
from builder.output.make import Asset, make
from builder.output.manifest import manifest
from builder.pack.edition import Edition
from builder.pipeline.build import Request, check

ROOT = Path(__file__).parents[1]


def request(output: Path, *only: str, languages: Sequence[str] = ()) -> Request:
    return Request(
        spec=ROOT / "packs/2022.yaml", brand=ROOT / "brand", output=output, root=ROOT, only=only,
        languages=tuple(languages),
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    output = tmp_path_factory.mktemp("output")
    planned = check(request(output, "calendar"))
    return planned.editions, make(planned.plans, Cache(output / ".cache"))[0]


def audit(assets: Sequence[Asset]) -> tuple[Result, ...]:
    files = {asset.plan.path: asset.data for asset in assets}
    return inspect({**files, "manifest.json": manifest(assets, campaign="A week", year=2022)})


def pages(editions: Sequence[Edition], results: Sequence[Result]) -> dict[str, str]:
    assert KIND.gather is not None
    plans = [plan for edition in editions for plan in KIND.gather(edition, ())]
    written = [plan.written(results) for plan in plans]
    return {plan.path: plan.format.render(plan.content).decode() for plan in written}


def test_each_language_has_its_report(made) -> None:
    editions, assets = made
    found = pages(editions, audit(assets))
    assert found.keys() == {"accessibility.html", "accessibility_cy.html"}
    assert '<html lang="cy" dir="ltr">' in found["accessibility_cy.html"]
    assert "Hygyrchedd y pecyn hwn" in found["accessibility_cy.html"]
    assert "Calendars: each event has a name" in found["accessibility.html"]
    assert found == pages(editions, audit(assets))


def test_a_fault_is_reported_and_warned_of(made) -> None:
    editions, assets = made
    spoilt = tuple(
        replace(each, data=b"\xff") if each.plan.path.endswith("_en.ics") else each for each in assets
    )
    (problem,) = warnings(audit(spoilt))
    assert problem.severity == "warning"
    assert "_calendar_en.ics: it cannot be read as its type, text/calendar" in problem.message
    assert problem.message[:80] in pages(editions, audit(spoilt))["accessibility_cy.html"]


def test_the_report_is_planned_like_any_file_and_waits_for_all_others(tmp_path: Path) -> None:
    planned = check(request(tmp_path, "accessibility"))
    assert [plan.path for plan in planned.plans] == ["accessibility.html", "accessibility_cy.html"]
    assert all(plan.awaited and plan.title and plan.format.ending == "html" for plan in planned.plans)
    others = {plan.path for plan in planned.untold}
    assert {"start-here.html", "copy/imhaw-2022_alt-texts_cy.csv", "logos/main.svg"} <= others


def test_a_pack_in_some_of_its_languages_has_no_report(tmp_path: Path) -> None:
    assert check(request(tmp_path, "accessibility", languages=["cy"])).plans == ()
