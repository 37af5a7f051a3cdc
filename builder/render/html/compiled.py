"""Templates compiled once: that takes a twentieth of what one changed word costs."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket

from builder.codes import keep_code, known_code


class Compiled(BytecodeCache):
    """The code of the templates of a folder, which environments with these options share."""

    def __init__(self, folder: Path, options: Mapping[str, bool]) -> None:
        self._folder = folder
        self._told = repr((__version__, sys.version, sorted(options.items())))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The name of a template's file of code."""
        return name.replace("/", ".")

    def get_source_checksum(self, source: str) -> str:
        """The digest of all that decides the code."""
        return sha256(repr((self._told, source)).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if that is there and sound."""
        code = known_code(self._folder, bucket.key, bucket.checksum)
        with suppress(ValueError, EOFError, TypeError):
            if code is not None and isinstance(found := marshal.loads(code), CodeType):
                bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        keep_code(self._folder, bucket.key, bucket.checksum, marshal.dumps(bucket.code))
