"""What is published again: files that are as they were made are not even read, and all else is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from sample_brand import known_to
from test_command import SPEC, campaign

from builder.cli.again import repeated
from builder.cli.commands import packbuild
from builder.output.cache import Kept

YEAR = "2024"
CALENDAR = "calendar/quiet-2024_calendar_en.csv"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign that was built, of whose cache others are built."""
    root = campaign(tmp_path_factory.mktemp("first"))
    with chdir(root):
        known_to(root / "output")
        run()
    return root


@pytest.fixture(scope="module")
def as_new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is built of the changed spec where nothing was built before."""
    root = campaign(tmp_path_factory.mktemp("new"))
    with chdir(root):
        known_to(root / "output")
        change()
        run()
    return pack(root)


@pytest.fixture
def root(tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign that was built here, as the current folder."""
    monkeypatch.chdir(campaign(tmp_path))
    shutil.copytree(first / "output/.cache", tmp_path / "output/.cache")
    run()
    return tmp_path


def run() -> None:
    done = CliRunner().invoke(packbuild, [YEAR, "--quiet"], prog_name="packbuild")
    assert done.exit_code == 0, done.output


def change() -> None:
    """Change one word of the spec."""
    Path(f"packs/{YEAR}.yaml").write_text(SPEC.replace("Stop and", "Sit and"), "utf-8")


def changed() -> None:
    """The pack built again after a change, by a command that knows the one before."""
    change()
    assert repeated((YEAR, "--quiet")) is None
    run()


def pack(root: Path) -> dict[str, bytes]:
    tree = root / "output" / YEAR
    made = {
        path.relative_to(tree).as_posix(): path.read_bytes() for path in tree.rglob("*") if path.is_file()
    }
    (archive,) = (root / "output").glob("*.zip")
    return {**made, "zip": archive.read_bytes()}


def test_only_what_changed_is_read_and_the_pack_is_as_from_new(
    root: Path, as_new: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    data = Kept.data.fget
    assert data
    monkeypatch.setattr(Kept, "data", property(lambda file: read.append(file.digest) or data(file)))
    before = pack(root)
    changed()
    after = pack(root)
    new = [path for path in after if after[path] != before.get(path)]
    assert 0 < len(set(read)) <= len(new) < len(after) / 2
    assert after == as_new


def _with_other_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes()[::-1])


def _with_other_bytes_and_the_old_time(path: Path) -> None:
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    _with_other_bytes(path)
    os.utime(path, ns=times)


def _by_another_file(path: Path) -> None:
    path.rename(path.with_name("aside"))
    path.write_bytes(b"tea")


def _by_a_link_to_the_same(path: Path) -> None:
    path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


HARMS = [_with_other_bytes, _with_other_bytes_and_the_old_time, _by_another_file, _by_a_link_to_the_same]


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("what", ["*.zip", f"{YEAR}/start-here.html", f"{YEAR}/*/*.ics"])
def test_what_somebody_changed_is_published_as_from_new(
    root: Path, as_new: dict[str, bytes], what: str, harm: Callable[[Path], None]
) -> None:
    harm(next((root / "output").glob(what)))
    changed()
    after = pack(root)
    for path, data in as_new.items():
        assert after[path] == data, path


@pytest.mark.parametrize("gone", ["*.zip", f"{YEAR}/*/*.ics"])
def test_a_damaged_entry_is_made_anew_where_it_is_needed(
    root: Path, as_new: dict[str, bytes], gone: str
) -> None:
    made = next((root / "output").glob(f"{YEAR}/*/*.ics"))
    for entry in _entries(root, made.read_bytes()):
        entry.write_bytes(entry.read_bytes()[:-9] + b"x" * 9)
    next((root / "output").glob(gone)).unlink()
    changed()
    assert pack(root) == as_new


def _entries(root: Path, data: bytes) -> list[Path]:
    cached = [path for path in (root / "output/.cache").rglob("*") if path.is_file()]
    found = [path for path in cached if path.read_bytes().endswith(data)]
    assert found
    return found
