"""A text whose lines stand on bars of their own, each as long as its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.brand.roles import lost
from builder.color import Color
from builder.content.frame import Item, Line, Path, Text
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.layout.cards.setting import Setting, Trial
from builder.layout.cards.textbox import CAP, FOOT, TextBox
from builder.record import derived
from builder.tagged import language_of
from builder.text.ink import bearing, ink
from builder.text.lines import LineSpan, set_line
from builder.text.ways import Way

_ROOM = 0.28  # em between the ink of a line and the edges of its bar
_PAD = 0.07  # of the short side, from a line's end to its bar's
_INDENT = 0.14  # of the short side, by which every second line stands further in
_MARGIN = 0.2  # of the short side: a text that stands nearer to the edge has bars that begin there


@dataclass(frozen=True)
class BlockBox(TextBox):
    """Words on bars that hug their lines: the first from the edge of the canvas, the second further in."""

    def natural(self, trial: Trial) -> float:
        """The width on one line, and what its bar is longer."""
        return super().natural(trial) + self._pad

    def way(self, width: float, trial: Trial) -> Way | None:
        """How its lines break beside the room that bars take: a single one is not moved in."""
        alone = super().way(width - self._pad, trial)
        if alone is None or len(alone.spans) == 1:
            return alone
        return super().way(width - self._pad - self._indented, trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The bars, then the lines on them."""
        size, way = self.size(trial), self.way(box.w, trial)
        spans = way.spans if way else ()
        up, pitch, _ = self._rhythm(spans)
        style, canvas = self.setting.style(self.use), self.setting.canvas
        large = size >= canvas.large or (style.weight >= 700 and size >= canvas.large * 14 / 18)
        bars, lines, rooms, edge = list[Item](), list[Line](), list[Box](), _ROOM * size / 2
        for number, (span, setting) in enumerate(zip(spans, self._settings(), strict=False)):
            x = self._left(box, span, size, number)
            top = box.y + number * pitch * size
            hang = 0.0 if self.setting.rtl else bearing(self.para, span) * size
            bar = self._bar(box, Box(x, top, span.width * size - hang, pitch * size))
            bars.append(Path(outline_of(bar), setting.ground))
            rooms.append(bar.inset(edge, edge, edge, edge))
            baseline = top + up * size
            lines.append(set_line(self.para, span, x - hang, baseline, size, self._inks(setting, large)))
        first = next(self._settings())
        text = Text(
            words=str(self.text),
            lines=tuple(lines),
            size=size,
            color=first.color(self.use.color, large),
            lang=language_of(self.text, self.setting.language),
            role=self.slot,
            box=self._reach(box, spans, size),
            large=large,
            outline=self.outline(size),
            rooms=tuple(rooms),
        )
        return [*bars, text]

    @property
    def _pad(self) -> float:
        return _PAD * self.setting.canvas.short

    @property
    def _indented(self) -> float:
        return _INDENT * self.setting.canvas.short

    def _left(self, box: Box, span: LineSpan, size: float, number: int) -> float:
        """Where a line begins at the left."""
        indent = self._indented if number % 2 else 0.0
        return box.right - indent - span.width * size if self.setting.rtl else box.x + indent

    def _bar(self, box: Box, line: Box) -> Box:
        """The bar of a line, which begins at the canvas's edge where its line stands at the margin."""
        canvas, pad = self.setting.canvas, self._pad
        left, right = line.x - pad, line.right + pad
        near = _MARGIN * canvas.short
        if self.setting.rtl:
            at_edge = canvas.width - box.right <= near and abs(line.right - box.right) < 1e-6
            right = canvas.width + canvas.bleed if at_edge else right
        elif box.x <= near and line.x == box.x:
            left = -canvas.bleed
        return Box(left, line.y, right - left, line.h)

    def _settings(self) -> Iterator[Setting]:
        """What stands on each bar, in turn: a colour that is lost on the ground gives way."""
        while True:
            yield from self._on_bars

    @derived
    def _on_bars(self) -> tuple[Setting, ...]:
        setting = self.setting
        names = [setting.brand.shape(name, *setting.grounds) for name in self.use.blocks]
        by_color = {setting.brand.color(name): name for name in reversed(names)}  # two may be the same red
        return tuple(setting.on(name) for name in dict.fromkeys(names) if name in by_color.values())

    def _inks(self, setting: Setting, large: bool) -> dict[int, Color]:
        """The colours of a line's words on its bar."""
        color = setting.color(self.use.color, large)
        emphasis = self.use.emphasis.color if self.use.emphasis else None
        starred = emphasis and setting.color(emphasis, large)
        colors = dict.fromkeys(range(len(self.para.strands)), color)
        if starred and not lost(starred, setting.ground):
            colors |= dict.fromkeys(self.starred, starred)
        return colors

    def _reach(self, box: Box, spans: tuple[LineSpan, ...], size: float) -> Box:
        """The room of the lines, from the first bar's top to the last one's foot."""
        lefts = [self._left(box, span, size, number) for number, span in enumerate(spans)]
        rights = [left + span.width * size for left, span in zip(lefts, spans, strict=True)]
        left, right = min(lefts, default=box.x), max(rights, default=box.x)
        return Box(left, box.y, right - left, len(spans) * self._rhythm(spans)[1] * size)

    def _rhythm(self, spans: tuple[LineSpan, ...]) -> tuple[float, float, float]:
        """Bars are as high as the highest line and its room: those of scripts with tall marks are higher."""
        inks = [ink(self.para, span) for span in spans]
        up = max([CAP, *(high for high, _ in inks)])
        down = max([FOOT, *(low for _, low in inks)])
        return _ROOM + up, up + down + 2 * _ROOM, down + _ROOM
