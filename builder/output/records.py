"""Records in bytes, as a cache keeps them: nothing but records is ever loaded, for others may write there."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

_PLAIN = {("datetime", "date"), ("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta")}
_NAMED = ("msgspec._utils", "rebuild")  # calls the class of a record whose fields are named

Named = Mapping[tuple[str, str], Callable[..., Any]]  # what stands for a name of a module, when it is loaded


class _Reader(pickle.Unpickler):
    """Loads the records of some rooms alone."""

    def __init__(self, data: bytes, rooms: tuple[str, ...], named: Named) -> None:
        super().__init__(io.BytesIO(data))
        self._rooms, self._named = rooms, named

    def find_class(self, module: str, name: str) -> Any:
        if own := self._named.get((module, name)):
            return own
        if (module, name) not in {*_PLAIN, _NAMED} and not f"{module}.".startswith(self._rooms):
            raise pickle.UnpicklingError(f"{module}.{name} is no record that is kept here")
        class_ = getattr(import_module(module), name)
        if (module, name) != _NAMED and (not isinstance(class_, type) or class_.__module__ != module):
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return class_


def dumped(value: Any, instead: Mapping[type, Callable[[Any], Any]]) -> bytes:
    """The records of a value; those of some classes as `instead` reduces them (see `pickle`)."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    pickler.dispatch_table = dict(instead)
    pickler.dump(value)
    return file.getvalue()


def loaded(data: bytes, rooms: tuple[str, ...], named: Named) -> Any:
    """The value again, of records of these rooms; LookupError if the bytes hold anything else."""
    try:
        return _Reader(data, rooms, named).load()
    except Exception as error:  # damaged bytes raise whatever they stumble over
        raise LookupError(f"no records of {', '.join(rooms)}: {error}") from error
