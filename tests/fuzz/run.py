"""Many campaigns tried, in processes of their own, each with an end to its time and memory."""

from __future__ import annotations

import json
import multiprocessing
import re
import resource
import shutil
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.campaigns import MAKERS, Campaign, campaigns
from tests.fuzz.trials import laid_out, tried

_AT_ONCE = 100  # cases of a process: it begins with the memory of none
_MOST_CPU = 60  # seconds of one case; more than ten are told
_MOST_BYTES = 4 << 30  # of a process
_MUCH = 1 << 20  # KiB of a process at its most: a gigabyte
_FORGOTTEN = 20_000  # files of the cache


def run(count: int, start: int, folder: Path, makers: Sequence[str]) -> Iterator[str]:
    """Try so many campaigns: a line for each hundred and its finds, whose files are kept in the folder."""
    names = list(makers or MAKERS)
    told, seconds, most = Counter[str](), 0.0, 0
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(-(-count // _AT_ONCE)):
        work = folder / "work"
        maker = names[number % len(names)]
        process = multiprocessing.get_context("spawn").Process(
            target=_some, args=(start + number, work, folder, maker, min(_AT_ONCE, count - number * _AT_ONCE))
        )
        process.start()
        process.join()
        if process.exitcode:
            kept = folder / f"killed-{start + number}"
            shutil.copytree(work, kept, dirs_exist_ok=True, ignore=shutil.ignore_patterns("output"))
            yield f"{maker} {start + number}: the process ended with {process.exitcode}; {kept}"
        some = json.loads((work / "told.json").read_text("utf-8"))
        told.update(some["told"])
        seconds, most = max(seconds, some["seconds"]), max(most, some["most"])
        yield f"{(number + 1) * _AT_ONCE} {maker}: {dict(told)}; at most {seconds:.1f} s, {most >> 10} MB"


def _some(number: int, work: Path, folder: Path, maker: str, count: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    told, longest = Counter[str](), 0.0

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(campaigns(maker))
    def one(campaign: Campaign) -> None:
        nonlocal longest
        used = _seconds()
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + _MOST_CPU, resource.RLIM_INFINITY))
        before = _most()
        try:
            outcome = tried(campaign, work)
            if _most() > max(before, _MUCH):
                raise MemoryError(f"{_most() >> 10} MB")
        except Exception as error:
            outcome = _found(error, campaign, folder)
        told[outcome] += 1
        longest = max(longest, _seconds() - used)
        _note(work, told, longest)

    if sum(1 for _ in (work / "output/.cache").glob("*/*")) > _FORGOTTEN:
        shutil.rmtree(work / "output")
    (work).mkdir(exist_ok=True)
    _note(work, told, longest)
    one()


def _note(work: Path, told: Counter[str], longest: float) -> None:
    noted = {"told": told, "seconds": longest, "most": _most()}
    (work / "told.json").write_text(json.dumps(noted), "utf-8")


def _seconds() -> float:
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _found(error: Exception, campaign: Campaign, folder: Path) -> str:
    """What was found in short; the campaign is kept, with the traceback, if it is the first of its sort."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/builder/" in frame.filename]
    at = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    name = re.sub(r"\W+", "-", f"{type(error).__name__} {at} {str(error)[:30] if not at else ''}").strip("-")
    if not (kept := folder / name).exists():
        laid_out(campaign, kept)
        (kept / "traceback.txt").write_text("".join(traceback.format_exception(error)), "utf-8")
        (kept / "how.txt").write_text(f"{campaign.how} {campaign.kind} {list(campaign.files)}\n", "utf-8")
    return name
