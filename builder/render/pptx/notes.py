"""The notes master: the slide above, the speaker's words below, on an upright page."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.geometry.box import Box
from builder.render.ooxml.markup import color_map, document, node, place
from builder.render.pptx.master import background
from builder.render.pptx.shapes import number_field, paragraph
from builder.render.pptx.textstyle import Level, level

WIDTH, HEIGHT = 540.0, 720.0  # pt: the page that Office expects
_MARGIN = 44.0
_WORDS = Level(size=14, color="tx1", heading=False, before=4, bullet="")
_NUMBER = Level(size=12, color="tx1", heading=False, align="end")


def notes_part(deck: Deck) -> bytes:
    """The notes master as a part."""
    shapes = [_image(deck), _notes(deck), _number(deck)]
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    styles = [level(_WORDS, number, rtl=deck.rtl) for number in range(1, 10)]
    return document(
        "p:notesMaster",
        node("p:cSld", background(), node("p:spTree", group, *shapes)),
        color_map("p:clrMap", deck.colors),
        node("p:notesStyle", *styles),
    )


def _image(deck: Deck) -> str:
    width = WIDTH - 2 * _MARGIN
    box = Box(_MARGIN, _MARGIN, width, width * deck.height / deck.width)
    head = _head(2, "Slide image", node("p:ph", type="sldImg", idx=2), noRot=True, noChangeAspect=True)
    line = '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln>'
    return node("p:sp", head, _where(box, line))


def _notes(deck: Deck) -> str:
    top = _MARGIN * 2 + (WIDTH - 2 * _MARGIN) * deck.height / deck.width
    box = Box(_MARGIN, top, WIDTH - 2 * _MARGIN, HEIGHT - top - 60)
    head = _head(3, "Notes", node("p:ph", type="body", sz="quarter", idx=3))
    return node(
        "p:sp",
        head,
        _where(box),
        _text(deck, _WORDS, paragraph(deck.master.placeholders[1].prompt, deck)),
    )


def _number(deck: Deck) -> str:
    box = Box(_MARGIN if deck.rtl else WIDTH - _MARGIN - 80, HEIGHT - 48, 80, 24)
    head = _head(4, "Page number", node("p:ph", type="sldNum", sz="quarter", idx=5))
    field = node("a:p", number_field("slidenum", "‹#›", deck.lang))
    return node("p:sp", head, _where(box), _text(deck, _NUMBER, field))


def _head(number: int, name: str, ph: str, **locks: bool) -> str:
    lock = node("p:cNvSpPr", node("a:spLocks", noGrp=True, **locks))
    return node("p:nvSpPr", node("p:cNvPr", id=number, name=name), lock, node("p:nvPr", ph))


def _where(box: Box, line: str = "") -> str:
    return node("p:spPr", place(box), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', line)


def _text(deck: Deck, style: Level, content: str) -> str:
    body = node("a:bodyPr", lIns=0, tIns=0, rIns=0, bIns=0, rtlCol=deck.rtl)
    return node("p:txBody", body, node("a:lstStyle", level(style, 1, rtl=deck.rtl)), content)
