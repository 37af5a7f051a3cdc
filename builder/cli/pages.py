"""The pages of the documentation, by name."""

from __future__ import annotations

from collections.abc import Iterator

import click

from builder.cli.folders import likely
from builder.shipped import shipped


def titles() -> Iterator[tuple[str, str]]:
    """Each page's name and what it is about."""
    for path in sorted(shipped("docs").glob("*.md")):
        yield path.stem, path.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def text(name: str) -> str:
    """A page, as Markdown; UsageError if there is none of that name."""
    names = tuple(name for name, _ in titles())
    if name not in names:
        raise click.UsageError(f"there is no page `{name}`{likely(name, names)}")
    return shipped(f"docs/{name}.md").read_text("utf-8")
