"""The headline of a card, and how it stands beside the words that support it."""

from __future__ import annotations

from builder.layout.cards.boxes import Boxed
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import shown

LEADS = 1.6  # times the size of what supports it, from which a headline leads
_TINIEST = 1e-9


def headline_of(tree: Boxed) -> TextBox | None:
    """The text of display type that the design sets largest."""
    texts = [text for text in shown(tree) if text.is_display]
    level = [text for text in texts if not text.setting.turned]
    return max(level or texts, key=lambda text: text.size(Trial()), default=None)


def lead_of(tree: Boxed, headline: TextBox, trial: Trial) -> float:
    """How many times as large as the words that support it a headline is on trial.

    Display type that is turned, such as the name of a day, stands for itself.
    """
    level = [text for text in shown(tree) if not (text.is_display and text.setting.turned)]
    under = [text for text in level if text.size(Trial()) < headline.size(Trial())]
    return headline.size(trial) / max((text.size(trial) for text in under), default=_TINIEST)


def overtaken(tree: Boxed, trial: Trial) -> bool:
    """Whether words that support the headline are larger on trial, though the design has them smaller."""
    headline = headline_of(tree)
    return headline is not None and lead_of(tree, headline, trial) < 1.0
