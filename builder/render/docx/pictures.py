"""Pictures in the line, each with what it shows in words, or marked as decoration."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from builder.color import Color
from builder.content.frame import Frame
from builder.media import Image
from builder.render.docx.artwork import picture
from builder.render.docx.page import decorative
from builder.render.docx.relations import Relations
from builder.render.ooxml.markup import DRAWING, RELATIONS, node

_EDGE = 6350  # EMU: half a point


def put_picture(
    relations: Relations,
    paragraph: Paragraph,
    content: Frame | Image,
    width: float,
    alt: str,
    edge: Color,
    link: str = "",
) -> None:
    """The content at the paragraph's end, `width` pt wide, with a hairline round it."""
    inline = relations.inline(picture(content, width), width)
    paragraph.add_run()._r.add_drawing(inline)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    shown = inline.docPr
    shown.set("descr", alt)
    if link and not link.startswith("#"):
        press = node("a:hlinkClick", xmlns__a=DRAWING, xmlns__r=RELATIONS, r__id=relations.link(link))
        shown.append(parse_xml(press))
    if not alt:
        shown.append(parse_xml(decorative()))
    (own,) = inline.iter(qn("pic:cNvPr"))
    own.set("name", str(shown.name))  # not that of a file that nobody has
    (shape,) = inline.iter(qn("pic:spPr"))
    shape.append(_outline(edge))


def _outline(color: Color) -> Any:
    line = OxmlElement("a:ln", {"w": str(_EDGE)})
    fill = OxmlElement("a:solidFill")
    fill.append(OxmlElement("a:srgbClr", {"val": color.hex[1:]}))
    line.append(fill)
    return line
