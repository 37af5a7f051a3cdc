"""What is likely to be asked for again, found by value, in no more room than it is given.

Curves and pixels differ so much in weight that their number says nothing of the room that they take.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sized
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

Value = TypeVar("Value")
Asked = ParamSpec("Asked")

_STAYING = 4
_LONG = 8  # from which on a tuple is not hashed whole
_STEP = 250  # bytes of a curve's step: a tuple of as many as six numbers


class _Process:
    """This process."""

    stays = False  # whether it will meet the same documents again and again, as those of a preview do


def stay() -> None:
    """Let what is imported from now on keep several times as much: a process that stays meets it again."""
    _Process.stays = True


def many(usual: int) -> int:
    """How many values a cache holds: `usual` of a run, which goes from one document to the next."""
    return _STAYING * usual if _Process.stays else usual


class Kept:
    """Values by key; when all weigh more than `room` bytes, those go that were asked for longest ago."""

    def __init__(self, room: int) -> None:
        self.room, self.weight = room, 0
        self._values: dict[Hashable, tuple[Any, int]] = {}  # what was asked for last is the last

    def find(self, key: Hashable) -> tuple[Any] | None:
        """What is kept, alone in a tuple; None if nothing is."""
        found = self._values.pop(key, None)
        if found is None:
            return None
        self._values[key] = found
        return found[:1]

    def keep(self, key: Hashable, value: Any, weight: int) -> None:
        """Keep a value that weighs so many bytes with its key, unless it is heavier than all the room."""
        if weight > self.room or key in self._values:
            return
        self._values[key] = value, weight
        self.weight += weight
        while self.weight > self.room:
            _, freed = self._values.pop(next(iter(self._values)))
            self.weight -= freed

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()
        self.weight = 0


class Keeping(Generic[Asked, Value]):
    """A function that keeps what it gave. Its arguments, which come by place, are the keys."""

    def __init__(
        self, make: Callable[Asked, Value], pool: Kept, weigh: Callable[[tuple[Any, ...], Value], int]
    ) -> None:
        self._make, self._pool, self._weigh = make, pool, weigh
        update_wrapper(self, make)

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Value:
        """What the function gives, or gave."""
        assert not named
        key = _Key(self._make, asked)
        if found := self._pool.find(key):
            value: Value = found[0]
            return value
        value = self._make(*asked, **named)
        self._pool.keep(key, value, self._weigh(asked, value))
        return value

    def cache_clear(self) -> None:
        """Forget all, and all that is kept with it."""
        self._pool.clear()


class _Key:
    """What a function was asked: hashed once, and of what is long, as curves are, some places alone."""

    __slots__ = ("_hash", "asked")

    def __init__(self, make: Any, asked: tuple[Any, ...]) -> None:
        self.asked, self._hash = (make, asked), hash((make, *map(some_of, asked)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.asked == other.asked


def some_of(value: Any) -> Any:
    """What is hashed of a value: of a long tuple its ends and its middle, as few differ elsewhere alone."""
    if type(value) is tuple and (length := len(value)) > _LONG:
        return length, value[:2], value[length // 2], value[-2:]
    return value


def kept(
    pool: Kept, weigh: Callable[[tuple[Any, ...], Any], int]
) -> Callable[[Callable[Asked, Value]], Keeping[Asked, Value]]:
    """Have a function keep what it gave in a pool; `weigh` is given what it was asked, and that."""
    return lambda make: Keeping(make, pool, weigh)


def weight_of(*curves: Sized) -> int:
    """About what curves take, in bytes."""
    return _STEP * sum(map(len, curves))
