"""The box of a QR code: dark squares on a light plate, with the light around them that readers ask for."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from builder.brand.codes import SLOT, CodeUse
from builder.color import Color, contrast
from builder.content.frame import Fill, Item, Path
from builder.geometry.box import Box
from builder.layout.cards.boxes import Bare
from builder.layout.cards.setting import Setting, SlotWords, TextTrouble, Trial
from builder.layout.codes import squares
from builder.qr import QUIET, Modules, modules, read_from

# The least side of a square. Four readers saw codes of 4 px in a story that was halved and recompressed, and
# codes of .4 mm on pages rendered at 150 dpi.
_LEAST = {"px": 4.0, "pt": 0.4 / 25.4 * 72}
_CONTRAST = 7.0  # of squares and plate: ZBar saw none of dark squares on coral, whose contrast is 4.8
_SHOWN = {"px": (1.0, "px"), "pt": (25.4 / 72, "mm")}
_DARK = ("foreground", "primary", "background")
_LIGHT = ("background", "surface", "foreground")
_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)


def code_box(use: CodeUse, setting: Setting, words: SlotWords) -> CodeBox | None:
    """The box of a code; None if the card has no address."""
    address = words.get(SLOT) or setting.words.get(SLOT)
    if not isinstance(address, str) or not address:
        return None
    return CodeBox(use, setting, modules(read_from(address, use.medium)))


@dataclass(frozen=True)
class CodeBox(Bare):
    """A code of as large squares as its size allows, whole pixels where there are any."""

    use: CodeUse
    setting: Setting
    code: Modules

    @property
    def _across(self) -> int:
        """How many squares it is wide, the light around it among them."""
        return len(self.code) + 2 * QUIET

    @property
    def _module(self) -> float:
        """The side of a square, in the canvas's unit."""
        side = self.use.size * self.setting.canvas.short / self._across
        return float(int(side)) if self.setting.canvas.unit == "px" else side

    @property
    def _least(self) -> float:
        """The least side of a square that readers see."""
        return _LEAST[self.setting.canvas.unit]

    @property
    def side(self) -> float:
        """Its width and its height, with the light around it."""
        return max(self._module, 1.0) * self._across

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """Its side."""
        return self.side

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """Its side, in any width that holds it; no height will do for one that is left out as too small."""
        is_out = self.use.optional and self._module < self._least
        return self.side if width >= self.side - 1e-6 and not is_out else float("inf")

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """The plate and the squares, at the start of the box; TextTrouble if they would be too small."""
        canvas = self.setting.canvas
        if self._module < self._least:
            raise self._too_small(self._least)
        left = box.right - self.side if self.setting.rtl else box.x
        x, y = (round(left), round(box.y)) if canvas.unit == "px" else (left, box.y)
        dark, light = colors_of(self.setting)
        dots = tuple(squares(self.code, x + QUIET * self._module, y + QUIET * self._module, self._module))
        return [Fill(Box(x, y, self.side, self.side), light), Path(dots, dark, sharp=True)]

    def _too_small(self, least: float) -> TextTrouble:
        scale, unit = _SHOWN[self.setting.canvas.unit]
        needed = ceil(100 * least * self._across / self.setting.canvas.short) / 100
        return TextTrouble(
            SLOT,
            f"the squares of its QR code would be {self._module * scale:.2g} {unit} large,"
            f" and readers need {least * scale:.2g}",
            f"a shorter address has fewer squares; or give it `size: {needed:.2f}` in the design",
        )


def colors_of(setting: Setting) -> tuple[Color, Color]:
    """The colours of the squares and of the plate: dark on light, as far apart as readers need."""
    brand = setting.brand
    lights = [*setting.grounds[:1], *(brand.color(role) for role in _LIGHT), _WHITE]
    darks = [*(brand.color(role) for role in _DARK), _BLACK]
    pairs = ((dark, light) for light in lights for dark in darks if dark.luminance < light.luminance)
    return next(pair for pair in pairs if contrast(*pair) >= _CONTRAST)
