"""Whether a zip is nothing but its files: whatever else is in it, some readers would show and others not.

The records are those of PKWARE's APPNOTE.TXT, 4.3.7 (in front of a file) and 4.3.16 (the end of all).
"""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from builder.errors import Faults, FileTrouble, Problem
from builder.source.folder import legible

_END = struct.Struct("<4s4H2IH")
_LOCAL = struct.Struct("<4s5H3I2H")
_TOLD_AFTER = 0x8  # a flag: sizes stand behind the file
_AFTER = (12, 16)  # bytes of them: without a mark and with one (4.3.9)
_MOST_DIRECTORY = 16_000_000  # bytes: that of the most files that a plain zip has


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file of a zip; FileTrouble if it is no plain file, or does not end as a plain zip does.

    OSError if it cannot be read. What follows a zip, and a list that would take all memory, is found here.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise FileTrouble(f"{path}: this is a pipe or a device, not a file")
    with path.open("rb") as file:
        size, directory, start = _end(file)
        if directory > _MOST_DIRECTORY or start + directory + _END.size != size:
            why = "it does not end as a plain one does"
            raise FileTrouble(f"{path}: this is no zip that can be read ({why})")
        yield file


def _end(file: BinaryIO) -> tuple[int, int, int]:
    """The size of the file, that of the zip's list, and where this starts; zeros if there is none."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END.size))
    last = file.read()
    if len(last) < _END.size or not last.startswith(b"PK\5\6"):
        return size, 0, 0
    _, _, _, _, _, directory, start, _ = _END.unpack(last)
    return size, directory, start


def check_nothing_between(file: BinaryIO, members: Sequence[zipfile.ZipInfo]) -> None:
    """Faults if a file of the zip begins elsewhere than where the one before ends."""
    _, _, start = _end(file)
    end, after = 0, tuple[int, ...]()
    for member in sorted(members, key=lambda member: member.header_offset):
        _check_place(end, after, member.header_offset, f"in front of `{legible(member.filename)}`")
        file.seek(member.header_offset)
        head = file.read(_LOCAL.size).ljust(_LOCAL.size)
        *_, name, extra = _LOCAL.unpack(head)
        end = member.header_offset + _LOCAL.size + name + extra + member.compress_size
        after = _AFTER if member.flag_bits & _TOLD_AFTER else ()
    _check_place(end, after, start, "behind its files")


def _check_place(end: int, after: Sequence[int], place: int, where: str) -> None:
    if place != end and place - end not in after:
        raise Faults([Problem(f"something is hidden {where}: it is of the zip and of none of its files")])
