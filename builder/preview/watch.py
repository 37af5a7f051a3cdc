"""The pack kept up to date in a folder while it is written."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from builder.errors import Faults, FileTrouble, Misuse
from builder.output.workers import Done
from builder.pipeline.build import build
from builder.pipeline.publishing import Built
from builder.pipeline.request import Request
from builder.preview.saves import Saves
from builder.record import replace

Outcome = tuple[Built, tuple[str, ...]] | Faults | FileTrouble | Misuse


def watch(request: Request, say: Callable[[Outcome], None], end: Event | None = None) -> None:
    """Build into a folder of its own at once and after each save, until the end, and say what came of it.

    That is what was built with the names of the files that were drawn anew, or what is wrong, which leaves
    the folder as it was.
    """
    saves, watched = (
        Saves((request.spec.parent, request.brand), request.output),
        replace(request, watched=True),
    )
    try:
        say(_built(watched))
        while saves.wait(end or Event()):
            say(_built(watched))
    finally:
        saves.end()


def _built(request: Request) -> Outcome:
    drawn = list[str]()

    def noted(step: Done) -> None:
        if step.done == "drawn":
            drawn.append(step.name)

    try:
        return build(request, lambda _: None, noted), tuple(drawn)
    except (Faults, FileTrouble, Misuse) as trouble:
        return trouble
