"""A note as one HTML file in the fonts of the reader's system."""

from __future__ import annotations

from builder.content.note import Note
from builder.render.html.markup import tag, words
from builder.render.html.prose import prose

_STYLE = """
:root { color-scheme: light dark; font: 1.125rem/1.6 Verdana, Arial, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2 { line-height: 1.25; margin: 2.25rem 0 .75rem; }
:lang(ur) { line-height: 2.2; }
table { border-collapse: collapse; }
th, td { padding: .5rem 1rem .5rem 0; border-block-end: 1px solid; text-align: start; vertical-align: top; }
th:dir(rtl), td:dir(rtl) { padding: .5rem 0 .5rem 1rem; }
li { margin-block: .4rem; }
"""


def render_note(content: Note) -> bytes:
    """UTF-8; light or dark as the reader's system is."""
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", words(content.title)),
        tag("style", _STYLE),
    )
    sections = (part for title, blocks in content.sections for part in (_heading(title), prose(blocks)))
    body = tag("main", tag("h1", words(content.title)), "\n", "\n".join(filter(None, sections)))
    direction = "rtl" if content.rtl else "ltr"
    html = tag(
        "html",
        tag("head", *head),
        "\n",
        tag("body", "\n", body, "\n"),
        lang=content.language,
        dir=direction,
    )
    return f"<!DOCTYPE html>\n{html}\n".encode()


def _heading(title: str) -> str:
    return tag("h2", words(title)) if title else ""
