"""The wall as HTML, and what may be laid over a picture as SVG."""

from __future__ import annotations

from builder.preview.entry import Figure
from builder.preview.session import Wall
from builder.preview.tasks import Marks
from builder.record import Record
from builder.render.html.environment import rendered

_PACKAGE = "builder.preview"
_WAYS = ("kind", "design", "size", "language")  # in which a wall can be sorted and sifted


class _Section(Record):
    """Figures of one kind."""

    name: str
    figures: tuple[Figure, ...]


def page_html(wall: Wall) -> bytes:
    """The whole page."""
    return rendered("page.html", _PACKAGE, ways=_WAYS, **_values(wall)).encode()


def wall_html(wall: Wall) -> bytes:
    """What of the page may be new."""
    return rendered("wall.html", _PACKAGE, **_values(wall)).encode()


def marks_svg(marks: Marks, *, safe: bool) -> bytes:
    """The safe area, or the boxes of the texts, in the size of the picture."""
    return rendered("marks.svg", _PACKAGE, marks=marks, safe=safe).encode()


def _values(wall: Wall) -> dict[str, object]:
    kinds = dict.fromkeys(figure.kind for figure in wall.figures)
    sections = [_Section(kind, tuple(f for f in wall.figures if f.kind == kind)) for kind in kinds]
    faults = [problem for problem in wall.problems if problem.severity == "error"]
    warnings = [problem for problem in wall.problems if problem.severity != "error"]
    return {"wall": wall, "sections": sections, "faults": faults, "warnings": warnings}
