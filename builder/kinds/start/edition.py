"""The start page in one language."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.markdown import from_markdown
from builder.content.page import Download, Edition, Link
from builder.content.story import Block, Heading, ListBlock, Paragraph, Span, words
from builder.kinds.start.look import art_below, art_beside, faces
from builder.kinds.start.sections import sections
from builder.pack.edition import Pack, bare_url
from builder.pack.plan import Plan
from builder.render.formats import STORY_PDF

_LABELS = (
    "alt_text",
    "hashtags",
    "language",
    "start_all_sizes",
    "start_copied",
    "start_copy",
    "start_copy_alt",
    "start_copy_post",
    "start_dark",
    "start_download",
    "start_light",
    "start_local",
    "start_no_copy",
    "start_open",
    "start_parts",
    "start_shown",
    "start_size",
    "start_skip",
    "start_terms",
    "start_contact",
    "with_image",
)
_OWN = "start"  # the page's own kind, whose files tell of the others


def edition(pack: Pack, plans: tuple[Plan, ...]) -> Edition:
    """All that the page says in the pack's language."""
    spec, book = pack.spec, pack.phrases
    return Edition(
        id=pack.suffix,
        lang=pack.language,
        rtl=pack.rtl,
        name=_own_name(pack),
        title=f"{book['start_title']}: {spec.campaign.name} {pack.year}",
        campaign=spec.campaign.name,
        theme=spec.theme.title,
        strapline=spec.theme.strapline or "",
        dates=book.date_range(spec.dates.start, spec.dates.end),
        intro=book["start_intro"],
        hashtags=" ".join((spec.theme.hashtag, *spec.hashtags)),
        labels=tuple((key, book[key]) for key in _LABELS),
        first=_first(pack, plans),
        sections=tuple(sections(pack, (plan for plan in plans if plan.kind != _OWN))),
        terms=tuple(_terms(pack)),
        contact=tuple(_contact(pack)),
        more=tuple(Link(plan.path, plan.title) for plan in plans if plan.kind == _OWN),
        faces=faces(pack.brand, pack.language),
        beside=art_beside(pack.brand, pack.language, pack.rtl),
        below=art_below(pack.brand, pack.language, pack.rtl),
    )


def _own_name(pack: Pack) -> str:
    """The language as its speakers call it, with a capital as names on buttons have."""
    locale = pack.phrases.locale
    alone = pack.suffix == pack.language.split("-")[0]
    name = (locale.get_language_name() if alone else locale.get_display_name()) or pack.language
    return name[:1].upper() + name[1:]


def _first(pack: Pack, plans: tuple[Plan, ...]) -> Download | None:
    guides = (plan for plan in plans if plan.kind == "guide" and plan.format == STORY_PDF)
    found = next(guides, None)
    if found is None:
        return None
    return Download(found.path, pack.phrases["start_open_guide"], format=found.format.label)


def _terms(pack: Pack) -> Iterator[Block]:
    usage, book = pack.spec.usage, pack.phrases
    if usage is None:
        return
    yield from from_markdown(usage.terms)
    for key, points in (("may", usage.may), ("may_not", usage.may_not)):
        if points:
            yield Heading(3, words(book[key]))
            yield ListBlock(tuple((Paragraph(words(point)),) for point in points))
    if usage.licence:
        yield Heading(3, words(book["licence"]))
        yield Paragraph(words(usage.licence))


def _contact(pack: Pack) -> Iterator[Block]:
    campaign = pack.spec.campaign
    alone = "@" in campaign.contact and " " not in campaign.contact
    yield Paragraph(words(campaign.organiser))
    yield Paragraph((Span(campaign.contact, link=f"mailto:{campaign.contact}" if alone else ""),))
    yield Paragraph((Span(bare_url(campaign.website), link=campaign.website),))
