"""The table of contents: a field that Word brings up to date, filled with links from the start."""

from __future__ import annotations

from collections.abc import Sequence

from builder.render.docx.markup import Paragraph, word

# Chapters, as links, without page numbers: only Word knows them, and it would ask before it counted.
_FIELD = r' TOC \o "1-1" \h \n \z '


def enclosed(lines: Sequence[Paragraph]) -> str:
    """The lines, one at least, inside what Word knows as a table of contents."""
    lines[0].parts[:0] = [_field("begin"), word("r", word("instrText", _FIELD)), _field("separate")]
    lines[-1].parts.append(_field("end"))
    gallery = word("docPartGallery", val="Table of Contents")
    return word(
        "sdt",
        word("sdtPr", word("docPartObj", gallery, word("docPartUnique"))),
        word("sdtContent", *(line.markup for line in lines)),
    )


def _field(kind: str) -> str:
    return word("r", word("fldChar", fldCharType=kind))
