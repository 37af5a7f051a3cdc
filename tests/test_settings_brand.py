"""Every field of `_brand.yml` changes what is made, or is told."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from settings import ABSENT, changed, field_at, fields_of, models_in

from builder.brand.brandfile import BrandFile
from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.photouse import PhotoUse
from builder.brand.read import read_brand
from builder.content.printed import Printed
from builder.errors import Faults
from builder.inks import Inks
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve
from builder.layout.look import look_of
from builder.layout.photo import tone_of
from builder.layout.sheet import print_page
from builder.render.pdf.document import render_pages

NAVY = Path(__file__).parent / "brands/navy"
SIZES = ("small", "medium", "large")
ROLES = ("foreground", "background", "primary", "secondary", "tertiary")
STATES = ("success", "info", "warning", "danger", "light", "dark")
FONTS = "fonts/AtkinsonHyperlegibleNext"
EXAMPLE: dict[str, Any] = {
    "meta": {"name": "Exampleton"},
    "logo": {
        "images": {"main": {"path": "logos/wide.svg", "alt": "Exampleton Trust"}},
        **dict.fromkeys(SIZES, "logos/wide.svg"),
    },
    "color": {
        "palette": {"navy": "#12284B", "white": "#FFFFFF", "sky": "#CFE3FF", "deep": "#000820"},
        **dict.fromkeys((*ROLES, *STATES), "sky"),
        "foreground": "navy",
    },
    "typography": {
        "fonts": [
            {
                "family": "Atkinson",
                "source": "file",
                "files": [
                    {"path": f"{FONTS}-Regular.ttf", "weight": 400, "style": "normal"},
                    {"path": f"{FONTS}-Bold.ttf", "weight": 700, "style": "normal"},
                ],
            },
            {"family": "Same", "source": "file", "files": [{"path": "fonts/Same.ttf"}]},
        ],
        "base": {"family": "Atkinson", "weight": 400, "size": "12pt", "line-height": 1.45},
        "headings": {
            "family": "Same",
            "weight": 700,
            "line-height": 1.15,
            "color": "navy",
            "style": "normal",
        },
        "link": {"color": "navy"},
    },
    "defaults": {
        "packbuild": {
            "margin": 0.07,
            "families": {"text": {"cy": ["Same"]}},
            "styles": {"title": {"family": "display", "weight": 700, "size": 0.1}, "text": {"weight": 400}},
            "office": {"display": "Georgia", "text": "Arial"},
            "paper": {"size": "A4", "margins": {"top": 18}, "points": {"quote": 21}},
            "roles": {"accent": "navy"},
            "art": {"#12284B": "navy"},
            "print": {},
            "pairs": [["navy", "white"]],
        }
    },
}
# A design that shows every role's colour, and every size of the logo.
SWATCHES = [{"rule": {"width": 0.05, "weight": 0.02, "color": role}} for role in (*ROLES, *STATES, "accent")]
LOGOS = [{"logo": {"name": name, "height": 0.02}} for name in ("main", *SIZES)]
TEXTS = [
    {"text": {"from": "headline", "style": "title"}},
    {"text": {"from": "headline", "style": "text"}},
]
WORDS = {"headline": "A loving relationship is a baby’s best shelter in a hard year, says everybody"}

FONT = "typography/fonts/0/files/0"
PAPER = "defaults/packbuild/paper"
STYLE = "defaults/packbuild/styles/title"
CHANGES: list[tuple[str, Any]] = [
    ("defaults/packbuild/look", "embrace"),
    ("meta", {"name": "Another"}),
    ("meta/name", "Another"),
    ("logo", "logos/wide-light.svg"),
    ("logo/images", {"main": "logos/wide-light.svg"}),
    ("logo/images/main/path", "logos/wide-light.svg"),
    ("logo/images/main/alt", "The trust"),
    *((f"logo/{size}", "logos/wide-light.svg") for size in SIZES),
    ("logo/small", {"light": "logos/other.svg", "dark": "logos/wide-light.svg"}),
    ("logo/small/light", "logos/other.svg"),
    ("logo/small/dark", "logos/none.svg"),
    ("logo/main", "logos/other.svg"),
    *((f"logo/main/{use}", "logos/other.svg") for use in ("wide", "stacked", "symbol", "light", "dark")),
    ("logo/main/one-color", "logos/other.svg"),
    ("logo/main/least", "6mm"),
    ("logo/main/clear", 1.5),
    ("logo/main/plate", "navy"),
    ("color", {"palette": EXAMPLE["color"]["palette"]}),
    ("color/palette/sky", "#BBDDEE"),
    *((f"color/{role}", "deep") for role in (*ROLES, *STATES)),
    ("color/link", "deep"),
    ("typography", {**EXAMPLE["typography"], "link": "deep"}),
    ("typography/fonts", EXAMPLE["typography"]["fonts"][:1]),
    ("typography/fonts/0/family", "Hyperlegible"),
    ("typography/fonts/1/source", "google"),
    ("typography/fonts/0/files", EXAMPLE["typography"]["fonts"][0]["files"][:1]),
    (f"{FONT}/path", "fonts/none.ttf"),
    (f"{FONT}/weight", 600),
    (f"{FONT}/style", "italic"),
    ("typography/base", "Same"),
    ("typography/base/family", "Same"),
    ("typography/base/weight", 700),
    ("typography/base/size", "13pt"),
    ("typography/base/line-height", 1.6),
    ("typography/headings", "Atkinson"),
    ("typography/headings/family", "Atkinson"),
    ("typography/headings/weight", 400),
    ("typography/headings/line-height", 1.5),
    ("typography/headings/color", "deep"),
    ("typography/headings/style", "italic"),
    ("typography/link", "deep"),
    ("typography/link/color", "deep"),
    ("defaults", {"packbuild": {"margin": 0.1}}),
    ("defaults/packbuild", {"margin": 0.1}),
    ("defaults/packbuild/margin", 0.1),
    ("defaults/packbuild/tiles", ["disc", "bars"]),
    ("defaults/packbuild/families", {}),
    ("defaults/packbuild/styles", {}),
    (f"{STYLE}/family", "text"),
    ("defaults/packbuild/styles/text/weight", 700),
    (f"{STYLE}/size", 0.05),
    (f"{STYLE}/least", 0.3),
    (f"{STYLE}/leading", 1.5),
    (f"{STYLE}/tracking", 0.1),
    (f"{STYLE}/optical", 72),
    (f"{STYLE}/lines", 1),
    (f"{STYLE}/features", ["tnum"]),
    (f"{STYLE}/face", "text"),
    (f"{STYLE}/caps", "upper"),
    ("defaults/packbuild/features", {"Atkinson": ["tnum"]}),
    ("defaults/packbuild/office", {"text": "Verdana"}),
    ("defaults/packbuild/office/display", "Verdana"),
    ("defaults/packbuild/office/text", "Verdana"),
    (PAPER, {"size": "A5"}),
    (f"{PAPER}/size", "Letter"),
    (f"{PAPER}/margins", {"top": 30}),
    *((f"{PAPER}/margins/{side}", 30) for side in ("top", "bottom", "outer", "inner", "hanging")),
    (f"{PAPER}/points", {"lead": 18}),
    ("defaults/packbuild/roles", {"accent": "deep"}),
    ("defaults/packbuild/art", {"#12284B": "deep"}),
    ("defaults/packbuild/photographs", "grey"),
    ("defaults/packbuild/photographs", ["navy", "sky"]),
    ("defaults/packbuild/photographs", "nowhere"),
    ("defaults/packbuild/pairs", [["sky", "white"]]),
    ("defaults/packbuild/print", {"spots": {"navy": "Harbour Navy"}}),
    ("defaults/packbuild/print/colors", {"navy": [100, 80, 0, 30]}),
    ("defaults/packbuild/print/spots", {"navy": "Harbour Navy"}),
    ("defaults/packbuild/print/profile", "nowhere.icc"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brand folder whose `_brand.yml` each row writes anew."""
    made = tmp_path_factory.mktemp("campaign") / "brand"
    shutil.copytree(NAVY, made)
    wide = (made / "logos/wide.svg").read_text(encoding="utf-8")
    (made / "logos/other.svg").write_text(wide.replace("#12284B", "#000820"), encoding="utf-8")
    (made / "fonts/Same.ttf").write_bytes(renamed((made / f"{FONTS}-Bold.ttf").read_bytes()))
    for design in (made / "designs").iterdir():
        design.unlink()
    body = {"column": [*TEXTS, {"row": SWATCHES}, *LOGOS]}
    ground = {"fill": "white", "art": {"file": "art/waves.svg", "yields": False}}
    ground["tiles"] = {"at": "left", "rows": 6}
    text = yaml.safe_dump({"background": ground, "text_color": "navy", "body": body})
    (made / "designs/all.yaml").write_text(text, encoding="utf-8")
    return made


