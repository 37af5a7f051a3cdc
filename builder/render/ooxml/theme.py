"""The theme: twelve colours, two fonts, flat fills and lines, and what new shapes look like."""

from __future__ import annotations

from builder.content.deck import OfficeTheme
from builder.render.ooxml.markup import DRAWING, document, node, solid

_LINES = (9525, 19050, 28575)  # EMU: 0.75, 1.5 and 2.25 pt


def theme_part(theme: OfficeTheme, *, name: str, rtl: bool) -> bytes:
    """The theme as a part; two masters may not share one, so each gets its own under its own name."""
    return document(
        "a:theme",
        node("a:themeElements", _colors(theme), _fonts(theme), _formats(theme.name)),
        _defaults(rtl),
        "<a:extraClrSchemeLst/>",
        _palette(theme),
        namespaces={"xmlns:a": DRAWING},
        name=name,
    )


def _colors(theme: OfficeTheme) -> str:
    slots = [node(f"a:{slot}", node("a:srgbClr", val=color.hex[1:])) for slot, color in theme.colors]
    return node("a:clrScheme", *slots, name=theme.name)


def _fonts(theme: OfficeTheme) -> str:
    def font(tag: str, family: str, complex_: str) -> str:
        scripts = [node("a:font", script=script, typeface=face) for script, face in theme.scripts]
        latin = node("a:latin", typeface=family)
        return node(tag, latin, '<a:ea typeface=""/>', node("a:cs", typeface=complex_), *scripts)

    heading = font("a:majorFont", theme.heading, theme.complex_heading or theme.complex)
    return node("a:fontScheme", heading, font("a:minorFont", theme.text, theme.complex), name=theme.name)


def _formats(name: str) -> str:
    fills = solid("phClr") * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return node(
        "a:fmtScheme",
        node("a:fillStyleLst", fills),
        node("a:lnStyleLst", *map(_line, _LINES)),
        node("a:effectStyleLst", effects),
        node("a:bgFillStyleLst", fills),
        name=name,
    )


def _line(width: int) -> str:
    stroke = solid("phClr") + '<a:prstDash val="solid"/><a:miter lim="800000"/>'
    return node("a:ln", stroke, w=width, cap="flat", cmpd="sng", algn="ctr")


def _defaults(rtl: bool) -> str:
    """New shapes are flat with text in the ground's colour, new text boxes stand on the margin."""
    start = "r" if rtl else "l"
    shape = node("a:spPr", solid("accent1"), "<a:ln><a:noFill/></a:ln>")
    shape += node("a:bodyPr", rtlCol=rtl, anchor="ctr") + _default_text("ctr", solid("bg1"))
    line = node("a:spPr", node("a:ln", solid("accent1"), w=_LINES[1])) + "<a:bodyPr/><a:lstStyle/>"
    fitted = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    text = "<a:spPr><a:noFill/></a:spPr>"
    text += node("a:bodyPr", "<a:spAutoFit/>", wrap="square", **fitted, rtlCol=rtl) + _default_text(start, "")
    return node("a:objectDefaults", node("a:spDef", shape), node("a:lnDef", line), node("a:txDef", text))


def _default_text(align: str, fill: str) -> str:
    return node("a:lstStyle", node("a:defPPr", node("a:defRPr", fill, sz=2000), algn=align))


def _palette(theme: OfficeTheme) -> str:
    if not theme.named:
        return ""
    named = [(name, node("a:srgbClr", val=color.hex[1:])) for name, color in theme.named]
    return node("a:custClrLst", *(node("a:custClr", color, name=name) for name, color in named))
