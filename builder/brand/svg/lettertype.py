"""Which of the brand's fonts a text asks for (CSS Fonts 4, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.svg.cascade import Style
from builder.brand.svg.fontstyles import families
from builder.brand.svg.guard import Node
from builder.brand.svg.reading import Reading
from builder.brand.svg.refusals import TEXT_TO_OUTLINES
from builder.fonts.face import characters
from builder.media import Font

_FONT_OR_OUTLINES = f"name the font's files in `_brand.yml`, or {TEXT_TO_OUTLINES}"


def chosen_font(reading: Reading, node: Node, style: Style, text: str) -> Font | None:
    """The font of a text; None, and a fault, if the brand has none that draws all of it as it says."""
    named = families(style["font-family"])
    for name in named:
        if kin := list(_of_family(reading.fonts, name)):
            return _of_kin(reading, node, style, text, kin)
    what = f"in {named[0]}, which is no font of the brand" if named else "in a font that it does not name"
    reading.fault(node, f"it holds text {what}", _FONT_OR_OUTLINES)
    return None


def _of_family(fonts: tuple[Font, ...], name: str) -> Iterator[Font]:
    """The fonts of a family, which Illustrator calls by the PostScript names of its fonts too."""
    called = name.casefold()
    return (font for font in fonts if called in (font.family.casefold(), font.name.casefold()))


def _of_kin(reading: Reading, node: Node, style: Style, text: str, kin: list[Font]) -> Font | None:
    weight, italic = int(style["font-weight"]), not style["font-style"].startswith("normal")
    alike = [font for font in kin if (font.weight, font.italic) == (weight, italic)]
    if not alike:
        asked = f"{kin[0].family} {weight}{' italic' if italic else ''}"
        there = ", ".join(sorted({f"{font.weight}{' italic' if font.italic else ''}" for font in kin}))
        message = f"it holds text in {asked}, of which the brand has {there}"
        reading.fault(node, message, _FONT_OR_OUTLINES)
        return None
    # Letters of logos are large; those of other sizes are cut in another way.
    for font in sorted(alike, key=lambda font: -font.points):
        if all(ord(char) in characters(font.data) or char == " " for char in text):
            reading.used[font.digest] = font
            return font
    lacking = next(char for char in text if ord(char) not in characters(alike[0].data) and char != " ")
    message = f"it holds text in {alike[0].family}, which has no “{lacking}”"
    reading.fault(node, message, TEXT_TO_OUTLINES)
    return None
