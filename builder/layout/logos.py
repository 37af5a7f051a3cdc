"""The lock-up of a logo that suits its place, and how large it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor, inf, sqrt

from builder.brand.lockups import Lockup, Shown, written_under
from builder.content.frame import Path
from builder.geometry.box import Box, mm
from builder.geometry.curves import rounded
from builder.layout.art import Tint, drawn
from builder.layout.canvas import Canvas
from builder.record import Record

_USUAL = 4.0  # times as wide as high: the logo that a design's height is meant for
_PLATE = 0.2  # of the height: the least room between a logo and the edge of its plate
_ROUND = 0.12  # of the plate's height
_LETTERS = 0.8  # of a text's size: from the top of its letters to their foot
_SLACK = 1e-6


class Fitted(Record):
    """A lock-up in its place."""

    shown: Shown
    width: float  # with its plate
    height: float
    pad: float  # between the plate's edge and the logo
    least: float  # the share of its size that it must have, at the least

    @property
    def large(self) -> bool:
        """Whether it is as large as it must be."""
        return self.least <= 1 + _SLACK

    @property
    def ink(self) -> float:
        """The logo's own height."""
        return self.height - 2 * self.pad

    @property
    def clear(self) -> float:
        """The room that is kept around it; that on its own plate counts."""
        return max(self.shown.lockup.clear * self.ink - self.pad, 0.0)

    def paths(self, at: Box) -> Iterator[Path]:
        """Its curves, in a box of its size."""
        if self.shown.plate is not None:
            yield Path(rounded(at, _ROUND * at.h), self.shown.plate)
        tint = Tint(all=self.shown.painted) if self.shown.painted else None
        yield from drawn(self.shown.art, at.inset(self.pad, self.pad, self.pad, self.pad), tint)


class LogoTrouble(Exception):
    """A logo that cannot be as large as it must be, anywhere that it may stand."""

    def __init__(self, name: str, found: Fitted, canvas: Canvas, where: str = "") -> None:
        unit, called = (canvas.css_px, "CSS px") if canvas.unit == "px" else (mm(1), "mm")
        needed, height = found.least * found.ink / unit, found.ink / unit
        self.name, self.lack = name, found.least
        self.message = f"there is no room for the logo `{name}`{where}, which would be too small to be read"
        below = floor(height * 10) / 10  # what is rounded up would be too much again
        least = f"least: {below:g}{'px' if canvas.unit == 'px' else 'mm'}"
        read_at_less = "" if canvas.thrown else f", or say that it is read at less, as `{least}`"
        self.hint = (
            f"it would be {height:.3g} {called} high and needs {needed:.3g}; under {written_under(name)} "
            f"write `{name}: {{{_beside(found.shown.lockup)}}}`, with a drawing for such places{read_at_less}"
        )
        super().__init__(self.message)


def _beside(lockup: Lockup) -> str:
    """A lock-up as `_brand.yml` writes it beside another of a shape that suits where it does not."""
    view = lockup.art.view
    form = lockup.form or ("wide" if view.w >= view.h else "stacked")
    file = f"{{{lockup.ground}: {lockup.art.name}, …}}" if lockup.ground else lockup.art.name
    return f"{form}: {file}, symbol: …"


def fitted(
    versions: Iterable[Shown],
    place: tuple[float, float],
    room: float,
    canvas: Canvas,
    grown: float = 1.0,
    down: float = inf,
) -> Fitted:
    """The largest lock-up in a place of some width and height.

    Those of the next rank are tried where none is as large as it must be; then one takes more than its
    place, if that is in the room there is across and `down`. One that is less wide than most may be `grown`
    times as high as its place, so that it looks as large as they do.
    """
    ranks = _by_rank(versions)
    usual = [[_fit(shown, place, canvas, grown) for shown in rank] for rank in ranks]
    for found in usual:
        if large := [each for each in found if each.large]:
            return max(large, key=lambda each: each.width * each.height)
    for rank in ranks:
        least = [_sized(shown, least_scale(shown.lockup, canvas), canvas) for shown in rank]
        if fitting := [
            each for each in least if each.width <= room + _SLACK and each.height <= down + _SLACK
        ]:
            return max(fitting, key=lambda each: each.width * each.height)
    wide = [_fit(shown, (max(room, place[0]), place[1]), canvas, grown) for rank in ranks for shown in rank]
    return min(wide, key=lambda each: each.least)


def least_scale(lockup: Lockup, canvas: Canvas) -> float:
    """How much a drawing must be enlarged to be as large as it must be, at the least.

    What a brand says of paper does for no slide: there the logo is as large as the smallest words, too.
    """
    view, least = lockup.art.view, lockup.least
    as_words = _LETTERS * canvas.least / min(view.w, view.h)
    if least is None:
        return as_words
    length = least.px * canvas.css_px if canvas.unit == "px" else mm(least.mm)
    scale = length / (view.h if least.side == "height" else view.w)
    return max(scale, as_words) if canvas.thrown else scale


def _by_rank(versions: Iterable[Shown]) -> list[list[Shown]]:
    ranks: dict[int, list[Shown]] = {}
    for shown in versions:
        ranks.setdefault(shown.lockup.rank, []).append(shown)
    return [ranks[rank] for rank in sorted(ranks)]


def _fit(shown: Shown, place: tuple[float, float], canvas: Canvas, most: float) -> Fitted:
    view, pad = shown.art.view, 2 * _padding(shown)
    height = min(max(sqrt(_USUAL * view.h / view.w), 1.0), most) * place[1]
    across, down = view.w + pad * view.h, view.h + pad * view.h
    return _sized(shown, min(place[0] / across, height / down), canvas)


def at_own_size(shown: Shown, canvas: Canvas) -> Fitted:
    """A lock-up as large as it was drawn."""
    return _sized(shown, 1.0, canvas)


def _padding(shown: Shown) -> float:
    """The room between a logo and the edge of its plate, as a share of its height."""
    return 0.0 if shown.plate is None else max(_PLATE, shown.lockup.clear)


def _sized(shown: Shown, scale: float, canvas: Canvas) -> Fitted:
    view = shown.art.view
    pad = _padding(shown) * view.h * scale
    least = least_scale(shown.lockup, canvas) / scale
    return Fitted(shown, view.w * scale + 2 * pad, view.h * scale + 2 * pad, pad, least)
