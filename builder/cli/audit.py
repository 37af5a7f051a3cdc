"""What `check --output` says: a line for each rule, then what was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from builder.audit.inspection import inspect, read_pack
from builder.audit.rule import Result
from builder.cli.folders import Folders, likely
from builder.cli.terminal import Terminal, table
from builder.errors import Faults, Problem
from builder.output.swap import settle_all
from builder.record import replace


def check_made(year: str | None, folders: Folders, terminal: Terminal, *, strict: bool) -> None:
    """Say what all rules find in the packs of these years; Faults if there are errors."""
    problems = list[Problem]()
    for tree in _trees(year, folders, terminal):
        results = inspect(read_pack(tree))
        say = terminal.result if terminal.format == "text" else terminal.tell
        if not terminal.quiet:
            say(f"{folders.shown(tree)}, {len(results)} rules")
            for line in table(_rows(results)):
                say(f"  {line}")
        found = (finding.problem for result in results for finding in result.findings)
        problems += (replace(each, message=f"{folders.shown(tree)}/{each.message}") for each in found)
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    if any(problem.severity == "error" for problem in problems):
        raise Faults(problems)
    terminal.problems(problems)


def _trees(year: str | None, folders: Folders, terminal: Terminal) -> tuple[Path, ...]:
    """The folder of a year, or of all that were built; UsageError if there is none."""
    for name in settle_all(folders.output):
        settled = folders.shown(folders.output / name)
        terminal.tell(f"A run was ended while it put {settled} in its place. It is there now.")
    built = tuple(sorted(path.parent for path in folders.output.glob("[0-9]*/manifest.json")))
    if year is None:
        if not built:
            raise click.UsageError(f"there is no pack in {folders.shown(folders.output)}: build one first.")
        return built
    tree = folders.output / year
    if tree not in built:
        years = likely(year, tuple(path.name for path in built))
        raise click.UsageError(f"there is no pack {folders.shown(tree)}{years} `packbuild {year}` builds it.")
    return (tree,)


def _rows(results: tuple[Result, ...]) -> Iterator[tuple[str, ...]]:
    for result in results:
        outcome = f"found in {len(result.findings)}" if result.findings else "none"
        yield result.format, result.rule, f"{result.files} file{'s' * (result.files != 1)}", outcome
