"""The accessibility report: what was checked, what was found, and what needs a person, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from builder import __version__
from builder.audit.findings import folded
from builder.audit.rule import Result
from builder.content.note import Note
from builder.content.story import Block, ListBlock, Paragraph, Span, Table, words
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition
from builder.pack.formats import NOTE
from builder.pack.plan import Awaited, Plan
from builder.phrases import Phrases

_PERSON = ("person_alt", "person_order", "person_color", "person_words", "person_edit")
_ENGLISH = "en"  # findings are in the words of the rules


def gather(edition: Edition, _: tuple[Plan, ...]) -> Iterator[Plan]:
    """One page for each language, written when all other files are made and read back."""
    title = edition.phrases["accessibility_title"]
    yield Plan(
        kind=KIND.name,
        path=edition.front_path("accessibility", NOTE),
        title=title,
        format=NOTE,
        content=Awaited(partial(_note, edition, title)),
        language=edition.language,
    )


def _note(edition: Edition, title: str, results: Sequence[Result]) -> Note:
    return Note(title, edition.language, edition.rtl, tuple(_sections(edition, results)))


def _sections(edition: Edition, results: Sequence[Result]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    book, contact = edition.phrases, edition.spec.campaign.contact
    yield "", (Paragraph(words(book.fill("accessibility_intro", version=__version__))),)
    yield book["accessibility_checked"], (_table(book, results),)
    if findings := tuple(_found(results)):
        yield book["accessibility_found"], (ListBlock(findings),)
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
    count = sum(len(result.findings) for result in mine)
    said = book.plural("accessibility_some", count) if count else book["accessibility_none"]
    return words(book[f"checks_{name}"]), words(book.plural("files", mine[0].files)), words(said)


def _list(lines: Iterable[str]) -> ListBlock:
    return ListBlock(tuple((Paragraph(words(line)),) for line in lines))


def _found(results: Iterable[Result]) -> Iterator[tuple[Block, ...]]:
    for finding in folded(results):
        yield (Paragraph((Span(finding.problem.message, lang=_ENGLISH),)),)


KIND = AssetKind(
    name="accessibility",
    help="what was checked in the finished files, and what needs a person",
    plan=lambda _: (),
    gather=gather,
)
