"""The pictures of figures that are parts of a whole."""

from __future__ import annotations

from typing import Any

from builder.brand.design import Design, with_text_color
from builder.content.story import Figure
from builder.geometry.box import mm
from builder.layout.canvas import sheet
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.numbers import figure_words
from builder.pack.recipes import Origin

_WIDE, _HIGH = mm(100), mm(8)
_WIDTH = 0.6  # of the text's
_BAR = {"number": {"form": "bar", "figure": False, "height": 0.8, "color": "secondary"}}


def drawn_figure(edition: Edition, number: int) -> Figure | None:
    """The bar of a statistic, still to be laid out; None if it is no part of a whole."""
    said = figure_words(edition.spec.statistics[number], edition.phrases)
    if "part" not in said:
        return None
    body = {"column": ["spacer", _BAR, "spacer"]}
    design = Design.model_validate({"margin": 0, "background": {"fill": "surface"}, "body": body})
    canvas, origin = sheet(_WIDE, _HIGH), Origin("", ("statistics", number))
    drawn = with_text_color(design, edition.brand.ink)
    recipe: Any = frame_of(edition, drawn, said, canvas, origin)
    return Figure(recipe, heard(edition, said["value"], recipe)["alt"], width=_WIDTH)
