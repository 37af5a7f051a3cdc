"""An inspection: every rule of every format over the files of a pack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from builder.audit import calendars, images, listing, pages, pdf, posts, slides, texts, wordfiles
from builder.audit.rule import File, FileKind, Finding, Result, Rule
from builder.errors import FileTrouble
from builder.output.contents import Contents
from builder.output.manifest import PATH as MANIFEST
from builder.record import Record

FORMATS: tuple[FileKind[Any], ...] = (
    listing.FORMAT,
    images.FORMAT,
    pdf.FORMAT,
    slides.FORMAT,
    wordfiles.FORMAT,
    pages.FORMAT,
    posts.FORMAT,
    texts.FORMAT,
    calendars.FORMAT,
)
_KINDS = {kind.name: kind for kind in FORMATS}
_NONE = frozenset[str]()
_DAMAGED = "damaged"  # the rule that a file can be opened


class Examined(Record):
    """What the rules of its format find in one file, each by the rule's name."""

    files: int  # how many it tells of; none if it cannot be opened
    findings: tuple[tuple[str, Finding], ...]


class Examine(Record):
    """A file to be read back, here or in another process."""

    format: str
    path: str
    entry: Mapping[str, Any]  # of the manifest
    pack: Contents  # which has the file
    paths: frozenset[str] = frozenset()  # of all files, for kinds that look around
    seconds: ClassVar = 0.02  # about how long it takes

    def __call__(self) -> Examined:
        """What is found."""
        kind = _KINDS[self.format]
        file = File(self.path, self.pack[self.path], self.entry, self.paths, self.pack)
        try:
            document = kind.read(file)
        except kind.refusals as error:
            fault = f"it cannot be read as its type, {self.entry['media_type']}"
            return Examined(0, ((_DAMAGED, Finding(self.path, fault, (str(error),), "error")),))
        found = ((rule.name, _finding(rule, self.path, document)) for rule in kind.rules)
        return Examined(kind.covers(document), tuple((name, each) for name, each in found if each))


Examiner = Callable[[Sequence[Examine]], Sequence[Examined]]


def one_by_one(tasks: Sequence[Examine]) -> list[Examined]:
    """What is found in each file, here and now."""
    return [task() for task in tasks]


def inspect(
    pack: Mapping[str, bytes], promised: Iterable[str] = (), examine: Examiner = one_by_one
) -> tuple[Result, ...]:
    """What all rules find in a pack's files by their paths; FileTrouble if it has no sound manifest.

    Links may lead to what is promised: files that will join the pack.
    """
    contents = Contents.of(pack)
    entries, paths = _entries(contents), frozenset((*pack, *promised))
    tasks = [
        Examine(listing.FORMAT.name, MANIFEST, {"media_type": listing.TYPE, "files": entries}, contents),
        *(
            Examine(
                kind.name, path, entries[path], contents.only(path), paths if kind.looks_around else _NONE
            )
            for kind in FORMATS
            for path in sorted(entries.keys() & pack.keys())
            if kind is not listing.FORMAT and entries[path].get("media_type") in kind.types
        ),
    ]
    by_kind: dict[str, list[Examined]] = {}
    for task, examined in zip(tasks, examine(tasks), strict=True):
        by_kind.setdefault(task.format, []).append(examined)
    return tuple(result for kind in FORMATS for result in _results(kind, by_kind.get(kind.name, [])))


def read_pack(tree: Path) -> dict[str, bytes]:
    """The files of a published tree by their paths in the pack; FileTrouble if one cannot be read."""
    try:
        paths = sorted(path for path in tree.rglob("*") if path.is_file())
        return {path.relative_to(tree).as_posix(): path.read_bytes() for path in paths}
    except OSError as error:
        raise FileTrouble(f"{error.filename or tree}: {error.strerror or error}") from error


def _entries(pack: Contents) -> dict[str, Mapping[str, Any]]:
    """What the manifest says of each file that is there."""
    try:
        entries = {entry["path"]: entry for entry in json.loads(pack[MANIFEST])["files"]}
    except (KeyError, TypeError, ValueError) as error:
        raise FileTrouble(
            f"{MANIFEST}: it is missing or damaged, so nothing says what the files are"
        ) from error
    return entries


def _results(kind: FileKind[Any], each: Sequence[Examined]) -> Iterator[Result]:
    """One result a rule, the first for files that cannot be opened at all."""
    found: dict[str, list[Finding]] = {}
    for name, finding in (pair for examined in each for pair in examined.findings):
        found.setdefault(name, []).append(finding)
    files, damaged = sum(examined.files for examined in each), tuple(found.get(_DAMAGED, ()))
    if each:
        yield Result(kind.name, _DAMAGED, files + len(damaged), damaged)
    for rule in kind.rules if len(damaged) < len(each) else ():
        yield Result(kind.name, rule.name, files, tuple(found.get(rule.name, ())))


def _finding(rule: Rule[Any], path: str, document: Any) -> Finding | None:
    try:
        places = tuple(dict.fromkeys(rule.finds(document)))
    except Exception as error:  # a file may be broken in ways that no rule expects
        return Finding(
            path, f"`{rule.name}` could not be checked", (f"{type(error).__name__}: {error}",), "error"
        )
    return Finding(path, rule.fault, places, rule.severity) if places else None
