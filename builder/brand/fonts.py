"""Font files: what each is, and whether it can be drawn with."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from builder.media import Font

_POSTSCRIPT_NAME = 6
_KINDS = {
    b"\x00\x01\x00\x00": "",
    b"true": "",
    b"OTTO": "has PostScript outlines; PDFs take TrueType outlines only",
    b"wOFF": "is a WOFF file for the web",
    b"wOF2": "is a WOFF2 file for the web",
    b"ttcf": "is a collection of fonts",
}


class WrongFont(ValueError):
    """A file that is no static TrueType font; the text says what it is instead."""


def read_font(path: Path, family: str, weight: int | None, italic: bool | None) -> Font:
    """The font of a file, as the brand names it; WrongFont if PDFs cannot embed it, OSError if unreadable."""
    return _read(path.read_bytes(), path, family, weight, italic)


@lru_cache(maxsize=256)
def _read(data: bytes, path: Path, family: str, weight: int | None, italic: bool | None) -> Font:
    kind = _KINDS.get(data[:4], "is not a font")
    if kind:
        raise WrongFont(kind)
    try:
        return _font(data, path, family, weight, italic)
    except struct.error:
        raise WrongFont("is damaged: its tables are cut short") from None


def _font(data: bytes, path: Path, family: str, weight: int | None, italic: bool | None) -> Font:
    tables = {tag: data[offset : offset + length] for tag, offset, length in _tables(data)}
    if b"fvar" in tables:
        raise WrongFont("is a variable font; a static one of each weight is needed")
    if b"glyf" not in tables or b"name" not in tables:
        raise WrongFont("has no TrueType outlines")
    found_weight = struct.unpack(">H", tables[b"OS/2"][4:6])[0] if b"OS/2" in tables else 400
    slanted = bool(struct.unpack(">H", tables[b"OS/2"][62:64])[0] & 1) if b"OS/2" in tables else False
    return Font(
        name=_postscript_name(tables[b"name"]) or path.stem,
        family=family,
        weight=weight or found_weight,
        italic=slanted if italic is None else italic,
        digest=hashlib.sha256(data).hexdigest(),
        path=path,
    )


def _tables(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Tag, offset and length of each table (OpenType: "Table Directory")."""
    (count,) = struct.unpack(">H", data[4:6])
    for number in range(count):
        tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * number : 28 + 16 * number])
        yield tag, offset, length


def _postscript_name(table: bytes) -> str:
    """The name that PDFs know a font by (OpenType: "name", name ID 6)."""
    _, count, start = struct.unpack(">HHH", table[:6])
    for number in range(count):
        record = table[6 + 12 * number : 18 + 12 * number]
        platform, _, _, name_id, length, offset = struct.unpack(">6H", record)
        if name_id == _POSTSCRIPT_NAME:
            raw = table[start + offset : start + offset + length]
            return raw.decode("utf-16-be" if platform in {0, 3} else "latin-1")
    return ""
