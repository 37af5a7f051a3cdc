"""The kinds of asset in a pack: ours in their order, a line each; then those of other packages."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from builder.errors import Faults
from builder.kinds import installed

if TYPE_CHECKING:
    from builder.kinds.kind import AssetKind

# what `--only` takes → the module whose KIND it is, loaded when it is asked for
KINDS = {
    "social": "builder.kinds.social",
    "carousel": "builder.kinds.carousel",
    "email": "builder.kinds.email",
    "badges": "builder.kinds.badges",
    "backgrounds": "builder.kinds.backgrounds",
    "posters": "builder.kinds.posters",
    "leaflet": "builder.kinds.leaflet",
    "infographic": "builder.kinds.infographic",
    "pledge": "builder.kinds.pledge",
    "activity": "builder.kinds.activity",
    "certificate": "builder.kinds.certificate",
    "slides": "builder.kinds.slides",
    "copy": "builder.kinds.copy",
    "calendar": "builder.kinds.calendar",
    "logos": "builder.kinds.logos",
    "guide": "builder.kinds.guide",
    "start": "builder.kinds.start",
    "accessibility": "builder.kinds.accessibility",
}


def kind_names() -> tuple[str, ...]:
    """What `--only` takes: our own kinds in the order of the pack, then by name those of other packages."""
    return (*KINDS, *sorted({entry.name for entry in installed.entries()} - KINDS.keys()))


def kinds_named(names: Iterable[str] = ()) -> tuple[AssetKind, ...]:
    """These kinds in their order, all if none is named.

    KeyError for one unknown; Faults if a kind of another package has a name that
    is taken, or cannot be loaded.
    """
    wanted, order = set(names), kind_names()
    if unknown := wanted - set(order):
        raise KeyError(sorted(unknown)[0])
    chosen = [name for name in order if not wanted or name in wanted]
    brought, problems = installed.kinds(set(chosen) - KINDS.keys())
    if problems := (*installed.clashes(KINDS), *problems):
        raise Faults(problems)
    return tuple(brought[name] if name in brought else import_module(KINDS[name]).KIND for name in chosen)
