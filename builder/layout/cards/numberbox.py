"""The box of a number: its figure, and the picture of a part of a whole."""

from __future__ import annotations

from dataclasses import dataclass

from builder.brand.measures import Align
from builder.brand.numbers import NumberUse
from builder.brand.textuse import TextUse
from builder.color import Color, contrast
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.cards.boxes import Bare, Boxed, Column, Spacer
from builder.layout.cards.holding import Holding
from builder.layout.cards.madeout import made_out
from builder.layout.cards.setting import Setting, SlotWords, Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.numbers import picture_of, share_in
from builder.layout.numbers.form import Dress, Form, Share

_SEEN = 3.0  # of contrast: what tells the number (WCAG 2.2, 1.4.11)
_REST = 1.7  # of contrast: the rest of the whole, which words tell too, so that what counts stands out
_GAP = 0.035  # of the short side, between a figure and its picture
_UNIT = "title"  # the type style of a unit on a line of its own
_SHARES = {"start": 0.0, "centre": 0.5, "end": 1.0}


def number_box(use: NumberUse, setting: Setting, words: SlotWords) -> Boxed | None:
    """The box of a number; None if there is nothing to show."""
    words = {**setting.words, **words}
    share = share_in(words)
    giant = _giant(use, setting, words) if use.figure else None
    if share is None:
        return giant
    form, drawn = picture_of(use.form, share)
    picture = Drawn(form, drawn, use, _dress(use, setting))
    if giant is None:
        return picture
    if form.hole is None:
        return Column([giant, Spacer(_GAP * setting.canvas.short), picture], 0.0)
    styles = (use, use.model_copy(update={"style": _UNIT, "size": None}))  # long figures are smaller
    figures = (
        _text(setting, each, words, "value", lines, "centre")
        for each in styles
        for lines in range(1, use.lines + 1)
    )
    return Holding(picture, form.hole, tuple(figure for figure in figures if figure), over=use.over)


def _giant(use: NumberUse, setting: Setting, words: SlotWords) -> Boxed | None:
    """The figure as large as it may be, its unit below it."""
    figure, unit = (_text(setting, use, words, slot, use.lines) for slot in ("figure", "unit"))
    if figure is None or unit is None:
        return _text(setting, use, words, "value", use.lines)
    return Column([figure, unit], 0.0)


def _text(
    setting: Setting, use: NumberUse, words: SlotWords, slot: str, lines: int, align: Align = "start"
) -> TextBox | None:
    style, size = (_UNIT, None) if slot == "unit" else (use.style, use.size)
    text = TextUse.model_construct(  # of what a design holds, which was judged as it was read
        from_=slot, style=style, lines=lines, size=size, color=use.text_color, align=align
    )
    written = setting.text(text, words)
    return TextBox(setting, text, written, setting.paragraph(text, written)) if written else None


def _dress(use: NumberUse, setting: Setting) -> Dress:
    lit = _lit(use.color, setting)
    rest = setting.brand.color(use.rest) if use.rest else _quiet(setting)
    ink, canvas = setting.text_color, setting.canvas
    crest = setting.brand.crest
    return Dress(lit, rest, setting.ground, ink, canvas, setting.rtl, use.stroke, crest)


def _lit(name: str, setting: Setting) -> Color:
    """The colour that is asked for, or the first that is made out on the ground; that of words at last."""
    return made_out(name, setting, _SEEN) or setting.text_color


def _quiet(setting: Setting) -> Color:
    """The colour of words with as much of the ground in it as lets it be made out."""
    text, ground = setting.text_color, setting.ground
    mixed = (text.mix(ground, share / 20) for share in range(15, -1, -1))
    return next((each for each in mixed if contrast(each, ground) >= _REST), text)


@dataclass(frozen=True)
class Drawn(Bare):
    """The picture of a share, no higher and no wider than the design allows."""

    form: Form
    share: Share
    use: NumberUse
    dress: Dress

    @property
    def _ratio(self) -> float:
        """Its height as a share of its width."""
        if self.form.stretches and self.use.width:
            return self.use.height / self.use.width
        return self.form.height(self.share, self.most_height)

    @property
    def most_height(self) -> float:
        """How high it may be."""
        return self.use.height * self.dress.short

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """The width at its largest."""
        widest = self.most_height / self._ratio
        return min(self.use.width * self.dress.short, widest) if self.use.width else widest

    def height(self, width: float, trial: Trial) -> float:
        """The height in a width."""
        return min(width, self.natural(trial)) * self._ratio

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Its curves."""
        return self.drawn_in(self.room(box, trial))

    def room(self, box: Box, trial: Trial) -> Box:
        """Where it stands in a box."""
        width = min(box.w, self.natural(trial), box.h / self._ratio)
        return Box(box.x + (box.w - width) * self._start, box.y, width, width * self._ratio)

    def drawn_in(self, box: Box) -> list[Item]:
        """Its curves in a box of its own proportions."""
        return list(self.form.draw(self.share, box, self.dress))

    @property
    def _start(self) -> float:
        share = _SHARES[self.use.align]
        return 1.0 - share if self.dress.rtl else share
