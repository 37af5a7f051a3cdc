"""What an inspection found, told once a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.audit.rule import Finding, Result
from builder.errors import Problem
from builder.record import replace


def folded(results: Iterable[Result]) -> Iterator[Finding]:
    """One finding for each fault, which names the first file and says how many more have it."""
    return _folded(finding for result in results for finding in result.findings)


def warnings(results: Iterable[Result]) -> Iterator[Problem]:
    """A warning for each error that was found, its files together."""
    findings = (finding for result in results for finding in result.findings)
    for finding in _folded(each for each in findings if each.severity == "error"):
        yield replace(finding.problem, severity="warning")


def _folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.fault, []).append(finding)
    for first, *others in files.values():
        more = f" and {len(others)} more" if others else ""
        yield replace(first, path=f"{first.path}{more}")
