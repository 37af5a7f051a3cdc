"""The accessibility report: written in each language, and it hides no fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.audit.statement import audited
from builder.output.cache import Cache
from builder.output.make import Asset, make
from builder.pipeline.build import Request, check

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    output = tmp_path_factory.mktemp("output")
    asked = Request(
        spec=ROOT / "packs/2022.yaml",
        brand=ROOT / "brand",
        output=output,
        root=ROOT,
        only=("calendar",),
    )
    planned = check(asked)
    return planned.editions, make(planned.plans, Cache(output / ".cache"))[0]


def pages(packs, assets: tuple[Asset, ...]) -> dict[str, str]:
    reports, _ = audited(packs, assets)
    return {asset.plan.path: asset.data.decode() for asset in reports if asset.plan.kind == "start"}


def test_each_language_has_its_report(made) -> None:
    found = pages(*made)
    assert found.keys() == {"accessibility.html", "accessibility_cy.html"}
    assert '<html lang="cy" dir="ltr">' in found["accessibility_cy.html"]
    assert "Hygyrchedd y pecyn hwn" in found["accessibility_cy.html"]
    assert "Calendars: each event has a name" in found["accessibility.html"]
    assert found == pages(*made)


def test_a_fault_is_reported_and_warned_of(made) -> None:
    packs, assets = made
    spoilt = tuple(
        replace(each, data=b"\xff") if each.plan.path.endswith("_en.ics") else each for each in assets
    )
    _, (problem,) = audited(packs, spoilt)
    assert problem.severity == "warning"
    assert "_calendar_en.ics: it cannot be read as its type, text/calendar" in problem.message
    assert problem.message[:80] in pages(packs, spoilt)["accessibility_cy.html"]
