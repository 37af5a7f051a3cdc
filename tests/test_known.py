"""What is found in finished files: read once, by the bytes of the file and what is told of it."""

from pathlib import Path

import pytest

from builder.audit import inspection
from builder.audit.inspection import Examine, inspect
from builder.audit.known import examiner
from builder.output.cache import Cache
from builder.output.contents import Contents
from builder.output.workers import Workers
from builder.record import replace

PAGE = b"<!doctype html><html lang=en><title>A</title><img src=a.png><a href=b.txt>b</a>"


def page(data: bytes = PAGE, path: str = "a.html", around: str = "b.txt", **entry: str) -> Examine:
    told = {"media_type": "text/html", **entry}
    return Examine("web", path, told, Contents.of({path: data}), frozenset({path, "a.png", around}))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read, as they are."""
    paths = list[str]()
    whole = Examine.__call__

    def watched(task: Examine) -> inspection.Examined:
        paths.append(task.path)
        return whole(task)

    monkeypatch.setattr(Examine, "__call__", watched)
    return paths


def test_a_file_is_read_once_and_found_the_same(tmp_path: Path, read: list[str]) -> None:
    examine = examiner(Cache(tmp_path), Workers(1))
    first = examine([page()])
    assert first == examine([page()]) == [page()()]
    assert any(finding.places for _, finding in first[0].findings)
    assert read == ["a.html", "a.html"]


@pytest.mark.parametrize(
    "other",
    [
        page(PAGE + b"<p>"),
        page(path="c.html"),
        page(title="B"),
        page(around="c.txt"),
    ],
)
def test_another_file_entry_or_pack_is_read_anew(tmp_path: Path, read: list[str], other: Examine) -> None:
    examine = examiner(Cache(tmp_path), Workers(1))
    assert examine([page()])
    assert examine([other]) == [other()]
    assert len(read) == 3


def test_a_list_of_the_whole_pack_is_read_each_time(tmp_path: Path, read: list[str]) -> None:
    listed = b'{"files": [{"path": "a.png", "sha256": "0", "bytes": 1}]}'
    for pack in ({"manifest.json": listed}, {"manifest.json": listed, "stray.txt": b""}):
        assert inspect(pack, examine=examiner(Cache(tmp_path), Workers(1))) == inspect(pack)
    assert len(read) == 4


def test_another_run_reads_no_file_of_the_pack_but_its_list(tmp_path: Path, read: list[str]) -> None:
    listed = b'{"files": [{"path": "a.html", "media_type": "text/html"}]}'
    for _ in range(2):
        inspect({"manifest.json": listed, "a.html": PAGE}, examine=examiner(Cache(tmp_path), Workers(1)))
    assert read == ["manifest.json", "a.html", "manifest.json"]


def test_another_format_or_program_reads_anew(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    examine = examiner(Cache(tmp_path), Workers(1))
    examine([page()])
    examine([replace(page(), format="texts")])
    monkeypatch.setattr("builder.audit.known.program", lambda: "another program")
    examine([page()])
    assert len(read) == 3
