"""Kinds that other packages bring, by entry points of the group `packbuild.kinds`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from builder import ENTRY_POINTS
from builder.errors import Problem

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from builder.kinds.kind import AssetKind

_OURS = "packbuild"


def entries() -> tuple[EntryPoint, ...]:
    """The entry points of the packages that are installed, by name and package."""
    return _entries(tuple(sys.path))


@lru_cache(maxsize=4)
def _entries(_: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    """The same, looked up once for a search path: every installed package must be asked."""
    from importlib.metadata import entry_points  # noqa: PLC0415  not for `--help`

    return tuple(sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: (entry.name, _package(entry))))


def clashes(taken: Collection[str]) -> Iterator[Problem]:
    """A problem for each name that two packages give to a kind, or that is taken by our own."""
    makers: dict[str, list[str]] = {name: [_OURS] for name in taken}
    for entry in entries():
        makers.setdefault(entry.name, []).append(_package(entry))
    for name, packages in makers.items():
        if len(packages) > 1:
            message = f"the packages {' and '.join(packages)} have a kind `{name}` each"
            yield Problem(message, hint="uninstall one of them, or ask its makers for another name")


def kinds(names: Collection[str]) -> tuple[dict[str, AssetKind], tuple[Problem, ...]]:
    """The kinds of these names, and what is wrong with those that cannot be used."""
    by_name: dict[str, AssetKind] = {}
    problems: list[Problem] = []
    for entry in entries():
        if entry.name in names:
            try:
                by_name[entry.name] = _loaded(entry)
            except Exception as error:  # whatever the code of others raises
                problems.append(_useless(entry, error))
    return by_name, tuple(problems)


def _loaded(entry: EntryPoint) -> AssetKind:
    """The kind that an entry point names; TypeError or ValueError if it is none, or has another name."""
    from builder.kinds.kind import AssetKind  # noqa: PLC0415  not for `--help`

    kind = entry.load()
    if not isinstance(kind, AssetKind):
        raise TypeError(f"{entry.value} is no AssetKind")
    if kind.name != entry.name:
        raise ValueError(f"{entry.value} calls itself `{kind.name}`")
    return kind


def _useless(entry: EntryPoint, error: Exception) -> Problem:
    message = f"the kind `{entry.name}` of the package {_package(entry)} cannot be used"
    return Problem(f"{message}: {type(error).__name__}: {error}", hint="mend the package, or uninstall it")


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "?"
