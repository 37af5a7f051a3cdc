"""What a design turns by a quarter, in languages that are written downwards: it stands upright instead."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.verticalbox import VerticalBox
from builder.text.vertical import across, can_stand, columns, is_east_asian


class StandingBox(VerticalBox):
    """A column of letters, which fills its room if the design has its lines fill their width."""

    @property
    def is_display(self) -> bool:
        """As what is turned."""
        return self.use.fit or super().is_display

    @property
    def most_lines(self) -> int:
        """One column: what is turned is one line."""
        return 1

    def size(self, trial: Trial) -> float:
        """The size that it has at least: its room says how much larger it is."""
        return self.setting.size(self.use, Trial(0.0, 0.0)) if self.use.fit else super().size(trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The letters, as large as its room lets them be, or from its top."""
        least = self.size(trial)
        return self.set_at(box, max(self._filling(box), least) if self.use.fit else least)

    def _filling(self, box: Box) -> float:
        """The size at which it is as wide as its room, or as long."""
        column = columns(self.para, 1)[0]
        most = self.use.size * self.setting.canvas.short if self.use.size else box.w
        return min(box.w / across(1, self.wide_column), box.h / column.high, most)


def standing(texts: Sequence[TextBox]) -> StandingBox | None:
    """What stands upright instead of texts that are to be turned: one that is written downwards, or none."""
    if len(texts) != 1:
        return None
    (text,) = texts
    marked = text.use.emphasis and (text.use.emphasis.marker or text.use.emphasis.underline)
    if marked or not (is_east_asian(text.para) and can_stand(text.para)):
        return None
    return StandingBox(text.setting, text.use, text.text, text.para)
