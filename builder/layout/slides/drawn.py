"""What slides draw for themselves, as shapes in the theme's colours: parts of a whole, and QR codes."""

from __future__ import annotations

from builder.brand.identity import Brand
from builder.brand.numbers import NumberForm
from builder.brand.roles import GIVING_WAY
from builder.brand.slideaccents import color_in
from builder.brand.slides import SlideDesign, SlideSet
from builder.color import READABLE, Color, contrast
from builder.content.deck import Placeholder
from builder.content.frame import Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.canvas import Canvas
from builder.layout.codes import squares
from builder.layout.numbers import FORMS, picture_of
from builder.layout.numbers.form import Dress, Share
from builder.qr import QUIET, modules
from builder.record import Record, replace

# The least side of a square, in pt. A slide fills a wall: seen from ten times its width, which is the back of
# a hall, a square of a hundred-and-twentieth of its height is as large as one of 0.5 mm at arm's length.
LEAST_SQUARE = 3.0
_SEEN = 3.0  # of contrast: what tells the number (WCAG 2.2, 1.4.11)
_REST = 1.7  # of contrast: the rest of the whole, so that what counts stands out
_MOST = 12  # twentieths of the lit colour that what is not lit may have
_LIGHT = 0.4  # of luminance: on darker grounds the lit colour mixes to mud
_STRETCHED = 0.52  # of its width: how high a form is that may have any height
_CORNER = 0.6  # of the quiet zone: how round the plate of a code is


class ShapeDrafter(Record):
    """Draws on the slides of a brand."""

    brand: Brand
    slides: SlideSet
    canvas: Canvas
    rtl: bool

    def figure(
        self, design: SlideDesign, holder: Placeholder, form: NumberForm, share: Share
    ) -> tuple[Path, ...]:
        """A part of a whole in the room of a box, in the form that is asked for, or as a bar."""
        ground, ink = self._ground(design), self._ink(design)
        asked = next((box.color for box in design.boxes if box.holds == "figure" and box.color), None)
        colors = [self.brand.color(asked)] if asked else self._accents()
        lit = next((each for each in colors if contrast(each, ground) >= _SEEN), ink)
        tone, clear = next(
            (color, share / 20)
            for color in ((lit, ink) if ground.luminance > _LIGHT else (ink,))
            for share in range(3, 21)
            if contrast(ground.mix(color, share / 20), ground) >= _REST and (color == ink or share <= _MOST)
        )
        rest = ground.mix(tone, clear)
        drawing, drawn = picture_of(form, share)
        dress = Dress(lit, rest, ground, ink, self.canvas, self.rtl)
        ratio, stretches = drawing.height(drawn, holder.box.h), FORMS[form].stretches
        if stretches:  # what stands for a stack of bars, such as a rule, is no thin line in its box
            ratio = max(ratio, min(_STRETCHED, holder.box.h / holder.box.w))
        room = _room(holder, ratio, self.rtl, foot=stretches)
        items = drawing.draw(drawn, room, dress)
        paths = [each for each in items if isinstance(each, Path)]
        # What is not lit is seen through: its colour is one of the theme's.
        return tuple(
            replace(each, fill=tone, opacity=clear) if each.fill == rest and lit != rest else each
            for each in paths
        )

    def code(self, design: SlideDesign, box: Box, address: str) -> tuple[tuple[Path, ...], float]:
        """A QR code on its plate in a box, and the side of its squares in pt."""
        code = modules(address)
        across = len(code) + 2 * QUIET
        side = min(box.w, box.h) / across
        plate = Box(box.x, box.y, side * across, side * across)
        if self.rtl:
            plate = Box(box.right - plate.w, box.y, plate.w, plate.h)
        light, dark = self._pair(self._ground(design))
        inner = plate.inset(*([QUIET * side] * 4))
        back = Path(rounded(plate, _CORNER * QUIET * side), fill=light)
        return (back, Path(tuple(squares(code, inner.x, inner.y, side)), fill=dark)), side

    def _pair(self, ground: Color) -> tuple[Color, Color]:
        """The light and the dark of a code: the theme's; where the ground is dark, it has a plate."""
        themed = sorted(
            {color_in(self.brand.palette, name) for name in self._themed}, key=lambda each: each.luminance
        )
        lights = [ground, *reversed(themed)]
        pairs = ((light, dark) for light in lights for dark in themed if dark.luminance < light.luminance)
        return next(pair for pair in pairs if contrast(*pair) >= READABLE)

    def _accents(self) -> list[Color]:
        return [self.brand.color(role) for role in GIVING_WAY if self.brand.roles[role] in self._themed]

    @property
    def _themed(self) -> frozenset[str]:
        return frozenset(self.slides.theme.values())

    def _ground(self, design: SlideDesign) -> Color:
        return self.brand.color(self.slides.grounds[design.ground].fill)

    def _ink(self, design: SlideDesign) -> Color:
        return self.brand.color(self.slides.grounds[design.ground].text)


def _room(holder: Placeholder, ratio: float, rtl: bool, *, foot: bool) -> Box:
    """The largest box of a height to width in that of a holder, at the side that its words begin at.

    It stands in the middle of its height, or at its foot.
    """
    box = holder.box
    width = min(box.w, box.h / ratio)
    start = {"start": 0.0, "center": 0.5, "end": 1.0}[holder.align]
    left = box.x + (box.w - width) * (1 - start if rtl else start)
    above = (box.h - width * ratio) * (1.0 if foot else 0.5)
    return Box(left, box.y + above, width, width * ratio)
