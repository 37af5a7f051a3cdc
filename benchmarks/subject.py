"""What is measured: files of the 2022 pack, planned."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import ROOT
from builder.pack.plan import Plan
from builder.pipeline.build import check
from builder.pipeline.request import Request

YEAR = "2022"


def plans(kind: str, language: str, size: str = "") -> tuple[Plan, ...]:
    """The plans of a kind in a language, all or of one size."""
    with TemporaryDirectory() as output:
        asked = Request(
            spec=ROOT / f"packs/{YEAR}.yaml",
            brand=ROOT / "brand",
            output=Path(output),
            root=ROOT,
            only=(kind,),
            sizes=(size,) if size else (),
            languages=(language,),
        )
        return check(asked).plans
