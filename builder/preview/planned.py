"""What the kinds plan of a pack that is being written: each by itself, then those that see the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from builder.errors import Faults, FileTrouble, Misuse, Problem
from builder.kinds import kinds_named
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pipeline.planning import gathered, plans_of, tried
from builder.pipeline.request import Request
from builder.platforms.sizes import sizes_named

Pair = tuple[AssetKind, Edition]
Name = tuple[str, str]  # of a kind and a language
Seen = dict[Name, tuple[Plan, ...] | None]  # what each plans; None where there are faults


def named(kind: AssetKind, edition: Edition) -> Name:
    """What a kind in a language is known by from one save to the next."""
    return kind.name, edition.language


def planned(pairs: Iterable[Pair], found: list[Problem]) -> Seen:
    """What kinds plan in languages by themselves; what is wrong joins what was found."""
    return {named(kind, edition): _tried(found, kind, edition) for kind, edition in pairs}


def gather(edition: Edition, kinds: Sequence[AssetKind], seen: Seen, found: list[Problem]) -> None:
    """Add what kinds plan that see the others' plans; without all of those, what they were stays."""
    gathering = [kind for kind in kinds if kind.gather]
    own = [seen[named(kind, edition)] for kind in kinds]
    if any(plans is None for plans in own):
        seen |= {named(kind, edition): None for kind in gathering}
        return
    plans = tuple(chain.from_iterable(plans or () for plans in own))
    new = gathered(edition, gathering, plans, found)
    for kind in gathering:
        name = named(kind, edition)
        seen[name] = (*(seen[name] or ()), *(plan for plan in new if plan.kind == kind.name))


def asked(request: Request, pairs: Iterable[Pair], seen: Seen) -> Iterator[Plan]:
    """Those plans that are asked for: the others are there for a guide, which shows them."""
    names = {kind.name for kind in kinds_named(request.only)}
    for kind, edition in pairs:
        sizes = {size.key for size in sizes_named(request.sizes, edition.brand.sizes)}
        for plan in (seen[named(kind, edition)] or ()) if kind.name in names else ():
            if not sizes or plan.size in sizes:
                yield plan


def problems_of(trouble: Faults | FileTrouble | Misuse) -> tuple[Problem, ...]:
    """What there is to tell of trouble."""
    return trouble.problems if isinstance(trouble, Faults) else (Problem(str(trouble)),)


def _tried(found: list[Problem], kind: AssetKind, edition: Edition) -> tuple[Plan, ...] | None:
    """What a kind plans; None if there are faults, which join those found."""
    try:
        plans = tried(found, plans_of, kind, kind.plan, edition)
    except FileTrouble as trouble:
        found += problems_of(trouble)
        return None
    return None if plans is None else tuple(plans)
