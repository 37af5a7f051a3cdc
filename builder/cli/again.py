"""The same command again: what a run said of the same files is said again, and nothing is done.

A record holds the fingerprint of what a run read and made, and all that it said. It lies in the cache,
where whatever is wrong with it is only a miss.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TextIO

import builder
from builder.cli.root import nearest_root
from builder.digests import trust, trust_made, trust_program
from builder.pipeline import fingerprint

if TYPE_CHECKING:
    from builder.cli.terminal import Terminal

_DAMAGED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
)  # of records that hold anything
_FAULTS = 1  # the exit code that depends on the files alone, as 0 does
# By record: the program as a run found it that is to be done again, if no file of it was touched since.
_PROGRAMS: dict[str, tuple[Any, ...]] = {}
_SPOKEN = ("NO_COLOR", "TERM", "SOURCE_DATE_EPOCH")  # what of the environment decides bytes or colours


def repeated(arguments: tuple[str, ...]) -> int | None:
    """The exit code of a run that need not be done, when all is said; None if it must be done."""
    if sys.platform == "win32" and sys.stderr.isatty():
        return None  # old consoles there need help with colours
    with suppress(OSError, *_DAMAGED):
        root = os.path.abspath(_asked_root(arguments) or nearest_root())
        with open(path := _record(root, arguments), encoding="utf-8") as file:
            run = json.load(file)
        trust(run["read"][0], run["read"][2])
        trust(run["program"][0], run["program"][2])
        known = run["libraries"] == fingerprint.libraries()
        if known and fingerprint.untouched(*run["program"]):
            trust_program(run["key"])
            _PROGRAMS[path] = tuple(run["program"])
        elif not known or not fingerprint.unchanged(*run["program"]):
            return None
        trust_made(run["made"][0])
        if fingerprint.unchanged(*run["read"]) and fingerprint.unchanged(*run["made"]):
            for text, err in run["said"]:
                _say(text, sys.stderr if err else sys.stdout)
            return int(run["code"])
    return None


class Memory:
    """What a run will be known by; `note` is said before all else when it need not be done again."""

    def __init__(self, root: str, arguments: tuple[str, ...]) -> None:
        self.made: tuple[str, ...] = ()  # files and folders that were published
        self.note = ""
        self._path = _record(root, arguments)
        self._since = fingerprint.moment()
        self._program = _PROGRAMS.pop(self._path, ()) or _program(self._since)
        self._places = os.path.join(root, "packs"), os.path.join(root, "brand")
        self._read = fingerprint.read_files(self._places)

    def write(self, said: list[tuple[str, bool]], code: int) -> None:
        """Keep it for the next run; OSError if that cannot be."""
        from builder.output.key import program  # noqa: PLC0415  only for a run that is done

        run: dict[str, Any] = {
            "said": [(f"{self.note}\n", True), *said] if self.note else said,
            "code": code,
            "program": self._program,
            "key": program(),
            "read": (self._read, self._places, self._since),
            "made": (fingerprint.made_files(self.made), self.made, self._since),
            "libraries": fingerprint.libraries(),
        }
        with suppress(FileExistsError):
            os.mkdir(os.path.dirname(self._path))  # in the cache: a run that has none leaves no trace
        fresh = f"{self._path}.{os.getpid()}"
        with open(fresh, "w", encoding="utf-8") as file:
            file.write(json.dumps(run))  # `dump` itself is written in Python
        os.replace(fresh, self._path)


def _program(since: int) -> tuple[Any, ...]:
    """The files of the program and of what brings kinds, as they are now."""
    from builder.output.key import brought  # noqa: PLC0415  as above

    places = os.path.dirname(builder.__file__), *(str(file) for _, file in brought())
    return fingerprint.read_files(places), places, since


@contextmanager
def remembered(terminal: Terminal, root: str, arguments: tuple[str, ...]) -> Iterator[Memory]:
    """Remember a run that ends well, or with faults; OSError if what it reads cannot be read."""
    memory = Memory(root, arguments)
    try:
        yield memory
    except SystemExit as end:
        if end.code == _FAULTS:
            _write(memory, terminal, _FAULTS)
        raise
    _write(memory, terminal, 0)


def _write(memory: Memory, terminal: Terminal, code: int) -> None:
    with suppress(OSError):  # a run that nobody can remember is done again
        memory.write(terminal.said, code)


def _asked_root(arguments: tuple[str, ...]) -> str:
    """The value of `--root`, however it is written; nothing if it is not given."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--root"):
            name, _, value = argument.partition("=")
            return value or (*arguments, "")[number + 1] if name == "--root" else ""
    return ""


def _record(root: str, arguments: tuple[str, ...]) -> str:
    """Where a run is remembered: by the program, the command, from where it was called, and how it speaks."""
    spoken = [os.environ.get(name) for name in _SPOKEN]
    seen = [bool(stream and stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    program = (
        builder.__version__,
        os.path.dirname(builder.__file__),
    )  # one of several
    key = repr((program, arguments, os.getcwd(), root, spoken, seen))
    return os.path.join(root, "output", ".cache", "again", f"{sha256(key.encode()).hexdigest()}.json")


def _say(text: str, stream: TextIO) -> None:
    """Print; what nobody reads any more goes nowhere."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
