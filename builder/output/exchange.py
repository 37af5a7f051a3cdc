"""Two names that change places in one step, where the system has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE (renameat2(2))
_SWAP = 2  # RENAME_SWAP (renamex_np(2))
_NONE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)  # of a file system, or a kernel


def exchange(one: Path, other: Path) -> bool:
    """Give each the place of the other, so that nobody ever sees one of them missing.

    False if the system has no such step; OSError if it refuses.
    """
    step = _step()
    if step is None or step(os.fsencode(one), os.fsencode(other)) == 0:
        return step is not None
    number = ctypes.get_errno()
    if number in _NONE:
        return False
    raise OSError(number, os.strerror(number), str(one))


def _step() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "linux" and (rename := getattr(_library(), "renameat2", None)):  # old ones have none
        return lambda one, other: int(rename(_HERE, one, _HERE, other, _EXCHANGE))
    if sys.platform == "darwin" and (rename := getattr(_library(), "renamex_np", None)):
        return lambda one, other: int(rename(one, other, _SWAP))
    return None


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
