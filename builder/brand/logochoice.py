"""The logos as `_brand.yml` writes them: files, each for a shape of place, a ground and a language.

Where brand.yml has a file, or one for each ground, lock-ups may stand, whose keys nest in any order.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, ConfigDict, Field

from builder.brand.lockups import SIZES, Form, Ground, Least, Side, Size
from builder.brand.part import BrandPart, ColorName, FolderPath
from builder.source.forms import Kind
from builder.source.validate import no_form, wording

_IMAGE = "a file (`logos/main.svg`) or `{path: …, alt: …}`"
_LOCKUPS = (
    f"the name of an image, {_IMAGE}; or a group of such: `light` and `dark`, `wide`, `stacked`, `symbol`, a "
    "language (`cy`)"
)
_LOGO = f"{_IMAGE}; or a group with `images`, `small`, `medium` and `large`, or with `main`"
_OF_OTHERS = "attrs"  # of HTML, which websites read
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|mm)")
_MM = 25.4 / 96  # of a CSS px
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
FORMS: tuple[Form, ...] = ("wide", "stacked", "symbol")
GROUNDS: tuple[Ground, ...] = ("light", "dark", "one-color")


def _lockups(value: Any) -> Any:
    if isinstance(value, str):
        return {"path": value}
    if isinstance(value, dict) and value:
        return {key: said for key, said in value.items() if key != _OF_OTHERS}
    raise no_form(value, _LOCKUPS)


def _one_color(value: Any) -> Any:
    return value.lower() == "true" if isinstance(value, str) and value.lower() in ("true", "false") else value


def _least(value: Any) -> Any:
    side, lengths = "height", value
    if isinstance(value, dict) and len(value) == 1:
        side, lengths = next(iter(value.items()))
    texts = lengths if isinstance(lengths, list) else [lengths]
    found = [_LENGTH.fullmatch(text) if isinstance(text, str) else None for text in texts]
    by_unit = {match[2]: float(match[1]) for match in found if match}
    if side not in get_args(Side) or len(by_unit) != len(texts) or not all(by_unit.values()):
        raise wording(
            "is no least size", "it can be `24px`, `8mm`, `[24px, 8mm]`, or such as `{width: 30mm}`"
        )
    px, mm = by_unit.get("px"), by_unit.get("mm")
    return Least(side, px or (mm or 0) / _MM, mm or (px or 0) * _MM)  # type: ignore[arg-type]


def _share(value: Any) -> Any:
    if isinstance(value, str) and (match := re.fullmatch(r"(\d+(?:\.\d+)?)\s*%", value)):
        return float(match[1]) / 100
    return value


class Lockups(BrandPart):
    """A logo's file, or several, each for a shape, a ground or a language; what else it says is of all."""

    model_config = ConfigDict(extra="allow", arbitrary_types_allowed=True)
    __pydantic_extra__: dict[str, LockupChoice]

    path: FolderPath = ""
    """Its file, from the brand's folder on, or the name of one under `images`. Example: logos/main.svg"""
    alt: str = ""
    """What the picture shows, for those who cannot see it. Example: A ball beside a bar"""
    wide: LockupChoice | None = None
    """What is wider than high. Which one is drawn depends on which is largest in its place.
    Example: logos/wide.svg
    """
    stacked: LockupChoice | None = None
    """The same with its parts below one another. Example: logos/stacked.svg"""
    symbol: LockupChoice | None = None
    """The mark without the name, where the others would be too small. Example: logos/symbol.svg"""
    light: LockupChoice | None = None
    """The version for light grounds. Example: logos/main.svg"""
    dark: LockupChoice | None = None
    """The version for dark grounds. Example: logos/main-white.svg"""
    one_color: Annotated[bool | LockupChoice | None, BeforeValidator(_one_color)] = Field(
        default=None, alias="one-color"
    )
    """A drawing of one colour, painted as words are where no version is seen; or `true`: the others are.
    Example: true
    """
    least: Annotated[Any, Kind("a length in px or mm, or both"), BeforeValidator(_least)] = None
    """How small it may be: its height or width, on screens in px, on paper in mm. Example: [24px, 8mm]"""
    clear: Annotated[float, Field(ge=0, le=2), BeforeValidator(_share)] | None = None
    """The room that is kept around it, as a share of its height. Example: 0.25"""
    plate: ColorName | None = None
    """The colour of a plate that it stands on where it would not be seen. Example: background"""

    @property
    def inside(self) -> dict[str, Lockups]:
        """What it holds for shapes, grounds and languages."""
        named = {name: getattr(self, name.replace("-", "_")) for name in (*FORMS, *GROUNDS)}
        return {
            name: found
            for name, found in (*named.items(), *(self.__pydantic_extra__ or {}).items())
            if isinstance(found, Lockups)
        }


LockupChoice = Annotated[Lockups, BeforeValidator(_lockups)]


def _logo(value: Any) -> Any:
    """A logo alone is the main one, and so are lock-ups without a name."""
    if isinstance(value, str) or (isinstance(value, dict) and not value.keys() & Logo.model_fields.keys()):
        return {"main": value}
    if isinstance(value, dict):
        return value
    raise no_form(value, _LOGO)


class Logo(BrandPart):
    """The logos by name; `small`, `medium` and `large` name one of them or a file; `main` has lock-ups."""

    images: dict[str, LockupChoice] = Field(default_factory=dict)
    """The logos by names of your own, which designs may use. Example: {main: logos/main.svg}"""
    main: LockupChoice | None = None
    """The main logo, in its lock-ups by shape, ground and language.
    Example: {wide: logos/wide.svg, stacked: logos/stacked.svg, cy: logos/cymraeg.svg}
    """
    small: LockupChoice | None = None
    """What stands where there is little room: a file, a name of `images`, or one for each ground.
    Example: logos/icon.svg
    """
    medium: LockupChoice | None = None
    """What stands in headers: a file, a name of `images`, or one for each ground. Example: main"""
    large: LockupChoice | None = None
    """What stands where there is much room: the main logo. Example: {light: main, dark: logos/white.svg}"""

    @property
    def sizes(self) -> dict[Size, Lockups]:
        """The sizes that are given, the largest first."""
        return {size: use for size in SIZES if (use := getattr(self, size)) is not None}


LogoChoice = Annotated[Logo, BeforeValidator(_logo)]
