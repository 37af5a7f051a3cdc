"""The presentation part, its views, and the document's properties."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.markup import document, emu, node, words
from builder.render.pptx.fonts import font_list
from builder.render.pptx.master import FIRST_ID
from builder.render.pptx.notes import HEIGHT, WIDTH
from builder.render.pptx.textstyle import Level, level

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
FIRST_FONT = 7  # the number of the first font's relation, after those of the other parts
_STANDARD_WIDTH = 720.0  # pt: the 4:3 slide that the format has a name for


def presentation_part(deck: Deck) -> bytes:
    """The presentation without slides; the master is rId1, the notes master rId2."""
    plain = Level(size=20, color="tx1", heading=False)
    levels = [level(plain, number, rtl=deck.rtl) for number in range(1, 10)]
    size_name = "screen4x3" if deck.width == _STANDARD_WIDTH else None
    return document(
        "p:presentation",
        node("p:sldMasterIdLst", node("p:sldMasterId", id=FIRST_ID, r__id="rId1")),
        node("p:notesMasterIdLst", node("p:notesMasterId", r__id="rId2")),
        node("p:sldSz", cx=emu(deck.width), cy=emu(deck.height), type=size_name),
        node("p:notesSz", cx=emu(WIDTH), cy=emu(HEIGHT)),
        font_list(deck, FIRST_FONT),
        node("p:defaultTextStyle", node("a:defPPr", node("a:defRPr", lang=deck.lang)), *levels),
        embedTrueTypeFonts=True if deck.theme.embedded else None,
        saveSubsetFonts=False,
        autoCompressPictures=False,
        rtl=True if deck.rtl else None,
    )


def properties_part() -> bytes:
    """Presentation properties: none."""
    return document("p:presentationPr")


def views_part() -> bytes:
    """How it opens: slides with guides shown, grid off."""
    scale = node("p:scale", '<a:sx n="80" d="100"/><a:sy n="80" d="100"/>')
    view = node("p:cViewPr", scale, '<p:origin x="0" y="0"/>', varScale=True)
    slides = node("p:cSldViewPr", view, "<p:guideLst/>", snapToGrid=False, showGuides=True)
    panes = node("p:normalViewPr", '<p:restoredLeft sz="15620"/><p:restoredTop sz="84000"/>')
    grid = '<p:gridSpacing cx="76200" cy="76200"/>'
    return document("p:viewPr", panes, node("p:slideViewPr", slides), grid)


def core_part(deck: Deck) -> bytes:
    """Title, author, language and date, as the document's properties show them."""
    moment = f"{deck.moment:%Y-%m-%dT%H:%M:%SZ}"
    stamp = {"xsi__type": "dcterms:W3CDTF"}
    return document(
        "cp:coreProperties",
        node("dc:title", words(deck.title)),
        node("dc:creator", words(deck.author)),
        node("cp:lastModifiedBy", words(deck.author)),
        node("cp:revision", "1"),
        node("dcterms:created", moment, **stamp),
        node("dcterms:modified", moment, **stamp),
        node("dc:language", deck.lang),
        namespaces=_CORE,
    )


def app_part(deck: Deck) -> bytes:
    """What Office takes the file to be made for."""
    return document(
        "Properties",
        node("Application", "Microsoft Office PowerPoint"),
        node("Company", words(deck.author)),
        node("AppVersion", "16.0000"),
        namespaces={"xmlns": f"{_PROPERTIES}/extended-properties"},
    )
