"""Boxes held by a drawing: where they stand in it, and what they are read on."""

from __future__ import annotations

from dataclasses import dataclass

from builder.brand.held import HeldUse
from builder.brand.identity import Art
from builder.color import READABLE, contrast
from builder.content.frame import Item, path_moved
from builder.geometry.box import Box
from builder.layout.art import Tint, in_box, tinting
from builder.layout.cards.boxes import Bare, Boxed
from builder.layout.cards.holding import Holding
from builder.layout.cards.setting import Setting, Trial
from builder.record import replace


def held_setting(use: HeldUse, setting: Setting) -> Setting:
    """What the boxes in a drawing share: they stand on one of its colours."""
    brand = setting.brand
    art = brand.art[use.file]
    ground = tinting(dict(use.tint), art, brand, *setting.grounds)(brand.color(use.on), use.on)
    names = [name for name in (use.ground, *brand.roles) if brand.color(name) == ground]
    words = [brand.on(name) for name in names[:1]] or [setting.text_color]
    read = (color for color in (*words, brand.color("foreground"), brand.color("background")))
    text_color = next((color for color in read if contrast(color, ground) >= READABLE), words[0])
    return replace(setting, grounds=(ground,), text_color=text_color, hang=0.0)


def held_box(use: HeldUse, setting: Setting, inner: Boxed) -> Boxed:
    """The boxes in their drawing."""
    art = setting.brand.art[use.file]
    tint = tinting(dict(use.tint), art, setting.brand, *setting.grounds)
    x, y, w, h = use.room
    hole = Box(1 - x - w if setting.rtl else x, y, w, h)
    picture = Drawing(art, tint, use.height * setting.canvas.short, setting.rtl)
    return Holding(picture, hole, (inner,), use.least)


@dataclass(frozen=True)
class Drawing(Bare):
    """A drawing that is no higher than it may be; in languages from right to left it is mirrored."""

    art: Art
    tint: Tint
    most: float
    rtl: bool

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """The width at its largest."""
        return self.most * self.art.view.w / self.art.view.h

    def height(self, width: float, trial: Trial) -> float:
        """The height in a width."""
        return min(width, self.natural(trial)) * self.art.view.h / self.art.view.w

    def room(self, box: Box, trial: Trial) -> Box:
        """Where it stands in a box: at its start."""
        width = min(box.w, self.natural(trial))
        return Box(box.right - width if self.rtl else box.x, box.y, width, self.height(width, trial))

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Its curves."""
        return self.drawn_in(self.room(box, trial))

    def drawn_in(self, box: Box) -> list[Item]:
        """Its curves in a box of its own proportions."""
        paths = in_box(self.art, box, self.tint)
        mirror = (-1.0, 0.0, 0.0, 1.0, box.x + box.right, 0.0)
        return [path_moved(path, mirror) if self.rtl else path for path in paths]
