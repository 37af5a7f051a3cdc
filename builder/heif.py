"""Photographs as phones save them (HEIF, which they call HEIC): read by a package that is an extra."""

from __future__ import annotations

from functools import cache

from builder.errors import FileTrouble

# ISO/IEC 23008-12 (HEIF), 10.2: the brands of images and of bursts of them, in HEVC.
_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
ENDINGS = (".heic", ".heif")
EXTRA = 'pip install "packbuild[heic]"'


class NoReader(FileTrouble):
    """What reads such files is not installed."""


def is_heif(head: bytes) -> bool:
    """Whether a file that begins with these twelve bytes is one, whatever it is called."""
    return head[4:8] == b"ftyp" and head[8:12] in _BRANDS


@cache
def has_reader() -> bool:
    """Whether Pillow can be told to read them, and then it is."""
    try:
        from pi_heif import register_heif_opener  # noqa: PLC0415  only those who have such files
    except ImportError:
        return False
    register_heif_opener(thumbnails=False)
    return True
