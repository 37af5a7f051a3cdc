"""A draft: what cannot be made is drawn with what is wrong marked on it, so that it can be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.errors import Faults, Problem, each_once
from builder.output.bundle import publish
from builder.pipeline.build import asked_plans, check
from builder.pipeline.drafted import drawn, is_drawn
from builder.pipeline.planning import tried
from builder.pipeline.request import Request
from builder.record import Record, replace


class Draft(Record):
    """Where what fails is drawn, and how many other files there are."""

    tree: Path
    drawn: tuple[Path, ...]
    well: int


def draw_draft(request: Request, tell: Callable[[str], None]) -> Draft:
    """Draw each picture, sheet, guide and deck that fails, and publish them in a folder of their own.

    Faults has what keeps the spec or the brand from being read, and then nothing is drawn.
    """
    tell("Reading and laying out")
    year, plans = asked_plans(replace(request, drafted=True))
    looked_at = [plan for plan in plans if is_drawn(plan)]
    made = [drawn(plan) for plan in looked_at]
    found = {name: file for files in made for name, file in files.items()}
    tree = request.output / f"{year}-draft"
    publish(found, tree)
    return Draft(tree, tuple(tree / path for path in found), sum(not files for files in made))


def judged(request: Request) -> tuple[Problem, ...]:
    """What is to be said of the pack; Faults with all that is wrong, also beyond what a draft shows."""
    found = list[Problem]()
    planned = tried(found, check, request)
    tried(found, check, replace(request, drafted=True))
    if planned and not found:
        return planned.problems
    grave = {(each.message, each.place) for each in found if each.severity == "error"}
    told = (each for each in found if each.severity == "error" or (each.message, each.place) not in grave)
    raise Faults(each_once(told))
