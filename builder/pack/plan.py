"""A plan: one file of the pack, decided but not yet made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from builder.content.recipe import Recipe, Remark
from builder.errors import Place, Problem
from builder.pack.formats import Format
from builder.record import replace
from builder.source import Loc


@dataclass(frozen=True, slots=True)
class Awaited:
    """Content that tells of all other files: it is written once they are made, from what an audit found."""

    write: Callable[[Any], Any] = field(repr=False, compare=False)


_DRAWING = ".svg"  # ends the path of a remark on art


def nowhere(*_: object, **__: object) -> None:
    """The place of what nobody wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where a file goes in the pack, what it is, and the content that its format draws it from.

    `content` is frozen data that pickles and whose `repr` names no path, so its
    digest is the cache's key and another process can make the file. What must be
    laid out first stands in it as a recipe.
    """

    kind: str
    path: str  # inside the zip, with forward slashes
    title: str
    format: Format
    content: Any
    language: str
    alt: str = ""
    clear: bool = False  # whether parts of a picture are seen through
    described: str = ""  # the same at length, where the alt text may not hold it all
    width: int = 0  # px
    height: int = 0
    budget: int = 0  # bytes it should not pass; 0 for none
    shown: int = 0  # CSS px at which people typically see its width; 0 if nobody knows
    use: str = ""  # what it is for, in the pack's language
    call: str = ""  # what the start page's button to it says, if it should be read before all else
    front: bool = False  # whether it is what partners should open first
    group: str = ""  # the card or the document that its sizes belong to
    credits: tuple[str, ...] = ()  # who took the photographs on it, and their licences
    size: str = ""  # the key of the platforms table's row
    # What shows it on pages that tell of it, if it is not its content that does: of slides, some of them.
    picture: Recipe | None = field(default=None, compare=False)
    options: tuple[tuple[str, str], ...] = ()  # what else the format's renderer is told
    loc: Loc = field(default=(), compare=False)  # where the spec asks for it
    notes: tuple[Problem, ...] = field(default=(), compare=False)  # warnings from planning it
    # The place of a loc, as Source.place says it, when there is something to tell of it.
    find: Callable[..., Place | None] = field(default=nowhere, repr=False, compare=False)

    @property
    def place(self) -> Place | None:
        """The place in the spec that asks for it."""
        return self.find(self.loc) if self.loc else None

    def problem(self, recipe: Recipe, remark: Remark) -> Problem:
        """What there is to say of one of its recipes, at the place where the words are written today."""
        named = str(remark.path[0]) if remark.path else ""
        drawn = recipe.drawn_by(named) if named.endswith(_DRAWING) else None  # by the design, not by the spec
        place = drawn or self.find(recipe.locate(remark.path), says=remark.words, within=remark.within)
        where = (recipe.where,) if recipe.where and not remark.general else ()
        return Problem(remark.message, place, remark.hint, remark.severity, where, remark.cause, remark.lack)

    @property
    def awaited(self) -> bool:
        """Whether it can be made only when all other files are."""
        return isinstance(self.content, Awaited)

    def written(self, results: Any) -> Plan:
        """The plan with the content that was awaited."""
        return replace(self, content=self.content.write(results))
