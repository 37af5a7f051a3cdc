"""The brand alone: read, proved, and shown on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from builder.brand.identity import Brand
from builder.brandsheet.samples import Sample
from builder.brandsheet.story import TITLE, story
from builder.errors import Place, Problem
from builder.output.brands import keep_brand, known_brand
from builder.output.bundle import publish
from builder.output.cache import Cache
from builder.output.make import make, order, verdict
from builder.output.workers import Progress, Workers
from builder.pack.edition import placing
from builder.pack.formats import SHEET, STORY_PDF
from builder.pack.plan import Plan
from builder.pipeline.planning import accepted
from builder.record import Record
from builder.source import Loc
from builder.text.scripts import SCRIPT_NAMES

FOLDER = "brand"  # of the output; those of packs begin with their year
NAME = "brand-sheet"
_DATE = "2000-01-01"  # that the PDF says: a brand has none


class SheetRequest(Record, kw_only=True):
    """Which brand is shown, and where its sheet goes."""

    brand: Path
    shown_as: str
    output: Path
    strict: bool = False  # whether warnings are errors
    jobs: int = 0  # processes; 0 for one a core

    @property
    def tree(self) -> Path:
        """The folder of the sheet."""
        return self.output / FOLDER

    @property
    def cache(self) -> Cache:
        """What was laid out and drawn before."""
        return Cache(self.output / ".cache")


def show_brand(
    request: SheetRequest, tell: Callable[[str], None], progress: Progress
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Check the brand and write its sheet: where its files are, and the warnings.

    Faults, with all that is wrong, and FileTrouble leave an earlier sheet as it was.
    """
    tell("Reading and laying out")
    brand = known_brand(request.brand, request.shown_as, SCRIPT_NAMES, request.cache)
    plans = tuple(_plans(Sample(brand)))
    with Workers(request.jobs) as workers:
        found = (*brand.problems, *verdict(plans, request.cache, workers, progress))
        accepted(found, strict=request.strict)
        keep_brand(brand, request.brand, request.shown_as, SCRIPT_NAMES, request.cache)
        tell("Making the sheet")
        assets, noted = make(order(plans, request.cache), workers, progress)
    problems = accepted((*found, *noted), strict=request.strict)
    publish({asset.plan.path: asset.file for asset in assets}, request.tree)
    request.cache.prune()
    return tuple(request.tree / plan.path for plan in plans), problems


def _plans(sample: Sample) -> Iterator[Plan]:
    """The sheet as a PDF and as a page."""
    shown = story(sample)
    for format_, options in ((STORY_PDF, (("date", _DATE),)), (SHEET, ())):
        yield Plan(
            kind=FOLDER,
            path=f"{NAME}.{format_.ending}",
            title=TITLE,
            format=format_,
            content=shown,
            language=sample.language,
            options=options,
            find=placing(partial(_place, sample.brand), sample.brand),
        )


def _place(brand: Brand, loc: Loc, **_: Any) -> Place:
    """The file of a design."""
    return Place(brand.files[str(loc[0])], 1, 1)
