"""Zips with the same bytes for the same files."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from builder import archive
from builder.archive import Before, epoch, write_zip, zipped
from builder.errors import Misuse

MOMENT = dt.datetime(2022, 6, 13, 12, tzinfo=dt.UTC)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = {"b.png": b"picture", "a.txt": b"words" * 100, "start.html": b"page"}
    backwards = dict(reversed(files.items()))
    assert zipped(files, MOMENT, first=("start.html",)) == zipped(backwards, MOMENT, first=("start.html",))


def test_entries_have_fixed_times_and_modes_and_pictures_are_stored() -> None:
    with zipfile.ZipFile(BytesIO(zipped({"b.png": b"x", "a.txt": b"y"}, MOMENT))) as opened:
        entries = opened.infolist()
    assert [entry.filename for entry in entries] == ["a.txt", "b.png"]
    assert {entry.date_time for entry in entries} == {(2022, 6, 13, 12, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert [entry.compress_type for entry in entries] == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]


def test_a_time_before_zip_is_moved_to_its_first_day() -> None:
    early = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    with zipfile.ZipFile(BytesIO(zipped({"a": b""}, early))) as opened:
        assert opened.infolist()[0].date_time[0] == 1980


def test_files_come_out_as_they_went_in() -> None:
    files = {
        "a.txt": b"words " * 900,
        "größe/b.html": bytes(range(256)),
        "empty.csv": b"",
        "c.png": b"\x89PNG" * 9,
    }
    with zipfile.ZipFile(BytesIO(zipped(files, MOMENT, first=("c.png",)))) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["c.png", "a.txt", "empty.csv", "größe/b.html"]
        assert {name: opened.read(name) for name in opened.namelist()} == files
        assert opened.getinfo("a.txt").compress_size < 100


def test_a_zip_that_few_could_open_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_BYTES", 300)
    assert zipped({"a": b""}, MOMENT)
    with pytest.raises(Misuse, match="too many or too large for one zip: 1,"):
        zipped({"a.png": bytes(300)}, MOMENT)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "_MOST_FILES", 1)
    with pytest.raises(Misuse, match="for one zip: 2,"):
        zipped({"a": b"", "b": b""}, MOMENT)


def test_source_date_epoch_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert epoch(dt.date(2022, 6, 13)) == MOMENT
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert epoch(dt.date(2022, 6, 13)) == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize("seconds", ["noon", "-5", "99999999999999", "4354819200", "1.5", "٣"])
def test_a_source_date_epoch_that_is_no_moment_is_told(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(Misuse, match=f"not `{seconds}`"):
        epoch(dt.date(2022, 6, 13))


class Unread(dict[str, bytes]):
    """Files of which some are not to be read."""

    def __getitem__(self, path: str) -> bytes:
        assert path not in ("a.txt", "größe/b.html", "c.png"), path
        return super().__getitem__(path)


SAME = {"a.txt": b"words " * 900, "größe/b.html": bytes(range(256)), "c.png": b"PNG" * 9}


def again(before: bytes, files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    write_zip(out, files, MOMENT, first=("c.png",), before=Before(BytesIO(before), SAME.keys()))
    return out.getvalue()


def test_files_that_are_as_they_were_are_taken_as_they_were_packed() -> None:
    before = zipped({**SAME, "gone": b"x" * 70, "d.csv": b"old"}, dt.datetime(2021, 6, 13, 12, tzinfo=dt.UTC))
    files = {**SAME, "d.csv": b"new", "0.txt": b"more " * 50}
    assert again(before, Unread(files)) == zipped(files, MOMENT, first=("c.png",))


@pytest.mark.parametrize("harm", [b"", b"no zip", zipped({"other.txt": b"tea"}, MOMENT)])
def test_a_zip_that_is_none_of_ours_is_packed_anew(harm: bytes) -> None:
    assert again(harm, SAME) == zipped(SAME, MOMENT, first=("c.png",))
