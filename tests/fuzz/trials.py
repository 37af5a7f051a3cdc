"""A campaign tried as a command would: it is built, or told what is wrong with it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from builder.cli.report import ReportFormat, render_problems
from builder.errors import Faults, FileTrouble, Misuse, Problem
from builder.pipeline.build import build, check, read_editions
from builder.pipeline.request import Request
from tests.fuzz.campaigns import YEAR, Campaign, How

MOST_SECONDS = 10.0  # of the processor


class Slow(AssertionError):
    """A campaign took longer than anybody waits to be told no."""


def laid_out(campaign: Campaign, folder: Path) -> None:
    """Put a campaign into a folder, without what was there; what is kept of that in `output` stays."""
    for part, original in (("packs", campaign.packs), ("brand", campaign.brand)):
        shutil.rmtree(folder / part, ignore_errors=True)
        shutil.copytree(original, folder / part)
    for name, data in campaign.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def tried(campaign: Campaign, folder: Path) -> str:
    """What became of it: `read`, `checked`, `built`, or `told`; whatever else is raised is a bug of ours."""
    laid_out(campaign, folder)
    began = time.process_time()
    told = _outcome(campaign, folder)
    if (took := time.process_time() - began) > MOST_SECONDS:
        raise Slow(f"{took:.0f} s")
    if campaign.broken and told != "told":
        raise AssertionError("what cannot stand there was taken")
    return told


def _outcome(campaign: Campaign, folder: Path) -> str:
    spec = next((name for name in campaign.files if name.startswith("packs/20")), f"packs/{YEAR}.yaml")
    request = Request(
        spec=folder / spec, brand=folder / "brand", output=folder / "output", root=folder, jobs=1,
        only=(campaign.kind,),
    )  # fmt: skip
    told = campaign.how
    try:
        problems = _problems(campaign.how, request)
    except Faults as faults:
        problems, told = faults.problems, "told"
        assert any(problem.severity == "error" for problem in problems)
    except (FileTrouble, Misuse) as trouble:
        str(trouble).encode()
        return "told"
    for form in get_args(ReportFormat):
        render_problems(problems, form).encode()
    return told


def _problems(how: How, request: Request) -> Sequence[Problem]:
    if how == "read":
        return read_editions(request)[1]
    if how == "checked":
        return check(request).problems
    return build(request, lambda _: None, lambda _: None).problems
