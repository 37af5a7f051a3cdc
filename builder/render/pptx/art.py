"""The art of masters and layouts, kept out of what python-pptx reads and writes: it is most of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GROUP = re.compile(rb"<p:grpSp>.*?</p:grpSp>", re.DOTALL)  # nothing else is grouped there, nor are groups
_MARK = re.compile(rb"<\?art (\d+)\?>")
_HOMES = ("ppt/slideMasters/slideMaster", "ppt/slideLayouts/slideLayout")


def without_art(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[bytes, ...]]:
    """The files with a processing instruction in the place of each drawing, and the drawings."""
    art: list[bytes] = []

    def mark(match: re.Match[bytes]) -> bytes:
        art.append(match[0])
        return b"<?art %d?>" % (len(art) - 1)

    plain = {
        name: _GROUP.sub(mark, data) if name.startswith(_HOMES) else data for name, data in files.items()
    }
    return plain, tuple(art)


def with_art(files: Mapping[str, bytes], art: tuple[bytes, ...]) -> dict[str, bytes]:
    """The files with the drawings in their places again."""
    return {
        name: _MARK.sub(lambda match: art[int(match[1])], data) if name.startswith(_HOMES) else data
        for name, data in files.items()
    }
