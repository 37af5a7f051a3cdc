"""What a designer writes in `_brand.yml`: the brand.yml format, and what only packbuild needs.

The format is https://posit-dev.github.io/brand-yml/; fields of it that packbuild has no use
for are taken and left alone, as other tools read the same file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.brand.colorchoice import ColorChoice
from builder.brand.logochoice import Logo, LogoChoice
from builder.brand.part import BrandPart, Open
from builder.brand.typechoice import Typography
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
    """Fonts that every Office has; none given: those that are like the brand's own."""

    display: str | None = None
    text: str | None = None


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
    roles: dict[str, str] = Field(default_factory=dict)  # those that brand.yml has no name for
    art: dict[str, str] = Field(default_factory=dict)  # colour in SVG art → role or name of the palette
    pairs: tuple[
        tuple[str, str], ...
    ] = ()  # text and ground that must be readable, beside those that are drawn


class Defaults(Open):
    """Settings by tool."""

    packbuild: Packbuild = Packbuild()


class BrandFile(Open):
    """The whole file."""

    meta: Meta = Meta()
    logo: LogoChoice = Logo()
    color: ColorChoice = ColorChoice()
    typography: Typography = Typography()
    defaults: Defaults = Defaults()
