"""What is new takes the place of what was there: all of it or nothing, whenever the run is ended.

All is written into `.NAME.new` first, beside the folder NAME that is published. That this is called
`.NAME.ready` decides: from then on what is new is valid, and what is left are renames. Who comes next finds
the folder, and finishes what a run that was killed did not.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from builder.errors import FileTrouble, reason
from builder.output.exchange import exchange

TREE, OLD, BESIDE = "tree", "old", "beside"
MARK = ".new-of-packbuild"  # lies in a folder that is new, wherever that is by now, until all is in its place


def fresh_place(tree: Path) -> Path:
    """Where all is written that is to take the place of a tree.

    Its `tree` is the new one; the files of its `beside` are to lie beside the tree, under their names there.
    """
    return tree.with_name(f".{tree.name}.new")


def ready_place(tree: Path) -> Path:
    """What it is called when all is there."""
    return tree.with_name(f".{tree.name}.ready")


def check_room(tree: Path, *beside: Path) -> None:
    """FileTrouble if something else is where the folder, or a file beside it, is to be."""
    for folder in (tree.parent, tree):
        if os.path.lexists(folder) and not folder.is_dir():
            what = "a link to nothing" if folder.is_symlink() else "a file"
            raise FileTrouble(f"{folder}: this is {what}, where a folder is to be; move it away")
    if tree.is_symlink():
        raise FileTrouble(f"{tree}: this is a link, where a folder is to be made anew; move it away")
    for file in beside:
        if file.is_dir():
            raise FileTrouble(f"{file}: this is a folder, where a file is to be; move it away")


def swap(tree: Path) -> None:
    """Put what is fresh in its place. OSError leaves what was there as it was."""
    fresh, ready = fresh_place(tree), ready_place(tree)
    if (fresh / TREE).exists():
        lasting(fresh / TREE / MARK, lambda file: file.write(b""))
    _sync(fresh)
    fresh.rename(ready)
    try:
        settle(tree)
    except OSError:
        _give_back(tree)
        raise


def settle(tree: Path) -> bool:
    """Finish what a run began that was ended in the midst of it; whether there was such a one.

    Any step may have been the last. OSError if one cannot be made now.
    """
    ready, old = ready_place(tree), tree.with_name(f".{tree.name}.old")
    if old.exists() and not tree.exists():  # as versions before this one left it
        old.rename(tree)
    if not ready.exists():
        (tree / MARK).unlink(missing_ok=True)  # somebody deleted what it was to tell
        return False
    if _is_new(ready / TREE):
        if tree.exists() and not exchange(ready / TREE, tree):
            tree.rename(ready / OLD)
        if (ready / TREE).exists() and not tree.exists():
            (ready / TREE).rename(tree)
    for file in sorted((ready / BESIDE).glob("*"), key=_is_hidden):  # what is written down of it comes last
        file.replace(tree.with_name(file.name))
    _sync(tree.parent)
    (tree / MARK).unlink(missing_ok=True)
    shutil.rmtree(ready, ignore_errors=True)
    return True


def settle_all(folder: Path) -> tuple[str, ...]:
    """Finish all that runs began in a folder; the names of the trees. FileTrouble if one cannot be."""
    names = tuple(sorted(path.name[1 : -len(".ready")] for path in folder.glob(".*.ready")))
    try:
        return tuple(name for name in names if settle(folder / name))
    except OSError as error:
        raise FileTrouble(f"{error.filename or folder}: {reason(error)}") from error


def _is_hidden(file: Path) -> bool:
    return file.name.startswith(".")


def _is_new(folder: Path) -> bool:
    """Whether a folder is the one that was made to take the place: once exchanged, another has its name.

    Its number would not tell: on USB sticks (FAT, exFAT) it is another after a power cut.
    """
    return (folder / MARK).exists()


def _give_back(tree: Path) -> None:
    """Undo what was done, as far as it was."""
    ready = ready_place(tree)
    if _is_new(tree):
        if (ready / OLD).exists():
            tree.rename(ready / TREE)
            (ready / OLD).rename(tree)
        elif (ready / TREE).exists():
            exchange(ready / TREE, tree)
        else:  # there was none
            shutil.rmtree(tree)
    elif (ready / OLD).exists() and not tree.exists():
        (ready / OLD).rename(tree)
    shutil.rmtree(ready, ignore_errors=True)


def lasting(path: Path, write: Callable[[BinaryIO], Any]) -> None:
    """Write a file that lasts through a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames last through a power cut, where the system can (not on Windows)."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
