"""Scripts, which partners who are given a logo would run: a fault wherever they stand, seen or not."""

from __future__ import annotations

from builder.brand.svg.guard import Node
from builder.brand.svg.reading import Reading

_HINT = "save it again without (Inkscape: Save As > Plain SVG; Illustrator: Window > SVG Interactivity)"
_RUN = ("script", "handler", "listener")


def refuse_scripts(reading: Reading) -> None:
    """Faults of all that acts when the drawing is opened or pressed (SVG 2, 15 and 16)."""
    for node in reading.root.iter():
        assert isinstance(node, Node)
        acts = any(name.lower().startswith("on") for name in node.attrib)
        if (node.is_svg and node.name in _RUN) or acts or _opens_script(node.link):
            reading.fault(node, "it holds a script", _HINT)


def _opens_script(link: str) -> bool:
    return "".join(link.split()).lower().startswith("javascript:")
