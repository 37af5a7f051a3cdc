"""Parts of files that were drawn before: one changed word redraws what holds it, not the whole file.

A renderer says what it draws with `drawn`, and knows no more of it. Whoever has it render may lend it a
place where parts are kept, from one file to the next and from one run to the next.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from typing import Any, Protocol

from builder.content.recipe import Later
from builder.media import Font, Image


class Parts(Protocol):
    """Where parts are kept, by their keys."""

    def get(self, key: str) -> bytes | None:
        """The part of a key, if it is there."""

    def put(self, key: str, part: bytes) -> None:
        """Keep a part."""


_PARTS: ContextVar[Parts | None] = ContextVar("parts", default=None)


@contextmanager
def kept_in(parts: Parts) -> Iterator[None]:
    """While this is open, parts are taken from there, and those that are missing are kept there."""
    before = _PARTS.set(parts)
    try:
        yield
    finally:
        _PARTS.reset(before)


def drawn(draw: Callable[..., bytes], *what: Any) -> bytes:
    """What a function of a module makes of some values, drawn if that was not kept.

    Nothing but the values may decide the bytes: contents, fonts and images, plain values.
    """
    parts = _PARTS.get()
    if parts is None:
        return draw(*what)
    key = part_key(draw, what)
    part = parts.get(key)
    if part is None:
        part = draw(*what)
        parts.put(key, part)
    return part


def part_key(draw: Callable[..., bytes], what: tuple[Any, ...]) -> str:
    """The sha256 of who draws and of the values, equal for equal ones however they came to be."""
    told = io.BytesIO()
    pickler = pickle.Pickler(told, protocol=5)
    pickler.fast = True  # says all of a value each time; else it would tell which parts are one object
    pickler.dispatch_table = {Font: _by_digest, Image: _by_digest, Later: _by_digest}
    pickler.dump((draw.__module__, draw.__qualname__, what))
    return sha256(told.getvalue()).hexdigest()


def _by_digest(medium: Font | Image | Later) -> tuple[type[str], tuple[str]]:
    """A font or an image is its bytes, wherever they lie; a layout that nobody looked at is its recipe."""
    return str, (medium.digest,)
