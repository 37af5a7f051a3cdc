"""`packbuild init`: a new campaign's folder, from what is asked or given."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.cli.answers import (
    ColorType,
    DayType,
    EachType,
    FieldType,
    FileType,
    LookType,
    colors_in,
    files_in,
)
from builder.cli.folders import Folders
from builder.cli.terminal import Terminal, table
from builder.record import Record

if TYPE_CHECKING:
    from builder.color import Color
    from builder.pipeline.ownbrand import OwnBrand

Answers = Mapping[str, Any]

_WEEK = dt.timedelta(days=6)
_COLOR = "#1D4E89"  # a calm blue, for who has neither colours nor a logo


class Question(Record):
    """What is asked if it is not given, and what is taken if nobody answers."""

    option: str
    text: str
    otherwise: Callable[[Answers], Any]  # None: it must be answered
    kind: Callable[[Answers], Any] = lambda _: click.STRING
    without: str = ""  # what comes of no answer, in words
    choices: Callable[[], Iterable[tuple[str, ...]]] = tuple  # what can be answered, and what that is


def _must(_: Answers) -> None:
    return None


def _field(kind: str) -> Callable[[Answers], FieldType]:
    return lambda _: FieldType(kind)


def _looks() -> Iterable[tuple[str, ...]]:
    from builder.cli.listing import looks  # noqa: PLC0415  for who is asked

    return looks()


_LATER = "nothing: written later"
QUESTIONS = (
    Question("name", "The campaign's name", _must),
    Question(
        "short_name", "A few letters for it, which file names begin with", lambda a: initials(a["name"])
    ),
    Question("organiser", "Who organises it", lambda _: "[Who organises it]", without=_LATER),
    Question("website", "Its web address", _must, _field("address")),
    Question("contact", "An e-mail address for questions", lambda _: "[An e-mail address]", without=_LATER),
    Question(
        "about",
        "What it is, in a sentence",
        lambda _: "[What it is, in two or three sentences.]",
        without=_LATER,
    ),
    Question("theme", "This year's theme", _must),
    Question("hashtag", "The theme's hashtag", lambda a: hashtag(a["theme"]), _field("hashtag")),
    Question("why", "Why this theme", lambda _: "[Why this theme, this year.]", without=_LATER),
    Question("start", "The first day, like 2027-03-08", _must, lambda _: DayType()),
    Question("end", "The last day", lambda a: a["start"] + _WEEK, lambda a: DayType(a.get("start"))),
)
BRAND = (
    Question(
        "look",
        "What it looks like",
        lambda _: "embrace",
        lambda _: LookType(),
        choices=_looks,
    ),
    Question(
        "logo",
        "The logo's file, SVG or PNG",
        lambda _: (),
        lambda _: FileType(logo=True),
        "nothing: the name in the type of headings",
    ),
    Question(
        "colors",
        "Colours, the most important first, like teal #F2A900",
        lambda _: (),
        lambda _: EachType(ColorType(), colors_in),
        "nothing: those of the logo, or a calm blue",
    ),
    Question(
        "fonts",
        "Font files, those of headings first",
        lambda _: (),
        lambda _: EachType(FileType(), files_in),
        "nothing: Fraunces and Atkinson Hyperlegible, which come along",
    ),
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
        name, kind = question.option.replace("_", "-"), question.kind({})
        command = click.option(f"--{name}", question.option, type=kind, help=f"{question.text}.")(command)
    return command


_LOGO = FileType(logo=True)
_OF_A_BRAND = {
    "look": "--look",
    "colors": "--color",
    "logo": "--logo",
    "light_logo": "--light-logo",
    "from_logo": "--from-logo",
    "fonts": "--font",
}


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@_options
@click.option("--message", "messages", multiple=True, help="A key message; may be given several times.")
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    type=FieldType("language"),
    help="The language it is written in.",
)
@click.option(
    "--color", "colors", multiple=True, type=ColorType(), help="A colour, the most important first."
)
@click.option("--look", type=LookType(), help="What it looks like: `packbuild list looks`.")
@click.option("--logo", type=_LOGO, help="The logo, as SVG or PNG. [default: the name in the display type]")
@click.option("--light-logo", type=_LOGO, help="The logo for dark grounds.")
@click.option("--from-logo", type=_LOGO, help="The logo, and the palette from its colours.")
@click.option("--font", "fonts", multiple=True, type=FileType(), help="A font file, those of headings first.")
def command(folder: Path, **given: Any) -> None:
    """Begin a campaign in FOLDER: its brand, in a look that ships, and a first spec.

    What is not given is asked for, if there is somebody to answer. A `_brand.yml` that is
    there already, for Quarto perhaps, is taken for the brand as it is.
    """
    terminal = Terminal()
    with terminal.exits("Nothing was written."):
        from builder.pipeline import newcampaign  # noqa: PLC0415  not for `--help`
        from builder.pipeline.beginning import Beginning  # noqa: PLC0415  as above
        from builder.pipeline.ownbrand import own_brand  # noqa: PLC0415  as above

        root = folder.absolute()
        brand = own_brand(root)
        newcampaign.must_be_new(root, brand)
        if brand:
            _take(brand, given)
        given["logo"] = given.pop("from_logo") or given["logo"]
        if given["light_logo"] and not given["logo"]:
            raise click.UsageError("--light-logo is for dark grounds; give --logo for the others.")
        answers = {**given, **_answered(given, QUESTIONS if brand else (*QUESTIONS, *BRAND)), "brand": brand}
        answers["logo"] = answers["logo"] or None
        answers["colors"] = answers["colors"] or (() if brand else _colors(answers["logo"]))
        begun = newcampaign.begin(root, Beginning(**answers))
        for path in begun.files:
            terminal.result(f"Wrote {Folders(root).shown(root / path)}")
        if brand:
            terminal.tell(_taken(Folders(root), brand))
        terminal.problems(begun.problems)
        year = answers["start"].year
        there = "" if folder == Path() else f"In {folder} "
        terminal.tell(f"{there}`packbuild check {year}` says what is still to be written, and")
        terminal.tell(
            f"`packbuild preview {year}` shows it meanwhile, `packbuild looks` shows it in every look."
            " `packbuild docs your-own-campaign` has more."
        )


def _taken(folders: Folders, brand: OwnBrand) -> str:
    """Where a brand that was there is from now on."""
    file, here = folders.shown(brand.file), folders.shown(folders.brand)
    if brand.folder == folders.brand:
        return f"The brand is {file}, as it was."
    return f"{here} holds a copy of {file} and of the files that it names: change what the pack shows there."


def _take(brand: OwnBrand, given: dict[str, Any]) -> None:
    """Take what a brand says of its campaign; UsageError if it is to look otherwise than it says."""
    asked = [name for name in _OF_A_BRAND if given[name]]
    if asked:
        options = " and ".join(_OF_A_BRAND[name] for name in asked)
        raise click.UsageError(f"there is a brand already, {brand.file}: change it there, without {options}.")
    given["name"] = given["name"] or brand.name
    given["website"] = given["website"] or brand.website


def _colors(logo: Path | None) -> Sequence[Color]:
    """The colours of a logo; a calm blue if there is none, or it has no colours."""
    from builder.color import parse_color  # noqa: PLC0415  not for `--help`
    from builder.pipeline.logocolors import logo_colors  # noqa: PLC0415  as above

    return (logo and logo_colors(logo)) or (parse_color(_COLOR),)


def asked() -> bool:
    """Whether there is somebody to answer."""
    return bool(sys.stdin and sys.stdin.isatty())


def _answered(given: Answers, questions: Sequence[Question]) -> dict[str, Any]:
    """What is given, asked for or taken, for each question; UsageError names all that must be given."""
    answers, lacking = dict[str, Any](), list[str]()
    for question in questions:
        value, kind = given[question.option], question.kind(answers)
        otherwise = None if lacking else question.otherwise(answers)
        if str(value or "").strip():
            value = kind.convert(value, None, None)
        else:
            value = _ask(question, otherwise, kind) if asked() else otherwise
        if value is None and question.otherwise is _must:
            lacking.append(f"--{question.option}")
        answers[question.option] = value
    if lacking:
        raise click.UsageError(f"there is nobody to ask, so give {' and '.join(lacking)}.")
    return answers


def _ask(question: Question, otherwise: Any, kind: click.ParamType[Any]) -> Any:
    """An answer that is right, or what is taken if none is given."""
    shown = question.without or ("" if otherwise is None else f"{otherwise}")
    text = f"{question.text} [{shown}]" if shown else question.text
    for line in table(question.choices()):
        click.echo(f"  {line}")

    def read(typed: Any) -> Any:
        return otherwise if typed == otherwise else kind.convert(typed, None, None)

    return click.prompt(text, default=otherwise, show_default=False, value_proc=read)
