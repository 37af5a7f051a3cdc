"""A work that another process does while this one does its own, and what came of it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from threading import active_count
from typing import TypeVar

from builder.output.workers import end_with_parent, forks

Result = TypeVar("Result")


@dataclass(frozen=True)
class Beside:
    """Has another process do a work, while this one does its own; two are the same whatever that is.

    Without anything of its own to do, with one core, or where a process would have to learn all anew,
    this one does the work itself.
    """

    own: Callable[[], None] | None = field(default=None, compare=False)

    @property
    def apart(self) -> bool:
        """Whether another process does it."""
        return self.own is not None and forks() and (os.cpu_count() or 1) > 1 and active_count() == 1

    def __call__(self, work: Callable[[], Result]) -> Result:
        """What came of the work; whatever it raised."""
        if self.own is None or not self.apart:
            return work()
        ours, theirs = Pipe(duplex=False)
        process = Process(target=_serve, args=(theirs, work), daemon=True)
        process.start()
        theirs.close()
        self.own()
        try:
            result: Result
            result, error = ours.recv()
        except EOFError as end:
            raise RuntimeError("a process of packbuild died") from end
        process.join()
        if error:
            raise error
        return result


def _serve(pipe: Connection, work: Callable[[], Result]) -> None:
    """Do the work and send what came of it; Ctrl-C is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    result, raised = None, None
    try:
        result = work()
    except Exception as error:
        raised = error
    pipe.send((result, raised))
