"""A pack that is sent twice: the second edition brings up to date what people have in their calendars."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from builder.cli.commands import packbuild as command

ROOT = Path(__file__).parent.parent
SPEC = """\
campaign:
  name: Quiet Week
  short_name: QW
  organiser: The Quiet Trust
  website: https://example.org
  contact: quiet@example.org
  about: A week to listen.
theme: {title: Listen, hashtag: "#ListenFirst", why: Because it helps.}
dates: {start: 2024-02-05, end: 2024-02-11}
events:
  - id: tea
    title: Tea
    start: 2024-02-06T15:00
    end: 2024-02-06T16:00
    timezone: Australia/Melbourne
    place: Hall
  - {title: Walk, start: 2024-02-07, place: Park}
  - {id: talk, title: Talk, start: 2024-02-08T09:00, place: Hall}
"""
RECORD = "2024.calendar.json"


class Campaign:
    """A campaign's folder, and what its calendar says of each entry: number, status, start, last change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "brand", root / "brand")
        (root / "packs").mkdir()
        self.write(SPEC)

    def write(self, spec: str) -> None:
        (self.root / "packs/2024.yaml").write_text(spec, encoding="utf-8")

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(command, [*arguments, "--root", str(self.root)])

    def release(self, day: str, code: int = 0) -> str:
        done = self.run("release", "2024", "--on", day)
        assert done.exit_code == code, done.output
        return done.output.replace(f"{self.root}/", "")

    def built(self) -> tuple[dict[str, tuple[Any, ...]], str]:
        """What the calendar of a build says, and what the build tells."""
        done = self.run("2024", "--only", "calendar")
        assert done.exit_code == 0, done.output
        (file,) = self.root.glob("output/*/calendar/qw-2024_calendar_en.ics")
        return {
            _name(one): _told(one) for one in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        }, done.output


def _name(entry: Any) -> str:
    return str(entry["uid"]).removeprefix("qw-2024-").removesuffix("-en@example.org")


def _told(entry: Any) -> tuple[Any, ...]:
    start, changed = entry["dtstart"].to_ical().decode(), entry["last-modified"].to_ical().decode()
    return str(entry["summary"]), entry["sequence"], str(entry["status"]), start, changed[:8]


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(tmp_path)


def test_an_update_gets_a_higher_number_and_what_was_taken_out_is_cancelled(campaign: Campaign) -> None:
    walk = "event-2024-02-07-7a6c4fac"
    first, _ = campaign.built()
    assert [entry[1:3] for entry in first.values()] == [(0, "CONFIRMED")] * 4
    assert campaign.release("2024-01-10") == (
        "Wrote packs/2024.calendar.json: 4 new. Build the pack now, and send it.\n"
    )
    campaign.write(
        SPEC.replace("2024-02-06T15:00", "2024-02-06T14:30")
        .replace("  - {id: talk, title: Talk, start: 2024-02-08T09:00, place: Hall}\n", "")
        .replace("events:", "events:\n  - {title: Song, start: 2024-02-05, place: Hall}")
    )
    second, said = campaign.built()
    assert "entries of the calendars since the release of 2024-01-10: 1 new, 1 changed, 1 cancelled" in said
    assert "`packbuild release 2024` writes it down before you send the pack" in said
    assert campaign.release("2024-01-20") == (
        "Wrote packs/2024.calendar.json: 1 new, 1 changed, 1 cancelled. Build the pack now, and send it.\n"
    )
    third, said = campaign.built()
    assert "entries of the calendars" not in said
    (song,) = third.keys() - first.keys()
    assert third == {
        "week": ("Quiet Week: Listen", 0, "CONFIRMED", "20240205", "20240110"),
        song: ("Song", 0, "CONFIRMED", "20240205", "20240120"),
        "event-tea": ("Tea", 1, "CONFIRMED", "20240206T143000", "20240120"),
        walk: ("Walk", 0, "CONFIRMED", "20240207", "20240110"),
        "event-talk": ("Talk", 1, "CANCELLED", "20240208T090000", "20240120"),
    }
    assert {name: entry[:4] for name, entry in second.items()} == {
        name: entry[:4] for name, entry in third.items()
    }


def test_what_is_cancelled_stays_so_until_it_comes_back(campaign: Campaign) -> None:
    without = SPEC.replace("  - {id: talk, title: Talk, start: 2024-02-08T09:00, place: Hall}\n", "")
    for day, spec in (
        ("2024-01-10", SPEC),
        ("2024-01-11", without),
        ("2024-01-12", without + "hashtags: ['#A1b']\n"),
    ):
        campaign.write(spec)
        campaign.release(day)
    assert campaign.built()[0]["event-talk"] == ("Talk", 1, "CANCELLED", "20240208T090000", "20240111")
    campaign.write(SPEC)
    assert "1 changed" in campaign.release("2024-01-13")
    assert campaign.built()[0]["event-talk"] == ("Talk", 2, "CONFIRMED", "20240208T090000", "20240113")


def test_an_entry_keeps_its_identity_when_the_website_moves(campaign: Campaign) -> None:
    campaign.release("2024-01-10")
    campaign.write(SPEC.replace("https://example.org", "https://other.example"))
    assert campaign.built()[0]["event-tea"][1:3] == (0, "CONFIRMED")


def test_a_release_without_news_writes_nothing_and_none_goes_back_in_time(campaign: Campaign) -> None:
    campaign.release("2024-01-10")
    before = (campaign.root / "packs" / RECORD).read_text(encoding="utf-8")
    assert "The calendars say what they said on 2024-01-10" in campaign.release("2024-01-11")
    assert (campaign.root / "packs" / RECORD).read_text(encoding="utf-8") == before
    assert "the last release is of 2024-01-10, which is after 2024-01-09" in campaign.release("2024-01-09", 2)


def test_an_entry_has_a_line_of_the_record(campaign: Campaign) -> None:
    campaign.release("2024-01-10")
    text = (campaign.root / "packs" / RECORD).read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if "event-tea" in line)
    assert json.loads(line.rstrip(",")) == {
        "uid": "qw-2024-event-tea-en@example.org",
        "sequence": 0,
        "modified": "2024-01-10",
        "digest": "5af7ff1b1d5f640e",
        "title": "Tea",
        "start": "2024-02-06T15:00",
        "end": "2024-02-06T16:00",
        "timezone": "Australia/Melbourne",
    }


BROKEN = {
    "no JSON": (
        '{"released"',
        "packs/2024.calendar.json:1:12: error: this is no JSON: Expecting ':' delimiter",
    ),
    "two versions": (
        '{\n<<<<<<< mine\n "released": "2024-01-10",\n=======\n>>>>>>> yours\n}',
        "packs/2024.calendar.json:2:1: error: from here on, two versions of this file are mixed",
    ),
    "other fields": (
        '{"released": "soon", "calendars": {}}',
        "packs/2024.calendar.json:1:1: error: this is not as `packbuild release` writes it: released: Input",
    ),
    "too deep": ("[" * 100_000, "packs/2024.calendar.json:1:1: error: this is no JSON that was written here"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_record_that_was_broken_is_told(campaign: Campaign, case: str) -> None:
    text, message = BROKEN[case]
    (campaign.root / "packs" / RECORD).write_text(text, encoding="utf-8")
    done = campaign.run("check", "2024")
    assert done.exit_code == 1
    assert message in done.output
