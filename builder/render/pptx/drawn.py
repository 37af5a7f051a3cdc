"""A drawing on a slide: one group of shapes, which people take apart, recolour and read by its alt text."""

from __future__ import annotations

from builder.content.deck import FADE, Deck, Placeholder, ShapesFill, TextFill
from builder.geometry.box import Box
from builder.geometry.pens import around, edges
from builder.render.ooxml.markup import emu, node, place, words
from builder.render.pptx.freeform import SlideColors, geometry, shape_properties

DECORATIVE = node(
    "a:extLst",
    node(
        "a:ext",
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>',
        uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    ),
)
_HAIR = 1.0  # pt over the edge
# How much of the ground is left, per cent of the way: eased, so that no line is seen where it ends.
_EASED = ((0, 1.0), (20, 0.96), (38, 0.82), (55, 0.55), (72, 0.26), (87, 0.08), (100, 0.0))
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


def fade(box: Box, rtl: bool, number: int) -> str:
    """The ground over the edge of a picture where lines begin, which it grows out of."""
    wide = box.w * FADE
    over = Box(box.right - wide if rtl else box.x - _HAIR, box.y, wide + _HAIR, box.h)
    left = ((at, node("a:alpha", val=round(share * 100_000))) for at, share in _EASED)
    stops = [node("a:gs", node("a:schemeClr", alpha, val="bg1"), pos=1000 * at) for at, alpha in left]
    shade = node("a:gradFill", node("a:gsLst", *stops), node("a:lin", ang=10_800_000 if rtl else 0, scaled=0))
    named = node("p:cNvPr", DECORATIVE, id=number, name="Decoration")
    shape = node("p:spPr", place(over), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', shade)
    return node("p:sp", node("p:nvSpPr", named, "<p:cNvSpPr/>", "<p:nvPr/>"), shape)


def medal(filling: TextFill, holder: Placeholder, number: int, inks: SlideColors, deck: Deck) -> str:
    """A number on a round plate, as the shape `number`: a shape of its own, for it is read from no outline,
    and LibreOffice has no round placeholders.
    """
    size = filling.size or holder.size * filling.scale
    latin = node("a:latin", typeface="+mj-lt") if holder.heading else ""
    ink = node("a:solidFill", node("a:schemeClr", val=holder.color))
    runs = [
        node(
            "a:p",
            node("a:pPr", algn="ctr"),
            node(
                "a:r",
                node("a:rPr", ink, latin, lang=deck.lang, sz=round(size * 100), b=holder.bold),
                node("a:t", words(each.text)),
            ),
        )
        for each in filling.paragraphs
    ]
    body = node("a:bodyPr", lIns=0, tIns=0, rIns=0, bIns=0, wrap="none", anchor="ctr")
    shape = node("p:spPr", place(holder.box), geometry(holder), inks.fill(holder.fill))
    named = node("p:nvSpPr", node("p:cNvPr", id=number, name=holder.name), "<p:cNvSpPr/>", "<p:nvPr/>")
    return node("p:sp", named, shape, node("p:txBody", body, "<a:lstStyle/>", *runs))


def child_space(box: Box) -> str:
    """A group's own coordinates, equal to the slide's."""
    start = node("a:chOff", x=emu(box.x), y=emu(box.y))
    return start + node("a:chExt", cx=emu(box.w), cy=emu(box.h))


def _head(number: int, name: str) -> str:
    return node("p:nvSpPr", node("p:cNvPr", id=number, name=name), "<p:cNvSpPr/>", "<p:nvPr/>")
