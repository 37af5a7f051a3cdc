"""The page: its margins, its foot, and art behind it: a cover's on the first one and the last, a head's
on the others; a letter's first one has a head and a foot of its own."""

from __future__ import annotations

from builder.content.frame import Frame
from builder.content.story import Letterhead, Story, words
from builder.geometry.box import Box
from builder.render.docx.colors import WordColors
from builder.render.docx.markup import Paragraph, Run
from builder.render.docx.properties import ROOT, edge, twips
from builder.render.docx.runs import Runs
from builder.render.docx.styles import column
from builder.render.ooxml.markup import DRAWING, RELATIONS, blip, document, emu, node

PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_FOOT = 34.0  # pt, from the page's edge
_RULE, _ABOVE = 8, 6.0  # of a letter's foot: eighths of a pt that its line is wide, and pt to the words below
_BELOW = 22.0  # pt from a letter's head to its words
WRITTEN = {**ROOT, "xmlns:r": RELATIONS}  # the namespaces of a document
_DRAWN = {**WRITTEN, "xmlns:wp": PLACING, "xmlns:a": DRAWING, "xmlns:pic": PICTURES}


def body_part(
    story: Story, foot: str, head: str, others: str = "", back: str = "", first_foot: str = ""
) -> bytes:
    """A document without words; `foot`, `head` (of the first page), `others` (the heads of all other pages),
    `back` (of the last page, a section of its own) and `first_foot` are the ids of relations.

    What stands before the back is a section that an empty paragraph holds, as Word has it.
    """
    own = _section(story, foot, head, others, first_foot)
    held = node("w:p", node("w:pPr", own)), _section(story, "", back)
    return document("w:document", node("w:body", *(held if back else (own,))), namespaces=WRITTEN)


def _section(story: Story, foot: str, head: str, others: str = "", first_foot: str = "") -> str:
    look, side = story.look, twips((story.look.width - column(story.look)) / 2)
    shown = {"w__header": twips(_FOOT), "w__footer": twips(_FOOT), "w__gutter": 0}
    margins = {"top": twips(look.top), "right": side, "bottom": twips(look.bottom), "left": side}
    return node(
        "w:sectPr",
        node("w:headerReference", w__type="first", r__id=head) if head else "",
        node("w:headerReference", w__type="default", r__id=others) if others else "",
        node("w:footerReference", w__type="first", r__id=first_foot) if first_foot else "",
        node("w:footerReference", w__type="default", r__id=foot) if foot else "",
        node("w:pgSz", w__w=twips(look.width), w__h=twips(look.height)),
        node("w:pgMar", **{f"w__{name}": length for name, length in margins.items()}, **shown),
        node("w:titlePg") if head else "",
        node("w:bidi") if story.rtl else "",
    )


def foot_part(story: Story, *, numbered: bool = True) -> bytes:
    """The quiet words of the foot, and the page's number at the line's end; a letter's below a line."""
    foot, runs = _paragraph(story, "Footer"), Runs(story, link=str)
    if story.letterhead:
        accent = WordColors(story.look).line(story.look.accent)
        foot.properties.put("pBdr", edge("top", _RULE, _ABOVE, accent))
    runs.write(foot, words(story.running), turns=False)
    if numbered:
        number = Paragraph(rtl=story.rtl)
        runs.write(number, words("2"), turns=False)
        field = (part.markup for part in number.runs)
        foot.parts += [Run("\t"), node("w:fldSimple", *field, w__instr=" PAGE ")]
    return document("w:ftr", foot.markup, namespaces=ROOT)


def head_part(story: Story, art: Frame, alt: str, *, curves: bool) -> bytes:
    """Art behind the words of a page, as wide as that and from its upper edge: a cover's, or a head's.

    Its relations are the picture and, if it has any, its curves.
    """
    wide = story.look.width
    shown = blip("rId1", "rId2" if curves else "")
    room = Box(0, 0, wide, wide * art.height / art.width)
    behind = _behind(room, shown, alt, "<wp:posOffset>0</wp:posOffset>")
    return _head(_paragraph(story, "Header"), behind)


