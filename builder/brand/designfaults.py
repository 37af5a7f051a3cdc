"""What is wrong with a design beyond the form of the file: names that the brand lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.brand.artlists import matching
from builder.brand.artuse import ArtUse
from builder.brand.boxes import Node
from builder.brand.codes import SLOT, says_address
from builder.brand.colors import COLOR
from builder.brand.design import Background, Blend, Design
from builder.brand.lockups import Logo
from builder.brand.numbers import NumberUse
from builder.brand.photouse import FORMS, Backing, Mask, PhotoUse
from builder.brand.roles import words_on_all
from builder.brand.scatter import Scatter
from builder.brand.textlook import Emphasis
from builder.brand.textuse import TextUse
from builder.brand.tiles import Tiles
from builder.brand.variants import layers
from builder.color import Color
from builder.record import Record
from builder.source import Loc
from builder.source.validate import listed

Fault = tuple[Loc, str, str, Collection[str]]  # where, what kind of name, the name, the names there are


class BrandNames(Record):
    """The names that a design may use."""

    palette: Mapping[str, Color]  # with the roles' names
    roles: Mapping[str, str]  # → names of the palette
    art: Collection[str]
    logos: Mapping[str, Logo | None]  # those that could not be read are None
    styles: Mapping[str, str]  # → family
    sizes: Collection[str] = ()  # and groups of them; none if they could not be read
    sets: Collection[str] = ()  # of drawings, that the look has

    def ink(self, names: Sequence[str]) -> str:
        """The role of the colour of words on a ground that has these, or passes through them."""
        return words_on_all(names, self.roles, self.palette.__getitem__)


def unknown_names(design: Design, known: BrandNames) -> Iterator[Fault]:
    """Every name in the design that the brand does not have."""
    for loc, _ in layers(design) if known.sizes else ():
        if loc[-2:-1] == ("sizes",) and loc[-1] not in known.sizes:
            yield loc, "size", str(loc[-1]), known.sizes
    for loc, series in all_series(design):
        for number, name in enumerate(series):
            yield from _color((*loc, "series", number), name, known)
    for loc, layer in layers(design):
        if layer.text_color:
            yield from _color((*loc, "text_color"), layer.text_color, known)
        if layer.background is not None:
            yield from _background((*loc, "background"), layer.background, known)
        if layer.body is not None:
            yield from _node((*loc, "body"), layer.body, known)


def all_series(design: Design) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    """The grounds of series, of the design and of each of its sets."""
    yield (), design.series
    yield from ((("sets", name), own.series or ()) for name, own in design.sets.items())


def idle_sets(design: Design, known: BrandNames) -> Iterator[tuple[Loc, str, str]]:
    """Which of its sets no campaign has in this look, and what to do."""
    there = f"the look has {listed(sorted(known.sets))}" if known.sets else "the look has no sets"
    for name in design.sets:
        if name not in known.sets:
            yield ("sets", name), f"there is no set of drawings `{name}`: nothing is drawn so", there


def slots_in(design: Design) -> Iterator[tuple[Loc, str]]:
    """Every slot that the design names, and where."""
    for number, name in enumerate(design.needs):
        yield ("needs", number), name
    for loc, layer in layers(design):
        if layer.background is not None:
            several = isinstance(layer.background.art, tuple)
            for number, piece in enumerate(layer.background.pieces):
                if piece.unless is not None:
                    yield (*loc, "background", "art", *((number,) if several else ()), "unless"), piece.unless
        if layer.body is not None:
            yield from _slots((*loc, "body"), layer.body)
        if layer.background is not None:
            yield from tile_slots((*loc, "background", "tiles"), layer.background.tiles)
        if layer.background is not None and (figure := layer.background.figure):
            yield (*loc, "background", "figure", "from"), figure.from_


def art_in(design: Design) -> Iterator[tuple[Loc, str]]:
    """Every file of art behind the words, and where it is named, the first places last."""
    for loc, layer in reversed([*layers(design)]):
        if layer.background is not None:
            several = isinstance(layer.background.art, tuple)
            for number, piece in enumerate(layer.background.pieces):
                at = (*loc, "background", "art", *((number,) if several else ()), "file")
                yield from ((at, file) for file in piece.files)


def texts_of(design: Design) -> Iterator[TextUse]:
    """The texts of the design, on whatever canvas."""
    for _, layer in layers(design):
        if layer.body is not None:
            yield from _texts(layer.body)


def _texts(node: Node) -> Iterator[TextUse]:
    if node.text is not None:
        yield node.text
    for child in node.children:
        yield from _texts(child)


def _slots(loc: Loc, node: Node) -> Iterator[tuple[Loc, str]]:
    for kind, use in (("text", node.text), ("icon", node.icon)):
        if use is not None and use.from_ is not None:
            yield (*loc, kind, "from"), use.from_
    yield from (((*loc, field), slot) for field, slot in node.asked)
    if node.qr is not None:
        yield (*loc, "qr"), SLOT
    if node.each is not None:
        yield (*loc, "each"), node.each
    kind = "column" if node.column else "row" if node.row else "grid"
    for number, child in enumerate(node.children):
        yield from _slots((*loc, kind, number), child)


def without_hill(design: Design) -> Iterator[Loc]:
    """Where art is told to stand on a hill, in a design that has none."""
    found = tuple(layers(design))
    if any(layer.body is not None and layer.body.has_hill for _, layer in found):
        return
    for loc, layer in found:
        for number, art in enumerate(layer.background.pieces if layer.background else ()):
            several = layer.background and isinstance(layer.background.art, tuple)
            if art.stands:
                yield (*loc, "background", "art", *((number,) if several else ()), "stands")


def untold_codes(design: Design) -> Iterator[Loc]:
    """Where a QR code stands in boxes that say nowhere in words where it leads."""
    for loc, layer in layers(design):
        if layer.body is not None:
            slots = [*_slots((*loc, "body"), layer.body)]
            if not says_address(frozenset(slot for place, slot in slots if place[-1] == "from")):
                yield from (place for place, _ in slots if place[-1] == "qr")


def _color(loc: Loc, name: str | None, known: BrandNames) -> Iterator[Fault]:
    if name is not None and name not in known.palette:
        yield loc, COLOR, name, known.palette


def _tint(loc: Loc, tint: str | dict[str, str] | None, known: BrandNames) -> Iterator[Fault]:
    if isinstance(tint, dict):
        for old, new in tint.items():
            yield from _color((*loc, old), old, known)
            yield from _color((*loc, old), new, known)
    else:
        yield from _color(loc, tint, known)


def _scatter(loc: Loc, scatter: Scatter, known: BrandNames) -> Iterator[Fault]:
    for number, file in enumerate(scatter.files):
        if file not in known.art:
            where = (*loc, "file", number) if isinstance(scatter.file, tuple) else (*loc, "file")
            yield where, "art", file, known.art
    for number, name in enumerate(scatter.colors):
        yield from _color((*loc, "colors", number), name, known)


def _background(loc: Loc, background: Background, known: BrandNames) -> Iterator[Fault]:
    fill = background.fill
    for number, strewn in enumerate(background.strewn):
        several = isinstance(background.scatter, tuple)
        yield from _scatter((*loc, "scatter", *((number,) if several else ())), strewn, known)
    for number, name in enumerate(fill.colors if isinstance(fill, Blend) else ()):
        yield from _color((*loc, "fill", "colors", number), name, known)
    if isinstance(fill, str):
        yield from _color((*loc, "fill"), fill, known)
    for number, way in enumerate(background.photos):
        several = isinstance(background.photo, tuple)
        yield from _photo((*loc, "photo", number) if several else (*loc, "photo"), way, known)
    for number, art in enumerate(background.pieces):
        where = (*loc, "art", number) if isinstance(background.art, tuple) else (*loc, "art")
        yield from unknown_files((*where, "file"), art, known)
        yield from _tint((*where, "tint"), art.tint, known)
        yield from _color((*where, "grain", "color"), art.grain.color if art.grain else None, known)
    if background.figure is not None:
        yield from _color((*loc, "figure", "color"), background.figure.color, known)
        if background.figure.style not in known.styles:
            yield (*loc, "figure", "style"), "type style", background.figure.style, known.styles
    for where, name in tile_colors((*loc, "tiles"), background.tiles):
        yield from _color(where, name, known)


def tile_slots(loc: Loc, given: tuple[Tiles, ...] | Tiles) -> Iterator[tuple[Loc, str]]:
    """Every slot that large tiles show, or that fields are left out beside, and where."""
    for number, use in enumerate(given if isinstance(given, tuple) else (given,)):
        here = (*loc, number) if isinstance(given, tuple) else loc
        where = (*here, "large")
        if use.unless is not None:
            yield (*here, "unless"), use.unless
        if use.large:
            yield (*where, "from"), use.large.from_
        if use.large and use.large.under:
            yield (*where, "under"), use.large.under


def tile_colors(loc: Loc, given: tuple[Tiles, ...] | Tiles) -> Iterator[tuple[Loc, str]]:
    """Every name of a colour in fields of tiles, and where it is or would be written."""
    for number, use in enumerate(given if isinstance(given, tuple) else (given,)):
        where = (*loc, number) if isinstance(given, tuple) else loc
        for tier in ("main", "second", "third"):
            if tier in use.model_fields_set:
                yield from (((*where, tier, place), name) for place, name in enumerate(getattr(use, tier)))
            else:
                yield from ((where, name) for name in getattr(use, tier))
        if use.large:
            yield (*where, "large", "color"), use.large.color
            yield (*where, "large", "ground"), use.large.ground


def unknown_files(loc: Loc, use: ArtUse, known: BrandNames) -> Iterator[Fault]:
    """The files of art that the brand does not have."""
    for number, file in enumerate(use.files):
        if not any(each in known.art for each in matching(file, known.art, known.sets)):
            yield ((*loc, number) if isinstance(use.file, tuple) else loc), "art", file, known.art


def _photo(loc: Loc, way: PhotoUse, known: BrandNames) -> Iterator[Fault]:
    yield from _color((*loc, "veil"), way.veil, known)
    several = isinstance(way.tone, tuple)
    for number, name in enumerate(way.colors):
        yield from _color((*loc, "tone", number) if several else (*loc, "tone"), name, known)
    for field, formed in way.forms:
        where = (*loc, *field.split("/"))
        if formed.form not in FORMS and formed.form not in known.art:
            yield (*where, "form"), "art", formed.form, (*FORMS, *known.art)
        if isinstance(formed, Backing):
            yield from _color((*where, "color"), formed.color, known)
        elif isinstance(formed, Mask) and formed.border:
            yield from _color((*where, "border", "color"), formed.border.color, known)
    for number, scrim in enumerate(way.scrims):
        where = (*loc, "scrim", number) if isinstance(way.scrim, tuple) else (*loc, "scrim")
        yield from _color((*where, "color"), scrim.color, known)


def _number(loc: Loc, use: NumberUse, known: BrandNames) -> Iterator[Fault]:
    if use.style not in known.styles:
        yield (*loc, "style"), "type style", use.style, known.styles
    for field in ("color", "rest", "text_color"):
        yield from _color((*loc, field), getattr(use, field), known)


def _emphasis(loc: Loc, emphasis: Emphasis | None, known: BrandNames) -> Iterator[Fault]:
    for field in ("color", "underline", "marker") if emphasis else ():
        yield from _color((*loc, field), getattr(emphasis, field), known)


def _node(loc: Loc, node: Node, known: BrandNames) -> Iterator[Fault]:
    yield from _color((*loc, "fill"), node.fill, known)
    yield from _color((*loc, "border", "color"), node.border.color if node.border else None, known)
    if node.text is not None:
        if node.text.style not in known.styles:
            yield (*loc, "text", "style"), "type style", node.text.style, known.styles
        yield from _color((*loc, "text", "color"), node.text.color, known)
        yield from _emphasis((*loc, "text", "emphasis"), node.text.emphasis, known)
        for number, name in enumerate(node.text.blocks):
            yield from _color((*loc, "text", "blocks", number), name, known)
    if node.held is not None:
        if node.held.file not in known.art:
            yield (*loc, "held", "file"), "art", node.held.file, known.art
        yield from _tint((*loc, "held", "tint"), node.held.tint, known)
        yield from _color((*loc, "held", "on"), node.held.on, known)
    if node.number is not None:
        yield from _number((*loc, "number"), node.number, known)
    if node.logo is not None and known.logos and node.logo.name not in known.logos:
        yield (*loc, "logo", "name"), "logo", node.logo.name, known.logos
    if node.icon is not None:
        if node.icon.file is not None and node.icon.file not in known.art:
            yield (*loc, "icon", "file"), "art", node.icon.file, known.art
        yield from _tint((*loc, "icon", "tint"), node.icon.tint, known)
    if node.rule is not None:
        yield from _color((*loc, "rule", "color"), node.rule.color, known)
    kind = "column" if node.column else "row" if node.row else "grid"
    for number, child in enumerate(node.children):
        yield from _node((*loc, kind, number), child, known)
