"""`packbuild release`: what the calendars say as a pack is sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from builder.cli.asked import asked_for
from builder.cli.folders import Folders
from builder.cli.options import options


@click.command("release")
@click.argument("year")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of it. [default: today]")
@options("root", "strict", "format", "quiet")
def command(year: str, day: dt.datetime | None, **asked: Any) -> None:
    """Write down what the calendars of YEAR say, as the pack is sent: packs/YEAR.calendar.json.

    The next edition's calendars update those that people have: what has changed since
    gets a higher number, what was taken out is cancelled. Keep the file with the spec.
    """
    terminal, request = asked_for(year, {**asked, "languages": ()})
    with terminal.exits("Nothing was written."):
        from builder.pipeline.release import release as run  # noqa: PLC0415  not for `--help`

        done = run(request, day.date() if day else dt.datetime.now(dt.UTC).date())
        terminal.problems(done.problems)
        said = ", ".join(
            f"{done.news[each]} {each}" for each in ("new", "changed", "cancelled") if done.news[each]
        )
        path = Folders(request.root).shown(done.path)
        if said:
            terminal.result(f"Wrote {path}: {said}. Build the pack now, and send it.")
        else:
            terminal.result(f"The calendars say what they said on {done.day}: {path} is as it was.")
