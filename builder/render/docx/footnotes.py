"""Footnotes: Word numbers them, and sets each at the foot of the page that leads to it."""

from __future__ import annotations

from builder.content.notes import notes_of
from builder.content.story import Note, Span, Story
from builder.render.docx.markup import Paragraph, Run, word
from builder.render.docx.page import WRITTEN
from builder.render.docx.runs import Runs
from builder.render.ooxml.markup import RELATIONS, document

STYLE, MARK = "FootnoteText", "FootnoteReference"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))  # the line above them: Word asks for both


def footnotes_part(story: Story) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """The part that holds them, and the relations of its links."""
    links: dict[str, str] = {}
    runs = Runs(story, lambda target: links.setdefault(target, f"rId{len(links) + 1}"))
    lines = [
        word("footnote", word("p", word("r", word(name))), type=name, id=number)
        for name, number in _SEPARATORS
    ]
    notes = [_footnote(note, story, runs) for note in notes_of(story.blocks)]
    part = document("w:footnotes", *lines, *notes, namespaces=WRITTEN)
    return part, tuple((f"{RELATIONS}/hyperlink", target) for target in links)


def footnote_settings() -> str:
    """What the settings say of the lines above them."""
    return word("footnotePr", *(word("footnote", id=number) for _, number in _SEPARATORS))


def _footnote(note: Note, story: Story, runs: Runs) -> str:
    paragraph = Paragraph(rtl=story.rtl)
    paragraph.properties.put("pStyle", val=STYLE)
    if story.rtl:
        paragraph.properties.put("bidi")
    number = Run("")
    number.properties.put("rStyle", val=MARK)
    paragraph.parts.append(word("r", number.properties.markup, word("footnoteRef")))
    runs.write(paragraph, (Span(" "), *note.spans))
    return word("footnote", paragraph.markup, id=note.number)
