"""Where the files of a family can be had that a brand names without them."""

from __future__ import annotations

from builder.brand.fontfamilies import Named

# Free families whose letters are as wide as those of a family that comes with a system (Croscore, Crosextra).
_TWINS = {
    **{"arial": "Arimo", "helvetica": "Arimo", "helvetica neue": "Arimo", "times new roman": "Tinos"},
    **{"times": "Tinos", "courier new": "Cousine", "courier": "Cousine", "calibri": "Carlito"},
    **{"cambria": "Caladea", "georgia": "Gelasio"},
}
_WEB = {
    "google": "https://fonts.google.com/specimen/{plus}",
    "bunny": "https://fonts.bunny.net/family/{slug}",
}


def absent(family: Named, folder: str) -> tuple[str, str]:
    """What is wrong with a family without files, and what to do; `folder` is that of fonts."""
    fetched = f": none is fetched from {family.source}" if family.source not in ("", "file") else ""
    return f"the family `{family.name}` has no font files{fetched}", _had(family) + belongs(folder)


def belongs(folder: str) -> str:
    """Where the files of a family are put."""
    there = f"put its files (.ttf, .otf, .woff2) into {folder}"
    return f"{there}: they are known by the name of the family in them, and no further line is needed"


def _had(family: Named) -> str:
    slug = "-".join(family.name.lower().split())
    if family.source in _WEB:
        page = _WEB[family.source].format(plus="+".join(family.name.split()), slug=slug)
        slices = "with Latin letters in the files `latin` and `latin-ext`"
        return f"download it from {page}, or run `npm pack @fontsource/{slug}`, {slices}; "
    if family.source == "system":
        twin = _TWINS.get(family.name.lower())
        free = f" ({twin}, `npm pack @fontsource/{twin.lower()}`, is free and as wide)" if twin else ""
        return f"a system's font may travel only if its licence says so{free}; "
    return ""
