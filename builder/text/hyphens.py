"""Words of a paragraph in the parts that a hyphen may part them in; lengths in em.

No name, hashtag, handle or address is parted, nor a word whose author says with a soft hyphen
where it may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from math import inf

import regex

from builder.record import replace
from builder.text.hyphenation import LEAST, places
from builder.text.online import online
from builder.text.paragraph import MeasuredText, Word
from builder.text.shaping import SOFT_HYPHEN

# What a hyphen in a headline costs the sense: in a language that makes long words of words, there between
# two of them, and inside one; in another language, or in a word that is not so long.
COMPOUND, SEAM, _TORN, _PARTED = 0.8, 0.6, 1.6, 1.1
_TEXT = 0.06  # what that weighs in running text: as much as a line that lacks a quarter of the measure
_UNSURE = 2.0  # the same in a language whose words tell what joins them, where nothing does: more than a line
_COMPOUNDING = frozenset({"da", "de", "et", "fi", "is", "lb", "nb", "nl", "nn", "no", "sv"})
_LONG = 12  # letters of a word that may be a compound
_NEAR = 200  # characters before and behind it that a word is judged by, if no blank is nearer
_LETTERS = regex.compile(rf"\p{{L}}{{{LEAST},}}")
_TOKEN = regex.compile(r"\S+")
_WHOLE = regex.compile(rf"[#@_\d/\\{SOFT_HYPHEN}]|\w[.:]\w")  # in no word that a hyphen may part
# Before the first word of a sentence.
_BEGUN = regex.compile(r"(?:\A|[.!?…:][\"'’”»)]*\s|\n)[\s\"'“‘„«(¿¡]*\Z")
_NOUNS = ("de", "lb")  # languages whose nouns begin with a capital
# German: what joins the members of a compound; what rather begins one than ends it, and the other way round.
_LINKED = regex.compile(
    r"(?:[aeiulnr]gs|heits|keits|schafts|ions|täts|lings|chts|[^aeiou]ens|hilfe|pflege|sorge|woche|[lnrt]s)\Z"
)
_MEMBER = regex.compile(  # of many words, and nothing joins it to what follows
    r"(?i:bett|bundes|eltern|familien|frauen|groß|grund|gruppen|haupt|haus|hebammen|hilfe|jahres|kinder|kranken|landes|"
    r"mutter|mütter|schutz|straßen|stunden|tages|tags|termin|vater|väter|wagen|warte|wochen)\Z"
)
_BEGINNING = regex.compile(r"(?:[^aeiouäöü]e|be|ge|ver|zer|ent|er|un|re|pro|in)\Z")
_ENDING = regex.compile(
    r"ch(?!em|or|ir)|l?ich|keit|heit|[bdfgklmnrstz]{1,2}ung|[st]ion|nis|ismus|[bdgkpt]en|"
    r"(?:i?ge?s?|schaft(?:en)?|[bdgklmnrstz]e[mnrs]?)\b"
)


def hyphenated(
    para: MeasuredText, words: Sequence[Word], widest: float = 0.0, tear: float = inf
) -> list[Word]:
    """The words; those wider than this in the parts that a hyphen may part them in that costs no more."""
    return [part for word in words for part in (_parts(para, word, tear) if word.width > widest else (word,))]


def text_cost(para: MeasuredText, part: Word) -> float:
    """What a line of running text costs more that ends with the hyphen after a part of a word."""
    cost, language = hyphen_cost(para, part), _language(para, part.start).split("-")[0]
    return cost * (_UNSURE if language in _NOUNS and cost > SEAM else _TEXT)


def may_part(para: MeasuredText, word: Word) -> bool:
    """Whether a word is long enough to be parted, and none of those that never are."""
    return word.end - word.start >= LEAST and any(True for _ in _stretches(para, word))


def tears(word: Word) -> bool:
    """Whether the hyphen after a part of a word stands where its language joins no two."""
    return word.tear > _TEXT


def hyphen_cost(para: MeasuredText, part: Word) -> float:
    """What the hyphen of a headline costs after a part of a word: less between two members of a compound."""
    text, end, language = para.text, part.end, _language(para, part.start)
    cost = _cost(text, part.start, end, language)
    if cost != COMPOUND or language.split("-")[0] not in _NOUNS:
        return cost
    before, after = (sum(1 for _ in takewhile(str.isalpha, run)) for run in (text[end - 1 :: -1], text[end:]))
    return _TORN if _has_seam(text[end - before : end + after], language) else cost


@lru_cache(maxsize=1024)
def _has_seam(word: str, language: str) -> bool:
    """Whether two words surely join somewhere in it: then no other place is one where they may."""
    return any(_cost(word, 0, place, language) == SEAM for place in places(word, language))


def _cost(text: str, start: int, end: int, language: str) -> float:
    language = language.split("-")[0]
    before, after = text[max(end - _LONG, 0) : end], text[end : end + _LONG]
    letters = sum(1 for run in (before[::-1], after) for _ in takewhile(str.isalpha, run))
    if language not in _COMPOUNDING or letters < _LONG:
        return _PARTED
    if language not in _NOUNS:
        return COMPOUND
    if _LINKED.search(text, start, end) or _MEMBER.search(before):
        return SEAM
    torn = _BEGINNING.search(text, start, end) or _ENDING.match(text, end)
    return _TORN if torn else COMPOUND


def with_hyphens(word: str, language: str, *, most: float = inf) -> str:
    """The word with soft hyphens where its language parts it and that costs no more than `most`.

    `SEAM` is for what surely joins two words in it, `COMPOUND` for what may.

    For what other programs set, which take a word that is too wide apart after any letter. Addresses and
    hashtags stay as they are.
    """
    if any(True for _ in online(word)):
        return word

    def one(found: regex.Match[str]) -> str:
        cuts = [0]
        for place in places(found[0], language):
            if _cost(found[0], cuts[-1], place, language) <= most:
                cuts.append(place)
        return SOFT_HYPHEN.join(found[0][a:b] for a, b in pairwise((*cuts, len(found[0]))))

    return _LETTERS.sub(one, word)


def word_places(para: MeasuredText, word: Word) -> list[int]:
    """Where in the text a hyphen may part a word."""
    found = list[int]()
    for start, end in _stretches(para, word):
        found += [start + place for place in places(para.text[start:end], _language(para, start))]
    return found


def _parts(para: MeasuredText, word: Word, tear: float) -> Iterator[Word]:
    start = word.start
    for place in word_places(para, word) if word.end - start >= LEAST else ():
        part = Word(start, place, 0.0, 0.0, "soft hyphen")
        if (cost := hyphen_cost(para, part)) > tear:
            continue
        width, hyphen = para.width(start, place), para.hyphen(place).width
        yield replace(part, width=width, hyphen=hyphen, tear=_TEXT * cost)
        start = place
    yield replace(word, start=start, width=para.width(start, word.end)) if start > word.start else word


def _stretches(para: MeasuredText, word: Word) -> Iterator[tuple[int, int]]:
    """The letters of a word that are long enough, if it is none of those that stay whole."""
    text = para.text
    first = text.rfind(" ", max(word.start - _NEAR, 0), word.start + 1) + 1
    tokens = _TOKEN.finditer(text, first or max(word.start - _NEAR, 0), word.end + _NEAR)
    token = next((each for each in tokens if each.end() > word.start), None)
    if token is None or word.address or _WHOLE.search(token[0]):
        return
    for found in _LETTERS.finditer(text, word.start, word.end):
        if found[0][1:].islower() and not _is_name(text, found.start(), _language(para, found.start())):
            yield found.span()


def _is_name(text: str, start: int, language: str) -> bool:
    """Whether a word has a capital that neither its place nor its language gives it."""
    if text[start].islower() or language.split("-")[0] in _NOUNS:
        return False
    return not _BEGUN.search(text, 0, start)


def _language(para: MeasuredText, at: int) -> str:
    return para.strands[para.owners[at]].language
