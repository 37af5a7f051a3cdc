"""What is wrong with the type styles of a brand: nothing is set in them, or they cannot shrink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.brand.brandfile import Packbuild, StyleChange
from builder.brand.design import Design
from builder.brand.designfaults import texts_of
from builder.brand.findings import Findings
from builder.brand.identity import Style
from builder.brand.scale import type_scale
from builder.brand.variants import layers
from builder.errors import Place
from builder.source import Source
from builder.source.validate import listed, slip

Layers = Iterable[Mapping[str, StyleChange]]  # of looks: the styles that each changes or adds


def tell_strange_styles(own: Packbuild, looks: Layers, source: Source, findings: Findings) -> None:
    """A warning for a style of the brand's own that is nearly one of the tool's, which it does not change."""
    usual = _usual(looks)
    for name in own.styles:
        if meant := _meant(name, usual):
            message = f"`{name}` is a style of the brand's own, so only what names it is set in it"
            findings.warn(_place(source, name), message, f"did you mean `{meant}`?")


def tell_idle_styles(
    own: Packbuild, looks: Layers, designs: Iterable[Design], source: Source, findings: Findings
) -> None:
    """A warning for any other style of its own that no design names, so that nothing is set in it."""
    usual = _usual(looks)
    idle = [name for name in own.styles if name not in usual and not _meant(name, usual)]
    named = {style for design in designs for style in _named(design)} if idle else set()
    for name in idle:
        if name not in named:
            message = f"no design names the style `{name}`, so nothing is set in it"
            findings.warn(_place(source, name), message, f"there are {listed(usual, 'and')}")


def tell_stiff_styles(
    own: Packbuild, styles: Mapping[str, Style], source: Source, findings: Findings
) -> None:
    """A fault for a style whose smallest size is above its largest."""
    for name in own.styles:
        if (style := styles[name]).least > style.size:
            message = f"the style `{name}` cannot shrink from its size, {style.size:g}, to {style.least:g}"
            findings.fault(
                _place(source, name), message, "make `least` smaller: it is where words stop shrinking"
            )


def _usual(looks: Layers) -> list[str]:
    """The styles that there are without the brand."""
    return sorted(type_scale(looks))


def _meant(name: str, usual: list[str]) -> str:
    """The style that a name is a slip of the pen for; nothing if it is one, or none is near."""
    meant = slip(name, usual) if name not in usual else ""
    return meant if meant and meant[0] == name[0] else ""


def _named(design: Design) -> Iterator[str]:
    yield from (use.style for use in texts_of(design))
    for _, layer in layers(design):
        if layer.background and layer.background.figure:
            yield layer.background.figure.style


def _place(source: Source, name: str) -> Place:
    return source.place(("defaults", "packbuild", "styles", name), key=True)
