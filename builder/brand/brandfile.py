"""What a designer writes in `_brand.yml`: the brand.yml format, and what only packbuild needs.

The format is https://posit-dev.github.io/brand-yml/; fields of it that packbuild has no use
for are taken and left alone, as other tools read the same file.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from builder.brand.part import BrandPart
from builder.source.validate import wording


class Open(BaseModel):
    """A mapping of brand.yml that may hold more than packbuild reads."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True, defer_build=True)


def _full_name(value: Any) -> Any:
    return value.get("full", value) if isinstance(value, dict) else value


class Meta(Open):
    """Who the brand is."""

    name: Annotated[str, BeforeValidator(_full_name)] = ""


def _path(value: Any) -> Any:
    return {"path": value} if isinstance(value, str) else value


class LogoImage(Open):
    """A logo's file, inside the brand folder."""

    path: str
    alt: str = ""


LogoFile = Annotated[LogoImage, BeforeValidator(_path)]


class LightDark(BrandPart):
    """A logo for light grounds and one for dark grounds."""

    light: str
    dark: str


class Logo(BrandPart):
    """The logos by name; `small`, `medium` and `large` name one of them or a file."""

    images: dict[str, LogoFile] = Field(default_factory=dict)
    small: str | LightDark | None = None
    medium: str | LightDark | None = None
    large: str | LightDark | None = None


def is_color(value: Any) -> bool:
    """Whether something is written as a colour: a text, or one for light pages and one for dark ones."""
    if isinstance(value, dict) and value:
        return value.keys() <= {"light", "dark"} and all(isinstance(text, str) for text in value.values())
    return isinstance(value, str)


def _on_light(value: Any) -> Any:
    """A colour's text; of two, that for light pages, which all of a pack's are."""
    if not is_color(value):
        raise wording("is not written as a colour", _COLOR_FORMS)
    return value.get("light") if isinstance(value, dict) else value


_COLOR_FORMS = """it can be a colour ("#35214F"), the name of one, or `{light: …, dark: …}`"""
ColorText = Annotated[str | None, BeforeValidator(_on_light)]


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    raise wording("must be the brand's colours by name", 'write each on a line, like `plum: "#35214F"`')


class ColorChoice(Open):
    """The palette, and which of its colours plays which role; a brand may add its own, as `accent`."""

    palette: Annotated[dict[str, ColorText], BeforeValidator(_named)] = Field(default_factory=dict)
    foreground: ColorText = None
    background: ColorText = None
    primary: ColorText = None
    secondary: ColorText = None
    tertiary: ColorText = None
    success: ColorText = None
    info: ColorText = None
    warning: ColorText = None
    danger: ColorText = None
    light: ColorText = None
    dark: ColorText = None
    link: ColorText = None

    @property
    def named(self) -> dict[str, str]:
        """The text of each colour of the palette."""
        return {name: text for name, text in self.palette.items() if text is not None}

    @property
    def roles(self) -> dict[str, str]:
        """The text of each role's colour, the brand's own roles after those of the format."""
        known = {role: getattr(self, role) for role in type(self).model_fields if role != "palette"}
        own = {role: _on_light(text) for role, text in (self.model_extra or {}).items() if is_color(text)}
        return {role: text for role, text in {**known, **own}.items() if isinstance(text, str)}


