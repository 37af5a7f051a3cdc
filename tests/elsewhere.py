"""What other processes make, with another order of hashes, another clock and another locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256

OTHERS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "US/Pacific", "LC_ALL": "C.UTF-8"},
)


def made() -> dict[str, str]:
    """A calendar, and the digests of a card, a book and a Word file, as this process makes them."""
    import sample_story  # noqa: PLC0415  it and the tests import this module
    import test_calendar  # noqa: PLC0415
    import test_pixels  # noqa: PLC0415

    from builder.render.pixels.png import render_png  # noqa: PLC0415

    files = {"card": render_png(test_pixels.busy(2))[0], **sample_story.files()}
    return {"calendar": test_calendar.everywhere()} | {
        name: sha256(data).hexdigest() for name, data in files.items()
    }


def made_by(environment: Mapping[str, str]) -> dict[str, str]:
    """The same as another process makes it."""
    done = subprocess.run(
        [sys.executable, __file__],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    print(json.dumps(made()))  # noqa: T201
