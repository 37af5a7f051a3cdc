"""Next year's spec from this year's."""

import datetime as dt
from pathlib import Path

import pytest

from builder.errors import FileTrouble
from builder.pipeline.newyear import draft, mentions, moved_by, with_previous, written

WEEKS = dt.timedelta(weeks=52)
SPEC = """\
# The week of 2022; every comment stays.
theme:
  title: "Sleep: a right"   # quotes stay too
  hashtag: "#SleepRight"
dates: {start: 2022-06-13, end: 2022-06-19}
hashtags: ["#Sleep22", "#Sleep2022", "#Room2022b"]
posts:
  - {id: launch, when: 2022-06-13, card: day/2022-06-13, text: {default: "13–19 June 2022 #Sleep22"}}
events:
  - {start: 2022-06-14T12:30, title: Talk}
previous_weeks:
  - year: 2021
    theme: Rest
    summary: We met on 2019-05-01.
"""


def test_dates_keep_their_weekday_and_hashtags_get_the_new_year() -> None:
    assert draft(SPEC, WEEKS, 2022, 2023) == (
        SPEC.replace("2022-06-13", "2023-06-12")
        .replace("2022-06-19", "2023-06-18")
        .replace("2022-06-14T", "2023-06-13T")
        .replace("#Sleep22", "#Sleep23")
        .replace("#Sleep2022", "#Sleep2023")
    )


@pytest.mark.parametrize(
    ("start", "year", "moved"),
    [
        ("2022-06-13", 2023, "2023-06-12"),
        ("2022-06-13", 2028, "2028-06-12"),
        ("2022-01-01", 2023, "2023-01-07"),
        ("2021-12-31", 2020, "2020-12-25"),
        ("2024-02-29", 2025, "2025-02-27"),
    ],
)
def test_the_first_day_stays_in_its_season_and_its_year(start: str, year: int, moved: str) -> None:
    day = dt.date.fromisoformat(start)
    assert (day + moved_by(day, year)).isoformat() == moved


def test_what_is_no_date_stays() -> None:
    assert draft("2022-02-30 12022-06-13", WEEKS, 2022, 2023) == "2022-02-30 12022-06-13"


def test_the_year_before_joins_the_previous_weeks() -> None:
    assert with_previous(SPEC, 2022, "Sleep: a right", "#SleepRight").partition("previous_weeks:\n")[2] == (
        '  - year: 2022\n    theme: "Sleep: a right"\n    hashtag: "#SleepRight"\n'
        '    summary: "[What people did in 2022]"\n' + SPEC.partition("previous_weeks:\n")[2]
    )


def test_what_still_speaks_of_the_old_year_is_told() -> None:
    assert [number for number, _ in mentions(draft(SPEC, WEEKS, 2022, 2023), 2022)] == [6, 8]


def test_the_spec_and_its_translations_are_written_once(tmp_path: Path) -> None:
    (tmp_path / "2022.yaml").write_bytes(b"\xef\xbb\xbf" + SPEC.replace("\n", "\r\n").encode())
    (tmp_path / "2022.cy.yaml").write_text("theme: {title: Cwsg}\n", "utf-8")
    files = [path.name for path, _ in written(tmp_path / "2022.yaml", 2022, 2023)]
    assert files == ["2023.yaml", "2023.cy.yaml"]
    fresh = (tmp_path / "2023.yaml").read_bytes()
    assert fresh.count(b"\r\n") == fresh.count(b"\n")
    with pytest.raises(FileTrouble, match=r"2023\.yaml exists already"):
        written(tmp_path / "2022.yaml", 2022, 2023)
    assert (tmp_path / "2023.yaml").read_bytes() == fresh


def test_the_theme_before_stands_without_its_stars(tmp_path: Path) -> None:
    (tmp_path / "2022.yaml").write_text(SPEC.replace("Sleep: a right", "Sleep: *a right*"), "utf-8")
    written(tmp_path / "2022.yaml", 2022, 2023)
    assert '    theme: "Sleep: a right"\n' in (tmp_path / "2023.yaml").read_text("utf-8")


def test_files_of_events_move_on_and_tables_begin_with_their_columns(tmp_path: Path) -> None:
    names = "2022.events.csv, 2022.more.tsv, all.csv, 2022.leeds.ics, 2022.there.csv"
    spec = SPEC.partition("events:\n")[0] + f"events: {{from: [{names}]}} # 2022.events.csv\n"
    (tmp_path / "2022.yaml").write_text(spec, "utf-8")
    table = 'title;start;place;"title:cy"\nTalk;2022-06-14;Hall;Sgwrs\n'
    (tmp_path / "2022.events.csv").write_text(table, "utf-8")
    (tmp_path / "2022.more.tsv").write_text("title\tstart\n", "utf-8")
    (tmp_path / "2023.there.csv").write_text("kept", "utf-8")
    files = [path.name for path, _ in written(tmp_path / "2022.yaml", 2022, 2023)]
    assert files == ["2023.yaml", "2023.events.csv", "2023.more.tsv"]
    moved = "2023.events.csv, 2023.more.tsv, all.csv, 2023.leeds.ics, 2023.there.csv"
    assert f"from: [{moved}]" in (tmp_path / "2023.yaml").read_text("utf-8")
    assert (tmp_path / "2023.events.csv").read_bytes() == b"\xef\xbb\xbftitle,start,place,title:cy\r\n"
    assert (tmp_path / "2023.more.tsv").read_bytes() == b"\xef\xbb\xbftitle\tstart\r\n"
    assert (tmp_path / "2023.there.csv").read_text("utf-8") == "kept"
