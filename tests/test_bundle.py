"""Publishing whole or not at all."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.errors import Faults, FileTrouble
from builder.output.bundle import check_paths, publish


def tree_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_second_pack_takes_the_place_of_the_first_and_stale_files_go(tmp_path: Path) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    publish({"a.txt": b"1", "old/gone.txt": b"2"}, tree, archive, b"first")
    publish({"a.txt": b"3"}, tree, archive, b"second")
    assert tree_of(tmp_path) == {"2022/a.txt": b"3", "pack.zip": b"second"}


@pytest.mark.parametrize("failing", ["write", "tree", "archive"])
def test_the_older_pack_survives_any_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    publish({"a.txt": b"1"}, tree, archive, b"first")
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
        publish({"a.txt": b"2"}, tree, archive, b"second")
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
    with pytest.raises(Faults, match="two files"):
        check_paths(["A.txt", "a.txt"])
    check_paths(["social/instagram/imhaw-2022_message.png", "contact.txt", "auxiliary/com10.txt"])


def test_runs_at_the_same_time_take_turns(tmp_path: Path) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"

    def often(mark: bytes) -> None:
        for _ in range(15):
            publish({f"{number}.txt": mark for number in range(9)}, tree, archive, mark)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(often, (b"a", b"b", b"c", b"d")))
    assert set(tree_of(tree).values()) == {archive.read_bytes()}
    assert {path.name for path in tmp_path.iterdir()} <= {"2022", "pack.zip", ".lock"}
