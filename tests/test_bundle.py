"""Publishing whole or not at all."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.errors import Faults, FileTrouble
from builder.output import bundle
from builder.output.bundle import Archive, check_paths, publish


def tree_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def sealed(path: Path, data: bytes) -> Archive:
    return Archive(path, lambda file: file.write(data))


def test_a_second_pack_takes_the_place_of_the_first_and_stale_files_go(tmp_path: Path) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    publish({"a.txt": b"1", "old/gone.txt": b"2"}, tree, sealed(archive, b"first"))
    publish({"a.txt": b"3"}, tree, sealed(archive, b"second"))
    assert tree_of(tmp_path) == {"2022/a.txt": b"3", "pack.zip": b"second"}


def test_what_is_equal_stays_the_same_file(tmp_path: Path) -> None:
    """Folders that are synced take a new time for new bytes."""
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"

    def stats() -> dict[str, tuple[int, int]]:
        files = (path for path in tmp_path.rglob("*") if path.is_file())
        return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}

    publish({"a.txt": b"1", "b.txt": b"2"}, tree, sealed(archive, b"first"))
    os.utime(tree / "a.txt", ns=(1, 1))
    os.utime(tmp_path, ns=(1, 1))
    before = stats()
    publish({"a.txt": b"1", "b.txt": b"2"}, tree, sealed(archive, b"first"))
    assert (stats(), tmp_path.stat().st_mtime_ns) == (before, 1)
    publish({"a.txt": b"1", "b.txt": b"3"}, tree, sealed(archive, b"second"))
    after = stats()
    assert after["a.txt"] == before["a.txt"]
    assert all(after[name] != before[name] for name in ("b.txt", "pack.zip"))


def test_a_link_to_an_equal_file_is_no_file_of_the_pack(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    (tree / "a.txt").rename(tmp_path / "mine.txt")
    (tree / "a.txt").symlink_to(tmp_path / "mine.txt")
    publish({"a.txt": b"1"}, tree)
    assert not (tree / "a.txt").is_symlink()


def test_an_archive_that_goes_on_or_is_a_link_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes are compared part by part, and the last part may be whole."""
    monkeypatch.setattr(bundle, "_PART", 1)
    archive = tmp_path / "pack.zip"
    for data in (b"first of all", b"first"):
        publish({"a.txt": b"1"}, tmp_path / "2022", sealed(archive, data))
        assert archive.read_bytes() == data
    archive.rename(tmp_path / "elsewhere.zip")
    archive.symlink_to("elsewhere.zip")
    publish({"a.txt": b"1"}, tmp_path / "2022", sealed(archive, b"first"))
    assert not archive.is_symlink()


def test_equal_files_are_copied_with_their_times_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    tree = tmp_path / "2022"
    publish({"a.txt": b"1", "b.txt": b"2"}, tree)
    os.utime(tree / "a.txt", ns=(10**15, 10**15))
    monkeypatch.setattr(Path, "hardlink_to", refused)
    publish({"a.txt": b"1", "b.txt": b"3"}, tree)
    assert tree_of(tree) == {"a.txt": b"1", "b.txt": b"3"}
    assert (tree / "a.txt").stat().st_mtime_ns == 10**15


@pytest.mark.parametrize("stray", ["c.txt", "deep/c.txt", "empty/", "link"])
def test_what_is_not_of_the_pack_goes_though_all_else_is_equal(tmp_path: Path, stray: str) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    if stray == "link":
        (tree / stray).symlink_to(tree / "a.txt")
    else:
        (tree / stray).parent.mkdir(exist_ok=True)
        (tree / stray).mkdir() if stray.endswith("/") else (tree / stray).write_bytes(b"3")
    publish({"a.txt": b"1"}, tree)
    assert [path.name for path in tree.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("failing", ["write", "tree", "archive"])
def test_the_older_pack_survives_any_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    publish({"a.txt": b"1"}, tree, sealed(archive, b"first"))
    before = tree_of(tmp_path)
    rename, replace = Path.rename, Path.replace

    def full_disk(path: Path, target: Path) -> Path:
        if (failing, path.name) in {("tree", ".2022.new"), ("archive", ".pack.zip.new")}:
            raise OSError(28, "No space left on device", str(path))
        return rename(path, target) if failing == "tree" else replace(path, target)

    if failing == "write":
        monkeypatch.setattr("os.fsync", lambda descriptor: full())
    else:
        monkeypatch.setattr(Path, "rename" if failing == "tree" else "replace", full_disk)
    with pytest.raises(FileTrouble, match="No space left"):
        publish({"a.txt": b"2"}, tree, sealed(archive, b"second"))
    monkeypatch.undo()
    assert tree_of(tmp_path) == before


def full() -> None:
    raise OSError(28, "No space left on device")


def test_a_run_killed_between_its_renames_is_mended(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    shutil.move(tree, tmp_path / ".2022.old")
    publish({"a.txt": b"2"}, tree)
    assert tree_of(tmp_path) == {"2022/a.txt": b"2"}


@pytest.mark.parametrize(
    "path",
    [
        "a" * 121,
        "a:b.txt",
        "con",
        "x/aux.txt",
        "a./b",
        "a /b",
        "/a",
        "a//b",
        "../a",
        "a/../b",
        "a\\b",
        "tab\t",
        "com1.png",
    ],
)
def test_paths_that_partners_cannot_unzip_are_faults(path: str) -> None:
    with pytest.raises(Faults):
        check_paths([path])


def test_two_files_of_one_name_are_a_fault() -> None:
    for twins in (["A.txt", "a.txt"], ["a.txt", "A.txt"]):
        with pytest.raises(Faults, match="two files"):
            check_paths(twins)
    check_paths(["social/instagram/imhaw-2022_message.png", "contact.txt", "auxiliary/com10.txt"])


def test_runs_at_the_same_time_take_turns(tmp_path: Path) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"

    def often(mark: bytes) -> None:
        for _ in range(15):
            publish({f"{number}.txt": mark for number in range(9)}, tree, sealed(archive, mark))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(often, (b"a", b"b", b"c", b"d")))
    assert set(tree_of(tree).values()) == {archive.read_bytes()}
    assert {path.name for path in tmp_path.iterdir()} <= {"2022", "pack.zip", ".lock"}
