"""The brand's SVG files: the art, by its path, and the logos, by their names."""

from __future__ import annotations

from pathlib import Path

from builder.brand.brandfile import BrandFile, LightDark, Logo
from builder.brand.findings import Findings
from builder.brand.folder import inside
from builder.brand.identity import Art
from builder.brand.svg import read_art
from builder.brand.svgfaults import WrongArt
from builder.errors import Place
from builder.source import Source

_SUPPLIED = {".svg", ".png", ".pdf"}


def art_names(folder: Path) -> tuple[str, ...]:
    """The paths inside the brand folder of the SVGs under `art/`."""
    return tuple(path.relative_to(folder).as_posix() for path in sorted((folder / "art").rglob("*.svg")))


def read_all_art(folder: Path, shown_as: str, findings: Findings) -> dict[str, Art]:
    """Every SVG under `art/` that can be drawn with, by its path inside the brand folder."""
    drawings = ((name, _drawing(folder / name, name, shown_as, findings)) for name in art_names(folder))
    return {name: art for name, art in drawings if art is not None}


def read_logos(
    file: BrandFile, folder: Path, shown_as: str, source: Source, findings: Findings
) -> dict[str, Art]:
    """The logos that can be drawn with, by name."""
    named = logo_paths(file.logo)
    logos: dict[str, Art] = {}
    for name, path in named.items():
        place = source.place(("logo", "images", name))
        found = inside(folder, path, place, findings)
        if found is None:
            continue
        if not found.is_file():
            findings.fault(place, f"there is no logo file `{path}`")
            continue
        art = _drawing(found, path, shown_as, findings)
        if art is not None:
            logos[name] = art
    if "main" not in named:
        findings.fault(source.place(("logo",)), "the brand has no main logo", "add `main:` under logo.images")
    return logos


def read_logo_files(folder: Path) -> dict[str, bytes]:
    """The files under `logos/`, as supplied, for partners."""
    files = sorted(path for path in (folder / "logos").glob("*") if path.suffix.lower() in _SUPPLIED)
    return {path.name: path.read_bytes() for path in files}


def logo_paths(logo: Logo) -> dict[str, str]:
    """The file of each logo by its name: those under `images`, and `main` and `light` from a size."""
    paths = {name: image.path for name, image in logo.images.items()}
    for use in (logo.large, logo.medium, logo.small):
        pair = (("main", use.light), ("light", use.dark)) if isinstance(use, LightDark) else (("main", use),)
        for name, given in pair:
            if given is not None:
                paths.setdefault(name, paths.get(given, given))
    return paths


def _drawing(path: Path, name: str, shown_as: str, findings: Findings) -> Art | None:
    try:
        return read_art(path, name)
    except WrongArt as wrong:
        message = f"this drawing cannot be used: {wrong}"
        findings.fault(_place(path, f"{shown_as}/{name}", wrong), message, wrong.hint)
        return None


def _place(path: Path, shown_as: str, wrong: WrongArt) -> Place:
    lines = path.read_text("utf-8", errors="replace").splitlines() if wrong.line else []
    text = lines[wrong.line - 1] if wrong.line <= len(lines) and lines else ""
    return Place(shown_as, max(wrong.line, 1), wrong.column, text=text)
