"""Tasks done in processes, which are given all tasks at their start and are then told numbers."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread
from typing import Any, Literal, TypeVar

MANY = 6  # tasks from which starting processes pays

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done:
    """What was just done: a recipe laid out, a file drawn, or taken from the cache."""

    done: Literal["laid out", "drawn", "taken"]
    name: str  # of the file, or what the lead calls the canvas
    number: int  # how many are done by now
    of: int


Progress = Callable[[Done], None]
Task = Callable[[], Result]

_TASKS: Sequence[Task[Any]] = ()  # of a worker


def work(tasks: Sequence[Task[Result]], jobs: int = 0) -> Iterator[tuple[int, Result]]:
    """The number and the result of each task, as they come; `jobs` processes, 0 for one a core."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(tasks) < MANY:
        yield from ((number, task()) for number, task in enumerate(tasks))
        return
    with _processes(jobs, tasks) as pool:
        futures: dict[Future[Result], int] = {
            pool.submit(_do, number): number for number in range(len(tasks))
        }
        for future in as_completed(futures):
            yield futures[future], future.result()


def _do(number: int) -> Any:
    return _TASKS[number]()


def _begin(tasks: Sequence[Task[Any]]) -> None:
    """A worker leaves Ctrl-C to its parent. What tasks share reaches it once, whoever holds it."""
    global _TASKS  # noqa: PLW0603  the one thing that a process is told at its start
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _TASKS = tasks


def end_with_parent() -> None:
    """Have this worker end when its parent does, even if that was killed: nobody else would end it."""
    parent = parent_process()

    def wait() -> None:
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


@contextmanager
def _processes(jobs: int, tasks: Sequence[Task[Any]]) -> Iterator[ProcessPoolExecutor]:
    """Workers that stop with this process."""
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(tasks,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
