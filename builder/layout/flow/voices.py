"""Voices: quotations that stand at the end of a chapter whose last page is left with room for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.content.story import BlockQuote
from builder.layout.flow.asides import compose_quote
from builder.layout.flow.flow import Flow, pile
from builder.layout.flow.plan import Page
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_LEAST = 0.2  # of a page's height: white that looks for a voice


class Ending(Flow, kw_only=True):
    """The end of a chapter, which takes no room; a voice that stands there has its `place` in the tree."""

    place: int


def ended(composer: Composer, found: Sequence[Flow]) -> list[Flow]:
    """The flows of a chapter and its end, with the white that the last of them had."""
    *others, last = found
    return [*others, replace(last, after=0.0), Ending(place=composer.structure.place(), after=last.after)]


def with_voices(composer: Composer, pages: Sequence[Page]) -> list[Page]:
    """The pages, the emptiest of those on which a chapter ends with a voice each while there are any."""
    room, waiting = composer.room, list(composer.story.voices)
    free = {place: room - pile(page, composer.column) for place, page in enumerate(pages) if _open(page)}
    empty = sorted((place for place in free if free[place] > _LEAST * room), key=lambda place: -free[place])
    spoken = list(pages)
    for place in sorted(empty[: len(waiting)]):
        *above, ending = pages[place]
        if isinstance(ending, Ending) and (voice := _fitting(composer, waiting, ending, free[place])):
            spoken[place] = (*above, ending, voice)
    return spoken


def _open(page: Page) -> bool:
    return bool(page) and isinstance(page[-1], Ending)


def _fitting(composer: Composer, waiting: list[BlockQuote], ending: Ending, free: float) -> Flow | None:
    """The first voice that the room is high enough for, which waits no more."""
    for voice in waiting:
        with composer.structure.at(ending.place):
            (flow,) = compose_quote(composer, replace(voice, pulled=True))
        if max(flow.before, ending.after) + flow.height(composer.column) <= free:
            waiting.remove(voice)
            return flow
        composer.structure.clear(ending.place)
    return None
