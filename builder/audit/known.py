"""Files read back in other processes, and those that were read before taken from the cache."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.audit.inspection import Examine, Examined, Examiner
from builder.audit.rule import Finding
from builder.output.cache import Cache
from builder.output.key import digest, program
from builder.output.workers import Workers
from builder.record import as_json


def examiner(cache: Cache, workers: Workers) -> Examiner:
    """Reads each file once, whatever the run."""

    def examine(tasks: Sequence[Examine]) -> list[Examined]:
        keys = [_key(task) for task in tasks]
        said = [cache.said(key) if key else None for key in keys]
        found = {number: _examined(each[0]) for number, each in enumerate(said) if each}
        missing = [number for number in range(len(tasks)) if number not in found]
        for done, examined in workers.work([tasks[number] for number in missing]):
            number = missing[done]
            found[number] = examined
            if key := keys[number]:
                cache.put(key, b"", [as_json(examined)])
        return [found[number] for number in range(len(tasks))]

    return examine


def _key(task: Examine) -> str:
    """All that decides what is found; none for a list of the whole pack, which is soon read."""
    if len(task.pack) > 1:
        return ""
    made = task.pack.files[task.path].digest
    return digest(program(), "read back", task.format, task.path, made, dict(task.entry), sorted(task.paths))


def _examined(entry: dict[str, Any]) -> Examined:
    """What was found, as the cache has it."""
    found = ((name, Finding(**{**each, "places": tuple(each["places"])})) for name, each in entry["findings"])
    return Examined(entry["files"], tuple(found))
