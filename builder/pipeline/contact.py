"""The designs of a brand, or of every look in it, drawn on a picture each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.brand.looks import look_names
from builder.brandsheet.contact import contact
from builder.brandsheet.samples import Sample
from builder.errors import FileTrouble, reason
from builder.output.brands import FontStore, known_brand
from builder.output.cache import Cache
from builder.pipeline.reserve import stocked
from builder.text.scripts import SCRIPT_NAMES

_FOLDER = "show"  # of the output, where `packbuild show` puts its files too
_FINENESS = 1.5  # px a pt


def draw_designs(brand: Path, shown_as: str, output: Path) -> Iterator[Path]:
    """Draw every design of a brand with sample words; Faults if the brand has any, FileTrouble as below."""
    yield _drawn(brand, shown_as, output, "", "designs")


def draw_looks(brand: Path, shown_as: str, output: Path) -> Iterator[Path]:
    """The same of every look in the brand, a file each; FileTrouble if one cannot be written."""
    for look in look_names(brand):
        yield _drawn(brand, shown_as, output, look, f"look-{look}")


def _drawn(brand: Path, shown_as: str, output: Path, look: str, name: str) -> Path:
    from builder.render.pixels.sheet import render_sheet  # noqa: PLC0415  as it is asked for

    cache = Cache(output / ".cache")
    read = known_brand(brand, shown_as, SCRIPT_NAMES, cache, look)
    sample = Sample(stocked(read, brand, (), FontStore(cache)))
    path = output / _FOLDER / f"{name}.png"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render_sheet(contact(sample, name), 1, _FINENESS))
    except OSError as error:
        raise FileTrouble(f"{path}: {reason(error)}") from error
    return path
