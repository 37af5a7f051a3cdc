"""The sample brand, read once."""

from functools import cache
from pathlib import Path

from builder.brand.identity import Brand
from builder.brand.read import read_brand

FOLDER = Path(__file__).parent.parent / "brand"


@cache
def sample_brand() -> Brand:
    """The brand of the repository."""
    return read_brand(FOLDER, "brand")
