"""The look of a story in large print: for readers to whom the usual one is too small.

18 pt at least, one column from margin to margin, nothing in several columns and nothing in the margin but
numbers: what the UK Association for Accessible Formats asks for (Creating clear print and large print
documents, 2012).
"""

from __future__ import annotations

import math

from builder.content.look import Look, TypeStyle
from builder.geometry.box import mm
from builder.record import replace

LEAST = 18.0  # pt, of all text
# Of the sizes of roles, to what they have beside text of 12 pt: what is large already grows less.
_GROWN = {"lead": 1.4, "quote": 1.35, "figure": 1.0}
_HEADINGS = (1.2, 1.3, 1.45)
_SIDE, _NUMBERS = 18.0, 18.0  # mm, of 210: the margins, and the room of the numbers beside the text
_WIDE = 210.0


def large_print(look: Look) -> Look:
    """The look with all its text at 18 pt or more, in one column."""
    grown = max(LEAST / look.text.size, 1.0)
    grid = math.ceil(2 * look.grid * grown) / 2
    share = look.width / mm(_WIDE)

    def style(own: TypeStyle, more: float = grown) -> TypeStyle:
        size, step = max(LEAST, own.size * more), grid / 4
        lines = math.ceil(own.leading / own.size * size / step - 0.01)
        return replace(own, size=size, leading=lines * step)

    text = replace(style(look.text), leading=grid)
    return replace(
        look,
        outer=mm(_SIDE) * share,
        inner=mm(_SIDE) * share,
        hang=mm(_NUMBERS) * share,
        grid=grid,
        text=text,
        lead=style(look.lead, _GROWN["lead"]),
        note=style(look.note),
        kicker=style(look.kicker),
        headings=tuple(style(own, more) for own, more in zip(look.headings, _HEADINGS, strict=True)),
        figure=style(look.figure, _GROWN["figure"]),
        quote=style(look.quote, _GROWN["quote"]),
        label=style(look.label),
        foot=style(look.foot),
    )