def renamed(font: bytes) -> bytes:
    """The same font under another PostScript name of as many letters."""
    name = "AtkinsonHyperlegibleNext-Bold"
    for encoding in ("ascii", "utf-16-be"):
        font = font.replace(name.encode(encoding), f"{name[:-1]}x".encode(encoding))
    return font


def made(folder: Path, example: dict[str, Any]) -> str:
    """What the brand makes of a story and of a card, or what is told."""
    (folder / "_brand.yml").write_text(yaml.safe_dump(example), encoding="utf-8")
    try:
        return drawn(read_brand(folder, "brand"))
    except Faults as faults:
        return str(faults)


@cache
def kept(folder: Path, example: str) -> str:
    """What the brand makes of an example that many rows change."""
    return made(folder, yaml.safe_load(example))


def drawn(brand: Brand) -> str:
    design = brand.designs["all"]
    assert isinstance(design, Design)
    frame = solve(design, WORDS, sheet(600, 600), brand, "en").frame
    told = [problem.message for problem in brand.problems]
    told += [str(tone_of(PhotoUse(), brand))]
    said = (sorted(brand.logo_alts.items()), [*brand.designs])
    pressed = b"" if brand.inks == Inks() else render_pages(print_page(Printed(frame, brand.inks)))
    return repr((told, look_of(brand, "en"), look_of(brand, "cy"), frame, said, pressed))


