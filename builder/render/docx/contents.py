"""The table of contents: a field that Word brings up to date, filled with links from the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph

from builder.render.docx.markup import add

# Chapters, as links, without page numbers: only Word knows them, and it would ask before it counted.
_FIELD = r' TOC \o "1-1" \h \n \z '


def enclose(lines: Sequence[Paragraph]) -> None:
    """Puts the lines, which stand in the document, inside what Word knows as a table of contents."""
    if not lines:
        return
    holder = OxmlElement("w:sdt")
    gallery = add(add(holder, "w:sdtPr"), "w:docPartObj")
    add(gallery, "w:docPartGallery", val="Table of Contents")
    add(gallery, "w:docPartUnique")
    lines[0]._p.addprevious(holder)
    add(holder, "w:sdtContent").extend([line._p for line in lines])
    properties: Any = lines[0]._p.pPr
    for run in reversed(_opening()):
        properties.addnext(run)
    lines[-1]._p.append(_field("end"))


def _opening() -> list[Any]:
    instruction = OxmlElement("w:r")
    add(instruction, "w:instrText").text = _FIELD
    return [_field("begin"), instruction, _field("separate")]


def _field(kind: str) -> Any:
    run = OxmlElement("w:r")
    add(run, "w:fldChar", fldCharType=kind)
    return run
