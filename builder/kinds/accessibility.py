"""The accessibility report: what was checked, what was found, and what needs a person, in each language."""

from __future__ import annotations

from collections import Counter
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
from builder.phrases.book import ENGLISH, locale_of
from builder.source import Loc
from builder.tagged import in_language_of, language_of

_PERSON = ("person_alt", "person_order", "person_color", "person_words", "person_edit")
_PARTS = (
    ("campaign", "chapter_about"),
    ("theme", "chapter_why"),
    ("messages", "chapter_messages"),
    ("statistics", "chapter_statistics"),
    ("quotes", "quote"),
    ("resources", "chapter_resources"),
    ("infographic", "chapter_infographic"),
    ("get_involved", "chapter_get_involved"),
    ("days", "chapter_days"),
    ("posts", "chapter_posts"),
    ("events", "chapter_events"),
    ("letters", "chapter_letters"),
    ("pledge", "chapter_pledge"),
    ("posters", "kind_posters"),
    ("leaflet", "kind_leaflet"),
    ("activity", "kind_activity"),
    ("certificate", "kind_certificate"),
    ("previous_weeks", "chapter_previous"),
    ("photos", "chapter_images"),
    ("cards", "chapter_images"),
    ("slides", "kind_slides"),
    ("guide", "guide"),
    ("usage", "chapter_usage"),
)  # the parts of a spec that have words, and the phrases that name them


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
    if parts := tuple(_untranslated(edition)):
        yield (
            book["accessibility_untranslated"],
            (Paragraph(words(book["accessibility_languages"])), _list(parts)),
        )
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


def _untranslated(edition: Edition) -> Iterator[str]:
    """Each part of the pack that is in another language, and which; the phrases last."""
    book, counts = edition.phrases, Counter[tuple[str, str]]()
    for loc, text in edition.texts():
        if language := language_of(text):
            counts[_part(book, loc), language] += 1
    if book.foreign:
        counts[book["accessibility_labels"], ENGLISH] += len(book.foreign)
    for (part, language), count in counts.items():
        spoken = locale_of(language_of(part, edition.language))
        name = locale_of(language).get_display_name(spoken) or language
        texts = book.plural("accessibility_texts", count)
        said = book.listed((texts, name))
        yield in_language_of(f"{part} – {said}", part)


def _part(book: Phrases, loc: Loc) -> str:
    """What a guide calls the part of the spec that a text is of."""
    return next((book[key] for part, key in _PARTS if part == loc[0]), str(loc[0]))


def _found(results: Iterable[Result]) -> Iterator[tuple[Block, ...]]:
    for finding in folded(results):
        yield (Paragraph((Span(finding.problem.message, lang=ENGLISH),)),)


KIND = AssetKind(
    name="accessibility",
    help="what was checked in the finished files, and what needs a person",
    plan=lambda _: (),
    gather=gather,
    settled=False,
)
