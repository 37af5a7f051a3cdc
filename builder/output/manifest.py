"""The manifest: what each file of a pack is, for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import json

from builder import __version__
from builder.output.make import Asset
from builder.source.copied import copied

PATH = "manifest.json"
SIGNATURE = f"{PATH}.minisig"  # beside it, if it is signed


def manifest(assets: Iterable[Asset], *, campaign: str, year: int, inputs: Mapping[str, str]) -> bytes:
    """`manifest.json`: every file by path, with its digest, size and what people need to know of it.

    `inputs` are the digests (sha256) of what the pack was made from, by the names that those have there.
    """
    listed = sorted(assets, key=lambda asset: asset.plan.path)
    document = {
        "campaign": campaign,
        "year": year,
        "made_by": f"packbuild {__version__}",
        "made_from": dict(sorted(inputs.items())),
        "files": [_entry(asset) for asset in listed],
    }
    return (copied(json.format(json.encode(document, enc_hook=_plain), indent=1).decode()) + "\n").encode()


def _entry(asset: Asset) -> dict[str, Any]:
    plan = asset.plan
    entry = {
        "path": plan.path,
        "sha256": asset.file.digest,
        "bytes": asset.file.size,
        "media_type": plan.format.media_type,
        "kind": plan.kind,
        "title": plan.title,
        "language": plan.language,
        "alt": plan.alt,
        "described": plan.described,
        "use": plan.use,
        "credits": list(plan.credits),
        "width": plan.width,
        "height": plan.height,
        "size": plan.size,
    }
    return {name: value for name, value in entry.items() if value or name == "bytes"}


def _plain(text: object) -> str:
    """A text that knows its language, as JSON has it."""
    if isinstance(text, str):
        return str(text)
    raise TypeError(f"{type(text).__name__} has no place in a manifest")
