"""The type as `_brand.yml` writes it: families and their files, and what text, headings and links take."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.brand.colorchoice import ColorText
from builder.brand.part import FolderPath, Open
from builder.source.forms import Kind
from builder.source.validate import no_form, wording

# The names that brand.yml has for weights (those of CSS Fonts 4, 2.2.1).
_WEIGHTS = {
    **{"thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400},
    **{"medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800},
    "black": 900,
}
_WEIGHT_FORMS = "it can be a number from 1 to 1000, or a name like `normal`, `semi-bold` or `bold`"


def _number(value: Any) -> int | None:
    """The weight that a name or a number stands for."""
    word = str(value).strip().lower()
    number = _WEIGHTS.get(word) or (int(word) if word.isdecimal() else 0)
    return number if 1 <= number <= 1000 else None


def _weight(value: Any) -> int:
    if number := _number(value):
        return number
    raise wording("is no weight of a font", _WEIGHT_FORMS)


def _file_weight(value: Any) -> int | None:
    """The weight of a file; None if it has several (`400..700`, `[400, 700]`) or says its own (`auto`)."""
    several = value.split("..") if isinstance(value, str) else value
    if value == "auto":
        return None
    if not isinstance(several, list):
        return _weight(value)
    if not all(_number(weight) for weight in several):
        raise wording("is no weight of a font", f"{_WEIGHT_FORMS}; from one to another, `400..700`")
    return _weight(several[0]) if len(several) == 1 else None


def _slope(value: Any) -> Any:
    return "italic" if value == "oblique" else value


Weight = Annotated[int, Kind("a weight"), BeforeValidator(_weight)]


class FontFile(Open):
    """One font file."""

    path: FolderPath
    """Where it is, from the brand's folder on. Example: fonts/Atkinson-Bold.ttf"""
    weight: Annotated[int | None, Kind("a weight"), BeforeValidator(_file_weight)] = None
    """How heavy it is; left out, as the file says; of a variable font, `400..700`. Example: bold"""
    style: Annotated[Literal["normal", "italic"], BeforeValidator(_slope)] | None = None
    """Whether it leans; left out, as the file says. Example: italic"""


_FILE_FORMS = "a file (`fonts/Name-Bold.ttf`), or `{path: …, weight: …, style: …}`"
_FAMILY_FORMS = "a group with `family`, `source: file` and `files`"


def _file(value: Any) -> Any:
    if isinstance(value, str | dict):
        return {"path": value} if isinstance(value, str) else value
    raise no_form(value, _FILE_FORMS)


def _font(value: Any) -> Any:
    if isinstance(value, str | dict):
        return {"family": value} if isinstance(value, str) else value
    raise no_form(value, _FAMILY_FORMS)


class FontFamily(Open):
    """A family and its files; from where other tools would fetch it (`source`) packbuild fetches nothing."""

    family: str
    """What the family is called. Example: Atkinson"""
    source: str = ""
    """Where other tools fetch it from; packbuild takes `files` and fetches nothing. Example: file"""
    files: tuple[Annotated[FontFile, BeforeValidator(_file)], ...] = ()
    """Its files: TTF, OTF, WOFF, WOFF2 or TTC.
    Example: [fonts/Atkinson-Regular.ttf, fonts/Atkinson-Bold.ttf]
    """


