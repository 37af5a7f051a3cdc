"""Workers that stay: processes that have imported everything and keep what they know.

Each has a queue of its own, so that what was told to one (the pages of a guide) is asked of the same.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from multiprocessing import get_context
from queue import PriorityQueue
from threading import Thread
from typing import Any, TypeVar
from zlib import crc32

from builder.kept import stay
from builder.output.workers import end_with_parent

Result = TypeVar("Result")
Task = Callable[[], Result]

SEEN, UNSEEN = 0, 1  # urgency: what somebody looks at comes first
_ROOMS = ("builder.preview.tasks", "builder.kinds.guide", "builder.render.pixels.png")


@dataclass(order=True, frozen=True, slots=True)
class _Job:
    urgency: int
    number: int
    task: Task[Any] = field(compare=False)
    result: Future[Any] = field(compare=False)


class Residents:
    """Some processes, to which tasks are given by the name of what they are about."""

    def __init__(self, processes: int, kindness: int = 0) -> None:
        self._queues: tuple[PriorityQueue[_Job], ...] = tuple(PriorityQueue() for _ in range(processes))
        self._numbers, self._kindness, self._ended = count(), kindness, False
        for queue in self._queues:
            Thread(target=self._serve, args=(queue,), daemon=True).start()

    def do(self, task: Task[Result], about: str, urgency: int = SEEN) -> Future[Result]:
        """The task's result, once a process has done it; RuntimeError if that process dies of it."""
        result: Future[Result] = Future()
        queue = self._queues[crc32(about.encode()) % len(self._queues)]
        queue.put(_Job(urgency, next(self._numbers), task, result))
        return result

    def end(self) -> None:
        """Let the processes go; what they were asked for is not done."""
        self._ended = True
        for queue in self._queues:
            queue.put(_Job(-1, 0, bool, Future()))

    def _serve(self, queue: PriorityQueue[_Job]) -> None:
        process = self._process()
        while not self._ended:
            job = queue.get()
            if not job.result.set_running_or_notify_cancel():
                continue
            try:
                job.result.set_result(process.submit(job.task).result())
            except BrokenProcessPool:
                job.result.set_exception(RuntimeError("a worker of packbuild died"))
                process = self._process()
            except Exception as error:
                job.result.set_exception(error)
        process.shutdown(wait=False, cancel_futures=True)

    def _process(self) -> ProcessPoolExecutor:
        """One process, started here and now: it shares no lock with the threads of this one."""
        pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (self._kindness,))
        pool.submit(bool)
        return pool


def _begin(kindness: int) -> None:
    """Leave Ctrl-C to the parent, stand back for others if asked to, and import what all tasks need."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    if kindness and hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(kindness)
    stay()
    for name in _ROOMS:
        import_module(name)
    gc.freeze()  # what is imported stays: looking through it would keep a picture waiting
