"""The table of sizes."""

import csv
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.geometry.box import Box
from builder.platforms import tables
from builder.platforms.counting import RULES, CountingRule
from builder.platforms.limits import TextLimit
from builder.platforms.sizes import SIZES, Size, sizes_named

PLATFORMS = Path(str(files("builder.platforms")))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.key)
def test_a_size_leaves_room_for_words(size: Size) -> None:
    canvas = Box(0, 0, size.width, size.height)
    assert canvas.contains(size.safe)
    assert size.safe.w * size.safe.h > 0.4 * size.width * size.height
    assert size.clear is None or canvas.contains(size.clear)
    assert size.budget <= 2_000_000
    assert size.source and size.use and size.folder.islower()


def test_keys_and_groups_name_sizes() -> None:
    assert [size.key for size in sizes_named(["story", "web-banner", "web-banner-728x90"])] == [
        "story",
        "web-banner-300x250",
        "web-banner-728x90",
        "web-banner-970x250",
    ]
    assert sizes_named(["all"]) == SIZES
    assert 0 < len(sizes_named(["usual"])) < len(SIZES)
    assert len({size.key for size in SIZES}) == len(SIZES)
    with pytest.raises(KeyError, match="storry"):
        sizes_named(["storry"])


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("sizes.csv", "width", "widht", "its columns are"),
        ("sizes.csv", "1080", "wide", "sizes.csv:2: width: `wide` is wrong"),
        ("sizes.csv", "png", "gif", "sizes.csv:2: format: `gif` is wrong"),
        ("limits.csv", "graphemes", "clusters", "limits.csv:3: counts: `clusters` is wrong"),
        ("limits.csv", "graphemes", "", "limits.csv:3: counts: `` is wrong"),
        ("limits.csv", "3000", "many", "limits.csv:3: bytes: `many` is wrong"),
    ],
)
def test_a_wrong_column_is_an_error(
    monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, words: str
) -> None:
    planted = SimpleNamespace(
        joinpath=lambda name: SimpleNamespace(
            read_text=lambda encoding: (PLATFORMS / name).read_text(encoding).replace(old, new, 1)
        )
    )
    monkeypatch.setattr(tables, "files", lambda package: planted)
    known: dict[str, tuple[type, dict[Any, Any]]] = {
        "sizes.csv": (Size, {Box | None: str}),
        "limits.csv": (TextLimit, {CountingRule: RULES.__getitem__}),
    }
    with pytest.raises(ValueError, match=words):
        list(tables.table(name, *known[name]))


def test_the_table_is_plain_csv() -> None:
    rows = list(csv.reader(files("builder.platforms").joinpath("sizes.csv").read_text("utf-8").splitlines()))
    assert {len(row) for row in rows} == {len(rows[0])}
