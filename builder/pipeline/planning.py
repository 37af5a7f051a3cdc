"""Kinds asked for their plans: those of each language, then those for all languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ParamSpec, TypeVar

from builder.errors import Faults, Problem, each_once, one_a_cause
from builder.kinds.kind import AssetKind, Editions
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pipeline.keptplans import KeptPlans
from builder.record import Record, replace
from builder.spec.read import in_order

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Plans(Record):
    """The plans of a pack's files: of one language each, and of all together."""

    own: tuple[Plan, ...]
    shared: tuple[Plan, ...] = ()
    fresh: tuple[Callable[[], None], ...] = ()  # has the next run know those that it may

    @property
    def every(self) -> tuple[Plan, ...]:
        """All of them, in the order of the pack."""
        return (*self.own, *self.shared)


def plan_all(
    editions: Iterable[Edition],
    kinds: Sequence[AssetKind],
    found: list[Problem],
    kept: KeptPlans | None = None,
) -> Plans:
    """What the kinds plan; what is wrong joins what was found, and with an error nothing is united.

    What an earlier run kept of settled kinds is taken from there.
    """
    kept = None if _has_errors(found) else kept  # faults alone leave no trace
    fresh = list[Callable[[], None]]()
    each = tuple(
        (edition, tuple(tried(found, _planned, edition, kinds, kept, fresh) or ())) for edition in editions
    )
    own = tuple(plan for _, plans in each for plan in plans)
    if _has_errors(found):
        return Plans(own)
    return Plans(own, tuple(tried(found, _united, each, kinds) or ()), tuple(fresh))


def tried(
    found: list[Problem], attempt: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
) -> Result | None:
    """What the attempt gives; None if it has faults, which join those found."""
    try:
        return attempt(*given, **named)
    except Faults as faults:
        found += faults.problems
        return None


def accepted(problems: Iterable[Problem], *, strict: bool) -> tuple[Problem, ...]:
    """The warnings, each once; Faults if there are errors, or warnings where one is strict."""
    once = one_a_cause(in_order(each_once(problems)))
    if strict:
        once = tuple(replace(problem, severity="error") for problem in once)
    if _has_errors(once):
        raise Faults(once)
    return once


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _planned(
    edition: Edition, kinds: Sequence[AssetKind], kept: KeptPlans | None, fresh: list[Callable[[], None]]
) -> list[Plan]:
    """The plans of an edition's files, in the order of the kinds; of settled ones those that are kept."""
    found = list[Problem]()
    unsettled = [kind for kind in kinds if not kind.settled]
    others = _own(edition, unsettled, found)
    memory = kept.of(edition, kinds, others) if kept and not found else None
    plans = memory.plans() if memory else None
    if plans is not None:
        plans += others
        plans += gathered(edition, unsettled, plans, found)
    else:
        plans = [*others, *_own(edition, [kind for kind in kinds if kind.settled], found)]
        plans = _in_order(plans, kinds)
        plans += gathered(edition, kinds, plans, found) if not found else ()
        if memory and not found:
            settled = {kind.name for kind in kinds if kind.settled}
            fresh.append(partial(memory.keep, [plan for plan in plans if plan.kind in settled]))
    if found:
        raise Faults(found)
    return _in_order(plans, kinds)


def _own(edition: Edition, kinds: Iterable[AssetKind], found: list[Problem]) -> list[Plan]:
    """What kinds plan by themselves; what is wrong joins what was found."""
    return [plan for kind in kinds for plan in tried(found, plans_of, kind, kind.plan, edition) or ()]


def _in_order(plans: Iterable[Plan], kinds: Sequence[AssetKind]) -> list[Plan]:
    places = {kind.name: place for place, kind in enumerate(kinds)}
    return sorted(plans, key=lambda plan: places[plan.kind])


def gathered(
    edition: Edition, kinds: Sequence[AssetKind], plans: Sequence[Plan], found: list[Problem]
) -> list[Plan]:
    """What those kinds plan that must see the others' plans, each also those of the ones before it.

    What partners ask for first comes first. What is wrong joins what was found.
    """
    new = list[Plan]()
    for kind in sorted(kinds, key=lambda kind: kind.order):
        if kind.gather:
            new += tried(found, plans_of, kind, kind.gather, edition, (*plans, *new)) or ()
    return new


def _united(editions: Editions, kinds: Sequence[AssetKind]) -> list[Plan]:
    """The plans of the files that are for all languages; they see those that are made before them."""
    order = {kind.name: kind.order for kind in kinds}

    def ready(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
        return tuple(sorted((p for p in plans if not p.awaited), key=lambda plan: order[plan.kind]))

    seen = tuple((edition, ready(plans)) for edition, plans in editions)
    return [plan for kind in kinds if kind.unite for plan in plans_of(kind, kind.unite, seen)]


def plans_of(
    kind: AssetKind, plan: Callable[Given, Iterable[Plan]], *given: Given.args, **named: Given.kwargs
) -> list[Plan]:
    """All that a kind plans, as planning goes on while the plans are asked for; Faults if it is another's."""
    plans = list(plan(*given, **named))
    strangers = [each for each in plans if each.kind != kind.name]
    if strangers:
        raise Faults(_stranger(kind, each) for each in strangers)
    return plans


def _stranger(kind: AssetKind, plan: Plan) -> Problem:
    message = f"the kind `{kind.name}` plans the file `{plan.path}` as one of a kind `{plan.kind}`"
    return Problem(message, hint=f'its makers must write `kind="{kind.name}"` in that Plan')
