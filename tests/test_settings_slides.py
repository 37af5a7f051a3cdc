"""Every field of a brand's slides changes the template in one of its shapes, or is told."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from settings import ABSENT, changed, field_at, fields_of, models_in

from builder.brand.artuse import ArtUse
from builder.brand.grain import Grain
from builder.brand.identity import Brand
from builder.brand.slides import SlideSet
from builder.brand.tiles import LargeTile, Tiles
from builder.layout.canvas import sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.shape import shaped
from builder.phrases import phrases

ROOT = Path(__file__).parent.parent
ART = {"file": "art/ripple.svg", "anchor": "bottom-right", "scale": 0.5, "yields": False}
TITLE = {"holds": "title", "box": [6, 8, 80, 12], "size": 40}
RICH: dict[str, Any] = {
    "name": "Rich",
    "ground": "dark",
    "footer": True,
    "logo": {"name": "main", "left": 6, "bottom": 90, "height": 6},
    "boxes": [
        TITLE,
        {
            "name": "Numbers",
            "holds": "numbers",
            "box": [6, 37, 80, 20],
            "across": 3,
            "gap": 4,
            "size": 60,
            "least": 40,
            "leading": 0.9,
        },
        {"holds": "text", "box": [6, 60, 60, 20], "on": "sun", "form": "block"},
        {"holds": "photo", "box": [70, 10, 30, 24]},
    ],
    "panels": [{"box": [60, 60, 40, 40], "color": "coral"}],
    "narrow": {"footer": True, "boxes": [TITLE]},
}
PLAIN = {"name": "Plain", "ground": "light", "boxes": [TITLE]}
EXAMPLE: dict[str, Any] = {
    "theme": {
        **{
            "dk1": "ink",
            "lt1": "paper",
            "dk2": "plum",
            "lt2": "cream",
            "accent1": "teal",
            "accent2": "coral",
        },
        **{"accent3": "apricot", "accent4": "sun", "accent5": "mint", "accent6": "rust"},
        **{"hlink": "teal", "folHlink": "plum"},
    },
    "scripts": {"Beng": "Nirmala UI"},
    "languages": {"ur": {"font": "Urdu Typesetting", "leading": 1.3}},
    "footer": {"box": [6, 91, 88, 4], "size": 12},
    "grounds": {
        "light": {"fill": "paper", "text": "ink", "title": "plum", "second": "cream", "link": "teal"},
        "dark": {"fill": "plum", "text": "cream", "title": "cream", "second": "ink", "link": "apricot"},
    },
    "master": {**PLAIN, "name": "Master"},
    "layouts": {**{f"plain-{number}": PLAIN for number in range(11)}, "rich": RICH},
}
BOX = "layouts/rich/boxes/1"
LOGO = "layouts/rich/logo"
CHANGES: list[tuple[str, Any]] = [
    ("theme/accent1", "rust"),
    ("theme", {**EXAMPLE["theme"], "accent2": "rust"}),
    ("scripts", {}),
    ("languages", {}),
    ("languages/ur/font", "Arial"),
    ("languages/ur/leading", 1.7),
    ("complex", "Tahoma"),
    ("embed_fonts", True),
    ("narrow", {"type": 0.7}),
    ("narrow/type", 0.7),
    ("narrow/art", 0.5),
    ("margin", [10, 10]),
    ("footer", {"box": [8, 91, 80, 4]}),
    ("footer/box", [8, 91, 80, 4]),
    ("footer/size", 14),
    ("grounds", {**EXAMPLE["grounds"], "dark": EXAMPLE["grounds"]["light"]}),
    *((f"grounds/dark/{part}", "paper") for part in ("fill", "text", "title", "second", "link")),
    ("grounds/dark/instead", {"teal": "apricot"}),
    ("master", {**PLAIN, "name": "Master", "ground": "dark"}),
    ("layouts", {**EXAMPLE["layouts"], "one-more": PLAIN}),
    ("layouts/rich/name", "Another name"),
    ("layouts/rich/ground", "light"),
    ("layouts/rich/type", "obj"),
    ("layouts/rich/stands_for", "plain-1"),
    ("layouts/rich/master_art", True),
    ("layouts/rich/art", {**ART, "scale": 0.8}),
    ("layouts/rich/logo", {**RICH["logo"], "height": 9}),
    ("layouts/rich/footer", False),
    ("layouts/rich/boxes", [TITLE]),
    ("layouts/rich/narrow", {"footer": False}),
    ("layouts/rich/tiles", {"at": "right", "rows": 6}),
    ("layouts/rich/narrow/tiles", {"at": "right", "rows": 6}),
    ("layouts/rich/in_turn_with", "plain-1"),
    ("layouts/rich/panels", []),
    ("layouts/rich/panels/0/box", [50, 60, 40, 40]),
    ("layouts/rich/panels/0/color", "teal"),
    ("layouts/rich/panels/0/form", "circle"),
    ("layouts/rich/narrow/panels", []),
    ("layouts/rich/narrow/art", {**ART, "scale": 0.9}),
    ("layouts/rich/narrow/logo", {**RICH["logo"], "height": 9}),
    ("layouts/rich/narrow/footer", False),
    ("layouts/rich/narrow/boxes", [{**TITLE, "size": 30}]),
    (f"{LOGO}/name", "symbol"),
    (f"{LOGO}/left", 20),
    (f"{LOGO}/right", 90),
    (f"{LOGO}/bottom", 87),
    (f"{LOGO}/height", 9),
    (f"{BOX}/name", "Figures"),
    (f"{BOX}/holds", "value"),
    (f"{BOX}/box", [6, 37, 70, 20]),
    (f"{BOX}/size", 80),
    (f"{BOX}/least", 30),
    (f"{BOX}/prompt", "Type here"),
    (f"{BOX}/color", "sun"),
    (f"{BOX}/heading", True),
    (f"{BOX}/bold", True),
    (f"{BOX}/bullets", True),
    (f"{BOX}/before", "“"),
    (f"{BOX}/after", "”"),
    (f"{BOX}/quoted", True),
    (f"{BOX}/leading", 1.4),
    (f"{BOX}/align", "end"),
    (f"{BOX}/anchor", "bottom"),
    (f"{BOX}/across", 2),
    (f"{BOX}/gap", 9),
    (f"{BOX}/down", 3),
    ("layouts/rich/boxes/2/on", "teal"),
    ("layouts/rich/boxes/2/form", "pill"),
    ("layouts/rich/boxes/3/fade", True),
    ("layouts/rich/boxes/3/notch", [70, 10, 10, 10]),
]
# What goes when another value comes.
INSTEAD = {f"{LOGO}/right": (f"{LOGO}/left", ABSENT), f"{BOX}/down": (f"{BOX}/across", ABSENT)}


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def before(path: str) -> dict[str, Any]:
    """The example that a row changes: how art shrinks shows only where there is some."""
    return changed(EXAMPLE, "layouts/rich/art", ART) if path == "narrow/art" else EXAMPLE


def given(path: str, value: Any) -> dict[str, Any]:
    """The example with a change."""
    if path in {"narrow/type", "narrow/art"}:
        return {**before(path), "narrow": {path.rpartition("/")[2]: value}}
    example: dict[str, Any] = changed(EXAMPLE, path, value)
    return changed(example, *INSTEAD[path]) if path in INSTEAD else example


def drafted(brand: Brand, example: dict[str, Any], path: str) -> str:
    """The template in the shape and the language that the path is about."""
    slides = SlideSet.model_validate(example)
    canvas = sheet(720.0 if "narrow" in path else 960.0, 540.0)
    words = phrases("ur" if path.startswith("languages") else "en")
    drafter = SlideDrafter(brand, shaped(slides, canvas), canvas, words, ("2022",))
    moment = dt.datetime(2022, 6, 13, tzinfo=dt.UTC)
    return repr((drafter.template(title="", author="", moment=moment), drafter.layouts))


def test_every_field_has_a_row() -> None:
    rows = {field_at(SlideSet.model_validate(given(*change)), change[0]) for change in CHANGES}
    art = fields_of([ArtUse, Grain, LargeTile, Tiles])  # each of them has a row in the designs' own test
    assert fields_of(models_in(SlideSet)) - art - rows == set()


@pytest.mark.parametrize(
    ("path", "value"), CHANGES, ids=[f"{path}={str(value)[:20]}" for path, value in CHANGES]
)
def test_a_field_changes_the_template(brand: Brand, path: str, value: Any) -> None:
    assert drafted(brand, given(path, value), path) != drafted(brand, before(path), path)
