"""The sample brand, read once."""

from functools import cache
from pathlib import Path

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.output.brands import keep_brand
from builder.output.cache import Cache
from builder.text.scripts import SCRIPT_NAMES

FOLDER = Path(__file__).parent.parent / "brand"


@cache
def sample_brand() -> Brand:
    """The brand of the repository."""
    return read_brand(FOLDER, "brand")


@cache
def _as_commands_read_it(shown_as: str) -> Brand:
    return read_brand(FOLDER, shown_as, SCRIPT_NAMES)


def known_to(output: Path, shown_as: str = "brand") -> None:
    """Have what is built into a folder know the brand, as after a first build: reading takes long."""
    keep_brand(_as_commands_read_it(shown_as), FOLDER, shown_as, SCRIPT_NAMES, Cache(output / ".cache"))
