"""What a contestant does in its own process: the task, timed, and the last result kept to be looked at."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

Item = TypeVar("Item")


def timed(items: Sequence[Item], work: Callable[[Item], bytes], keep: Path, warm: int = 0) -> None:
    """Print CPU ms and bytes an item, as JSON; the first `warm` items are done before the clock starts."""
    for item in items[:warm]:
        work(item)
    gc.collect()  # what was read and imported is not looked through in the task's time
    start = process_time()
    made = [work(item) for item in items[warm:]]
    ms = (process_time() - start) * 1000 / len(made)
    keep.write_bytes(made[-1])
    print(json.dumps({"ms": ms, "bytes": sum(map(len, made)) / len(made)}))
