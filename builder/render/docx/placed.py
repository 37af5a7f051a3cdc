"""Pages that are laid out, covers among them: their words as paragraphs where they stood, to be edited.

Each is a frame of Word's (ECMA-376 part 1, 17.3.1.11), which grows downwards when more is written into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Picture, Text
from builder.content.story import Span
from builder.geometry.box import Box
from builder.geometry.pens import around, edges
from builder.record import Record, replace
from builder.render.docx.cover import Cover
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips
from builder.render.docx.sheet import Body
from builder.render.ooxml.markup import node
from builder.text.bidi import without_controls
from builder.text.office import OfficeFont, office_font

_THIN, _NEAR = 3.0, 14.0  # pt: how thick a line to write on is at most, and how far above its label
_STEP, _LEAST = 0.5, 7.0  # pt: how finely smaller sizes are tried, and the smallest
_WIDER = 1.08  # that a frame is wider than its words: fonts that stand in for Word's are a little broader
_HEAVY = 600  # of a font's weight: what Word shows in bold
_HALVES = 2  # Word counts sizes in half points
_ABOVE = 1.75  # sizes from a line to write on up to where its field starts: nothing of that covers the line
_TITLE = "Heading1"
_FRONT = "Title"
_SIZES, _SIDES = ("sz", "szCs"), ("top", "left", "bottom", "right")
_LARGE, _SMALL = 20.0, 13.0  # pt: what is typed on the longest line, and on others
_BLANK = "\u2003" * 4  # what a field holds that nobody has filled in: it prints as nothing


class Blank(Record):
    """A line to write on, and the label under it."""

    line: Box
    label: str


def write_placed(body: Body, cover: Cover) -> None:
    """The words of the page in the order of reading, and a field to type in on each line above a label."""
    blanks = {blank.label: blank for blank in _blanks(cover)}
    longest = max((blank.line.w for blank in blanks.values()), default=0.0)
    for text in (cover.title, *cover.others):
        if blank := blanks.get(text.words):
            size = _LARGE if blank.line.w == longest else _SMALL
            room = Box(blank.line.x, blank.line.y - _ABOVE * size, blank.line.w, size)
            field = _framed(body, "Subtitle", (), room, size)
            field.parts.append(_field(blank.label, list(blanks).index(blank.label) + 1, size))
        _write(body, text, _TITLE if text is cover.title else "Subtitle")
    body.put("Note")  # frames stand before a paragraph that is none


def write_front(body: Body, cover: Cover) -> None:
    """The words of the first page where they stood, the title first; what follows starts a page."""
    for text in (cover.title, *cover.others):
        paragraph = _write(body, text, _FRONT if text is cover.title else "Subtitle")
        _mirror(body, paragraph, text)
        if any(text.box.overlaps(box) for box in _bars(replace(cover.art, items=cover.art.items[1:]))):
            for run in paragraph.runs:  # its style has the ground behind it, which is not all that is there
                run.properties.put("shd", val="clear", fill="auto")
    body.put("Note")  # frames stand before a paragraph that is none
    body.break_page()


def write_back(body: Body, cover: Cover, id_: str) -> None:
    """The words of the last page where they stood, in a section of its own; its title is a chapter's."""
    body.end_section()
    title = _write(body, cover.title, _TITLE, id_=id_)
    _mirror(body, title, cover.title)
    title.properties.put("shd", val="clear", fill="auto")
    title.properties.put("pBdr", *(word(side, val="nil") for side in _SIDES))
    for text in sorted(cover.others, key=lambda text: text.box.y):
        link = dict(cover.links).get(text.words, "")
        _mirror(body, _write(body, text, "BodyText", link=link), text)
    body.put("Note")  # as above


def _mirror(body: Body, paragraph: Paragraph, text: Text) -> None:
    """Words that run from right to left in a frame as far from either edge: LibreOffice mirrors its place."""
    if not body.story.rtl:
        return
    page, room = body.story.look.width, _wider(text.box, rtl=True)
    edge = min(room.x, page - room.right)
    _set(paragraph, Box(edge, room.y, page - 2 * edge, room.h))
    start, end = page - edge - room.right, room.x - edge
    paragraph.properties.put("ind", left=twips(start), right=twips(end))


