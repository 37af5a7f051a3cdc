"""`packbuild init`: a new campaign's folder, from what is asked or given."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from builder.cli.folders import Folders
from builder.cli.terminal import Terminal

Answers = Mapping[str, Any]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_WEEK = dt.timedelta(days=6)
_COLOR = "#1D4E89"  # a calm blue, for who has neither colours nor a logo


class DayType(click.ParamType):  # type: ignore[type-arg]  # that of click 8.2 takes none
    """A day: 2027-03-08."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day; a usage error if it is none."""
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is no day: write it like 2027-03-08", param, ctx)


class SvgType(click.Path):
    """A drawing's file."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The file; a usage error if it is none, or no SVG."""
        path = super().convert(value, param, ctx)
        if Path(str(path)).suffix.lower() not in (".svg", ".svgz"):
            self.fail(
                f"`{value}` is no SVG: logos of pixels are not drawn; ask who drew it for one", param, ctx
            )
        return path


class ColorType(click.ParamType):  # type: ignore[type-arg]  # as above
    """A colour as CSS writes it."""

    name = "colour"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The colour; a usage error if it is none."""
        from builder.color import Color, parse_color  # noqa: PLC0415  not for `--help`

        try:
            return value if isinstance(value, Color) else parse_color(value)
        except ValueError:
            self.fail(f"`{value}` is no colour: write it like #1D4E89", param, ctx)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked if it is not given, and what is taken if nobody answers."""

    option: str
    text: str
    otherwise: Callable[[Answers], Any]  # None: it must be answered
    kind: Any = str


def _must(_: Answers) -> None:
    return None


QUESTIONS = (
    Question("name", "The campaign's name", _must),
    Question(
        "short_name", "A few letters for it, which file names begin with", lambda a: initials(a["name"])
    ),
    Question("organiser", "Who organises it", lambda _: "[Who organises it]"),
    Question("website", "Its web address", _must),
    Question("contact", "An e-mail address for questions", lambda _: "[An e-mail address]"),
    Question("about", "What it is, in a sentence", lambda _: "[What it is, in two or three sentences.]"),
    Question("theme", "This year's theme", _must),
    Question("hashtag", "The theme's hashtag", lambda a: hashtag(a["theme"])),
    Question("why", "Why this theme", lambda _: "[Why this theme, this year.]"),
    Question("start", "The first day", _must, DayType()),
    Question("end", "The last day", lambda a: a["start"] + _WEEK, DayType()),
)


def initials(name: str) -> str:
    """A short name: the capitals of a long one, else the name."""
    letters = "".join(word[0] for word in re.findall(r"\w+", name))
    return letters.upper() if len(letters) > 2 else name


def hashtag(title: str) -> str:
    """The words of a title as one hashtag, each with a capital, so that screen readers can say it."""
    return "#" + "".join(word[0].upper() + word[1:] for word in re.findall(r"\w+", title.replace("’", "")))


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for question in reversed(QUESTIONS):
        name = question.option.replace("_", "-")
        command = click.option(f"--{name}", question.option, type=question.kind, help=f"{question.text}.")(
            command
        )
    return command


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@_options
@click.option("--message", "messages", multiple=True, help="A key message; may be given several times.")
@click.option("--language", default="en-GB", show_default=True, help="The language it is written in.")
@click.option(
    "--color", "colors", multiple=True, type=ColorType(), help="A colour, the most important first."
)
@click.option("--logo", type=SvgType(), help="The logo, as SVG. [default: the name in the display type]")
@click.option("--light-logo", type=SvgType(), help="The logo for dark grounds.")
@click.option("--from-logo", type=SvgType(), help="The logo, and the palette from its colours.")
@click.option("--font", "fonts", multiple=True, type=_FILE, help="A font file, those of headings first.")
def init(folder: Path, **given: Any) -> None:
    """Begin a campaign in FOLDER: its brand, with the designs that ship, and a first spec.

    What is not given is asked for, if there is somebody to answer.
    """
    terminal = Terminal()
    with terminal.exits("Nothing was written."):
        from builder.color import parse_color  # noqa: PLC0415  not for `--help`
        from builder.pipeline.logocolors import logo_colors  # noqa: PLC0415  as above
        from builder.pipeline.newcampaign import Beginning, begin  # noqa: PLC0415  as above

        given["logo"] = given.pop("from_logo") or given["logo"]
        if given["light_logo"] and not given["logo"]:
            raise click.UsageError("--light-logo is for dark grounds; give --logo for the others.")
        given["colors"] = (
            given["colors"] or (given["logo"] and logo_colors(given["logo"])) or (parse_color(_COLOR),)
        )
        root = folder.absolute()
        answers = {**given, **_answered(given)}
        for path in begin(root, Beginning(**answers)):
            terminal.result(f"Wrote {Folders(root).shown(root / path)}")
        year = answers["start"].year
        there = "" if folder == Path() else f"In {folder} "
        terminal.tell(f"{there}`packbuild check {year}` says what is still to be written.")


def asked() -> bool:
    """Whether there is somebody to answer."""
    return sys.stdin.isatty()


def _answered(given: Answers) -> dict[str, Any]:
    """What is given, asked for or taken, for each question; UsageError names all that must be given."""
    answers, lacking = dict[str, Any](), list[str]()
    for question in QUESTIONS:
        value = None if str(given[question.option] or "").strip() == "" else given[question.option]
        otherwise = None if lacking else question.otherwise(answers)
        if value is None and asked():
            value = click.prompt(question.text, default=otherwise, type=question.kind)
        value = otherwise if value is None else value
        if value is None and question.otherwise is _must:
            lacking.append(f"--{question.option}")
        answers[question.option] = value
    if lacking:
        raise click.UsageError(f"there is nobody to ask, so give {' and '.join(lacking)}.")
    return answers
