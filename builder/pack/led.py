"""Which design draws a card that has a photograph."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from builder.brand.design import Design
from builder.brand.treatments import LED, is_toned, may_be_toned, rare_in
from builder.brand.variants import headline_slot, ways_for
from builder.pack.edition import Edition
from builder.pack.turns import of_each
from builder.record import Record


def photographed(edition: Edition, design: str, photo: str | None) -> str:
    """The name of the design for what has a photograph: `message-photo` for `message`, if there is one."""
    with_photo = f"{design}{LED}"
    return with_photo if photo and with_photo in edition.brand.designs else design


def series_of(
    edition: Edition,
    design: str,
    ids: Sequence[str],
    photos: Sequence[str | None],
    words: Sequence[Mapping[str, str | None]],
) -> Series:
    """The cards of one design, each with its photograph and its words."""
    drawn = [edition.brand.designs[photographed(edition, design, photo)] for photo in photos]
    known = [each for each in drawn if isinstance(each, Design)]
    headlines = (headline_slot(each, edition.brand.styles) for each in known)
    said = (own.get(slot) or "" for own, slot in zip(words, headlines, strict=True))
    return Series(
        ids=tuple(ids),
        ways=tuple(ways_for(each, text) for each, text in zip(known, said, strict=True)),
        counts=tuple(len(each.series) for each in known),
        pictured=tuple(each if photo else None for each, photo in zip(known, photos, strict=True)),
    )


class Series(Record):
    """The cards of a part of the spec: the designs that draw them, those without a photograph among them."""

    ids: tuple[str, ...]
    ways: tuple[Sequence[Sequence[int]], ...]
    counts: tuple[int, ...]  # how many grounds each may have: those of the design that draws it
    pictured: tuple[Design | None, ...]  # the design of each that has a photograph

    @property
    def grounds(self) -> tuple[int, ...]:
        """Which ground each has, and never its neighbour's."""
        return of_each(self.ids, [(range(count),) for count in self.counts])

    @property
    def variants(self) -> tuple[int, ...]:
        """The variant of each: neighbours have others, and few have what is rare."""
        return of_each(self.ids, self.ways, "variant", self._rare)

    def toned(self, variants: Sequence[int]) -> tuple[bool, ...]:
        """Whether the photograph of each may be in the colours of a tone."""
        if not any(design and is_toned(design) for design in self.pictured):
            return (True,) * len(self.ids)
        pairs = enumerate(zip(self.pictured, variants, strict=True))
        return may_be_toned([self._rare(place, way) if design else None for place, (design, way) in pairs])

    def _rare(self, place: int, way: int) -> frozenset[str]:
        design = self.pictured[place]
        return rare_in(design, way) if design else frozenset()


def siblings_of(
    series: Series, variants: Sequence[int], only: Collection[str] = ()
) -> Mapping[int, tuple[int, ...]]:
    """The places of the cards that are drawn in one way, by the place of each; none of a single one.

    Those with photographs have sizes of their own, and those of other variants; `only` are the ids that are
    asked for.
    """
    there = [place for place, id_ in enumerate(series.ids) if not only or id_ in only]
    plain = [place for place in there if series.pictured[place] is None]
    alike = {place: tuple(each for each in plain if variants[each] == variants[place]) for place in plain}
    return {place: others for place, others in alike.items() if others[1:]}
