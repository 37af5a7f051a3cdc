"""A slide and the words of its speaker: texts and tables in their holders, those of graphics left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

from builder.content.deck import (
    ChartFill,
    Deck,
    Filling,
    PictureFill,
    Placeholder,
    ShapesFill,
    SlideContent,
    SlideLayout,
    SlideParagraph,
    TableFill,
    TextFill,
)
from builder.render.ooxml.markup import document, node, place
from builder.render.pptx.drawn import drawn_group, fade, medal
from builder.render.pptx.freeform import SlideColors
from builder.render.pptx.master import color_override
from builder.render.pptx.shapes import FURNITURE, LOCK, SIZES, number_field
from builder.render.pptx.speech import Spoken, footed, spoken, whole
from builder.render.pptx.table import table_frame
from builder.tagged import in_language_of

FIRST_LINK = 2  # the number of the first link's relation, after that of the layout
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
_WHOLE = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
# What a page of notes shows of its master, in the names that Office gives.
_SLIDE_IMAGE = (2, "Slide Image Placeholder 1", node("p:ph", type="sldImg", idx=2))
_NOTES = (3, "Notes Placeholder 2", node("p:ph", type="body", idx=3, sz="quarter"))
_PAGE = (4, "Slide Number Placeholder 3", node("p:ph", type="sldNum", idx=5, sz="quarter"))

Held = tuple[int, Placeholder, Filling]  # the shape's id, its holder and what that is filled with


def slide_part(deck: Deck, layout: SlideLayout, content: SlideContent, number: int) -> bytes:
    """The slide of that number; its layout is rId1, the addresses of `links` are rId2 and on."""
    targets = {address: f"rId{rank}" for rank, address in enumerate(links(content), FIRST_LINK)}
    held = shown(layout, content)
    inks = SlideColors(deck.theme, layout.colors or deck.colors)
    shapes = [_shape(deck, inks, targets, *each) for each in held]
    first = held[-1][0] + 1 if held else 2
    faded = [holder for _, holder, filling in held if isinstance(filling, PictureFill) and holder.fades]
    shapes += [fade(holder.box, deck.rtl, first + at) for at, holder in enumerate(faded)]
    first += len(faded)
    shapes += [_foot(deck, holder, at, number) for at, holder in enumerate(_furniture(deck, layout), first)]
    return document(
        "p:sld",
        node("p:cSld", node("p:spTree", _GROUP, "<p:grpSpPr/>", *shapes)),
        color_override(layout),
    )


def notes_page(deck: Deck, text: str, number: int) -> bytes:
    """What the speaker says to the slide of that number."""
    group = _GROUP + node("p:grpSpPr", node("a:xfrm", _WHOLE))
    shapes = (
        _placed(*_SLIDE_IMAGE),
        _placed(*_NOTES, _body(_lines(text, deck), "<a:lstStyle/>")),
        _placed(*_PAGE, _body(node("a:p", number_field("slidenum", str(number), deck.lang)))),
    )
    tree = node("p:cSld", node("p:spTree", group, *shapes))
    return document("p:notes", tree, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")


def shown(layout: SlideLayout, content: SlideContent) -> tuple[Held, ...]:
    """What is on the slide, in the layout's order; KeyError for a filling that has no placeholder."""
    holders = (holder for holder in (*layout.placeholders, *layout.places) if holder.kind not in FURNITURE)
    places = {holder.index: (number, holder) for number, holder in enumerate(holders, 2)}
    return tuple(
        sorted(((*places[filling.index], filling) for filling in content.fillings), key=itemgetter(0))
    )


def links(content: SlideContent) -> tuple[str, ...]:
    """The addresses that the slide leads to, each once."""
    return tuple(dict.fromkeys(link for filling in content.fillings for link in _links(filling) if link))


def _links(filling: Filling) -> Iterator[str]:
    if isinstance(filling, TextFill):
        yield from (paragraph.link for paragraph in filling.paragraphs)
    elif isinstance(filling, ShapesFill):
        yield filling.link


