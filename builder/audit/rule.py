"""What a rule, a format and a finding are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from builder.errors import Problem, Severity
from builder.output.contents import Contents
from builder.record import Record, field

Document = TypeVar("Document")


class File(Record):
    """A finished file, what the manifest says of it, and the pack that it is part of."""

    path: str
    data: bytes
    entry: Mapping[str, Any]
    paths: frozenset[str] = frozenset()  # of all files of the pack, for kinds that look around
    pack: Contents = field(
        default_factory=lambda: Contents({})
    )  # the files themselves, for the manifest alone


class Rule(Record, Generic[Document]):
    """One thing to look for; `finds` gives where it is in the document, empty for all of it.

    The first line of the function's docstring is the fault in words: it is
    written once, for the reader of the code and for the user.
    """

    finds: Callable[[Document], Iterator[str]]
    severity: Severity = "error"

    @property
    def name(self) -> str:
        """What results call it: `missing-alt-text`."""
        return self.finds.__name__.replace("_", "-")

    @property
    def fault(self) -> str:
        """What is wrong where it finds something."""
        return (self.finds.__doc__ or self.name).partition("\n")[0].rstrip(".")


class FileKind(Record, Generic[Document]):
    """One kind of document: how a file of these media types is opened, and its rules.

    `read` raises one of `refusals` for a file that is damaged. `covers` is how
    many files a document tells of: its own alone, but for a list of files. Only
    those that look around are told which other files the pack has.
    """

    name: str
    types: tuple[str, ...]
    read: Callable[[File], Document]
    refusals: tuple[type[Exception], ...]
    rules: tuple[Rule[Document], ...]
    covers: Callable[[Document], int] = lambda _: 1
    looks_around: bool = False


class Finding(Record):
    """A rule that a file breaks, and where in the file."""

    path: str
    fault: str
    places: tuple[str, ...]
    severity: Severity

    @property
    def problem(self) -> Problem:
        """The finding in a line: `guide.pdf: a figure has no alternative text (page 3 and 2 more)`."""
        named = [place for place in self.places if place]
        more = f" and {len(named) - 1} more" if len(named) > 1 else ""
        where = f" ({named[0]}{more})" if named else ""
        return Problem(f"{self.path}: {self.fault[0].lower()}{self.fault[1:]}{where}", severity=self.severity)


class Result(Record):
    """What one rule made of the files of its format."""

    format: str
    rule: str
    files: int
    findings: tuple[Finding, ...]
