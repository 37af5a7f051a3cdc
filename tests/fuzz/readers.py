"""What reads the bytes of strangers: each takes them, or says what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.brand.svg.faults import WrongArt
from builder.brand.svg.read import drawn_with
from builder.errors import Faults, FileTrouble
from builder.fonts.container import WrongFont, unpacked
from builder.fonts.face import faces, prove
from builder.fonts.static import Cut, static
from builder.imagefiles import FORMATS, held_image, upright
from builder.output.brands import EASEL
from builder.source import parse
from builder.source.table import read_csv
from builder.source.workbook import read_xlsx
from builder.spec.eventcalendar import read_ics

_PLACE = TemporaryDirectory()
_MOST_PIXELS = 4_000_000
REFUSALS = (Faults, FileTrouble, WrongArt, WrongFont)


def _file(data: bytes, name: str) -> Path:
    path = Path(_PLACE.name) / name
    path.write_bytes(data)
    return path


def _font(data: bytes) -> None:
    bare = unpacked(data)
    for face in faces(bare)[:2]:
        prove(bare, face)
        axes = tuple((axis.tag, axis.usual) for axis in face.axes)
        static(bare, face, Cut(axes, 400, False))


def _picture(data: bytes) -> None:
    upright(held_image(data, "picture", FORMATS, _MOST_PIXELS))


READERS: Mapping[str, Callable[[bytes], object]] = {
    "yaml": lambda data: parse(_file(data, "a.yaml"), "a.yaml"),
    "svg": lambda data: drawn_with.__wrapped__(data, (), EASEL),
    "font": _font,
    "picture": _picture,
    "csv": lambda data: read_csv(_file(data, "a.csv"), "a.csv"),
    "xlsx": lambda data: read_xlsx(_file(data, "a.xlsx"), "a.xlsx"),
    "ics": lambda data: read_ics(_file(data, "a.ics"), "a.ics", "Europe/London", []),
}

_ROOT = Path(__file__).parent.parent.parent
_ORIGINALS = {  # what is changed, and begun with
    "yaml": ("packs/20*.yaml", "builder/looks/*/slides.yaml", "builder/looks/embrace/designs/*.yaml"),
    "svg": ("tests/svg/**/*.svg", "brand/logos/*.svg", "builder/looks/embrace/art/*.svg"),
    "font": ("brand/fonts/**/*.[ot]tf", "brand/fonts/**/*.woff2", "tests/brands/**/*.ttf"),
    "picture": ("tests/fuzz/base/packs/*.jpg", "brand/logos/*.png", "tests/photos/*.*"),
    "csv": ("tests/gathered/**/*.csv", "builder/platforms/*.csv"),
    "xlsx": ("tests/fuzz/files/*.xlsx",),
    "ics": ("tests/gathered/**/*.ics",),
}
_LARGE = 300_000  # bytes, of which few cases would be read in a second


def originals(name: str) -> tuple[Path, ...]:
    """Files of the repository that the reader of this name takes."""
    found = (path for pattern in _ORIGINALS[name] for path in _ROOT.glob(pattern))
    return tuple(sorted(path for path in found if path.stat().st_size < _LARGE))


def read(name: str, data: bytes) -> str:
    """Whether the bytes were taken, or what refused them; whatever else is raised is a bug of ours."""
    try:
        READERS[name](data)
    except REFUSALS as refused:
        return type(refused).__name__
    return "taken"
