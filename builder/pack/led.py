"""Which design draws a card that has a photograph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.brand.design import Design
from builder.brand.variants import headline_slot, ways_for
from builder.pack.edition import Edition

LED = "-photo"  # after the name of a design: the one for the same card where it has a photograph


def photographed(edition: Edition, design: str, photo: str | None) -> str:
    """The name of the design for what has a photograph: `message-photo` for `message`, if there is one."""
    with_photo = f"{design}{LED}"
    return with_photo if photo and with_photo in edition.brand.designs else design


def ways_of(
    edition: Edition, design: str, photo: str | None, words: Mapping[str, str | None]
) -> Sequence[Sequence[int]]:
    """The variants that suit a card's words, of the design that draws it, better ones first."""
    drawn = edition.brand.designs[photographed(edition, design, photo)]
    assert isinstance(drawn, Design)
    return ways_for(drawn, words.get(headline_slot(drawn, edition.brand.styles)) or "")
