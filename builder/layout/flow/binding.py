"""Pages in sheets that are folded and stapled: four to a sheet, the first one a right-hand page."""

from __future__ import annotations

from collections.abc import Sequence

from builder.layout.flow.flow import Flow
from builder.layout.flow.openings import FullPage

SHEET = 4  # pages of a sheet that is folded once
_BLANK: tuple[Flow, ...] = ()


def in_sheets(pages: Sequence[tuple[Flow, ...]]) -> list[tuple[Flow, ...]]:
    """The pages with blank ones among them.

    They stand before openings of a whole page that would be left-hand ones, and before a back cover, so that
    it is the last page of the last sheet.
    """
    *inner, last = pages
    ends = len(pages) > 1 and _opens(last)
    bound: list[tuple[Flow, ...]] = []
    for page in inner if ends else pages:
        if _opens(page) and len(bound) % 2:
            bound.append(_BLANK)
        bound.append(page)
    bound += [_BLANK] * (-(len(bound) + ends) % SHEET)
    return [*bound, last] if ends else bound


def _opens(page: tuple[Flow, ...]) -> bool:
    return bool(page) and isinstance(page[0], FullPage)
