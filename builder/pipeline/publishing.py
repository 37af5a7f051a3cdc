"""The last stages: finished files read back for those that tell of all, and the pack put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from builder.archive import Before, epoch, write_zip
from builder.digests import digest_of, is_as_made
from builder.errors import Problem
from builder.output.bundle import Archive, publish
from builder.output.cache import Kept
from builder.output.contents import Contents
from builder.output.make import Asset, make, order
from builder.output.manifest import PATH as MANIFEST
from builder.output.manifest import SIGNATURE, manifest
from builder.output.owned import published as listed
from builder.output.signature import Signer
from builder.output.workers import Workers
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pipeline.request import Request
from builder.record import Record
from builder.source.folder import names_in


class Built(Record):
    """What was published, and where."""

    tree: Path
    archive: Path | None  # none for a part of a pack
    archive_bytes: int
    assets: tuple[Asset, ...]
    problems: tuple[Problem, ...] = ()
    kept: Mapping[str, str] = {}  # the user's own files in the tree: where they were, and where they are


def read_back(
    edition: Edition,
    awaited: Sequence[Plan],
    assets: tuple[Asset, ...],
    request: Request,
    workers: Workers,
) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The files that tell of all others, which are read back for them; a warning for each fault."""
    from builder.audit.findings import warnings  # noqa: PLC0415  not for a check
    from builder.audit.inspection import inspect  # noqa: PLC0415  as above
    from builder.audit.known import examiner  # noqa: PLC0415  as above

    files = Contents.of(_listed(edition, assets, request))
    results = inspect(files, [plan.path for plan in awaited], examiner(request.cache, workers))
    reports, noted = make(order([plan.written(results) for plan in awaited], request.cache), Workers(1))
    return reports, (*noted, *warnings(results))


def _inputs(request: Request) -> dict[str, str]:
    """The digests of the spec, of what is named after it beside it, such as translations, and of the brand.

    That of the brand is of the lines that `sha256sum` would write of all its files that are not hidden.
    """
    folder, stem = request.spec.parent, request.spec.stem
    beside = [name for name in _files(folder) if name.startswith(f"{stem}.") and "/" not in name]
    specs = {f"{folder.name}/{name}": digest_of(str(folder / name)) for name in beside}
    lines = (f"{digest_of(str(request.brand / name))}  {name}\n" for name in _files(request.brand))
    return {**specs, f"{request.brand.name}/": sha256("".join(lines).encode()).hexdigest()}


def _files(folder: Path) -> Iterator[str]:
    """The names of files, but for links: what they lead to has its own name, or is none of the folder."""
    paths = ((name, folder / name) for name in names_in(folder, below=True))
    return (name for name, path in paths if path.is_file() and not path.is_symlink())


def _listed(
    edition: Edition, assets: tuple[Asset, ...], request: Request, signer: Signer | None = None
) -> dict[str, bytes | Kept]:
    """The files by their paths, with the manifest that tells of them, and its signature."""
    listed = manifest(assets, campaign=edition.spec.campaign.name, year=edition.year, inputs=_inputs(request))
    files: dict[str, bytes | Kept] = {**{asset.plan.path: asset.file for asset in assets}, MANIFEST: listed}
    return {**files, SIGNATURE: signer.sign(listed, f"{edition.pack}: {MANIFEST}")} if signer else files


def places(edition: Edition, request: Request) -> tuple[Path, Path | None]:
    """Where the pack goes, and its zip; a part of it goes into a folder of its own, and has none."""
    if request.watched or not request.whole:
        return request.output / f"{edition.pack}-{'watch' if request.watched else 'part'}", None
    return request.output / edition.pack, request.output / f"{edition.stem}-comms-pack.zip"


def published(
    edition: Edition, assets: tuple[Asset, ...], request: Request, signer: Signer | None = None
) -> Built:
    """The pack in its place, with its zip and its signature; a part of it in a folder of its own, without."""
    files, (tree, path) = _listed(edition, assets, request, signer), places(edition, request)
    if path is None:
        kept = publish({path: file for path, file in files.items() if path != MANIFEST}, tree)
        return Built(tree, None, 0, assets, kept=kept)
    pack = Contents.of(files)
    first = tuple(asset.plan.path for asset in assets if asset.plan.front)
    moment = epoch(edition.spec.dates.start)

    def write(file: BinaryIO) -> None:
        with _before(path, tree, pack) as before:
            write_zip(file, pack, moment, first=first, before=before)

    kept = publish(pack, tree, Archive(path, write))
    return Built(tree, path, path.stat().st_size, assets, kept=kept)


@contextmanager
def _before(path: Path, tree: Path, pack: Contents) -> Iterator[Before | None]:
    """The zip that lies there, with which files are the same, if it is as it was made; None if not."""
    known = listed(tree) if is_as_made(str(path)) else None
    if known is None:
        yield None
        return
    same = {name for name, file in pack.files.items() if known.get(name) == file.digest}
    with path.open("rb") as file:
        yield Before(file, same)
