"""Whatever building refuses, `check` refuses, and with the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from test_seen import DESIGN, SPEC

from builder.errors import Faults, Problem
from builder.pipeline.build import build, check
from builder.pipeline.request import Request

TESTS = Path(__file__).parent
SAMPLE = TESTS.parent / "brand"
SPECS = sorted([*(TESTS / "bad").glob("*.expected"), *(TESTS / "unbuildable").glob("*.expected")])
BRANDS = sorted(file.parent for file in (TESTS / "brands/bad").glob("*/_brand.yml"))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the brand is known after it was read once."""
    return tmp_path_factory.mktemp("output")


def errors(attempt: Callable[[Request], Any], asked: Request) -> tuple[Problem, ...]:
    """What an attempt refuses; nothing if it goes well."""
    try:
        attempt(asked)
    except Faults as faults:
        return tuple(each for each in faults.problems if each.severity == "error")
    return ()


def built(asked: Request) -> None:
    """The pack of a request."""
    build(asked, lambda _: None, lambda _: None)


def both(asked: Request) -> tuple[Problem, ...]:
    """What is refused, which is told alike by both."""
    checked = errors(check, asked)
    assert errors(built, asked) == checked
    return checked


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_broken_specs(spec: Path, output: Path) -> None:
    file = spec.with_suffix(".yaml")
    asked = Request(spec=file, brand=SAMPLE, output=output, root=spec.parent, only=("pledge",), jobs=1)
    both(asked)


@pytest.mark.parametrize("brand", BRANDS, ids=lambda path: path.name)
def test_broken_brands(brand: Path, output: Path, tmp_path: Path) -> None:
    (tmp_path / "2025.yaml").write_text(SPEC, "utf-8")
    asked = Request(spec=tmp_path / "2025.yaml", brand=brand, output=output, root=tmp_path, jobs=1)
    assert both(asked)


INK, PALE = "#0A1830", "#CFE3FF"
CORNER = "M0 0H9V9H4V3H0z"
CARDS: dict[str, tuple[str, str, str]] = {  # design, art, photograph
    "art-under-the-words": (DESIGN, f'<path d="{CORNER}" fill="{INK}"/>', ""),
    "art-that-fades": (
        DESIGN,
        '<linearGradient id="g"><stop offset="0" stop-color="#CFE3FF"/>'
        '<stop offset="1" stop-color="#0A1830"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
        "",
    ),
    "art-that-is-seen-through": (DESIGN, f'<path d="{CORNER}" fill="{INK}" opacity=".7"/>', ""),
    "art-of-lines": (DESIGN, f'<path d="M0 1H9M0 2H9M0 3H9" stroke="{INK}" stroke-width=".4"/>', ""),
    "ordered-by-name": (DESIGN.replace("text_color: navy", "text_color: white"), "<path d='M0 0'/>", ""),
    "a-blend": (
        "background: {fill: {colors: [white, night]}}\ntext_color: navy\n"
        "body: {column: [{text: {from: headline, style: title}}, spacer, {text: {from: text}}]}\n",
        "",
        "",
    ),
    "a-photograph": (
        "background: {fill: white, photo: {}}\ntext_color: navy\n"
        "body: {column: [{text: {from: headline, style: title}}]}\n",
        "",
        "night",
    ),
    "a-panel": (
        "background: {fill: white}\ntext_color: navy\n"
        "body: {column: [{text: {from: headline, style: title, color: navy}, fill: night, pad: 0.02}]}\n",
        "",
        "",
    ),
    "marked-words": (
        "background: {fill: white}\ntext_color: navy\nbody: {column: [{text: {from: headline, style: title,"
        " emphasis: {color: night, marker: navy}}}]}\n",
        "",
        "",
    ),
    "a-statistic": (
        "background: {fill: night}\ntext_color: white\n"
        "body: {column: [{text: {from: headline, style: title, color: navy}}, {text: {from: text}}]}\n",
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", CARDS)
def test_words_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    design, art, photo = CARDS[name]
    brand = tmp_path / "brand"
    for folder in ("art", "designs"):
        (brand / folder).mkdir(parents=True)
    colors = '{navy: "#12284B", white: "#FFFFFF", night: "#0A1830"}'
    (brand / "_brand.yml").write_text(f"color: {{palette: {colors}, foreground: navy}}\n", "utf-8")
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{art}</svg>'
    (brand / "art/block.svg").write_text(drawn, "utf-8")
    (brand / "designs/message.yaml").write_text(design, "utf-8")
    spec = SPEC.replace("Let it go}", f"Let *it* go, text: Now or later{', photo: dark' if photo else ''}}}")
    if photo:
        Image.new("RGB", (1200, 1200), (20, 30, 60)).save(tmp_path / "dark.png")
        spec += "photos: [{id: dark, file: dark.png, alt: A dark sky}]\n"
    (tmp_path / "2025.yaml").write_text(spec, "utf-8")
    asked = Request(
        spec=tmp_path / "2025.yaml", brand=brand, output=tmp_path / "output", root=tmp_path, jobs=1
    )
    assert both(asked), "this card can be read after all"
