"""A story of things to look at as one HTML file: colours, type, drawings. It asks for nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Text
from builder.content.story import (
    Block,
    Columns,
    Definitions,
    Head,
    Opening,
    Pairs,
    Paragraph,
    Plates,
    Specimen,
    Story,
)
from builder.content.walk import in_forms, in_words
from builder.render.html.dress import Dress
from builder.render.html.environment import own_file, rendered
from builder.render.parts import drawn
from builder.render.pixels.png import render_png
from builder.render.pixels.scale import scaled

_FORMS = (Columns, Definitions, Head, Opening, Pairs, Paragraph, Plates, Specimen)
_HIGH = 360  # px of a picture: twice the height that it is shown with, for screens that are so fine


def render_sheet(content: Story) -> bytes:
    """UTF-8; TypeError for a block that has neither a form here nor a plainer one."""
    dress, page = Dress(), Parts()
    body = rendered("sheet-body.html", story=content, dress=dress, parts=page)
    text = "".join(sorted(set(body.unescape())))
    styles = {"text": content.look.text, "strong": content.look.label, "display": content.look.headings[0]}
    families = {name: dress.font(style, text) for name, style in styles.items()}
    sheet = rendered("sheet.css", look=content.look, families=families, dress=dress) + own_file("plates.css")
    html = rendered("sheet.html", story=content, policy=_policy(sheet), sheet=sheet, body=body)
    return html.encode()


class Parts:
    """What the templates ask of a story's parts."""

    @staticmethod
    def named(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
        """Each block under the name of its type, those without a form here in a plainer one."""
        return ((type(block).__name__, block) for block in in_forms(tuple(blocks), _FORMS))

    @staticmethod
    def ground(frame: Frame) -> Color:
        """The colour of what a frame stands on: of a blend, where it begins."""
        fill = next(item for item in frame.items if isinstance(item, Fill))
        return fill.paint if isinstance(fill.paint, Color) else fill.paint.stops[0][1]

    @staticmethod
    def ink(frame: Frame) -> Color:
        """The colour of the first words of a frame."""
        return next(item.color for item in frame.items if isinstance(item, Text))

    in_words = staticmethod(in_words)

    @staticmethod
    def is_drawing(frame: Frame) -> bool:
        """Whether a frame is curves alone, which pages draw as such."""
        return all(isinstance(item, Path) for item in frame.items)

    @staticmethod
    def pixels(frame: Frame) -> str:
        """The frame as a PNG in base64."""
        return b64encode(drawn(_png, frame)).decode()


def _png(frame: Frame) -> bytes:
    data, _ = render_png(scaled(frame, _HIGH / frame.height))
    return data


def _policy(sheet: str) -> str:
    """What the browser may load: what is written in the page."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    rules = {
        "default-src": "'none'",
        "img-src": "data:",
        "font-src": "data:",
        "style-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
