"""The brand folder: nothing outside it is read, and nothing but plain files."""

from __future__ import annotations

from pathlib import Path

from builder.brand.findings import Findings
from builder.errors import Place
from builder.source.folder import WrongFile, plain_file


def inside(
    folder: Path, name: str, place: Place, findings: Findings, what: str = "file", hint: str = ""
) -> Path | None:
    """A plain file of the folder by its name there; None, and a fault, if there is none."""
    try:
        return plain_file(folder, name)
    except WrongFile as wrong:
        findings.fault(place, f"`{name}` {wrong}", wrong.hint)
    except OSError:
        findings.fault(place, f"there is no {what} `{name}`", hint)
    return None


def found(folder: Path, name: str, shown_as: str, findings: Findings) -> Path | None:
    """A file that was seen in the folder, as `inside` takes it; its fault, if new, is at its beginning."""
    own = Findings()
    path = inside(folder, name, Place(f"{shown_as}/{name}", 1, 1), own)
    known = {problem.message for problem in findings.problems}
    findings.problems += [problem for problem in own.problems if problem.message not in known]
    return path
