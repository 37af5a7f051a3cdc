"""A table of numbers as a chart."""

from __future__ import annotations

from babel import Locale
from babel.numbers import NumberFormatError, parse_decimal

from builder.content.charts import ChartForm
from builder.content.deck import ChartFill
from builder.layout.slides.fitting import Rows

_SIZE = 20.0  # pt: what an audience can still read


def charted(rows: Rows, index: int, form: ChartForm, locale: Locale, title: str) -> ChartFill | None:
    """A chart of a table whose first row names the series and whose first column has the labels.

    None if there is no series or a cell below the head is no number.
    """
    head, *body = rows
    numbers = [_numbers(row[1:], locale) for row in body]
    values = [row for row in numbers if row]
    if not values or len(values) < len(body):
        return None
    return ChartFill(
        index=index,
        labels=tuple(row[0] for row in body),
        series=tuple(zip(head[1:], zip(*values, strict=True), strict=True)),
        format=_format([cell for row in body for cell in row[1:]], values),
        size=_SIZE,
        alt=_alt(title, head, body),
        form=form,
    )


def _numbers(cells: tuple[str, ...], locale: Locale) -> tuple[float, ...]:
    """The cells as numbers; none if one of them is none."""
    try:
        return tuple(_number(cell, locale) for cell in cells)
    except NumberFormatError:
        return ()


def _number(text: str, locale: Locale) -> float:
    """`1,250` or `45%` as its language writes it."""
    return float(parse_decimal(text.replace("%", "").replace("٪", "").strip(), locale=locale))


def _format(cells: list[str], values: list[tuple[float, ...]]) -> str:
    """Excel's format: hundredths with their sign, whole numbers, or one decimal."""
    if all(cell.rstrip().endswith(("%", "٪")) for cell in cells):
        return '0"%"'
    return "#,##0" if all(number.is_integer() for row in values for number in row) else "#,##0.0"


def _alt(title: str, head: tuple[str, ...], body: list[tuple[str, ...]]) -> str:
    """The title and every number, as a screen reader should say it."""
    if len(head) == 2:
        return f"{title}: " + "; ".join(f"{label}: {number}" for label, number in body)
    said = (
        f"{row[0]}: " + ", ".join(f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
        for row in body
    )
    return f"{title}: " + "; ".join(said)
