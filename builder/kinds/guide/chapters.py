"""The guide's chapters: what each says, from the spec; one without words is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from builder.content.story import (
    Block,
    BlockQuote,
    Callout,
    Columns,
    Definition,
    Definitions,
    Heading,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    words,
)
from builder.kinds.guide.features import messages, statistics
from builder.kinds.guide.images import images
from builder.kinds.guide.openings import day_head, mail_of
from builder.kinds.guide.posts import posts
from builder.pack.edition import COPY, Edition, bare_url
from builder.pack.hours import event_hours
from builder.pack.photographs import whole
from builder.pack.texts import written
from builder.phrases import Phrases
from builder.record import Record, replace
from builder.spec.clocks import in_order
from builder.spec.dated import Event
from builder.spec.parts import Quote
from builder.tagged import APART, in_language_of, joined

Blocks = tuple[Block, ...]


class Chapter(Record):
    """A chapter: the phrase that names it, and its blocks."""

    title: str
    blocks: Callable[[Edition], Blocks]


def about(edition: Edition) -> Blocks:
    """What the campaign is, and the facts to quote."""
    spec, phrases = edition.spec, edition.phrases
    facts = (
        (phrases["when"], words(edition.words["dates"])),
        (phrases["theme"], words(spec.theme.title)),
        (phrases["hashtags"], words(" ".join((spec.theme.hashtag, *spec.hashtags)))),
        (phrases["website"], _link(spec.campaign.website)),
    )
    entries = tuple(Definition(term, (Paragraph(spans),)) for term, spans in facts)
    return (*_led(written(edition, spec.campaign.about)), Definitions(entries))


def why(edition: Edition) -> Blocks:
    """Why this theme, this year; a voice at its end."""
    own = tuple(voice(edition, quote) for quote in edition.spec.quotes[:1])
    return (*_led(written(edition, edition.spec.theme.why)), *own)


def voice(edition: Edition, quote: Quote) -> BlockQuote:
    """What somebody said, set large."""
    said = edition.phrases.fill("quotation", text=quote.text)
    return BlockQuote((Paragraph(words(said)),), quote.who or "", pulled=True)


def resources(edition: Edition) -> Blocks:
    """What is new this year, and the infographic's story step by step."""
    entries = tuple(
        Definition(
            resource.kind,
            (
                Heading(3, words(resource.title)),
                Paragraph(words(resource.description)),
                *((Paragraph(_link(resource.url)),) if resource.url else ()),
            ),
        )
        for resource in edition.spec.resources
    )
    return (*_entries(edition, "chapter_resources", entries), *_infographic(edition))


def _infographic(edition: Edition) -> Iterator[Block]:
    infographic = edition.spec.infographic
    if infographic is not None:
        yield Heading(2, words(infographic.title), kicker=edition.phrases["chapter_infographic"])
        if infographic.intro:
            yield Paragraph(words(infographic.intro))
        steps = (
            (Span(in_language_of(f"{step.title}. ", step.title), bold=True), Span(step.text))
            for step in infographic.steps
        )
        if infographic.steps:
            yield ListBlock(tuple((Paragraph(step),) for step in steps), ordered=True)
        for side in infographic.sides:
            yield from (Heading(3, words(side.title)), _list(side.points))


def get_involved(edition: Edition) -> Blocks:
    """Ideas for each audience, and the pledge."""
    spec, phrases = edition.spec, edition.phrases
    entries = tuple(Definition(part.audience, (_list(part.ideas),)) for part in spec.get_involved)
    blocks = _entries(edition, "chapter_get_involved", entries)
    if spec.pledge is None:
        return blocks
    link = (Paragraph(_link(spec.pledge.url)),) if spec.pledge.url else ()
    return (
        *blocks,
        Callout((BlockQuote((Paragraph(words(spec.pledge.text)),)), *link), phrases["chapter_pledge"]),
    )


def days(edition: Edition) -> Blocks:
    """A topic for each day."""
    entries = tuple(
        Definition(
            edition.phrases.date_text(day.date, year=False),
            (Heading(3, words(day.topic)), *((Paragraph(words(day.text)),) if day.text else ())),
        )
        for day in edition.spec.days
    )
    return _entries(edition, "chapter_days", entries)


def events(edition: Edition) -> Blocks:
    """The events in order of time: the day of each in the margin or, where two share one, as a heading."""
    shown = [(event_hours(edition, event), event) for _, event in in_order(edition.spec.events)]
    days = [(day, list(group)) for day, group in groupby(shown, key=lambda event: event[0].day)]
    intro = Paragraph(words(edition.phrases["events_intro"]))
    if len(days) == len(shown):
        entries = tuple(Definition(hours.day, _event(event), hours.time) for hours, event in shown)
        return (intro, *_entries(edition, "chapter_events", entries)) if entries else ()
    blocks: list[Block] = [intro]
    for turn, (day, group) in enumerate(days):
        whole_day = edition.phrases["all_day"]
        entries = tuple(Definition(hours.time or whole_day, _event(event)) for hours, event in group)
        continued = edition.phrases.fill("continued", title=day)
        plate, again = (day_head(edition, turn, group[0][1], said) for said in (day, continued))
        blocks.append(Heading(2, words(day), plate=plate))
        blocks.append(Definitions(entries, continued=continued, plate=again))
    return tuple(blocks)


