"""The kinds of asset that a pack holds: one line each, in the order of the pack."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.kinds.kind import AssetKind

# what `--only` takes → the module whose KIND it is, loaded when it is asked for
KINDS = {
    "social": "builder.kinds.social",
    "email": "builder.kinds.email",
    "backgrounds": "builder.kinds.backgrounds",
    "posters": "builder.kinds.posters",
    "infographic": "builder.kinds.infographic",
    "pledge": "builder.kinds.pledge",
    "slides": "builder.kinds.slides",
    "copy": "builder.kinds.copy",
    "calendar": "builder.kinds.calendar",
    "logos": "builder.kinds.logos",
    "guide": "builder.kinds.guide",
    "start": "builder.kinds.start",
}


def kinds_named(names: Iterable[str] = ()) -> tuple[AssetKind, ...]:
    """These kinds in the order of the pack, all if none is named; KeyError for one unknown."""
    wanted = set(names)
    if unknown := wanted - KINDS.keys():
        raise KeyError(sorted(unknown)[0])
    return tuple(import_module(KINDS[name]).KIND for name in KINDS if not wanted or name in wanted)
