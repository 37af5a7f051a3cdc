"""Archives whose bytes depend on nothing but what is put into them."""

from __future__ import annotations

import datetime as dt
import os
import re
import struct
from collections.abc import Collection, Mapping
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

import deflate

from builder.errors import Misuse
from builder.record import Record

# Compressed already, so that another pass costs time and gains nothing; and what EPUB wants to find plain.
_STORED = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".pptx", ".potx", ".docx", ".zip", ".woff2", "mimetype")
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # zip knows no earlier time,
_LATEST = dt.datetime(2107, 12, 31, tzinfo=dt.UTC)  # and no later one
_LEVEL = 5  # libdeflate's: in half the time of zlib's usual one, smaller, and the same bytes on every host
_ZLIB_LEVEL = 6  # the same of streams of a PDF
_STORE, _DEFLATE, _UTF8, _UNIX, _VERSION = 0, 8, 0x800, 3, 20
_MODE = 0o100644 << 16
_MOST_FILES, _MOST_BYTES = 0xFFFE, 0xFFFFFFFE  # of a zip that every reader opens
_LOCAL = 30  # bytes in front of a file's name
_TOLD, _CENTRAL, _END = struct.Struct("<5H3I2H"), struct.Struct("<3H2I"), struct.Struct("<4s4H2IH")


def epoch(default: dt.date) -> dt.datetime:
    """The moment that outputs carry: SOURCE_DATE_EPOCH (seconds, UTC) if set, else noon of `default`.

    Misuse if it is no such moment. See reproducible-builds.org, "SOURCE_DATE_EPOCH".
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return dt.datetime.combine(default, dt.time(12), dt.UTC)
    if not re.fullmatch(r"[0-9]{1,10}", seconds) or int(seconds) > _LATEST.timestamp():
        raise Misuse(f"SOURCE_DATE_EPOCH must be seconds since 1970, before 2108, not `{seconds}`")
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC)


def zipped(files: Mapping[str, bytes], moment: dt.datetime, *, first: tuple[str, ...] = ()) -> bytes:
    """A zip of these files by name, those of `first` in front; the same input gives the same bytes."""
    out = BytesIO()
    write_zip(out, files, moment, first=first)
    return out.getvalue()


class Before(Record):
    """A zip that `write_zip` wrote and nobody changed, and the names of files that are as they were."""

    file: BinaryIO
    same: Collection[str]

    @property
    def packed(self) -> Mapping[str, ZipInfo]:
        """What it tells of these files; nothing if it is damaged after all."""
        try:
            with ZipFile(self.file) as there:
                told = {each.filename: each for each in there.infolist()}
        except BadZipFile:
            return {}
        return {name: told[name] for name in self.same if name in told}


def write_zip(
    out: BinaryIO,
    files: Mapping[str, bytes],
    moment: dt.datetime,
    *,
    first: tuple[str, ...] = (),
    before: Before | None = None,
) -> None:
    """Such a zip written to a stream, one file at a time; Misuse if it grows too large for a plain zip.

    Files that are as they were `before` are taken from there as they were packed, and not asked for.
    """
    stamp, start = _stamp(max(moment, _EARLIEST)), 0
    entries = list[bytes]()
    packed = before.packed if before else {}
    for name in (*first, *sorted(files.keys() - set(first))):
        told = packed.get(name)
        there = _Entry.again(told, before.file, stamp) if before and told else None
        entry = there or _Entry.of(name, files[name], stamp)
        entries.append(entry.central(start))
        start += out.write(entry.local) + out.write(entry.packed)
        _prove(len(entries), start)
    directory = b"".join(entries)
    _prove(len(entries), start + len(directory))
    out.write(directory + _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), start, 0))


def zlib_packed(data: bytes) -> bytes:
    """The bytes as zlib packs them (RFC 1950), by the same hand as those of a zip."""
    return bytes(deflate.zlib_compress(data, _ZLIB_LEVEL))


def _prove(count: int, size: int) -> None:
    """Misuse for a zip that would need the format of larger ones."""
    if count > _MOST_FILES or size > _MOST_BYTES:
        raise Misuse(f"the files are too many or too large for one zip: {count}, {size >> 20} MiB")


class _Entry(Record):
    """One file as a zip has it (PKWARE's APPNOTE.TXT, 4.3.7 and 4.3.12)."""

    name: bytes
    told: bytes  # what stands in front of the file, and in the directory again
    packed: bytes

    @classmethod
    def of(cls, name: str, data: bytes, stamp: tuple[int, int]) -> _Entry:
        """The file, deflated unless its kind is compressed already."""
        stored = name.endswith(_STORED)
        packed = data if stored else bytes(deflate.deflate_compress(data, _LEVEL))
        method = _STORE if stored else _DEFLATE
        return cls._told(name, method, stamp, (deflate.crc32(data), len(packed), len(data)), packed)

    @classmethod
    def again(cls, told: ZipInfo, there: BinaryIO, stamp: tuple[int, int]) -> _Entry | None:
        """A file as a zip has it that was written here; None if that ends before it does."""
        name = told.filename
        there.seek(told.header_offset + _LOCAL + len(name.encode()))
        packed = there.read(told.compress_size)
        if len(packed) != told.compress_size:
            return None
        sizes = (told.CRC, told.compress_size, told.file_size)
        return cls._told(name, told.compress_type, stamp, sizes, packed)

    @classmethod
    def _told(
        cls, name: str, method: int, stamp: tuple[int, int], sizes: tuple[int, int, int], packed: bytes
    ) -> _Entry:
        encoded, flags = name.encode(), 0 if name.isascii() else _UTF8
        return cls(encoded, _TOLD.pack(_VERSION, flags, method, *stamp, *sizes, len(encoded), 0), packed)

    @property
    def local(self) -> bytes:
        """What stands in front of the file."""
        return b"PK\3\4" + self.told + self.name

    def central(self, start: int) -> bytes:
        """What stands in the directory, for a file that starts so many bytes into the zip."""
        made_by = _UNIX << 8 | _VERSION  # wherever it is made
        return (
            b"PK\1\2"
            + made_by.to_bytes(2, "little")
            + self.told
            + _CENTRAL.pack(0, 0, 0, _MODE, start)
            + self.name
        )


def _stamp(moment: dt.datetime) -> tuple[int, int]:
    """The time and the day, as MS-DOS counted them."""
    time = moment.hour << 11 | moment.minute << 5 | moment.second >> 1
    return time, (moment.year - _EARLIEST.year) << 9 | moment.month << 5 | moment.day
