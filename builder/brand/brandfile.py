"""What a designer writes in `_brand.yml`: the brand.yml format, and what only packbuild needs.

The format is https://posit-dev.github.io/brand-yml/; fields of it that packbuild has no use
for are taken and left alone, as other tools read the same file.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.brand.colorchoice import ColorChoice
from builder.brand.featurechoice import FeatureList
from builder.brand.logochoice import Logo, LogoChoice
from builder.brand.part import SHARE, BrandPart, Open
from builder.brand.photouse import Tone
from builder.brand.printchoice import PrintChoice
from builder.brand.textlook import Caps
from builder.brand.tiles import Tile, TileSet
from builder.brand.typechoice import Typography, Weight
from builder.source.forms import Kind
from builder.source.validate import no_form


def _full_name(value: Any) -> Any:
    if isinstance(value, str):
        return value
    names = [value.get(form) for form in ("full", "short")] if isinstance(value, dict) else []
    if name := next((name for name in names if isinstance(name, str)), None):
        return name
    raise no_form(value, "a text, or `{full: …, short: …}`")


class Meta(Open):
    """Who the brand is; without a name, it is the campaign's organiser."""

    name: Annotated[str, BeforeValidator(_full_name)] = ""
    """The brand's name, or `{full: …, short: …}`; left out, the organiser's. Example: Harbour Trust"""


Face = Literal["display", "text", "poster"]


class StyleChange(BrandPart):
    """A type style, or what of it differs from the tool's own."""

    family: Literal["display", "text"] | None = None
    """Whether it is set in the family of headings, and is as large as room allows, or in that of text.
    Example: display
    """
    face: Face | None = None
    """The family that draws its letters, where that is not `family`: dates beside a headline in its own type
    have `family: text` and `face: display`, the largest words `family: display` and `face: poster`.
    Example: display
    """
    weight: Weight | None = None
    """How heavy it is, as a number or a name. Example: semi-bold"""
    size: Annotated[float, SHARE, Field(gt=0, le=1)] | None = None
    """The largest size of its letters, as a share of the canvas's short side. Example: 0.12"""
    least: Annotated[float, SHARE, Field(gt=0, le=1)] | None = None
    """The smallest size that it may shrink to, as a share of the canvas's short side. Example: 0.05"""
    leading: Annotated[float, Field(ge=0.8, le=3)] | None = None
    """From line to line, as a multiple of its size. Example: 1.1"""
    tracking: Annotated[float, Field(ge=-0.1, le=0.5)] | None = None
    """Between letters, as a share of its size. Example: -0.01"""
    features: FeatureList | None = None
    """OpenType features that its fonts have on, such as tabular figures (`tnum`), old ones (`onum`) or a
    stylistic set (`ss01`). Example: [tnum, lnum]
    """
    caps: Caps | None = None
    """Whether it is drawn in capitals (`upper`) or small ones (`small`), in languages that have them and by
    their rules; it is read aloud and copied as it is written. Example: upper
    """
    lines: Annotated[int, Field(ge=1, le=60)] | None = None
    """The most lines that it takes. Example: 6"""
    optical: Annotated[float, Kind("points"), Field(ge=4, le=300)] | None = None
    """The size in pt that its letters are drawn for, of variable fonts that have optical sizes (`opsz`); left
    out, that in which each text is set. Example: 72
    """


class OfficeChoice(BrandPart):
    """Fonts that every Office has; none given: those that are like the brand's own."""

    display: str | None = None
    """The font of headings. Example: Georgia"""
    text: str | None = None
    """The font of text. Example: Arial"""


