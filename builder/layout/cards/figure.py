"""Letters drawn as art: as large as the design has them, or smaller where words would stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.figures import FigureUse
from builder.brand.textuse import TextUse
from builder.color import Color
from builder.content.frame import Item, Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import moved
from builder.layout.cards.madeout import made_out
from builder.layout.cards.remarks import SlotRemark, quoted
from builder.layout.cards.setting import Setting
from builder.layout.cards.traced import ink_of, traced
from builder.record import Record

_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # of the height that a design asks for
_SEEN = 1.8  # of contrast: as large as they are, letters are told from their ground by lightness
_AIR = 0.02  # of the short side, between letters and words


class Figure(Record):
    """The letters in their place, if they have one."""

    paths: tuple[Path, ...] = ()
    slot: str = ""  # whose words have no room
    words: str = ""


def figure_behind(use: FigureUse | None, setting: Setting, items: Sequence[Item]) -> Figure:
    """The figure of a design behind what stands on it; nothing where its slot is empty."""
    text = TextUse(from_=use.from_, style=use.style) if use else None
    words = setting.text(text, {}) if text else ""
    if use is None or text is None or not words:
        return Figure()
    curve = tuple(traced(setting.paragraph(text, words)))
    ink = ink_of(curve)
    air = _AIR * setting.canvas.short
    taken = [item.box.inset(-air, -air, -air, -air) for item in items if isinstance(item, Text)]
    for share in _SIZES:
        place = _place(use, ink, share, setting)
        if not any(place.overlaps(box) for box in taken):
            by = place.h / ink.h
            steps = moved(curve, (by, 0.0, 0.0, by, place.x - ink.x * by, place.y - ink.y * by))
            return Figure((Path(steps, _color(use.color, setting), opacity=use.opacity),))
    return Figure((), use.from_, words)


def crowded_figure(figure: Figure) -> Iterator[SlotRemark]:
    """A note if words leave a figure no room."""
    if figure.slot:
        message = f"{quoted(figure.words)} is not drawn large: the words beside it leave it no room"
        yield SlotRemark(figure.slot, figure.words, message, "fewer words would leave it some")


def _color(name: str, setting: Setting) -> Color:
    """Its colour; a role that only its hue tells from the ground, as yellow is from cream, gives way."""
    brand = setting.brand
    return made_out(name, setting, _SEEN) or brand.color(brand.shape(name, *setting.grounds))


def _place(use: FigureUse, ink: Box, share: float, setting: Setting) -> Box:
    """Where its ink stands at a share of its size."""
    canvas, short = setting.canvas, setting.canvas.short
    high = use.height * short * share
    if use.width:
        high = min(high, use.width * short * ink.h / ink.w)
    wide = high * ink.w / ink.h
    right = 1.0 if "right" in use.anchor else 0.0 if "left" in use.anchor else 0.5
    down = 1.0 if "bottom" in use.anchor else 0.0 if "top" in use.anchor else 0.5
    x = (canvas.width - wide) * right + use.shift[0] * short * share
    y = (canvas.height - high) * down + use.shift[1] * short * share
    return Box(canvas.width - x - wide if setting.rtl else x, y, wide, high)
