"""The forms of an infographic beside the list that a design draws: with the type of that list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.brand.boxes import Node
from builder.brand.design import Design
from builder.brand.identity import Art
from builder.brand.textuse import TextUse
from builder.brand.variants import layers
from builder.layout.art import icon_tinting
from builder.layout.cards.boxes import ArtBox, Boxed, Column, Spacer
from builder.layout.cards.medals import Medal, WheelBox
from builder.layout.cards.rows import Grid, Row
from builder.layout.cards.setting import Setting, SlotWords
from builder.layout.cards.steps import Around, Compared, Side, Step, Trail
from builder.layout.cards.textbox import TextBox
from builder.record import Record, replace

# Of an item that `each` repeats: how it is drawn, with which corners, and what a side says.
FORM, CORNERS, POINTS = "form", "corners", "points"
OF_FORMS = (FORM, CORNERS, POINTS, "title", "text", "number", "icon")  # the slots of items that forms read
_ROOM, _ROUND = 0.02, 0.02  # of the short side: above and below, and corners where a look has round ones
_DISC, _SMALL, _WHEEL = 0.12, 0.062, 0.46  # of the short side: discs of a path, beside words, a wheel
_LARGER = 1.35  # times the size of a step's sentence: that of a point, which stands without one
_SIDES = ("secondary-soft", "accent-soft")  # the grounds of two sides
_LEVEL = ("landscape", "wide", "strip")


def form_of(items: Sequence[SlotWords]) -> str:
    """The form that items of a spec ask for; empty if they are drawn as the design has it."""
    form = items[0].get(FORM) if items else ""
    return form if isinstance(form, str) else ""


def drawn_as(form: str, node: Node, items: Sequence[SlotWords], drawing: Drawing) -> Boxed | None:
    """The items in a form, in the type that the design's boxes give to their title, text and number."""
    room = Spacer(_ROOM * drawing.setting.canvas.short)
    return Column([room, _FORMS[form](_Maker(node, drawing, str(items[0].get(CORNERS))), items), room], 0.0)


def corners_of(design: Design) -> str:
    """What corners the panels of a design have: `round`, or `square`; empty if there are no panels."""
    bodies = (layer.body for _, layer in layers(design) if layer.body is not None)
    panels = [node for body in bodies for node in _nodes(body) if node.fill]
    if any(panel.round or panel.cut for panel in panels):
        return "round"
    return "square" if panels else ""


class Drawing(Record):
    """What is drawn with what: the setting, and the slots that are left out for want of room."""

    setting: Setting
    without: frozenset[str]


class _Maker:
    """Boxes of the words of single items."""

    def __init__(self, node: Node, drawing: Drawing, corners: str) -> None:
        self.setting, self.without = drawing.setting, drawing.without
        self.short = self.setting.canvas.short
        self.is_level = self.setting.canvas.shape in _LEVEL
        nodes = tuple(_nodes(node))
        self.is_square = corners == "square"
        self.radius = _ROUND * self.short if corners == "round" else 0.0
        self.texts = {each.text.from_: each.text for each in nodes if each.text}
        self.tint = next((each.icon.tint for each in nodes if each.icon), None)

    def text(
        self, slot: str, item: SlotWords, setting: Setting | None = None, **other: object
    ) -> TextBox | None:
        """The words of a slot, in the design's type for it."""
        use = self.texts.get(slot, TextUse.model_validate({"from": slot, "style": "text"}))
        use = use.model_copy(update=other)
        setting = setting or self.setting
        words = setting.text(use, item) if item.get(slot) else ""
        if not words or (slot in self.without and use.optional):
            return None
        return TextBox(setting, use, words, setting.paragraph(use, words), of_item=True)

    def words(self, item: SlotWords) -> Boxed:
        """The title of a step and its sentence under it."""
        boxes = [box for box in (self.text("title", item), self.text("text", item)) if box is not None]
        return Column(boxes, 0.008 * self.short)

    def medal(self, item: SlotWords, *, bare: bool = False) -> Medal:
        """The number of a step, and its icon unless that is shown elsewhere."""
        setting, brand = self.setting, self.setting.brand
        disc = setting.on(brand.shape("accent", *setting.grounds))
        icon = None if bare else self.art(item)
        tint = icon_tinting(None, icon, brand, disc.text_color, *disc.grounds) if icon else None
        badge = replace(setting, grounds=(setting.text_color,), text_color=setting.ground)
        number = self.text(
            "number", item, badge if icon else disc, color=None, align="centre", lines=1, optional=False
        )
        fill = setting.text_color if icon else None
        return Medal(number, disc.ground, icon, tint, fill, self.is_square, setting.rtl)

    def art(self, item: SlotWords) -> Art | None:
        """The icon that an item names."""
        name = item.get("icon")
        return self.setting.brand.art.get(f"art/icons/{name}.svg") if name else None


