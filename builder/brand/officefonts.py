"""The fonts of slides and Word files, where a brand does not say: those of Office that are near its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

from builder.brand.brandfile import BrandFile
from builder.brand.fontfamilies import Families, css_families
from builder.brand.identity import OfficeFonts
from builder.media import Font

# Those that Windows and macOS have alike, with Office or without (Microsoft: "Cloud fonts in Office").
_OFFICE = {
    name.lower(): name
    for name in (
        *("Arial", "Arial Black", "Arial Narrow", "Calibri", "Cambria", "Candara", "Comic Sans MS"),
        *("Consolas", "Constantia", "Corbel", "Courier New", "Franklin Gothic Book", "Garamond", "Georgia"),
        *("Gill Sans MT", "Impact", "Palatino Linotype", "Rockwell", "Tahoma", "Times New Roman"),
        *("Trebuchet MS", "Tw Cen MT", "Verdana"),
    )
}
_GENERIC = {"serif": "Georgia", "sans-serif": "Arial", "monospace": "Courier New"}
_SERIFED, _PLAIN = "Georgia", "Arial"
_SEEN = 0.02  # em that a serif juts out


def near_office(file: BrandFile, families: Families, fonts: tuple[Font, ...]) -> OfficeFonts:
    """What the brand names under `office:`, or fonts that are serifed as its own are."""
    own, type_ = file.defaults.packbuild.office, file.typography
    text = own.text or _near(type_.main_family, families["text"], fonts)
    headings = type_.headings.family or type_.main_family
    return OfficeFonts(own.display or _near(headings, families["display"], fonts), text)


def _near(written: str | None, families: Mapping[str, tuple[str, ...]], fonts: tuple[Font, ...]) -> str:
    """A font of Office that the font stack names, or that is like the family that is used."""
    stack = css_families(written) if written else ()
    if named := next((_OFFICE[name.lower()] for name in stack if name.lower() in _OFFICE), None):
        return named
    if generic := next((_GENERIC[name] for name in stack if name in _GENERIC), None):
        return generic
    own = (font for family in families.get("default", ()) for font in fonts if font.family == family)
    upright = min((font for font in own if not font.italic), key=lambda font: font.weight, default=None)
    return _SERIFED if upright and serifed(upright.data) else _PLAIN


@lru_cache(maxsize=16)
def serifed(data: bytes) -> bool:
    """Whether the foot of an `h` is wider than its stem; no, if the font has none."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands being read need it

    with TTFont(BytesIO(data), lazy=True) as font:
        name = font.getBestCmap().get(ord("h"))
        if name is None or "glyf" not in font:
            return False
        em, glyphs = font["head"].unitsPerEm, font["glyf"]
        points, ends, _ = glyphs[name].getCoordinates(glyphs)
    outline = [points[start:end] for start, end in pairwise((0, *(end + 1 for end in ends)))]
    foot, stem = (min(_crossings(outline, em * height), default=0) for height in (0.01, 0.2))
    return bool(stem - foot > em * _SEEN)


def _crossings(outline: list[list[tuple[int, int]]], height: float) -> Iterator[float]:
    """Where a line at a height crosses an outline, which is taken as straight between its points."""
    for contour in outline:
        for (x, y), (to_x, to_y) in pairwise((*contour, contour[0])):
            if (y < height) != (to_y < height):
                yield x + (to_x - x) * (height - y) / (to_y - y)
