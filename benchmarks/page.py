"""The page of results: a table a group, the figures beside their bars, and what they were measured on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.machine import machine
from benchmarks.results import Bar, Found, Group

_HEAD = """# How fast it is

Written by `python -m benchmarks` (see CONTRIBUTING.md). All times are CPU time, user and system, of all
processes: medians of rounds in which those that are compared take turns. Machines differ: only ratios within
one run mean anything elsewhere. Bytes are those of the file, or of a card on average.

![The figures of this page as bars, group by group.](benchmarks.svg)
"""


def page(found: Iterable[Found], rounds: int, loads: tuple[str, str]) -> str:
    """The page in Markdown; `loads` are those of the machine before and after."""
    parts = tuple(found)
    bars = [bar for part in parts for bar in part.bars]
    tables = ("\n".join(_table(group)) for part in parts for group in part.groups)
    taken = f"{rounds} rounds, of whole commands half as many, of growth and memory a fifth; at least one"
    facts = (*machine(), taken, f"load {loads[0]} before and {loads[1]} after: processes that want a core")
    return "\n".join((_HEAD, *_bars(bars), *tables, "## The machine\n", *(f"* {fact}" for fact in facts), ""))


def _table(group: Group) -> Iterator[str]:
    yield f"## {group.title}\n"
    if group.about:
        yield f"{group.about}\n"
    yield f"| | {group.unit} | |\n|---|--:|---|"
    for row in group.rows:
        yield f"| {row.name} | {amount(row.value)} | {row.note} |"
    yield ""


def _bars(bars: Iterable[Bar]) -> Iterator[str]:
    yield "## What it should keep to\n"
    yield "| | measured | should be | |\n|---|--:|--:|---|"
    for bar in bars:
        limit = f"{'at least' if bar.least else 'at most'} {bar.limit:g} {bar.unit}"
        verdict = "kept" if bar.is_met else "**not kept**"
        yield f"| {bar.what} | {amount(bar.value)} {bar.unit} | {limit} | {verdict} |"
    yield ""


def amount(value: float) -> str:
    """Three figures that count."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
