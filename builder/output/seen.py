"""Words of images that cannot be read where they stand: found before the images are made."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import ClassVar

from builder.color import READABLE, READABLE_LARGE, contrast
from builder.content.frame import Frame, Item, Text
from builder.content.recipe import Recipe
from builder.errors import Problem
from builder.geometry.box import Box
from builder.layout.under import colors_under
from builder.output.cache import Cache, Kept
from builder.output.key import layout_key, plan_key
from builder.output.layouts import layout_of
from builder.output.make import problem_of, told
from builder.output.workers import Workers
from builder.pack.plan import Plan
from builder.record import Record, as_json

_EDGE = 1.0  # px around a text that making its image looks at too


class Look(Record):
    """A layout whose words are looked at, on what lies behind them."""

    recipe: Recipe
    key: str
    cache: Cache
    seconds: ClassVar = 0.1  # about how long it takes

    def __call__(self) -> tuple[Problem, ...]:
        """The words that do not stand out."""
        content, _ = layout_of(self.recipe, self.cache)
        problems = _unread(content) if isinstance(content, Frame) and _is_doubtful(content) else ()
        self.cache.put(self.key, b"", as_json(problems))
        return problems


def unread(plans: Sequence[Plan], cache: Cache, workers: Workers) -> tuple[Problem, ...]:
    """What making these files would tell of the contrast of their words; those that were made are sound."""
    numbers = [number for number, plan in enumerate(plans) if _is_new(plan, cache)]
    keys = {number: _key(plans[number].content) for number in numbers}
    kept = {key: cache.said(key) for key in keys.values()}
    found = {key: tuple(map(problem_of, said)) for key, said in kept.items() if said is not None}
    missing = {key: plans[number].content for number, key in keys.items() if key not in found}
    asked = [Look(recipe, key, cache) for key, recipe in missing.items()]
    for number, problems in workers.work(asked):
        found[asked[number].key] = problems
    made = {place: (Kept.of(b""), found[key]) for place, key in enumerate(keys.values())}
    return told([plans[number] for number in keys], made)


def _is_new(plan: Plan, cache: Cache) -> bool:
    """Whether it is an image of one layout that is still to be made."""
    drawn = plan.format.is_pixels and isinstance(plan.content, Recipe)
    return drawn and cache.find(plan_key(plan)) is None


def _is_doubtful(frame: Frame) -> bool:
    """Whether words stand on more than one colour, or on one on which they may not be read."""
    return any(
        _doubts(frame.items[:place], text, room.inset(-_EDGE, -_EDGE, -_EDGE, -_EDGE))
        for place, text in enumerate(frame.items)
        if isinstance(text, Text)
        for room in text.grounds
    )


def _doubts(below: Sequence[Item], text: Text, room: Box) -> bool:
    grounds = colors_under(below, room)
    needed = READABLE_LARGE if text.large else READABLE
    inks = {run.color or text.color for line in text.lines for run in line.runs}
    if grounds is None or len(grounds) != 1:
        return True
    return any(contrast(ink, grounds[0]) < needed for ink in inks)


def _key(recipe: Recipe) -> str:
    return sha256(f"contrast {layout_key(recipe)}".encode()).hexdigest()


def _unread(frame: Frame) -> tuple[Problem, ...]:
    from builder.render.pixels.clear import looked_at  # noqa: PLC0415  as above
    from builder.render.pixels.contrast import Contrast  # noqa: PLC0415  only where something varies

    contrast = Contrast()
    looked_at(frame, contrast)
    return tuple(contrast.problems)
