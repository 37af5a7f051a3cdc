"""The days of a campaign are a row: their pictures are of one kind, and their alt texts say so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from test_cards import SPEC

from builder.pack.recipes import CardRecipe
from builder.pipeline.build import check
from builder.pipeline.request import Request


@pytest.mark.parametrize("days", [12, 32])
def test_the_alt_texts_of_days_count_the_same_days(days: int, tmp_path: Path) -> None:
    """The last of 32 was 100 in 100, and the sixteenth 1 in 2."""
    brand, first = tmp_path / "brand", dt.date(2025, 5, 5)
    brand.mkdir()
    colors = 'color: {primary: "#12284B", secondary: "#E1001A"}\n'
    (brand / "_brand.yml").write_text(f"{colors}defaults: {{packbuild: {{look: grid}}}}\n", "utf-8")
    dates = [first + dt.timedelta(number) for number in range(days)]
    said = {
        **SPEC,
        "dates": {"start": first, "end": dates[-1]},
        "days": [{"date": day, "topic": f"Tea {number}"} for number, day in enumerate(dates, 1)],
        "cards": [{"design": "day", "for": "days", "sizes": ["instagram-square"]}],
    }
    file = tmp_path / "2025.yaml"
    file.write_text(yaml.safe_dump(said), "utf-8")
    request = Request(
        spec=file, brand=brand, output=tmp_path / "out", root=tmp_path, only=("social",), jobs=1
    )
    alts = [plan.alt for plan in check(request).plans if isinstance(plan.content, CardRecipe)]
    shown = [re.findall(r"A picture shows (\d+) in (\d+)", alt) for alt in alts]
    assert shown == [[(str(place), str(days))] for place in range(1, days + 1)]
