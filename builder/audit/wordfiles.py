"""Rules of Word documents, after Word's own checker and WCAG 2.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from builder.audit.outline import skipped_levels
from builder.audit.package import (
    DECORATIVE,
    OfficeFile,
    missing_part,
    read,
    unreachable_part,
    untitled_document,
)
from builder.audit.rule import FileKind, Rule

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WITH_PICTURES = ("document", "hdr", "ftr")
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_DEEPEST = 9  # outline levels of Word; the last is body text


def missing_language(package: OfficeFile) -> Iterator[str]:
    """Its styles do not say the language of its words (WCAG 3.1.1)."""
    default = package.xml[_STYLES].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or not re.fullmatch(r"[a-z]{2,3}(-\w+)*", default.get(f"{W}val", "")):
        yield ""


def missing_alt_text(package: OfficeFile) -> Iterator[str]:
    """A picture has no alternative text and is not marked as decoration (WCAG 1.1.1)."""
    pictures = (each for _, root in package.of(*_WITH_PICTURES) for each in root.iter(WP + "docPr"))
    for picture in pictures:
        if not picture.get("descr", "").strip() and picture.find(f".//{A}ext[@uri='{DECORATIVE}']") is None:
            yield str(picture.get("name"))


def missing_headings(package: OfficeFile) -> Iterator[str]:
    """No paragraph has the style of a heading, so nobody can find a way through it (WCAG 1.3.1)."""
    if not list(_headings(package)):
        yield ""


def skipped_heading(package: OfficeFile) -> Iterator[str]:
    """Headings skip a level (WCAG 1.3.1)."""
    yield from skipped_levels(_headings(package))


def empty_heading(package: OfficeFile) -> Iterator[str]:
    """A heading has no words."""
    yield from (f"H{level}" for level, text in _headings(package) if not text)


def table_without_header(package: OfficeFile) -> Iterator[str]:
    """A table has no header row (WCAG 1.3.1)."""
    for number, table in enumerate(package.xml[_BODY].iter(W + "tbl"), 1):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None and not _places(table):
            yield f"table {number}"


def _places(table: Any) -> bool:
    """Whether it only puts pictures beside or over words: one in each row, no name or style (WCAG F46)."""
    named = (table.find(f"{W}tblPr/{W}{name}") for name in ("tblStyle", "tblCaption", "tblDescription"))
    pictured = (row.find(f".//{WP}docPr") is not None for row in table.findall(f"{W}tr"))
    return all(pictured) and all(each is None for each in named)


def repeated_picture_id(package: OfficeFile) -> Iterator[str]:
    """Two pictures have the same id."""
    ids = [each.get("id") for each in package.xml[_BODY].iter(WP + "docPr")]
    yield from sorted({each for each in ids if ids.count(each) > 1})


def unknown_style(package: OfficeFile) -> Iterator[str]:
    """A style is used that the file does not define."""
    known = {style.get(f"{W}styleId") for style in package.xml[_STYLES].iter(W + "style")}
    used = package.xml[_BODY].iter(W + "pStyle", W + "rStyle", W + "tblStyle")
    yield from (name for name in (each.get(f"{W}val") for each in used) if name not in known)


def _headings(package: OfficeFile) -> Iterator[tuple[int, str]]:
    """The level and the words of each heading: of a paragraph whose style has an outline level."""
    levels = {style.get(f"{W}styleId"): _level(style) for style in package.xml[_STYLES].iter(W + "style")}
    for paragraph in package.xml[_BODY].iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = 0 if style is None else levels.get(style.get(f"{W}val"), 0)
        if level:
            yield level, "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()[:40]


def _level(style: Any) -> int:
    """The outline level of a style from 1, 0 for text; Word knows its own headings by name."""
    name = style.find(f"{W}name").get(f"{W}val", "")
    if match := re.fullmatch(r"heading ([1-9])", name, re.IGNORECASE):
        return int(match[1])
    outline = style.find(f"{W}pPr/{W}outlineLvl")
    level = _DEEPEST if outline is None else int(outline.get(f"{W}val"))
    return level + 1 if level < _DEEPEST else 0


FORMAT = FileKind(
    name="word",
    types=tuple(
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}"
        for name in ("document", "template")
    ),
    read=read,
    refusals=(BadZipFile, KeyError, SyntaxError),
    rules=tuple(
        map(
            Rule,
            (
                unreachable_part,
                missing_part,
                untitled_document,
                missing_language,
                missing_alt_text,
                missing_headings,
                skipped_heading,
                empty_heading,
                table_without_header,
                repeated_picture_id,
                unknown_style,
            ),
        )
    ),
)