_CSS_LENGTH = re.compile(r"(\d*\.?\d+) ?(pt|px|rem|em|%|pc|in|cm|mm|q)", re.IGNORECASE)
# CSS Values 4, 6.2: 1 in is 72 pt and 96 px; 1 rem, 1 em and 100 % of the text are 16 px.
_IN_POINTS = {
    **{"pt": 1.0, "px": 0.75, "rem": 12.0, "em": 12.0, "%": 0.12, "pc": 12.0},
    **{"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6},
}
_LEAST, _MOST = 6, 48  # pt of text on paper


def _points(value: Any) -> float:
    match = _CSS_LENGTH.fullmatch(str(value).strip())
    if match is None:
        raise wording("is no size that paper has", "write it like `12pt`, `16px`, `1rem` or `100%`")
    size = float(match[1]) * _IN_POINTS[match[2].lower()]
    if not _LEAST <= size <= _MOST:
        shown = "" if match[2] == "pt" else f", which is {size:g}pt"
        hint = f"it can be {_LEAST}pt to {_MOST}pt; books and letters have 9pt to 12pt"
        raise wording(f"is no size for text on paper: `{value.strip()}`{shown}", hint)
    return size


_MULTIPLE = re.compile(r"(\d*\.?\d+) ?(em|%)?", re.IGNORECASE)


def _multiple(value: Any) -> Any:
    """A line height as a multiple of the size of its text; None if it is the font's own (`normal`)."""
    if value == "normal":
        return None
    match = _MULTIPLE.fullmatch(str(value).strip())
    if match is None:
        raise wording(
            "is no height of a line", "write it as a multiple of the text's size, like `1.45` or `145%`"
        )
    return float(match[1]) / (100 if match[2] == "%" else 1)


LineHeight = Annotated[float | None, Kind("a multiple"), Field(ge=0.8, le=3), BeforeValidator(_multiple)]


class TypeUse(Open):
    """Which family a part of a text takes, how heavy, and how far its lines stand apart."""

    family: str | None = None
    """One of `fonts`. Example: Atkinson"""
    weight: Weight | None = None
    """How heavy it is, as a number or a name. Example: semi-bold"""
    line_height: LineHeight = Field(default=None, alias="line-height")
    """From line to line on paper, as a multiple of the size. Example: 1.45"""


class BaseType(TypeUse):
    """The text; its size on paper as CSS writes it (`12pt`, `16px`, `1rem`), in pt."""

    size: Annotated[float, Kind("a length of CSS"), BeforeValidator(_points)] | None = None
    """Its size on paper: `12pt`, `16px`, `1rem`, `100%`. Example: 11pt"""


class HeadingType(TypeUse):
    """The headings; their colour on paper, where a brand says it, and whether they would lean elsewhere."""

    color: ColorText = None
    """Their colour on paper: a role, a colour of the palette or any colour. Example: navy"""
    style: Annotated[Literal["normal", "italic"], BeforeValidator(_slope)] | None = None
    """Whether they lean elsewhere; here they stand upright. Example: normal"""


class LinkType(Open):
    """How links look: a colour of the palette, a role or a colour."""

    color: ColorText = None
    """Their colour on paper: a role, a colour of the palette or any colour. Example: navy"""


def _link(value: Any) -> Any:
    if isinstance(value, str | dict):
        return {"color": value} if isinstance(value, str) else value
    raise no_form(value, "a colour, or `{color: …, weight: …, decoration: …}`")


def _family(value: Any) -> Any:
    if isinstance(value, str | dict):
        return {"family": value} if isinstance(value, str) else value
    raise no_form(value, "a family, or `{family: …, weight: …, line-height: …}`")


class Typography(Open):
    """The fonts, and which family the text and the headings take."""

    fonts: tuple[Annotated[FontFamily, BeforeValidator(_font)], ...] = ()
    """The families, each with its files; left out, fonts come along.
    Example:
      - family: Atkinson
        source: file
        files: [fonts/Atkinson-Regular.ttf, fonts/Atkinson-Bold.ttf]
    """
    base: Annotated[BaseType, BeforeValidator(_family)] = BaseType()
    """How text is set, or its family alone. Example: {family: Atkinson, size: 11pt}"""
    headings: Annotated[HeadingType, BeforeValidator(_family)] = HeadingType()
    """How headings are set, or their family alone. Example: {family: Atkinson, weight: bold}"""
    link: Annotated[LinkType, BeforeValidator(_link)] = LinkType()
    """How links look on paper, or their colour alone. Example: navy"""

    @property
    def main_family(self) -> str | None:
        """The family of text, as it is written: that of `base`, or the first that is not for code alone."""
        own = (font.family for font in self.fonts if font.family not in self._code)
        return self.base.family or next(own, self.headings.family)

    @property
    def _code(self) -> set[str]:
        """The families of monospaced text, of which a pack has none."""
        uses = [use for field, use in (self.model_extra or {}).items() if field.startswith("monospace")]
        return {str(use.get("family") if isinstance(use, dict) else use) for use in uses}