def _event(event: Event) -> Blocks:
    where = joined(APART, (event.place, event.organiser or "", event.audience or ""))
    blocks: list[Block] = [Heading(3, words(event.title))]
    if event.description:
        blocks.append(Paragraph(words(event.description)))
    blocks.append(Paragraph((Span(where), *((Span("\n"), *_link(event.url)) if event.url else ()))))
    return tuple(blocks)


def letters(edition: Edition) -> Blocks:
    """The texts to send, whom they are for, and where they lie."""
    phrases = edition.phrases
    entries = tuple(
        Definition(letter.title, (Paragraph(words(letter.audience or phrases["use_letter"])),))
        for letter in edition.spec.letters
    )
    letters_intro, where = phrases["letters_intro"], phrases.fill("start_folder", folder=COPY)
    intro = Paragraph(words(in_language_of(f"{letters_intro} {where}.", letters_intro)))
    return (intro, *_entries(edition, "chapter_letters", entries)) if entries else ()


def usage(edition: Edition) -> Blocks:
    """The terms: what partners may do, and what not."""
    terms, phrases = edition.spec.usage, edition.phrases
    if terms is None:
        return ()
    lists = ((phrases["may"], terms.may), (phrases["may_not"], terms.may_not))
    callouts = tuple(Callout((_list(items),), title) for title, items in lists if items)
    licence = (Paragraph(_licence(phrases, terms.licence), "note"),) if terms.licence else ()
    beside = (Columns(tuple((callout,) for callout in callouts)),) if len(callouts) > 1 else callouts
    return (*_led(written(edition, terms.terms)), *beside, *licence)


def previous(edition: Edition) -> Blocks:
    """Earlier weeks, the latest first."""
    entries = tuple(
        Definition(
            str(week.year),
            (
                *((Heading(3, words(week.theme)),) if week.theme else ()),
                Paragraph(words(week.summary)),
                *((_list(week.highlights),) if week.highlights else ()),
            ),
            week.hashtag or "",
        )
        for week in sorted(edition.spec.previous_weeks, key=lambda week: -week.year)
    )
    return _entries(edition, "chapter_previous", entries)


def contact(edition: Edition) -> Blocks:
    """Whom to ask."""
    campaign, phrases = edition.spec.campaign, edition.phrases
    address = campaign.contact
    who = phrases.fill("organised_by", organiser=campaign.organiser)
    return (
        Paragraph(
            (
                Span(in_language_of(f"{who}\n", who)),
                Span(address, link=mail_of(address)),
                Span("\n"),
                *_link(campaign.website),
            )
        ),
    )


CHAPTERS: Mapping[str, Chapter] = {
    "about": Chapter("chapter_about", about),
    "why": Chapter("chapter_why", why),
    "messages": Chapter("chapter_messages", messages),
    "statistics": Chapter("chapter_statistics", statistics),
    "resources": Chapter("chapter_resources", resources),
    "get-involved": Chapter("chapter_get_involved", get_involved),
    "days": Chapter("chapter_days", days),
    "events": Chapter("chapter_events", events),
    "posts": Chapter("chapter_posts", posts),
    "letters": Chapter("chapter_letters", letters),
    "images": Chapter("chapter_images", images),
    "usage": Chapter("chapter_usage", usage),
    "previous": Chapter("chapter_previous", previous),
    "contact": Chapter("chapter_contact", contact),
}


def _entries(edition: Edition, chapter: str, entries: tuple[Definition, ...]) -> Blocks:
    """The list that a chapter is, which says so where it goes on over a page."""
    continued = edition.phrases.fill("continued", title=edition.phrases[chapter])
    return (Definitions(entries, continued=continued),) if entries else ()


def _list(items: tuple[str, ...]) -> ListBlock:
    return ListBlock(tuple((Paragraph(words(item)),) for item in items))


def _link(url: str) -> Spans:
    return (Span(bare_url(url), link=url),)


def _licence(phrases: Phrases, licence: str) -> Spans:
    label = phrases["licence"]
    return Span(in_language_of(f"{label}{phrases.colon}", label)), Span(whole(licence))


def _led(blocks: Blocks) -> Blocks:
    """The blocks, the first paragraph as what leads into the chapter."""
    first, *rest = blocks
    return (replace(first, role="lead"), *rest) if isinstance(first, Paragraph) else blocks
