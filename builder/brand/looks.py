"""Where a brand's designs, slides and art are: in its folder, or, if it has none, in what comes along."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from builder.record import Record
from builder.shipped import shipped
from builder.source.folder import contents


class Look(Record):
    """A folder with designs, slides and art."""

    folder: Path
    shown_as: str
    own: bool  # whether it is the brand's


def look_for(folder: Path, shown_as: str = "") -> Look:
    """The brand's own look, if it has any design; else the one that comes along."""
    if any((folder / "designs").glob("*.yaml")):
        return Look(folder, shown_as, own=True)
    return Look(shipped("brand"), "packbuild/brand", own=False)


def state_of(folder: Path) -> str:
    """The sha256 of all files that decide a brand: those of its folder, and of a look that comes along."""
    look, own = look_for(folder), contents(folder)
    if look.own:
        return own
    parts = [own, *(contents(look.folder / part) for part in ("art", "designs"))]
    return sha256("".join(parts).encode()).hexdigest()
