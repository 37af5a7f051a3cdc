"""How plain the words of a spec are: how long their sentences, and who can read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.languages import likely_script
from builder.record import Record
from builder.source import Loc
from builder.source.forms import forms_at
from builder.source.markdown import parsed
from builder.spec.model import Spec
from builder.spec.scalars import Says
from builder.tagged import language_of

MOST = 25  # words of a sentence (GOV.UK, "Writing for GOV.UK")
_UNSPACED = frozenset(["Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"])
_END = re.compile(r"(?<=[.!?…؟।])[\"'”’»)\]]*\s+|\n+\s*(?:[-–—*•]\s+)?|\s+(?=[–—•]\s)")
_STOPPED = re.compile(r"[.!?…؟।][\"'”’»)\]]*\s*$")
_WORD = re.compile(r"\d[\d.,:/–-]*|[^\W\d_][\w'’-]*")
_SCHOOL = 5  # years before the first grade


class Sentence(Record):
    """A sentence, and the text that it is in."""

    loc: Loc
    text: str
    words: int


class Reading(Record):
    """What there is to say of the words in one language."""

    sentences: int
    words: int  # in all of them
    long: tuple[Sentence, ...]  # of more than `MOST` words, the longest first
    age: int | None  # of those who can read it; None where no formula is known


def measured(texts: Iterable[tuple[Loc, str]], language: str) -> Reading | None:
    """The words of a spec in a language, those that are in another left out; None if there are none to count.

    Words are counted where blanks part them. The reading age is that of Coleman and Liau (1975), for
    English: letters and sentences to a hundred words give the grade of a school.
    """
    if likely_script(language) in _UNSPACED:
        return None
    every = list(_sentences(texts, language))
    whole = [sentence for sentence in every if _STOPPED.search(sentence.text)]
    words = sum(sentence.words for sentence in whole)
    if not words:
        return None
    long = sorted((each for each in every if each.words > MOST), key=lambda each: -each.words)
    return Reading(len(whole), words, tuple(long), _age(whole, words) if language.startswith("en") else None)


def _age(whole: list[Sentence], words: int) -> int:
    letters = sum(sum(map(str.isalnum, sentence.text)) for sentence in whole)
    grade = 0.0588 * 100 * letters / words - 0.296 * 100 * len(whole) / words - 15.8
    return max(round(grade), 1) + _SCHOOL


def _sentences(texts: Iterable[tuple[Loc, str]], language: str) -> Iterator[Sentence]:
    for loc, text in texts:
        if language_of(text, language) != language:
            continue
        for part in _paragraphs(loc, text):
            for sentence in filter(None, _END.split(part)):
                yield Sentence(loc, sentence.strip(), len(_WORD.findall(sentence)))


def _paragraphs(loc: Loc, text: str) -> Iterator[str]:
    """The words of a text as they are read, without the marks of Markdown."""
    forms = [form for form in forms_at(Spec, loc) if Says.WORDS in form.said]
    if any(form.kind.words == "Markdown" for form in forms):
        for token in parsed(str(text)).tokens:
            if token.type == "inline":
                yield "".join(child.content or " " for child in token.children or [] if not child.nesting)
    elif forms:
        yield str(text)
