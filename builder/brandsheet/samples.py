"""Words to look at a brand with: samples for the slots of designs, and phrases for type in every language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from builder.brand.identity import Brand
from builder.layout.cards.setting import SlotWords
from builder.pack.edition import Voice
from builder.phrases import Phrases, phrases
from builder.phrases.book import Phrase, shipped_phrases
from builder.record import Record

_DAY = dt.date(2030, 6, 3)  # a Monday; of no campaign
_ICONS = "art/icons/"
_STEPS = 4  # of an infographic

# What no language of the program says, so that it cannot be taken for a campaign's own words.
_SLOTS: Mapping[str, str] = {
    "short_name": "Name",
    "organiser": "Organiser’s name",
    "website": "example.org/address",
    "contact": "name@example.org",
    "address": "https://example.org/address",
    "address_short": "example.org/address",
    "theme": "The title of the theme",
    "strapline": "A strapline stands under the title",
    "hashtag": "#SampleHashtag",
    "headline": "A headline in a few plain words",
    "text": "A sample sentence stands here: it says in plain words what people should know.",
    "kicker": "Kicker",
    "title": "A title in a few words",
    "value": "1 in 4",
    "figure": "1 in 4",
    "unit": "per cent",
    "part": "1",
    "of": "4",
    "lead": "1",
    "rest": "in 4",
    "label": "sample words say what the figure counts",
    "source": "Sample source, 2030",
    "quotation": "“A sample quote of one sentence or two, as somebody said it.”",
    "mark": "“",
    "closed": "A sample quote of one sentence or two, as somebody said it.”",
    "who": "A sample name, and what they do",
    "kind": "Film",
    "url": "example.org/page",
    "place": "A sample place",
    "topic": "The topic of the day",
    "number": "7",
    "name_line": "Name",
    "place_line": "Place",
    "date_line": "Date",
    "ask_line": "Ask",
    "sign_line": "Signed",
    "about": "A sample sentence says what the campaign is, and another one says for whom it is there.",
    "help_title": "Where to find help",
    "links_title": "To read and to watch",
    "events_title": "Come along",
    "tab": "Call 01632 960000",
    "intro": "A sample sentence introduces the steps.",
}


@dataclass(frozen=True, eq=False)  # known by itself, as an edition is
class Sample(Voice):
    """A brand that speaks sample words in one language."""

    brand: Brand
    language: str = "en-GB"


def slot_words(voice: Voice) -> SlotWords:
    """Sample words for every slot, which say what they are."""
    said = phrases("en-GB")
    end = _DAY + dt.timedelta(days=6)
    times = dt.datetime.combine(_DAY, dt.time(12, 30)), dt.datetime.combine(_DAY, dt.time(14))
    day, time = said.date_text(_DAY, year=False), said.time_range(*times)
    return {
        **_SLOTS,
        "campaign": voice.brand.name or "The campaign’s name",
        "dates": said.date_range(_DAY, end),
        "dates_short": said.date_range(_DAY, end, year=False),
        "year": str(_DAY.year),
        "call": said["find_out_more"],
        "days": said.day_number(_DAY),
        "source_line": said.fill("source_line", source=_SLOTS["source"]),
        "when": f"{day}, {time}",
        "date": day,
        "day_number": said.day_number(_DAY),
        "month": said.month(_DAY),
        "weekday": said.weekday(_DAY),
        "day_month": said.date_text(_DAY, weekday=False, year=False),
        "time": time,
        "count": said.plural("days_to_go", 7),
        "icon": _icon(voice, 0),
        "steps": tuple(_step(voice, number) for number in range(_STEPS)),
        "messages": tuple({slot: _SLOTS[slot] for slot in ("headline", "text")} for _ in range(3)),
        "help": tuple({slot: _SLOTS[slot] for slot in ("title", "text")} for _ in range(3)),
        "links": tuple({slot: _SLOTS[slot] for slot in ("title", "url")} for _ in range(2)),
        "events": ({"title": _SLOTS["title"], "when": f"{day}, {time}", "place": _SLOTS["place"]},) * 3,
        "prompts": tuple(
            {"number": str(number), "text": "A sample sentence says what to do.", what: "yes"}
            for number, what in enumerate(("draw", "write"), 1)
        ),
    }


def _step(voice: Voice, number: int) -> SlotWords:
    title, text = "A step in a few words", "A sample sentence says what to do."
    return {"number": str(number + 1), "title": title, "text": text, "icon": _icon(voice, number)}


def _icon(voice: Voice, number: int) -> str:
    """The name of one of the brand's icons; none if it has none."""
    names = [name.removeprefix(_ICONS).removesuffix(".svg") for name in voice.brand.art if _is_icon(name)]
    return names[number % len(names)] if names else ""


def _is_icon(name: str) -> bool:
    return name.startswith(_ICONS) and name.endswith(".svg")


class TypeWords(Record):
    """Words of one language for each style of type, all of them the program's own phrases or CLDR's."""

    short: str  # for headlines
    line: str  # for what stands alone
    figure: str
    said: str  # a quote
    sentence: str
    paragraph: str

    def of(self, style: str, family: str) -> str:
        """The words for a style, by its name or else by its family."""
        usual = self.short if family == "display" else self.sentence
        known = {
            "title": self.line,
            "numeral": self.figure,
            "quote": self.said,
            "text": self.paragraph,
            "label": self.line,
            "kicker": self.short,
            "tag": self.short,
            "date": self.line,
        }
        return known.get(style, usual)


def type_words(language: str, own: Mapping[str, Phrase] | None = None) -> TypeWords:
    """The phrases of a language, a campaign's own first; what there is none of, the calendar says (CLDR)."""
    said = phrases(language, own)
    spoken = {*shipped_phrases(language.partition("-")[0]), *(own or {})}

    def words(key: str, otherwise: str) -> str:
        return said[key] if key in spoken else otherwise

    days = [said.locale.days["format"]["wide"][number] for number in range(7)]
    months = said.locale.months["format"]["wide"].values()
    return TypeWords(
        short=words("find_out_more", days[0]),
        line=words("chapter_images", said.date_text(_DAY)),
        figure=said.number(1234),
        said=_quoted(said, words("chapter_why", said.locale.display_name or days[0]), spoken),
        sentence=words("use_guide", " ".join(days)),
        paragraph=words("posts_intro", " ".join(months)),
    )


def _quoted(said: Phrases, text: str, spoken: Collection[str]) -> str:
    return said.fill("quotation", text=text) if "quotation" in spoken else text
