"""The processes of a run, which are given its tasks at their start and are then told numbers."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_start_method, parent_process
from queue import SimpleQueue
from threading import Thread
from typing import Any, Literal, Self, TypeVar

from builder.record import Record

ENOUGH = 2.0  # seconds of work from which starting processes pays: below, they take as much as they spare
# New objects after which Python looks for those that only hold each other: about as many as a guide leaves.
# After every 700, as it does by itself, a fifteenth of a document's time goes into finding nothing.
PILED_UP = 50_000
_USUAL = 0.35  # seconds that a task is taken to last which does not say
_MMAP_THRESHOLD, _LARGE = -3, 2 << 20  # mallopt(3); bytes
_TRIM_THRESHOLD, _SPARE = -1, 2 * _LARGE

Result = TypeVar("Result")


class Done(Record):
    """What was just done: a recipe laid out, a file drawn, or taken from the cache."""

    done: Literal["laid out", "drawn", "taken"]
    name: str  # of the file, or what the lead calls the canvas
    number: int  # how many are done by now
    of: int


Progress = Callable[[Done], None]
Task = Callable[[], Result]

_TASKS: Sequence[Task[Any]] = ()  # of a worker


class Workers:
    """Processes that are started when there is much to do, work beside this one, and stop with it.

    They stay for all that a run does, as what one has imported and shaped for a layout serves its
    drawing. What tasks share, and it is much, reaches a process once, at its start; a task that was
    not expected then is sent by itself.
    """

    def __init__(self, jobs: int = 0) -> None:
        """`jobs` processes at the most, 0 for one a core; with one, all is done here."""
        self._jobs = jobs or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._tasks: list[Task[Any]] = []
        self._numbers: dict[int, int] = {}  # of tasks, by what tells one object from another
        self._load: Callable[[], None] = lambda: None
        self._thresholds = gc.get_threshold()

    def __enter__(self) -> Self:
        """The workers, until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them, whatever they have not begun."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)

    def expect(self, tasks: Sequence[Task[Any]], load: Callable[[], None] = lambda: None) -> None:
        """Tell of tasks that will be given to `work`, and what loads all that they need, if it is much.

        What is loaded before processes part from this one is theirs as well, once for all.
        """
        if not self._pool:
            self._load = load
            self._tasks += tasks

    def work(self, tasks: Sequence[Task[Result]]) -> Iterator[tuple[int, Result]]:
        """The number and the result of each task, as they come."""
        much = self._pool is not None or _seconds((*tasks, *self._others(tasks))) >= ENOUGH
        if much:
            gc.set_threshold(PILED_UP)
        if much and not gc.isenabled():  # little leaves so little behind that nobody need look for it
            gc.freeze()
            gc.enable()
        if much and self._jobs > 1:
            pool = self._started(tasks)
            futures = [pool.submit(_do, self._numbers.get(id(task), task)) for task in tasks]
            yield from _shared(tasks, futures)
            return
        self._tasks = self._others(tasks)
        yield from ((number, task()) for number, task in enumerate(tasks))

    def _others(self, tasks: Sequence[Task[Any]]) -> list[Task[Any]]:
        """What is expected beside these."""
        these = {id(task) for task in tasks}
        return [task for task in self._tasks if id(task) not in these]

    def _started(self, tasks: Sequence[Task[Any]]) -> ProcessPoolExecutor:
        if not self._pool:
            self._tasks = [*tasks, *self._others(tasks)]
            self._numbers = {id(task): place for place, task in enumerate(self._tasks)}
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy starts threads that nothing needs
            if get_start_method() == "fork":
                self._load()
                gc.freeze()  # what is loaded stays: no process need look through it, nor copy it for that
            _give_back()
            self._pool = ProcessPoolExecutor(self._jobs - 1, initializer=_begin, initargs=(self._tasks,))
        return self._pool


def _seconds(tasks: Sequence[Task[Any]]) -> float:
    """About how long tasks take one process after the other, as they say themselves."""
    return sum(getattr(task, "seconds", _USUAL) for task in tasks)


def _shared(tasks: Sequence[Task[Result]], futures: Sequence[Future[Result]]) -> Iterator[tuple[int, Result]]:
    """All results: the other processes begin with the first tasks, this one with the last, until they meet.

    It would hold as much as any other if it only waited for them.
    """
    left, done = dict(enumerate(futures)), SimpleQueue[int]()
    for place, future in left.items():
        future.add_done_callback(partial(_tell, done, place))
    for place in reversed(range(len(tasks))):
        if futures[place].cancel():
            del left[place]
            yield place, tasks[place]()
        while not done.empty():
            yield from _result(done.get(), left)
    while left:
        yield from _result(done.get(), left)


def _tell(done: SimpleQueue[int], place: int, _: object) -> None:
    done.put(place)


def _result(place: int, left: dict[int, Future[Result]]) -> Iterator[tuple[int, Result]]:
    """The result of a task that another process has done; none of one that was taken from it."""
    if future := left.pop(place, None):
        yield place, future.result()


def _do(task: int | Task[Any]) -> Any:
    return (_TASKS[task] if isinstance(task, int) else task)()


def _begin(tasks: Sequence[Task[Any]]) -> None:
    """A worker leaves Ctrl-C to its parent, and seldom looks for what is left behind."""
    global _TASKS  # noqa: PLW0603  the one thing that a process is told at its start
    gc.set_threshold(PILED_UP)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _give_back()
    _TASKS = tasks


def _give_back() -> None:
    """Have large pieces of memory that are freed go back to the system: glibc would keep tens of MiB.

    Those the size of a card's mask are used again: to have them from the system each time takes longer
    than to fill them.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):  # musl has none
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_TRIM_THRESHOLD, _SPARE)


def end_with_parent() -> None:
    """Have this worker end when its parent does, even if that was killed: nobody else would end it."""
    parent = parent_process()

    def wait() -> None:
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()
