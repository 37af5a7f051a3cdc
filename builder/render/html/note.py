"""A note as one HTML file in the fonts of the reader's system."""

from __future__ import annotations

from builder.content.note import Note
from builder.render.html.environment import own_file, rendered


def render_note(content: Note) -> bytes:
    """UTF-8; light or dark as the reader's system is."""
    return rendered("note.html", note=content, sheet=own_file("note.css")).encode()
