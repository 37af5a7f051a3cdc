"""Events that come from files: each fault is told at its cell, and what is right is read to the last letter.

Each folder of `gathered/` holds a spec and its files, and beside it stands what is told of them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from builder.cli.report import render_problems
from builder.errors import Faults
from builder.source.table import read_csv
from builder.source.workbook import read_xlsx
from builder.spec.read import SpecFile, read_spec

HERE = Path(__file__).parent / "gathered"
SPEC = (HERE / "several-files/2024.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("expected", sorted(HERE.glob("*.expected")), ids=lambda path: path.stem)
def test_every_fault_is_told_at_its_cell(expected: Path) -> None:
    assert told(expected.with_suffix("")) == expected.read_text(encoding="utf-8")


def test_every_case_has_its_message() -> None:
    assert {path.name for path in HERE.iterdir() if path.is_dir()} == {
        path.stem for path in HERE.glob("*.expected")
    }


def told(folder: Path) -> str:
    try:
        return render_problems(read_spec(folder / "2024.yaml", folder).warnings)
    except Faults as faults:
        return render_problems(faults.problems)


def read(folder: Path, name: str, data: bytes, zone: str = "") -> SpecFile:
    """A spec whose events are in a file of these bytes."""
    spec = SPEC.replace("[2024.events.csv, 2024.more.csv]", name)
    if zone:
        spec = spec.replace("  contact:", f"  timezone: {zone}\n  contact:")
    (folder / "2024.yaml").write_text(spec, encoding="utf-8")
    (folder / name).write_bytes(data)
    return read_spec(folder / "2024.yaml", folder)


def events(file: SpecFile, version: int = 0) -> list[dict[str, Any]]:
    return [event.model_dump(exclude_none=True) for event in file.versions[version].spec.events]


TEA = {"title": "Café; “früh”\nund spät", "start": dt.datetime(2024, 2, 6, 15), "place": "Hall, 2"}  # noqa: DTZ001  local
FAIR = {"title": "Fair", "start": dt.date(2024, 2, 7), "place": "Park"}
ROWS = (
    ("Title", "START", "place", ""),
    ("Café; “früh”\nund spät", "2024-02-06 15:00", "Hall, 2", ""),
    ("",) * 4,
    ("Fair ", "2024-02-07", "Park", ""),
)


def as_csv(sign: str = ",", first: str = "") -> str:
    out = io.StringIO(first)
    out.seek(0, io.SEEK_END)
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows(ROWS)
    return out.getvalue()


FORMS = {
    "commas": as_csv().encode(),
    "with a byte-order mark": as_csv().encode("utf-8-sig"),
    "semicolons, as Excel writes them": as_csv(";").encode("utf-8-sig"),
    "tabs in UTF-16, as Excel's Unicode text": as_csv("\t").encode("utf-16"),
    "the sign named first": as_csv(";", "sep=;\r\n").encode(),
    "Western Europe": as_csv(";").encode("cp1252"),
    "old Macs": as_csv().replace("\r\n", "\r").encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_csv_file_is_read_in_every_form_that_programs_write(tmp_path: Path, form: str) -> None:
    file = read(tmp_path, "2024.events.csv", FORMS[form])
    assert events(file) == [TEA, FAIR]
    assert ["Windows-1252" in each.message for each in file.warnings] == (
        [True] if form == "Western Europe" else []
    )


CELLS = [
    'a,b\n"c,""d""\n",e\n',
    ' "x" ,y\n',
    'x "y" z,"a" b\n',
    ",,\n",
    "a\n\nb\n",
    '"",""\nlast',
    'ü,"ß\r\n"\n',
]


@pytest.mark.parametrize("text", CELLS)
def test_cells_are_those_of_another_reader(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_bytes(text.encode())
    table = read_csv(tmp_path / "a.csv", "a.csv")
    others = [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    ]
    assert [[cell.text for cell in row] for row in table.rows] == [
        [cell.replace("\r\n", "\n").strip() for cell in row] for row in others if any(row)
    ]


@pytest.mark.parametrize("text", ["t,start\nx,\ty\n", '\t"a"\tb\n', "a;b\nlong text;words\n"])
def test_each_cell_is_underlined_where_it_stands(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_bytes(text.encode())
    for row in read_csv(tmp_path / "a.csv", "a.csv").rows:
        for cell in row:
            place = cell.extent.place
            shown = place.text[place.column - 1 : place.column - 1 + place.length]
            assert not cell.text or shown.strip(' \t"') == cell.text


def workbook(rows: Sequence[Sequence[Any]], *more: str) -> bytes:
    """A workbook with these rows on its first sheet, days and moments as real dates, and more sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Events")
    for name in more:
        book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                form = "dd/mm/yyyy hh:mm" if isinstance(value, dt.datetime) else "d mmm yy"
                sheet.write_datetime(number, column, value, book.add_format({"num_format": form}))
            else:
                sheet.write(number, column, value)
    book.close()
    return out.getvalue()


