"""Pictures in the line, each with what it shows in words, or marked as decoration."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Frame
from builder.content.recipe import Later
from builder.media import Image
from builder.render.docx.artwork import picture, vector
from builder.render.docx.page import PICTURES, PLACING, decorative
from builder.render.docx.relations import Relations
from builder.render.ooxml.markup import DRAWING, blip, emu, node

_EDGE = 6350  # EMU: half a point


class Pictures:
    """The pictures of one document, numbered as they come."""

    def __init__(self, relations: Relations, edge: Color) -> None:
        """`edge` is the colour of the hairline round each."""
        self._relations, self._edge, self._shown = relations, edge, 0
        self._widths: dict[Frame | Image | Later, float] = {}

    def shown_at(self, content: Frame | Image | Later, width: float) -> None:
        """The content is shown so wide (pt) somewhere: where it is smaller, it is the same picture."""
        self._widths[content] = max(width, self._widths.get(content, 0.0))

    def markup(self, content: Frame | Image, width: float, alt: str, link: str = "") -> str:
        """The content as a run, `width` pt wide."""
        self._shown += 1
        drawn = max(width, self._widths.get(content, 0.0))
        name, pixels, svg = f"Picture {self._shown}", picture(content, drawn), vector(content)
        id_, (across, down) = self._relations.picture(pixels)
        size = {"cx": emu(width), "cy": round(emu(width) * down / across)}
        shown = blip(id_, self._relations.vector(svg) if svg else "")
        graphic = node("a:graphicData", self._drawn(shown, name, size), uri=PICTURES)
        inline = node(
            "wp:inline",
            node("wp:extent", **size),
            node("wp:docPr", self._said(alt, link), id=self._shown, name=name, descr=alt),
            node("wp:cNvGraphicFramePr", '<a:graphicFrameLocks noChangeAspect="1"/>'),
            node("a:graphic", graphic),
            xmlns__wp=PLACING,
            xmlns__a=DRAWING,
            xmlns__pic=PICTURES,
            **{f"dist{side}": 0 for side in "TBLR"},
        )
        return node("w:r", node("w:drawing", inline))

    def _said(self, alt: str, link: str) -> str:
        press = link and not link.startswith("#")
        pressed = node("a:hlinkClick", r__id=self._relations.link(link)) if press else ""
        return pressed + ("" if alt else decorative())

    def _drawn(self, shown: str, name: str, size: dict[str, int]) -> str:
        edge = node("a:solidFill", node("a:srgbClr", val=self._edge.hex[1:]))
        return node(
            "pic:pic",
            node("pic:nvPicPr", node("pic:cNvPr", id=0, name=name), "<pic:cNvPicPr/>"),
            node("pic:blipFill", shown, "<a:stretch><a:fillRect/></a:stretch>"),
            node(
                "pic:spPr",
                node("a:xfrm", '<a:off x="0" y="0"/>', node("a:ext", **size)),
                node("a:prstGeom", prst="rect"),
                node("a:ln", edge, w=_EDGE),
            ),
        )
