"""Publishing whole or not at all."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from builder.errors import Faults, FileTrouble
from builder.output import bundle, swap
from builder.output.bundle import Archive, check_paths, publish
from builder.output.owned import list_of

ROOT = Path(__file__).parents[1]


def tree_of(folder: Path) -> dict[str, bytes]:
    """What is there, but for what is written down of it, and what marks it while it is put in its place."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".sha256")
    files = (path for path in files if path.name != swap.MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


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


@pytest.mark.skipif(sys.platform == "win32", reason="its folders cannot be synced")
def test_all_that_is_published_lasts_before_anything_of_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting, missing, sync, rename = set[int](), list[str](), os.fsync, Path.rename

    def synced(descriptor: int) -> None:
        lasting.add(os.fstat(descriptor).st_ino)
        sync(descriptor)

    def renamed(path: Path, to: Path) -> Path:
        if path == swap.fresh_place(tmp_path / "2022"):
            all_of_it = [path, *(each for each in path.rglob("*") if each.is_file())]
            missing.extend(each.name for each in all_of_it if each.stat().st_ino not in lasting)
            lasting.clear()
        return rename(path, to)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "rename", renamed)
    publish({"a.txt": b"1", "b/c.txt": b"2"}, tmp_path / "2022", sealed(tmp_path / "pack.zip", b"first"))
    assert not missing
    assert lasting == {tmp_path.stat().st_ino}


