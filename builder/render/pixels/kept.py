"""What is likely to be asked for again, found by value, in no more room than it is given."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

Value = TypeVar("Value")
Asked = ParamSpec("Asked")


class Kept(Generic[Value]):
    """Values by key; when all weigh more than `room` bytes, those go that were asked for longest ago."""

    def __init__(self, room: int, weigh: Callable[[Any, Value], int]) -> None:
        self.room, self.weight = room, 0
        self._weigh = weigh  # bytes of a key and its value
        self._values: dict[Hashable, tuple[Value, int]] = {}  # what was asked for last is the last

    def find(self, key: Hashable) -> tuple[Value] | None:
        """What is kept, alone in a tuple; None if nothing is."""
        found = self._values.pop(key, None)
        if found is None:
            return None
        self._values[key] = found
        return found[:1]

    def keep(self, key: Hashable, value: Value) -> Value:
        """The value, kept from now on; one that is heavier than all the room is not."""
        weight = self._weigh(key, value)
        if weight <= self.room and key not in self._values:
            self._values[key] = value, weight
            self.weight += weight
        while self.weight > self.room:
            _, freed = self._values.pop(next(iter(self._values)))
            self.weight -= freed
        return value

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()
        self.weight = 0


class _Key:
    """What a function was asked: hashed once, for curves are long."""

    __slots__ = ("_hash", "asked")

    def __init__(self, asked: tuple[Any, ...]) -> None:
        self.asked, self._hash = asked, hash(asked)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.asked == other.asked


class Keeping(Generic[Asked, Value]):
    """A function that keeps what it gave. Its arguments, which come by place, are the keys."""

    def __init__(self, make: Callable[Asked, Value], room: int, weigh: Callable[[Any, Value], int]) -> None:
        self._make = make
        self._found = Kept[Value](room, lambda key, value: weigh(key.asked, value))
        update_wrapper(self, make)

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Value:
        """What the function gives, or gave."""
        assert not named
        key = _Key(asked)
        found = self._found.find(key)
        return found[0] if found else self._found.keep(key, self._make(*asked, **named))

    def cache_clear(self) -> None:
        """Forget all."""
        self._found.clear()


def kept(
    room: int, weigh: Callable[[Any, Any], int]
) -> Callable[[Callable[Asked, Value]], Keeping[Asked, Value]]:
    """Have a function keep what it gave, in so many bytes; `weigh` is given what it was asked, and that."""
    return lambda make: Keeping(make, room, weigh)
