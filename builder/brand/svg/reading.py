"""What is known of a file while it is read: its elements by id, their styles, its faults, what it costs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager

from builder.brand.easel import Easel
from builder.brand.svg.cascade import Cascade
from builder.brand.svg.faults import Fault, Faults, WrongArt
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import length, share
from builder.geometry.box import Box
from builder.geometry.paints import Raster
from builder.media import Font

Size = tuple[float, float]  # of the nearest view, in its own units: what percents are shares of

_MOST_PIECES = 60_000  # of curves, as they are worked on: a clip that is used twice counts twice
_MOST_PAINTED = 60_000_000  # px: two seconds of work; a step of a filter as large as the page has 2.6 million
_FROM_ELSEWHERE = ("inherit", "unset", "revert", "revert-layer")  # what other elements or sheets say
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)\s*(.*)", re.DOTALL)


class Reading:
    """One file."""

    def __init__(self, root: Node, fonts: tuple[Font, ...] = (), easel: Easel | None = None) -> None:
        self.root, self.faults = root, Faults()
        self.cascade = Cascade(root, self.faults)
        self._ids: dict[str, Node] = {}
        for node in root.iter():
            if isinstance(node, Node) and node.is_svg and (name := node.get("id")):
                self._ids.setdefault(name, node)
        self.weights: dict[Node, int] = {}  # how many elements are drawn for one
        self._spent = 0
        self._fonts, self._easel = fonts, easel
        self.asked = False  # whether either was looked for: if not, another changes nothing
        self.used: dict[str, Font] = {}  # by digest: those that some is drawn with
        self.rasters: dict[Node, Raster] = {}
        self.pixels = 0  # of all images
        self.page = Box(0, 0, 0, 0)  # on the grid
        self.effects: dict[str, int] = {}  # what is drawn as a picture, and the line where that first is
        self._painted = 0  # px of such pictures
        self._open: list[Node] = []

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Those that text may be drawn with."""
        self.asked = True
        return self._fonts

    @property
    def easel(self) -> Easel | None:
        """What pictures are drawn on, if effects are to be."""
        self.asked = True
        return self._easel

    def fault(self, node: Node, message: str, hint: str = "") -> None:
        """Note what is wrong with an element, and go on."""
        self.faults.add(Fault(message, hint, node.line, node.column))

    def stop(self, node: Node, message: str, hint: str = "") -> WrongArt:
        """What to raise where going on would be too much, with all that was found before."""
        self.fault(node, message, hint)
        try:
            self.faults.check()
        except WrongArt as wrong:
            return wrong
        raise AssertionError(message)

    def spend(self, node: Node, pieces: int) -> None:
        """Count pieces of curves that are worked on; WrongArt when they are too many."""
        self._spent += pieces
        if self._spent > _MOST_PIECES:
            hint = "simplify its paths (Illustrator: Object > Path > Simplify; Inkscape: Path > Simplify)"
            raise self.stop(node, f"it has more than {_MOST_PIECES:,} pieces of curves", hint)

    def paint(self, node: Node, pixels: int) -> None:
        """Count pixels that an effect is computed on; WrongArt when they are too many."""
        self._painted += pixels
        if self._painted > _MOST_PAINTED:
            hint = "flatten them to a picture (Figma: Rasterize selection; Inkscape: Make a Bitmap Copy)"
            raise self.stop(node, "it has more filters and blends than can be drawn", hint)

    @contextmanager
    def within(self, node: Node) -> Iterator[None]:
        """While a clone, a clip, a mask or a pattern is drawn, which must not draw itself again."""
        if node in self._open:
            raise self.stop(
                node, "it draws itself", "unlink the clone (Inkscape: Edit > Clone > Unlink Clone)"
            )
        self._open.append(node)
        yield
        self._open.pop()

    def linked(self, node: Node) -> Node | None:
        """What an element's `href` names in this file."""
        return self._ids.get(node.link[1:]) if node.link.startswith("#") else None

    def named(self, text: str) -> tuple[Node | None, str] | None:
        """What `url(#…)` names, if anything, and what stands behind it; None if it is no URL."""
        found = _URL.fullmatch(text)
        if not found:
            return None
        return (self._ids.get(found[2][1:]) if found[2].startswith("#") else None), found[3].strip()

    def check_here(self, node: Node, text: str) -> None:
        """A fault if `url(…)` names a part of another file, which only some browsers fetch."""
        found = _URL.fullmatch(text)
        if found and not found[2].startswith("#"):
            self.fault(node, f"it takes a part of another file: {found[2]}"[:70], "draw that here")

    def overflows(self, node: Node, *also: str) -> bool:
        """Whether what leaves an element's room is seen; `also` are words that mean `visible` here."""
        said = self.cascade.own(node).get("overflow", "hidden")
        if said in _FROM_ELSEWHERE:
            self.fault(node, f"its overflow is said elsewhere: {said}", "write `visible` or `hidden`")
        return said in ("visible", *also)

    def length(self, node: Node, text: str, whole: float, name: str) -> float:
        """A length; a fault, and 0, if it is none."""
        try:
            value = length(text, whole)
        except ValueError:
            self.fault(node, f"`{name}` is no length: {text}"[:70], "write it as a number")
            return 0.0
        return value

    def number(self, node: Node, name: str, whole: float, default: str = "0") -> float:
        """The length that an attribute gives; an empty one is absent."""
        return self.length(node, node.get(name) or default, whole, name)

    def share(self, node: Node, text: str, name: str) -> float:
        """An opacity or an offset, 0 to 1; a fault, and 1, if it is none."""
        try:
            return share(text.strip())
        except ValueError:
            self.fault(node, f"`{name}` is no number: {text}"[:70], "write it as a number from 0 to 1")
            return 1.0


def diagonal(view: Size) -> float:
    """What percents of radii and stroke widths are shares of (SVG 2, 8.9)."""
    return math.hypot(*view) / math.sqrt(2)
