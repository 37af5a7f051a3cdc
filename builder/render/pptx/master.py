"""The slide master and the layouts that inherit from it."""

from __future__ import annotations

from builder.content.deck import Deck, Placeholder, SlideLayout
from builder.render.ooxml.markup import color_map, document, node, solid
from builder.render.pptx.artpictures import ArtPictures
from builder.render.pptx.freeform import SlideColors
from builder.render.pptx.shapes import ShapeTree
from builder.render.pptx.textstyle import Level, bulleted, level

FIRST_ID = 2_147_483_648  # masters and layouts share one row of numbers from here
_OWN_INDEX = {"title": 0, "body": 1, "dt": 2, "ftr": 3, "sldNum": 4}  # as Office gives
_GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
_PER_POINT = 8  # guides are placed in 1/8 pt


def master_part(deck: Deck, pictures: ArtPictures) -> bytes:
    """The master: ground, placeholders, text styles and guides; its layouts are rId1 and on."""
    numbers = range(1, len(deck.layouts) + 1)
    ids = [node("p:sldLayoutId", id=FIRST_ID + number, r__id=f"rId{number}") for number in numbers]
    return document(
        "p:sldMaster",
        node("p:cSld", background(), _tree(deck, deck.master, pictures, own=True)),
        color_map("p:clrMap", deck.colors),
        node("p:sldLayoutIdLst", *ids),
        _text_styles(deck),
        node("p:extLst", _guides(deck)),
        preserve=True,
    )


def layout_part(deck: Deck, layout: SlideLayout, pictures: ArtPictures) -> bytes:
    """One layout; a ground of its own overrides the master's colour map, so added text stays readable."""
    return document(
        "p:sldLayout",
        node("p:cSld", background(), _tree(deck, layout, pictures), name=layout.name),
        color_override(layout),
        showMasterSp=None if layout.master_art else False,
        type=layout.type or None,
        preserve=True,
        userDrawn=True,
    )


def color_override(layout: SlideLayout) -> str:
    """The layout's own colour map. Its slides repeat it, so that added text is readable in every program."""
    own = color_map("a:overrideClrMapping", layout.colors) if layout.colors else "<a:masterClrMapping/>"
    return node("p:clrMapOvr", own)


def background() -> str:
    """The ground: what the colour map calls `bg1`."""
    return node("p:bg", node("p:bgPr", solid("bg1"), "<a:effectLst/>"))


def _tree(deck: Deck, layout: SlideLayout, pictures: ArtPictures, *, own: bool = False) -> str:
    inks = SlideColors(deck.theme, layout.colors or deck.colors)
    tree = ShapeTree(inks, pictures, deck)
    for drawing in layout.drawings:
        tree.draw(drawing)
    for placeholder in layout.placeholders:
        tree.hold(placeholder, _OWN_INDEX[placeholder.kind] if own else None)
    return tree.xml()


def _text_styles(deck: Deck) -> str:
    by_kind = {placeholder.kind: placeholder for placeholder in deck.master.placeholders}
    title, body = by_kind["title"], by_kind["body"]
    heading = _heading(title)
    texts = bulleted(body.size, body.color, body.mark, leading=body.leading)
    deeper = [texts[-1]] * (9 - len(texts))
    plain = Level(size=body.least, color="tx1", heading=False)
    default = node("a:defPPr", node("a:defRPr", lang=deck.lang))
    return node(
        "p:txStyles",
        node("p:titleStyle", level(heading, 1, rtl=deck.rtl)),
        node("p:bodyStyle", *_levels([*texts, *deeper], deck.rtl)),
        node("p:otherStyle", default, *_levels([plain] * 9, deck.rtl)),
    )


def _heading(title: Placeholder) -> Level:
    return Level(
        size=title.size,
        color=title.color,
        heading=True,
        bold=title.bold,
        leading=title.leading,
        before=0,
        bullet="",
    )


def _levels(styles: list[Level], rtl: bool) -> list[str]:
    return [level(style, number, rtl=rtl) for number, style in enumerate(styles, 1)]


def _guides(deck: Deck) -> str:
    safe = deck.safe
    across = [(None, x) for x in (safe.x, deck.width / 2, safe.right)]
    down = [("horz", y) for y in (safe.y, safe.bottom)]
    color = node("p15:clr", node("a:schemeClr", val="accent2"))
    guides = [
        node("p15:guide", color, id=number, orient=orient, pos=round(at * _PER_POINT), userDrawn=True)
        for number, (orient, at) in enumerate([*across, *down], 1)
    ]
    namespace = {"xmlns__p15": "http://schemas.microsoft.com/office/powerpoint/2012/main"}
    return node("p:ext", node("p15:sldGuideLst", *guides, **namespace), uri=_GUIDES)
