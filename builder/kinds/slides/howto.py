"""The first slide of a template: how to make slides of it."""

from __future__ import annotations

from collections.abc import Collection

from builder.content.deck import OfficeTheme
from builder.layout.slides.drafter import Laid
from builder.phrases import Phrases
from builder.spec.requests import Slide
from builder.tagged import language_of

_ON = ("agenda", "title-and-text")  # the layouts that it may stand on, the best first


def howto(layouts: Collection[Laid], theme: OfficeTheme, phrases: Phrases) -> Slide | None:
    """What people do first, step by step; the notes name the layouts. None without a layout for it.

    Nor is it there in a language that lacks the words of a step: it would be a slide in English to delete.
    """
    names = {laid.layout.key: laid.layout.name for laid in layouts}
    layout = next((each for each in _ON if each in names), None)
    fonts = {"heading": theme.heading, "text": theme.text}
    steps = (
        phrases["slides_how_1"],
        phrases["slides_how_2"],
        phrases["slides_how_3"],
        phrases.fill("slides_how_4", **fonts),
        phrases["slides_how_5"],
    )
    title = phrases["layout_guide"]
    if layout is None or any(map(language_of, (title, *steps))):
        return None
    said = phrases.fill("slides_layouts", names=phrases.listed(names.values()))
    return Slide(layout=layout, title=title, bullets=steps, notes=said)
