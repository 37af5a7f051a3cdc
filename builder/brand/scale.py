"""The type scale of a brand that does not set its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from builder.brand.brandfile import StyleChange
from builder.brand.identity import Style
from builder.record import replace

_OWN = (
    Style("display", "display", 600, 0.30, 0.062, 1.04, -0.015, 6),
    Style("title", "display", 600, 0.12, 0.05, 1.08, -0.01, 6),
    Style("numeral", "display", 600, 0.42, 0.09, 1.0, -0.02, 2),
    Style("quote", "display", 600, 0.12, 0.045, 1.14, -0.005, 10),
    Style("lead", "text", 400, 0.048, 0.036, 1.35, 0),
    Style("label", "text", 700, 0.05, 0.036, 1.25, 0),
    Style("text", "text", 400, 0.042, 0.034, 1.35, 0),
    Style("kicker", "text", 700, 0.034, 0.031, 1.2, 0),
    Style("tag", "text", 700, 0.034, 0.031, 1.2, 0),
    Style("date", "text", 600, 0.05, 0.031, 1.25, 0, drawn_in="display"),
)


def type_scale(
    layers: Iterable[Mapping[str, StyleChange]], text: int | None = None, display: int | None = None
) -> dict[str, Style]:
    """The tool's own styles with the changes of each layer (of a look, of a brand), and further ones.

    `text` and `display` are the brand's weights for running text and for headings, if it names any.
    """
    weights = {("text", 400): text, ("display", 600): display}
    styles = {
        style.name: replace(style, weight=weights.get((style.face, style.weight)) or style.weight)
        for style in _OWN
    }
    for name, change in chain.from_iterable(layer.items() for layer in layers):
        before = styles.get(name, Style(name, "text", text or 400, 0.042, 0.034, 1.35))
        said = change.model_dump(exclude_none=True)
        if face := said.pop("face", ""):
            said["drawn_in"] = face
        styles[name] = replace(before, **said)
    return styles
