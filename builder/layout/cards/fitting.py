"""The sizes of a card's words: as large as their room lets them be, broken as well as that is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, inf, log

from builder.brand.design import Design
from builder.brand.photouse import Area
from builder.geometry.box import Box
from builder.layout.canvas import Canvas, part_of
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.fitbox import FitBox
from builder.layout.cards.headline import LEADS, headline_of, heads, lead_of, overtaken
from builder.layout.cards.remarks import shrunk
from builder.layout.cards.setting import Setting, TextTrouble, Trial
from builder.layout.cards.siblings import hero_of, like_others
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import grown, optional_slots, optional_words, shown
from builder.record import Record, replace

_PRECISION = 9  # halvings in the search for the largest size: 1 part in 500
_SENSE = 0.45  # how much of a headline's size, in logarithms, a cost of 1 to its sense is worth
_BEARABLE = (1.0, inf)  # what the breaks of a headline may cost, better where any area or size allows it
_EVEN = 1e-3  # of a step: sizes that are no further apart are one
_EASES = 10  # sizes of the supporting words that are tried between too small and full


class Attempt(Record):
    """How far the words grow over the area that the design prefers (0 to 1), what is left out, the
    supporting text's size (0 to 1), the least that the headline should get of its own, and the most
    that its breaks may cost the sense."""

    grow: float
    support: float = 1.0
    least: float = 0.0
    without: frozenset[str] = frozenset()
    cost: float = inf
    whole: bool = False  # no word of the headline is torn, and no number that is written in groups
    forced: bool = False

    def trial(self, hero: float, cost: float) -> Trial:
        """The sizes of this attempt with a headline of this size and breaks no worse than this."""
        return Trial(hero, self.support, self.without, cost, self.whole, self.forced)


def fitted(design: Design, setting: Setting, room: Box) -> tuple[Box, Boxed, Trial] | None:
    """The room, the boxes and the sizes: the first attempt that fits; None if there is none."""
    tried = _Tried(design, setting, room)
    attempts = _attempts(design, tried.may_tear)
    found = next((found for attempt in attempts if (found := tried.fit(attempt))), None)
    if found is None:
        return None
    box, tree, trial = tried.with_back(found, optional_slots(design.body))
    trial = like_others(tree, box, _stepped(tree, box, trial, design.steps), setting.like)
    return box, tree, _ample(tree, box, _eased(tree, box, trial, setting.canvas))


_Found = tuple[Box, Boxed, Trial]


class _Tried:
    """The boxes of a design with what may be left out, each grown once."""

    def __init__(self, design: Design, setting: Setting, room: Box) -> None:
        self._design, self._setting, self._room = design, setting, room
        self._trees = dict[frozenset[str], Boxed | None]()
        self._last: Attempt

    def fit(self, attempt: Attempt) -> _Found | None:
        """The room, the boxes and the sizes of an attempt; None if they do not fit."""
        tree = self._tree(attempt.without)
        area = self._design.area
        box = part_of(self._room, *_area(area, attempt.grow), area.at, self._setting.rtl)
        trial = _best(tree, box, attempt)
        if trial is None or (overtaken(tree, trial) and not attempt.forced):
            return None
        self._last = attempt
        return box, tree, trial

    def may_tear(self) -> bool:
        """Whether lines of display type may part a word, or a number that is written in groups."""
        texts = shown(self._tree(frozenset()))
        return any(way.torn for text in texts if text.is_display for way in text.ways)

    def with_back(self, found: _Found, optional: Sequence[str]) -> _Found:
        """What was found, with all that has room again since what stands after it was left out."""
        for slot in optional:
            attempt = self._last
            if slot in attempt.without and len(attempt.without) > 1:
                found = self.fit(replace(attempt, without=attempt.without - {slot})) or found
        return found

    def _tree(self, without: frozenset[str]) -> Boxed:
        if without not in self._trees:
            self._trees[without] = grown(self._design.body, self._setting, without)
        tree = self._trees[without]
        if tree is None:
            raise TextTrouble("", "the design has nothing to show: all its slots are empty")
        return tree


def _attempts(design: Design, may_tear: Callable[[], bool]) -> Iterator[Attempt]:
    """From the designer's wish to what the words force; `may_tear` tells if tearing makes a difference."""
    wishes = (
        (0.0, 1.0, 0.25),
        (0.25, 1.0, 0.22),
        (0.5, 1.0, 0.2),
        (0.75, 1.0, 0.16),
        (1.0, 1.0, 0.12),
        (1.0, 0.5, 0.08),
        (1.0, 0.0, 0.0),
    )
    some, smaller = wishes[:-2], wishes[-2:]  # supporting words shrink last
    optional = optional_slots(design.body)
    yield from _tried(some, whole=True)
    yield from _tried(smaller, whole=True)
    if may_tear():  # rather than that, words that may be left out are
        spare = optional_words(design.body)
        for count in range(1, len(spare) + 1):
            yield Attempt(1.0, 1.0, 0.12, frozenset(spare[:count]), whole=True)
        yield from _tried(some)
        yield from _tried(smaller)
    for count in range(1, len(optional) + 1):
        yield Attempt(1.0, 1.0, 0.12, frozenset(optional[:count]))
    for count in range(1, len(optional) + 1):
        for support in (0.5, 0.0):
            yield Attempt(1.0, support, 0.0, frozenset(optional[:count]))
    for count in range(len(optional) + 1):
        yield Attempt(1.0, 0.0, 0.0, frozenset(optional[:count]), forced=True)


