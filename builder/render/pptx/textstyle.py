"""Levels of text: what a paragraph of the master, of a layout and of new text boxes looks like."""

from __future__ import annotations

from functools import lru_cache

from builder.content.deck import DEEPER, INDENT, above
from builder.record import Record
from builder.render.ooxml.markup import emu, node, solid

_SMALLEST = 20.0  # pt: what an audience can still read at the back of a room
_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
_ALIGN = {"start": ("l", "r"), "center": ("ctr", "ctr"), "end": ("r", "l")}  # left-to-right, right-to-left


class Level(Record, kw_only=True):
    """One level's look; sizes in pt, `None` inherits."""

    size: float | None = None
    color: str | None = None
    heading: bool | None = None
    bold: bool | None = None
    leading: float | None = None
    before: float | None = None  # space above, pt
    align: str | None = "start"
    bullet: str | None = None  # a character, or "" for none
    mark: str = ""  # the colour of that character
    indent: float = 0.0  # pt from the edge to the text
    hang: float = 0.0  # pt from the bullet to the text


@lru_cache(maxsize=1024)
def level(style: Level, number: int, *, rtl: bool, tag: str = "") -> str:
    """The style as the properties of level `number` (1 to 9), children in the schema's order."""
    sets_bullet = style.bullet is not None
    return node(
        tag or f"a:lvl{number}pPr",
        _percent("a:lnSpc", style.leading),
        _points("a:spcBef", style.before),
        _bullet(style.bullet, style.mark) if sets_bullet else "",
        _run(style),
        marL=emu(style.indent) if sets_bullet else None,
        indent=-emu(style.hang) if sets_bullet else None,
        algn=_ALIGN[style.align][rtl] if style.align else None,
        rtl=rtl,
    )


def bulleted(size: float, color: str, mark: str, *, leading: float | None = None) -> tuple[Level, ...]:
    """Five levels with bullets from `size` downwards, never under the smallest size."""
    signs = "•–•–•"
    return tuple(
        Level(
            size=max(_SMALLEST, size - DEEPER * depth),
            color=color,
            leading=leading,
            before=above(depth),
            bullet=sign,
            mark=mark,
            indent=INDENT * (depth + 1),
            hang=INDENT,
        )
        for depth, sign in enumerate(signs)
    )


def _run(style: Level) -> str:
    family = None if style.heading is None else ("mj" if style.heading else "mn")
    fonts = [node(f"a:{part}", typeface=f"+{family}-{script}") for part, script in _SCRIPTS if family]
    size = None if style.size is None else round(style.size * 100)
    return node("a:defRPr", solid(style.color) if style.color else "", *fonts, sz=size, b=style.bold)


def _bullet(sign: str | None, mark: str) -> str:
    if not sign:
        return "<a:buNone/>"
    color = node("a:buClr", node("a:schemeClr", val=mark))
    return color + '<a:buFont typeface="Arial"/>' + node("a:buChar", char=sign)


def _percent(tag: str, share: float | None) -> str:
    return "" if share is None else node(tag, node("a:spcPct", val=round(share * 100_000)))


def _points(tag: str, points: float | None) -> str:
    return "" if points is None else node(tag, node("a:spcPts", val=round(points * 100)))
