"""The logos, as the brand supplies them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition
from builder.pack.formats import supplied
from builder.pack.plan import Plan


def plan(edition: Edition) -> Iterator[Plan]:
    """Each file of the brand's logo folder, once for all languages."""
    for name, data in sorted(edition.logo_files.items()) if edition.first else ():
        file = PurePosixPath(name)
        yield Plan(
            kind=KIND.name,
            path=f"logos/{file.name}",
            title=edition.phrases.fill("file_logo", name=file.stem.replace("-", " ")),
            format=supplied(file.suffix.lstrip(".").lower()),
            content=data,
            language=edition.language,
            alt=edition.phrases.fill("alt_logo", name=edition.logo_alt(f"logos/{file.name}")),
            use=edition.phrases["use_logo"],
            group=file.stem,
        )


KIND = AssetKind(name="logos", order=110, help="the logos, as the brand supplies them", plan=plan)
