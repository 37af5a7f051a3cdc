"""What the speaker sees: the lead's own notes, the numbers of a chart, and where it is all from."""

from __future__ import annotations

from builder.phrases import Phrases
from builder.spec.requests import Slide
from builder.tagged import in_language_of


def notes_of(slide: Slide, phrases: Phrases, *, charted: bool) -> str:
    """The notes of a slide, a paragraph a line; empty if there is nothing to say."""
    first = next((each for each in (slide.notes, slide.source, slide.title) if each), "")
    lines = [slide.notes] if slide.notes else []
    if charted:
        lines += [in_language_of(" | ".join(row), row[0]) for row in slide.rows]
    if slide.source and not _told(slide):
        lines.append(phrases.fill("source_line", source=slide.source))
    return in_language_of("\n".join(lines), first) if lines else ""


def _told(slide: Slide) -> bool:
    """Whether it names who said it instead, or its notes name the source."""
    is_person = slide.value is None and not slide.rows
    return is_person or (slide.source or "") in (slide.notes or "")
