"""What is found in finished files: read once, by the bytes of the file and what is told of it."""

from pathlib import Path

import pytest

from builder.audit import inspection
from builder.audit.inspection import Examine, inspect
from builder.audit.known import examiner
from builder.audit.rule import File
from builder.output.cache import Cache

PAGE = b"<!doctype html><html lang=en><title>A</title><img src=a.png><a href=b.txt>b</a>"


def page(data: bytes = PAGE, path: str = "a.html", **entry: str) -> File:
    return File(path, data, {"media_type": "text/html", **entry}, frozenset({path, "a.png", "b.txt"}))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read, as they are."""
    paths = list[str]()
    whole = Examine.__call__

    def watched(task: Examine) -> inspection.Examined:
        paths.append(task.file.path)
        return whole(task)

    monkeypatch.setattr(Examine, "__call__", watched)
    return paths


def test_a_file_is_read_once_and_found_the_same(tmp_path: Path, read: list[str]) -> None:
    examine = examiner(Cache(tmp_path), jobs=1)
    first = examine([Examine("web", page())])
    assert first == examine([Examine("web", page())]) == [Examine("web", page())()]
    assert any(finding.places for _, finding in first[0].findings)
    assert read == ["a.html", "a.html"]


@pytest.mark.parametrize(
    "other",
    [
        page(PAGE + b"<p>"),
        page(path="c.html"),
        page(title="B"),
        File("a.html", PAGE, {"media_type": "text/html"}, frozenset({"a.html"})),
    ],
)
def test_another_file_entry_or_pack_is_read_anew(tmp_path: Path, read: list[str], other: File) -> None:
    examine = examiner(Cache(tmp_path), jobs=1)
    assert examine([Examine("web", page())])
    assert examine([Examine("web", other)]) == [Examine("web", other)()]
    assert len(read) == 3


def test_a_list_of_the_whole_pack_is_read_each_time(tmp_path: Path, read: list[str]) -> None:
    listed = b'{"files": [{"path": "a.png", "sha256": "0", "bytes": 1}]}'
    for pack in ({"manifest.json": listed}, {"manifest.json": listed, "stray.txt": b""}):
        assert inspect(pack, examine=examiner(Cache(tmp_path), jobs=1)) == inspect(pack)
    assert len(read) == 4
