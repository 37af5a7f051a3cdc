"""Where the files of a family can be had that a brand names without them."""

from __future__ import annotations

from builder.brand.typechoice import FontFamily

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


def absent(family: FontFamily) -> tuple[str, str]:
    """What is wrong with a family without files, and what to do."""
    fetched = f": none is fetched from {family.source}" if family.source not in ("", "file") else ""
    return f"the family `{family.family}` has no font files{fetched}", where_to_get(family)


def where_to_get(family: FontFamily) -> str:
    """Where its files are, where they belong and how they are named."""
    stem = "".join(family.family.split())
    there = "put its files (.ttf, .otf, .woff2) into the brand's folder fonts"
    named = f"`source: file` and `files: [fonts/{stem}-Regular.ttf, fonts/{stem}-Bold.ttf]`"
    return f"{_had(family)}{there}, and write here {named}"


def _had(family: FontFamily) -> str:
    slug = "-".join(family.family.lower().split())
    if family.source in _WEB:
        page = _WEB[family.source].format(plus="+".join(family.family.split()), slug=slug)
        slices = "with Latin letters in the files `latin` and `latin-ext`"
        return f"download it from {page}, or run `npm pack @fontsource/{slug}`, {slices}; "
    if family.source == "system":
        twin = _TWINS.get(family.family.lower())
        free = f" ({twin}, `npm pack @fontsource/{twin.lower()}`, is free and as wide)" if twin else ""
        return f"a system's font may travel only if its licence says so{free}; "
    return ""
