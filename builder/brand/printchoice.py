"""What a brand says of its colours on paper: inks, tins, and the press."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Annotated

from pydantic import Field

from builder.brand.colors import COLOR
from builder.brand.findings import Findings
from builder.brand.folder import elsewhere, inside
from builder.brand.part import BrandPart
from builder.color import Color
from builder.inks import MOST_INK, Inks, Parts, Profile
from builder.source import Loc, Source

_LOC = ("defaults", "packbuild", "print")
_PROCESS = ("cyan", "magenta", "yellow", "black", "all", "none")  # PDF keeps them (ISO 32000-1, 8.6.6.4)
_LEAST = 128  # bytes of a profile's header (ICC.1:2001-04, 6.1)

PerCent = Annotated[int, Field(ge=0, le=100)]


class PrintChoice(BrandPart):
    """How the brand's colours are printed by a print shop."""

    colors: dict[str, tuple[PerCent, PerCent, PerCent, PerCent]] = Field(default_factory=dict)
    """Cyan, magenta, yellow and black of a colour, in per cents; colours that are left out are computed by
    the profile. Example: {plum: [76, 85, 0, 58]}
    """
    spots: dict[str, str] = Field(default_factory=dict)
    """Colours that are printed with an ink of their own, and what the print shop calls it.
    Example: {coral: IMHAW Coral}
    """
    profile: str = ""
    """The ICC profile of another press, a file of the brand's folder; left out, coated paper (FOGRA39).
    Example: print/uncoated.icc
    """


def read_inks(
    choice: PrintChoice,
    colors: Mapping[str, Color],
    folder: Path,
    source: Source,
    findings: Findings,
) -> Inks:
    """The brand's inks; what is wrong with them is noted and left out. `colors` are by palette and role."""
    parts = dict(_parts(choice, colors, source, findings))
    spots = dict(_spots(choice, colors, source, findings))
    profile = _profile(choice.profile, folder, source, findings) if choice.profile else None
    return Inks(tuple(parts.items()), tuple(spots.items()), profile)


def _parts(
    choice: PrintChoice, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Iterator[tuple[Color, Parts]]:
    known: dict[Color, tuple[str, Parts]] = {}
    for name, parts in choice.colors.items():
        loc = (*_LOC, "colors", name)
        if (color := _color(name, loc, colors, source, findings)) is None:
            continue
        if sum(parts) > MOST_INK:
            message = f"`{name}` has {sum(parts)} % of ink, and paper takes {MOST_INK} % at the most"
            findings.fault(source.place(loc), message, "put black in the place of some of the others")
        first, other = known.setdefault(color, (name, parts))
        if other != parts:
            message = f"`{name}` and `{first}` are one colour, and have other inks"
            findings.fault(source.place(loc, key=True), message, "leave one of them out")
        yield color, parts


def _spots(
    choice: PrintChoice, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Iterator[tuple[Color, str]]:
    known: dict[str, tuple[str, Color]] = {}
    for name, tin in choice.spots.items():
        loc = (*_LOC, "spots", name)
        if (color := _color(name, loc, colors, source, findings)) is None:
            continue
        if not tin.strip() or tin.strip().lower() in _PROCESS:
            message = f"`{tin}` is no name of an ink that is mixed for a brand"
            hint = f"call it what the print shop does, like `Brand {name}`"
            findings.fault(source.place(loc), message, hint)
        first, other = known.setdefault(tin, (name, color))
        if other != color:
            message = f"`{name}` and `{first}` are two colours, and both are printed with `{tin}`"
            findings.fault(source.place(loc), message, "give each ink a name of its own")
        yield color, tin


def _color(
    name: str, loc: Loc, colors: Mapping[str, Color], source: Source, findings: Findings
) -> Color | None:
    if name not in colors:
        findings.lacking(COLOR, name, source.place(loc, key=True), tuple(colors))
    return colors.get(name)


def _profile(name: str, folder: Path, source: Source, findings: Findings) -> Profile | None:
    place = source.place((*_LOC, "profile"))
    path = inside(
        folder, name, place, findings, "profile", lambda: elsewhere(folder, name, (".icc", ".icm"), "print")
    )
    if path is None:
        return None
    data = path.read_bytes()
    if wrong := _wrong(data):
        hint = "ask the print shop for the ICC profile of its press and paper, or leave `profile` out"
        findings.fault(place, f"`{name}` {wrong}", hint)
        return None
    return Profile(path.stem, sha256(data).hexdigest(), data)


def _wrong(data: bytes) -> str:
    """Why a file is no profile to print by; nothing, if it is one (ISO 15930-7, 6.2.2)."""
    if len(data) < _LEAST or data[36:40] != b"acsp" or len(data) != int.from_bytes(data[:4], "big"):
        return "is no ICC profile, or a part of it is missing"
    if data[12:16] != b"prtr":
        return "is the profile of a screen or a camera, not of a press"
    if data[16:20] != b"CMYK":
        return f"is of {data[16:20].decode('ascii', 'replace').strip()}, not of the four inks of a press"
    if data[8] > 4:
        return f"is of ICC version {data[8]}, and PDF/X-4 takes 4 at the most"
    return "" if _converts(data) else "cannot be used: it lacks what turns colours into inks"


def _converts(data: bytes) -> bool:
    from PIL import ImageCms  # noqa: PLC0415  only for brands that name a profile

    screen, flags = ImageCms.createProfile("sRGB"), ImageCms.Flags.BLACKPOINTCOMPENSATION
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        press = ImageCms.ImageCmsProfile(BytesIO(data))
        ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, flags)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True
