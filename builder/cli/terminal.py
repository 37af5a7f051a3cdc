"""What people see: progress and messages on standard error, results on standard output."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

import click

from builder.errors import Faults, FileTrouble, Misuse, Problem

if TYPE_CHECKING:
    from builder.cli.report import ReportFormat
    from builder.output.make import Asset
    from builder.output.workers import Done

STOPPED = 130  # as shells count a program ended by Ctrl-C
BUG = 70  # sysexits.h, EX_SOFTWARE


@dataclass(slots=True)
class Terminal:
    """One run's voice."""

    format: ReportFormat = "text"
    quiet: bool = False
    said: list[tuple[str, bool]] = field(default_factory=list)  # of the files; whether on standard error
    _live: bool = False  # whether a line that will be overwritten stands on the terminal

    @property
    def color(self) -> bool:
        """Whether messages are coloured (no-color.org)."""
        return _watched() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def result(self, text: str) -> None:
        """A line of what was asked for."""
        self._clear()
        self._say(f"{text}\n")

    def tell(self, text: str) -> None:
        """A line about what was found."""
        if not self.quiet:
            self._clear()
            self._say(f"{text}\n", err=True)

    def stage(self, text: str) -> None:
        """A line about what is going on."""
        if not self.quiet:
            self._clear()
            self._print(f"{text}\n", err=True)

    def progress(self, step: Done) -> None:
        """How far the making is: one line that is overwritten, on a terminal alone."""
        if self.quiet or not _watched():
            return
        columns = shutil.get_terminal_size().columns
        self._print("\r\x1b[K" + f"  {step.number}/{step.of}  {step.name}"[: columns - 1], err=True)
        self._live = True

    def problems(self, problems: Sequence[Problem]) -> None:
        """Problems in the format asked for; those for machines are results."""
        from builder.cli.report import render_problems  # noqa: PLC0415  not for `--help`

        if problems or self.format == "json":
            self._clear()
            text = render_problems(problems, self.format, color=self.color)
            self._say(text, err=self.format == "text", color=self.color)

    @contextmanager
    def exits(self, outcome: str) -> Iterator[None]:
        """Turn what went wrong into words and an exit code: 1 faults, 3 files; a bug keeps its traceback."""
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL and current_thread() is main_thread():
            signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            yield
        except Faults as faults:
            self.problems(faults.problems)
            sys.exit(1)
        except Misuse as misuse:
            self._clear()
            self._print(f"error: {misuse}\n", err=True)
            sys.exit(2)
        except FileTrouble as trouble:
            self._clear()
            self._print(f"error: {trouble}\n", err=True)
            sys.exit(3)
        except (KeyboardInterrupt, click.Abort):  # a question that nobody answers is the second
            self._clear()
            self._print(f"Stopped. {outcome}\n", err=True)
            sys.exit(STOPPED)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:
            self._clear()
            self._print(traceback.format_exc(), err=True)
            self._print(f"This is a bug of packbuild, not of your files. {outcome}\n", err=True)
            sys.exit(BUG)

    def _say(self, text: str, *, err: bool = False, color: bool | None = None) -> None:
        """Print what a run is remembered for."""
        self.said.append((text, err))
        self._print(text, err=err, color=color)

    def _print(self, text: str, *, err: bool, color: bool | None = None) -> None:
        """Print; what nobody reads any more (`packbuild list | head`) goes nowhere, and the work goes on."""
        try:
            click.echo(text, nl=False, err=err, color=color)
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2 if err else 1)
            if not (err or isinstance(error, BrokenPipeError)):
                raise FileTrouble(f"standard output: {error.strerror}") from error

    def _clear(self) -> None:
        if self._live:
            self._print("\r\x1b[K", err=True)
            self._live = False


def _watched() -> bool:
    """Whether messages go to a terminal; a program may have been started without any."""
    return bool(sys.stderr and sys.stderr.isatty())


def files_text(number: int) -> str:
    """`1 file`, `12 files`."""
    return f"{number} file{'s' * (number != 1)}"


def size_text(number: int) -> str:
    """Bytes as people read them: `1.2 MB`."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))} KB"
    return f"{number / 1_000_000:.1f} MB"


def table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines with even columns."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def by_kind(assets: Iterable[Asset]) -> Iterator[str]:
    """How many files of each kind, and how heavy."""
    count, weight = Counter[str](), Counter[str]()
    for asset in assets:
        count[asset.plan.kind] += 1
        weight[asset.plan.kind] += asset.file.size
    yield from table(
        (f"  {kind}", f"{count[kind]} file{'s' * (count[kind] != 1)}", size_text(weight[kind]))
        for kind in count
    )
