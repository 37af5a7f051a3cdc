"""The parts of a spec that say something: each text under a field is what an editor shows about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.geometry.box import Box
from builder.source.forms import Kind
from builder.source.validate import wording
from builder.spec.links import Utm
from builder.spec.scalars import (
    ByPlatform,
    Contact,
    Date,
    Few,
    Hashtag,
    Headline,
    Key,
    Markdown,
    Moment,
    Name,
    PlainText,
    ShortName,
    Slug,
    SpecPart,
    Timezone,
    Url,
)


class Campaign(SpecPart):
    """Who runs the week and what it is, every year."""

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
    """What the week is, in Markdown.
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
    """The id of a photo, which the announcement, the posters and the cover show. Example: holding-hands"""
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


class Step(SpecPart):
    """One step of the infographic."""

    title: PlainText
    """The step in a few words. Example: Notice"""
    text: PlainText
    """A sentence that says how. Example: Watch how the baby looks, moves and sounds."""
    icon: Key | None = None
    """A drawing of the brand's `art/icons/`, by its name. Example: eye"""


class Side(SpecPart):
    """One of the two sides that an infographic compares."""

    title: PlainText
    """What it is, in a few words. Example: Under the roof"""
    points: tuple[PlainText, ...] = Field(min_length=1, max_length=6)
    """What is so on this side, one to six; the first stands beside the first of the other side.
    Example: [Dry in every storm, Safe from cats]
    """
    icon: Key | None = None
    """A drawing of the brand's `art/icons/`, by its name. Example: home"""


InfographicForm = Literal["list", "path", "wheel", "comparison"]
_FORMS: Mapping[str, InfographicForm] = {
    "steps": "list",
    **dict.fromkeys(("journey", "road", "timeline"), "path"),
    **dict.fromkeys(("circle", "cycle", "ring"), "wheel"),
    **dict.fromkeys(("columns", "compare", "sides", "versus"), "comparison"),
}


def _form(typed: str) -> str:
    """The form that people call by another name."""
    return f"did you mean `{_FORMS[typed]}`?" if typed in _FORMS else ""


class Infographic(SpecPart):
    """The year's infographic: steps in order, or two sides that are compared."""

    title: PlainText
    """What it shows, in large letters. Example: How to tell what a baby feels"""
    intro: PlainText | None = None
    """A sentence under the title. Example: Four things that anybody can do"""
    form: Annotated[InfographicForm, Kind("", _form)] = "list"
    """How it is drawn: a `list` of two to eight steps, a `path` with two to six, a `wheel` with three to six,
    or a `comparison` of two `sides`. Example: path
    """
    steps: tuple[Step, ...] = Field(default=(), min_length=2, max_length=8)
    """The steps in order, two to eight; a comparison has `sides` instead.
    Example:
      - title: Notice
        text: Watch how the baby looks, moves and sounds.
      - title: Wait
        text: Give it time to answer.
    """
    sides: tuple[Side, ...] = Field(default=(), min_length=2, max_length=2)
    """The two sides of a comparison.
    Example:
      - title: An old roof
        points: [Gaps under the eaves, Swifts return each May]
      - title: A mended roof
        points: [Every gap closed, A nest box instead]
    """
    art: Key | None = None
    """The art that it shows, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: Four steps, from noticing to answering"""


class Audience(SpecPart):
    """What one group of people can do."""

    audience: PlainText
    """Whom the ideas are for. Example: Nurseries"""
    ideas: Few[PlainText] = Field(min_length=1)
    """What they can do, an idea an item. Example: [Put up a poster, Invite a health visitor]"""


class Day(SpecPart):
    """The topic of one day; also a card."""

    date: Date
    """The day: year-month-day, within the week. Example: 2022-06-13"""
    topic: PlainText
    """What the day is about. Example: Babies in lockdown"""
    text: PlainText | None = None
    """A sentence more. Example: What families told us about the first year."""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: Monday's topic under a calendar sheet"""


MORNING = dt.time(9)  # when a post goes out that has a day alone


