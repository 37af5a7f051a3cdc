"""What fonts come in: plain OpenType is left as it is, WOFF and WOFF2 are unpacked, all else is told."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO

_MOST = 100 << 20  # bytes of a font unpacked: CJK families in one file have about a third

_OPENTYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf")
_NEW = "ask whoever made it for an OpenType font (.otf, .ttf or .woff2)"
_OTHERS = (
    (b"", "is empty", "copy the file once more"),
    (b"%!", "is a PostScript Type 1 font, which hardly a program reads today", _NEW),
    (b"\x80\x01", "is a PostScript Type 1 font, which hardly a program reads today", _NEW),
    (b"\x00\x00\x01\x00", "is a suitcase of old Macs", _NEW),
    (b"PK\x03\x04", "is a zip archive", "unpack it, and name the font files that it holds"),
    (b"version https://git-lfs", "is a pointer of Git LFS, not the font", "run `git lfs pull`"),
    (b"<", "is a web page or a drawing, not a font", "download it once more, and look at what you have got"),
)
_TOO_LARGE = "is larger than any font when it is unpacked"
_NO_FONT = "whatever its name, it holds something else: fetch it again, as .otf, .ttf, .ttc, .woff2 or .woff"


class WrongFont(ValueError):
    """A file that cannot be drawn with; the text says why, as what follows its name, the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def damaged(why: str) -> WrongFont:
    """What is told of a file that stops in the middle or holds nonsense."""
    return WrongFont(f"is damaged: {why}", "copy or download the file once more")


@contextmanager
def reading() -> Iterator[None]:
    """Whatever readers of damaged files stumble over, as a fault of the file."""
    try:
        yield
    except WrongFont:
        raise
    except Exception as error:
        raise damaged(reason(error)) from None


def reason(error: Exception) -> str:
    """What a library says of a file."""
    if isinstance(error, KeyError):
        return f"it has no {error}"
    return str(error).removeprefix("FT_Exception:").strip(" ()") or "it contradicts itself"


@lru_cache(maxsize=1)  # a variable font is unpacked for each weight that is cut out of it
def unpacked(data: bytes) -> bytes:
    """A font file, or a collection of them, as OpenType; WrongFont if it is something else, or damaged."""
    if data.startswith(_OPENTYPE):
        return data
    if data.startswith((b"wOFF", b"wOF2")):
        with reading():
            return _unpacked(data)
    if data[34:36] == b"LP":
        raise WrongFont("is an EOT file, for browsers of 2010", _NEW)
    for start, what, hint in _OTHERS:
        if data.startswith(start) if start else not data:
            raise WrongFont(what, hint)
    raise WrongFont("is not a font", _NO_FONT)


def _unpacked(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands with such files need it

    bare = (_bare_woff if data[3:4] == b"F" else _bare_woff2)(data)
    out = BytesIO()
    with TTFont(BytesIO(bare), recalcTimestamp=False, recalcBBoxes=False) as font:
        font.flavor = None
        if "DSIG" in font:
            del font["DSIG"]  # it signs the file that was packed
        font.save(out, reorderTables=None)
    return out.getvalue()


def _bare_woff(data: bytes) -> bytes:
    """The file without metadata; a fault for a few bytes that would fill the memory (WOFF 1.0, 4 and 5)."""
    count = struct.unpack(">H", data[12:14])[0]
    tables = [struct.unpack(">4s3L", data[44 + 20 * n : 60 + 20 * n]) for n in range(count)]
    if sum(length for *_, length in tables) > _MOST:
        raise WrongFont(_TOO_LARGE, _NO_FONT)
    for _, start, packed, length in tables:
        part = data[start : start + packed]
        if packed < length and len(zlib.decompressobj().decompress(part, length + 1)) != length:
            raise damaged("a table is not as long as it says")
    return data[:24] + bytes(20) + data[44:]


def _bare_woff2(data: bytes) -> bytes:
    """As `_bare_woff` (WOFF 2.0, 4.1 and 4.2)."""
    import brotli  # noqa: PLC0415  as above
    from fontTools.ttLib.woff2 import WOFF2DirectoryEntry  # noqa: PLC0415

    if data[4:8] == b"ttcf":
        raise WrongFont("is a collection packed as WOFF2", "take the collection itself (.ttc)")
    count, packed = struct.unpack(">H", data[12:14])[0], struct.unpack(">L", data[20:24])[0]
    tables = BytesIO(data)
    tables.seek(48)
    for _ in range(count):
        WOFF2DirectoryEntry().fromFile(tables)
    unpacker = brotli.Decompressor()
    whole = unpacker.process(data[tables.tell() :][:packed], output_buffer_limit=_MOST)
    if len(whole) >= _MOST:
        raise WrongFont(_TOO_LARGE, _NO_FONT)
    if not unpacker.is_finished():
        raise damaged("it ends before its tables do")
    return data[:28] + bytes(20) + data[48:]