def test_a_workbook_is_read_with_its_dates(tmp_path: Path) -> None:
    tea = dt.datetime(2024, 2, 6, 15)  # noqa: DTZ001  local
    rows = [
        ROWS[0],
        (ROWS[1][0], tea, "Hall, 2"),
        (),
        ("Fair", dt.date(2024, 2, 7), "Park"),
        (2024, "2024-02-08T09:50", 7.5),
    ]
    file = read(tmp_path, "2024.events.xlsx", workbook(rows))
    talk = {"title": "2024", "start": dt.datetime(2024, 2, 8, 9, 50), "place": "7.5"}  # noqa: DTZ001  local
    assert events(file) == [TEA, FAIR, talk]
    assert file.warnings == ()


def test_every_minute_of_a_day_survives_a_workbook(tmp_path: Path) -> None:
    """Excel keeps times as fractions of a day, which are never quite a minute."""
    minutes = [dt.datetime(2024, 2, 6, hour, minute) for hour in range(1, 24) for minute in range(0, 60, 7)]  # noqa: DTZ001  local
    rows = [
        ("title", "start", "place"),
        *((f"Tea {number}", start, "Hall") for number, start in enumerate(minutes)),
    ]
    assert [event["start"] for event in events(read(tmp_path, "a.xlsx", workbook(rows)))] == minutes


def test_faults_of_a_workbook_are_told_by_row_and_column(tmp_path: Path) -> None:
    rows = [
        ("title", "start", "place", "url"),
        (),
        ("Tea", "6 February 2024", "Hall", "example.org"),
        ("=1+1\n", "", "x"),
    ]
    rows[3] = ("Bell\x07", dt.date(2024, 2, 7), "x")
    with pytest.raises(Faults) as raised:
        read(tmp_path, "a.xlsx", workbook(rows, "Notes"))
    assert render_problems(raised.value.problems) == (
        "a.xlsx:1:1: warning: only the first sheet, `Events`, is read, not `Notes`\n"
        "   hint: put all events on one sheet, or each sheet in a file\n"
        "a.xlsx:3:2: error: `start` in events, item 1 must be a day and a time such as 2022-06-14T12:30, "
        "not `6 February 2024`\n"
        "   hint: write `2024-02-06`, and the time after it as in `2024-02-06T12:30`\n"
        "a.xlsx:3:4: error: `url` in events, item 1 is not a web address: `example.org`\n"
        "   hint: write `https://example.org`\n"
        "a.xlsx:4:1: error: a character that cannot be shown (U+0007)\n"
        "   hint: delete it\n"
        "3 errors, 1 warning. Nothing was built.\n"
    )


def with_a_far_cell(folder: Path, row: int, column: int) -> Path:
    book = xlsxwriter.Workbook(folder / "far.xlsx")
    sheet = book.add_worksheet("Events")
    sheet.write(0, 0, "title")
    sheet.write(row - 1, column - 1, "lost")
    book.close()
    return folder / "far.xlsx"


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 16_384), (1_048_576, 2)])
def test_a_cell_far_from_all_others_is_told_and_does_not_end_the_program(
    tmp_path: Path, row: int, column: int
) -> None:
    with pytest.raises(Faults, match=f"its cells reach as far as column {column} of row {row}"):
        read_xlsx(with_a_far_cell(tmp_path, row, column), "far.xlsx")