def letterhead_part(story: Story, head: Letterhead, art: str, logo: str) -> bytes:
    """The head of a letter's first page: art in the corner where lines end, the logo where they start.

    `art` and `logo` say which relations each is, as `blip` does.
    """
    corner = Box(0, 0, head.art.width, head.art.height)
    line = _paragraph(story, "Header")
    line.properties.put("spacing", after=twips(_BELOW))
    pictures = [_behind(corner, art, "", node("wp:align", "left" if story.rtl else "right"))]
    if head.logo:
        pictures.append(_inline(Box(0, 0, head.logo.width, head.logo.height), logo, head.alt))
    return _head(line, *pictures)


def _head(line: Paragraph, *pictures: str) -> bytes:
    line.parts += [node("w:r", node("w:drawing", each)) for each in pictures]
    return document("w:hdr", line.markup, namespaces=_DRAWN)


def _behind(room: Box, shown: str, alt: str, across: str) -> str:
    """A picture behind the words of a page, at its upper edge; `across` is where on it, as an element.

    LibreOffice counts offsets from the other edge where a page runs from right to left, and keeps to sides.
    """
    return node(
        "wp:anchor",
        '<wp:simplePos x="0" y="0"/>',
        node("wp:positionH", across, relativeFrom="page"),
        node("wp:positionV", "<wp:posOffset>0</wp:posOffset>", relativeFrom="page"),
        node("wp:extent", **_size(room)),
        "<wp:wrapNone/>",
        node("wp:docPr", "" if alt else decorative(), id=1, name="Art", descr=alt),
        "<wp:cNvGraphicFramePr/>",
        _graphic(room, shown, "Art"),
        **{f"dist{side}": 0 for side in "TBLR"},
        simplePos=0,
        relativeHeight=1,
        behindDoc=1,
        locked=1,
        layoutInCell=1,
        allowOverlap=1,
    )


def _inline(room: Box, shown: str, alt: str) -> str:
    """A picture in the line, to be changed for another as any is."""
    return node(
        "wp:inline",
        node("wp:extent", **_size(room)),
        node("wp:docPr", id=2, name="Logo", descr=alt),
        node("wp:cNvGraphicFramePr", node("a:graphicFrameLocks", noChangeAspect=1)),
        _graphic(room, shown, "Logo"),
        **{f"dist{side}": 0 for side in "TBLR"},
    )


def decorative() -> str:
    """The mark of a picture that says nothing, to go into its `docPr`."""
    mark = node("adec:decorative", xmlns__adec=DECORATIVE, val=1)
    return node("a:extLst", node("a:ext", mark, uri=_DECORATIVE_ID), xmlns__a=DRAWING)


def _size(room: Box) -> dict[str, int]:
    return {"cx": emu(room.w), "cy": emu(room.h)}


def _graphic(room: Box, shown: str, name: str) -> str:
    names = node("pic:nvPicPr", node("pic:cNvPr", id=1, name=name), "<pic:cNvPicPr/>")
    fill = node("pic:blipFill", shown, "<a:stretch><a:fillRect/></a:stretch>")
    frame = node("a:xfrm", '<a:off x="0" y="0"/>', node("a:ext", **_size(room)))
    form = node("pic:spPr", frame, node("a:prstGeom", "<a:avLst/>", prst="rect"))
    return node("a:graphic", node("a:graphicData", node("pic:pic", names, fill, form), uri=PICTURES))


def _paragraph(story: Story, style: str) -> Paragraph:
    paragraph = Paragraph(rtl=story.rtl)
    paragraph.properties.put("pStyle", val=style)
    if story.rtl:
        paragraph.properties.put("bidi")
    return paragraph
