"""What was made before, by the digest of all that it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from builder.errors import Place, Problem
from builder.pack.plan import Plan

MOST_BYTES = 1_000_000_000
_LIBRARIES = (
    *("deflate", "fonttools", "freetype-py", "jinja2", "numpy", "pikepdf", "pillow"),
    *("python-pptx", "reportlab", "uharfbuzz"),
)

Made = tuple[bytes, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of made files. Whatever is wrong with an entry or the folder, it is only a miss."""

    folder: Path

    def get(self, key: str) -> Made | None:
        """What was made from a plan of this digest; None if nothing sound is there."""
        path = self._path(key)
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            if digest.decode("ascii", "replace") != sha256(body).hexdigest():
                return None
            os.utime(path)
        except OSError:
            return None
        problems, _, data = body.partition(b"\n")
        return data, tuple(_problem(entry) for entry in json.loads(problems))

    def put(self, key: str, made: Made) -> None:
        """Keep what was made from a plan of this digest."""
        data, problems = made
        body = json.dumps([asdict(problem) for problem in problems]).encode() + b"\n" + data
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.{os.getpid()}")
            fresh.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
            fresh.replace(path)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Forget what was not asked for the longest, until no more than `most` bytes are kept."""
        with suppress(OSError):
            entries = [(path, path.stat()) for path in self.folder.glob("*/*")]
            total = 0
            for path, stat in sorted(entries, key=lambda entry: -entry[1].st_mtime_ns):
                total += stat.st_size
                if total > most:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def digest(plan: Plan) -> str:
    """The sha256 of what decides a file's bytes: the code, the renderer, the content, the date asked for."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    what = (_code(), moment, plan.format.renderer, plan.options, plan.content)
    return sha256(repr(what).encode()).hexdigest()


@cache
def _code() -> str:
    """The digest of this program's own files and of the libraries that draw."""
    found = sha256(repr([(name, version(name)) for name in _LIBRARIES]).encode())
    for name, file in sorted(_sources(files("builder"), "")):
        found.update(name.encode() + sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_file():
            yield f"{path}/{entry.name}", entry
        elif entry.name != "__pycache__":
            yield from _sources(entry, f"{path}/{entry.name}")


def _problem(entry: dict[str, object]) -> Problem:
    place, where = entry.pop("place"), entry.pop("where")
    assert isinstance(where, list)
    return Problem(place=Place(**place) if isinstance(place, dict) else None, where=tuple(where), **entry)  # type: ignore[arg-type]
