"""veraPDF, the reference for PDF/UA and PDF/A: one run over many files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from programs import INSTALLED, missing, run

JARS = INSTALLED / "verapdf"
_NAMES = {"ua1": "PDF/UA-1 validation profile", "2a": "PDF/A-2A validation profile"}
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def failures(files: Iterable[Path], profiles: Iterable[str]) -> dict[Path, list[str]]:
    """The rules that each file breaks in the profiles (`ua1`, `2a`), which it must claim; empty for none.

    A rule is its profile, clause and number, how often it fails, and veraPDF's words for it.
    """
    require()
    paths = [path.resolve() for path in files]
    assert paths, "no files to check"
    java = ("-XX:TieredStopAtLevel=1", "-cp", str(JARS / "*"), _MAIN)
    options = ("--flavour", "0", "--format", "json", "--maxfailuresdisplayed", "1")  # 0: what a file claims
    told = json.loads(run("java", *java, *options, *paths, codes=(0, 1, 7, 8)))
    jobs = {Path(job["itemDetails"]["name"]): job for job in told["report"]["jobs"]}
    return {path: list(_broken(jobs[path], profiles)) for path in paths}


def require() -> None:
    """Skip the test if veraPDF is not there; in CI fail it."""
    if not any(JARS.glob("greenfield-apps-*.jar")):
        missing("veraPDF")


def _broken(job: dict[str, Any], profiles: Iterable[str]) -> Iterator[str]:
    results = {each["profileName"]: each for each in job.get("validationResult") or ()}
    if not results:
        yield f"veraPDF could not read it: {job.get('taskException')}"
        return
    for profile in profiles:
        result = results.get(_NAMES[profile])
        if result is None:
            yield f"{profile}: it does not claim that"
            continue
        for rule in result["details"]["ruleSummaries"]:
            if rule["ruleStatus"] == "FAILED":
                number = f"{rule['clause']}-{rule['testNumber']} ×{rule['failedChecks']}"
                yield f"{profile} {number}: {rule['description']}"
