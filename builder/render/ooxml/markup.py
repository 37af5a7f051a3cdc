"""Elements of Office's XML as text: names with their prefixes, lengths in EMU."""

from __future__ import annotations

import re
import uuid

from builder.content.deck import ColorMap
from builder.geometry.box import EMU_PER_PT, Box
from builder.render.xmltext import escape, quoteattr
from builder.source.copied import copied

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"

ROOT = {"xmlns:a": DRAWING, "xmlns:r": RELATIONS, "xmlns:p": SLIDES}
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMES = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_ESCAPED = re.compile(r"[&<>\"\n\r\t]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def node(tag: str, /, *children: str, **attributes: object) -> str:
    """An element; children are markup, `None` leaves an attribute out, `r__id` means `r:id`."""
    shown = ""  # a file has thousands: each attribute is looked at once
    for key, value in attributes.items():
        if value is not None:
            shown += f" {key.replace('__', ':')}={_quoted(value)}"
    inside = "".join(children)
    return f"<{tag}{shown}>{inside}</{tag}>" if inside else f"<{tag}{shown}/>"


def document(
    tag: str, /, *children: str, namespaces: dict[str, str] | None = None, **attributes: object
) -> bytes:
    """A whole part: the element as a root with its namespaces, in UTF-8."""
    declared = {key.replace(":", "__"): uri for key, uri in (namespaces or ROOT).items()}
    return (DECLARATION + node(tag, *children, **declared, **attributes)).encode()


def words(text: str) -> str:
    """Text as markup."""
    return escape(copied(text))


def emu(points: float) -> int:
    """Points as English Metric Units, whole as the format wants them."""
    return round(points * EMU_PER_PT)


def place(box: Box, tag: str = "a:xfrm", *inner: str) -> str:
    """Where a shape stands."""
    return node(
        tag,
        node("a:off", x=emu(box.x), y=emu(box.y)),
        node("a:ext", cx=emu(box.w), cy=emu(box.h)),
        *inner,
    )


def blip(png: str, svg: str = "") -> str:
    """A picture by the id of its relation, and its curves beside it for programs that draw SVG.

    The extension is that of Office 2016 (MS-ODRAWXML, 2.5.1.2, `svgBlip`).
    """
    if not svg:
        return node("a:blip", r__embed=png)
    vector = node("asvg:svgBlip", xmlns__asvg=_SVG_NAMES, r__embed=svg)
    return node("a:blip", node("a:extLst", node("a:ext", vector, uri=_SVG)), r__embed=png)


def solid(token: str) -> str:
    """A fill in a colour of the scheme."""
    return node("a:solidFill", node("a:schemeClr", val=token))


def color_map(tag: str, colors: ColorMap) -> str:
    """Which slot of the theme each name means."""
    named: dict[str, str] = dict(colors)
    return node(tag, **named)


def guid(*names: str) -> str:
    """A GUID that the same names always give, written as Office writes it."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_URL, '/'.join(names))}}}".upper()


def _quoted(value: object) -> str:
    """A value in quotes; most are numbers and names, in which nothing is to be escaped."""
    if type(value) is int:
        return f'"{value}"'
    text = str(int(value)) if isinstance(value, bool) else copied(str(value))
    return quoteattr(text) if _ESCAPED.search(text) else f'"{text}"'
