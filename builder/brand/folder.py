"""The brand folder: nothing outside it is read, and nothing but plain files."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path, PurePosixPath

from builder.brand.findings import Findings
from builder.errors import Place
from builder.source.folder import WrongFile, legible, names_in, plain_file
from builder.source.validate import nearest


def inside(
    folder: Path,
    name: str,
    place: Place,
    findings: Findings,
    what: str = "file",
    hint: Callable[[], str] = str,
) -> Path | None:
    """A plain file of the folder by its name there; None, and a fault, if there is none."""
    try:
        return plain_file(folder, name)
    except WrongFile as wrong:
        findings.fault(place, f"`{legible(name)}` {wrong}", wrong.hint)
    except OSError:
        findings.fault(place, f"there is no {what} `{name}`", hint())
    return None


def elsewhere(folder: Path, name: str, endings: Collection[str], kind: str) -> str:
    """A hint for a file that is not there: one of that name in another place of the folder, or what to do."""
    if re.match("https?://", name):
        return f"nothing is fetched from the web: save it in the brand's folder {kind}, and name it here"
    stem = PurePosixPath(name).stem.lower()
    files = names_in(folder, endings, below=True)
    near = [file for file in files if PurePosixPath(file).stem.lower() == stem]
    file = near[0] if near else nearest(name, [file for file in files if file.startswith(f"{kind}/")])
    if not file and name.startswith(f"{kind}/"):
        return f"put the file into the brand's folder {kind}"
    return f"did you mean `{file}`?" if file else f"its name begins at the brand's folder: `{kind}/…`"


def found(folder: Path, name: str, shown_as: str, findings: Findings) -> Path | None:
    """A file that was seen in the folder, as `inside` takes it; its fault, if new, is at its beginning."""
    own = Findings()
    path = inside(folder, name, Place(f"{shown_as}/{legible(name)}", 1, 1), own)
    known = {problem.message for problem in findings.problems}
    findings.problems += [problem for problem in own.problems if problem.message not in known]
    return path
