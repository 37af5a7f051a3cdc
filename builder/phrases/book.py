"""The phrases of one language: the tool's own words, and how it writes dates and numbers."""

from __future__ import annotations

import datetime as dt
import marshal
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel import Locale, UnknownLocaleError

from builder.codes import keep_code, known_code
from builder.errors import Problem
from builder.phrases import dates
from builder.phrases.wordless import wordless
from builder.tagged import in_language_of, in_language_of_most, joined, language_of, several, tagged

ENGLISH = "en"  # what is said where a language lacks a phrase
_NAMED = 12  # phrases that a warning names

Phrase = str | Mapping[str, str]  # plain, or one form for each plural category of CLDR

_NOON = dt.time(12)
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Phrases:
    """The words of one language; `problems` warns of what is said in English instead."""

    language: str
    locale: Locale
    rtl: bool  # whether the language is written from right to left
    entries: Mapping[str, Phrase] = field(repr=False)
    problems: tuple[Problem, ...] = ()
    foreign: frozenset[str] = frozenset()  # the phrases that it lacks, which are said in English

    def __getitem__(self, key: str) -> str:
        """The plain phrase of this key, with its `{…}` still open; KeyError if the tool has none."""
        phrase = self.entries[key]
        if not isinstance(phrase, str):
            raise KeyError(f"{key} has plural forms: ask `plural`")
        return tagged(phrase, self._language(key))

    def get(self, key: str, otherwise: str) -> str:
        """The plain phrase of this key, or else the text given."""
        return self[key] if key in self.entries else otherwise

    def fill(self, key: str, **values: object) -> str:
        """The phrase with its `{…}` filled in; a day as the phrase's language writes it."""
        return self.filled(key, {slot: self._written(value, key) for slot, value in values.items()})

    def filled(self, key: str, values: Mapping[str, object]) -> str:
        """The phrase with its `{…}` filled in, in the language of what most of these say, if it is spoken."""
        phrase = self[key]
        parts = [values[slot] for slot in slots_of(phrase) if slot in values]
        texts = [part for part in parts if isinstance(part, str)]
        language = language_of(in_language_of_most("", texts, self.language))
        if language and isinstance(other := shipped_phrases(language.partition("-")[0]).get(key), str):
            phrase = tagged(other, language)
        return several(_pieces(phrase, values), self.language)

    def plural(self, key: str, n: int) -> str:
        """The phrase in the plural form of `n`, with `{n}` filled in."""
        forms, language = self.entries[key], self._language(key)
        if isinstance(forms, str):
            raise KeyError(f"{key} has no plural forms")
        locale = locale_of(language) if language else self.locale
        form = forms.get(locale.plural_form(n), forms["other"])
        return tagged(form.format_map({"n": dates.number(n, locale)}), language)

    def _written(self, value: object, key: str) -> object:
        if not isinstance(value, dt.date):
            return value
        language = self._language(key)
        day = dates.date_text(value, locale_of(language or self.language), weekday=False, year=True)
        return tagged(day, language)

    def _language(self, key: str) -> str:
        """The language of a phrase, if it is another."""
        return ENGLISH if key in self.foreign else ""

    def number(self, n: float) -> str:
        """`7,400`, `12.5`."""
        return dates.number(n, self.locale)

    @property
    def colon(self) -> str:
        """What stands between a label and its words, as between a title and what is under it."""
        return dates.colon(self.locale)

    def percents(self, text: str) -> str:
        """The text with its signs of per cent as near to their numbers as its language sets them: `31 %`."""
        language = language_of(text)
        locale = locale_of(language) if language else self.locale
        return in_language_of(dates.percents(text, locale), text)

    def listed(self, parts: Iterable[str]) -> str:
        """`X, Bluesky`: those of the parts that say something, as a list."""
        return listed(parts, self.language)

    def grouped(self, parts: Iterable[str]) -> str:
        """`one, two; three`: the same of parts that may be lists themselves."""
        return listed(parts, self.language, dates.group_sign)

    def date_text(self, day: dt.date, *, weekday: bool = True, year: bool = True) -> str:
        """`Monday 13 June 2022`."""
        return dates.date_text(day, self.locale, weekday=weekday, year=year)

    def day_number(self, day: dt.date) -> str:
        """`13`: the day of the month alone."""
        return dates.digits(str(day.day), self.locale)

    def weekday(self, day: dt.date) -> str:
        """`Monday`."""
        return dates.weekday(day, self.locale)

    def month(self, day: dt.date) -> str:
        """`June`."""
        return dates.month(day, self.locale)

    def date_range(self, start: dt.date, end: dt.date, *, year: bool = True) -> str:
        """`13–19 June 2022`."""
        return dates.date_range(start, end, self.locale, year=year)

    def time_text(self, time: dt.time | dt.datetime) -> str:
        """`14:30`."""
        return dates.time_text(time.time() if isinstance(time, dt.datetime) else time, self.locale)

    def moment_text(self, day: dt.date, time: dt.time | None, *, year: bool = True) -> str:
        """`Monday 13 June 2022, 14:30`; the day alone where there is no time."""
        shown = self.date_text(day, year=year)
        return shown if time is None else self.at(shown, self.time_text(time))

    def at(self, day: str, time: str) -> str:
        """A day with its hours: `16 June, 12:30–14:00`."""
        return dates.at(day, time, self.locale)

    def time_range(self, start: dt.datetime, end: dt.datetime | None) -> str:
        """`12:30–14:00`; the start alone if no end is known, the end with its day if that is another.

        A night is one day: it ends before noon of the next, and before the hour at which it began.
        """
        if end is None:
            return self.time_text(start)
        days = (end.date() - start.date()).days
        if days == 0 or (days == 1 and end.time() < min(start.time(), _NOON)):
            return f"{self.time_text(start)}–{self.time_text(end)}"
        until = self.date_text(end.date(), year=end.year != start.year)
        return f"{self.time_text(start)} – {self.at(until, self.time_text(end))}"

    def zone_name(self, moment: dt.datetime) -> str:
        """`UK time`: the clock that shows a moment."""
        return dates.zone_name(moment, self.locale)

    def zone_city(self, moment: dt.datetime) -> str:
        """`Melbourne`: where the clock is that shows a moment."""
        return dates.zone_city(moment, self.locale)


