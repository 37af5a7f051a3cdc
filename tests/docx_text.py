"""A Word file as its parts, for tests to look into."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree

from builder.content.frame import Frame
from builder.content.look import Look
from builder.content.story import Span
from builder.media import Font
from builder.record import fields_of, is_record
from builder.text.bidi import without_controls

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_NONE = 9  # the outline level of what is no heading


class Word:
    """The parts of a .docx."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> Any:
        return etree.fromstring(self.files[name])

    @cached_property
    def body(self) -> Any:
        return self.part("word/document.xml")[0]

    @cached_property
    def styles(self) -> dict[str, Any]:
        return {style.get(f"{W}styleId"): style for style in self.part("word/styles.xml").iter(f"{W}style")}

    def paragraphs(self) -> list[Any]:
        return list(self.body.iter(f"{W}p"))

    def headings(self) -> list[tuple[int, str]]:
        """(level, words) in order."""
        styles = {name: style.find(f"{W}pPr/{W}outlineLvl") for name, style in self.styles.items()}
        levels = {name: int(level.get(f"{W}val")) for name, level in styles.items() if level is not None}
        found = ((levels.get(style_of(each), _NONE), text_of(each)) for each in self.paragraphs())
        return [(level + 1, text) for level, text in found if level < _NONE]

    def text(self) -> str:
        """All words, a paragraph a line."""
        return "\n".join(text_of(paragraph) for paragraph in self.paragraphs())


def style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def text_of(element: Any) -> str:
    """The words, without the marks that Word needs where others know isolates."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    said = "".join(marks.get(child.tag) or (child.text or "") * (child.tag == f"{W}t") for child in runs)
    return without_controls(said)


def said(value: Any) -> Iterator[str]:
    """Every text that a story's blocks hold, but for those of frames, which have words of their own."""
    if isinstance(value, Span):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_record(value) and not isinstance(value, Frame | Font | Look):
        for name in fields_of(value):
            found = getattr(value, name)
            if name in {"title", "label", "count", "term", "note", "who", "value", "kicker"}:
                yield from [found] if isinstance(found, str) and not found.isdigit() else said(found)
            elif name not in {"id", "alt", "role", "link", "subject"}:
                yield from said(found)
