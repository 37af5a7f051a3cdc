"""Templates compiled once, as Python's own modules are: the code lies in `__pycache__` beside them.

Compiling them takes a twentieth of what one changed word costs. Whoever can write there can change the
program as well; what is damaged, or of another template, Jinja or Python, is compiled anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of the templates of a folder, which environments with these options share."""

    def __init__(self, folder: Path, options: Mapping[str, bool]) -> None:
        self._folder = folder / "__pycache__"
        self._told = repr((__version__, sys.version, sorted(options.items())))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The name of a template's file of code."""
        return f"{name.replace('/', '.')}.{sys.implementation.cache_tag}.code"

    def get_source_checksum(self, source: str) -> str:
        """The digest of all that decides the code."""
        return sha256(repr((self._told, source)).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if that is there and sound."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = (self._folder / bucket.key).read_bytes()
            head, code = data[:_HEAD], data[_HEAD:]
            if head == _seal(bucket.checksum, code) and isinstance(found := marshal.loads(code), CodeType):
                bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, unless Python is to leave no such files, or nobody may write there."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            code = marshal.dumps(bucket.code)
            fresh = self._folder / f"{bucket.key}.{os.getpid()}"
            fresh.write_bytes(_seal(bucket.checksum, code) + code)
            fresh.replace(self._folder / bucket.key)


def _seal(checksum: str, code: bytes) -> bytes:
    return sha256(checksum.encode() + code).digest()


_HEAD = len(_seal("", b""))