def _shape(
    deck: Deck,
    inks: SlideColors,
    targets: Mapping[str, str],
    number: int,
    holder: Placeholder,
    filling: Filling,
) -> str:
    ph = node("p:ph", type=None if holder.kind == "obj" else holder.kind, idx=holder.index or None)
    match filling:
        case TextFill():
            if holder.form == "circle":
                return medal(filling, holder, number, inks, deck)
            return _placed(number, holder.name, ph, _filled(filling, deck, targets, holder.heading))
        case TableFill():
            return table_frame(deck, holder, filling, number, ph)
        case ShapesFill():
            return drawn_group(filling, number, inks, targets.get(filling.link, ""))
        case PictureFill() | ChartFill():  # python-pptx puts a graphic here, and asks where
            return _placed(number, holder.name, ph, properties=node("p:spPr", place(holder.box)))


def _placed(number: int, name: str, ph: str, text: str = "", properties: str = "<p:spPr/>") -> str:
    named = node("p:cNvPr", id=number, name=name)
    head = node("p:nvSpPr", named, node("p:cNvSpPr", LOCK), node("p:nvPr", ph))
    return node("p:sp", head, properties, text)


def _filled(filling: TextFill, deck: Deck, targets: Mapping[str, str], heading: bool) -> str:
    """The paragraphs, and the scale that long text was fitted at."""
    scale = round(filling.scale * 100_000)
    fit = node("a:normAutofit", fontScale=scale) if filling.scale < 1 else ""
    size = round(filling.size * 100) if filling.size else None
    paragraphs = [_paragraph(each, size, deck, targets, heading) for each in filling.paragraphs]
    return node("p:txBody", node("a:bodyPr", fit), "<a:lstStyle/>", *paragraphs)


def _paragraph(
    content: SlideParagraph, size: int | None, deck: Deck, targets: Mapping[str, str], heading: bool
) -> str:
    said = whole(content.text, deck, heading=heading)
    link = node("a:hlinkClick", r__id=targets[content.link]) if content.link else ""
    run = node("a:r", node("a:rPr", link, sz=size, lang=said.lang), node("a:t", said.text))
    flush = 0 if content.plain else None
    bullet = "<a:buNone/>" if content.plain else ""
    flow = {"lvl": content.level or None, "marL": flush, "indent": flush, "rtl": said.rtl}
    return node("a:p", node("a:pPr", bullet, **flow), run)


def _furniture(deck: Deck, layout: SlideLayout) -> Iterator[Placeholder]:
    """The footer and the slide's number, which stand last on a slide, so that they are read last."""
    kinds = ("sldNum", "ftr") if deck.footer else ("sldNum",)
    return (holder for holder in layout.placeholders if holder.kind in kinds)


def _foot(deck: Deck, holder: Placeholder, at: int, number: int) -> str:
    if holder.kind == "ftr":
        said, after = footed(deck.footer, deck)
        end = node("a:r", node("a:rPr", lang=said.lang), node("a:t", after)) if after else ""
        text = node("a:p", *_runs(said), end)
    else:
        text = node("a:p", number_field("slidenum", str(number), deck.lang))
    ph = node("p:ph", type=holder.kind, idx=holder.index or None, sz=SIZES[holder.kind])
    return _placed(at, holder.name, ph, _body(text))


def _body(paragraphs: str, style: str = "") -> str:
    return node("p:txBody", "<a:bodyPr/>", style, paragraphs)


def _lines(text: str, deck: Deck) -> str:
    """A paragraph a line; a vertical tab begins a line within one, as Office has it."""
    lines = (in_language_of(line, text) for line in text.split("\n"))
    return "".join(node("a:p", *_runs(spoken(line, deck))) for line in lines)


def _runs(said: Spoken) -> Iterator[str]:
    if said.rtl is not None:
        yield node("a:pPr", rtl=said.rtl)
    for rank, part in enumerate(said.text.split("\v")):
        if rank:
            yield "<a:br/>"
        if part:
            yield node("a:r", node("a:rPr", lang=said.lang), node("a:t", part))
