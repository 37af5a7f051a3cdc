"""What YAML's parser complains of, in words for people who do not know YAML."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError
from yaml.events import ScalarEvent

from builder.errors import Problem
from builder.source.text import STAND_INS, Lines, position

_KEY = re.compile(r" *(?:- +)*[a-z_][a-z0-9_-]* *$")
_SECOND_COLON = re.compile(r"\w: [^,{}\[\]\"']*$")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*[a-z_][a-z0-9_]*(:)[^\s/:]")
_BULLET = re.compile(r"[ \t]*([•·*–—]) ")
_SLASHES = re.compile(r"[ \t]*(//|/\*)")
_DOCUMENT = re.compile(r"%[A-Z]|\.\.\.$")
_AFTER_BRACKET = re.compile(r".*[\]}]\s*([;,]|//.*)\s*$")
_NO_COLON = re.compile(r"( *(?:- +)*)([a-z_][a-z0-9_-]*) *(?:$|：)")
_SIGN = re.compile(r"[ \t]*(?:- +)*(?:[a-z_][a-z0-9_]*: +)?([\[{*&!])")
_NEXT_LINE = ("text after `|` or `>` begins on the next line", "press Enter after it, and indent")
_KNOWN = {  # the parser's words: the fault, what to do
    "sequence entries are not allowed": ("a list begins on a line of its own", "give each `- ` its own line"),
    "found unknown escape": ("`\\` has a meaning of its own in double quotes", "write `\\\\` for one `\\`"),
    "expected chomping": _NEXT_LINE,
    "expected a comment or a line break": _NEXT_LINE,
    "expected alphabetic": ("a text cannot begin with `&` or `*`", "put quotes round it"),
    "expected the node content": ("a text cannot begin with this sign", "put quotes round it"),
    "but found '-'": ("a list item stands among fields", "indent the list further than its field's name"),
    "but found '?'": ("a field stands among list items", "begin each item with `- `, or move this line left"),
    "expected '<document start>'": ("this line does not belong to what is above", "look at the indentation"),
}


def meant_as_text(error: MarkedYAMLError, parsed: str) -> str | None:
    """The text with a stand-in where the parser stopped, if what stands there can only be text."""
    mark, problem = error.problem_mark, error.problem or ""
    if mark is None or mark.index >= len(parsed):
        return None
    sign = parsed[mark.index]
    before = parsed[parsed.rfind("\n", 0, mark.index) + 1 : mark.index]
    colon = problem.startswith("mapping values are not allowed") and not _KEY.match(before)
    colon = colon or ("but got ':'" in problem and _SECOND_COLON.search(before) is not None)
    if sign not in STAND_INS or not (colon or "cannot start any token" in problem):
        return None
    return parsed[: mark.index] + STAND_INS[sign] + parsed[mark.index + 1 :]


def explain(error: MarkedYAMLError, text: Lines, last: ScalarEvent | None) -> Problem:
    """The fault that stopped the parser, at the place where the user has to mend it."""
    return (
        _space_missing(error, text)
        or _other_tongue(error, text)
        or _parted(error, text)
        or _open_bracket(error, text)
        or _quotes(error, text, last)
        or _misfit(error, text)
        or _first_sign(error, text)
        or _other(error, text)
    )


def _mark(error: MarkedYAMLError) -> tuple[int, int]:
    return position(error.problem_mark or error.context_mark)


def _space_missing(error: MarkedYAMLError, text: Lines) -> Problem | None:
    line, _ = _mark(error)
    for number in (line, line - 1):
        if 0 <= number < len(text.lines) and (match := _NO_SPACE.match(text.lines[number])):
            place = text.place(number, match.start(1), 1)
            return Problem("a space is missing after the colon", place, "write `name: text`")
    return None


def _other_tongue(error: MarkedYAMLError, text: Lines) -> Problem | None:
    """A sign that means in other languages, or in print, what another one means in YAML."""
    line, _ = _mark(error)
    first, _ = position(error.context_mark or error.problem_mark)
    for number in dict.fromkeys((line, first, line - 1)):
        typed = text.line(max(number, 0))
        if match := _BULLET.match(typed):
            problem = Problem(f"a list's items begin with `- `, not with `{match[1]}`", None, "write `- `")
        elif match := _SLASHES.match(typed):
            problem = Problem(f"`{match[1]}` begins no comment here", None, "begin it with `# `")
        else:
            continue
        return _at(problem, text, max(number, 0), match.start(1))
    return None


def _parted(error: MarkedYAMLError, text: Lines) -> Problem | None:
    if "<document start>" not in (error.problem or ""):
        return None
    lines = ((number, line.strip()) for number, line in enumerate(text.lines) if _DOCUMENT.match(line))
    for number, line in lines:
        message = f"`{line}` parts a file in two for programs that read YAML"
        return _at(Problem(message, None, "delete this line"), text, number, 0)
    return None


def _quotes(error: MarkedYAMLError, text: Lines, last: ScalarEvent | None) -> Problem | None:
    problem, context, start = error.problem or "", error.context or "", error.context_mark
    unclosed = Problem("the quotes opened here are not closed", None, "write the same sign at the text's end")
    if "quoted scalar" in context and "escape" not in problem and start:
        return _at(unclosed, text, start.line, start.column)
    if "<scalar>" not in problem or last is None or last.style not in ("'", '"'):
        return None
    begins, ends = position(last.start_mark), position(last.end_mark)
    if begins[0] != ends[0]:
        return _at(unclosed, text, *begins)
    other = "double" if last.style == "'" else "single"
    hint = f"put the whole text in {other} quotes, or write {last.style * 2} for one inside it"
    if last.style == '"':
        hint = 'put quotes round the whole text, and write \\" for one inside it'
    return _at(Problem("the quotes end here, but the text goes on", None, hint), text, *_mark(error))


def _open_bracket(error: MarkedYAMLError, text: Lines) -> Problem | None:
    line, column = position(error.context_mark)
    if "flow" not in (error.context or ""):
        return None
    if "<stream end>" in (error.problem or ""):
        last = [number for number, typed in enumerate(text.lines) if "[" in typed or "{" in typed][-1]
        line, column = last, max(text.line(last).rfind(sign) for sign in "[{")
    elif _mark(error)[0] == line:
        return None
    opened = text.line(line)[column : column + 1]
    problem = Problem(
        f"the `{opened}` opened here is not closed", None, "close it, with commas between items"
    )
    return _at(problem, text, line, column)


def _misfit(error: MarkedYAMLError, text: Lines) -> Problem | None:
    if "flow" not in (error.context or ""):
        return None
    hint = "put a comma between items, and quotes round a text with a colon or comma in it"
    return _at(Problem("this does not fit within the brackets", None, hint), text, *_mark(error))


def _first_sign(error: MarkedYAMLError, text: Lines) -> Problem | None:
    line, column = _mark(error)
    match = _SIGN.match(text.line(line))
    if "<scalar>" not in (error.problem or "") or match is None or match.start(1) >= column:
        return None
    if match[1] in "[{" and (more := _AFTER_BRACKET.match(text.line(line))):
        hint = "begin a comment with ` #`" if more[1].startswith("//") else f"delete the `{more[1]}`"
        return _at(Problem("nothing may follow the closing bracket", None, hint), text, line, more.start(1))
    message = f"a text that begins with `{match[1]}` needs quotes"
    return _at(Problem(message, None, "put quotes round the whole text"), text, line, match.start(1))


def _other(error: MarkedYAMLError, text: Lines) -> Problem:
    line, column = _mark(error)
    for sign, (message, hint) in _KNOWN.items():
        if sign in (error.problem or ""):
            if sign == "expected alphabetic":
                line, column = position(error.context_mark)
            return _at(Problem(message, None, hint), text, line, column)
    if "could not find expected ':'" in (error.problem or "") and error.context_mark:
        message = "this line is neither a field (`name: text`) nor part of the text above"
        hint = "put a colon after the field's name; or indent the line, if it continues a text"
        return _at(Problem(message, None, hint), text, error.context_mark.line, error.context_mark.column)
    above = max((number for number in range(line) if text.line(number).strip()), default=line)
    if above < line and (match := _NO_COLON.match(text.line(above))):
        problem = Problem("a colon is missing after the field's name", None, f"write `{match[2]}:`")
        return _at(problem, text, above, match.end(2))
    hint = "fields of one group begin in the same column; what is inside a field, two spaces further right"
    return _at(Problem("this line is not indented like its neighbours", None, hint), text, line, column)


def _at(problem: Problem, text: Lines, line: int, column: int) -> Problem:
    typed = text.line(line)
    start = len(typed) - len(typed.lstrip())
    whole = "indented" in problem.message or "neither" in problem.message
    length = len(typed.rstrip()) - start if whole else 1
    place = text.place(line, start if whole else column, length)
    return Problem(problem.message, place, problem.hint)
