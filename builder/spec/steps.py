"""The infographic of a spec: its steps, or its two sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from builder.source.forms import Kind
from builder.spec.scalars import Key, PlainText, SpecPart


class Step(SpecPart):
    """One step of the infographic."""

    title: PlainText
    """The step in a few words. Example: Notice"""
    text: PlainText
    """A sentence that says how. Example: Watch how the baby looks, moves and sounds."""
    icon: Key | None = None
    """A drawing of the brand's `art/icons/`, by its name. Example: eye"""


class Side(SpecPart):
    """One of the two sides that an infographic compares."""

    title: PlainText
    """What it is, in a few words. Example: Under the roof"""
    points: tuple[PlainText, ...] = Field(min_length=1, max_length=6)
    """What is so on this side, one to six; the first stands beside the first of the other side.
    Example: [Dry in every storm, Safe from cats]
    """
    icon: Key | None = None
    """A drawing of the brand's `art/icons/`, by its name. Example: home"""


InfographicForm = Literal["list", "path", "wheel", "comparison"]
_FORMS: Mapping[str, InfographicForm] = {
    "steps": "list",
    **dict.fromkeys(("journey", "road", "timeline"), "path"),
    **dict.fromkeys(("circle", "cycle", "ring"), "wheel"),
    **dict.fromkeys(("columns", "compare", "sides", "versus"), "comparison"),
}


def _form(typed: str) -> str:
    """The form that people call by another name."""
    return f"did you mean `{_FORMS[typed]}`?" if typed in _FORMS else ""


class Infographic(SpecPart):
    """The year's infographic: steps in order, or two sides that are compared."""

    title: PlainText
    """What it shows, in large letters. Example: How to tell what a baby feels"""
    intro: PlainText | None = None
    """A sentence under the title. Example: Four things that anybody can do"""
    form: Annotated[InfographicForm, Kind("", _form)] = "list"
    """How it is drawn: a `list` of two to eight steps, a `path` with two to six, a `wheel` with three to six,
    or a `comparison` of two `sides`. Example: path
    """
    steps: tuple[Step, ...] = Field(default=(), min_length=2, max_length=8)
    """The steps in order, two to eight; a comparison has `sides` instead.
    Example:
      - title: Notice
        text: Watch how the baby looks, moves and sounds.
      - title: Wait
        text: Give it time to answer.
    """
    sides: tuple[Side, ...] = Field(default=(), min_length=2, max_length=2)
    """The two sides of a comparison.
    Example:
      - title: An old roof
        points: [Gaps under the eaves, Swifts return each May]
      - title: A mended roof
        points: [Every gap closed, A nest box instead]
    """
    art: Key | None = None
    """The art that it shows, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the image; made from the words if left out.
    Example: Four steps, from noticing to answering"""
