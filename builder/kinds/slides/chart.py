"""A table of numbers as a chart, in the unit that its cells are written in."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, fsum

from babel import Locale

from builder.content.charts import INSIDE, ChartForm
from builder.content.deck import APART, ChartFill
from builder.geometry.box import Box
from builder.kinds.slides.chartcells import Figure, NoChart, figure_in
from builder.layout.slides.tables import Rows
from builder.phrases.dates import colon, group_sign, list_sign
from builder.text.office import OfficeFont

_SIZE, _LEAST = 20.0, 12.0  # pt: what an audience reads well, and what it can just read
_STEP = 1.5  # of the size, from one mark to the next
_ACROSS = 3.0  # as much, where marks stand side by side: their numbers do too
_LINE, _PLOT = 1.3, 0.7  # a number's height in its size; what a chart's plot takes of its box
_NAMES, _MOST_NAMES = 0.4, 0.62  # of a chart's width that names of slices have at once, and at most
_KEY, _LOOSE, _BETWEEN = 1.6, 1.06, 0.3  # a name's mark, in sizes; as much wider; lines between two names
_SLICES = _SERIES = 6  # the theme's accents
_THOUSAND, _GROUP = 1000, 3  # digits between the signs of thousands
_SYMBOL, _ROW, _NUMBER = 2.4, 1.5, 1.7  # in sizes: a series' mark, a row of names, the number above a mark
_FULL = 0.8  # of a chart's width that names of series take up
_LEAST_HEAD, _MOST_HEAD = 0.2, 0.5  # of its height, above its marks


def charted(
    rows: Rows,
    index: int,
    form: ChartForm,
    locale: Locale,
    title: str,
    box: Box,
    font: OfficeFont,
) -> ChartFill:
    """A chart of a table whose first row names the series and whose first column has the labels.

    NoChart if there is no series, a cell below the head is no number or of another unit than the
    others, the form would show them wrong or not at all, or the marks do not fit the box.
    """
    head, *body = rows
    if len(head) < 2 or not body:
        hint = "the first row is the head, the first cell of each row its label, all others numbers"
        raise NoChart("a chart cannot be drawn from these rows", hint)
    figures = [
        [figure_in(cell, locale, number, place) for place, cell in enumerate(row[1:], 1)]
        for number, row in enumerate(body, 1)
    ]
    every = [figure for row in figures for figure in row]
    _one_unit(rows, figures)
    _one_way(rows, figures)
    if len(head) - 1 > _SERIES:
        message = f"a chart of {len(head) - 1} series has more than anybody tells apart"
        raise NoChart(message, f"make it {_SERIES} at most, or two slides", 0, _SERIES + 1)
    if form.marks == "slices":
        _one_whole(rows, figures)
    if form.stacked or form.marks == "areas":
        _one_ground(rows, figures, form)
    values = [[figure.value for figure in row] for row in figures]
    size = _size(len(body), len(head) - 1, form, box)
    legend = _legend([row[0] for row in body], size, box, font)
    return ChartFill(
        index=index,
        labels=tuple(row[0] for row in body),
        series=tuple(zip(head[1:], zip(*values, strict=True), strict=True)),
        format=_format(every),
        size=size,
        alt=_alt(title, head, body, locale),
        form=form,
        head=_head(head[1:], size, form, box, font),
        ring=min(1 - legend[0] - APART, box.h / box.w),
        legend=legend,
        short=size * _LINE / ((box.w if form.sideways else box.h) * _PLOT),
    )


def _one_unit(rows: Rows, figures: Sequence[Sequence[Figure]]) -> None:
    """NoChart at the first cell of another unit than that of the first."""
    first = figures[0][0]
    for row, line in enumerate(figures, 1):
        for place, figure in enumerate(line, 1):
            if figure.unit != first.unit:
                message = f"a chart has one unit: `{rows[row][place]}` is of another than `{rows[1][1]}`"
                raise NoChart(message, "write both alike, or make two charts of it", row, place)


def _one_way(rows: Rows, figures: Sequence[Sequence[Figure]]) -> None:
    """NoChart at a number that may be thousands, as others write them, if not all have three decimals."""
    if all(figure.decimals == _GROUP for line in figures for figure in line):
        return
    for row, line in enumerate(figures, 1):
        for place, figure in enumerate(line, 1):
            if figure.decimals == _GROUP and 1 <= abs(figure.value) < _THOUSAND:
                amount = abs(figure.value)
                message = f"`{rows[row][place]}` may be {amount:g} or {amount * _THOUSAND:.0f}"
                hint = "write thousands as this language does, or with a blank (`1 200`), and fewer decimals"
                raise NoChart(message, hint, row, place)


def _one_whole(rows: Rows, figures: Sequence[Sequence[Figure]]) -> None:
    """NoChart where slices would be no parts of one whole, or more than the theme has colours."""
    if len(figures[0]) > 1:
        raise NoChart("a doughnut shows one column of numbers", "delete the others, or take bars", 0, 2)
    if len(figures) > _SLICES:
        raise NoChart(f"a doughnut has {_SLICES} slices at most", "put the smallest together, or take bars")
    for number, (figure,) in enumerate(figures, 1):
        if figure.value <= 0:
            message = f"`{rows[number][1]}` is no part of a whole"
            raise NoChart(message, "take bars, which reach below nothing", number, 1)


def _one_ground(rows: Rows, figures: Sequence[Sequence[Figure]], form: ChartForm) -> None:
    """NoChart where marks that stand on each other would go down, or areas and stacks are not seen."""
    if form.marks == "areas" and len(figures) == 1:
        message = "an area goes from row to row, and this chart has one"
        raise NoChart(message, "take `bars`, or add a row", 1, 0)
    if not any(figure.value for line in figures for figure in line):
        message = f"nothing is seen of {'areas' if form.marks == 'areas' else 'a stack'} of noughts alone"
        raise NoChart(message, "take `bars` or `columns`, which show each 0", 1, 1)
    for row, line in enumerate(figures, 1):
        for place, figure in enumerate(line, 1):
            if form.stacked and figure.value < 0:
                message = f"`{rows[row][place]}` is less than nothing, and stands on no other number"
                raise NoChart(message, "take `lines` or `bars`, which reach below nothing", row, place)


def _format(figures: Sequence[Figure]) -> str:
    """Excel's format: what stands round the numbers, word for word, and as many decimals as they have.

    Where they have different ones each shows its own, which Excel's `General` alone can say.
    """
    first, decimals = figures[0], {figure.decimals for figure in figures}
    if len(decimals) > 1 and not any(abs(figure.value) >= 1000 for figure in figures):
        number = "General"
    else:
        number = ("#,##0" if _grouped(figures) else "0") + (
            "." + "0" * max(decimals) if any(decimals) else ""
        )
    return f"{_literal(first.before)}{number}{_literal(first.behind)}"


def _grouped(figures: Sequence[Figure]) -> bool:
    """Whether thousands are set off: not in a percentage, and not where nobody has any."""
    return not any(figures[0].unit) or any(abs(figure.value) >= 1000 for figure in figures)


def _literal(text: str) -> str:
    return '"' + text.replace('"', '"\\""') + '"' if text else ""


def _size(rows: int, series: int, form: ChartForm, box: Box) -> float:
    """The size at which the numbers of all marks stand beside each other; NoChart if nobody could read it."""
    if form.marks == "slices":
        return _SIZE
    side_by_side = form.marks == "bars" and not form.stacked
    marks = rows * (series if side_by_side else 1)
    room, step = (box.h, _STEP) if form.sideways else (box.w, _ACROSS)
    most = int(room / (_LEAST * step))
    if marks > most:
        shown = most // max(marks // rows, 1)
        raise NoChart(
            f"a chart of {rows} rows does not fit its slide", f"make it {shown} at most, or two slides"
        )
    return min(_SIZE, float(int(room / (marks * step))))


def _legend(names: Sequence[str], size: float, box: Box, font: OfficeFont) -> tuple[float, float]:
    """The shares of a chart's width and height in which names stand on one line, or else whole words do."""
    words = [word for name in names for word in font.words(name)]
    whole = max(font.width(name, size) for name in names)
    widest = max(font.width(word, size) for word in words)
    room = max(min(whole, _NAMES * box.w), widest) * _LOOSE
    lines = sum(font.lines(name, size, room) + _BETWEEN for name in names)
    return min((room + _KEY * size) / box.w, _MOST_NAMES), min(lines * size * _LINE / box.h, 1.0)


def _head(names: Sequence[str], size: float, form: ChartForm, box: Box, font: OfficeFont) -> float:
    """The share of a chart's height above its marks, for names of series and the number of the highest."""
    if len(names) < 2:
        return 0.0
    across = fsum(font.width(name, size) * _LOOSE + _SYMBOL * size for name in names)
    rows = max(ceil(across / (box.w * _FULL)), 1)
    above = 0.0 if form.sideways or not form.numbers or form.numbers in INSIDE else _NUMBER
    return min(max((rows * _ROW + above) * size / box.h, _LEAST_HEAD), _MOST_HEAD)


def _alt(title: str, head: tuple[str, ...], body: list[tuple[str, ...]], locale: Locale) -> str:
    """The title and every number, as a screen reader should say it."""
    sign, between, after = list_sign(locale), group_sign(locale), colon(locale)
    if len(head) == 2:
        return f"{title}{after}" + between.join(f"{label}{after}{number}" for label, number in body)
    said = (
        f"{row[0]}{after}" + sign.join(f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
        for row in body
    )
    return f"{title}{after}" + between.join(said)
