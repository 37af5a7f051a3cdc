"""The table of sizes."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.errors import Faults
from builder.geometry.box import Box
from builder.platforms import limits, papers, sizes, tables
from builder.platforms.limits import TextLimit
from builder.platforms.sizes import SIZES, Size, sizes_named

PLATFORMS = Path(str(files("builder.platforms")))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.key)
def test_a_size_leaves_room_for_words(size: Size) -> None:
    canvas = Box(0, 0, size.width, size.height)
    assert canvas.contains(size.safe)
    shown = 0.17 if size.key == "youtube-banner" else 0.4  # a television shows all, phones a band
    assert size.safe.w * size.safe.h > shown * size.width * size.height
    assert size.clear is None or canvas.contains(size.clear)
    assert size.budget <= 2_000_000
    assert size.source and size.use and size.folder.islower()


def test_keys_and_groups_name_sizes() -> None:
    assert [size.key for size in sizes_named(["story", "web-banner", "web-banner-728x90"], SIZES)] == [
        "story",
        "web-banner-300x250",
        "web-banner-728x90",
        "web-banner-970x250",
    ]
    assert sizes_named(["all", "more"], SIZES) == SIZES
    assert not set(sizes_named(["all"], SIZES)) & set(sizes_named(["more"], SIZES))  # what was made yesterday
    assert 0 < len(sizes_named(["usual"], SIZES)) < len(SIZES)
    assert len({size.key for size in SIZES}) == len(SIZES)
    with pytest.raises(KeyError, match="storry"):
        sizes_named(["storry"], SIZES)


TABLES: dict[str, tuple[type, dict[Any, Any]]] = {
    "sizes.csv": (Size, sizes._READERS),
    "limits.csv": (TextLimit, limits._READERS),
    "papers.csv": (papers.Sheet, papers._READERS),
}
SIZE_AGAIN = "story,,yes,social,Story,9,16,0,0,0,0,,390,12,9,png,A page,2026-11-23,A story\n"
WRONG = [
    (
        "sizes.csv",
        "width",
        "widht",
        "1: the columns of this table are wrong: `widht` is none; `width` is not there",
    ),
    ("sizes.csv", "1080", "wide", "2: `width` cannot be `wide`: a whole number, 1 or more"),
    ("sizes.csv", "1080", "0", "2: `width` cannot be `0`: a whole number, 1 or more"),
    ("sizes.csv", "png", "pgn", "2: `format` cannot be `pgn`: `png` or `jpeg`"),
    ("sizes.csv", ",yes,", ",ja,", "2: `cards` cannot be `ja`: `yes` or `no`"),
    (
        "sizes.csv",
        ",,",
        ",1 2 3,",
        "2: `clear` cannot be `1 2 3`: empty, or four numbers in px: `x y width height`",
    ),
    ("sizes.csv", "2026-", "26-", "2: `checked` cannot be `26-11-23`: a day like 2026-11-23"),
    (
        "sizes.csv",
        "\ninstagram-portrait",
        "\n",
        "2: `key` is empty: small letters and digits, with hyphens between them",
    ),
    (
        "sizes.csv",
        "\nreel",
        "\n../reel",
        "5: `key` cannot be `../reel`: small letters and digits, with hyphens between them",
    ),
    (
        "sizes.csv",
        "\nreel",
        f"\n{SIZE_AGAIN}reel",
        "5: `key` is `story` twice: in line 4 too; give one of the rows another, or delete it",
    ),
    ("sizes.csv", '"Instagram post, square"', "Instagram post, square", "3: this row has 1 cells too many"),
    ("sizes.csv", '"Instagram post, square"', '"Instagram post', "3: this is not CSV"),
    (
        "limits.csv",
        "x-post",
        "xpost",
        "2: `image` cannot be `xpost`: a key of sizes.csv; did you mean `x-post`?",
    ),
    ("limits.csv", "graphemes", "grapheme", "3: `counts` cannot be `grapheme`: `characters` or `graphemes`"),
    ("limits.csv", "graphemes", "", "3: `counts` is empty: `characters` or `graphemes`"),
    ("limits.csv", "3000", "-1", "3: `bytes` cannot be `-1`: a whole number, 0 or more"),
    ("limits.csv", "Bluesky", "", "3: `title` is empty: any text"),
    (
        "papers.csv",
        "wall",
        "wal",
        "4: `use` cannot be `wal`: `card` or `page` or `wall`; did you mean `wall`?",
    ),
    ("papers.csv", "297", "0", "3: `height` cannot be `0`: a length in mm, as 210 or 215.9"),
    ("papers.csv", "A3", "A4", "4: `title` is `A4` twice: in line 3 too"),
]


@pytest.mark.parametrize(("name", "old", "new", "words"), WRONG, ids=[words for *_, words in WRONG])
def test_what_is_wrong_in_a_table_is_told_at_its_row_with_what_may_stand_there(
    planted: Callable[[str, str, str], None], name: str, old: str, new: str, words: str
) -> None:
    planted(name, old, new)
    with pytest.raises(Faults) as faults:
        tables.table(name, *TABLES[name], unique=["title"] if name == "papers.csv" else ())
    told = [
        f"{problem.place.line}: {problem.message}: {re.sub('^it (can be|is) ', '', problem.hint)}"
        for problem in faults.value.problems
        if problem.place and problem.place.file == f"builder/platforms/{name}"
    ]
    assert told[0].startswith(words)


@pytest.mark.parametrize("command", [["list", "sizes"], ["check", "2022"]])
def test_every_command_tells_it_without_a_traceback(command: list[str], tmp_path: Path) -> None:
    program = shutil.copytree(PLATFORMS.parent, tmp_path / "builder")
    table = program / "platforms" / "sizes.csv"
    table.write_text(table.read_text("utf-8").replace(",png,", ",pgn,", 1), "utf-8")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/2022.yaml").write_text("campaign: {}\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", "from builder.cli import main; main()", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == "builder/platforms/sizes.csv:2:119: error: `format` cannot be `pgn`"
    assert len(run.stderr.splitlines()) == 5


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """Puts another text into a table, once."""

    def plant(changed: str, old: str, new: str) -> None:
        def read(name: str, encoding: str) -> str:
            text = (PLATFORMS / name).read_text(encoding)
            return text.replace(old, new, 1) if name == changed else text

        folder = SimpleNamespace(
            joinpath=lambda name: SimpleNamespace(read_text=lambda encoding: read(name, encoding))
        )
        monkeypatch.setattr(tables, "files", lambda package: folder)

    return plant


def test_the_table_is_plain_csv() -> None:
    rows = list(csv.reader(files("builder.platforms").joinpath("sizes.csv").read_text("utf-8").splitlines()))
    assert {len(row) for row in rows} == {len(rows[0])}
