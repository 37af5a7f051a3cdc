"""Plans in, files out: each rendered once, those of an earlier run taken from the cache."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace

from builder.errors import Faults, Problem
from builder.output.cache import Cache, Made, digest
from builder.pack.plan import Plan

MANY = 6  # plans from which starting processes pays
Progress = Callable[[int, int, str], None]  # done, of how many, the file just made


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the pack: its plan, and its bytes."""

    plan: Plan
    data: bytes


def make(
    plans: Sequence[Plan], cache: Cache, jobs: int = 0, progress: Progress = lambda *_: None
) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The files of all plans, in their order, and what their makers warn of.

    `jobs` is the number of processes, 0 for one a core. Faults holds the errors of all makers.
    """
    keys = [digest(plan) for plan in plans]
    made: dict[int, Made] = {}
    for number, plan in enumerate(plans):
        if found := cache.get(keys[number]):
            made[number] = found
            progress(len(made), len(plans), plan.path)
    missing = [number for number in range(len(plans)) if number not in made]
    for number, result in _rendered(plans, missing, jobs or os.cpu_count() or 1):
        made[number] = result
        if not any(problem.severity == "error" for problem in result[1]):
            cache.put(keys[number], result)
        progress(len(made), len(plans), plans[number].path)
    problems = _problems(plans, made)
    if any(problem.severity == "error" for problem in problems):
        raise Faults(problems)
    return tuple(Asset(plan, made[number][0]) for number, plan in enumerate(plans)), problems


def _problems(plans: Sequence[Plan], made: dict[int, Made]) -> tuple[Problem, ...]:
    """What plans, makers and the proof say, each once; what has no place names its file."""
    found = dict[Problem, None]()
    where = dict[Problem, list[str]]()
    for number, plan in enumerate(plans):
        data, problems = made[number]
        found |= dict.fromkeys(plan.notes)
        if not any(problem.severity == "error" for problem in problems):
            found |= dict.fromkeys(prove(plan, data))
        for problem in problems:
            where.setdefault(replace(problem, place=problem.place or plan.place), []).append(plan.path)
    return (*found, *(_in_files(problem, paths) for problem, paths in where.items()))


def _in_files(problem: Problem, paths: Sequence[str]) -> Problem:
    others = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return replace(problem, message=f"{problem.message} (in {paths[0]}{others})")


def prove(plan: Plan, data: bytes) -> Iterator[Problem]:
    """Measure a file against its plan: a warning if it is too heavy, ValueError if it is another picture."""
    if plan.width and plan.format.is_pixels and not plan.format.is_supplied:
        from builder.render.proof import measure  # noqa: PLC0415  opens images: not for `--help`

        found = measure(data)
        wanted = (plan.width, plan.height, plan.format.media_type, True, False)
        if found != wanted:
            raise ValueError(
                f"{plan.path}: made (width, height, type, sRGB, alpha) {found}, planned {wanted}"
            )
    if plan.budget and len(data) > plan.budget:
        most = plan.budget // 1000
        message = f"{plan.path} has {len(data) // 1000:,} KB; its platform asks for at most {most:,} KB"
        yield Problem(message, plan.place, "a plainer design or photograph makes it lighter", "warning")


def render(plan: Plan) -> Made:
    """One plan's file, with what its maker says; the errors of Faults are among them."""
    try:
        result = plan.format.render(plan.content, **dict(plan.options))
    except Faults as faults:
        return b"", faults.problems
    except Exception as error:
        error.add_note(f"while making {plan.path}")
        raise
    return result if isinstance(result, tuple) else (result, ())


def _rendered(plans: Sequence[Plan], numbers: Iterable[int], jobs: int) -> Iterator[tuple[int, Made]]:
    wanted = list(numbers)
    if jobs == 1 or len(wanted) < MANY:
        yield from ((number, render(plans[number])) for number in wanted)
        return
    with _processes(jobs) as pool:
        futures: dict[Future[Made], int] = {pool.submit(render, plans[number]): number for number in wanted}
        for future in as_completed(futures):
            yield futures[future], future.result()


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that leave Ctrl-C to this process, and stop with it."""
    pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
