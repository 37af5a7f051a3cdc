"""Renderers: content in, bytes out. Each is loaded when its first file is made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from builder.errors import Problem

Rendered = bytes | tuple[bytes, tuple[Problem, ...]]
Renderer = Callable[..., Rendered]

# name → module:function; the function takes the plan's content and its options by keyword
RENDERERS = {
    "data": "builder.render.data:render_data",  # bytes that are ready already
    "text": "builder.render.text:render_text",
    "note": "builder.render.html.note:render_note",
    "html": "builder.render.html:render_page",
    "png": "builder.render.png:render_png",
    "jpeg": "builder.render.png:render_jpeg",
    "frame-pdf": "builder.render.pdf.sheet:render_frame",
    "story-pdf": "builder.render.pdf.book:render_story",
    "story-docx": "builder.render.docx:render_docx",
    "potx": "builder.render.pptx:render_template",
    "pptx": "builder.render.pptx:render_deck",
}


def renderer(name: str) -> Renderer:
    """The function behind a renderer's name; KeyError if there is none."""
    module, _, function = RENDERERS[name].partition(":")
    found: Any = getattr(import_module(module), function)
    return found  # type: ignore[no-any-return]
