"""The key of what is made: a digest of all that decides its bytes."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from builder import ENTRY_POINTS
from builder.content.recipe import Recipe, with_layouts
from builder.digests import digest_of, trusted_program
from builder.pack.plan import Plan

_SELF = "packbuild"
_FONTS = "fonts"  # the extra whose files are drawn with
_FACT = re.compile(r"^(Version|Requires-Dist): *(.*?)\r?$", re.MULTILINE)


def plan_key(plan: Plan) -> str:
    """The sha256 of the program, the format and its options, the content, and the date asked for."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    content = with_layouts(plan.content, lambda recipe: recipe.digest)
    return digest(program(), moment, plan.format, plan.options, content)


def layout_key(recipe: Recipe) -> str:
    """The sha256 of the program and of all that the recipe says."""
    return digest(program(), "layout", recipe.digest)


def digest(*values: object) -> str:
    """The sha256 of what the values say of themselves."""
    return sha256(repr(values).encode()).hexdigest()


@cache
def program() -> str:
    """The digest of this program's own files, of those that bring kinds, of all libraries, and of Python."""
    if known := trusted_program():
        return known
    digest = sha256(repr((platform.python_version(), *sorted(_versions()))).encode())
    for name, file in sorted((*_sources(files("builder"), ""), *brought())):
        digest.update(name.encode() + _digest(file))
    return digest.hexdigest()


def brought() -> Iterator[tuple[str, Traversable]]:
    """The files of the packages that bring kinds: what they lay out and draw is kept like our own."""
    for name in _bringers(tuple(sys.path)):
        spec = find_spec(name)
        if spec and spec.submodule_search_locations:
            yield from _sources(files(name), name)
        elif spec and spec.origin:
            yield name, Path(spec.origin)


@lru_cache(maxsize=4)
def _bringers(_: tuple[str, ...]) -> frozenset[str]:
    """Their names, looked up once for a search path: every installed package must be asked."""
    return frozenset(entry.module.partition(".")[0] for entry in entry_points(group=ENTRY_POINTS))


def _versions() -> Iterator[tuple[str, str]]:
    """Name and version of each distribution that this one needs, and that those need, as installed.

    All that is installed counts where the program runs without being installed itself.
    """
    asked, todo = set[str](), [_SELF]
    while todo:
        name = todo.pop()
        if found := _installed(name):
            facts = _facts(found)
            yield name, dict(facts).get("Version", "")
            needed = set(_requirements(facts, name)) - asked
            asked |= needed
            todo += sorted(needed)
        elif name == _SELF:
            yield from ((each.name, each.version) for each in distributions())


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:  # needed on other systems, or by an extra that nobody asked for
        return None


def _facts(found: Distribution) -> list[tuple[str, str]]:
    """The fields of its metadata that count here, from above the long text, which is slow to parse."""
    text = found.read_text("METADATA") or found.read_text("PKG-INFO") or ""
    return _FACT.findall(text.partition("\n\n")[0])


def _requirements(facts: list[tuple[str, str]], of: str) -> Iterator[str]:
    """The names, as PEP 503 compares them; of this program's own extras only that of fonts decides bytes."""
    for requirement in (value for field, value in facts if field == "Requires-Dist"):
        needed, _, marker = requirement.partition(";")
        if of != _SELF or "extra" not in marker or _FONTS in marker:
            name = re.split(r"[^\w.-]", needed.strip(), maxsplit=1)[0]
            yield re.sub(r"[-_.]+", "-", name).lower()


def _digest(file: Traversable) -> bytes:
    return (
        bytes.fromhex(digest_of(str(file))) if isinstance(file, Path) else sha256(file.read_bytes()).digest()
    )


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_file():
            yield f"{path}/{entry.name}", entry
        elif entry.name != "__pycache__":
            yield from _sources(entry, f"{path}/{entry.name}")
