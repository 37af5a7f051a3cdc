"""A recipe: all that decides a layout, and nothing of the layout itself.

Recipes stand in contents where finished layouts will be: a story's opening holds the recipe of its
frame until somebody lays it out. Their `repr` names no path and is short (what is heavy is known by
its digest), so that it tells two recipes apart in microseconds.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from inspect import get_annotations
from operator import is_not
from typing import Any, Generic, TypeVar

from builder.content.frame import Frame
from builder.errors import Place, Severity
from builder.media import Font, FontChain, Image
from builder.record import Record, derived, fields_of, is_record, replace
from builder.source import Loc

Value = TypeVar("Value")

_FINISHED = (Frame, Font, FontChain, Image)  # records that hold no recipe
_PLAIN = {"str", "int", "float", "bool"}  # what is declared so holds none
_ITSELF, _ITEMS = ("a recipe",), ("the items of a tuple",)


@dataclass(frozen=True, slots=True)
class Known(Generic[Value]):
    """A heavy value that many recipes share, known by its digest."""

    value: Value = field(repr=False, compare=False)
    digest: str


def known(value: Value) -> Known[Value]:
    """A value whose `repr` says all of it, known by its digest."""
    return Known(value, sha256(repr(value).encode()).hexdigest())


class Remark(Record):
    """What there is to say of a recipe's words: a warning, or an error if they could not be laid out."""

    path: Loc  # where among the recipe's words: a card's slot, a slide's number and field
    message: str
    hint: str = ""
    words: str = ""  # those that are meant
    within: str = ""  # and what in them
    severity: Severity = "warning"
    general: bool = False  # whether it holds whatever the canvas
    cause: str = ""  # as of a Problem
    lack: float = 0.0  # as of a Problem


class Layout(Record):
    """What came of a recipe: a finished content, none if there is an error among the remarks."""

    content: Any
    remarks: tuple[Remark, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether there is something to draw."""
        return not any(remark.severity == "error" for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Later:
    """A frame that is kept, known by the digest of all that decides it, and read when it is looked at."""

    digest: str
    read: Callable[[], Frame] = field(repr=False, compare=False)


def seen(content: Value | Later) -> Value | Frame:
    """A content to look at."""
    return content.read() if isinstance(content, Later) else content


class Recipe(ABC):
    """Something that can be laid out, here or in another process, now or never."""

    @derived
    def digest(self) -> str:
        """The sha256 of all that it says: it is asked for more than once, and says much."""
        return sha256(repr(self).encode()).hexdigest()

    @abstractmethod
    def lay_out(self) -> Layout:
        """The finished layout, or what is wrong with the words."""

    @property
    @abstractmethod
    def media(self) -> tuple[Font | Image, ...]:
        """The fonts and images that the layout may draw with."""

    @property
    def where(self) -> str:
        """What of the pack shows it, in a word: `story`, `poster A4`."""
        return ""

    def drawn_by(self, part: str) -> Place | None:  # noqa: ARG002  for recipes that are drawn by a file
        """The place in the file that says how a part is drawn; None if there is none."""
        return None

    @abstractmethod
    def locate(self, path: Loc) -> Loc:
        """Where the spec has the words that a remark's path leads to."""


def recipes_in(content: Any) -> Iterator[Recipe]:
    """Every recipe that stands in a content, in its order."""
    found = list[Recipe]()
    _gather(content, _inside(content.__class__), found)
    return iter(found)


def _gather(content: Any, names: tuple[str, ...], found: list[Recipe]) -> None:
    if names is _ITSELF:
        found.append(content)
        return
    for value in content if names is _ITEMS else [getattr(content, name) for name in names]:
        if inside := _inside(value.__class__):
            _gather(value, inside, found)


def with_layouts(content: Any, layouts: Callable[[Recipe], Any]) -> Any:
    """The content with the layout of each recipe in the recipe's place."""
    names = _inside(content.__class__)
    if names is _ITSELF:
        return layouts(content)
    if names is _ITEMS:
        items = tuple(with_layouts(each, layouts) if _inside(each.__class__) else each for each in content)
        return items if any(map(is_not, items, content)) else content
    changes: dict[str, Any] = {}
    for name in names:
        old = getattr(content, name)
        if _inside(old.__class__) and (new := with_layouts(old, layouts)) is not old:
            changes[name] = new
    return replace(content, **changes) if changes else content


def laid_out(content: Any) -> Any:
    """The content with all its recipes laid out, here and now."""
    return with_layouts(content, lambda recipe: recipe.lay_out().content)


@cache
def _inside(class_: type) -> tuple[str, ...]:
    """Where recipes may stand in what is of this class: the names of its fields, none in plain values."""
    if issubclass(class_, Recipe):
        return _ITSELF
    if issubclass(class_, tuple):
        return _ITEMS
    if not is_record(class_) or issubclass(class_, _FINISHED):
        return ()
    declared = {name: kind for one in reversed(class_.__mro__) for name, kind in get_annotations(one).items()}
    return tuple(name for name in fields_of(class_) if declared[name] not in _PLAIN)
