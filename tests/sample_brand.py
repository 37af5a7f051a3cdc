"""The sample brand, read once in each look."""

from functools import cache
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.fonts import extra
from builder.output.brands import keep_brand
from builder.output.cache import Cache
from builder.pipeline.reserve import stocked
from builder.text.scripts import SCRIPT_NAMES

FOLDER = Path(__file__).parent.parent / "brand"


@cache
def sample_brand(look: str = "") -> Brand:
    """The brand of the repository, in its own look or in another: reading takes as long as ten cards."""
    return read_brand(FOLDER, "brand", look=look)


@cache
def _as_commands_read_it(shown_as: str) -> Brand:
    return read_brand(FOLDER, shown_as, SCRIPT_NAMES)


def known_to(output: Path, shown_as: str = "brand") -> None:
    """Have what is built into a folder know the brand, as after a first build: reading takes long."""
    keep_brand(_as_commands_read_it(shown_as), FOLDER, shown_as, SCRIPT_NAMES, Cache(output / ".cache"))


def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the fonts of `packbuild[fonts]` not installed."""

    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(extra, "distribution", missing)
    stocked.cache_clear()
