"""A design's boxes, filled with one card's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.boxes import IconUse, LogoUse, Node
from builder.brand.textuse import TextUse
from builder.layout.art import icon_tinting
from builder.layout.cards.beside import Beside
from builder.layout.cards.blankbox import blank_box
from builder.layout.cards.blockbox import BlockBox
from builder.layout.cards.bordered import bordered
from builder.layout.cards.boxes import (
    ArtBox,
    Boxed,
    Column,
    Measured,
    Panel,
    Room,
    RuleBox,
    Spacer,
    is_gap,
)
from builder.layout.cards.clearance import kept_clear
from builder.layout.cards.codebox import code_box
from builder.layout.cards.cut import CutPanel
from builder.layout.cards.edges import Bled, Levelled, Turned, levelled_sides, run_on, slopes
from builder.layout.cards.fitbox import FitBox
from builder.layout.cards.heldbox import held_box, held_setting
from builder.layout.cards.logobox import LogoBox
from builder.layout.cards.numberbox import number_box
from builder.layout.cards.rows import Grid, Row
from builder.layout.cards.setting import Setting, SlotWords
from builder.layout.cards.standing import standing
from builder.layout.cards.stepforms import Drawing, drawn_as, form_of
from builder.layout.cards.steps import Around, Compared, Step, Trail
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.verticalbox import VerticalBox
from builder.record import replace
from builder.text.vertical import can_stand

QR, NUMBER = "qr", "the number"  # what a code and a number are called that may be left out
_INTO = 0.7  # of a panel's pad: how far a mark may hang into it
_APART = 0.025  # of the short side: the least room between what a spacer parts


def grown(node: Node, setting: Setting, without: frozenset[str]) -> Boxed | None:
    """The box of a node and of all in it; None if nothing of it is there."""
    box = _Grower(setting, without).box(node, {})
    return box and kept_clear(box)


def optional_slots(node: Node) -> tuple[str, ...]:
    """The slots that may be left out for want of room, the first to go first."""
    own = list[str]()
    if node.pin is not None:
        return ()
    if node.text is not None and node.text.optional:
        own = [node.text.from_]
    if node.logo is not None and node.logo.optional:
        own = [f"logo {node.logo.name}"]
    if node.qr is not None and node.qr.optional:
        own = [QR]
    if node.number is not None and node.number.optional:
        own = [NUMBER]
    if node.held is not None and node.held.optional:
        return (f"held {node.held.file}",)
    inner = [slot for child in node.children for slot in optional_slots(child)]
    return tuple(dict.fromkeys([*own, *inner]))


def optional_words(node: Node) -> tuple[str, ...]:
    """Those of them that are words."""
    words = (slot for slot in optional_slots(node) if not slot.startswith(("logo ", "held ")))
    return tuple(slot for slot in words if slot not in (QR, NUMBER))


def shown(box: Boxed) -> Sequence[TextBox]:
    """The texts in a box, which are looked for once: much is asked of a card's headline."""
    if not isinstance(box, Measured):
        return tuple(_texts(box))
    if "texts" not in box.noted:
        box.noted["texts"] = tuple(_texts(box))
    texts: tuple[TextBox, ...] = box.noted["texts"]
    return texts


def _texts(box: Boxed) -> Iterator[TextBox]:
    if isinstance(box, TextBox):
        yield box
    elif isinstance(box, Panel | Bled | Turned | Levelled | Beside):
        yield from _texts(box.inner)
    elif isinstance(box, (Row, Column, Grid, Trail, Around, Step, Compared)):
        for child in box.boxes:
            yield from _texts(child)