def _tried(wishes: Sequence[tuple[float, float, float]], whole: bool = False) -> Iterator[Attempt]:
    for cost in _BEARABLE:
        for grow, support, least in wishes:
            yield Attempt(grow, support, least, cost=cost, whole=whole)


def _area(area: Area, grow: float) -> tuple[float, float]:
    return area.width + (1 - area.width) * grow, area.height + (1 - area.height) * grow


def _best(tree: Boxed, box: Box, attempt: Attempt) -> Trial | None:
    """The headline whose size is worth its breaks; None if the least does not fit the box."""
    texts = [text for text in shown(tree) if text.is_display and len(text.ways) > 1]
    if not texts or attempt.forced:
        hero = largest(tree, box, attempt, inf)
        return None if hero is None else attempt.trial(hero, inf)
    costs = sorted({cost for text in texts for cost in text.costs(attempt.whole) if cost <= attempt.cost})
    worst = inf if attempt.cost == inf else max(costs, default=0.0)
    hero = largest(tree, box, attempt, worst)
    if hero is None:
        return None
    headline = headline_of(tree)
    assert headline is not None

    def worth(trial: Trial) -> float:
        # The worst of many texts is one of them.
        return log(headline.size(trial)) - _SENSE * trial.cost / len(texts)

    best = attempt.trial(hero, worst)
    for cost in costs:
        if worth(attempt.trial(hero, cost)) <= worth(best):
            break  # at the largest size of all
        if (size := largest(tree, box, attempt, cost)) is not None:
            best = max(best, attempt.trial(size, cost), key=worth)
    return best


def largest(tree: Boxed, box: Box, attempt: Attempt, cost: float) -> float | None:
    """The largest headline that fits the box with breaks that cost no more; None if the least does not."""

    def fits(hero: float) -> bool:
        return tree.height(box.w, attempt.trial(hero, cost)) <= box.h + 0.01

    if fits(1.0):
        return _halved(fits, 1.0, 2.0)
    return _halved(fits, attempt.least, 1.0) if fits(attempt.least) else None


def _halved(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest size that fits between one that does and one that need not."""
    if fits(high):
        return high
    for _ in range(_PRECISION):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _stepped(tree: Boxed, box: Box, trial: Trial, steps: float) -> Trial:
    """The headline in the next smaller of the sizes that cards share, so far apart from the largest on.

    Cards are laid out alone, and kept: what they share they have to find without knowing of each other.
    """
    headline = headline_of(tree)
    if not steps or headline is None or trial.forced:
        return trial
    most, size = headline.size(Trial()), headline.size(trial)
    shared = most * (1 - steps) ** ceil(log(size / most) / log(1 - steps) - _EVEN)
    hero = hero_of(headline, shared)
    if hero is None:
        return trial
    lower = replace(trial, hero=hero)
    if isinstance(headline, FitBox) and headline.breaks(lower) != headline.breaks(trial):
        return trial  # fewer lines would leave their room blank
    leads = lead_of(tree, headline, lower) >= min(LEADS, lead_of(tree, headline, trial))
    return lower if leads and tree.height(box.w, lower) <= box.h + 0.01 else trial


def _eased(tree: Boxed, box: Box, trial: Trial, canvas: Canvas) -> Trial:
    """The supporting words as near to comfort as the headline leaves them room for, at its size."""
    best = trial
    for step in range(1, _EASES + 1 if trial.support < 1 else 1):
        if not any(shrunk(tree.place(box, best), canvas, best)):
            break
        tried = replace(trial, support=trial.support + (1.0 - trial.support) * step / _EASES)
        if tree.height(box.w, tried) > box.h + 0.01:
            break
        best = tried
    return best


def _ample(tree: Boxed, box: Box, trial: Trial) -> Trial:
    """Few supporting words as large as they may be, where the headline leaves more room than they need."""
    headline = headline_of(tree)
    if trial.support < 1 or trial.forced or not any(map(_may_grow, shown(tree))):
        return trial
    least = min(LEADS, lead_of(tree, headline, trial)) if headline else 0.0

    def fits(support: float) -> bool:
        tried = replace(trial, support=support)
        leads = headline is None or lead_of(tree, headline, tried) >= least
        return leads and heads(tree, tried) and tree.height(box.w, tried) <= box.h + 0.01

    return replace(trial, support=_halved(fits, 1.0, 2.0))


def _may_grow(text: TextBox) -> bool:
    return not text.is_display and text.use.short is not None
