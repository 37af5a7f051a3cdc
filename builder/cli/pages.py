"""The pages of the documentation, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from builder.cli.folders import likely
from builder.shipped import shipped

# A picture that stands alone: a terminal cannot show it.
_PICTURE = re.compile(r"\n\n *!\[[^\]]*\]\([^)]*\)\n(\n(?=\* ))?")


def titles() -> Iterator[tuple[str, str]]:
    """Each page's name and what it is about."""
    for path in sorted(shipped("docs").glob("*.md")):
        yield path.stem, path.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def text(name: str) -> str:
    """A page, as Markdown without its pictures; UsageError if there is none of that name."""
    names = tuple(name for name, _ in titles())
    if name not in names:
        raise click.UsageError(f"there is no page `{name}`{likely(name, names)}")
    return _PICTURE.sub("\n", shipped(f"docs/{name}.md").read_text("utf-8"))
