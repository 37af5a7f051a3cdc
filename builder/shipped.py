"""Files of the project that campaigns start from and people read, wherever the program is installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The file or folder of this path in the project: `docs`, `brand/designs`.

    A checkout holds it beside the package, a wheel inside it (see setup.py).
    """
    inside = _PACKAGE / "shipped"
    return (inside if inside.is_dir() else _PACKAGE.parent) / name
