"""Words on their grounds: those that a design or a slide asks for, and that cannot be read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.brand.boxes import Node
from builder.brand.colors import STAND_IN
from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, tile_slots
from builder.brand.findings import Findings, placed
from builder.brand.roles import ON, Faint, words_on
from builder.brand.slots import PHOTO
from builder.brand.tiles import Tiles
from builder.brand.variants import layers
from builder.color import READABLE, READABLE_LARGE, Color, contrast, difference, ratio_text, readable_like
from builder.errors import Place, Problem
from builder.record import Record
from builder.source import Loc
from builder.source.validate import listed


class Words(Record):
    """Words in a colour on a ground, both by the names that they are asked for by."""

    color: str
    ground: str
    needed: float
    slot: str = ""  # of a design
    alone: bool = False  # whether nothing but the ground lies behind them, whatever the canvas


def words_of(design: Design, known: BrandNames) -> Iterator[tuple[Loc, Words]]:
    """All words of a design, on each of its grounds; not those on a photograph."""
    for loc, layer in layers(design):
        background = layer.background or design.background
        if (layer.background is None and layer.body is None) or (
            background.is_covered and PHOTO in design.needs
        ):
            continue
        at, body = ((*loc, "body"), layer.body) if layer.body else (("body",), design.body)
        own = layer.text_color or design.text_color or known.ink(background.grounds)
        alone = (
            isinstance(background.fill, str)
            and not background.photos
            and all(piece.yields for piece in background.pieces)
        )
        grounds = (_Ground(name, alone) for name in background.grounds)
        yield from dict.fromkeys(each for ground in grounds for each in _words(at, body, own, ground, known))
        if layer.background is not None:
            yield from _in_tiles((*loc, "background", "tiles"), layer.background.tiles, known)


def _in_tiles(
    loc: Loc, given: tuple[Tiles, ...] | Tiles, known: BrandNames
) -> Iterator[tuple[Loc, Words]]:
    for at, slot in tile_slots(loc, given):
        use = given[int(at[len(loc)])] if isinstance(given, tuple) else given
        if use.large:
            color = use.large.color
            yield at, Words(words_on(color, known.roles), color, READABLE, slot, alone=True)


class _Ground(Record):
    name: str
    alone: bool


def _words(loc: Loc, node: Node, own: str, ground: _Ground, known: BrandNames) -> Iterator[tuple[Loc, Words]]:
    if node.held:
        name = node.held.ground
        own, ground = words_on(name, known.roles), _Ground(name, alone=True)
    if node.fill:
        own, ground = words_on(node.fill, known.roles), _Ground(node.fill, alone=True)
    if node.text is not None:
        display = known.styles[node.text.style] == "display"
        where = (*loc, "text", "color") if node.text.color else (*loc, "text")
        needed = READABLE_LARGE if display else READABLE
        bars = [(words_on(name, known.roles), _Ground(name, alone=True)) for name in node.text.blocks]
        for usual, there in bars or [(own, ground)]:
            yield where, Words(node.text.color or usual, there.name, needed, node.text.from_, there.alone)
    if node.number is not None and node.number.figure:
        where = (*loc, "number", "text_color") if node.number.text_color else (*loc, "number")
        yield where, Words(node.number.text_color or own, ground.name, READABLE_LARGE, "value", ground.alone)
    kind = "column" if node.column else "row" if node.row else "grid"
    for number, child in enumerate(node.children):
        yield from _words((*loc, kind, number), child, own, ground, known)


class Contrasts:
    """What has been asked for so far, so that each colour is told once."""

    def __init__(self, known: BrandNames, given: Mapping[str, Place], faint: Mapping[str, Faint]) -> None:
        """`given` are the roles that the file names, and where."""
        self._known, self._given, self._faint = known, given, faint
        self._grounds: dict[str, list[Place]] = {}
        self._lost: dict[str, list[tuple[Words, Place]]] = {}  # by colour
        self._ordered: dict[tuple[str, str], list[tuple[Words, Place]]] = {}  # by colour and ground

    def ask(self, words: Words, place: Place) -> None:
        """Note words that something shows."""
        if words.color.startswith(ON):
            self._grounds.setdefault(words.ground, []).append(place)
        elif words.color in self._given and self._told(words.ground) and self._ratio(words) < words.needed:
            self._lost.setdefault(words.color, []).append((words, place))
        elif self._is_order(words) and words.alone and self._ratio(words) < READABLE_LARGE:
            self._ordered.setdefault((words.color, words.ground), []).append((words, place))

    def tell(self, findings: Findings) -> None:
        """Note each ground on which nothing is read, and each role that is not read where it is asked for."""
        for ground, places in self._faint_grounds().items():
            self._tell_ground(ground, places, findings)
        for color, lost in self._lost.items():
            self._tell_role(color, lost, findings)
        for ordered in self._ordered.values():
            self._tell_order(ordered, findings)

    def _faint_grounds(self) -> dict[str, list[Place]]:
        """The grounds on which nothing is read, with their places; roles of one colour are one."""
        first: dict[Color, str] = {}
        places: dict[str, list[Place]] = {}
        grounds = [name for name in self._grounds if name in self._faint]
        for ground in sorted(grounds, key=lambda name: name not in self._given):
            known = first.setdefault(self._known.palette[ground], ground)
            places.setdefault(known, []).extend(self._grounds[ground])
        return {name: places[name] for name in self._grounds if name in places}

    def _tell_ground(self, ground: str, places: list[Place], findings: Findings) -> None:
        faint = self._faint[ground]
        message = (
            f"no colour of the brand can be read on {self._said(ground)}: the best, {self._said(faint.best)},"
            f" has {ratio_text(faint.ratio)}, not {READABLE:g}:1;"
            f" {faint.instead.hex} is taken in {placed(places)}"
        )
        colors = self._known.palette
        near = readable_like(colors[ground], colors[faint.best], READABLE)
        hint = (
            f"{near.hex} in its place would carry {self._said(faint.best)};"
            f" to take other words, write `{ON}{ground}: …` under defaults.packbuild.roles"
        )
        findings.warn(self._given.get(ground, places[0]), message, hint)

    def _tell_role(self, color: str, lost: list[tuple[Words, Place]], findings: Findings) -> None:
        worst = min((words for words, _ in lost), key=lambda words: self._ratio(words) / words.needed)
        grounds = dict.fromkeys(words.ground for words, _ in lost if words.ground != worst.ground)
        also = f", nor on {listed(grounds)}" if grounds else ""
        ratio = f"{ratio_text(self._ratio(worst))} and not {worst.needed:g}:1"
        message = (
            f"{self._said(color)} cannot be read on {self._said(worst.ground)}, {ratio}{also};"
            f" another colour is taken in {placed([place for _, place in lost])}"
        )
        colors = self._known.palette
        near = readable_like(colors[color], colors[worst.ground], worst.needed)
        findings.warn(self._given[color], message, f"{near.hex} would reach {worst.needed:g}:1")

    def _tell_order(self, ordered: list[tuple[Words, Place]], findings: Findings) -> None:
        """An order is drawn as it is given, so that words which nobody can read are a fault."""
        words, places = ordered[0][0], [place for _, place in ordered]
        slots = listed(list(dict.fromkeys(each.slot for each, _ in ordered)), "and")
        also = f", in {placed(places)}" if places[1:] else ""
        message = (
            f"the words of {slots} cannot be read: {self._said(words.color)} on {self._said(words.ground)}"
            f" has {ratio_text(self._ratio(words))}, not {words.needed:g}:1{also}"
        )
        findings.problems.append(Problem(message, places[0], self._instead(words), findings.unread))

    def _instead(self, words: Words) -> str:
        """The colours that can be read there: the nearest that the brand has, and what is read on any."""
        colors = self._known.palette
        read = [name for name in colors if contrast(colors[name], colors[words.ground]) >= words.needed]
        own = [name for name in read if not name.startswith(ON)]
        near = min(own, key=lambda name: difference(colors[name], colors[words.color]), default="")
        always = f"`{ON}{words.ground}` is what the brand has for words there"
        return f"`{near}` ({colors[near].hex}) would do; {always}" if near else always

    def _is_order(self, words: Words) -> bool:
        """Whether a colour is asked for by its own name, and known, as its ground is."""
        known = (self._known.palette[name] is not STAND_IN for name in (words.color, words.ground))
        return words.color not in self._known.roles and all(known)

    def _told(self, ground: str) -> bool:
        """Whether the brand has a say in the ground: it is no tint of the program's own."""
        return self._known.roles.get(ground) != ground or ground in self._given

    def _ratio(self, words: Words) -> float:
        return contrast(self._known.palette[words.color], self._known.palette[words.ground])

    def _said(self, name: str) -> str:
        return f"`{name}` ({self._known.palette[name].hex})"
