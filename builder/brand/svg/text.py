"""Text in the brand's own fonts as outlines (SVG 2, 11): lines of letters, each where it is put.

Whatever only browsers do (text on a path, downwards, stretched, decorated) is a fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from builder.brand.svg.cascade import Style
from builder.brand.svg.guard import Node
from builder.brand.svg.lettertype import chosen_font
from builder.brand.svg.numbers import length
from builder.brand.svg.reading import Reading
from builder.brand.svg.refusals import SILENT, TEXT_TO_OUTLINES, refused
from builder.brand.svg.scene import Scene
from builder.fonts.lettering import Letters, letters
from builder.geometry.box import Box, Command
from builder.geometry.curves import moved
from builder.record import Record, replace

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRESERVED = {"pre", "pre-wrap", "break-spaces"}
_BACKWARDS = {"R", "AL"}
_EITHER_WAY = {"NSM", "WS", "BN"}
# What is drawn of a text only with these values.
_PLAIN = {
    "writing-mode": {"horizontal-tb", "lr", "lr-tb"},
    "text-decoration": {"none"},
    "text-decoration-line": {"none"},
    "baseline-shift": {"0", "0px", "baseline"},
    "dominant-baseline": {"auto", "alphabetic"},
    "alignment-baseline": {"auto", "alphabetic", "baseline"},
    "text-transform": {"none"},
    "font-variant": {"normal", "none"},
    "font-variant-caps": {"normal"},
    "font-variant-ligatures": {"normal", "common-ligatures"},
    "font-variant-numeric": {"normal"},
    "font-variant-position": {"normal"},
    "font-kerning": {"auto", "normal"},
    "text-shadow": {"none"},
    "font-stretch": {"normal", "100%"},
    "font-feature-settings": {"normal"},
    "font-variation-settings": {"normal"},
    "direction": {"ltr"},
}


@dataclass(slots=True)
class _Character:
    """A character that is seen, the element it stands in, and where that puts it."""

    text: str
    node: Node
    place: dict[str, float] = field(default_factory=dict)  # x and y, dx and dy


class Line(Record):
    """Letters of one element in their place, in the text's own units."""

    node: Node
    style: Style
    letters: Letters
    x: float
    y: float

    @property
    def steps(self) -> tuple[Command, ...]:
        """Their curves."""
        return moved(self.letters.steps, (1.0, 0.0, 0.0, 1.0, self.x, self.y))

    @property
    def box(self) -> Box:
        """The room of the letters, from the font's ascent to its descent."""
        found = self.letters
        return Box(self.x, self.y - found.ascent, found.width, found.ascent + found.descent)


def text_lines(reading: Reading, node: Node, scene: Scene) -> list[Line]:
    """The lines of a text; none, and faults, where it cannot be drawn as it is written."""
    if not reading.fonts:
        reading.fault(node, "it holds text", TEXT_TO_OUTLINES)
        return []
    gathered = _Gathered(reading, scene)
    gathered.add(node, scene.style, preserved=_is_preserved(node))
    return list(gathered.lines())


def _is_preserved(node: Node | None) -> bool:
    while node is not None:
        if said := node.get(_SPACE):
            return said == "preserve"
        node = node.parent
    return False


