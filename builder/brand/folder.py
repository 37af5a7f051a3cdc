"""The brand folder: nothing outside it is read."""

from __future__ import annotations

from pathlib import Path

from builder.brand.findings import Findings
from builder.errors import Place


def inside(folder: Path, name: str, place: Place, findings: Findings) -> Path | None:
    """A file of the folder by its name there; None, and a fault, if it lies outside."""
    path = (folder / name).resolve()
    if path.is_relative_to(folder.resolve()):
        return path
    findings.fault(place, f"`{name}` lies outside the brand folder", "copy it into the brand folder")
    return None
