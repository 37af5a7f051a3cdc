"""A drawing on a slide: one group of shapes, which people take apart, recolour and read by its alt text."""

from __future__ import annotations

from builder.content.deck import ShapesFill
from builder.geometry.box import Box
from builder.geometry.pens import around, edges
from builder.render.ooxml.markup import emu, node, place
from builder.render.pptx.freeform import SlideColors, shape_properties

_PARTS = 1000  # ids are counted from here, times that of the group: no slide has as many shapes


def drawn_group(filling: ShapesFill, number: int, inks: SlideColors, link: str) -> str:
    """The shapes as the shape `number`; `link` is the relation that it leads to."""
    reach = [edges(path.commands) for path in filling.paths]
    box = around(reach)
    leads = node("a:hlinkClick", r__id=link) if link else ""
    named = node("p:cNvPr", leads, id=number, name=filling.name, descr=filling.alt)
    head = node("p:nvGrpSpPr", named, "<p:cNvGrpSpPr/>", "<p:nvPr/>")
    parts = [
        node(
            "p:sp",
            _head(_PARTS * number + rank, f"{filling.name} {rank}"),
            shape_properties(path, around(reach[rank - 1 : rank]), inks),
        )
        for rank, path in enumerate(filling.paths, 1)
    ]
    return node("p:grpSp", head, node("p:grpSpPr", place(box, "a:xfrm", child_space(box))), *parts)


def child_space(box: Box) -> str:
    """A group's own coordinates, equal to the slide's."""
    start = node("a:chOff", x=emu(box.x), y=emu(box.y))
    return start + node("a:chExt", cx=emu(box.w), cy=emu(box.h))


def _head(number: int, name: str) -> str:
    return node("p:nvSpPr", node("p:cNvPr", id=number, name=name), "<p:cNvSpPr/>", "<p:nvPr/>")