def before(path: str) -> dict[str, Any]:
    """The example that a row changes."""
    if path.startswith("logo/small/"):
        pair = {"light": "logos/wide.svg", "dark": "logos/wide-light.svg"}
        return changed(EXAMPLE, "logo/small", pair)
    if path.startswith("logo/main/"):  # which version is drawn shows where the other is not seen
        file = "logos/wide.svg" if path.endswith(("/least", "/clear")) else "logos/wide-light.svg"
        return changed(EXAMPLE, "logo", {"main": {"path": file}, **dict.fromkeys(SIZES, file)})
    if path.endswith("/source"):  # where a family is from matters where it has no files
        return changed(EXAMPLE, "typography/fonts/1/files", [])
    if path == "color/link":  # typography may say otherwise
        return changed(changed(EXAMPLE, "typography/link", ABSENT), path, "navy")
    return EXAMPLE


def test_every_field_has_a_row() -> None:
    rows = {
        field_at(BrandFile.model_validate(changed(before(path), path, value)), path)
        for path, value in CHANGES
    }
    assert fields_of(models_in(BrandFile)) - rows == set()


@pytest.mark.parametrize(
    ("path", "value"), CHANGES, ids=[f"{path}={str(value)[:20]}" for path, value in CHANGES]
)
def test_a_field_changes_what_is_made(folder: Path, path: str, value: Any) -> None:
    assert made(folder, changed(before(path), path, value)) != kept(folder, yaml.safe_dump(before(path)))


def test_the_example_is_without_fault(folder: Path) -> None:
    (folder / "_brand.yml").write_text(yaml.safe_dump(EXAMPLE), encoding="utf-8")
    assert read_brand(folder, "brand").name == "Exampleton"
