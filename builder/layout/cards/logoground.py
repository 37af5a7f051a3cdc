"""Logos on what lies under them: a drawing that holds boxes may reach beyond its view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.lockups import Shown
from builder.color import Color, least_contrast
from builder.content.frame import Item
from builder.layout.cards.beside import Beside
from builder.layout.cards.boxes import Boxed, Column, Panel
from builder.layout.cards.edges import Bled, Levelled, Turned
from builder.layout.cards.holding import Holding
from builder.layout.cards.logobox import LogoBox
from builder.layout.cards.remarks import SlotRemark
from builder.layout.cards.rows import Grid, Row
from builder.layout.cards.setting import Setting, Trial
from builder.layout.under import colors_under
from builder.record import replace


def seen_logos(
    items: list[Item], tree: Boxed, trial: Trial, setting: Setting, behind: Sequence[Item]
) -> tuple[list[Item], tuple[SlotRemark, ...]]:
    """The items, with other versions of logos that would be lost on what lies under them, and what to say."""
    notes = list[SlotRemark]()
    for logo in _logos(tree):
        if (stood := logo.stood(items)) is None:
            continue
        number, place = stood
        grounds = colors_under((*behind, *items[:number]), place.at)
        if not grounds or _is_seen(place.found.shown, grounds):
            continue
        brand = setting.brand
        inks = (setting.text_color, brand.color("foreground"), brand.color("background"))
        words = max(inks, key=lambda color: least_contrast(color, grounds))
        first, *others = grounds
        other = replace(logo, versions=brand.logos[logo.name].on(first, words, *others))
        items = [*items[:number], *other.place(place.box, trial), *items[number + len(place.paths) :]]
        if not _is_seen(other.versions[0], grounds):
            message = f"the larger part of the logo `{logo.name}` is not seen on what lies under it"
            notes.append(SlotRemark("", "", message, "move it off, or give its box a `fill` of one colour"))
    return items, tuple(notes)


def _is_seen(shown: Shown, grounds: Sequence[Color]) -> bool:
    if shown.plate is not None:
        return True
    return all(shown.lockup.ink.on(ground, shown.painted).reads for ground in grounds)


def _logos(box: Boxed) -> Iterator[LogoBox]:
    """The logos in a box."""
    if isinstance(box, LogoBox):
        yield box
    elif isinstance(box, Panel | Bled | Turned | Levelled | Beside):
        yield from _logos(box.inner)
    elif isinstance(box, Row | Column | Grid):
        for child in box.boxes:
            yield from _logos(child)
    elif isinstance(box, Holding):
        for child in box.figures:
            yield from _logos(child)
