"""An inspection: every rule of every format over the files of a pack."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.audit import calendars, images, listing, pages, pdf, posts, slides, texts, wordfiles
from builder.audit.rule import File, FileKind, Finding, Result, Rule
from builder.errors import FileTrouble
from builder.output.manifest import PATH as MANIFEST

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


def inspect(pack: Mapping[str, bytes], promised: Iterable[str] = ()) -> tuple[Result, ...]:
    """What all rules find in a pack's files by their paths; FileTrouble if it has no sound manifest.

    Links may lead to what is promised: files that will join the pack.
    """
    files = tuple(_files(pack, frozenset((*pack, *promised))))
    return tuple(result for format_ in FORMATS for result in _results(format_, files))


def read_pack(tree: Path) -> dict[str, bytes]:
    """The files of a published tree by their paths in the pack; FileTrouble if one cannot be read."""
    try:
        paths = sorted(path for path in tree.rglob("*") if path.is_file())
        return {path.relative_to(tree).as_posix(): path.read_bytes() for path in paths}
    except OSError as error:
        raise FileTrouble(f"{error.filename or tree}: {error.strerror or error}") from error


def _files(pack: Mapping[str, bytes], paths: frozenset[str]) -> Iterator[File]:
    """Each file with its entry in the manifest; the manifest itself stands for the whole pack."""
    try:
        entries = {entry["path"]: entry for entry in json.loads(pack[MANIFEST])["files"]}
    except (KeyError, TypeError, ValueError) as error:
        raise FileTrouble(
            f"{MANIFEST}: it is missing or damaged, so nothing says what the files are"
        ) from error
    yield File(MANIFEST, pack[MANIFEST], {"media_type": listing.TYPE, "files": entries}, paths, pack)
    for path in sorted(entries.keys() & pack.keys()):
        yield File(path, pack[path], entries[path], paths)


def _results(format_: FileKind[Any], files: tuple[File, ...]) -> Iterator[Result]:
    """One result a rule, the first for files that cannot be opened at all."""
    documents, refused = list[tuple[str, Any]](), list[Finding]()
    for file in files:
        if file.entry.get("media_type") in format_.types:
            try:
                documents.append((file.path, format_.read(file)))
            except format_.refusals as error:
                fault = f"it cannot be read as its type, {file.entry['media_type']}"
                refused.append(Finding(file.path, fault, (str(error),), "error"))
    files_read = sum(format_.covers(document) for _, document in documents)
    if documents or refused:
        yield Result(format_.name, "damaged", files_read + len(refused), tuple(refused))
    for rule in format_.rules if documents else ():
        findings = (_finding(rule, path, document) for path, document in documents)
        yield Result(format_.name, rule.name, files_read, tuple(each for each in findings if each))


def _finding(rule: Rule[Any], path: str, document: Any) -> Finding | None:
    try:
        places = tuple(dict.fromkeys(rule.finds(document)))
    except Exception as error:  # a file may be broken in ways that no rule expects
        return Finding(
            path, f"`{rule.name}` could not be checked", (f"{type(error).__name__}: {error}",), "error"
        )
    return Finding(path, rule.fault, places, rule.severity) if places else None
