"""What is wrong with the brand's slides beyond the form of the file: unknown names, faint text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from builder.brand.slides import SlideDesign, SlideSet, text_color
from builder.color import Color, contrast

Loc = tuple[str | int, ...]

_LARGE = 18.0  # pt: WCAG 2.2 asks 3:1 from here, 4.5:1 below


def slide_faults(
    slides: SlideSet, palette: Mapping[str, Color], art: Collection[str], logos: Collection[str]
) -> Iterator[tuple[Loc, str]]:
    """What pydantic cannot see: names that the brand lacks, and text that would be hard to read."""
    yield from _unknown_colors(slides, palette)
    for key, design in _designs(slides):
        if design.ground not in slides.grounds:
            yield (*key, "ground"), f"there is no ground `{design.ground}`"
        for number, piece in enumerate(design.pieces):
            if piece.file not in art:
                where = (*key, "art", number) if isinstance(design.art, tuple) else (*key, "art")
                yield (*where, "file"), f"the brand has no art `{piece.file}`"
        if design.logo and design.logo.name not in logos:
            yield (*key, "logo", "name"), f"the brand has no logo `{design.logo.name}`"
        if design.stands_for and design.stands_for not in slides.layouts:
            yield (*key, "stands_for"), f"there is no layout `{design.stands_for}`"
        yield from _faint(slides, key, design, palette)


def _designs(slides: SlideSet) -> Iterator[tuple[Loc, SlideDesign]]:
    yield ("master",), slides.master
    for key, design in slides.layouts.items():
        yield ("layouts", key), design


def _unknown_colors(slides: SlideSet, palette: Mapping[str, Color]) -> Iterator[tuple[Loc, str]]:
    named: list[tuple[Loc, str | None]] = [(("theme", slot), color) for slot, color in slides.theme.items()]
    for name, ground in slides.grounds.items():
        parts = ("fill", "text", "title", "second", "link")
        named += [(("grounds", name, part), getattr(ground, part)) for part in parts]
        instead = [color for pair in ground.instead.items() for color in pair]
        named += [(("grounds", name, "instead"), color) for color in instead]
    for key, design in _designs(slides):
        named += [((*key, "boxes", number, "color"), box.color) for number, box in enumerate(design.boxes)]
    for loc, color in named:
        if color is not None and color not in palette:
            yield loc, f"the palette has no colour `{color}`"
        elif color is not None and slides.slot(color) is None:
            yield loc, f"`{color}` is not one of the theme's colours, which slides are limited to"


def _faint(
    slides: SlideSet, key: Loc, design: SlideDesign, palette: Mapping[str, Color]
) -> Iterator[tuple[Loc, str]]:
    """Text below the contrast that WCAG 2.2 asks (1.4.3)."""
    ground = slides.grounds.get(design.ground)
    for number, box in enumerate(design.boxes):
        if ground is None or box.holds in ("photo", "logo"):
            continue
        color = text_color(slides, design, box)
        if color in palette and ground.fill in palette:
            ratio, needed = (
                contrast(palette[color], palette[ground.fill]),
                3.0 if box.least >= _LARGE else 4.5,
            )
            if ratio < needed:
                yield (
                    (*key, "boxes", number),
                    f"{color} on {ground.fill} has a contrast of {ratio:.1f}, {needed} is needed",
                )
