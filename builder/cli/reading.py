"""What `check` says of how plain the words are: a line for each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.pack.edition import Edition
from builder.spec.reading import MOST, Reading, Sentence, measured

_NAMED = 3  # long sentences that are named


def reading_lines(editions: Iterable[Edition]) -> Iterator[str]:
    """How long the sentences are, where the longest stand, and the age of who can read them."""
    for edition in editions:
        if reading := measured(edition.texts(), edition.language):
            age = f"; reading age {reading.age}" if reading.age else ""
            mean = reading.words / reading.sentences
            yield f"  Words ({edition.language}): {mean:.0f} a sentence, {_long(reading, edition)}{age}."


def _long(reading: Reading, edition: Edition) -> str:
    if not reading.long:
        return f"none has more than {MOST}"
    named = ", ".join(_where(sentence, edition) for sentence in reading.long[:_NAMED])
    more = " …" if len(reading.long) > _NAMED else ""
    return f"{len(reading.long)} of more than {MOST}: {named}{more}"


def _where(sentence: Sentence, edition: Edition) -> str:
    """`packs/2022.yaml:40 (31)`: the line, and how many words."""
    start = " ".join(sentence.text.split()[:3])
    place = edition.place(sentence.loc, within=start)
    return f"{place.file}:{place.line} ({sentence.words})" if place else f"({sentence.words})"
