"""The characters of a file the user wrote, proved to be text, with each place in them."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import Protocol

from builder.errors import Faults, FileTrouble, Place, Problem
from builder.record import Record

MOST_BYTES = 1_000_000

# Stand-ins for what YAML would misread where the user meant text (Unicode keeps these for internal
# use). Each takes the place of one character, so lines and columns stay true.
STAND_INS = {"#": "\ufdd0", ":": "\ufdd1", "@": "\ufdd2", "%": "\ufdd3", "`": "\ufdd4"}
_TAB = "\ufdd5"  # a tab that is kept
_TYPED = {ord(_TAB): "\t"} | {ord(stand_in): typed for typed, stand_in in STAND_INS.items()}

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufffd]")
_OURS, _THEIRS = "<<<<<<<", ">>>>>>>"  # of a merge that was not finished
_BLANK = "\u00a0\u2000-\u200b\u202f\u3000"  # as pasted from a web page
_INDENT = re.compile(f"^[ \t{_BLANK}]+", re.MULTILINE)
_BLANK_AFTER_KEY = re.compile(rf"(?<=[a-z0-9_]:)[{_BLANK}]")
_HASHTAG = re.compile(r"(?<=\S)( ++(?=#)|[ \[{,]{1,40})#(?=[^\s#])")
# A value that is a colour and nothing else, in a file in which all other `#` begin comments.
_COLOR_HASH = re.compile(r"(?<=[:,\[{-])( *)#(?=[0-9a-fA-F]{3,8} *(?:[,\]}\n]| #|$))")
_WORDY_ITEM = re.compile(r"""^( *- +[^\s"'\[{|>&*!%@#])([^:"'\n]*+):(?= )""", re.MULTILINE)
_TAB_OF_ITEM = re.compile(r"^( *o)\t", re.MULTILINE)  # `o` is a bullet of Word's if a tab follows
_SPACES = str.maketrans({"\t": " ", "\u2028": " ", "\u2029": " ", "\ufeff": "\u2060"})


class Lines(Record):
    """The lines of a file, as they were typed."""

    file: str
    lines: tuple[str, ...]

    def place(self, line: int, column: int, length: int) -> Place:
        """The place of `length` characters of a line, counted from 0 as the parser does."""
        line, text = min(line, len(self.lines) - 1), self.line(line)
        column = min(column - _tabs(text), len(text))
        return Place(self.file, line + 1, column + 1, max(1, min(length, len(text) - column)), text)

    def line(self, number: int) -> str:
        """A line as it was typed, counted from 0; the last one for the place after the end."""
        return self.lines[min(number, len(self.lines) - 1)]

    def for_parser(self, *, shared: bool = False) -> str:
        """The same text with what YAML would misread put as the user meant it.

        In a file that other tools read too, `#` begins a comment, as it does for them, save before a colour.
        Character for character, save for tabs that begin a line: each gives two spaces.
        """
        text = "\n".join("  " * _tabs(line) + line[_tabs(line) :] for line in self.lines)
        text = _INDENT.sub(lambda match: " " * len(match[0]), text)
        text = _TAB_OF_ITEM.sub(lambda match: match[1] + _TAB, text).translate(_SPACES)
        text = _BLANK_AFTER_KEY.sub(" ", text)
        text = _WORDY_ITEM.sub(_wordy, text)
        hashes = _COLOR_HASH if shared else _HASHTAG
        return hashes.sub(lambda match: match[1] + STAND_INS["#"], text) + "\n"

    def merge_marks(self) -> tuple[Problem, ...]:
        """The fault of two versions of a file that a tool has put into one, told once."""
        lines = [number for number, line in enumerate(self.lines) if line.startswith(_OURS)]
        if not lines or not any(line.startswith(_THEIRS) for line in self.lines):
            return ()
        hint = f"keep one of the two, and delete the lines with `{_OURS}`, `=======` and `{_THEIRS}`"
        place = self.place(lines[0], 0, len(_OURS))
        return (Problem("from here on, two versions of this file are mixed", place, hint),)

    def tabs(self) -> tuple[Problem, ...]:
        """The fault of lines that begin with a tab, told once."""
        lines = [number for number, line in enumerate(self.lines) if _tabs(line) and line.strip()]
        if not lines:
            return ()
        more = f", and so are {len(lines) - 1} more lines" if len(lines) > 1 else ""
        hint = "begin lines with spaces, two for each level; many editors can convert tabs into spaces"
        place = self.place(lines[0], 2 * _tabs(self.lines[lines[0]]), 1)
        return (Problem(f"this line is indented with a tab{more}", place, hint),)


class YamlMark(Protocol):
    """The parser's mark: line and column counted from 0."""

    line: int
    column: int


def position(mark: YamlMark | None) -> tuple[int, int]:
    """Line and column of a mark; those of the file's beginning if there is none."""
    return (mark.line, mark.column) if mark else (0, 0)


def _wordy(match: re.Match[str]) -> str:
    """An item of a list with a colon in it: a text if there are words before, else a field."""
    return match[1] + match[2] + (STAND_INS[":"] if " " in match[2] else ":")


def as_typed(text: str) -> str:
    """Text from the parser with the stand-ins put back."""
    return text.translate(_TYPED)


def read_text(path: Path, shown_as: str, most: int = MOST_BYTES) -> Lines:
    """The text of a file; FileTrouble if it cannot be read, Faults if it is not UTF-8 text."""
    return checked(_decoded(read_bytes(path, shown_as, most), shown_as), shown_as)


def read_bytes(path: Path, shown_as: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file; FileTrouble if it cannot be read, Faults if it has more than `most`."""
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise FileTrouble(f"{shown_as}: this is a pipe or a device, not a file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise FileTrouble(f"{shown_as}: there is no such file") from None
    except IsADirectoryError:
        raise FileTrouble(f"{shown_as}: this is a folder, not a file") from None
    except OSError as error:
        circle = "this is a link that leads in a circle" if error.errno == errno.ELOOP else ""
        raise FileTrouble(f"{shown_as}: {circle or error.strerror or error}") from None
    if len(data) > most:
        hint = "a picture belongs in a file of its own, which this one names"
        message = f"this file is larger than {most // 1_000_000} MB"
        raise Faults([Problem(message, Place(shown_as, 1, 1), hint)])
    return data


def _decoded(data: bytes, file: str) -> str:
    hint = "in your editor, save the file again with the encoding UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Faults([Problem("this file is saved as UTF-16, not as UTF-8", Place(file, 1, 1), hint)])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        lines = data.splitlines()
        number = next(number for number, line in enumerate(lines) if not _is_utf8(line))
        shown = lines[number].decode("cp1252", errors="replace")
        column = len(lines[number].decode("utf-8", errors="replace").partition("\ufffd")[0])
        place = Place(file, number + 1, column + 1, 1, shown)
        raise Faults([Problem("this file is not saved as UTF-8", place, hint)]) from None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def checked(text: str, file: str) -> Lines:
    """The lines of a text; Faults if it has signs that cannot be shown."""
    lines = Lines(file, tuple(text.split("\n")))
    problems = [
        Problem(
            f"a character that cannot be shown (U+{ord(match[0]):04X})",
            lines.place(number, match.start() + _tabs(line), 1),
            "delete it; it often comes along when text is copied from another program",
        )
        for number, line in enumerate(lines.lines)
        for match in CONTROL.finditer(line)
    ]
    if problems:
        raise Faults(problems[:20])
    return lines


def _tabs(line: str) -> int:
    return len(line) - len(line.lstrip("\t"))
