"""Opacity of a group as a whole: what later shapes hide is cut away, so that each can fade by itself."""

from __future__ import annotations

from builder.brand.svg.effects import as_picture
from builder.brand.svg.forms import NOTHING, united, without
from builder.brand.svg.guard import Node
from builder.brand.svg.reading import Reading
from builder.brand.svg.scene import Outline
from builder.geometry.paints import fades
from builder.record import replace

_HINT = (
    "give the group or its shapes full opacity (Illustrator: Transparency panel; Inkscape: Fill and Stroke; "
    "Figma: Layer)"
)


def faded(reading: Reading, node: Node, found: list[Outline], opacity: float) -> list[Outline]:
    """Outlines, back to front, as they show where all of them together are only so opaque."""
    if opacity >= 1 or not found:
        return found
    if opacity <= 0:
        return []
    if len(found) == 1:
        return [replace(found[0], opacity=found[0].opacity * opacity)]
    shown, over = list[Outline](), NOTHING
    for number in range(len(found) - 1, -1, -1):
        each = found[number]
        form = without(reading, node, each.form, over) if over.pieces else each.form
        clear = each.opacity < 1 or fades(each.paint)
        if clear and any(each.form.meets(below.form) for below in found[:number]):
            if (picture := as_picture(reading, node, found)) is not None:
                return [replace(one, opacity=one.opacity * opacity) for one in picture]
            message = "see-through shapes overlap in a group that is see-through too"
            reading.fault(node, message, _HINT)
        if form.pieces:
            shown.append(replace(each, form=form, opacity=each.opacity * opacity))
        over = united(reading, node, over, each.form)
    return shown[::-1]