def test_a_cell_somewhat_far_from_others_is_read(tmp_path: Path) -> None:
    assert len(read_xlsx(with_a_far_cell(tmp_path, 12, 16_384), "far.xlsx").rows) == 2


def test_a_table_has_at_most_so_many_rows(tmp_path: Path) -> None:
    table = tmp_path / "long.csv"
    table.write_text("a\n" * 5_000, encoding="utf-8")
    assert len(read_csv(table, "long.csv").rows) == 5_000
    table.write_text("a\n" * 5_001, encoding="utf-8")
    with pytest.raises(Faults, match="more than 5000 rows"):
        read_csv(table, "long.csv")


def test_a_workbook_that_fills_a_machine_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as parts, parts.open("x.bin", "w") as part:
        for _ in range(101):
            part.write(b"\0" * 1_000_000)
    with pytest.raises(Faults, match="more than 100 MB"):
        read(tmp_path, "a.xlsx", out.getvalue())


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
{events}END:VCALENDAR
"""


def entry(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT\n"))


def test_a_calendar_is_read_by_the_readers_clock_or_its_own(tmp_path: Path) -> None:
    text = ICS.format(
        events=entry("UID:A.long-identity-of-an-event-that-goes-on-for-ever@example.com", "SUMMARY:Song\\, a",
                     "  dance", "DTSTART:20240206T150000Z", "DURATION:PT90M", "LOCATION:Online",
                     'ORGANIZER;CN="A; choir":mailto:secret@example.org', "CATEGORIES:Parents,Babies")
        + entry("UID:fair@example.com", "SUMMARY:Fair", "DTSTART;VALUE=DATE:20240206",
                "DTEND;VALUE=DATE:20240208", "LOCATION:Park")
        + entry("SUMMARY:Walk", "DTSTART;TZID=GMT Standard Time:20240206T150000", "LOCATION:Park",
                "URL:https://x.org/a", "DTEND;TZID=Europe/Paris:20240206T170000")
        + entry("SUMMARY:Tea", "DTSTART:20240206T150000", "LOCATION:Hall")
    )  # fmt: skip
    song = dt.datetime(2024, 2, 7, 2)  # noqa: DTZ001  local
    day = dt.date(2024, 2, 6)
    three = dt.datetime(2024, 2, 6, 15)  # noqa: DTZ001  local
    assert events(read(tmp_path, "a.ics", text.replace("\n", "\r\n").encode(), "Australia/Melbourne")) == [
        {"id": "a-long-identity-of-an-event-tha-53310a59", "title": "Song, a dance", "start": song,
         "end": song + dt.timedelta(minutes=90), "timezone": "Australia/Melbourne", "place": "Online",
         "audience": "Parents, Babies", "organiser": "A; choir"},
        {"id": "fair-example-com", "title": "Fair", "start": day, "end": day + dt.timedelta(days=1),
         "place": "Park"},
        {"title": "Walk", "start": three, "end": three + dt.timedelta(hours=1), "timezone": "Europe/London",
         "place": "Park", "url": "https://x.org/a"},
        {"title": "Tea", "start": three, "place": "Hall"},
    ]  # fmt: skip


def test_a_calendar_may_tell_its_clocks_itself(tmp_path: Path) -> None:
    """As Outlook does, by the names of Windows; of another name, the readers' clock says when it is."""
    clocks = "".join(
        f"BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:{offset}\n"
        f"TZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE\n"
        for name, offset in (("GMT Standard Time", "+0000"), ("Customized Time Zone", "+0200"))
    )
    text = ICS.format(
        events=clocks
        + entry("SUMMARY:Walk", 'DTSTART;TZID="GMT Standard Time":20240206T150000', "LOCATION:Park")
        + entry("SUMMARY:Tea", "DTSTART;TZID=Customized Time Zone:20240206T150000",
                "DTEND;TZID=Customized Time Zone:20240206T150000", "LOCATION:Hall")
    )  # fmt: skip
    three, midnight = dt.datetime(2024, 2, 6, 15), dt.datetime(2024, 2, 7)  # noqa: DTZ001  local
    assert events(read(tmp_path, "a.ics", text.replace("\n", "\r\n").encode(), "Australia/Melbourne")) == [
        {"title": "Walk", "start": three, "timezone": "Europe/London", "place": "Park"},
        {"title": "Tea", "start": midnight, "timezone": "Australia/Melbourne", "place": "Hall"},
    ]


