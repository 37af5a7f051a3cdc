"""The page: its margins, its foot, and art behind it: a cover's on the first one and the last, a head's
on the others."""

from __future__ import annotations

from builder.content.frame import Frame
from builder.content.story import Story
from builder.render.docx.language import language_attributes
from builder.render.docx.properties import ROOT, twips
from builder.render.docx.styles import column
from builder.render.ooxml.markup import DRAWING, RELATIONS, blip, document, emu, node, words

PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_FOOT = 34.0  # pt, from the page's edge
WRITTEN = {**ROOT, "xmlns:r": RELATIONS}  # the namespaces of a document
_DRAWN = {**WRITTEN, "xmlns:wp": PLACING, "xmlns:a": DRAWING, "xmlns:pic": PICTURES}


def body_part(story: Story, foot: str, head: str, others: str = "", back: str = "") -> bytes:
    """A document without words; `foot`, `head` (of the first page), `others` (the heads of all other pages)
    and `back` (of the last page, a section of its own) are the ids of relations.

    What stands before the back is a section that an empty paragraph holds, as Word has it.
    """
    own = _section(story, foot, head, others)
    held = node("w:p", node("w:pPr", own)), _section(story, "", back, "")
    return document("w:document", node("w:body", *(held if back else (own,))), namespaces=WRITTEN)


def _section(story: Story, foot: str, head: str, others: str) -> str:
    look, side = story.look, twips((story.look.width - column(story.look)) / 2)
    shown = {"w__header": twips(_FOOT), "w__footer": twips(_FOOT), "w__gutter": 0}
    margins = {"top": twips(look.top), "right": side, "bottom": twips(look.bottom), "left": side}
    return node(
        "w:sectPr",
        node("w:headerReference", w__type="first", r__id=head) if head else "",
        node("w:headerReference", w__type="default", r__id=others) if others else "",
        node("w:footerReference", w__type="default", r__id=foot) if foot else "",
        node("w:pgSz", w__w=twips(look.width), w__h=twips(look.height)),
        node("w:pgMar", **{f"w__{name}": length for name, length in margins.items()}, **shown),
        node("w:titlePg") if head else "",
        node("w:bidi") if story.rtl else "",
    )


def foot_part(story: Story) -> bytes:
    """The quiet words of the foot, and the page's number at the line's end."""
    number = node("w:fldSimple", _run(story, "2"), w__instr=" PAGE ")
    tab = node("w:r", "<w:tab/>")
    return document(
        "w:ftr",
        node("w:p", _properties(story, "Footer"), _run(story, story.running), tab, number),
        namespaces=ROOT,
    )


def head_part(story: Story, art: Frame, alt: str, *, curves: bool) -> bytes:
    """Art behind the words of a page, as wide as that and from its upper edge: a cover's, or a head's.

    Its relations are the picture and, if it has any, its curves.
    """
    size = {"cx": emu(story.look.width), "cy": emu(story.look.width * art.height / art.width)}
    anchor = node(
        "wp:anchor",
        '<wp:simplePos x="0" y="0"/>',
        node("wp:positionH", "<wp:posOffset>0</wp:posOffset>", relativeFrom="page"),
        node("wp:positionV", "<wp:posOffset>0</wp:posOffset>", relativeFrom="page"),
        node("wp:extent", **size),
        "<wp:wrapNone/>",
        node("wp:docPr", "" if alt else decorative(), id=1, name="Art", descr=alt),
        "<wp:cNvGraphicFramePr/>",
        node(
            "a:graphic",
            node("a:graphicData", _picture(size, blip("rId1", "rId2" if curves else "")), uri=PICTURES),
        ),
        **{f"dist{side}": 0 for side in "TBLR"},
        simplePos=0,
        relativeHeight=1,
        behindDoc=1,
        locked=1,
        layoutInCell=1,
        allowOverlap=1,
    )
    run = node("w:r", node("w:drawing", anchor))
    return document("w:hdr", node("w:p", _properties(story, "Header"), run), namespaces=_DRAWN)


def decorative() -> str:
    """The mark of a picture that says nothing, to go into its `docPr`."""
    mark = node("adec:decorative", xmlns__adec=DECORATIVE, val=1)
    return node("a:extLst", node("a:ext", mark, uri=_DECORATIVE_ID), xmlns__a=DRAWING)


def _picture(size: dict[str, int], shown: str) -> str:
    names = node("pic:nvPicPr", '<pic:cNvPr id="1" name="Art"/>', "<pic:cNvPicPr/>")
    fill = node("pic:blipFill", shown, "<a:stretch><a:fillRect/></a:stretch>")
    frame = node("a:xfrm", '<a:off x="0" y="0"/>', node("a:ext", **size))
    return node(
        "pic:pic", names, fill, node("pic:spPr", frame, node("a:prstGeom", "<a:avLst/>", prst="rect"))
    )


def _properties(story: Story, style: str) -> str:
    return node("w:pPr", node("w:pStyle", w__val=style), node("w:bidi") if story.rtl else "")


def _run(story: Story, text: str) -> str:
    turned = node("w:rtl") if story.rtl else ""
    properties = node("w:rPr", turned, node("w:lang", **language_attributes(story.language)))
    return node("w:r", properties, node("w:t", words(text), xml__space="preserve"))
