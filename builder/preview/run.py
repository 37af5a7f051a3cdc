"""The preview, from its start to Ctrl-C."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, current_thread, main_thread

from builder.pipeline.request import Request
from builder.preview.residents import Residents
from builder.preview.saves import Saves
from builder.preview.server import serving
from builder.preview.session import Session

_KIND = 10  # how far the check stands back for what is looked at (nice)
_TURN = 0.001  # s that reading may keep who serves pictures waiting


def preview(request: Request, say: Callable[[str], None], end: Event | None = None) -> None:
    """Serve the page of a pack, and read anew with each save, until the end, Ctrl-C or SIGTERM."""
    ended = end or Event()
    sys.setswitchinterval(_TURN)
    workers = Residents(request.jobs or os.cpu_count() or 1)
    session = Session(request, workers, Residents(1, kindness=_KIND))
    saves = Saves((request.spec.parent, request.brand), request.output)
    try:
        with _terminable(ended), serving(session) as address, suppress(KeyboardInterrupt):
            say(f"Look at {address}\nIt shows each save; Ctrl-C ends it.")
            session.refresh()
            gc.collect()
            gc.freeze()  # what is loaded stays, and much that is read: looking through it delays a save
            while saves.wait(ended):
                session.refresh()
    finally:
        gc.unfreeze()
        saves.end()
        session.end()


@contextmanager
def _terminable(ended: Event) -> Iterator[None]:
    """While this is open, SIGTERM is an end as good as Ctrl-C, which lets the workers go."""
    if current_thread() is not main_thread():  # no other may listen to signals
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: ended.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