def test_each_language_has_the_words_of_its_columns(tmp_path: Path) -> None:
    file = read_spec(HERE / "columns-of-languages/2024.yaml", HERE)
    assert [(event.title, event.place) for event in file.versions[1].spec.events] == [
        ("Te", "Neuadd"),
        ("Walk", "Parc"),
    ]
    assert [(event.title, event.place) for event in file.versions[0].spec.events] == [
        ("Tea", "Hall"),
        ("Walk", "Park"),
    ]


def test_what_stands_in_braces_is_filled_in(tmp_path: Path) -> None:
    data = b"title,start,place\n{theme} in {year},2024-02-06,Hall\n"
    assert events(read(tmp_path, "a.csv", data))[0]["title"] == "Listen in 2024"


def calendar(*lines: str) -> bytes:
    inside = ("BEGIN:VEVENT", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", *inside, "END:VCALENDAR", "")).encode()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("SUMMARY:a", "STAT", " US:CANCELLED"), "this event is cancelled, so it is left out"),
        (("DTSTART;VALUE=DATE,DATE:20240613",), "this is no calendar: it is damaged"),
        (("DTSTART:20240613T100000Z", "DURATION:P9999999D"), "no calendar counts as far as its time"),
        (("DTSTART:00010101T000000Z", "DTEND;VALUE=DATE:00010101"), "no calendar counts as far as its time"),
    ],
)
def test_a_calendar_that_nobody_would_write_is_told_of(
    tmp_path: Path, lines: tuple[str, ...], message: str
) -> None:
    try:
        said = read(tmp_path, "a.ics", calendar(*lines)).warnings
    except Faults as faults:
        said = faults.problems
    assert any(message in problem.message for problem in said), [each.message for each in said]


def damaged(data: bytes, at: int) -> bytes:
    """The workbook with a byte turned over in what is packed of its sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        begin = parts.getinfo("xl/worksheets/sheet1.xml").header_offset + 30 + len("xl/worksheets/sheet1.xml")
    return data[: begin + at] + bytes([data[begin + at] ^ 0xFF]) + data[begin + at + 1 :]


@pytest.mark.parametrize("at", range(0, 200, 10))
def test_a_damaged_workbook_is_a_fault(tmp_path: Path, at: int) -> None:
    with pytest.raises(Faults) as faults:
        read(tmp_path, "a.xlsx", damaged(workbook([["title"], *[[f"Tea {n}"] for n in range(50)]]), at))
    assert "cannot be read as an Excel workbook" in faults.value.problems[0].message


def test_a_workbook_is_unpacked_no_further_than_it_says(tmp_path: Path) -> None:
    """Its reader unpacks all that is packed, so it is given what was unpacked before."""
    sheet, out = "xl/worksheets/sheet1.xml", io.BytesIO()
    book = workbook([["title", "start", "place"], ["Tea", "2024-06-13", "Hall"]])
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        said = old.read(sheet)
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " * 10_000_000 if name == sheet else b""))
        packed = new.getinfo(sheet)
    data = out.getvalue()
    for true, false in ((packed.file_size, len(said)), (packed.CRC, zlib.crc32(said))):
        data = data.replace(true.to_bytes(4, "little"), false.to_bytes(4, "little"))
    assert [event["title"] for event in events(read(tmp_path, "a.xlsx", data))] == ["Tea"]
