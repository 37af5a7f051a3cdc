"""The logos, as the brand supplies them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.kinds.kind import AssetKind
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.render.formats import supplied


def plan(pack: Pack) -> Iterator[Plan]:
    """Each file of the brand's logo folder, once for all languages."""
    for name, data in sorted(pack.brand.logo_files.items()) if pack.first else ():
        file = PurePosixPath(name)
        yield Plan(
            kind=KIND.name,
            path=f"logos/{file.name}",
            title=pack.phrases.fill("file_logo", name=file.stem.replace("-", " ")),
            format=supplied(file.suffix.lstrip(".").lower()),
            content=data,
            language=pack.language,
            alt=pack.phrases.fill("alt_logo", name=pack.spec.campaign.name),
            use=pack.phrases["use_logo"],
            group=file.stem,
        )


KIND = AssetKind(name="logos", help="the logos, as the brand supplies them", plan=plan)
