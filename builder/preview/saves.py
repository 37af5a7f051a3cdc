"""Saves: what the system tells of files that people work on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from builder.errors import FileTrouble

_PAUSE, _MOST = 10, 100  # ms without another file before a save is whole; the longest that it is waited for
_OFTEN = 0.5  # s after which an end is noticed


class Saves:
    """Saves below some folders, but for those below `ignored`: none is missed, several may be one."""

    def __init__(self, folders: Iterable[Path], ignored: Path) -> None:
        from watchfiles import DefaultFilter, watch  # noqa: PLC0415  only who waits needs it

        usual, home = DefaultFilter(), ignored.resolve()
        self._watched = sorted({folder.resolve() for folder in folders if folder.is_dir()})
        self._filter = lambda change, path: usual(change, path) and not Path(path).is_relative_to(home)
        self._watch, self._end = watch, Event()
        self._news = SimpleQueue[OSError | None]()
        started = Event()
        Thread(target=self._listen, args=(started,), daemon=True).start()
        started.wait()

    def wait(self, end: Event) -> bool:
        """Whether there was a save, once there is one; not if the end came first.

        FileTrouble if the system cannot tell of saves.
        """
        while not end.is_set():
            try:
                trouble = self._news.get(timeout=_OFTEN)
            except Empty:
                continue
            while not (trouble or self._news.empty()):
                trouble = self._news.get()
            if trouble:
                raise FileTrouble(f"saves cannot be watched: {trouble}") from trouble
            return True
        return False

    def end(self) -> None:
        """Watch no more."""
        self._end.set()

    def _listen(self, started: Event) -> None:
        started.set()
        try:
            for _ in self._watch(
                *self._watched,
                watch_filter=self._filter,
                debounce=_MOST,
                step=_PAUSE,
                stop_event=self._end,
                rust_timeout=round(_OFTEN * 1000),
            ):
                self._news.put(None)
        except OSError as trouble:
            self._news.put(trouble)
