"""Campaigns and files that nobody wrote, a few of each sort, and the same ones each time.

`python -m tests.fuzz` has more of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz import mutated
from tests.fuzz.campaigns import MAKERS, Campaign
from tests.fuzz.readers import READERS, originals, read
from tests.fuzz.trials import tried

FEW = 8  # campaigns of a sort
SOME = 25  # files of a sort


def few(count: int) -> settings:
    """So many cases, none of which is chosen by chance, by a clock or by what failed before."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("maker", MAKERS)
def test_a_campaign_is_built_or_told_what_is_wrong(
    maker: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "fuzz"  # what is kept of the brand serves all

    @few(FEW)
    @given(MAKERS[maker]())
    def each(campaign: Campaign) -> None:
        assert tried(campaign, folder) in ("read", "checked", "built", "told")

    each()


@pytest.mark.parametrize("name", READERS)
def test_bytes_are_read_or_refused(name: str) -> None:
    @few(SOME)
    @given(st.sampled_from(originals(name)), mutated.seeds)
    def each(original: Path, dice: mutated.Dice) -> None:
        read(name, mutated.data(dice, original.read_bytes()))

    each()
