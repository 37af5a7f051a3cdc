"""Words of images that cannot be read where they stand: found before the images are made."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import ClassVar

from builder.content.frame import Frame, Gradient, Item, Path, Picture, Text
from builder.content.recipe import Recipe
from builder.errors import Problem
from builder.geometry.pens import extent
from builder.output.cache import Cache, Kept
from builder.output.key import layout_key, plan_key
from builder.output.layouts import layout_of
from builder.output.make import problem_of, told
from builder.output.workers import Workers
from builder.pack.plan import Plan
from builder.record import Record, as_json


class Look(Record):
    """A layout whose words are looked at, on what lies behind them."""

    recipe: Recipe
    key: str
    cache: Cache
    seconds: ClassVar = 0.1  # about how long it takes

    def __call__(self) -> tuple[Problem, ...]:
        """The words that do not stand out."""
        content, _ = layout_of(self.recipe, self.cache)
        problems = _unread(content) if isinstance(content, Frame) and _is_covered(content) else ()
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


def _is_covered(frame: Frame) -> bool:
    """Whether more than a flat ground may lie behind words: on that alone colours are proved."""
    texts = [item for item in frame.items if isinstance(item, Text)]
    return any(_varies(item, text) for text in texts for item in frame.items)


def _varies(item: Item, text: Text) -> bool:
    if isinstance(item, Text):
        return False
    if isinstance(item, Picture):
        return item.box.overlaps(text.box)
    if isinstance(item, Path):
        return extent(item.commands).overlaps(text.box)
    return isinstance(item.paint, Gradient) and item.box.overlaps(text.box)


def _key(recipe: Recipe) -> str:
    return sha256(f"contrast {layout_key(recipe)}".encode()).hexdigest()


def _unread(frame: Frame) -> tuple[Problem, ...]:
    from builder.render.pixels.contrast import Contrast  # noqa: PLC0415  only where something varies
    from builder.render.pixels.paint import paint_exactly  # noqa: PLC0415  as above

    contrast = Contrast()
    paint_exactly(frame, contrast)
    return tuple(contrast.problems)
