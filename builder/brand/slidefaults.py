"""What is wrong with the brand's slides beyond the form of the file: unknown names, faint text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from builder.brand.artuse import ArtUse
from builder.brand.colors import COLOR
from builder.brand.designfaults import BrandNames, Fault, tile_colors, unknown_files
from builder.brand.embedding import terms
from builder.brand.identity import OWN, Art
from builder.brand.slideareas import overlaps
from builder.brand.slidecolors import designs_of, words_of
from builder.brand.slides import SlideSet
from builder.color import Color, contrast, readable_like
from builder.media import Font
from builder.source import Loc
from builder.source.validate import listed


def unknown_slide_names(slides: SlideSet, known: BrandNames) -> Iterator[Fault]:
    """Every name in the slides that the brand or the file itself does not have."""
    for loc, color in _colors(slides):
        if color not in known.palette:
            yield loc, COLOR, color, known.palette
    for key, design in designs_of(slides):
        if design.ground not in slides.grounds:
            yield (*key, "ground"), "ground of slides", design.ground, slides.grounds
        for where, piece in _pieces(key, design.art):
            yield from unknown_files((*where, "file"), piece, known)
        if design.logo and known.logos and design.logo.name not in known.logos:
            yield (*key, "logo", "name"), "logo", design.logo.name, known.logos
        for field in ("stands_for", "in_turn_with"):
            if (other := getattr(design, field)) and other not in slides.layouts:
                yield (*key, field), "layout of slides", other, slides.layouts
        for number, box in enumerate(design.boxes):
            if box.form and box.form.endswith(".svg") and box.form not in known.art:
                yield (*key, "boxes", number, "form"), "art", box.form, known.art


def slide_faults(
    slides: SlideSet, known: BrandNames, art: Mapping[str, Art], fonts: Collection[Font]
) -> Iterator[tuple[Loc, str, str]]:
    """Colours that the theme lacks, fonts that may not be embedded, boxes that stand on each other: where,
    what, and what to do.

    All names in the slides are known, and the palette's own (`slidecolors.in_theme`).
    """
    for message in _unembeddable(fonts if slides.embed_fonts else ()):
        yield ("embed_fonts",), message, "leave `embed_fonts` out: slides then name fonts that Office has"
    for loc, color in _colors(slides):
        name = known.roles.get(color, color)
        if slides.slot(name) is None:
            message = f"`{color}` is not one of the theme's colours, which slides are limited to"
            yield loc, message, "give it one of the theme's twelve places, or name another"
    yield from overlaps(slides)
    for key, design in designs_of(slides):
        for where, piece in _pieces(key, design.art):
            for field in ("in_order", "least", "optional", "stands"):
                if getattr(piece, field):
                    yield (*where, field), f"`{field}` says nothing to slides, whose boxes stay", "delete it"
            for file in piece.files:
                if file in art and (alien := _alien(slides, piece, art[file], known)):
                    message = f"`{file}` has a colour that the theme lacks, {alien.hex}"
                    role = f'`art: {{"{alien.hex}": accent}}` under defaults.packbuild'
                    yield where, message, f"give it a role, for all art: {role}"


def _unembeddable(fonts: Collection[Font]) -> Iterator[str]:
    """Fonts whose makers forbid it, all of a reason at once, and those that Office could not tell apart."""
    forbidden, alike = dict[str, list[str]](), dict[tuple[str, bool, bool], list[str]]()
    for font in fonts:
        said = terms(font)
        forbidden.setdefault(said.forbidden, []).append(font.path.name)
        alike.setdefault((said.typeface, said.bold, said.italic), []).append(font.path.name)
    for why, files in forbidden.items():
        if why:
            yield f"{listed(files, 'and')} {why}"
    for (typeface, *_), files in alike.items():
        if len(files) > 1:
            yield f"{listed(files, 'and')} have one name in Office, `{typeface}`, and one style"


def _pieces(key: Loc, art: tuple[ArtUse, ...] | ArtUse) -> Iterator[tuple[Loc, ArtUse]]:
    if isinstance(art, ArtUse):
        yield (*key, "art"), art
    else:
        yield from (((*key, "art", number), piece) for number, piece in enumerate(art))


def _colors(slides: SlideSet) -> Iterator[tuple[Loc, str]]:
    """Every name of a colour."""
    yield from ((("theme", slot), color) for slot, color in slides.theme.items())
    for name, ground in slides.grounds.items():
        for part in ("fill", "text", "title", "second", "link"):
            yield ("grounds", name, part), getattr(ground, part)
        yield from ((("grounds", name, "instead", old), old) for old in ground.instead)
        yield from ((("grounds", name, "instead", old), new) for old, new in ground.instead.items())
    for key, design in designs_of(slides):
        for number, box in enumerate(design.boxes):
            for field in ("color", "on"):
                if (color := getattr(box, field)) is not None:
                    yield (*key, "boxes", number, field), color
        for number, panel in enumerate(design.panels):
            yield (*key, "panels", number, "color"), panel.color
        yield from tile_colors((*key, "tiles"), design.tiles)
        for where, piece in _pieces(key, design.art):
            yield from (((*where, "tint"), color) for color in _tints(piece))
            yield from ([((*where, "grain", "color"), piece.grain.color)] if piece.grain else ())


def _tints(piece: ArtUse) -> tuple[str, ...]:
    """The names of the colours that a piece of art is to take."""
    if piece.tint is None:
        return ()
    return (piece.tint,) if isinstance(piece.tint, str) else tuple(piece.tint.values())


def _alien(slides: SlideSet, piece: ArtUse, art: Art, known: BrandNames) -> Color | None:
    """A colour of the art that Office could name by its number only, and no theme could change."""
    if isinstance(piece.tint, str):
        return None
    changed = {known.palette.get(name) for name in piece.tint or ()}
    themed = {known.palette.get(name) for name in slides.theme.values()}
    shapes = (shape for shape in art.shapes if shape.role != OWN)
    drawn = [shape.fill for shape in shapes if isinstance(shape.fill, Color)]
    return next((color for color in drawn if color not in changed | themed), None)


def faint_words(slides: SlideSet, palette: Mapping[str, Color]) -> Iterator[tuple[Loc, str, str]]:
    """Text below the contrast that WCAG 2.2 asks (1.4.3)."""
    for loc, words in words_of(slides):
        color, ground = palette[words.color], palette[words.ground]
        if (ratio := contrast(color, ground)) < words.needed:
            message = (
                f"{words.color} on {words.ground} has a contrast of {ratio:.1f}, {words.needed:g} is needed"
            )
            near = readable_like(color, ground, words.needed)
            yield loc, message, f"{near.hex} would reach it; a role gives way by itself"
