"""Where an element is drawn: the matrix to the grid, what it inherits, what percents are shares of."""

from __future__ import annotations

from builder.brand.svg.cascade import Style
from builder.brand.svg.forms import Form
from builder.brand.svg.reading import Size
from builder.color import Color
from builder.geometry.curves import Matrix, concatenate
from builder.geometry.paints import Varied
from builder.record import Record, replace

Paint = Color | Varied


class Scene(Record):
    """The surroundings of an element."""

    matrix: Matrix
    style: Style
    view: Size
    as_form: bool = False  # within a clip, where only the form of a shape counts
    classes: str = ""  # the nearest first
    context: Style | None = None  # the `fill` and `stroke` of the shape that a marker stands on

    def after(self, matrix: Matrix) -> Scene:
        """The scene of what has a matrix of its own."""
        return replace(self, matrix=concatenate(matrix, self.matrix))


class Outline(Record):
    """A form and how it is painted."""

    form: Form
    paint: Paint
    opacity: float = 1.0
    role: str = ""  # what is said of the role of its colour: its variable, or the classes it stands in
