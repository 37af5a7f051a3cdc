"""Fonts that can be had for scripts which the brand has none for: in the extra `packbuild[fonts]`, by npm."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PACKAGE = "manimgx-fonts"  # what the extra brings: files of Noto, as they are published (OFL 1.1)
_FOLDER = "manimgx_fonts"
# The families that it is asked for: variable fonts, whose weights reach from 400 to 700.
_FAMILIES = {
    "Arab": "Noto Sans Arabic",
    "Armn": "Noto Sans Armenian",
    "Beng": "Noto Sans Bengali",
    "Cyrl": "Noto Sans",
    "Deva": "Noto Sans Devanagari",
    "Ethi": "Noto Sans Ethiopic",
    "Geor": "Noto Sans Georgian",
    "Grek": "Noto Sans",
    "Gujr": "Noto Sans Gujarati",
    "Guru": "Noto Sans Gurmukhi",
    "Hebr": "Noto Sans Hebrew",
    "Khmr": "Noto Sans Khmer",
    "Knda": "Noto Sans Kannada",
    "Laoo": "Noto Sans Lao",
    "Latn": "Noto Sans",
    "Mlym": "Noto Sans Malayalam",
    "Mymr": "Noto Sans Myanmar",
    "Orya": "Noto Sans Oriya",
    "Sinh": "Noto Sans Sinhala",
    "Taml": "Noto Sans Tamil",
    "Telu": "Noto Sans Telugu",
    "Thai": "Noto Sans Thai",
}
# Whose fonts are too large to be brought for everybody: the npm package of each, and its family.
_FETCHED = {
    "Hans": ("noto-sans-sc", "Noto Sans SC"),
    "Hant": ("noto-sans-tc", "Noto Sans TC"),
    "Jpan": ("noto-sans-jp", "Noto Sans JP"),
    "Kore": ("noto-sans-kr", "Noto Sans KR"),
}


def extra_font(script: str) -> tuple[str, Path] | None:
    """The family and the file for a script, if the extra is installed and has one."""
    family = _FAMILIES.get(script)
    if family is None:
        return None
    try:
        path = distribution(PACKAGE).locate_file(f"{_FOLDER}/{family.replace(' ', '')}[wght].ttf")
    except PackageNotFoundError:
        return None
    file = Path(str(path))
    return (family, file) if file.is_file() else None


def remedy(script: str) -> str:
    """What to run to get a font for a script, and which font that is; empty if none is known."""
    if script in _FAMILIES:
        return f"`pip install 'packbuild[fonts]'` brings {_FAMILIES[script]}"
    if script in _FETCHED:
        package, family = _FETCHED[script]
        fetched = f"`npm pack @expo-google-fonts/{package}` fetches {family}"
        return f"{fetched}, `packbuild fonts add expo-google-fonts-{package}-*.tgz` puts it into the brand"
    return ""
