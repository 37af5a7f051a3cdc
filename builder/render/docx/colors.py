"""Colours as Word writes them: the value, and the theme's name for it, so that a new theme reaches all."""

from __future__ import annotations

from builder.color import Color
from builder.content.deck import SLOTS, OfficeTheme, Slot
from builder.content.look import Look

# The theme's slots as WordprocessingML calls them (ECMA-376, ST_ThemeColor).
_NAMES: dict[Slot, str] = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}


def theme_of(look: Look) -> OfficeTheme:
    """The look's colours in Office's twelve slots, and its fonts."""
    office, title = look.office, look.headings[0].color
    accents = (*office.accents, *(look.accent for _ in range(6)))[:6]
    colors = (look.text.color, look.paper, title, look.panel, *accents, look.accent, title)
    return OfficeTheme(
        name=office.name,
        colors=tuple(zip(SLOTS, colors, strict=True)),
        heading=office.display,
        text=office.text,
        complex=office.complex,
    )


class WordColors:
    """The attributes that set a colour, in the look's theme if it has it."""

    def __init__(self, look: Look) -> None:
        self._slots = {color: slot for slot, color in reversed(theme_of(look).colors)}

    def text(self, color: Color) -> dict[str, str]:
        """For `w:color`."""
        return {"w:val": color.hex[1:]} | self._theme(color, "w:themeColor")

    def line(self, color: Color) -> dict[str, str]:
        """For borders."""
        return {"w:color": color.hex[1:]} | self._theme(color, "w:themeColor")

    def ground(self, color: Color) -> dict[str, str]:
        """For `w:shd`."""
        shading = {"w:val": "clear", "w:color": "auto", "w:fill": color.hex[1:]}
        return shading | self._theme(color, "w:themeFill")

    def _theme(self, color: Color, attribute: str) -> dict[str, str]:
        slot = self._slots.get(color)
        return {attribute: _NAMES.get(slot, slot)} if slot else {}
