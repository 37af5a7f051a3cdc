"""The logos as `_brand.yml` writes them, and which file each name of a logo stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.brand.part import BrandPart, FolderPath, Open
from builder.source.validate import no_form

_IMAGE = "a file (`logos/main.svg`) or `{path: …, alt: …}`"
_VARIANT = f"the name of an image, {_IMAGE}"
_USE = f"{_VARIANT}; or `{{light: …, dark: …}}` with such for each ground"
_LOGO = f"{_IMAGE}; or a group with `images`, `small`, `medium` and `large`"


def _image(value: Any) -> Any:
    if isinstance(value, str):
        return {"path": value}
    if isinstance(value, dict) and "path" in value:
        return value
    raise no_form(value, _VARIANT)


class LogoImage(Open):
    """A logo's file, inside the brand folder, or the name of one under `images`."""

    path: FolderPath
    """Its file, from the brand's folder on, or the name of one under `images`. Example: logos/main.svg"""
    alt: str = ""
    """What the picture shows, for those who cannot see it. Example: A ball beside a bar"""


LogoFile = Annotated[LogoImage, BeforeValidator(_image)]


def _use(value: Any) -> Any:
    if isinstance(value, str) or (isinstance(value, dict) and "path" in value):
        return {"light": value}
    if isinstance(value, dict) and value.keys() & _PAIR:
        return value
    raise no_form(value, _USE)


class LogoUse(BrandPart):
    """A logo of a size: the version for light grounds, and the one for dark grounds."""

    light: LogoFile | None = None
    """The version for light grounds. Example: logos/main.svg"""
    dark: LogoFile | None = None
    """The version for dark grounds. Example: logos/main-white.svg"""


def _logo(value: Any) -> Any:
    """A logo alone is the main one; two are its versions for light and for dark grounds."""
    if isinstance(value, str) or (isinstance(value, dict) and "path" in value):
        return {"images": {"main": value}}
    if isinstance(value, dict):
        return {"large": value} if value and value.keys() <= _PAIR else value
    raise no_form(value, _LOGO)


_PAIR = {"light", "dark"}
_VERSION = re.compile(r"(^|[-_ ])(light|white|dark|black|negative|reversed?|inverted|mono)$", re.IGNORECASE)
Size = Literal["large", "medium", "small"]


class Logo(BrandPart):
    """The logos by name; `small`, `medium` and `large` name one of them or a file."""

    images: dict[str, LogoFile] = Field(default_factory=dict)
    """The logos by names of your own, which designs may use. Example: {main: logos/main.svg}"""
    small: Annotated[LogoUse, BeforeValidator(_use)] | None = None
    """What stands where there is little room: a file, a name of `images`, or one for each ground.
    Example: logos/icon.svg
    """
    medium: Annotated[LogoUse, BeforeValidator(_use)] | None = None
    """What stands in headers: a file, a name of `images`, or one for each ground. Example: main"""
    large: Annotated[LogoUse, BeforeValidator(_use)] | None = None
    """What stands where there is much room: the main logo. Example: {light: main, dark: logos/white.svg}"""

    @property
    def sizes(self) -> dict[Size, LogoUse]:
        """The sizes that are given, the largest first."""
        given: dict[Size, LogoUse | None] = {"large": self.large, "medium": self.medium, "small": self.small}
        return {size: use for size, use in given.items() if use is not None}


LogoChoice = Annotated[Logo, BeforeValidator(_logo)]


def says_main(logo: Logo) -> bool:
    """Whether the file says which logo is the main one: by name, by size, or as one for each ground."""
    return bool(logo.sizes) or "main" in logo.images or logo.images.keys() >= _PAIR


def logo_paths(logo: Logo) -> dict[str, str]:
    """The file of each logo by its name: those under `images`, the sizes, and `main` and `light` from one.

    The version of a size for dark grounds is called `small-light`, as that of `main` may be. Where
    nothing says which is the main one, it is the first that is not by its name a version of another;
    where none is for dark grounds, it is the main one.
    """
    paths = {name: image.path for name, image in logo.images.items()}
    if paths.keys() >= _PAIR and "main" not in paths:  # as those of a size: for which ground
        paths |= {"main": paths["light"], "light": paths["dark"]}
    for name, image in _uses(logo):
        paths.setdefault(name, paths.get(image.path, image.path))
    if paths:
        whole = [name for name in paths if not _VERSION.search(name)]
        paths.setdefault("main", paths[next(iter(whole or paths))])
        paths.setdefault("light", paths["main"])
    return paths


def _uses(logo: Logo) -> Iterator[tuple[str, LogoImage]]:
    """The images of the sizes, each by its own name and by that of the main logo's version."""
    for size, use in logo.sizes.items():
        for own, usual, image in ((size, "main", use.light), (f"{size}-light", "light", use.dark)):
            if image is not None:
                yield from ((own, image), (usual, image))


def logo_alts(logo: Logo) -> dict[str, str]:
    """What the brand says of its logos' pictures, by file inside the brand folder."""
    images = {name: image for name, image in logo.images.items() if image.alt}
    alts = {image.path: image.alt for image in images.values()}
    for _, image in _uses(logo):
        if image.alt:
            alts.setdefault(
                logo.images[image.path].path if image.path in logo.images else image.path, image.alt
            )
    return alts
