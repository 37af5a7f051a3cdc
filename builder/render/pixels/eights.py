"""A mask looked at eight pixels at a time: most are all bare or all covered, and told apart at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Eights = NDArray[np.uint64]  # eight pixels a number, in the order in which they lie in memory

_ONE = np.uint64(1)
_EACH = 0x0101_0101_0101_0101  # times a pixel: eight of it


def in_eights(alpha: NDArray[np.uint8]) -> Eights:
    """A copy of a mask's pixels, row after row; bare ones fill up the last number."""
    numbers = np.empty(-(-alpha.size // 8), np.uint64)
    numbers[-1:] = 0
    numbers.view(np.uint8)[: alpha.size] = alpha.reshape(-1)
    return numbers


def mixed(numbers: Eights) -> NDArray[np.intp]:
    """Which of the numbers are neither all bare nor all covered."""
    return np.flatnonzero(numbers + _ONE > _ONE)


def edge_of(alpha: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where the pixels lie that are partly covered, row after row."""
    numbers = in_eights(alpha)
    at = mixed(numbers)
    near = numbers[at].view(np.uint8)
    edge = np.flatnonzero((near - np.uint8(1)) < 254)
    places: NDArray[np.intp] = at[edge >> 3] * 8 + (edge & 7)
    return places


def recolored(numbers: Eights, bare: int, covered: int) -> None:
    """Give bare pixels one value and covered ones another; what is mixed becomes anything."""
    numbers &= np.uint64((bare ^ covered) * _EACH)
    numbers ^= np.uint64(bare * _EACH)
