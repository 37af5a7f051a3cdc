"""The smaller benchmark fails when a ratio doubles; nothing here is timed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from xml.etree import ElementTree

import pytest
from pytest import MonkeyPatch

from benchmarks.growth import squared_share
from benchmarks.pairs import Timed, forget
from benchmarks.plot import plot
from benchmarks.ratios import Finding, Ratio, find, report
from benchmarks.results import Bar, Group, Row
from builder.kept import Keeping, Kept, kept
from builder.record import replace


@contextmanager
def work_of_six() -> Iterator[tuple[Timed, Timed]]:
    times = iter([1000.0, 6.0, 6.0, 60.0])  # the first does what no later one does; the last was disturbed
    yield lambda: next(times), lambda: 2.0


RATIO = Ratio("drawing a card", 3.0, work_of_six)


def test_a_ratio_is_the_median_of_its_rounds() -> None:
    assert find(RATIO, rounds=3).value == 3.0


def test_all_that_was_kept_is_forgotten_between_rounds() -> None:
    ran = list[str]()

    def reads(room: str) -> str:
        ran.append(room)
        return room

    module = ModuleType("builder.room")  # as a room of the program would, it has the class that keeps
    both = kept(Kept(100), lambda asked, _: 1)(reads), lru_cache(reads)
    vars(module).update(kept=both[0], cached=both[1], Keeping=Keeping)
    with MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "builder.room", module)
        for _ in range(2):
            assert [each("x") for each in both for _ in range(2)] == ["x"] * 4
            forget()
    assert len(ran) == 4


def test_a_doubled_ratio_fails(capsys: pytest.CaptureFixture[str]) -> None:
    usual, doubled = Finding(RATIO, 5.9), Finding(RATIO, 6.1)
    assert report([usual]) == 0
    assert report([doubled, usual]) == 1
    assert "6.1, at most 6.0: has doubled" in capsys.readouterr().out


def test_what_is_quicker_than_it_was_measured_is_well() -> None:
    assert not Finding(replace(RATIO, measured=100.0), 1.0).is_fault


def test_linear_growth_has_no_square() -> None:
    assert squared_share((1, 10, 40), (3, 12, 42)) == pytest.approx(0, abs=1e-6)
    assert squared_share((1, 10, 40), (1, 100, 1600)) == pytest.approx(100)


def test_a_bar_may_ask_for_the_most_or_the_least() -> None:
    assert Bar("unchanged build", 2.4, 2.5).is_met
    assert not Bar("rate", 2.1, 2.2, least=True).is_met


def test_the_plot_says_in_words_what_it_shows() -> None:
    group = Group("A card", "ms", (Row("packbuild", 10), Row("others & co", 25)))
    drawing = ElementTree.fromstring(plot([group]))
    said = {element.tag.rpartition("}")[2]: element.text for element in drawing.iter()}
    assert said["title"] == "How fast packbuild is"
    assert said["desc"] == "A card: packbuild 10 ms, others & co 25 ms."
