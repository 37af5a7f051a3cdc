"""What is likely to be asked for again, found by value, in no more room than it is given."""

from __future__ import annotations

from collections import OrderedDict
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
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        """Whether it is still there."""
        return key in self._values

    def __getitem__(self, key: Hashable) -> Value:
        """What is kept; KeyError if it is not."""
        self._values.move_to_end(key)
        return self._values[key][0]

    def keep(self, key: Hashable, value: Value) -> Value:
        """The value, kept from now on; one that is heavier than all the room is not."""
        weight = self._weigh(key, value)
        if weight <= self.room and key not in self._values:
            self._values[key] = value, weight
            self.weight += weight
        while self.weight > self.room:
            _, (_, freed) = self._values.popitem(last=False)
            self.weight -= freed
        return value

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()
        self.weight = 0


class Keeping(Generic[Asked, Value]):
    """A function that keeps what it gave. Its arguments, which come by place, are the keys."""

    def __init__(self, make: Callable[Asked, Value], room: int, weigh: Callable[[Any, Value], int]) -> None:
        self._make, self._found = make, Kept[Value](room, weigh)
        update_wrapper(self, make)

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Value:
        """What the function gives, or gave."""
        assert not named
        found = self._found
        return found[asked] if asked in found else found.keep(asked, self._make(*asked, **named))

    def cache_clear(self) -> None:
        """Forget all."""
        self._found.clear()


def kept(
    room: int, weigh: Callable[[Any, Any], int]
) -> Callable[[Callable[Asked, Value]], Keeping[Asked, Value]]:
    """Have a function keep what it gave, in so many bytes; `weigh` is given what it was asked, and that."""
    return lambda make: Keeping(make, room, weigh)
