"""Files are known by what the system says of them, where that tells all."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from builder import digests
from builder.digests import digest_of, stat_of, trust
from builder.source.folder import contents

LATER = 10 * 10**9  # ns


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tea.txt"
    path.write_bytes(b"tea")
    return path


def trusted(path: Path, later: int) -> None:
    """A run read another digest some time after the file was written."""
    stat = stat_of(path.stat())
    trust({str(path): (stat, "as it was")}, stat[2] + later)


def test_a_digest_is_that_of_the_bytes(file: Path) -> None:
    assert digest_of(str(file)) == sha256(b"tea").hexdigest()
    with pytest.raises(FileNotFoundError):
        digest_of(str(file.with_name("gone")))


@pytest.mark.parametrize(("later", "known"), [(1_000_000, False), (LATER, True)])
def test_what_an_earlier_run_read_is_trusted_if_the_file_was_old_then(
    file: Path, later: int, known: bool
) -> None:
    trusted(file, later)
    assert (digest_of(str(file)) == "as it was") is known


def test_what_this_run_read_is_trusted_if_the_file_was_old_then(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = list[bytes]()
    monkeypatch.setattr(digests, "sha256", lambda data: reads.append(data) or sha256(data))
    for later, read in ((0, 1), (0, 2), (LATER, 3), (LATER, 3)):
        monkeypatch.setattr(digests.time, "time_ns", lambda later=later: file.stat().st_ctime_ns + later)
        digest_of(str(file))
        assert len(reads) == read


def test_a_file_that_changed_is_read(file: Path) -> None:
    trusted(file, LATER)
    file.write_bytes(b"cup")  # of the same size
    os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns - LATER))
    assert digest_of(str(file)) == sha256(b"cup").hexdigest()


@pytest.mark.parametrize("facts", [("3", "digest"), ([3, 1, 1, 1], 5)])
def test_only_facts_of_files_are_taken(facts: tuple[object, object]) -> None:
    with pytest.raises(ValueError, match="no facts"):
        trust({"tea.txt": facts}, 0)


def test_a_folder_is_known_by_the_files_that_it_holds_now(file: Path) -> None:
    before = contents(file.parent)
    file.write_bytes(b"cup")
    assert contents(file.parent) != before