_IN_MM = {"cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96}


def _as_millimetres(typed: str) -> str:
    """A length in mm that somebody wrote in another unit."""
    match = re.fullmatch(r"(\d*\.?\d+) ?(\w+)", typed)
    known = match and _IN_MM.get(match[2])
    return f"write `{float(match[1]) * known:.3g}`: margins are in mm" if match and known else ""


Millimetres = Annotated[float, Kind("mm", _as_millimetres), Field(ge=0, le=200)]


class Margins(BrandPart):
    """The margins of a page in mm; those that are left out suit the sheet."""

    top: Millimetres | None = None
    """Above the text. Example: 18"""
    bottom: Millimetres | None = None
    """Below the text. Example: 20"""
    outer: Millimetres | None = None
    """Where lines end. Example: 16"""
    inner: Millimetres | None = None
    """Where lines start, before the hanging margin. Example: 15"""
    hanging: Millimetres | None = None
    """Between the inner margin and the text: terms and small pictures hang in it. Example: 38"""


class PaperChoice(BrandPart):
    """What documents are printed on, and the sizes of their text in pt, by role."""

    size: str = "A4"
    """The sheet: A3, A4, A5, Letter, Half Letter or Tabloid. Example: Letter"""
    margins: Margins = Margins()
    """The margins of a page, in mm. Example: {top: 18, outer: 16}"""
    points: dict[str, Annotated[float, Field(ge=6, le=200)]] = Field(default_factory=dict)
    """Sizes of text in pt, by what it is: lead, note, kicker, label, foot, chapter, section, part, figure or
    quote.
    Example: {chapter: 28, quote: 20}
    """


class Packbuild(BrandPart):
    """What only packbuild needs."""

    look: str = ""
    """What its cards, slides and documents look like: `packbuild list looks`; left out, a brand with designs
    of its own has no others, and one without has `embrace`. A year's spec may name another.
    Example: broadsheet
    """
    margin: Annotated[float, SHARE, Field(ge=0, le=0.3)] | None = None
    """How far words keep off the edge of cards, as a share of the short side; left out, as the look says.
    Example: 0.07
    """
    tiles: TileSet | tuple[Tile, ...] | None = None
    """Which tiles fields of them are made of, where a design does not say: `soft`, `hard`, `play`, or a list
    of tiles; left out, what suits the palette. Example: hard
    """
    families: dict[Face, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    """Which families headings (`display`), text and the largest words (`poster`: a heavy or condensed one;
    left out, one that is listed and that nothing else is set in, or that of headings) take, best first, by
    script, language or `default`.
    Example: {text: {default: [Noto Sans], Beng: [Noto Sans Bengali]}}
    """
    styles: dict[str, StyleChange] = Field(default_factory=dict)
    """Type styles: what differs from the program's own, or further ones. Example: {title: {weight: 700}}"""
    features: dict[str, FeatureList] = Field(default_factory=dict)
    """OpenType features that a family turns on or off wherever it is drawn.
    Example: {Noto Sans: [zero, tnum], Fraunces: {liga: off}}
    """
    office: OfficeChoice = OfficeChoice()
    """The fonts of slides and Word files. Example: {display: Georgia, text: Arial}"""
    paper: PaperChoice = PaperChoice()
    """What documents are printed on. Example: {size: Letter}"""
    roles: dict[str, str] = Field(default_factory=dict)
    """Roles that brand.yml has no name for, each with a colour of the palette. Example: {accent: coral}"""
    art: dict[str, str] = Field(default_factory=dict)
    """What takes the place of a colour in SVG art: a role, or a colour of the palette.
    Example: {"#E4572E": accent}
    """
    photographs: Tone = "natural"
    """The colours of all photographs that a design gives none: `natural`, `grey`, one colour that they are
    tinted with, or those of their darks, perhaps of their middle, and of their lights, in any order.
    Example: grey
    """
    print: PrintChoice = PrintChoice()
    """How its colours are printed by a print shop. Example: {colors: {plum: [76, 85, 0, 58]}}"""
    pairs: tuple[tuple[str, str], ...] = ()
    """Text and ground that must be readable, beside those that are drawn. Example: [[navy, white]]"""


class Defaults(Open):
    """Settings by tool."""

    packbuild: Packbuild = Packbuild()
    """What only packbuild needs. Example: {margin: 0.07}"""


class BrandFile(Open):
    """The whole file."""

    meta: Meta = Meta()
    """Who the brand is. Example: {name: Harbour Trust}"""
    logo: LogoChoice = Logo()
    """The logos; one file will do. Example: logos/main.svg"""
    color: ColorChoice = ColorChoice()
    """The colours. Example: {palette: {navy: "#12284B", sky: "#CFE3FF"}, primary: navy}"""
    typography: Typography = Typography()
    """The fonts. Example: {base: Atkinson, headings: {weight: 700}}"""
    defaults: Defaults = Defaults()
    """Settings by tool; those of others are left alone. Example: {packbuild: {margin: 0.07}}"""
