"""A brand's own set of tiles, where nothing that it draws has any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.brand.brandfile import Packbuild
from builder.brand.design import Design
from builder.brand.findings import Findings
from builder.brand.slidecolors import designs_of
from builder.brand.slides import SlideSet
from builder.brand.tiles import Tiles
from builder.brand.variants import layers
from builder.source import Source

_TILES = ("defaults", "packbuild", "tiles")


def tell_idle_tiles(
    own: Packbuild, designs: Iterable[Design], slides: SlideSet | None, source: Source, findings: Findings
) -> None:
    """Warn of a set of tiles that no design and no slide asks the brand for."""
    if own.tiles and all(field.set for field in _fields(designs, slides)):
        message = "no design and no slide draws tiles of the brand's own set, so this changes nothing"
        findings.warn(source.place(_TILES), message, "delete it, or give a design `tiles`")


def _fields(designs: Iterable[Design], slides: SlideSet | None) -> Iterator[Tiles]:
    for design in designs:
        for _, layer in layers(design):
            yield from layer.background.fields if layer.background else ()
    for _, layout in designs_of(slides) if slides else ():
        yield from layout.fields
