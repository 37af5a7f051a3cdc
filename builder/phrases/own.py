"""Phrases of a campaign's own: a language that the program does not speak, or other words than its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from babel import Locale

from builder.errors import Faults, Problem
from builder.phrases.book import Phrase, locale_of, shipped_phrases, slots_of
from builder.source import Loc, Source
from builder.source.validate import did_you_mean, listed


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """The phrases of one language that a campaign says itself, known by what they say."""

    digest: str = ""
    entries: Mapping[str, Phrase] = field(default_factory=dict, repr=False, compare=False)


def own_phrases(source: Source, language: str) -> OwnPhrases:
    """The phrases of a file; Faults with each that the program does not ask for, or cannot fill in."""
    problems, english = list(source.problems), shipped_phrases("en")
    locale, entries = locale_of(language), source.data if isinstance(source.data, dict) else {}
    for key, phrase in entries.items():
        if key not in english:
            hint = did_you_mean(key, english) or "`packbuild list phrases` has them all"
            problems.append(Problem(f"there is no phrase `{key}`", source.place((key,), key=True), hint))
        else:
            problems += _wrong(source, (key,), phrase, english[key], locale)
    if problems:
        raise Faults(problems)
    return OwnPhrases(sha256(repr(sorted(entries.items())).encode()).hexdigest(), entries)


def _wrong(source: Source, loc: Loc, phrase: object, english: Phrase, locale: Locale) -> Iterator[Problem]:
    """What is wrong with a phrase beside the English one."""
    if isinstance(phrase, str):
        yield from _wrong_slots(source, loc, phrase, english)
    elif not isinstance(phrase, dict) or isinstance(english, str):
        forms = "a text" if isinstance(english, str) else "a text, or a text for each plural form"
        example = english if isinstance(english, str) else english["other"]
        hint = f'in English it is: {loc[0]}: "{example}"'
        yield Problem(f"`{loc[0]}` must be {forms}", source.place(loc), hint)
    else:
        known = (*sorted(locale.plural_form.tags), "other")
        for form, text in phrase.items():
            if form not in known:
                hint = f"it has {listed(known, 'and')} (CLDR)"
                place = source.place((*loc, form), key=True)
                yield Problem(f"the language has no plural form `{form}`", place, hint)
            yield from _wrong_slots(source, (*loc, form), str(text), english)
        if "other" not in phrase:
            yield Problem(f"`{loc[0]}` lacks the form `other`", source.place(loc), "numbers use it as a rule")


def _wrong_slots(source: Source, loc: Loc, text: str, english: Phrase) -> Iterator[Problem]:
    known = slots_of(english)
    try:
        strange = sorted(slots_of(text) - known)
    except ValueError:
        hint = "write `{{` for a brace that is read as one"
        yield Problem("a brace is opened and not closed, or closed and not opened", source.place(loc), hint)
        return
    if strange:
        shown = listed([f"{{{slot}}}" for slot in sorted(known)], "and") if known else "none"
        place = source.place(loc, within=f"{{{strange[0]}}}")
        yield Problem(f"`{{{strange[0]}}}` is not filled in here", place, f"what is filled in: {shown}")
