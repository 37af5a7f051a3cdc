"""Pages of documents inside a page, as small pictures."""

from __future__ import annotations

from base64 import b64encode

from builder.content.frame import Frame, Picture
from builder.render.parts import drawn
from builder.render.pixels.jpeg import render_jpeg
from builder.render.pixels.png import render_png
from builder.render.pixels.scale import scaled

_WIDE = 480  # px: a card of the page, on screens of nearly two px to each of CSS
_BUDGET = "30000"  # bytes of one with a photograph


def seen(frame: Frame) -> str:
    """The address of a picture of a frame that holds its pixels."""
    kind = "jpeg" if any(isinstance(item, Picture) for item in frame.items) else "png"
    data = drawn(_jpeg if kind == "jpeg" else _png, frame)
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _small(frame: Frame) -> Frame:
    return scaled(frame, _WIDE / frame.width)


def _png(frame: Frame) -> bytes:
    return render_png(_small(frame))[0]


def _jpeg(frame: Frame) -> bytes:
    return render_jpeg(_small(frame), _BUDGET)[0]
