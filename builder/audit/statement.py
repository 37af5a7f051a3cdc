"""The accessibility report: what was checked, what was found, and what needs a person, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder import __version__
from builder.audit.inspection import inspect
from builder.audit.rule import Finding, Result
from builder.content.note import Note
from builder.content.story import Block, ListBlock, Paragraph, Span, Table, words
from builder.errors import Problem
from builder.output.make import Asset, render
from builder.output.manifest import PATH as MANIFEST
from builder.output.manifest import manifest
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.phrases import Phrases
from builder.render.formats import NOTE

_PERSON = ("person_alt", "person_order", "person_color", "person_words", "person_edit")
_ENGLISH = "en"  # findings are in the words of the rules


def audited(
    editions: Sequence[Edition], assets: tuple[Asset, ...]
) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The files with their report in each language; a warning for each fault, its files together."""
    spec = editions[0].spec
    files = {asset.plan.path: asset.data for asset in assets}
    files[MANIFEST] = manifest(assets, campaign=spec.campaign.name, year=editions[0].year)
    results = inspect(files, promised=map(report_path, editions))
    plans = [_plan(edition, results) for edition in editions]
    reports = (Asset(plan, render(plan)[0]) for plan in plans)
    errors = (finding for finding in _findings(results) if finding.severity == "error")
    warnings = (replace(finding.problem, severity="warning") for finding in _folded(errors))
    return (*assets, *reports), tuple(warnings)


def report_path(edition: Edition) -> str:
    """Where the report of the pack's language lies."""
    return "accessibility.html" if edition.first else f"accessibility_{edition.suffix}.html"


def _plan(edition: Edition, results: Sequence[Result]) -> Plan:
    title = edition.phrases["accessibility_title"]
    return Plan(
        kind="start",
        path=report_path(edition),
        title=title,
        format=NOTE,
        content=Note(title, edition.language, edition.rtl, tuple(_sections(edition, results))),
        language=edition.language,
    )


def _sections(edition: Edition, results: Sequence[Result]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    book, contact = edition.phrases, edition.spec.campaign.contact
    yield "", (Paragraph(words(book.fill("accessibility_intro", version=__version__))),)
    yield book["accessibility_checked"], (_table(book, results),)
    if found := tuple(_found(results)):
        yield book["accessibility_found"], (ListBlock(found),)
    yield book["accessibility_person"], (_list(book[key] for key in _PERSON),)
    yield (
        book["accessibility_barrier"],
        (Paragraph(words(book.fill("accessibility_write", contact=contact))),),
    )


def _table(book: Phrases, results: Sequence[Result]) -> Table:
    """A row a format: what was looked for, in how many files, and how much was found."""
    header = tuple(words(book[key]) for key in ("what", "file", "result"))
    return Table(
        header, tuple(_row(book, name, results) for name in dict.fromkeys(r.format for r in results))
    )


def _row(book: Phrases, name: str, results: Sequence[Result]) -> tuple[tuple[Span, ...], ...]:
    mine = [result for result in results if result.format == name]
    found = sum(len(result.findings) for result in mine)
    said = book.plural("accessibility_some", found) if found else book["accessibility_none"]
    return words(book[f"checks_{name}"]), words(book.plural("files", mine[0].files)), words(said)


def _list(lines: Iterable[str]) -> ListBlock:
    return ListBlock(tuple((Paragraph(words(line)),) for line in lines))


def _found(results: Iterable[Result]) -> Iterator[tuple[Block, ...]]:
    for finding in _folded(_findings(results)):
        yield (Paragraph((Span(finding.problem.message, lang=_ENGLISH),)),)


def _findings(results: Iterable[Result]) -> Iterator[Finding]:
    return (finding for result in results for finding in result.findings)


def _folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each fault, which names the first file and says how many more have it."""
    files = dict[str, list[Finding]]()
    for finding in findings:
        files.setdefault(finding.fault, []).append(finding)
    for first, *others in files.values():
        more = f" and {len(others)} more" if others else ""
        yield replace(first, path=f"{first.path}{more}")
