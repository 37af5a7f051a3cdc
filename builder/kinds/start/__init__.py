"""The start page and the note on the edition: what is in the pack, and what each file is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from builder.content.page import Colors, PageLogo, WebPage
from builder.content.story import Block, Heading, ListBlock, Paragraph, words
from builder.errors import Place
from builder.kinds.kind import AssetKind, Editions
from builder.kinds.start.edition import page_edition
from builder.kinds.start.look import ground_of, logo, schemes
from builder.pack.edition import Edition
from builder.pack.formats import PAGE, TEXT
from builder.pack.plan import Plan
from builder.source import Loc


def nothing(_: Edition) -> tuple[Plan, ...]:
    """It plans after the others alone."""
    return ()


def gather(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """`changes.txt`, with the language in the name of all but the first."""
    yield Plan(
        kind=KIND.name,
        path=edition.front_path("changes", TEXT),
        title=edition.phrases["file_changes"],
        format=TEXT,
        content=_changes(edition, plans),
        language=edition.language,
    )


def unite(editions: Editions) -> Iterator[Plan]:
    """`start-here.html`, one page for all languages; files that languages share stand in each."""
    first, its_plans = editions[0]
    light, dark = schemes(first.brand)
    page = WebPage(
        editions=tuple(
            page_edition(edition, (*plans, *_shared(plans, its_plans))) for edition, plans in editions
        ),
        ground=ground_of(first.brand),
        light=light,
        dark=dark,
        logos=tuple(_logos([edition for edition, _ in editions], (light, dark))),
    )
    yield Plan(
        kind=KIND.name,
        path="start-here.html",
        front=True,
        title=first.phrases["file_start"],
        format=PAGE,
        content=page,
        language=first.language,
        find=partial(_place, [edition for edition, _ in editions]),
    )


def _place(editions: Sequence[Edition], loc: Loc, says: str = "", **narrowed: Any) -> Place | None:
    """Where the words of a picture on the page are written: in the language that says so."""
    own = (edition for edition in editions if says and any(says in text for _, text in edition.texts()))
    return next(own, editions[0]).place(loc, says=says, **narrowed)


def _logos(editions: Sequence[Edition], colors: tuple[Colors, Colors]) -> Iterator[PageLogo]:
    """The logo, once for all languages in which it is the same."""
    drawn: dict[object, list[Edition]] = {}
    for edition in editions:
        drawn.setdefault(
            tuple(art for _, logo in edition.logos({"main"}) for art in logo.drawings), []
        ).append(edition)
    for alike in drawn.values():
        if frames := logo(alike[0], colors):
            ids = tuple(edition.suffix for edition in alike)
            yield PageLogo(ids, alike[0].spec.campaign.name, *frames)


def _shared(plans: tuple[Plan, ...], of_first: tuple[Plan, ...]) -> Iterator[Plan]:
    """Files of kinds that the first language alone makes, such as logos."""
    own = {plan.kind for plan in plans}
    return (plan for plan in of_first if plan.kind not in own)


def _changes(edition: Edition, plans: tuple[Plan, ...]) -> tuple[Block, ...]:
    book = edition.phrases
    counts = {
        kind: sum(plan.kind == kind for plan in plans) for kind in dict.fromkeys(plan.kind for plan in plans)
    }
    lines = [
        f"{book.get(f'kind_{kind}', kind)}{book.colon}{book.plural('files', n)}" for kind, n in counts.items()
    ]
    return (
        Heading(1, words(edition.name)),
        Paragraph(words(book["changes_holds"])),
        ListBlock(tuple((Paragraph(words(line)),) for line in lines)),
    )


KIND = AssetKind(
    name="start",
    help="the start page and the note on the edition",
    plan=nothing,
    gather=gather,
    unite=unite,
)
