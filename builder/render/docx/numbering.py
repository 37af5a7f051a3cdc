"""The numberings of lists and chapters."""

from __future__ import annotations

from builder.content.look import Look
from builder.render.docx.colors import WordColors
from builder.render.docx.properties import ROOT, twips
from builder.render.docx.styles import CHAPTER_GAP, INDENT
from builder.render.ooxml.markup import document, node

BULLETS, NUMBERS, CHAPTERS = 1, 2, 3
_LEVELS = range(9)
_MARKS = "•–"
_COUNTS = ("decimal", "lowerLetter", "lowerRoman")


def numbering_part(look: Look) -> bytes:
    """Bullets, numbers and the numbers of chapters; lists that start anew are added as they come."""
    color = node("w:color", **WordColors(look).text(look.accent))
    marks = [_level(depth, "bullet", _MARKS[depth % 2], _indent(depth), color) for depth in _LEVELS]
    counts = [
        _level(depth, _COUNTS[depth % 3], f"%{depth + 1}.", _indent(depth), f"<w:b/><w:bCs/>{color}")
        for depth in _LEVELS
    ]
    title = node("w:ind", w__left=twips(CHAPTER_GAP), w__hanging=twips(CHAPTER_GAP))
    chapter = _level(0, "decimal", "%1", title, "")
    every = {BULLETS: marks, NUMBERS: counts, CHAPTERS: [chapter]}
    return document(
        "w:numbering",
        *(_abstract(number, levels) for number, levels in every.items()),
        *(node("w:num", node("w:abstractNumId", w__val=n), w__numId=n) for n in every),
        namespaces=ROOT,
    )


def _abstract(number: int, levels: list[str]) -> str:
    kind = "hybridMultilevel" if len(levels) > 1 else "multilevel"
    return node("w:abstractNum", node("w:multiLevelType", w__val=kind), *levels, w__abstractNumId=number)


def _indent(depth: int) -> str:
    return node("w:ind", w__left=twips(INDENT * (depth + 1)), w__hanging=twips(INDENT))


def _level(depth: int, form: str, text: str, indent: str, run: str) -> str:
    return node(
        "w:lvl",
        node("w:start", w__val=1),
        node("w:numFmt", w__val=form),
        node("w:lvlText", w__val=text),
        node("w:lvlJc", w__val="left"),
        node("w:pPr", indent),
        node("w:rPr", run) if run else "",
        w__ilvl=depth,
    )
