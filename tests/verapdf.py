"""veraPDF, the reference for PDF/UA and PDF/A: one run over many files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from programs import INSTALLED, missing, run

JARS = INSTALLED / "verapdf"
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def failures(files: Iterable[Path], profiles: Iterable[str]) -> dict[Path, list[str]]:
    """The rules that each file breaks in any of the profiles (`ua1`, `2a`, …); empty for none.

    A rule is its profile, clause and number, how often it fails, and veraPDF's words for it.
    """
    paths = [path.resolve() for path in files]
    assert paths, "no files to check"
    found: dict[Path, list[str]] = {path: [] for path in paths}
    for profile in profiles:
        for path, rules in _validated(paths, profile).items():
            found[path] += rules
    return found


def require() -> None:
    """Skip the test if veraPDF is not there; in CI fail it."""
    if not any(JARS.glob("greenfield-apps-*.jar")):
        missing("veraPDF")


def _validated(paths: list[Path], profile: str) -> dict[Path, list[str]]:
    require()
    java = ("-XX:TieredStopAtLevel=1", "-cp", str(JARS / "*"), _MAIN)
    options = ("--flavour", profile, "--format", "json", "--maxfailuresdisplayed", "1")
    told = json.loads(run("java", *java, *options, *paths, codes=(0, 1, 7, 8)))
    return {Path(job["itemDetails"]["name"]): _rules(job, profile) for job in told["report"]["jobs"]}


def _rules(job: dict[str, object], profile: str) -> list[str]:
    results = job.get("validationResult")
    if not isinstance(results, list) or not results:
        return [f"{profile}: veraPDF could not read it: {job.get('taskException')}"]
    return [
        f"{profile} {rule['clause']}-{rule['testNumber']} ×{rule['failedChecks']}: {rule['description']}"
        for result in results
        for rule in result["details"]["ruleSummaries"]
        if rule["ruleStatus"] == "FAILED"
    ]
