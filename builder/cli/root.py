"""The folder that all others are in."""

from __future__ import annotations

import os


def nearest_root() -> str:
    """The nearest folder, from the current one upwards, that has packs; the current one if none has."""
    folder = here = os.getcwd()
    while not os.path.isdir(os.path.join(folder, "packs")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return here
    return folder
