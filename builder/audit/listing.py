"""Rules of the pack as a whole: the manifest tells of every file, and tells the truth."""

from __future__ import annotations

from collections.abc import Iterator

from builder.audit.rule import File, FileKind, Rule
from builder.errors import Faults
from builder.output.bundle import check_paths
from builder.output.manifest import SIGNATURE

TYPE = "application/json"


def unlisted_file(manifest: File) -> Iterator[str]:
    """The manifest does not list a file."""
    yield from sorted(manifest.pack.keys() - manifest.entry["files"].keys() - {manifest.path, SIGNATURE})


def missing_file(manifest: File) -> Iterator[str]:
    """The manifest lists a file that is not there."""
    yield from sorted(manifest.entry["files"].keys() - manifest.pack.keys())


def other_bytes(manifest: File) -> Iterator[str]:
    """A file is not the one that was made: its bytes are not those of its digest."""
    for path, entry in manifest.entry["files"].items():
        file = manifest.pack.files.get(path)
        if file and (entry["bytes"], entry["sha256"]) != (file.size, file.digest):
            yield path


def untold_file(manifest: File) -> Iterator[str]:
    """A file has no title or no language in the manifest."""
    for path, entry in manifest.entry["files"].items():
        if not (entry.get("title") and entry.get("language")):
            yield path


def unsafe_name(manifest: File) -> Iterator[str]:
    """A name is too long, meets another one, or cannot be a file's on Windows."""
    try:
        check_paths(manifest.pack)
    except Faults as faults:
        yield from (problem.message for problem in faults.problems)


FORMAT = FileKind(
    name="pack",
    types=(TYPE,),
    read=lambda file: file,
    refusals=(),
    covers=lambda manifest: len(manifest.pack),
    rules=(
        Rule(unlisted_file, "warning"),  # such as the user's own in the folder, which are not in the zip
        Rule(missing_file),
        Rule(other_bytes),
        Rule(untold_file),
        Rule(unsafe_name),
    ),
)
