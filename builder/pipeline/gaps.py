"""What is asked for and gives no file: told, with what the pack has to give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.errors import Problem
from builder.pack.plan import Plan
from builder.record import Record
from builder.source.validate import listed

_NAMED = 12  # values that a hint names


class Choice(Record):
    """A value of an option: `--size story`."""

    option: str
    value: str
    means: frozenset[str]
    of: Callable[[Plan], str]  # what a plan has of that which is chosen; empty if nothing chooses it
    always: frozenset[str] = frozenset()  # paths of files that every value chooses

    def __str__(self) -> str:
        return f"{self.option} {self.value}"

    def takes(self, plan: Plan) -> bool:
        """Whether the file is one of those that it chooses."""
        return self.of(plan) in self.means or plan.path in self.always


def gaps(
    choices: Sequence[Choice], plans: Sequence[Plan], pack: Callable[[], Sequence[Plan]]
) -> Iterator[Problem]:
    """A warning for each choice of which no plan is made; `pack` gives the plans of the whole pack.

    What is said to go with another choice that gives nothing is not said the other way round.
    """
    empty = [choice for choice in choices if not any(choice.takes(plan) for plan in plans)]
    whole, told = pack() if empty else (), set[Choice]()
    for choice in empty:
        if choice not in told:
            own = [plan for plan in whole if choice.takes(plan)]
            against = _against(choice, choices, own) if own else []
            told.update(against)
            yield _told(choice, against, own) if own else _absent(choice, whole)


def _against(choice: Choice, choices: Sequence[Choice], own: Sequence[Plan]) -> list[Choice]:
    """The values of the option that leaves nothing of a choice, of all others if it takes them together."""
    others = [other for other in choices if other.option != choice.option]
    some = {other.option for other in others if any(other.takes(plan) for plan in own)}
    return [other for other in others if other.option not in some] or others


def _absent(choice: Choice, pack: Sequence[Plan]) -> Problem:
    message, hint = f"the pack has no file of `{choice}`", f"it has `{choice.option}` {_values(choice, pack)}"
    return Problem(message, hint=hint, severity="warning")


def _told(choice: Choice, against: Sequence[Choice], own: Sequence[Plan]) -> Problem:
    first = {other.option: other for other in reversed(against)}
    message = f"`{choice}` gives no file together with {listed([str(other) for other in against])}"
    hint = "; ".join(_way(choice, other, own) for other in first.values())
    return Problem(message, hint=hint, severity="warning")


def _way(choice: Choice, other: Choice, own: Sequence[Plan]) -> str:
    """What of another option goes with the choice."""
    if values := _values(other, own):
        return f"with `{choice}` goes `{other.option}` {values}"
    return f"leave out `{other.option}`, which no file of `{choice}` has"


def _values(choice: Choice, plans: Iterable[Plan]) -> str:
    values = list(dict.fromkeys(filter(None, map(choice.of, plans))))
    more = f", or {len(values) - _NAMED} more" if len(values) > _NAMED else ""
    return f"{', '.join(f'`{value}`' for value in values[:_NAMED])}{more}" if more else listed(values)
