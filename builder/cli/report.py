"""Problems as people and machines read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

from builder.errors import Place, Problem

ReportFormat = Literal["text", "json", "github"]

_RED, _YELLOW, _BLUE, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
_SIZES = 3  # images that a message names
_WIDE = 120  # columns of a source line that are shown


def render_problems(
    problems: Sequence[Problem],
    format: ReportFormat = "text",  # noqa: A002  the option's name
    *,
    color: bool = False,
) -> str:
    """All problems in the form a compiler uses, as JSON, or as GitHub's annotations; ends with a newline.

    JSON is ASCII, which programs read whatever the code page.
    """
    if format == "json":
        return json.dumps([_record(problem) for problem in problems], indent=2) + "\n"
    if format == "github":
        return "".join(f"{_annotation(problem)}\n" for problem in problems)
    return "".join(f"{_text(problem, color=color)}\n" for problem in problems) + closing_line(problems) + "\n"


def closing_line(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, and that errors stopped the build."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count("error"), severities.count("warning")
    counts = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    return f"{counts} Nothing was built." if errors else counts


def _text(problem: Problem, *, color: bool) -> str:
    place, severity = problem.place, problem.severity
    shade = _RED if severity == "error" else _YELLOW
    where = f"{place.file}:{place.line}:{place.column}: " if place else ""
    lines = [_in(_BOLD, where, color) + _in(shade, f"{severity}:", color) + " " + _message(problem)]
    if place and place.text.strip():
        lines += [_source(place), _in(shade, _underline(place), color)]
    if problem.hint:
        lines.append(_in(_BLUE, "   hint:", color) + f" {problem.hint}")
    return "\n".join(lines)


def _message(problem: Problem) -> str:
    """What is wrong, and in which images."""
    if not problem.where:
        return problem.message
    more = len(problem.where) - _SIZES
    return f"{problem.message} ({', '.join(problem.where[:_SIZES])}{f' and {more} more' if more > 0 else ''})"


def _in(shade: str, text: str, color: bool) -> str:
    return f"{shade}{text}{_PLAIN}" if color and text else text


def _source(place: Place) -> str:
    before, within, after = _shown(place)
    return f"{place.line:>5} | {before}{within}{after}".rstrip()


def _underline(place: Place) -> str:
    before, within, _ = _shown(place)
    return " " * (8 + _columns(before)) + "^" * max(1, _columns(within))


def _shown(place: Place) -> tuple[str, str, str]:
    """The line before, within and after the place, without what a terminal would wrap or reorder."""
    start, end = place.column - 1, place.column - 1 + place.length
    before, within, after = (
        _plain(part) for part in (place.text[:start], place.text[start:end], place.text[end:])
    )
    if len(before) > _WIDE - 40:
        before = "…" + before[-40:]
    if len(within) > _WIDE - len(before):
        return before, within[: _WIDE - len(before) - 1] + "…", ""
    room = max(0, _WIDE - len(before) - len(within))
    return before, within, after if len(after) <= room else after[:room] + "…"


def _plain(text: str) -> str:
    """The text with a tab as one space, and with no sign that changes the direction or the screen."""
    return "".join(" " if char == "\t" else char for char in text if char == "\t" or not _unseen(char))


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf") and char not in "\u200c\u200d"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _record(problem: Problem) -> dict[str, object]:
    record: dict[str, object] = {"severity": problem.severity, "message": problem.message}
    if problem.hint:
        record["hint"] = problem.hint
    if problem.where:
        record["where"] = problem.where
    if place := problem.place:
        record |= {"file": place.file, "line": place.line, "column": place.column, "length": place.length}
    return record


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions, whose values escape what separates them."""
    place = problem.place
    where = ""
    if place:
        end = place.column + place.length - 1
        file = _escaped(place.file).replace(":", "%3A").replace(",", "%2C")
        where = f" file={file},line={place.line},col={place.column},endColumn={end}"
    text = f"{_message(problem)}\nhint: {problem.hint}" if problem.hint else _message(problem)
    return f"::{problem.severity}{where}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
