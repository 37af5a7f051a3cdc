"""The slots of designs: the words that cards and pages fill in, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping

PHOTO = "photo"  # what a design may need that is no words

# Of every card and page.
EVERYWHERE: Mapping[str, str] = {
    "campaign": "the campaign's name",
    "short_name": "its short name",
    "organiser": "who organises it; of an event, who organises that",
    "website": "the campaign's address, without https://",
    "theme": "the theme's title",
    "strapline": "the line under the title",
    "hashtag": "the theme's hashtag",
    "dates": "the first and the last day: 13–19 June 2022",
    "dates_short": "the same without the year",
    "year": "the year of the first day",
    "call": "what to do: Find out more",
    "address": "where a QR code leads: to a resource, an event or the pledge, else to the campaign",
    "address_short": "the same to be read beside it: without https://, and without what counts visits",
}
# Of the cards of some parts, of documents' covers and heads, and of the items that `each` repeats.
SLOTS: Mapping[str, str] = {
    **EVERYWHERE,
    "headline": "a message's headline",
    "text": "the sentence of a message, a resource, a day or a step; the words of a quote or the pledge",
    "kicker": "a line above the headline: the theme, New this year, Event, Today’s topic, Our pledge",
    "title": "a resource's, an event's, the infographic's or a step's title; the guide's, a chapter's",
    "value": "a statistic's figure; which day of the week it is: Day 3 of 7",
    "figure": "a statistic's figure without its unit",
    "unit": "its unit",
    "lead": "its first number, if that stands alone: 1 of 1 in 3, 14.2 of 14.2 million; else all of it",
    "rest": "what comes after that: in 3, million",
    "part": "how many of the whole it is, in digits; the number of a day or a step",
    "of": "how many the whole is, in digits; how many days or steps there are",
    "label": "what a figure counts; days to go",
    "source": "who says so",
    "source_line": "the same as a line: Source: …",
    "quotation": "a quote in the quotation marks of its language",
    "mark": "its opening mark",
    "closed": "a quote with its closing mark alone",
    "who": "who said it",
    "kind": "what a resource is: Film",
    "url": "the address of a resource, an event or the pledge, without https://",
    "when": "an event's day and time",
    "days": "the days of an event or a topic in its month: 15, or 15–17",
    "month": "the month of an event or a topic: June",
    "date": "the day of an event, of a topic, or of a countdown",
    "day_number": "the day of the month of an event or a topic: 15",
    "weekday": "the weekday of an event or a topic: Wednesday",
    "day_month": "its day without the weekday: 15 June",
    "time": "an event's time",
    "place": "where an event is",
    "topic": "a day's topic",
    "count": "a countdown in a line: 7 days to go",
    "number": "how many days to go; the number of a step or a chapter",
    "contact": "whom to ask: an e-mail address, most often",
    "name_line": "where people write their name under the pledge",
    "place_line": "where people write the place, on posters and certificates with room for it",
    "date_line": "where they write the day",
    "ask_line": "where they write whom to ask",
    "tab": "what stands above the address on tabs to tear off",
    "intro": "the sentence under the infographic's title",
    "steps": "the infographic's steps or sides, for `each`: number, title, text, icon",
    "icon": "the name of a step's icon",
}
