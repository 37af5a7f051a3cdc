"""The headline of a card, and how it stands beside the words that support it."""

from __future__ import annotations

from builder.layout.cards.boxes import Boxed
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import shown

LEADS = 1.6  # times the size of what supports it, from which a headline leads
_HEADS = 1.2  # times the size of the sentence of an item, from which its title heads that
_TINIEST = 1e-9


def headline_of(tree: Boxed) -> TextBox | None:
    """The text of display type that the design sets largest; that of an item where there is no other."""
    display = [text for text in shown(tree) if text.is_display]
    texts = [text for text in display if not text.of_item] or display
    level = [text for text in texts if not text.setting.turned]
    return max(level or texts, key=lambda text: text.size(Trial()), default=None)


def lead_of(tree: Boxed, headline: TextBox, trial: Trial) -> float:
    """How many times as large as the words that support it a headline is on trial.

    Display type that is turned, such as the name of a day, stands for itself, as does the number of an item.
    """
    beside = [text for text in shown(tree) if not (text.is_display and _stands_alone(text))]
    under = [text for text in beside if text.size(Trial()) < headline.size(Trial())]
    return headline.size(trial) / max((text.size(trial) for text in under), default=_TINIEST)


def heads(tree: Boxed, trial: Trial) -> bool:
    """Whether titles of items are larger on trial than what stands under them, if they are display type."""
    items = [text for text in shown(tree) if text.of_item]
    titles = [text.size(trial) for text in items if text.is_display and not _stands_alone(text)]
    said = [text.size(trial) for text in items if not text.is_display]
    return not titles or not said or min(titles) >= _HEADS * max(said)


def _stands_alone(text: TextBox) -> bool:
    return text.setting.turned or (text.of_item and not any(map(str.isalpha, text.text)))


def overtaken(tree: Boxed, trial: Trial) -> bool:
    """Whether words that support the headline are larger on trial, though the design has them smaller."""
    headline = headline_of(tree)
    return headline is not None and lead_of(tree, headline, trial) < 1.0
