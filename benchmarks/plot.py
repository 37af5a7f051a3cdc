"""All groups as bars in one SVG, which says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from benchmarks.page import amount
from benchmarks.results import Group, Row

_WIDTH, _LEFT, _ROOM = 760, 220, 400  # of the picture, of the names, of the longest bar, in px
_ROW, _TITLE = 24, 44  # heights
_STYLE = (
    "svg { background: #fff; font: 14px system-ui, sans-serif } text { fill: #222 } "
    ".title { font-weight: 600 } .bar { fill: #8a93a3 } .own { fill: #0f6b68 }"
)


def plot(groups: Iterable[Group]) -> str:
    """A group below the other; within one the longest bar is its largest figure."""
    shown = tuple(groups)
    height = sum(_TITLE + _ROW * len(group.rows) for group in shown) + 20
    told = "; ".join(map(_told, shown))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title desc">'
    )
    said = f'<title id="title">How fast packbuild is</title><desc id="desc">{escape(told)}.</desc>'
    return "\n".join((head, said, f"<style>{_STYLE}</style>", *_drawn(shown), "</svg>", ""))


def _drawn(groups: Iterable[Group]) -> Iterator[str]:
    y = 0
    for group in groups:
        yield f'<text class="title" x="12" y="{y + 32}">{escape(group.title)} ({group.unit})</text>'
        y += _TITLE
        most = max(row.value for row in group.rows)
        for row in group.rows:
            yield _bar(row, y, row.value / most * _ROOM)
            y += _ROW


def _bar(row: Row, y: int, length: float) -> str:
    own = "bar own" if row.name.startswith("packbuild") else "bar"
    return (
        f'<text x="{_LEFT - 10}" y="{y + 15}" text-anchor="end">{escape(row.name)}</text>'
        f'<rect class="{own}" x="{_LEFT}" y="{y + 2}" width="{max(length, 1):.1f}" height="{_ROW - 6}"/>'
        f'<text x="{_LEFT + length + 8:.1f}" y="{y + 15}">{amount(row.value)}</text>'
    )


def _told(group: Group) -> str:
    return f"{group.title}: {', '.join(f'{row.name} {amount(row.value)} {group.unit}' for row in group.rows)}"
