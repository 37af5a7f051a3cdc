"""A pack that somebody received, compared with the list of files that it brings along."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, json

from builder.errors import Faults, FileTrouble, Problem
from builder.output.bundle import check_paths
from builder.output.manifest import PATH as MANIFEST
from builder.output.manifest import SIGNATURE
from builder.output.packed import check_nothing_between, opened
from builder.output.signature import PublicKey, read_signature, shown
from builder.record import Record
from builder.source.folder import legible

MOST_BYTES = 2_000_000_000  # unpacked: more is no pack
_MOST_LISTED = 50_000_000  # bytes of the list itself
_MOST_SIGNED = 10_000  # and of its signature
_PART = 1 << 20  # bytes unpacked at once
_ENCRYPTED = 0x1
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # that a pack is packed in
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class _File(Record):
    """What the list says of a file."""

    path: str
    sha256: str
    bytes: int


class _Listed(Record):
    """What of the list is asked for."""

    campaign: str
    year: int
    files: tuple[_File, ...]
    made_by: str = ""
    made_from: Mapping[str, str] = {}


class Verified(Record):
    """What the list of a pack says of it, after all of it proved to be so."""

    campaign: str
    year: int
    files: int
    size: int  # bytes, unpacked
    made: tuple[str, ...]  # by what, and from what: a line each
    signed: str  # by whom, as far as that is known


def verify(path: Path, key: PublicKey | None = None) -> Verified:
    """What a zip is. Faults has each file that is not there, is another, or is not listed, and a signature
    that is not that of the key, if one is asked for.

    FileTrouble if it cannot be read, or is no pack.
    """
    try:
        with opened(path) as file, zipfile.ZipFile(file) as pack:
            members = pack.infolist()
            _check(members)
            check_nothing_between(file, members)
            listed = _listed(pack, path)
            signed = _signed(pack, path, key)
            problems = tuple(_compared(pack, members, listed))
    except OSError as error:
        raise FileTrouble(f"{path}: {error.strerror or error}") from error
    except _DAMAGED as error:
        raise FileTrouble(f"{path}: this is no zip that can be read ({error})") from error
    if problems:
        raise Faults(problems)
    inputs = (f"{digest[:16]}…  {legible(name)}" for name, digest in listed.made_from.items())
    made = (legible(listed.made_by) or "It is not said what made it.", *inputs)
    size = sum(member.file_size for member in members)
    return Verified(legible(listed.campaign), listed.year, len(members), size, made, signed)


def _check(members: list[zipfile.ZipInfo]) -> None:
    """Faults for what may not even be unpacked."""
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise Faults([Problem(f"its files take more than {MOST_BYTES // 10**9} GB, which no pack does")])
    names = Counter(member.filename for member in members)
    found = [Problem(f"{_named(name)} is in it {count} times") for name, count in names.items() if count > 1]
    for member in members:
        if stat.S_ISLNK(member.external_attr >> 16):
            found.append(Problem(f"{_named(member.filename)} is a link"))
        if member.flag_bits & _ENCRYPTED:
            found.append(Problem(f"{_named(member.filename)} is encrypted"))
        if "\0" in member.orig_filename:  # where one reader ends a name, and another goes on
            written = _named(member.orig_filename)
            found.append(Problem(f"{written} has a name that ends earlier for some systems"))
        if member.compress_type not in _WAYS:
            found.append(Problem(f"{_named(member.filename)} is packed as not every system unpacks it"))
    try:
        check_paths(names)
    except Faults as faults:
        found += [Problem(legible(problem.message)) for problem in faults.problems]
    if found:
        raise Faults(found)


def _named(name: str) -> str:
    return f"`{legible(name)}`"


def _listed(pack: zipfile.ZipFile, path: Path) -> _Listed:
    """What the list says; FileTrouble if there is none that can be read."""
    if MANIFEST not in pack.namelist():
        raise FileTrouble(f"{path}: there is no {MANIFEST} in it, which says what a pack holds")
    with pack.open(MANIFEST) as file:
        data = file.read(_MOST_LISTED)
    try:
        return json.decode(data, type=_Listed)
    except DecodeError as error:
        raise FileTrouble(f"{path}: the {MANIFEST} in it cannot be read ({error})") from None


def _signed(pack: zipfile.ZipFile, path: Path, key: PublicKey | None) -> str:
    """By whom the list is signed; Faults if a key is given and it is not that one's signature of it."""
    if SIGNATURE not in pack.namelist():
        if key:
            raise Faults([Problem(f"it is not signed: there is no {SIGNATURE} in it")])
        return "It is not signed."
    with pack.open(SIGNATURE) as file:
        signature = read_signature(file.read(_MOST_SIGNED), f"{path}: {SIGNATURE}")
    if key is None:
        return f"It says that the key {signature.name} signed it, which is not checked: ask for it by --key."
    if signature.number != key.number:
        raise Faults([Problem(f"it is signed with another key, {signature.name}, not with {key.name}")])
    with pack.open(MANIFEST) as file:
        if not signature.fits(file.read(_MOST_LISTED), key):
            raise Faults([Problem(f"its signature is wrong: the key {key.name} did not sign this list")])
    return f"Signed with the key {key.name}: {shown(signature)}"


def _compared(pack: zipfile.ZipFile, members: list[zipfile.ZipInfo], listed: _Listed) -> Iterator[Problem]:
    entries = {file.path: file for file in listed.files}
    there = {member.filename: member for member in members}
    for name in sorted(entries.keys() - there.keys()):
        yield Problem(f"{_named(name)} is not there")
    for name in sorted(there.keys() - entries.keys() - {MANIFEST, SIGNATURE}):
        yield Problem(f"{_named(name)} is in it and not listed")
    for name in sorted(entries.keys() & there.keys()):
        entry, member = entries[name], there[name]
        if member.file_size != entry.bytes or _digest(pack, member) != entry.sha256:
            message = f"{_named(name)} is not the file that was made: it was changed, or is damaged"
            yield Problem(message)


def _digest(pack: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """The sha256 of a file in it; nothing if it cannot be unpacked to what it says."""
    digest = sha256()
    try:
        with pack.open(member) as file:
            while part := file.read(_PART):
                digest.update(part)
    except _DAMAGED:
        return ""
    return digest.hexdigest()