class Post(SpecPart):
    """Ready-to-paste copy for social media."""

    id: Slug
    """A short name in lower case, which file names and translations use. Example: launch"""
    when: Moment
    """The day to post it, with the hour by the readers' clock if it matters. Example: 2022-06-13T12:30"""
    card: Key | None = None
    """The image that goes with it: a design, or design/id. Example: message/relationships"""
    text: ByPlatform = Field(min_length=1)
    """The words: `default`, and one a platform where they differ (x, bluesky, linkedin, …).
    Example:
      default: The week begins today. Find out more at https://example.org/week
      x: The week begins today. https://example.org/week
    """

    @property
    def day(self) -> dt.date:
        """The day to post it."""
        return self.when.date() if isinstance(self.when, dt.datetime) else self.when

    @property
    def time(self) -> dt.time | None:
        """The hour that the spec gives."""
        return self.when.time() if isinstance(self.when, dt.datetime) else None

    @property
    def moment(self) -> dt.datetime:
        """Day and hour: in the morning, if the spec gives none."""
        return dt.datetime.combine(self.day, self.time or MORNING)


class Event(SpecPart):
    """Something that takes place; also a card."""

    id: Slug | None = None
    """A short name in lower case; left out, files are named after the title. Example: webinar"""
    title: PlainText
    """What it is called. Example: Webinar for health visitors"""
    start: Moment
    """Day and local time; the day alone if it takes the whole day. Example: 2022-06-14T12:30"""
    end: Moment | None = None
    """Day and local time of the end, or the last day; left out, calendars show the start alone.
    Example: 2022-06-14T13:30"""
    timezone: Timezone | None = None
    """Where the clock is that `start` and `end` are read from; left out, it is the campaign's.
    Where it shows another time than the campaign's, both are said. Example: Australia/Melbourne"""
    place: PlainText
    """Where it is. Example: Online"""
    audience: PlainText | None = None
    """Whom it is for; readers of the start page choose by it. Example: Parents"""
    organiser: Name | None = None
    """Who organises it, if it is not the campaign. Example: Leeds City Council"""
    url: Url | None = None
    """Where people sign up. Example: https://example.org/webinar"""
    description: PlainText | None = None
    """What happens there. Example: What trauma looks like in the first two years, with time for questions."""
    photo: Slug | None = None
    """The id of a photo, which its cards show. Example: holding-hands"""
    art: Key | None = None
    """The art that its cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: The webinar's title, day and time"""


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


_ROUNDING = 1e-9
Fraction = Annotated[float, Field(ge=0, le=1)]


def _focus(focus: tuple[float, ...]) -> tuple[float, ...]:
    if len(focus) not in (2, 4):
        hint = "write a point, `[0.5, 0.3]`, or an area, `[0.4, 0.1, 0.3, 0.35]`: left, top, width, height"
        raise wording(f"has {len(focus)} numbers", hint)
    for start, size, edge in zip(focus, focus[2:], ("right", "lower"), strict=False):
        if start + size > 1 + _ROUNDING:
            hint = f"{start:g} and {size:g} are more than 1, which is all of it: left, top, width, height"
            raise wording(f"reaches over the {edge} edge of the photograph", hint)
    return focus


Focus = Annotated[tuple[Fraction, ...], AfterValidator(_focus)]


class Photo(SpecPart):
    """A photograph beside the spec."""

    id: Slug
    """A short name in lower case, by which cards and slides ask for it. Example: holding-hands"""
    file: Key
    """Its file, from the spec's folder on. Example: photos/holding-hands.jpg"""
    alt: PlainText
    """What the photograph shows. Example: A baby's hand round an adult's finger"""
    credit: Name | None = None
    """Who took it; the guide and the pack's list of files say so. Example: Jo Smith"""
    licence: PlainText | None = None
    """Under which licence it may be used; said beside who took it. Example: CC BY 4.0"""
    focus: Focus = (0.5, 0.5)
    """What every crop keeps, in shares of the width and the height: a point, or the left edge, the top,
    the width and the height of what no words may hide, such as a face. Example: [0.4, 0.1, 0.3, 0.35]
    """

    @property
    def credited(self) -> str:
        """Who took it and under which licence it is used; empty if nobody said."""
        return ", ".join(filter(None, (self.credit, self.licence)))

    @property
    def area(self) -> Box:
        """What every crop keeps, in shares of the image's size; a point is an area without any."""
        x, y, w, h = self.focus if len(self.focus) == 4 else (*self.focus, 0.0, 0.0)
        return Box(x, y, w, h)


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
