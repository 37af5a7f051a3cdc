"""What a designer writes in `_brand.yml`: the brand.yml format, and what only packbuild needs.

The format is https://posit-dev.github.io/brand-yml/; fields of it that packbuild has no use
for are taken and left alone, as other tools read the same file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Part(BaseModel):
    """A mapping whose every key is known."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Open(BaseModel):
    """A mapping of brand.yml that may hold more than packbuild reads."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)


def _full_name(value: Any) -> Any:
    return value.get("full", value) if isinstance(value, dict) else value


class Meta(Open):
    """Who the brand is."""

    name: Annotated[str, BeforeValidator(_full_name)]


def _path(value: Any) -> Any:
    return {"path": value} if isinstance(value, str) else value


class LogoImage(Open):
    """A logo's file, inside the brand folder."""

    path: str
    alt: str = ""


Image = Annotated[LogoImage, BeforeValidator(_path)]


class LightDark(Part):
    """A logo for light grounds and one for dark grounds."""

    light: str
    dark: str


class Logo(Part):
    """The logos by name; `small`, `medium` and `large` name one of them or a file."""

    images: dict[str, Image] = {}
    small: str | LightDark | None = None
    medium: str | LightDark | None = None
    large: str | LightDark | None = None


class Colors(Open):
    """The palette, and which of its colours plays which role; a brand may add its own, as `accent`."""

    palette: dict[str, str] = Field(min_length=1)
    foreground: str | None = None
    background: str | None = None
    primary: str | None = None
    secondary: str | None = None
    tertiary: str | None = None
    success: str | None = None
    info: str | None = None
    warning: str | None = None
    danger: str | None = None
    light: str | None = None
    dark: str | None = None

    @property
    def roles(self) -> dict[str, str]:
        """The colour of each role, the brand's own roles after those of the format."""
        known = {role: getattr(self, role) for role in type(self).model_fields if role != "palette"}
        given = {**known, **(self.model_extra or {})}
        return {role: color for role, color in given.items() if isinstance(color, str)}


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


class TypeUse(Open):
    """Which family a part of a text takes."""

    family: str | None = None


def _family(value: Any) -> Any:
    return {"family": value} if isinstance(value, str) else value


class Typography(Open):
    """The fonts, and which family the text and the headings take."""

    fonts: tuple[FontFamily, ...] = Field(min_length=1)
    base: Annotated[TypeUse, BeforeValidator(_family)] = TypeUse()
    headings: Annotated[TypeUse, BeforeValidator(_family)] = TypeUse()


class StyleChange(Part):
    """A type style, or what of it differs from the tool's own."""

    family: Literal["display", "text"] | None = None
    weight: Annotated[int, Field(ge=1, le=1000)] | None = None
    size: Annotated[float, Field(gt=0, le=1)] | None = None
    least: Annotated[float, Field(gt=0, le=1)] | None = None
    leading: Annotated[float, Field(ge=0.8, le=3)] | None = None
    tracking: Annotated[float, Field(ge=-0.1, le=0.5)] | None = None
    points: Annotated[float, Field(ge=4, le=400)] | None = None
    lines: Annotated[int, Field(ge=1, le=60)] | None = None


class Office(Part):
    """Fonts that every Office has."""

    display: str = "Georgia"
    text: str = "Arial"


class Packbuild(Part):
    """What only packbuild needs."""

    margin: Annotated[float, Field(ge=0, le=0.3)] = 0.08
    families: dict[Literal["display", "text"], dict[str, tuple[str, ...]]] = {}
    styles: dict[str, StyleChange] = {}
    office: Office = Office()
    pairs: tuple[tuple[str, str], ...] = ()


class Defaults(Open):
    """Settings by tool."""

    packbuild: Packbuild = Packbuild()


def _only_logo(value: Any) -> Any:
    return {"images": {"main": value}} if isinstance(value, str) else value


class BrandFile(Open):
    """The whole file."""

    meta: Meta
    logo: Annotated[Logo, BeforeValidator(_only_logo)]
    color: Colors
    typography: Typography
    defaults: Defaults = Defaults()