# The names that brand.yml has for weights (those of CSS Fonts 4, 2.2.1).
_WEIGHTS = {
    **{"thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400},
    **{"medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800},
    "black": 900,
}


def _weight(value: Any) -> Any:
    return _WEIGHTS.get(value, value) if isinstance(value, str) else value


class FontFile(Open):
    """One font file."""

    path: str
    weight: Annotated[int, Field(ge=1, le=1000), BeforeValidator(_weight)] | None = None
    style: Literal["normal", "italic"] | None = None


class FontFamily(Open):
    """A family and its files; from where other tools would fetch it (`source`) packbuild fetches nothing."""

    family: str
    source: str = ""
    files: tuple[Annotated[FontFile, BeforeValidator(_path)], ...] = ()


_CSS_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(pt|px|rem|em)")
_IN_POINTS = {"pt": 1.0, "px": 0.75, "rem": 12.0, "em": 12.0}  # CSS Values 4: 1 px is 0.75 pt; 1 rem, 16 px
_LEAST, _MOST = 6, 48  # pt of text on paper


def _points(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _CSS_LENGTH.fullmatch(value.strip())
    if match is None:
        raise ValueError("a size is written like `12pt`, `16px` or `1rem`")
    size = float(match[1]) * _IN_POINTS[match[2]]
    if not _LEAST <= size <= _MOST:
        shown = "" if match[2] == "pt" else f", which is {size:g}pt"
        hint = f"it can be {_LEAST}pt to {_MOST}pt; books and letters have 9pt to 12pt"
        raise wording(f"is no size for text on paper: `{value.strip()}`{shown}", hint)
    return size


class TypeUse(Open):
    """Which family a part of a text takes, how heavy, and how far its lines stand apart."""

    family: str | None = None
    weight: Annotated[int, Field(ge=1, le=1000), BeforeValidator(_weight)] | None = None
    line_height: Annotated[float, Field(ge=0.8, le=3)] | None = Field(default=None, alias="line-height")


class BaseType(TypeUse):
    """The text; its size on paper as CSS writes it (`12pt`, `16px`, `1rem`), in pt."""

    size: Annotated[float, Field(ge=_LEAST, le=_MOST), BeforeValidator(_points)] | None = None


class LinkType(Open):
    """How links look: a colour of the palette, a role or a colour."""

    color: str | None = None


def _color(value: Any) -> Any:
    return {"color": value} if isinstance(value, str) else value


def _family(value: Any) -> Any:
    return {"family": value} if isinstance(value, str) else value


class Typography(Open):
    """The fonts, and which family the text and the headings take."""

    fonts: tuple[FontFamily, ...] = ()
    base: Annotated[BaseType, BeforeValidator(_family)] = BaseType()
    headings: Annotated[TypeUse, BeforeValidator(_family)] = TypeUse()
    link: Annotated[LinkType, BeforeValidator(_color)] = LinkType()


class StyleChange(BrandPart):
    """A type style, or what of it differs from the tool's own."""

    family: Literal["display", "text"] | None = None
    weight: Annotated[int, Field(ge=1, le=1000)] | None = None
    size: Annotated[float, Field(gt=0, le=1)] | None = None
    least: Annotated[float, Field(gt=0, le=1)] | None = None
    leading: Annotated[float, Field(ge=0.8, le=3)] | None = None
    tracking: Annotated[float, Field(ge=-0.1, le=0.5)] | None = None
    lines: Annotated[int, Field(ge=1, le=60)] | None = None


class OfficeChoice(BrandPart):
    """Fonts that every Office has."""

    display: str = "Georgia"
    text: str = "Arial"


Millimetres = Annotated[float, Field(ge=0, le=200)]


class Margins(BrandPart):
    """The margins of a page in mm; those that are left out suit the sheet."""

    top: Millimetres | None = None
    bottom: Millimetres | None = None
    outer: Millimetres | None = None  # where lines end
    inner: Millimetres | None = None  # where lines start
    hanging: Millimetres | None = None  # between it and the text


class PaperChoice(BrandPart):
    """What documents are printed on, and the sizes of their text in pt, by role."""

    size: str = "A4"
    margins: Margins = Margins()
    points: dict[str, Annotated[float, Field(ge=6, le=200)]] = Field(default_factory=dict)


class Packbuild(BrandPart):
    """What only packbuild needs."""

    margin: Annotated[float, Field(ge=0, le=0.3)] = 0.08
    families: dict[Literal["display", "text"], dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    styles: dict[str, StyleChange] = Field(default_factory=dict)
    office: OfficeChoice = OfficeChoice()
    paper: PaperChoice = PaperChoice()
    pairs: tuple[tuple[str, str], ...] = ()


class Defaults(Open):
    """Settings by tool."""

    packbuild: Packbuild = Packbuild()


def _only_logo(value: Any) -> Any:
    return {"images": {"main": value}} if isinstance(value, str) else value


class BrandFile(Open):
    """The whole file."""

    meta: Meta = Meta()
    logo: Annotated[Logo, BeforeValidator(_only_logo)] = Logo()
    color: ColorChoice = ColorChoice()
    typography: Typography = Typography()
    defaults: Defaults = Defaults()
