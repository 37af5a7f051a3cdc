"""A partner checks a pack that she was sent: the list in it says what it holds."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builder.archive import zipped
from builder.cli.commands import packbuild
from builder.errors import Faults, FileTrouble
from builder.output.verify import verify

MOMENT = dt.datetime(2022, 6, 13, tzinfo=dt.UTC)
FILES = {"guide/a.pdf": b"%PDF-1.7 guide", "b.txt": b"words " * 50}
INPUTS = {"packs/2022.yaml": "ab" * 32, "brand/": "cd" * 32}

Listed = dict[str, Any]


def listed(**changed: Any) -> Listed:
    files = [
        {"path": path, "sha256": sha256(data).hexdigest(), "bytes": len(data), "kind": "guide"}
        for path, data in FILES.items()
    ]
    said = {"campaign": "Swift Week", "year": 2022, "made_by": "packbuild 9", "made_from": INPUTS}
    return {**said, "files": files, **changed}


def pack(folder: Path, files: dict[str, bytes], said: Listed | bytes) -> Path:
    manifest = said if isinstance(said, bytes) else json.dumps(said).encode()
    (folder / "pack.zip").write_bytes(zipped({**files, "manifest.json": manifest}, MOMENT))
    return folder / "pack.zip"


def test_a_pack_as_it_was_made_says_what_it_was_made_from(tmp_path: Path) -> None:
    path = pack(tmp_path, FILES, listed())
    said = CliRunner().invoke(packbuild, ["verify", str(path)])
    assert (said.exit_code, said.stdout) == (0, f"{path} holds what its list says, and nothing else.\n")
    assert said.stderr.splitlines() == [
        "Swift Week, 2022: 3 files, 1 KB",
        "  packbuild 9",
        "  abababababababab…  packs/2022.yaml",
        "  cdcdcdcdcdcdcdcd…  brand/",
        "  It is not signed.",
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({**FILES, "b.txt": b"Words " * 50}, "`b.txt` is not the file that was made"),
        ({**FILES, "b.txt": b"words "}, "`b.txt` is not the file that was made"),
        ({**FILES, "c.exe": b"MZ"}, "`c.exe` is in it and not listed"),
        ({"b.txt": FILES["b.txt"]}, "`guide/a.pdf` is not there"),
        ({**FILES, "../c": b""}, "Windows refuses the file name ../c"),
        ({**FILES, "B.txt": b""}, "two files of the pack would be called"),
        ({**FILES, "a\x1b[2Jb": b""}, "Windows refuses the file name a\ufffd[2Jb"),
    ],
    ids=["changed", "shorter", "another", "gone", "outside", "twins", "escape"],
)
def test_what_is_not_as_its_list_says_is_told(
    tmp_path: Path, files: dict[str, bytes], message: str
) -> None:
    with pytest.raises(Faults) as faults:
        verify(pack(tmp_path, files, listed()))
    assert any(message in problem.message for problem in faults.value.problems)
    said = CliRunner().invoke(packbuild, ["verify", str(tmp_path / "pack.zip")])
    assert (said.exit_code, "\x1b" in said.output) == (1, False)


def linked(file: zipfile.ZipInfo) -> None:
    file.external_attr = 0o120777 << 16


def repeated(file: zipfile.ZipInfo) -> None:
    file.filename = "b.txt"


@pytest.mark.parametrize(("change", "message"), [(linked, "is a link"), (repeated, "is in it 2 times")])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_would_be_unpacked_as_another_thing_is_told(
    tmp_path: Path, change: Callable[[zipfile.ZipInfo], None], message: str
) -> None:
    path = pack(tmp_path, FILES, listed())
    with zipfile.ZipFile(path, "a") as more:
        change(info := zipfile.ZipInfo("link"))
        more.writestr(info, "b.txt")
    with pytest.raises(Faults, match=message):
        verify(path)


def packed_otherwise(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as more:
        more.writestr("c.txt", b"words")


def ended_early(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as more:
        more.writestr("b.txt!exe", b"words")
    path.write_bytes(path.read_bytes().replace(b"b.txt!exe", b"b.txt\0exe"))


def left_out(path: Path) -> None:
    """A file of which the list at the end says nothing, which whoever unpacks from the front finds."""
    with zipfile.ZipFile(path, "a") as more:
        more.writestr("evil.exe", b"MZ")
        more.writestr("c.txt", b"words")
        more.filelist.pop(-2)


def begun_by_a_program(path: Path) -> None:
    path.write_bytes(b"MZ" + path.read_bytes())


def followed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"more")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (packed_otherwise, "is packed as not every system unpacks it"),
        (ended_early, "has a name that ends earlier for some systems"),
        (left_out, "something is hidden in front of `c.txt`"),
        (begun_by_a_program, "does not end as a plain one does"),
        (followed, "does not end as a plain one does"),
    ],
)
def test_what_some_readers_show_and_others_do_not_is_told(
    tmp_path: Path, change: Callable[[Path], None], message: str
) -> None:
    change(path := pack(tmp_path, FILES, listed()))
    with pytest.raises((Faults, FileTrouble), match=message):
        verify(path)


def test_a_zip_whose_sizes_stand_behind_its_files_is_read(tmp_path: Path) -> None:
    """Programs that write to a pipe put them there."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    with zipfile.ZipFile(pipe := Pipe(), "w") as written:
        for name, data in {**FILES, "manifest.json": json.dumps(listed()).encode()}.items():
            written.writestr(name, data)
    (tmp_path / "pack.zip").write_bytes(pipe.getvalue())
    assert verify(tmp_path / "pack.zip").files == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.zip")
    with pytest.raises(FileTrouble, match="a pipe or a device"):
        verify(tmp_path / "pack.zip")


