"""The parts of a spec that have a day: topics, posts and events."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from builder.spec.scalars import ByPlatform, Date, Key, Moment, Name, PlainText, Slug, SpecPart, Timezone, Url


class Day(SpecPart):
    """The topic of one day; also a card."""

    date: Date
    """The day: year-month-day, within the campaign. Example: 2022-06-13"""
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
