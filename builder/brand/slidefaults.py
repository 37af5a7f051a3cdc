"""What is wrong with the brand's slides beyond the form of the file: unknown names, faint text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from builder.brand.design import ArtUse
from builder.brand.designfaults import BrandNames
from builder.brand.embedding import terms
from builder.brand.identity import Art
from builder.brand.slides import SlideDesign, SlideSet, text_color
from builder.color import Color, contrast
from builder.media import Font
from builder.source import Loc

_LARGE = 18.0  # pt: WCAG 2.2 asks 3:1 from here, 4.5:1 below


def slide_faults(
    slides: SlideSet, known: BrandNames, art: Mapping[str, Art], fonts: Collection[Font]
) -> Iterator[tuple[Loc, str]]:
    """What pydantic cannot see: names that the brand lacks, faint text, fonts that may not be embedded."""
    yield from _unknown_colors(slides, known.palette)
    for font in fonts if slides.embed_fonts else ():
        if not terms(font).open:
            yield ("embed_fonts",), f"`{font.path.name}` is not under the SIL Open Font License"
    for key, design in _designs(slides):
        if design.ground not in slides.grounds:
            yield (*key, "ground"), f"there is no ground `{design.ground}`"
        for number, piece in enumerate(design.pieces):
            where = (*key, "art", number) if isinstance(design.art, tuple) else (*key, "art")
            if piece.file not in known.art:
                yield (*where, "file"), f"the brand has no art `{piece.file}`"
            elif piece.file in art and (alien := _alien(slides, piece, art[piece.file], known.palette)):
                yield (
                    where,
                    f"`{piece.file}` has a colour that the theme lacks, {alien.hex}: give it a `tint`",
                )
        if design.logo and known.logos and design.logo.name not in known.logos:
            yield (*key, "logo", "name"), f"the brand has no logo `{design.logo.name}`"
        if design.stands_for and design.stands_for not in slides.layouts:
            yield (*key, "stands_for"), f"there is no layout `{design.stands_for}`"
        yield from _faint(slides, key, design, known.palette)


def _designs(slides: SlideSet) -> Iterator[tuple[Loc, SlideDesign]]:
    layouts = ((("layouts", key), design) for key, design in slides.layouts.items())
    for loc, design in ((("master",), slides.master), *layouts):
        yield loc, design
        if design.narrow:
            yield (*loc, "narrow"), design.narrowed


def _unknown_colors(slides: SlideSet, palette: Mapping[str, Color]) -> Iterator[tuple[Loc, str]]:
    named: list[tuple[Loc, str | None]] = [(("theme", slot), color) for slot, color in slides.theme.items()]
    for name, ground in slides.grounds.items():
        parts = ("fill", "text", "title", "second", "link")
        named += [(("grounds", name, part), getattr(ground, part)) for part in parts]
        instead = [color for pair in ground.instead.items() for color in pair]
        named += [(("grounds", name, "instead"), color) for color in instead]
    for key, design in _designs(slides):
        named += [((*key, "boxes", number, "color"), box.color) for number, box in enumerate(design.boxes)]
        named += [((*key, "art"), color) for piece in design.pieces for color in _tints(piece)]
    for loc, color in named:
        if color is not None and color not in palette:
            yield loc, f"the palette has no colour `{color}`"
        elif color is not None and slides.slot(color) is None:
            yield loc, f"`{color}` is not one of the theme's colours, which slides are limited to"


def _tints(piece: ArtUse) -> tuple[str, ...]:
    """The palette names that a piece of art is to take."""
    if piece.tint is None:
        return ()
    return (piece.tint,) if isinstance(piece.tint, str) else tuple(piece.tint.values())


def _alien(slides: SlideSet, piece: ArtUse, art: Art, palette: Mapping[str, Color]) -> Color | None:
    """A colour of the art that Office could name by its number only, and no theme could change."""
    if isinstance(piece.tint, str):
        return None
    changed = {palette.get(name) for name in piece.tint or ()}
    themed = {palette.get(name) for name in slides.theme.values()}
    drawn = [paint for shape in art.shapes for paint in (shape.fill, shape.stroke) if paint is not None]
    return next((color for color in drawn if color not in changed | themed), None)


def _faint(
    slides: SlideSet, key: Loc, design: SlideDesign, palette: Mapping[str, Color]
) -> Iterator[tuple[Loc, str]]:
    """Text below the contrast that WCAG 2.2 asks (1.4.3)."""
    ground = slides.grounds.get(design.ground)
    for number, box in enumerate(design.boxes):
        if ground is None or box.holds in ("photo", "logo", "chart"):
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
