"""The start page in one language."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content import page
from builder.content.page import Download, NavLink
from builder.content.story import Block, Heading, ListBlock, Paragraph, Span, words
from builder.kinds.start.finder import goals
from builder.kinds.start.look import art_below, art_beside, faces
from builder.kinds.start.sections import sections
from builder.pack.edition import Edition, bare_url
from builder.pack.plan import Plan
from builder.pack.texts import written

LABELS = (  # the words that the templates of the page say
    "alt_text",
    "hashtags",
    "language",
    "start_add",
    "start_all",
    "start_all_sizes",
    "start_audience",
    "start_choose",
    "start_copied",
    "start_copy",
    "start_copy_alt",
    "start_copy_post",
    "start_dark",
    "start_download",
    "start_light",
    "start_local",
    "start_events_shown",
    "start_no_copy",
    "start_no_events",
    "start_open",
    "start_parts",
    "start_shown",
    "start_size",
    "start_skip",
    "start_terms",
    "start_want",
    "start_contact",
)
OWN = "start"  # the page's own kind, whose files tell of the others


def page_edition(edition: Edition, plans: tuple[Plan, ...]) -> page.PageEdition:
    """All that the page says in the edition's language."""
    spec, book = edition.spec, edition.phrases
    files = [plan for plan in plans if plan.kind != OWN]
    shown = tuple(sections(edition, files))
    return page.PageEdition(
        id=edition.suffix,
        lang=edition.language,
        rtl=edition.rtl,
        name=_own_name(edition),
        title=f"{book['start_title']}{book.colon}{edition.name}",
        campaign=spec.campaign.name,
        theme=spec.theme.title,
        strapline=spec.theme.strapline or "",
        dates=book.date_range(spec.dates.start, spec.dates.end),
        intro=book["start_intro"],
        hashtags=" ".join((spec.theme.hashtag, *spec.hashtags)),
        labels=tuple((key, book[key]) for key in LABELS),
        first=_first(plans),
        sections=shown,
        terms=tuple(_terms(edition)),
        contact=tuple(_contact(edition)),
        more=tuple(NavLink(plan.path, plan.title) for plan in plans if plan.kind == OWN),
        faces=faces(edition.brand, edition.language),
        goals=tuple(goals(edition, shown, files)),
        beside=art_beside(edition),
        below=art_below(edition),
    )


def _own_name(edition: Edition) -> str:
    """The language as its speakers call it, with a capital as names on buttons have."""
    locale = edition.phrases.locale
    alone = edition.suffix == edition.language.split("-")[0]
    name = (locale.get_language_name() if alone else locale.get_display_name()) or edition.language
    return name[:1].upper() + name[1:]


def _first(plans: tuple[Plan, ...]) -> Download | None:
    """What should be read before all else."""
    called = next((plan for plan in plans if plan.call), None)
    return Download(called.path, called.call, format=called.format.label) if called else None


def _terms(edition: Edition) -> Iterator[Block]:
    usage, book = edition.spec.usage, edition.phrases
    if usage is None:
        return
    yield from written(edition, usage.terms)
    for key, points in (("may", usage.may), ("may_not", usage.may_not)):
        if points:
            yield Heading(3, words(book[key]))
            yield ListBlock(tuple((Paragraph(words(point)),) for point in points))
    if usage.licence:
        yield Heading(3, words(book["licence"]))
        yield Paragraph(words(usage.licence))


def _contact(edition: Edition) -> Iterator[Block]:
    campaign = edition.spec.campaign
    alone = "@" in campaign.contact and " " not in campaign.contact
    yield Paragraph(words(campaign.organiser))
    yield Paragraph((Span(campaign.contact, link=f"mailto:{campaign.contact}" if alone else ""),))
    yield Paragraph((Span(bare_url(campaign.website), link=campaign.website),))