def phrases(language: str, own: Mapping[str, Phrase] | None = None) -> Phrases:
    """The phrases of a language tag (`en-GB`, `cy`), a campaign's own first; what is missing is in English.

    A warning names what that is.
    """
    english, known = shipped_phrases(ENGLISH), shipped_phrases(language.partition("-")[0])
    said, locale = {**known, **(own or {})}, locale_of(language)
    entries = {**wordless(language, locale), **said}
    lacks = sorted(english.keys() - entries.keys())
    return Phrases(
        language=language,
        locale=locale,
        rtl=locale.character_order == "right-to-left",
        entries={**english, **entries},
        foreign=frozenset(lacks),
        problems=_warnings(language, not said, lacks),
    )


def slots_of(phrase: Phrase) -> set[str]:
    """What is filled in; ValueError if its braces do not match."""
    forms = [phrase] if isinstance(phrase, str) else list(phrase.values())
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def listed(
    parts: Iterable[str], language: str, sign: Callable[[Locale], str] = dates.list_sign
) -> str:
    """Those of the parts that say something, parted as the language of most of their letters parts a list.

    `language` is that of parts which do not know theirs; `sign` tells what parts them in it.
    """
    said = [part for part in parts if part]
    most = language_of(in_language_of_most("", said, language), language)
    return joined(sign(locale_of(most)), said)


def _pieces(phrase: str, values: Mapping[str, object]) -> Iterator[str]:
    """The words of a phrase, in its language, and what is filled in, each in its own."""
    for words, slot, *_ in string.Formatter().parse(phrase):
        yield in_language_of(words, phrase)
        if slot is not None:
            value = values[slot]
            yield value if isinstance(value, str) else str(value)


def _warnings(language: str, unknown: bool, lacks: list[str]) -> tuple[Problem, ...]:
    if unknown:
        message = f"the fixed words (headings, labels) are in English: the tool does not speak `{language}`"
    elif lacks:
        more = f" and {len(lacks) - _NAMED} more" if len(lacks) > _NAMED else ""
        named = f"{', '.join(lacks[:_NAMED])}{more}"
        message = f"some fixed words are in English: the tool lacks {named} in `{language}`"
    else:
        return ()
    file = f"brand/phrases/{language.partition('-')[0]}.yaml"
    hint = f"write them into `{file}`: `packbuild docs add-a-language` tells how"
    return (Problem(message, hint=hint, severity="warning"),)


def locale_of(language: str) -> Locale:
    """CLDR's data for the tag or its nearest parent; that of British English if it has none."""
    tag = "en-GB" if language == "en" else language
    while tag:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
    return Locale("en", "GB")


@cache
def shipped_languages() -> tuple[str, ...]:
    """The languages that the program speaks, English first."""
    names = (file.name for file in files("builder.phrases").iterdir())
    tags = sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return ("en", *(tag for tag in tags if tag != "en"))


@cache
def shipped_phrases(language: str) -> Mapping[str, Phrase]:
    """The program's own words in a language; empty if it does not speak it."""
    file = files("builder.phrases").joinpath(f"{language}.yaml")
    return _read(file.read_text(encoding="utf-8"), f"phrases-{language}") if file.is_file() else {}


def _read(text: str, name: str) -> Mapping[str, Phrase]:
    """Phrases of YAML, which is read once: where a figure stands, those of all languages are asked for."""
    with suppress(ValueError, EOFError, TypeError):
        if (code := known_code(_HERE, name, text)) and isinstance(known := marshal.loads(code), dict):
            return known
    import yaml  # noqa: PLC0415  not for `--help`

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    read: dict[str, Phrase] = yaml.load(text, loader)
    keep_code(_HERE, name, text, marshal.dumps(read))
    return read
