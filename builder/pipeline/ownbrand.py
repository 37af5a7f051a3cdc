"""A brand that somebody has already, for Quarto or Shiny perhaps, as a new campaign takes it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from builder.brand.fontfolder import ENDINGS, FONTS
from builder.record import Record
from builder.source import parse
from builder.source.folder import WrongFile, names_in, plain_file

_FILE = "_brand.yml"
_PLACES = ("brand", ".", "_brand")  # where the format's readers look for it, ours first


class OwnBrand(Record):
    """A folder with a `_brand.yml`."""

    folder: Path
    name: str = ""  # of the brand, as its `meta` says it
    website: str = ""

    @property
    def file(self) -> Path:
        """What says all of it."""
        return self.folder / _FILE


def own_brand(root: Path) -> OwnBrand | None:
    """The brand that is in a folder, or where other programs look for it there; None if there is none.

    Faults if its file cannot be read at all.
    """
    folder = next((root / place for place in _PLACES if (root / place / _FILE).is_file()), None)
    if folder is None:
        return None
    meta = parse(folder / _FILE, (folder / _FILE).relative_to(root).as_posix(), shared=True).at(("meta",))
    website = _said(meta, "link", "home")
    known = website if re.match("https?://", website) else ""
    return OwnBrand(folder, _said(meta, "name", "full", "short"), known)


def _said(meta: object, field: str, *parts: str) -> str:
    """A text of `meta`, or the first of the parts that it is written in."""
    value = meta.get(field) if isinstance(meta, dict) else None
    texts = [value.get(part) for part in parts] if isinstance(value, dict) else [value]
    return next((text for text in texts if isinstance(text, str)), "")


def copy_brand(brand: OwnBrand, target: Path) -> None:
    """Copy its file, the files of its folder that it names, and its fonts; the rest is no brand's."""
    for name in (_FILE, *named_files(brand)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(brand.folder / name, target / name)


def named_files(brand: OwnBrand) -> Iterator[str]:
    """The files of its folder that its file names, and its fonts."""
    texts = [text.lstrip("/") for _, text in parse(brand.file, _FILE, shared=True).texts()]
    fonts = (brand.folder / FONTS / name for name in names_in(brand.folder / FONTS, ENDINGS, below=True))
    for name in dict.fromkeys((*texts, *(path.relative_to(brand.folder).as_posix() for path in fonts))):
        try:
            plain_file(brand.folder, name)
        except (OSError, WrongFile):  # a word, or what the brand will be told of where it is read
            continue
        yield name