class _Grower:
    def __init__(self, setting: Setting, without: frozenset[str]) -> None:
        self.setting, self.without = setting, without
        self.short = setting.canvas.short

    def box(self, node: Node, words: SlotWords) -> Boxed | None:
        if node.held is not None and f"held {node.held.file}" in self.without:
            return None
        if (node.when or node.unless) and not node.is_there(self._said(words)):
            return None
        grower, fill = self, None
        if node.fill is not None:
            brand = self.setting.brand
            name = brand.shape(node.fill, *self.setting.grounds)
            grower, fill = _Grower(self.setting.on(name), self.without), brand.color(name)
        if node.fill is not None or node.border is not None:
            edge = node.border.weight if node.border else 0.0
            within = replace(grower.setting, hang=max(_INTO * node.pad - edge, 0.0) * self.short)
            grower = _Grower(within, self.without)
        if node.held is not None:
            grower = _Grower(held_setting(node.held, self.setting), self.without)
        inside = grower._standing(node, words)
        if inside is None:
            return None
        if node.held is not None:
            inside = held_box(node.held, self.setting, inside)
        pad, radius = node.pad * self.short, node.round * self.short
        level = isinstance(inside, Levelled)
        if node.bleed:
            padded = Panel(inside, pad, None, 0.0) if pad else inside
            sides = levelled_sides(node.bleed) if level else node.bleed
            bled = run_on(padded, sides, self.setting, over=_may_be_cut(node))
            inside = replace(bled, fill=fill, radius=radius)
        elif fill and node.cut:
            canvas, crest = self.setting.canvas, self.setting.brand.crest
            inside = CutPanel(inside, pad, fill, 0.0, node.cut, canvas, self.setting.rtl, crest)
        elif fill or pad or node.border:
            inside = bordered(Panel(inside, pad, fill, radius), node.border, self.setting)
        return Levelled(inside) if level else inside

    def _said(self, words: SlotWords) -> SlotWords:
        """The card's words, and those of an item, but for what is left out for want of room."""
        both = {**self.setting.words, **words}
        return {slot: said for slot, said in both.items() if slot not in self.without}

    def _standing(self, node: Node, words: SlotWords) -> Boxed | None:
        """What a box is without its ground, turned if it is to be.

        Letters that slope stay level, and those that are written downwards stand upright.
        """
        if node.turn is None:
            return self._bare(node, words)
        inside = _Grower(replace(self.setting, turned=True), self.without)._bare(node, words)
        if inside is None:
            return None
        texts = shown(inside)
        if upright := standing(texts):
            return upright
        if slopes(texts):
            level = self._bare(node, words)
            return level and Levelled(level)
        degrees = -node.turn if self.setting.rtl else node.turn
        return Turned(inside, degrees, any(isinstance(text, FitBox) for text in texts))

    def _bare(self, node: Node, words: SlotWords) -> Boxed | None:
        if node.text is not None:
            text = self._text(node.text, words)
            level = text is not None and node.text.vertical and not isinstance(text, VerticalBox)
            return Levelled(text) if text and level else text
        if node.icon is not None:
            return self._icon(node.icon, words)
        if node.number is not None:
            left_out = node.number.optional and NUMBER in self.without
            return None if left_out else number_box(node.number, self.setting, words)
        if node.qr is not None:
            return None if QR in self.without else code_box(node.qr, self.setting, words)
        if node.children:
            return self._group(node, words)
        return self._plain(node)

    def _plain(self, node: Node) -> Boxed | None:
        setting, short = self.setting, self.short
        if node.blank is not None:
            return blank_box(node.blank, setting)
        if node.logo is not None:
            return self._logo(node.logo)
        if node.rule is not None:
            width = node.rule.width * short if node.rule.width else None
            color = setting.line(node.rule.color)
            upright, weight = node.rule.upright, node.rule.weight * short
            return RuleBox(width, weight, color, setting.rtl, upright, node.rule.stroke)
        if node.slot is not None:
            return Room(node.slot.width * short, node.slot.height * short)
        if node.spacer is not None:
            return Spacer(None if node.spacer.size is None else node.spacer.size * short)
        return None

    def _logo(self, use: LogoUse) -> Boxed | None:
        if f"logo {use.name}" in self.without:
            return None
        if use.name not in self.setting.brand.logos:  # the brand has none: its place holds nothing
            return Room(0, 0)
        versions, setting = self.setting.logo(use.name), self.setting
        width, height = use.width * self.short, use.height * self.short
        return LogoBox(use.name, versions, width, height, setting.room.h, setting.canvas, setting.rtl)

    def _text(self, use: TextUse, words: SlotWords) -> TextBox | None:
        text = self.setting.text(use, words)
        if not text or use.from_ in self.without:
            return None
        para = self.setting.paragraph(use, text)
        if use.vertical and can_stand(para):
            return VerticalBox(self.setting, use, text, para)
        kind = FitBox if use.fit else BlockBox if use.blocks else TextBox
        return kind(self.setting, use, text, para, use.from_ in words)

    def _icon(self, use: IconUse, words: SlotWords) -> Boxed | None:
        named = words.get(use.from_ or "") or self.setting.words.get(use.from_ or "")
        art = self.setting.brand.art.get(f"art/icons/{named}.svg" if named else use.file or "")
        if art is None:
            return None
        setting = self.setting
        tint = icon_tinting(use.tint, art, setting.brand, setting.text_color, *setting.grounds)
        side = use.height * self.short
        return ArtBox(art, side * 2, side, tint, self.setting.rtl)

    def _group(self, node: Node, words: SlotWords) -> Boxed | None:
        if node.each is not None and (form := form_of(items := self._items(node.each))):
            return drawn_as(form, node, items, Drawing(self.setting, self.without))
        pairs = [(child, box) for child, box in self._children(node, words) if box is not None]
        if all(is_gap(box) for _, box in pairs):
            return None
        boxes, gap = _kept_apart([box for _, box in pairs], _APART * self.short), node.gap * self.short
        if node.row is not None:
            return Row(boxes, [child.width for child, _ in pairs], gap, node.align, self.setting.rtl)
        if node.grid is not None:
            return Grid(boxes, node.columns, gap, self.setting.rtl)
        return Column(boxes, gap, node.align)

    def _children(self, node: Node, words: SlotWords) -> Sequence[tuple[Node, Boxed | None]]:
        items: Sequence[SlotWords] = [words]
        if node.each is not None:
            items = self._items(node.each)
        flowing = [child for child in node.children if child.pin is None]
        return [(child, self.box(child, item)) for item in items for child in flowing]

    def _items(self, slot: str) -> Sequence[SlotWords]:
        found = self.setting.words.get(slot, ())
        return found if isinstance(found, tuple) else ()


def _may_be_cut(node: Node) -> bool:
    """Whether the edge of the canvas may cut what is inside: a line, a drawing, or a number's picture."""
    return bool(node.rule or node.held) or (node.number is not None and not node.number.figure)


def _kept_apart(boxes: Sequence[Boxed], least: float) -> list[Boxed]:
    """The boxes, where a spacer that may shrink to nothing still parts its neighbours."""
    apart = list(boxes)
    for number, box in enumerate(boxes):
        around = boxes[max(number - 1, 0) : number + 2]
        alone = len(around) == 3 and sum(isinstance(one, Spacer) for one in around) == 1
        if isinstance(box, Spacer) and box.size is None and alone and box.is_empty:
            apart[number] = replace(box, least=least)
    return apart
