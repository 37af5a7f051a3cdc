"""The names in a spec that the brand and the platforms know: designs, sizes, layouts, charts, …"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from builder.errors import Problem
from builder.record import Record, fields_of
from builder.source import Loc
from builder.source.validate import did_you_mean, listed
from builder.spec.draft import Draft


class Names(Record, kw_only=True):
    """What the spec may name; None leaves those names unchecked."""

    designs: Collection[str] | None = None
    sizes: Collection[str] | None = None
    layouts: Collection[str] | None = None
    charts: Collection[str] | None = None
    icons: Collection[str] | None = None
    chapters: Collection[str] | None = None
    platforms: Collection[str] | None = None
    looks: Collection[str] | None = None
    stand_ins: bool = False  # whether a picture stands in for a photograph whose file is not there

    def __or__(self, other: Names) -> Names:
        """The names of both; those that one alone knows are checked by that one."""
        both: dict[str, Collection[str]] = {}
        for name in set(fields_of(self)) - {"stand_ins"}:
            lists = [names for names in (getattr(self, name), getattr(other, name)) if names is not None]
            if lists:
                both[name] = tuple(chain.from_iterable(lists))
        return Names(**both, stand_ins=self.stand_ins or other.stand_ins)


def check_names(draft: Draft, names: Names) -> Iterator[Problem]:
    """A fault for each name that nothing answers to."""
    source = draft.source
    own = [id_ for _, id_ in _texts(draft, ("guide", "own", None, "id"))]
    chapters = None if names.chapters is None else [*names.chapters, *own]
    wanted = (
        ("look", names.looks, ("look",)),
        ("design", names.designs, ("cards", None, "design")),
        ("size", names.sizes, ("cards", None, "sizes", None)),
        ("slide layout", names.layouts, ("slides", "slides", None, "layout")),
        ("form of chart", names.charts, ("slides", "slides", None, "chart")),
        ("icon", names.icons, ("infographic", "steps", None, "icon")),
        ("icon", names.icons, ("infographic", "sides", None, "icon")),
        ("chapter", chapters, ("guide", "chapters", None)),
        ("chapter", chapters, ("guide", "leave_out", None)),
    )
    for what, known, path in wanted:
        for loc, name in _texts(draft, path):
            if known is not None and name not in known:
                yield draft.error(f"unknown {what} `{name}`", loc, _hint(name, known))
    platforms = None if names.platforms is None else ["default", *names.platforms]
    posts = source.at(("posts",))
    for number in range(len(posts) if isinstance(posts, list) else 0):
        texts = source.at(("posts", number, "text"))
        for platform in texts if platforms and isinstance(texts, dict) else ():
            if platforms and platform not in platforms:
                message, loc = f"unknown platform `{platform}`", ("posts", number, "text", platform)
                yield draft.error(message, loc, did_you_mean(platform, platforms), key=True)


def _hint(name: str, known: Collection[str]) -> str:
    if hint := did_you_mean(name, known):
        return hint
    return f"there are {listed(sorted(known)[:24], 'and')}, and more" if known else "the brand has none"


def _texts(draft: Draft, path: tuple[str | None, ...], loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The texts at a path in which None stands for each item of a list."""
    data = draft.source.at(loc) if loc else draft.source.data
    if not path:
        if isinstance(data, str):
            yield loc, data
    elif path[0] is None:
        for number in range(len(data) if isinstance(data, list) else 0):
            yield from _texts(draft, path[1:], (*loc, number))
    elif isinstance(data, dict) and path[0] in data:
        yield from _texts(draft, path[1:], (*loc, path[0]))