def test_a_file_that_nobody_can_open_without_a_word_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path, FILES, listed())
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1  # its flags in the directory (APPNOTE.TXT, 4.4.4)
    path.write_bytes(data)
    with pytest.raises(Faults, match="is encrypted"):
        verify(path)


def test_a_file_that_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path, FILES, listed())
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.7 guide", b"%PDF-1.7 quide"))
    with pytest.raises(Faults, match=r"`guide/a.pdf` is not the file that was made"):
        verify(path)


def test_files_that_fill_a_disk_are_not_unpacked(tmp_path: Path) -> None:
    data = zipped({**FILES, "manifest.json": json.dumps(listed()).encode()}, MOMENT)
    size, huge = len(FILES["b.txt"]).to_bytes(4, "little"), (2_100_000_000).to_bytes(4, "little")
    (tmp_path / "pack.zip").write_bytes(data.replace(size, huge))
    with pytest.raises(Faults, match="more than 2 GB"):
        verify(tmp_path / "pack.zip")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (b"[]", "the manifest.json in it cannot be read"),
        (b"{", "the manifest.json in it cannot be read"),
        (json.dumps(listed(files=[{"path": 1}])).encode(), "the manifest.json in it cannot be read"),
        (json.dumps(listed(year="x")).encode(), "the manifest.json in it cannot be read"),
    ],
    ids=["list", "cut", "number", "year"],
)
def test_a_list_that_is_none_is_told(tmp_path: Path, said: bytes, message: str) -> None:
    with pytest.raises(FileTrouble, match=message):
        verify(pack(tmp_path, FILES, said))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no zip that can be read"),
        (b"PK\5\6" + b"\0" * 18, "there is no manifest.json in it"),
        (zipped(FILES, MOMENT), "there is no manifest.json in it"),
        (zipped(FILES, MOMENT)[:-30], "no zip that can be read"),
    ],
    ids=["empty", "of nothing", "another", "cut"],
)
def test_what_is_no_pack_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "pack.zip").write_bytes(data)
    with pytest.raises(FileTrouble, match=message):
        verify(tmp_path / "pack.zip")
    with pytest.raises(FileTrouble, match="No such file"):
        verify(tmp_path / "nothing.zip")
    with pytest.raises(FileTrouble, match="Is a directory"):
        verify(tmp_path)