def _write(body: Body, text: Text, style: str, *, link: str = "", id_: str = "") -> Paragraph:
    title, office = style in {_TITLE, _FRONT}, body.story.look.office
    font = office_font(office.display if title else office.text, office.complex)
    bold = title or any(run.font.weight >= _HEAVY for line in text.lines for run in line.runs)
    spans, size = tuple(_stretches(text)), _fitting(text, font, bold=bold)
    paragraph = _framed(body, style, spans, _wider(text.box, rtl=body.story.rtl), size, id_)
    if len(text.lines) > 1:  # Word's own pitch would let them grow over what stands below
        pitch = (text.lines[-1].baseline - text.lines[0].baseline) / (len(text.lines) - 1)
        _space(paragraph, line=twips(pitch), lineRule="exact")
    drawn, at = list(_drawn(text)), 0
    for run in paragraph.runs:  # each is of one way: spans are, and runs part no further than those
        color, italic = drawn[at] if at < len(drawn) else (text.color, False)
        at += len(without_controls(run.text))
        run.properties.put("b", val=int(bold))
        run.properties.put("bCs", val=int(bold))
        for name in ("i", "iCs") * italic:
            run.properties.put(name)
        run.properties.put("color", **body.inks.text(color))
    if link:
        paragraph.parts = [body.runs.linked(link, paragraph.runs)]
    return paragraph


def _stretches(text: Text) -> Iterator[Span]:
    """The words, parted where their colour or their slope changes."""
    signs = zip(without_controls(text.words), _drawn(text), strict=True)
    for _, piece in groupby(signs, key=itemgetter(1)):
        yield Span("".join(sign for sign, _ in piece), lang=text.lang)


def _drawn(text: Text) -> Iterator[tuple[Color, bool]]:
    """The colour of each character of the words, and whether it slopes otherwise than the first.

    Blanks are as what stands before them: at the ends of lines they are not drawn.
    """
    runs = [run for line in text.lines for run in line.runs]
    sloped = bool(runs) and runs[0].font.italic
    ways = [(sign, (run.color or text.color, run.font.italic != sloped)) for run in runs for sign in run.text]
    at, way = 0, (text.color, False)
    for sign in without_controls(text.words):
        found = next((place for place in range(at, len(ways)) if ways[place][0] == sign), None)
        if found is not None and not sign.isspace():
            at, way = found + 1, ways[found][1]
        yield way


def _wider(room: Box, *, rtl: bool) -> Box:
    more = room.w * (_WIDER - 1)
    return replace(room, x=room.x - more * rtl, w=room.w + more)


def _framed(
    body: Body, style: str, spans: tuple[Span, ...], room: Box, size: float, id_: str = ""
) -> Paragraph:
    """A paragraph in a place of the page."""
    paragraph = body.put(style, spans, id_=id_)
    _set(paragraph, room)
    _space(paragraph)
    for run in paragraph.runs:
        for name in _SIZES:
            run.properties.put(name, val=round(size * _HALVES))
    return paragraph


def _space(paragraph: Paragraph, **lines: object) -> None:
    """No white above or below, and how far apart its lines stand, if they are told."""
    paragraph.properties.put("spacing", before=0, after=0, **lines)


def _set(paragraph: Paragraph, room: Box) -> None:
    place = {"x": twips(room.x), "y": twips(room.y), "w": twips(room.w), "h": twips(room.h)}
    edges_of = {"hAnchor": "page", "vAnchor": "page"}
    paragraph.properties.put("framePr", **place, **edges_of, hRule="atLeast", wrap="around")


def _field(label: str, number: int, size: float) -> str:
    """A content control for plain text, which is empty and says what belongs into it."""
    called = word("alias", val=label), word("tag", val=f"field{number}"), word("id", val=number)
    return word(
        "sdt",
        word("sdtPr", *called, word("text")),
        word("sdtContent", node("w:r", _sized(size), node("w:t", _BLANK, xml__space="preserve"))),
    )


def _sized(size: float) -> str:
    return node("w:rPr", *(word(name, val=round(size * _HALVES)) for name in _SIZES))


def _fitting(text: Text, font: OfficeFont, *, bold: bool) -> float:
    """The size at which the words take no more lines in Word's font than they were laid out on."""
    size = round(text.size / _STEP) * _STEP
    while size > _LEAST and font.lines(text.words, size, text.box.w, bold=bold) > len(text.lines):
        size -= _STEP
    return size


def _blanks(cover: Cover) -> Iterator[Blank]:
    """The lines to write on: each thin bar near above words that begin where it begins."""
    bars = [box for box in _bars(cover.art) if box.h <= _THIN]
    for text in cover.others:
        for bar in bars:
            side = min(abs(bar.x - text.box.x), abs(bar.right - text.box.right))
            if 0 <= text.box.y - bar.bottom <= _NEAR and side <= _THIN:
                yield Blank(bar, text.words)
                break


def _bars(art: Frame) -> Iterator[Box]:
    for item in art.items:
        if isinstance(item, Path):
            yield around([edges(item.commands)])
        elif isinstance(item, Fill | Picture):
            yield item.box
