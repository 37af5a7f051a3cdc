"""Figures of a campaign stand beside each other in a feed: in a few sizes, larger than what they count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_badges import ROOT
from test_cards import packed

from builder.brand.looks import look_names
from builder.content.frame import Frame, Text
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.record import replace

SIZES = ["instagram-portrait", "instagram-square"]
VALUES = ["14.2 million", "7,400", "100+", "6 years", "1 in 5", "83%", "£4.10"]
LABELS = [
    "people",
    "children in England are under two",
    "a head is what a conversation costs, biscuits and tea included",
]
LEADS = 1.4


def texts(folder: Path, look: str, labels: Sequence[str] = LABELS) -> dict[str, list[dict[str, Text]]]:
    """By the size of a card: what is said on each of its cards."""
    figures = [
        {"id": f"s{n}", "value": value, "label": labels[n % len(labels)], "source": "Counted by us, 2025"}
        for n, value in enumerate(VALUES)
    ]
    cards = [{"design": "statistic", "for": "statistics", "sizes": SIZES}]
    (kind,) = kinds_named(["social"])
    edition = replace(packed(folder, statistics=figures, cards=cards), brand=sample_brand(look))
    found: dict[str, list[dict[str, Text]]] = {}
    for plan in kind.plan(edition):
        frame: Frame = laid_out(plan.content)
        found.setdefault(plan.size, []).append({i.role: i for i in frame.items if isinstance(i, Text)})
    return found


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_figure_leads_what_it_counts(look: str, tmp_path: Path) -> None:
    for size, cards in texts(tmp_path, look).items():
        for said in cards:
            figure = said.get("value") or said["figure"]
            assert figure.size >= LEADS * said["label"].size, (size, figure.words)


@pytest.mark.parametrize("look", ["grid", "paper", "photo"])
def test_figures_have_few_sizes(look: str, tmp_path: Path) -> None:
    for size, cards in texts(tmp_path, look).items():
        sizes = {round(said["value"].size) for said in cards}
        assert len(sizes) <= 4, (size, sorted(sizes))


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_what_a_figure_counts_is_no_tower_of_short_lines(look: str, tmp_path: Path) -> None:
    long = (
        "is how long a conversation between two adults of one household lasted in our study of four hundred"
    )
    for size, cards in texts(tmp_path, look, [long]).items():
        lines = [len(said["label"].lines) for said in cards]
        assert max(lines) <= 6, (size, lines)
