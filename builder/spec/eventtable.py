"""Events in a sheet: a row each, a column for each field, and one more for a field in another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.errors import Problem
from builder.record import Record
from builder.source.table import Cell, Table
from builder.source.tree import Extent
from builder.source.validate import listed, nearest
from builder.spec.dated import Event
from builder.spec.scalars import Says

_NEEDED = tuple(name for name, field in Event.model_fields.items() if field.is_required())
_SAID = tuple(  # the fields that a translation may change
    name for name, field in Event.model_fields.items() if any(isinstance(one, Says) for one in field.metadata)
)


class Item(Record):
    """An event as it was collected: where it stands, and its cells by `title` or `title:cy`."""

    extent: Extent
    cells: Mapping[str, Cell]


def items_of(table: Table, languages: Sequence[str], found: list[Problem]) -> tuple[Item, ...]:
    """The events of a sheet, none if a column is missing; what is wrong with its columns joins `found`."""
    if not table.rows:
        return ()
    head, *rows = table.rows
    columns = _columns(head, rows, languages, found)
    lacking = [name for name in _NEEDED if name not in columns.values()]
    if lacking:
        message = f"there is no column {listed(lacking)}"
        found.append(Problem(message, head[0].extent.place, "the first row names the columns"))
        return ()
    for row in rows:
        found += _beyond(row, len(head))
    items = tuple(_item(row, columns) for row in rows)
    found += (problem for item in items for problem in lacks(item, "fill in that cell"))
    return items


def lacks(item: Item, hint: str) -> Iterator[Problem]:
    """A fault for an event without what every event has."""
    if lacking := [name for name in _NEEDED if name not in item.cells]:
        yield Problem(f"this event has no {listed(lacking, 'and')}", item.extent.place, hint)


def _columns(
    head: Sequence[Cell], rows: Sequence[Sequence[Cell]], languages: Sequence[str], found: list[Problem]
) -> dict[int, str]:
    """What each column holds, by its number; those that hold nothing of ours are told."""
    columns: dict[int, str] = {}
    for number, one in enumerate(head):
        if not one.text and not any(row[number].text for row in rows if number < len(row)):
            continue
        field, _, tag = (part.strip() for part in one.text.casefold().partition(":"))
        field = "_".join(field.split())
        spoken = next((each for each in languages[1:] if each.casefold() == tag), "")
        name = f"{field}:{spoken}" if spoken else field
        if problem := _wrong(one, field, tag, spoken, languages):
            found.append(problem)
        elif name in columns.values():
            found.append(
                Problem(f"two columns are called `{one.text}`", one.extent.place, "keep one of the two")
            )
        else:
            columns[number] = name
    return columns


def _wrong(one: Cell, field: str, tag: str, spoken: str, languages: Sequence[str]) -> Problem | None:
    place, known = one.extent.place, tuple(Event.model_fields)
    if field in known and tag and not spoken:
        others = listed(languages[1:], "and") or "none but the first"
        return Problem(f"the pack has no language `{tag}` beside its first", place, f"it has {others}")
    if field in known and spoken and field not in _SAID:
        return Problem(f"`{field}` is the same in every language", place, "delete this column")
    if field in known:
        return None
    if likely := nearest(field, known):
        return Problem(f"unknown column `{one.text}`", place, f"did you mean `{likely}`?")
    message = f"the column `{one.text}` is not read" if one.text else "a column without a name is not read"
    return Problem(message, place, f"what is read: {listed(known, 'and')}", "warning")


def _item(row: Sequence[Cell], columns: Mapping[int, str]) -> Item:
    cells = {columns[number]: one for number, one in enumerate(row) if number in columns and one.text}
    first, last = row[0].extent, row[-1].extent
    whole = type(first)(first.text, first.line, first.column, last.end_line, last.end_column)
    return Item(whole, cells)


def _beyond(row: Sequence[Cell], width: int) -> Iterator[Problem]:
    """A fault for a text that was parted: what follows stands to the right of all columns."""
    if beyond := [one for one in row[width:] if one.text]:
        hint = 'in a CSV file, put "quotes" round a text that holds the sign between the cells'
        yield Problem("this row has more cells than the first", beyond[0].extent.place, hint)
