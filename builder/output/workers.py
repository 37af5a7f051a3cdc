"""The processes of a run, which are given its tasks at their start and are then told numbers."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, Process, get_start_method, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from traceback import format_exc
from typing import Any, Literal, Self, TypeVar

from builder.record import Record

ENOUGH = 1.5  # seconds of work from which starting processes pays: below, they take as much as they spare
# New objects after which Python looks for those that only hold each other: about as many as a guide leaves.
# After every 700, as it does by itself, a fifteenth of a document's time goes into finding nothing.
PILED_UP = 50_000
ROOM = 40 << 20  # bytes that a process may grow by before a fresh one, which learns all anew, takes its place
LITTLE = ROOM // 4  # bytes that a process has grown by at the most which begins what takes much memory
_USUAL = 0.35  # seconds that a task is taken to last which does not say
_MMAP_THRESHOLD, _LARGE = -3, 8 << 20  # mallopt(3); bytes
_TRIM_THRESHOLD, _SPARE = -1, 10 << 20

Result = TypeVar("Result")


class Done(Record):
    """What was just done: a recipe laid out, a file drawn, or taken from the cache."""

    done: Literal["laid out", "drawn", "taken"]
    name: str  # of the file, or what the lead calls the canvas
    number: int  # how many are done by now
    of: int


Progress = Callable[[Done], None]
Task = Callable[[], Result]


class Workers:
    """Processes that are started when there is much to do, and stop with the run.

    What tasks share, and it is much, reaches a process once, at its start; a task that was not expected
    then is sent by itself. One that has grown makes room for a fresh one, and what takes much memory is begun
    by one that holds little yet, so that a run holds as much of a large pack as of a small one. All begin as
    a copy of this process, which does nothing itself meanwhile: what it grew by, they would hold as well.
    """

    def __init__(self, jobs: int = 0) -> None:
        """`jobs` processes at the most, 0 for one a core; with one, all is done here."""
        self._jobs = jobs or os.cpu_count() or 1
        self._crew: list[_Worker] | None = None  # none before there is much to do
        self._tasks: list[Task[Any]] = []
        self._numbers: dict[int, int] = {}  # of tasks, by what tells one object from another
        self._load: Callable[[], None] | None = None
        self._thresholds = gc.get_threshold()

    def __enter__(self) -> Self:
        """The workers, until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them, whatever they have not begun."""
        for worker in self._crew or ():
            worker.end()
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)

    def expect(self, tasks: Sequence[Task[Any]], load: Callable[[], None] | None = None) -> None:
        """Tell of tasks that will be given to `work`, and what loads all that they need, if it is much.

        What is loaded before processes part from this one is theirs as well, once for all.
        """
        if self._crew is None:
            self._load = load if forks() else None
            self._tasks += tasks

    def work(self, tasks: Sequence[Task[Result]]) -> Iterator[tuple[int, Result]]:
        """The number and the result of each task, as they come."""
        much = self._crew is not None or _seconds((*tasks, *self._others(tasks))) >= ENOUGH
        if much:
            gc.set_threshold(PILED_UP)
        if much and not gc.isenabled():  # little leaves so little behind that nobody need look for it
            gc.freeze()
            gc.enable()
        if much and self._jobs > 1:
            yield from self._shared(tasks, self._begun(tasks))
            return
        self._tasks = self._others(tasks)
        yield from ((number, task()) for number, task in enumerate(tasks))

    def _others(self, tasks: Sequence[Task[Any]]) -> list[Task[Any]]:
        """What is expected beside these."""
        these = {id(task) for task in tasks}
        return [task for task in self._tasks if id(task) not in these]

    def _begun(self, tasks: Sequence[Task[Any]]) -> list[_Worker]:
        """The workers, of whom some may be there; what there is to do is settled before the first starts."""
        if self._crew is None:
            if not {id(task) for task in tasks} - {id(task) for task in self._tasks}:
                self._all_loaded()
            self._crew = []
            self._tasks = [*tasks, *self._others(tasks)]
            self._numbers = {id(task): place for place, task in enumerate(self._tasks)}
            gc.freeze()
            give_back()
        return self._crew

    def _all_loaded(self) -> None:
        """Load all that tasks need, once, for the processes that start from now on."""
        if self._load:
            self._load()
            gc.freeze()  # what is there stays: no process need look through it, nor copy it for that
            self._load = None

    def _shared(self, tasks: Sequence[Task[Result]], crew: list[_Worker]) -> Iterator[tuple[int, Result]]:
        """All results, of tasks that are given in their order to whoever is free: large ones to who is small.

        While they do what was not expected, all is loaded for what was, which fresh processes do.
        """
        todo, free = _Queue(tasks), [*crew]
        busy = dict[Connection, tuple[_Worker, int]]()
        early = list[_Worker]()
        try:
            while todo or busy:
                while todo and (free or len(crew) < self._jobs):
                    worker = free.pop() if free else self._another(crew)
                    if worker.grown > LITTLE and todo.all_large:
                        crew.remove(worker)
                        worker.end()
                        worker = self._another(crew)
                    place = todo.next(large=worker.grown <= LITTLE)
                    worker.pipe.send(self._numbers.get(id(tasks[place]), tasks[place]))
                    busy[worker.pipe] = worker, place
                if self._load:
                    early = [*crew]
                    self._all_loaded()
                ready = wait([*busy])
                for worker, place in [busy[pipe] for pipe in busy if pipe in ready]:
                    result = worker.result()
                    del busy[worker.pipe]
                    if worker.grown > ROOM:
                        crew.remove(worker)
                        worker.end()
                    else:
                        free.append(worker)
                    yield place, result
        except KeyboardInterrupt:
            for worker in crew:
                worker.stop()
            raise
        finally:  # results that nobody waits for would go to the next who asks; early ones have not loaded
            gone = [*early, *(worker for worker, _ in busy.values())]
            for worker in [each for each in crew if each in gone]:
                crew.remove(worker)
                worker.end()

    def _another(self, crew: list[_Worker]) -> _Worker:
        crew.append(worker := _Worker(self._tasks))
        return worker


class _Queue:
    """The numbers of tasks in their order, large ones apart from the others."""

    def __init__(self, tasks: Sequence[Task[Any]]) -> None:
        self._large, self._others = deque[int](), deque[int]()
        for number, task in enumerate(tasks):
            (self._large if getattr(task, "large", False) else self._others).append(number)

    def __bool__(self) -> bool:
        return bool(self._large or self._others)

    @property
    def all_large(self) -> bool:
        """Whether all that are left are."""
        return not self._others

    def next(self, *, large: bool) -> int:
        """The next one, a large one if there is any and it may be."""
        return (self._large if self._large and (large or self.all_large) else self._others).popleft()


class _Worker:
    """A process that does one task after the other, from its own end of a pipe."""

    def __init__(self, tasks: Sequence[Task[Any]]) -> None:
        self.grown = 0  # bytes that it held at the most beside those it began with
        self.pipe, theirs = Pipe()
        self._process = Process(target=_serve, args=(theirs, tasks), daemon=True)
        self._process.start()
        theirs.close()

    def result(self) -> Any:
        """What its task gave, or whatever it raised."""
        try:
            result, error, self.grown = self.pipe.recv()
        except EOFError as end:
            raise RuntimeError("a worker of packbuild died") from end
        if error:
            raise error
        return result

    def stop(self) -> None:
        """End it at once: nobody waits for what it is at."""
        self._process.kill()

    def end(self) -> None:
        """Let it end, when it has done what it is at."""
        with suppress(OSError):  # it died
            self.pipe.send(None)
        self._process.join()
        self.pipe.close()


def forks() -> bool:
    """Whether a process begins as a copy of this one; else it learns all anew."""
    return get_start_method() == "fork"


def _seconds(tasks: Sequence[Task[Any]]) -> float:
    """About how long tasks take one process after the other, as they say themselves."""
    return sum(getattr(task, "seconds", _USUAL) for task in tasks)


def _serve(pipe: Connection, tasks: Sequence[Task[Any]]) -> None:
    """Do tasks, told by number or sent, until None comes.

    A worker leaves Ctrl-C to its parent, and seldom looks for what is left behind.
    """
    gc.set_threshold(PILED_UP)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    give_back()
    first = _held()
    while (task := pipe.recv()) is not None:
        result, raised = None, None
        try:
            result = (tasks[task] if isinstance(task, int) else task)()
        except Exception as error:
            error.add_note(f"In another process: {format_exc()}")
            raised = error
        pipe.send((result, raised, _held() - first))


def _held() -> int:
    """The most memory that this process has held, in bytes; 0 where a fresh one would cost too much."""
    if not forks():
        return 0
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415  Windows has none

    return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def give_back() -> None:
    """Have large pieces of memory that are freed go back to the system: glibc would keep tens of MiB.

    Those the size of a card are used again, its pixels and beside them its rows as they are packed: to
    have them from the system each time takes a fifth of what a card on a gradient does.
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
