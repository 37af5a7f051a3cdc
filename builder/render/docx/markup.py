"""Paragraphs and runs on their way into a Word file, and their properties in the order of the schema."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from builder.render.ooxml.markup import node, words
from builder.text.online import licences

# The properties that we set, in their order (ECMA-376 part 1, 17.3.1.26, 17.3.2.28).
_ORDER = {
    "w:pPr": (
        "pStyle keepNext pageBreakBefore framePr numPr pBdr shd suppressAutoHyphens bidi spacing ind jc rPr"
    ),
    "w:rPr": "rStyle b bCs i iCs strike noProof color sz szCs shd rtl lang",
}
_PLACES = {tag: {name: place for place, name in enumerate(n.split())} for tag, n in _ORDER.items()}
_KEPT = "\N{NON-BREAKING HYPHEN}"
_PIECE = re.compile(rf"[\t\r\n{_KEPT}]|[^\t\r\n{_KEPT}]+")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>", _KEPT: "<w:noBreakHyphen/>"}


class Properties:
    """What a paragraph or a run is told of itself: each property once, each in its place."""

    def __init__(self, tag: str) -> None:
        self._tag, self._places, self._told = tag, _PLACES[tag], dict[str, str]()

    def put(self, name: str, /, *children: str, **attributes: object) -> None:
        """Tell one; what it was told of it before does not hold any more. `val=3` means `w:val="3"`."""
        self._told[name] = word(name, *children, **attributes)

    @property
    def markup(self) -> str:
        """The element that tells them."""
        return node(
            self._tag, *(self._told[name] for name in sorted(self._told, key=self._places.__getitem__))
        )


@dataclass(slots=True)
class Run:
    """Words that look alike."""

    text: str
    properties: Properties = field(default_factory=lambda: Properties("w:rPr"))

    @property
    def markup(self) -> str:
        """The element; tabs, ends of lines and the hyphens of licences are elements of their own."""
        text = self.text
        for start, end in licences(text):
            text = f"{text[:start]}{text[start:end].replace('-', _KEPT)}{text[end:]}"
        pieces = (_MARKS.get(piece) or _written(piece) for piece in _PIECE.findall(text))
        return node("w:r", self.properties.markup, *pieces)


@dataclass(slots=True)
class Paragraph:
    """A paragraph; what stands in it besides runs (links, pictures, bookmarks) is markup already."""

    properties: Properties = field(default_factory=lambda: Properties("w:pPr"))
    parts: list[Run | str] = field(default_factory=list)
    rtl: bool = False  # whether its lines run from right to left
    turned: bool = False  # whether they run otherwise than the story's

    def turn(self) -> None:
        """Its lines run the other way, and begin on the side where those of the story do."""
        self.rtl, self.turned = not self.rtl, True
        self.properties.put("bidi", val=int(self.rtl))
        self.properties.put("jc", val="right")  # of the side where its own lines end, as Word has it

    @property
    def runs(self) -> list[Run]:
        """Its words, but for those of links."""
        return [part for part in self.parts if isinstance(part, Run)]

    @property
    def markup(self) -> str:
        """The element."""
        parts = (part if isinstance(part, str) else part.markup for part in self.parts)
        return node("w:p", self.properties.markup, *parts)


def word(name: str, /, *children: str, **attributes: object) -> str:
    """An element of Word's: `val=3` means `w:val="3"`."""
    named = {key if ":" in key else f"w:{key}": value for key, value in attributes.items()}
    return node(f"w:{name}", *children, **named)


def _written(text: str) -> str:
    return node("w:t", words(text), xml__space="preserve" if text.strip() != text else None)
