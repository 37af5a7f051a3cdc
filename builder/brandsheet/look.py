"""The look of the sheet: the brand's type and colours on a page that is wider than high."""

from __future__ import annotations

from builder.brand.identity import Brand
from builder.content.look import Look, TypeStyle
from builder.geometry.box import mm
from builder.layout.look import look_of
from builder.platforms.papers import beside
from builder.record import replace

_GRID = 12.0  # pt
_SIDE, _HANG = mm(15), mm(50)
_TOP, _BOTTOM = mm(17), mm(17)
# pt
_CHAPTER, _SECTION, _PART = 30.0, 15.0, 12.0
_TEXT, _LEAD, _LABEL, _NOTE, _FOOT = 10.0, 13.0, 10.0, 8.5, 8.0


def sheet_look(brand: Brand, language: str) -> Look:
    """A column beside a broad margin in which names and notes hang."""
    look, paper = look_of(brand, language), beside(brand.paper.sheet, "page")
    chapter, section, part = look.headings
    return replace(
        look,
        width=paper.height,
        height=paper.width,
        top=_TOP,
        bottom=_BOTTOM,
        outer=_SIDE,
        inner=_SIDE,
        hang=_HANG,
        grid=_GRID,
        text=sized(look.text, _TEXT),
        lead=sized(look.lead, _LEAD),
        note=sized(look.note, _NOTE),
        kicker=sized(look.kicker, _LABEL),
        headings=(sized(chapter, _CHAPTER), sized(section, _SECTION), sized(part, _PART)),
        label=sized(look.label, _LABEL),
        foot=sized(look.foot, _FOOT),
    )


def sized(style: TypeStyle, size: float) -> TypeStyle:
    """A style in another size, its lines as far apart in proportion."""
    return replace(style, size=size, leading=style.leading * size / style.size)
