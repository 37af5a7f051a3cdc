"""The three folders: specs, brand, output."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from builder.record import Record


class Folders(Record):
    """Where `packs/`, `brand/` and `output/` are."""

    root: Path

    @property
    def packs(self) -> Path:
        """The specs, one a year, with their translations."""
        return self.root / "packs"

    @property
    def brand(self) -> Path:
        """The brand."""
        return self.root / "brand"

    @property
    def own_brand(self) -> Path:
        """The brand; where there is no such folder but a `_brand.yml`, the folder that this is in."""
        alone = not self.brand.is_dir() and (self.root / "_brand.yml").is_file()
        return self.root if alone else self.brand

    @property
    def output(self) -> Path:
        """What is built."""
        return self.root / "output"

    @property
    def years(self) -> tuple[str, ...]:
        """The years that have a spec, oldest first."""
        return tuple(
            sorted(path.stem for path in self.packs.glob("*.yaml") if re.fullmatch(r"\d{4}", path.stem))
        )

    def spec(self, asked: str) -> Path:
        """The spec of a year, or the file of that name; UsageError if there is none."""
        if self.is_file(asked):
            return Path(asked)
        path = self.packs / f"{asked}.yaml"
        if not os.path.lexists(path):  # whoever reads a folder or a pipe of that name tells what it is
            what = likely(asked, self.years) if self.years else self.begins
            raise click.UsageError(f"there is no {self.shown(path)}{what}")
        return path

    @property
    def begins(self) -> str:
        """What to do where there is no spec yet, as the end of a message."""
        if not self.own_brand.is_dir():
            return "; `packbuild init` begins a campaign."
        return "; `packbuild docs fields-of-a-spec` tells what stands in one."

    @staticmethod
    def is_file(asked: str) -> bool:
        """Whether that is the name of a file, not a year."""
        return bool(re.search(r"[/\\]|\.ya?ml$", asked))

    def shown(self, path: Path) -> str:
        """A path as messages say it: from where the user stands, if it is below."""
        here = Path.cwd()
        whole = path.absolute()
        return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(path)


def likely(word: str, choices: tuple[str, ...]) -> str:
    """What was most likely meant, or else what there is, as the end of a message."""
    from rapidfuzz import process  # noqa: PLC0415  loads a matcher, for a slip alone

    best = process.extractOne(word, choices, score_cutoff=60)
    if best:
        return f". Did you mean `{best[0]}`?"
    return f". There are: {', '.join(choices)}." if choices else "."
