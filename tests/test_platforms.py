"""The table of sizes."""

import csv
from importlib.resources import files

import pytest

from builder.geometry.box import Box
from builder.platforms import sizes as platforms
from builder.platforms.sizes import SIZES, Size, sizes_named


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
    ("old", "new", "words"),
    [("width", "widht", "its columns are"), ("1080", "wide", "sizes.csv:2: width: `wide` is wrong")],
)
def test_a_wrong_column_is_an_error(monkeypatch: pytest.MonkeyPatch, old: str, new: str, words: str) -> None:
    table = files("builder.platforms").joinpath("sizes.csv").read_text("utf-8").replace(old, new, 1)

    class Planted:
        def joinpath(self, name: str) -> "Planted":
            return self

        def read_text(self, encoding: str) -> str:
            return table

    monkeypatch.setattr(platforms, "files", lambda package: Planted())
    with pytest.raises(ValueError, match=words):
        list(platforms._table("sizes.csv", Size))


def test_the_table_is_plain_csv() -> None:
    rows = list(csv.reader(files("builder.platforms").joinpath("sizes.csv").read_text("utf-8").splitlines()))
    assert {len(row) for row in rows} == {len(rows[0])}
