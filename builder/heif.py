"""Photographs as phones save them (HEIF, which they call HEIC): read by a package that is an extra."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from io import BytesIO

from builder import heifreader
from builder.errors import FileTrouble

# ISO/IEC 23008-12 (HEIF), 10.2: the brands of images and of bursts of them, in HEVC.
_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
ENDINGS = (".heic", ".heif")
_MOST_SECONDS = 120  # by the clock, should its process stand still
EXTRA = 'pip install "packbuild[heic]"'


class NoReader(FileTrouble):
    """What reads such files is not installed."""


def is_heif(head: bytes) -> bool:
    """Whether a file that begins with these twelve bytes is one, whatever it is called."""
    return head[4:8] == b"ftyp" and head[8:12] in _BRANDS


@cache
def has_reader() -> bool:
    """Whether there is one."""
    return find_spec("pi_heif") is not None


def decoded(data: bytes, most: int) -> BytesIO:
    """The picture as TIFF, which Pillow reads: upright, in 8 bits, with its colour profile and no other note.

    It is read in a process of its own, which a broken file may end. OSError for such a file, and Pillow's
    DecompressionBombError for one of more pixels than `most`.
    """
    from PIL.Image import DecompressionBombError  # noqa: PLC0415  only those who have such files

    program = [sys.executable, "-P", heifreader.__file__, str(most)]
    done = subprocess.run(program, input=data, capture_output=True, check=False, timeout=_MOST_SECONDS)
    if done.returncode == heifreader.TOO_LARGE:
        raise DecompressionBombError
    if done.returncode:
        raise OSError
    return BytesIO(done.stdout)
