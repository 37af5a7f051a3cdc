"""What was compiled once, as Python's own modules are: the code lies in `__pycache__` beside its source.

Whoever can write there can change the program as well; what is damaged, or of another source, is compiled
anew.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_DIGEST = sha256().digest_size


def known_code(folder: Path, name: str, decided: str) -> bytes | None:
    """The code of a source in a folder, if it is there and sound; `decided` tells all that decides it."""
    with suppress(OSError):
        data = _file(folder, name).read_bytes()
        if data[:_DIGEST] == _seal(decided, code := data[_DIGEST:]):
            return code
    return None


def keep_code(folder: Path, name: str, decided: str, code: bytes) -> None:
    """Keep a source's code, unless Python is to leave no such files, or nobody may write there."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):
        file = _file(folder, name)
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(_seal(decided, code) + code)
        fresh.replace(file)


def _file(folder: Path, name: str) -> Path:
    return folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.code"


def _seal(decided: str, code: bytes) -> bytes:
    return sha256(decided.encode() + code).digest()
