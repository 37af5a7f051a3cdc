"""What a printed story cannot show as it is written: characters without a font, tables without room."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from builder.content.story import Story
from builder.errors import Problem
from builder.layout.flow.drawn import drawn, leaning
from builder.layout.flow.tables import crowded
from builder.media import FontChain
from builder.pack.edition import Edition
from builder.source import Loc
from builder.source.forms import forms_at
from builder.spec.model import Spec
from builder.spec.scalars import Says
from builder.text.fallback import choose, no_glyph_words
from builder.text.fallback import lacking as lacks

_WORDS = {Says.WORDS, Says.NAME}  # not ids, addresses or days
_COPIED = {"alt", "notes", "body"}  # fields that are read out, set in Office's fonts, or sent
_MARKS = re.compile(r"[\s\\*_#`\[\]()>-]")  # blanks and what Markdown may hold


def boxed_texts(edition: Edition, story: Story, left_out: Collection[str] = ()) -> Iterator[Problem]:
    """A warning for each text of the spec of which a printed story shows characters as boxes.

    `left_out` are parts of the spec that it does without.
    """
    boxed = [
        (text, lacking) for text, fonts in dict.fromkeys(drawn(story)) if (lacking := lacks(text, fonts))
    ]
    texts = [
        (loc, text)
        for loc, text in (edition.texts() if boxed else ())
        if loc[0] not in left_out and _flows(loc)
    ]
    found: dict[Loc, list[str]] = {loc: [] for loc, _ in texts}
    for shown, lacking in boxed:
        for characters in lacking:
            for loc in _sources(shown, characters, texts):
                found[loc].append(characters)
    for loc, text in texts:
        if found[loc]:
            yield from _boxed(edition, loc, sorted(dict.fromkeys(found[loc]), key=text.find))


def upright_texts(edition: Edition, story: Story) -> Iterator[Problem]:
    """A warning, once a family, for words in italics that it has no italic font for, at the first."""
    texts = [(loc, text) for loc, text in edition.texts() if _flows(loc)]
    for shown, chain in dict.fromkeys(leaning(story)):
        for family in _upright(shown, chain):
            loc, words = _starred(shown.split("\n")[0], texts)
            yield Problem(
                f"the family `{family}` has no italic font: words in italics are drawn upright in PDFs",
                edition.place(loc, within=words),
                "put its italic file to those of the family, or write **bold** where words must stand out",
                "warning",
                cause=f"no italics of {family}",
            )


def crowded_tables(edition: Edition, story: Story) -> Iterator[Problem]:
    """A warning for each table that is wider than a printed page's text."""
    for word in crowded(story):
        loc = next((loc for loc, text in edition.texts() if _flows(loc) and word in text), ())
        message = f"a table is wider than the page: its words are broken, as `{word}`"
        hint = "write fewer columns, or shorter words"
        yield Problem(message, edition.place(loc, within=word), hint, "warning")


def _upright(text: str, chain: FontChain) -> tuple[str, ...]:
    """The families that draw letters of a text in italics without leaning."""
    fonts = zip(text, choose(text, chain), strict=True)
    return tuple(dict.fromkeys(font.family for char, font in fonts if char.isalpha() and not font.italic))


def _boxed(edition: Edition, loc: Loc, lacking: Sequence[str]) -> Iterator[Problem]:
    """A warning for each script that no font is for, and one for all else."""
    fonts, language, others = edition.brand.fonts, edition.language, list[str]()
    for characters in lacking:
        message, hint, cause = no_glyph_words(characters, fonts, language)
        if cause:
            place = edition.place(loc, within=characters)
            yield Problem(f"{message}: the printed guide shows boxes", place, hint, "warning", cause=cause)
        else:
            others.append(characters)
    if others:
        message, _, _ = no_glyph_words("".join(others), fonts, language)
        yield Problem(
            f"{message}: the printed guide shows a box there",
            edition.place(loc, within=others[0]),
            "Word, web page and copied texts have it as written; to print it, add a font that has it",
            "warning",
        )


def _starred(words: str, texts: Sequence[tuple[Loc, str]]) -> tuple[Loc, str]:
    """Where the spec has words in italics, and what to find there: with their mark, if that precedes them."""
    pattern = re.compile(rf"(?:(?<!\*)\*|\*{{3}}|(?<!_)_|_{{3}}){re.escape(words)}")  # and not those in bold
    marked = ((loc, found[0]) for loc, text in texts if (found := pattern.search(text)))
    return next(marked, (next(iter(_sources(words, words, texts)), ()), words))


def _sources(shown: str, characters: str, texts: Sequence[tuple[Loc, str]]) -> list[Loc]:
    """Where the spec has a text that is shown; else, as it may be written otherwise, all that could be it."""
    having = [(loc, text) for loc, text in texts if characters in text]
    bare = _bare(shown)
    same = [loc for loc, text in having if bare in _bare(text) or _bare(text) in bare]
    return same or [loc for loc, _ in having]


def _bare(text: str) -> str:
    """The text without blanks and the marks of Markdown."""
    return _MARKS.sub("", text)


def _flows(loc: Loc) -> bool:
    if loc[0] == "slides" or (loc[-1] in _COPIED and loc[0] != "guide"):
        return False
    return any(each in _WORDS for form in forms_at(Spec, loc) for each in form.said)
