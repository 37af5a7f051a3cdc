"""Small fonts of every kind that is bought: a ring, an arch and a bar, as bold as is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

LETTERS = "lno"
EM, LIGHT, BOLD = 1000, 60, 140  # units; strokes of 400 and 700
AXES = {"wght": (400, 400, 700), "opsz": (10, 10, 72)}
NARROWER = 40  # units that letters lose on the axis of sizes

Point = tuple[float, float]


def ttf(family: str = "Rings", weight: int = 400, letters: str = LETTERS, **said: Any) -> bytes:
    """A static TrueType font; `said` is what stands in OS/2, such as fsType."""
    return _saved(_truetype(family, weight, letters, said))


def otf(family: str = "Rings", weight: int = 400, letters: str = LETTERS, **said: Any) -> bytes:
    """The same with PostScript outlines."""
    builder = FontBuilder(EM, isTTF=False)
    _begin(builder, letters)
    outlines = {}
    for letter in _named(letters):
        pen = T2CharStringPen(_advance(letter), None)
        _draw(letter, _stroke(weight), 0, Qu2CuPen(pen, 0.5, all_cubic=True))
        outlines[letter] = pen.getCharString()
    name = f"{family}-{weight}"
    builder.setupCFF(name, {"FullName": name}, outlines, {})
    return _saved(_finish(builder, family, weight, letters, said))


def variable(family: str = "Rings", axes: Iterable[str] = ("wght",), **said: Any) -> bytes:
    """A TrueType font with axes of AXES."""
    font = _truetype(family, 400, LETTERS, said)
    builder = FontBuilder(font=font)
    builder.setupFvar([(tag, *AXES[tag], tag) for tag in axes], [])
    places = {"wght": (BOLD, 0), "opsz": (LIGHT, NARROWER)}
    deltas = {
        name: [_moved(name, tag, *places[tag]) for tag in axes if name != ".notdef"]
        for name in _named(LETTERS)
    }
    builder.setupGvar(deltas)
    return _saved(font)


def packed(font: bytes, flavor: str) -> bytes:
    """A font as `woff` or `woff2`."""
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    opened.flavor = flavor
    return _saved(opened)


def collection(*fonts: bytes) -> bytes:
    """Fonts in one file."""
    gathered, out = TTCollection(), BytesIO()
    gathered.fonts = [TTFont(BytesIO(font), recalcTimestamp=False) for font in fonts]
    gathered.save(out)
    return out.getvalue()


def _truetype(family: str, weight: int, letters: str, said: Mapping[str, Any]) -> TTFont:
    builder = FontBuilder(EM, isTTF=True)
    _begin(builder, letters)
    builder.setupGlyf({name: _glyph(name, _stroke(weight), 0) for name in _named(letters)})
    return _finish(builder, family, weight, letters, said)


def _begin(builder: FontBuilder, letters: str) -> None:
    builder.setupGlyphOrder(_named(letters))
    builder.setupCharacterMap({32: "space", **{ord(letter): letter for letter in letters}})


def _finish(builder: FontBuilder, family: str, weight: int, letters: str, said: Mapping[str, Any]) -> TTFont:
    sides = {name: _left(builder.font, name) for name in _named(letters)}
    builder.setupHorizontalMetrics({name: (_advance(name), sides[name]) for name in _named(letters)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    style = {400: "Regular", 700: "Bold"}.get(weight, str(weight))
    names = {"familyName": family, "styleName": style, "psName": f"{family.replace(' ', '')}-{style}"}
    builder.setupNameTable(names)
    builder.setupOS2(**{"usWeightClass": weight, "fsType": 0, "sTypoAscender": 800, **said})
    builder.setupPost()
    return builder.font


def _left(font: TTFont, name: str) -> int:
    return getattr(font["glyf"][name], "xMin", 0) if "glyf" in font else 0


def _named(letters: str) -> list[str]:
    return [".notdef", "space", *letters]


def _stroke(weight: int) -> float:
    return LIGHT + (BOLD - LIGHT) * (weight - 400) / 300


def _advance(name: str) -> int:
    return {"l": 300, "space": 250}.get(name, 600)


def _glyph(name: str, stroke: float, narrower: float) -> Any:
    pen = TTGlyphPen(None)
    _draw(name, stroke, narrower, pen)
    return pen.glyph()


def _draw(name: str, stroke: float, narrower: float, pen: Any) -> None:
    """A letter, from its left edge at 50 to its right edge, 50 before the next."""
    right = _advance(name) - 50 - narrower
    if name == "l":
        _bar(pen, 50, right, 0, 700)
    elif name == "n":
        _bar(pen, 50, 50 + stroke, 0, 400)
        _bar(pen, right - stroke, right, 0, 400)
        _bar(pen, 50, right, 400, 400 + stroke)
    elif name == "o":
        _round(pen, 50, right, 0, 500)
        _round(pen, right - stroke, 50 + stroke, stroke, 500 - stroke)


def _bar(pen: Any, left: float, right: float, bottom: float, top: float) -> None:
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()


def _round(pen: Any, left: float, right: float, bottom: float, top: float) -> None:
    """A ring's edge; the other way round where left is right."""
    middle, half = (left + right) / 2, (bottom + top) / 2
    pen.moveTo((left, half))
    pen.qCurveTo((left, top), (middle, top))
    pen.qCurveTo((right, top), (right, half))
    pen.qCurveTo((right, bottom), (middle, bottom))
    pen.qCurveTo((left, bottom), (left, half))
    pen.closePath()


def _moved(name: str, tag: str, stroke: float, narrower: float) -> TupleVariation:
    """How far each point moves at the end of an axis; the last four are those of the advance."""
    before, after = (
        _glyph(name, *at).coordinates if name in LETTERS else () for at in ((LIGHT, 0), (stroke, narrower))
    )
    moves = [(round(b[0] - a[0]), round(b[1] - a[1])) for a, b in zip(before, after, strict=True)]
    return TupleVariation({tag: (0, 1, 1)}, [*moves, (0, 0), (-narrower, 0), (0, 0), (0, 0)])


def _saved(font: TTFont) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def colored(font: bytes) -> bytes:
    """The font with layers of two colours for its first letter."""
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    letter, other = opened.getGlyphOrder()[1:3]
    opened["COLR"] = buildCOLR({letter: [(letter, 0), (other, 1)]}, version=0)
    opened["CPAL"] = buildCPAL([[(1.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 1.0)]])
    return _saved(opened)
