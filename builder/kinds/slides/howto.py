"""The first slide of a template: how to make slides of it."""

from __future__ import annotations

from collections.abc import Collection

from builder.content.deck import OfficeTheme
from builder.layout.slides.drafter import Laid
from builder.phrases import Phrases
from builder.spec.requests import Slide

_ON = ("agenda", "title-and-text")  # the layouts that it may stand on, the best first


def howto(layouts: Collection[Laid], theme: OfficeTheme, phrases: Phrases) -> Slide | None:
    """What people do first, step by step; the notes name the layouts. None without a layout for it."""
    names = {laid.layout.key: laid.layout.name for laid in layouts}
    layout = next((each for each in _ON if each in names), None)
    if layout is None:
        return None
    fonts = {"heading": theme.heading, "text": theme.text}
    return Slide(
        layout=layout,
        title=phrases["layout_guide"],
        bullets=(
            phrases["slides_how_1"],
            phrases["slides_how_2"],
            phrases["slides_how_3"],
            phrases.fill("slides_how_4", **fonts),
            phrases["slides_how_5"],
        ),
        notes=phrases.fill("slides_layouts", names=", ".join(names.values())),
    )
