"""OpenType features: what a brand turns on is what all formats draw, and what no font has is told."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sample_brand import FOLDER

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.content.frame import Run, Text
from builder.content.page import WebFaces
from builder.errors import Faults
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve
from builder.layout.look import look_of
from builder.media import Font, FontChain
from builder.output.brands import keep_brand, known_brand
from builder.output.cache import Cache
from builder.render.html.style import types
from builder.render.html.webfont import feature_settings
from builder.text.paragraph import paragraph
from builder.text.shaping import shape
from builder.text.strands import Strand
from builder.text.typeface import typeface

FONTS = "fonts/noto-sans/NotoSans-Regular.ttf", "fonts/fraunces/Fraunces72ptSoft-SemiBold.ttf"
SAYS = """
color: {primary: navy}
typography:
  fonts: [{family: Noto Sans, files: [fonts/text.ttf]}, {family: Fraunces, files: [fonts/display.ttf]}]
  base: Noto Sans
  headings: Fraunces
defaults: {packbuild: {%s}}
"""
DESIGN = """
background: {fill: background}
body:
  column: [{text: {from: headline, style: title}}, {text: {from: dates, style: label}}, {text: {from: place}}]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brand folder with fonts of very many features, and one design."""
    made = tmp_path_factory.mktemp("brand")
    for name in ("fonts", "designs"):
        (made / name).mkdir()
    for name, font in zip(("text", "display"), FONTS, strict=True):
        shutil.copy(FOLDER / font, made / f"fonts/{name}.ttf")
    (made / "designs/card.yaml").write_text(DESIGN, "utf-8")
    return made


def brand_of(folder: Path, own: str = "") -> Brand:
    (folder / "_brand.yml").write_text(SAYS % own, "utf-8")
    return read_brand(folder, "brand")


def told(folder: Path, own: str) -> list[str]:
    try:
        problems = brand_of(folder, own).problems
    except Faults as faults:
        problems = tuple(faults.problems)
    about = [each for each in problems if "feature" in each.message or "capitals" in each.message]
    return [f"{each.severity}: {each.message} ({each.hint})" for each in about]


def runs(brand: Brand, words: str = "2020") -> dict[str, Run]:
    """The first run of each slot."""
    design: Any = brand.designs["card"]
    frame = solve(
        design, dict.fromkeys(("headline", "dates", "place"), words), sheet(600, 600), brand, "en"
    ).frame
    return {item.role: item.lines[0].runs[0] for item in frame.items if isinstance(item, Text)}


def glyphs(run: Run) -> tuple[str, ...]:
    """What a run draws, by the names that its font has for glyphs; without the blank that ends a line."""
    names = tuple(typeface(run.font).shaper.glyph_to_string(part[0][0]) for part in run.glyphs.parts)
    return names[:-1] if names[-1].startswith("space") else names


def test_features_of_a_style_are_its_own(folder: Path) -> None:
    plain, old = runs(brand_of(folder)), runs(brand_of(folder, "styles: {label: {features: [onum, zero]}}"))
    assert glyphs(plain["dates"]) == glyphs(plain["place"]) == ("two", "zero", "two", "zero")
    assert glyphs(old["dates"]) == ("two.tosf", "zero.osf.slash", "two.tosf", "zero.osf.slash")
    assert glyphs(old["place"]) == glyphs(plain["place"])
    assert old["dates"].text.strip() == "2020"


def test_features_of_a_family_hold_wherever_it_is_drawn(folder: Path) -> None:
    style = "styles: {label: {features: {zero: off, onum: on}}}"
    brand = brand_of(folder, f"features: {{Noto Sans: [zero]}}, {style}")
    drawn = runs(brand)
    assert glyphs(drawn["place"]) == ("two", "zero.slash", "two", "zero.slash")
    assert glyphs(drawn["dates"]) == ("two.tosf", "zero.tosf", "two.tosf", "zero.tosf")
    assert glyphs(drawn["headline"]) == ("two", "zero", "two", "zero")
    chain = look_of(brand, "en").text.faces.regular
    assert feature_settings(chain.fonts) == '"zero" 1'
    plain = runs(brand_of(folder))["place"].font
    assert shape("0", chain.fonts[0]).clusters.parts != shape("0", plain).clusters.parts


def test_words_of_one_font_with_other_features_are_shaped_apart(folder: Path) -> None:
    plain = runs(brand_of(folder))["place"].font
    slashed = runs(brand_of(folder, "features: {Noto Sans: [zero]}"))["place"].font
    strands = tuple(Strand("0", FontChain((font,)), "en") for font in (plain, slashed))
    drawn = [glyphs(run) for _, run in paragraph(strands).runs(0, 2, 0.0, 1.0) if run.width]
    assert drawn == [("zero",), ("zero.slash",)]


def test_pages_have_the_features_of_their_fonts(folder: Path) -> None:
    font = runs(brand_of(folder, "features: {Noto Sans: {zero: on, liga: off}}"))["place"].font
    faces = WebFaces(display=(font,), text=(font,), strong=(), leading=1.5, display_leading=1.2)
    edition: Any = SimpleNamespace(lang="en", rtl=False, theme="Seen", faces=faces)
    (type_,) = types((edition,))
    on = '"zero" 1, "liga" 0'
    assert type_.features == {"display": on, "text": on, "strong": "normal"}


def test_features_are_kept_with_a_brand(folder: Path, tmp_path: Path) -> None:
    brand, cache = brand_of(folder, "features: {Noto Sans: [zero]}"), Cache(tmp_path)
    keep_brand(brand, folder, "brand", {}, cache)
    again = known_brand(folder, "brand", {}, cache)
    assert [font.features for font in again.fonts] == [font.features for font in brand.fonts]
    assert glyphs(runs(again)["place"]) == ("two", "zero.slash", "two", "zero.slash")


def test_dates_may_be_drawn_in_the_face_of_headings(folder: Path) -> None:
    drawn = runs(brand_of(folder, "styles: {label: {face: display}}"))
    assert drawn["dates"].font.family == "Fraunces"
    assert drawn["place"].font.family == "Noto Sans"


TOLD = [
    ("features: {Noto Sans: [zero]}", ""),
    ("styles: {label: {features: [tnum]}}", ""),
    (
        "features: {Noto Sans: [zerro]}",
        "error: defaults.packbuild.features.Noto Sans names no feature: `zerro` "
        "(a feature has a tag of four letters, such as `tnum`, `lnum` or `ss01`)",
    ),
    (
        "features: {Noto Sans: [tabular-nums]}",
        "error: defaults.packbuild.features.Noto Sans names no feature: `tabular-nums` (write `tnum`)",
    ),
    (
        "features: {Noto Sans: {zero: maybe}}",
        "error: defaults.packbuild.features.Noto Sans has no such `zero`: `maybe` "
        "(write `on`, `off`, or which of its alternates, from 1 on)",
    ),
    (
        "features: {Noto Sans: [ss05]}",
        "error: no font of the family `Noto Sans` has the feature `ss05` (did you mean `ss03`?)",
    ),
    ("styles: {label: {caps: small}}", ""),
    (
        "styles: {title: {caps: small}}",
        "warning: `title` stays as it is written: no font that it is set in has small capitals "
        "(leave out `caps`, or write `upper`)",
    ),
    (
        "styles: {label: {features: [swsh]}}",
        "warning: no font that `label` is set in has the feature `swsh`, so it changes nothing "
        "(it has `c2sc`, `case`, `frac`, `liga`, `lnum`, `onum`, `ordn`, `pnum`, `salt`, `smcp`, "
        "`ss03`, `ss04`, 6 more)",
    ),
]


@pytest.mark.parametrize(("own", "said"), TOLD)
def test_what_no_font_has_is_told(own: str, said: str, folder: Path) -> None:
    assert told(folder, own) == ([said] if said else [])


def test_a_font_with_features_is_another(folder: Path) -> None:
    font = runs(brand_of(folder))["place"].font
    other = runs(brand_of(folder, "features: {Noto Sans: [zero]}"))["place"].font
    assert isinstance(font, Font)
    assert font != other
    assert font.digest == other.digest
