"""The parts of a spec that say something: each text under a field is what an editor shows about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.source.forms import Kind
from builder.spec.links import Utm
from builder.spec.scalars import (
    Contact,
    Date,
    Few,
    Hashtag,
    Headline,
    Key,
    Markdown,
    Name,
    PlainText,
    ShortName,
    Slug,
    SpecPart,
    Timezone,
    Url,
)


class Campaign(SpecPart):
    """Who runs the campaign and what it is, every year."""

    name: PlainText
    """The campaign's full name. Example: Infant Mental Health Awareness Week"""
    short_name: ShortName
    """A few letters; file names are made from it. Example: IMHAW"""
    organiser: Name
    """Who runs it; what people may turn to when something is wrong. Example: Parent-Infant Foundation"""
    website: Url
    """The campaign's own page; every card and page that says "find out more" names it.
    Example: https://example.org/week"""
    contact: Contact
    """An e-mail address or a sentence that says whom to ask. Example: week@example.org"""
    about: Markdown
    """What the campaign is, in Markdown.
    Example: A week in June that brings people together for **babies' mental health**."""
    timezone: Timezone | None = None
    """Where the clock is that readers live by; left out, it is the one of most events, or Europe/London.
    Example: Europe/London"""
    utm: Utm | None = None
    """How visits by QR codes are counted on the website; left out, nothing is added to addresses.
    Example: {source: comms-pack, campaign: imhaw-2022}
    """


class Theme(SpecPart):
    """What this year is about."""

    title: Headline
    """The theme in a few words, as it stands on the cover; *stars* round words give them weight there.
    Example: Understanding early trauma"""
    strapline: PlainText | None = None
    """One short line under the title. Example: Every baby deserves to feel safe"""
    hashtag: Hashtag
    """The theme's hashtag, with a capital for each word, in quotes: "#LikeThis". Example: "#EarlyTrauma"
    """
    why: Markdown
    """Why this theme, this year, in Markdown. Example: Babies cannot say what they went through."""
    photo: Slug | None = None
    """The id of a photo, which the announcement, the posters and the cover show. In a look whose pictures
    stand in for photographs, such as `photo`, left out: the first of `photos:`, unless `art` is named.
    Example: holding-hands
    """
    art: Key | None = None
    """The art of the announcement, the posters and the cover: the name of a file of the look's or brand's
    `art/`. Example: village
    """


class Dates(SpecPart):
    """The first and the last day."""

    start: Date
    """The first day: year-month-day. Example: 2022-06-13"""
    end: Date
    """The last day: year-month-day. Example: 2022-06-19"""


class Message(SpecPart):
    """A key message; also a card."""

    id: Slug
    """A short name in lower case, which file names, posts and translations use. Example: relationships"""
    headline: Headline
    """What the card says in large letters; *stars* round words give them weight.
    Example: A loving relationship is a baby's *best* shelter"""
    text: PlainText | None = None
    """A sentence or two below it. Example: A strong bond softens the impact of hardship."""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; 150 characters at most. Made from the words if left out.
    Example: A parent holds a sleeping baby, beside the words"""


class Statistic(SpecPart):
    """A figure, what it counts and where it is from; also a card."""

    id: Slug
    """A short name in lower case, which file names, posts and translations use. Example: under-twos"""
    value: PlainText
    """The figure as it is shown; a part of a whole, such as `1 in 3` or `31 %`, is drawn on cards.
    Example: 1.3 million
    """
    of: Annotated[int, Kind("a whole number"), Field(ge=2)] | None = None
    """How many the whole is that `value` is a part of, where `value` does not say so. Example: 3"""
    unit: PlainText | None = None
    """What is counted or measured, after the figure; large figures have it on a line of its own.
    Example: million
    """
    label: PlainText
    """What the figure counts. Example: children in England are under two"""
    source: PlainText
    """Who says so, and when. Example: Office for National Statistics, 2021"""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: 1.3 million, in large figures on a teal ground"""


class Quote(SpecPart):
    """What somebody said, and who (a role rather than a name); also a card."""

    id: Slug
    """A short name in lower case, which file names, posts and translations use. Example: health-visitor"""
    text: PlainText
    """The words, without quotation marks: each language has its own. Example: I wish I had asked sooner."""
    who: PlainText | None = None
    """Who said it: a role rather than a name. Example: A health visitor in Leeds"""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: The words beside two hands"""


class Resource(SpecPart):
    """Something new this year: a film, a report, an infographic; also a card."""

    id: Slug | None = None
    """A short name in lower case; left out, files are named after the title. Example: film"""
    title: PlainText
    """What it is called. Example: What babies remember"""
    kind: PlainText
    """What it is, in a word. Example: Film"""
    url: Url | None = None
    """Where people find it. Example: https://example.org/film"""
    description: PlainText
    """What it shows, and for whom it is. Example: Three families tell what helped, in six minutes."""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: The film's title on a plum ground"""


class Audience(SpecPart):
    """What one group of people can do."""

    audience: PlainText
    """Whom the ideas are for. Example: Nurseries"""
    ideas: Few[PlainText] = Field(min_length=1)
    """What they can do, an idea an item. Example: [Put up a poster, Invite a health visitor]"""


class Letter(SpecPart):
    """A text that partners send: a press release, a newsletter, a letter to an MP."""

    id: Slug
    """A short name in lower case; the file's name is made from it. Example: newsletter"""
    title: PlainText
    """What it is, for those who choose among the letters. Example: A text for your newsletter"""
    audience: PlainText | None = None
    """Who receives it. Example: Parents of your nursery"""
    body: Markdown
    """The letter in Markdown; what partners fill in stands in [square brackets].
    Example: "Dear parents, from 13 to 19 June [nursery] takes part in the week."
    """


class Pledge(SpecPart):
    """What people promise; also a card."""

    text: PlainText
    """The promise, in the first person. Example: I will ask new parents how they are."""
    url: Url | None = None
    """Where people sign it. Example: https://example.org/pledge"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: The pledge with a line for a name"""


class PreviousWeek(SpecPart):
    """An earlier year."""

    year: int = Field(ge=1900, le=2999)
    """Which year it was. Example: 2021"""
    theme: PlainText | None = None
    """Its theme, if it had one. Example: Including infants"""
    hashtag: Hashtag | None = None
    """Its hashtag. Example: "#IMHAW21"
    """
    summary: PlainText
    """What came of it, in a sentence or two. Example: Forty organisations took part in eleven countries."""
    highlights: Few[PlainText] = ()
    """What to remember, an item each. Example: [A debate in Parliament, Two million views]"""


class Usage(SpecPart):
    """Terms: what partners may do and change."""

    terms: Markdown
    """What partners agree to, in Markdown. Example: Use this pack from 1 May on, for the week only."""
    licence: PlainText | None = None
    """Under which licence they use it. Example: CC BY-ND 4.0"""
    may: Few[PlainText] = ()
    """What they may do, an item each. Example: [Put your logo beside ours]"""
    may_not: Few[PlainText] = ()
    """What they may not do, an item each. Example: [Change the colours]"""
