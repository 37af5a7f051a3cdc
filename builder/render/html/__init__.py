"""A page as one HTML file: its style, its fonts and its script are inside, and it asks for nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from builder.content.page import WebPage
from builder.render.html.environment import own_file, rendered
from builder.render.html.style import fonts, types

_IMAGE = "data:image/"  # within a drawing


def render_page(content: WebPage) -> bytes:
    """UTF-8; it reads well without its style and its script, and with a screen reader."""
    body = rendered("body.html", page=content)
    faces = fonts(content.editions, body.unescape())
    tokens = rendered("style.css", page=content, fonts=faces, types=types(content.editions))
    sheet, script = tokens + own_file("page.css"), own_file("page.js")
    policy = _policy(sheet, script, images=_IMAGE in body)
    html = rendered("page.html", page=content, policy=policy, sheet=sheet, body=body, script=script)
    return html.encode()


def _policy(sheet: str, script: str, *, images: bool) -> str:
    """What the browser may load: the pack's images, and what is written in the page."""
    rules = {
        "default-src": "'none'",
        "img-src": "'self' file: data:" if images else "'self' file:",
        "font-src": "data:",
        "style-src": _digest(sheet),
        "script-src": _digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
