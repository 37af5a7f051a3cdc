"""The table style that new tables get: bands under a head in the heading colour."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.markup import DRAWING, document, guid, node, solid

_NONE = "<a:ln><a:noFill/></a:ln>"
_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
_RULED = ("bottom",)


def style_id(deck: Deck) -> str:
    """The style's GUID, the same for every deck of a theme."""
    return guid(deck.theme.name, "table")


def table_part(deck: Deck) -> bytes:
    """The list of table styles, with the theme's as the default."""
    name = style_id(deck)
    style = node(
        "a:tblStyle",
        node("a:wholeTbl", _text("tx1"), node("a:tcStyle", _borders(), node("a:fill", "<a:noFill/>"))),
        node("a:band2H", _filled("bg2")),
        node("a:firstCol", '<a:tcTxStyle b="on"/>'),
        node("a:firstRow", _text("bg1", bold=True), _filled("tx2")),
        node("a:nwCell", _text("bg1", bold=True), node("a:tcStyle", "<a:tcBdr/>")),
        styleId=name,
        styleName=deck.theme.name,
    )
    return document("a:tblStyleLst", style, namespaces={"xmlns:a": DRAWING}, **{"def": name})


def _text(token: str, *, bold: bool = False) -> str:
    font = '<a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef>'
    return node("a:tcTxStyle", font, node("a:schemeClr", val=token), b="on" if bold else None)


def _filled(token: str) -> str:
    return node("a:tcStyle", "<a:tcBdr/>", node("a:fill", solid(token)))


def _borders() -> str:
    line = node("a:ln", solid("tx2"), w=12700, cmpd="sng")
    return node("a:tcBdr", *(node(f"a:{side}", line if side in _RULED else _NONE) for side in _SIDES))