class _Gathered:
    """The characters of a text as they are read, blanks as one space (CSS Text 3, 4.1)."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self._reading, self._view = reading, scene.view
        self._characters: list[_Character] = []
        self._styles: dict[Node, Style] = {}
        self._collapsible = True  # whether a space here would be dropped

    def add(self, node: Node, style: Style, *, preserved: bool) -> None:
        """What an element says, and where it puts it; what stands within it goes before."""
        self._check(node, style)
        self._styles[node] = style
        preserved = node.get(_SPACE, "preserve" if preserved else "") == "preserve"
        kept = preserved or style["white-space"] in _PRESERVED
        first = len(self._characters)
        self._write(node, node.text, kept=kept)
        inner = list[tuple[int, Node]]()
        for child in node.nodes():
            inner.append((len(self._characters), child))
            self._within(child, style, preserved=preserved)
            self._write(node, child.tail, kept=kept)
        self._put(node, style, first)

    def _within(self, child: Node, style: Style, *, preserved: bool) -> None:
        if not child.is_svg or child.name in SILENT:
            return
        if child.name not in ("tspan", "a"):
            what, hint = refused(child.name)
            self._reading.fault(child, f"its text holds {what}", hint)
            return
        own = self._reading.cascade.own(child)
        for name in ("opacity", "clip-path", "mask", "filter", "mix-blend-mode"):
            if own.get(name, "none") not in ("none", "1", "", "normal"):
                self._reading.fault(child, f"a part of its text has {name}", TEXT_TO_OUTLINES)
        if own.get("display") != "none":
            self.add(child, self._reading.cascade.style(child, style), preserved=preserved)

    def _write(self, node: Node, text: str | None, *, kept: bool) -> None:
        for char in re.sub(r"\s" if kept else r"[ \t\n\r\f]+", " ", text or ""):
            if char != " " or kept or not self._collapsible:
                self._characters.append(_Character(char, node))
            self._collapsible = char == " " and not kept

    def _put(self, node: Node, style: Style, first: int) -> None:
        """Give characters the places of an element, where those within it gave none."""
        size = float(style["font-size"])
        for name in ("x", "y", "dx", "dy"):
            whole = self._view[0 if name[-1] == "x" else 1]
            said = [each for each in re.split(r"[\s,]+", node.get(name, "").strip()) if each]
            for character, text in zip(self._characters[first:], said, strict=False):
                try:
                    character.place.setdefault(name, length(text, whole, size))
                except ValueError:
                    self._reading.length(node, text, whole, name)  # tells it

    def _check(self, node: Node, style: Style) -> None:
        for name, plain in _PLAIN.items():
            if style[name] not in plain:
                message = f"it holds text with {name}: {style[name]}"[:70]
                self._reading.fault(node, message, TEXT_TO_OUTLINES)
        for name in ("rotate", "textLength"):
            if node.get(name, "").strip("0 ,"):
                self._reading.fault(node, f"it holds text with {name}", TEXT_TO_OUTLINES)

    def lines(self) -> Iterator[Line]:
        """The letters of each element in their places."""
        while self._characters and self._characters[-1].text == " " and self._collapsible:
            self._characters.pop()
        pen = (0.0, 0.0)
        for chunk in _parted(self._characters, ("x", "y")):
            found = list[Line]()
            for run in _runs(chunk):
                placed = self._line(run, pen, alone=len(run) == len(chunk))
                if placed is None:
                    return
                found.append(placed)
                pen = (placed.x + placed.letters.width, placed.y)
            shift = self._shift(chunk, found, pen[0])
            yield from (replace(line, x=line.x + shift) for line in found)
            pen = (pen[0] + shift, pen[1])

    def _line(self, run: Sequence[_Character], pen: tuple[float, float], *, alone: bool) -> Line | None:
        first, text = run[0], "".join(character.text for character in run)
        style, place = self._styles[first.node], first.place
        font = chosen_font(self._reading, first.node, style, text)
        ways = {unicodedata.bidirectional(char) for char in text}
        backwards = bool(ways & _BACKWARDS)
        if backwards and (ways - _BACKWARDS - _EITHER_WAY or not alone):
            self._reading.fault(first.node, "it holds text that runs both ways", TEXT_TO_OUTLINES)
        if font is None:
            return None
        x = place.get("x", pen[0]) + place.get("dx", 0.0)
        y = place.get("y", pen[1]) + place.get("dy", 0.0)
        spacing, size = float(style["letter-spacing"]), float(style["font-size"])
        blank = float(style["word-spacing"])
        drawn = letters(text, font, size, rtl=backwards, spacing=spacing, blank=blank)
        return Line(first.node, style, drawn, x, y)

    def _shift(self, chunk: Sequence[_Character], lines: Sequence[Line], end: float) -> float:
        """How far a chunk is moved, so that its start, its middle or its end is where it is put."""
        share = {"middle": 0.5, "end": 1.0}.get(self._styles[chunk[0].node]["text-anchor"], 0.0)
        return (lines[0].x - end) * share


def _runs(chunk: Sequence[_Character]) -> Iterator[list[_Character]]:
    """Characters of one element that follow one another, each word apart from where it is moved."""
    for part in _parted(chunk, ("dx", "dy")):
        for _, run in groupby(part, lambda character: character.node):
            yield list(run)


def _parted(characters: Sequence[_Character], names: tuple[str, ...]) -> Iterator[list[_Character]]:
    """Characters in groups that begin where one has a place of its own."""
    group = list[_Character]()
    for character in characters:
        if group and any(name in character.place for name in names):
            yield group
            group = []
        group.append(character)
    if group:
        yield group