def _path(make: _Maker, items: Sequence[SlotWords]) -> Boxed:
    setting, short = make.setting, make.short
    road = setting.brand.color(setting.brand.shape("accent-soft", *setting.grounds))
    words, medals = [make.words(item) for item in items], [make.medal(item) for item in items]
    return Trail(words, medals, road, _DISC * short, 0.03 * short, make.is_level, setting.rtl)


def _wheel(make: _Maker, items: Sequence[SlotWords]) -> Boxed:
    short, rtl = make.short, make.setting.rtl
    wheel = WheelBox([make.medal(item) for item in items], _WHEEL * short)
    steps = [Step(make.medal(item, bare=True), make.words(item), _SMALL * short, rtl) for item in items]
    if make.is_level:
        return Around(wheel, steps, 0.035 * short)
    return Column([wheel, Spacer(0.035 * short), Grid(steps, 2, 0.028 * short, rtl)], 0.0)


def _comparison(make: _Maker, items: Sequence[SlotWords]) -> Boxed:
    short, pad = make.short, 0.03 if make.is_level else 0.04
    sides = [_side(make, item, role) for item, role in zip(items, _SIDES, strict=True)]
    return Compared(sides, 0.03 * short, pad * short, make.radius, make.setting.rtl)


def _side(make: _Maker, item: SlotWords, role: str) -> Side:
    setting = make.setting.on(make.setting.brand.shape(role, *make.setting.grounds))
    use, points = make.texts.get("text"), item.get(POINTS, ())
    size = ((use and use.size) or setting.brand.styles["text"].size) * _LARGER
    mark = setting.color("accent", large=True)  # which tells where a point begins
    said = (
        make.text("text", point, setting, color=None, optional=False, size=size, lines=10)
        for point in (points if isinstance(points, tuple) else ())
    )
    return Side(_head(make, item, setting), [box for box in said if box is not None], setting.ground, mark)


def _head(make: _Maker, item: SlotWords, setting: Setting) -> Boxed:
    """The title of a side, with its icon above it, or before it where there is little height."""
    short, rtl, icon = make.short, setting.rtl, make.art(item)
    title = make.text("title", item, setting, color=None)
    assert title is not None  # no side is without
    if icon is None:
        return title
    tint = icon_tinting(make.tint, icon, setting.brand, setting.text_color, *setting.grounds)
    if make.is_level:
        art = ArtBox(icon, 0.14 * short, 0.07 * short, tint, rtl)
        return Row([art, title], [0.14, 0.86], 0.0, "centre", rtl)
    return Column([ArtBox(icon, 0.2 * short, 0.1 * short, tint, rtl), Spacer(0.02 * short), title], 0.0)


_FORMS: Mapping[str, Callable[[_Maker, Sequence[SlotWords]], Boxed]] = {
    "path": _path,
    "wheel": _wheel,
    "comparison": _comparison,
}


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)
