"""The accessibility report: written in each language when all else is made, and it hides no fault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_brand import sample_brand
from sample_packs import SamplePack

from builder.audit.findings import warnings
from builder.audit.inspection import inspect
from builder.audit.rule import Result
from builder.kinds.accessibility import KIND
from builder.output.cache import Kept
from builder.output.contents import Contents
from builder.output.make import Asset, make, order
from builder.output.manifest import manifest
from builder.output.workers import Workers
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.pipeline.build import check
from builder.record import replace
from builder.spec.read import Version, read_spec

SPEC = """\
campaign:
  name: Tea Week
  short_name: Tea
  organiser: Friends of Tea
  website: https://example.org
  contact: us@example.org
  about: Tea.
theme: {title: What is tea?, hashtag: "#TeaForAll", why: Because.}
dates: {start: 2025-05-05, end: 2025-05-11}
languages: [en-GB, cy]
messages:
  - {id: time, headline: 90 seconds, text: Take your time.}
"""


@pytest.fixture(scope="module")
def made(packs: dict[str, SamplePack]):
    pack = packs["2022"]
    return pack.planned.editions, make(order(pack.recipes("calendar"), pack.request().cache), Workers(1))[0]


def edition_of(version: Version, folder: Path) -> Edition:
    said, source = phrases(version.language), version.source
    return Edition(version.spec, sample_brand(), version.language, said, folder, source.place, source.texts)


def audit(assets: Sequence[Asset]) -> tuple[Result, ...]:
    files = {asset.plan.path: asset.file for asset in assets}
    listed = manifest(assets, campaign="A week", year=2022, inputs={})
    return inspect(Contents.of({**files, "manifest.json": listed}))


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
        replace(each, file=Kept.of(b"\xff")) if each.plan.path.endswith("_calendar_en.ics") else each
        for each in assets
    )
    (problem,) = warnings(audit(spoilt))
    assert problem.severity == "warning"
    assert "_calendar_en.ics: it cannot be read as its type, text/calendar" in problem.message
    assert problem.message[:80] in pages(editions, audit(spoilt))["accessibility_cy.html"]


def test_the_report_is_planned_like_any_file_and_waits_for_all_others(packs: dict[str, SamplePack]) -> None:
    planned = check(packs["2022"].request("accessibility"))
    assert [plan.path for plan in planned.plans] == ["accessibility.html", "accessibility_cy.html"]
    assert all(plan.awaited and plan.title and plan.format.ending == "html" for plan in planned.plans)
    others = {plan.path for plan in planned.untold}
    assert {"start-here.html", "copy/imhaw-2022_alt-texts_cy.csv", "logos/main.svg"} <= others


def test_a_pack_in_some_of_its_languages_has_no_report(packs: dict[str, SamplePack]) -> None:
    asked = replace(packs["2022"].request("accessibility"), languages=("cy",))
    assert check(asked).plans == ()


def test_the_report_names_what_is_not_translated(tmp_path: Path) -> None:
    (tmp_path / "2025.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "2025.cy.yaml").write_text("theme: {title: Te}\n", "utf-8")
    versions = read_spec(tmp_path / "2025.yaml", tmp_path).versions
    found = pages([edition_of(each, tmp_path) for each in versions], ())
    assert "What is not translated" not in found["accessibility.html"]
    assert "Beth sydd heb ei gyfieithu" in found["accessibility_cy.html"]
    assert "Negeseuon allweddol – 2 destun, Saesneg (Y Deyrnas Unedig)" in found["accessibility_cy.html"]
    assert "#TeaForAll" not in found["accessibility_cy.html"]


def test_fixed_words_in_english_are_a_part_that_is_not_translated(tmp_path: Path) -> None:
    (tmp_path / "2025.yaml").write_text(SPEC.replace("[en-GB, cy]", "[pl]"), "utf-8")
    (version,) = read_spec(tmp_path / "2025.yaml", tmp_path).versions
    page = pages([edition_of(version, tmp_path)], ())["accessibility.html"]
    assert f"Headings and labels – {len(phrases('pl').foreign)} texts, English" in page
    assert '<html lang="pl" dir="ltr">' in page
    assert '<h1><span lang="en">Accessibility of this pack</span></h1>' in page