def test_a_link_to_an_equal_file_is_no_file_of_the_pack(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    (tree / "a.txt").rename(tmp_path / "mine.txt")
    (tree / "a.txt").symlink_to(tmp_path / "mine.txt")
    assert publish({"a.txt": b"1"}, tree) == {"a.txt": "a-edited.txt"}
    assert not (tree / "a.txt").is_symlink()
    assert (tree / "a-edited.txt").is_symlink()


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


def test_an_empty_folder_goes_though_all_else_is_equal(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    (tree / "empty").mkdir()
    publish({"a.txt": b"1"}, tree)
    assert [path.name for path in tree.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("own", ["c.txt", "deep/c.txt", "link", "folder"])
@pytest.mark.parametrize("comes", [b"1", b"2"], ids=["equal", "another"])
def test_the_user_s_own_files_stay_where_they_are_and_are_named(
    tmp_path: Path, own: str, comes: bytes
) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1", "gone.txt": b"2"}, tree)
    (tree / own).parent.mkdir(exist_ok=True)
    if own in {"link", "folder"}:
        (tmp_path / "else").mkdir()
        (tmp_path / "else" / "c.txt").write_bytes(b"3")
        (tree / own).symlink_to(tmp_path / "else" / ("c.txt" if own == "link" else ""))
    else:
        (tree / own).write_bytes(b"3")
    for _ in range(2):
        assert publish({"a.txt": comes}, tree) == {own: own}
    assert (tree / own / "c.txt" if own == "folder" else tree / own).read_bytes() == b"3"
    assert (tree / own).is_symlink() == (own in {"link", "folder"})
    assert {"gone.txt", "a.txt"} & {path.name for path in tree.iterdir()} == {"a.txt"}


def test_what_somebody_changed_in_a_file_of_the_pack_stays_beside_it(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"guide/a.docx": b"1", "b.txt": b"1", "c.txt": b"1"}, tree)
    for name in ("guide/a.docx", "b.txt"):
        (tree / name).write_bytes(b"mine")
    known = publish({"guide/a.docx": b"2", "c.txt": b"2"}, tree)
    assert known == {"b.txt": "b.txt", "guide/a.docx": "guide/a-edited.docx"}
    (tree / "guide/a.docx").write_bytes(b"mine again")
    publish({"guide/a.docx": b"3", "c.txt": b"2"}, tree)
    assert tree_of(tree) == {
        "guide/a.docx": b"3",
        "guide/a-edited.docx": b"mine",
        "guide/a-edited-2.docx": b"mine again",
        "b.txt": b"mine",
        "c.txt": b"2",
    }


def test_a_file_of_the_user_s_that_is_in_the_way_is_called_otherwise(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    (tree / "guide").write_bytes(b"mine")
    (tree / "b").mkdir()
    (tree / "b" / "c.txt").write_bytes(b"mine too")
    assert publish({"guide/a.pdf": b"2", "b": b"3"}, tree) == {
        "b/c.txt": "b-c-edited.txt",
        "guide": "guide-edited",
    }
    assert tree_of(tree) == {
        "guide/a.pdf": b"2",
        "b": b"3",
        "b-c-edited.txt": b"mine too",
        "guide-edited": b"mine",
    }


def test_a_name_in_other_letters_is_the_same_file_for_macos_and_windows(tmp_path: Path) -> None:
    """There a changed `A.txt` would be overwritten by `a.txt`, and é is one sign or two."""
    tree = tmp_path / "2022"
    publish({"a.txt": b"1", "deep/é.txt": b"2", "c.txt": b"3"}, tree)
    (tree / "a.txt").write_bytes(b"mine")
    for old, new in (("a.txt", "A.txt"), ("deep/é.txt", "deep/e\u0301.txt"), ("c.txt", "C.TXT")):
        (tree / old).rename(tree / new)
    (tree / "deep").rename(tree / "Deep")
    (tree / "NEW").write_bytes(b"mine too")
    assert publish({"a.txt": b"4", "deep/é.txt": b"2", "new/d.txt": b"5"}, tree) == {
        "A.txt": "A-edited.txt",
        "NEW": "NEW-edited",
    }
    assert tree_of(tree) == {
        "a.txt": b"4",
        "deep/é.txt": b"2",
        "new/d.txt": b"5",
        "A-edited.txt": b"mine",
        "NEW-edited": b"mine too",
    }


def test_a_file_of_the_user_s_stays_when_the_pack_comes_to_have_one_of_its_name(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1"}, tree)
    (tree / "leaflet.pdf").write_bytes(b"mine")
    assert publish({"a.txt": b"1", "leaflet.pdf": b"2"}, tree) == {"leaflet.pdf": "leaflet-edited.pdf"}
    assert tree_of(tree) == {"a.txt": b"1", "leaflet.pdf": b"2", "leaflet-edited.pdf": b"mine"}


def test_where_nobody_knows_what_was_published_only_what_comes_again_goes(tmp_path: Path) -> None:
    tree = tmp_path / "2022"
    publish({"a.txt": b"1", "b.txt": b"1"}, tree)
    (tmp_path / ".2022.sha256").write_bytes(b"\xff")
    assert publish({"a.txt": b"2"}, tree) == {"b.txt": "b.txt"}
    assert tree_of(tree) == {"a.txt": b"2", "b.txt": b"1"}


def test_what_was_published_is_written_down_as_others_read_it(tmp_path: Path) -> None:
    publish({"b.txt": b"2", "deep/a.txt": b"1"}, tmp_path / "2022")
    assert (tmp_path / ".2022.sha256").read_text("utf-8") == (
        f"{sha256(b'2').hexdigest()}  b.txt\n{sha256(b'1').hexdigest()}  deep/a.txt\n"
    )


@pytest.mark.parametrize("what", ["tree is a file", "tree is a link", "folder is a file", "zip is a folder"])
def test_what_is_in_the_way_is_told_and_left(tmp_path: Path, what: str) -> None:
    tree, archive = tmp_path / "out" / "2022", tmp_path / "out" / "pack.zip"
    place = {"tree": tree, "folder": tree.parent, "zip": archive}[what.partition(" ")[0]]
    place.parent.mkdir(exist_ok=True)
    if what.endswith("link"):
        (tmp_path / "else").mkdir()
        place.symlink_to(tmp_path / "else")
    elif what.endswith("file"):
        place.write_bytes(b"mine")
    else:
        place.mkdir()
    before = [place.lstat().st_ino, place.lstat().st_mtime_ns]
    with pytest.raises(FileTrouble, match=rf"{place.name}: this is a .*; move it away"):
        publish({"a.txt": b"1"}, tree, sealed(archive, b"first"))
    assert [place.lstat().st_ino, place.lstat().st_mtime_ns] == before


@pytest.mark.parametrize("step", [True, False], ids=["in one step", "in two"])
@pytest.mark.parametrize("failing", ["write", "ready", "tree", "archive"])
@pytest.mark.parametrize("first", [True, False], ids=["nothing there", "an older one"])
def test_the_older_pack_survives_any_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, step: bool, first: bool
) -> None:
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    if not first:
        publish({"a.txt": b"1"}, tree, sealed(archive, b"first"))
    before = tree_of(tmp_path)
    rename, replace = Path.rename, Path.replace
    if not step:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    if failing == "write":
        monkeypatch.setattr("os.fsync", full)
    elif failing == "archive":
        monkeypatch.setattr(
            Path, "replace", lambda path, to: full(path) if path.suffix == ".zip" else replace(path, to)
        )
    else:
        name = ".2022.new" if failing == "ready" else "tree"
        monkeypatch.setattr(
            Path, "rename", lambda path, to: full(path) if path.name == name else rename(path, to)
        )
        monkeypatch.setattr(swap, "exchange", lambda one, _: full(one) if step else False)
    with pytest.raises(FileTrouble, match="No space left"):
        publish({"a.txt": b"2"}, tree, sealed(archive, b"second"))
    monkeypatch.undo()
    assert tree_of(tmp_path) == before
    assert publish({"a.txt": b"3"}, tree, sealed(archive, b"third")) == {}
    assert tree_of(tmp_path) == {"2022/a.txt": b"3", "pack.zip": b"third"}


@pytest.mark.parametrize(
    ("number", "todo"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EROFS, "copy the campaign's folder"),
        (errno.EACCES, "ask its owner"),
    ],
)
def test_what_can_be_done_where_nothing_can_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, todo: str
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(FileTrouble, match=f"out: {os.strerror(number)}; .*{todo}"):
        publish({"a.txt": b"1"}, tmp_path / "out" / "2022", None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_in_place_of_what_was_written_down_is_not_waited_for(tmp_path: Path) -> None:
    publish({"a.txt": b"1"}, tmp_path / "2022")
    list_of(tmp_path / "2022").unlink()
    os.mkfifo(list_of(tmp_path / "2022"))
    publish({"a.txt": b"2"}, tmp_path / "2022")
    assert list_of(tmp_path / "2022").is_file()


def full(path: object = None) -> None:
    raise OSError(28, "No space left on device", str(path))


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such step")
def test_where_a_file_system_has_no_exchange_there_are_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({"a.txt": b"1"}, tmp_path / "2022")

    def refused(*_: bytes) -> int:
        ctypes.set_errno(errno.EINVAL)
        return -1

    monkeypatch.setattr("builder.output.exchange._step", lambda: refused)
    publish({"a.txt": b"2"}, tmp_path / "2022")
    assert tree_of(tmp_path) == {"2022/a.txt": b"2"}


KILLED = """\
import os, sys
from pathlib import Path
from builder.output import bundle, swap
after, step, root = int(sys.argv[1]), sys.argv[2] == "step", Path(sys.argv[3])
if not step:
    swap.exchange = lambda *_: False
elif after:
    true = swap.exchange
    swap.exchange = lambda *names: (counted("os.rename"), true(*names))[1]

def counted(event, *_):
    global after
    if event in ("os.rename", "shutil.rmtree", "os.link", "os.remove"):
        after -= 1
        if not after:
            os._exit(9)

sys.addaudithook(counted)
files = {"a.txt": b"2", "same.txt": b"0", "new/b.txt": b"2"}
bundle.publish(files, root / "2022", bundle.Archive(root / "pack.zip", lambda file: file.write(b"2")))
"""


@pytest.mark.parametrize("mended", ["by a look", "by the next", "after a power cut"])
@pytest.mark.parametrize("step", ["step", "steps"])
@pytest.mark.parametrize("after", range(1, 12))
def test_a_run_that_is_killed_at_any_moment_leaves_one_whole_pack(
    tmp_path: Path, after: int, step: str, mended: str
) -> None:
    old, new = {"a.txt": b"1", "same.txt": b"0"}, {"a.txt": b"2", "same.txt": b"0", "new/b.txt": b"2"}
    tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    publish(old, tree, sealed(archive, b"1"))
    subprocess.run([sys.executable, "-c", KILLED, str(after), step, str(tmp_path)], check=False, cwd=ROOT)
    if step == "step":
        assert tree_of(tree) in (old, new)  # even now, to whoever looks
    if mended == "after a power cut":  # files and folders of a USB stick have other numbers then
        shutil.copytree(tmp_path, tmp_path / "stick")
        tmp_path /= "stick"
        tree, archive = tmp_path / "2022", tmp_path / "pack.zip"
    if mended != "by the next":
        swap.settle_all(tmp_path)
        assert (tree_of(tree), archive.read_bytes()) in ((old, b"1"), (new, b"2"))
    assert publish(new, tree, sealed(archive, b"2")) == {}
    names = {path.name for path in tmp_path.iterdir()}
    assert (tree_of(tree), archive.read_bytes()) == (new, b"2")
    assert names == {"2022", "pack.zip", ".2022.sha256"}
    assert not list(tree.rglob(".*"))


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
        "COM².png",
        "conout$",
        "a/LPT9",
    ],
)
def test_paths_that_partners_cannot_unzip_are_faults(path: str) -> None:
    with pytest.raises(Faults):
        check_paths([path])


def test_two_files_of_one_name_are_a_fault() -> None:
    for twins in (["A.txt", "a.txt"], ["a.txt", "A.txt"], ["é.png", "E\u0301.png"]):
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
    assert {path.name for path in tmp_path.iterdir()} <= {"2022", "pack.zip", ".lock", ".2022.sha256"}
