"""Cards of a series that share the size of their headlines and, where their words allow it, their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf

from builder.geometry.box import Box
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.fitbox import FitBox
from builder.layout.cards.headline import headline_of
from builder.layout.cards.setting import Alike, Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.verticalbox import VerticalBox
from builder.record import replace

_ALMOST = 1e-6  # of a size
_WORSE = 0.5  # what breaks may cost the sense more than the best, for as many lines as the others have


def in_common(alone: Sequence[Alike], own: Alike, within: float) -> Alike:
    """What a card has in common with others of its series, of which each would be so if it stood alone.

    From the largest on, sizes that are no further apart than a share of it are one: the smallest of them.
    """
    largest = 0.0
    group = list[Alike]()
    for each in sorted(alone, key=lambda alike: -alike.size):
        if each.size < largest * (1 - within) - _ALMOST:
            if own in group:
                break
            group = []
        largest = largest if group else each.size
        group.append(each)
    lines = Counter(each.lines for each in group)
    most = max(lines.values())
    return Alike(group[-1].size, max(count for count, times in lines.items() if times == most))


def alike_of(tree: Boxed, box: Box, trial: Trial) -> Alike | None:
    """The size and the lines of a headline; None if there is none, or each line has a size of its own."""
    headline = headline_of(tree)
    if headline is None or isinstance(headline, FitBox | VerticalBox):
        return None
    way = headline.way(box.w, trial)
    return Alike(headline.size(trial), len(way.spans) if way else 0)


def like_others(tree: Boxed, box: Box, trial: Trial, like: Alike | None) -> Trial:
    """The headline in the size that it has in common with others, and in as many lines if it has the room."""
    headline = headline_of(tree) if like else None
    if like is None or headline is None or trial.forced or isinstance(headline, FitBox | VerticalBox):
        return trial
    hero = hero_of(headline, min(like.size, headline.size(trial)))
    smaller = trial if hero is None else replace(trial, hero=hero)
    bearable = (_cost(headline, box, smaller) if smaller.cost == inf else smaller.cost) + _WORSE
    tried = replace(smaller, lines=(headline.slot, like.lines), cost=bearable)
    if tree.height(box.w, tried) <= box.h + 0.01:
        return tried
    return smaller if tree.height(box.w, smaller) <= box.h + 0.01 else trial


def hero_of(headline: TextBox, size: float) -> float | None:
    """How large display type is on trial where a headline has a size; None if that is below its least."""
    most, least, grown = (headline.size(Trial(hero)) for hero in (1.0, 0.0, 2.0))
    if size < least:
        return None
    return 1 + (size - most) / (grown - most) if size > most else (size - least) / ((most - least) or 1.0)


def _cost(headline: TextBox, box: Box, trial: Trial) -> float:
    way = headline.way(box.w, trial)
    return way.cost if way else inf
