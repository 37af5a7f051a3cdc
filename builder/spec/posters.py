"""What must hold between the posters and the leaflet that are asked for and the items they show."""

from __future__ import annotations

from collections.abc import Iterator

from builder.errors import Problem
from builder.source import Loc
from builder.source.validate import did_you_mean
from builder.spec.draft import Draft
from builder.spec.onpaper import Leaflet, Posters

_WHERE: Loc = ("posters",)


def posters(draft: Draft) -> Iterator[Problem]:
    """Posters are asked for items that are there, and nothing is said that none of them shows."""
    asked: Posters | None = draft.part("posters")
    if asked is None:
        return
    ids: list[str] = []
    for number, part in enumerate(asked.for_):
        ids += [id_ for _, id_ in draft.written(part, "id")]
        if not draft.wrote(part):
            message = f"there are no {part}, so no posters are made of them"
            yield draft.warning(message, (*_WHERE, "for", number), f"add `{part}`, or delete this")
    if asked.only and not asked.for_:
        message = "`only` chooses among items, but no posters are made of any"
        yield draft.error(message, (*_WHERE, "only"), "add `for: [messages, quotes]`, or delete it", key=True)
    elif not any(part in draft.source.unread for part in asked.for_):
        for number, only in enumerate(asked.only):
            if only not in ids:
                message = f"`{only}` is none of the {' and '.join(asked.for_)}"
                yield draft.error(message, (*_WHERE, "only", number), did_you_mean(only, ids))
    if asked.tab and "tear-off" not in asked.variants:
        message = "`tab` stands on tabs, and no poster has them"
        yield draft.error(message, (*_WHERE, "tab"), "add `variants: [tear-off]`, or delete it", key=True)


def leaflet(draft: Draft) -> Iterator[Problem]:
    """The leaflet names messages and events that are there."""
    asked: Leaflet | None = draft.part("leaflet")
    for part in ("messages", "events") if asked else ():
        if part in draft.source.unread:
            continue
        ids = [id_ for _, id_ in draft.written(part, "id")]
        for number, named in enumerate(getattr(asked, part)):
            if named not in ids:
                message = f"`{named}` is none of the {part}"
                hint = did_you_mean(named, ids) or "give it that `id`, or delete it here"
                yield draft.error(message, ("leaflet", part, number), hint)
