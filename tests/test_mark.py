"""A profile shows the brand's mark alone: in the middle, whole in a round crop, a file for all languages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image as Pixels
from sample_brand import sample_brand
from test_cards import packed
from test_logos import art

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.ink import ink_of
from builder.brand.lockups import Lockup, Logo
from builder.brand.looks import look_names
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Text
from builder.content.recipe import laid_out
from builder.kinds import kinds_named
from builder.pack.edition import Edition, First
from builder.pack.plan import Plan
from builder.phrases import phrases
from builder.record import replace
from builder.spec.read import read_spec

ROOT = Path(__file__).parents[1]
ASKED = [
    {"design": "announcement", "sizes": ["avatar", "link"]},
    {"design": "message", "for": "messages", "sizes": ["avatar"]},
]
SAID = {"cards": ASKED, "messages": [{"id": "m", "headline": "Ask again"}]}
SHOWN = Color(255, 0, 255)  # of no look
HALF = 400.0
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><title>{name}</title>'
    '<path fill="#{color}" d="M0 0h40v{high}H0z"/></svg>'
)


def avatars(edition: Edition) -> list[Plan]:
    (kind,) = kinds_named(["social"])
    return [plan for plan in kind.plan(edition) if plan.size == "avatar"]


def pixels(plan: Plan) -> NDArray[np.int16]:
    file, _ = plan.format.render(laid_out(plan.content))
    with Pixels.open(BytesIO(file)) as picture:
        return np.asarray(picture.convert("RGB")).astype(np.int16)


def with_mark(brand: Brand, width: float, height: float) -> Brand:
    drawn = art((0, 0, width, height, SHOWN))
    return replace(brand, logos={**brand.logos, "mark": Logo((Lockup(drawn, ink_of(drawn)),))})


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
@pytest.mark.parametrize(("width", "height"), [(10, 10), (60, 10), (10, 30)], ids=["square", "wide", "tall"])
def test_the_mark_stands_in_the_middle_and_is_whole_in_a_circle(
    look: str, width: float, height: float, tmp_path: Path
) -> None:
    edition = replace(packed(tmp_path, **SAID), brand=with_mark(sample_brand(look), width, height))
    (plan,) = avatars(edition)
    assert (plan.path, plan.width) == ("social/profile/tea-2025_profile_avatar_800x800_en.png", 800)
    assert not [item for item in laid_out(plan.content).items if isinstance(item, Text)]
    seen = np.argwhere(abs(pixels(plan) - np.array(SHOWN.rgb)).max(axis=2) < 3)
    (top, left), (foot, right) = seen.min(axis=0), seen.max(axis=0)
    assert max(right - left, foot - top) == pytest.approx(0.62 * 800, abs=3)
    assert (right - left) / (foot - top) == pytest.approx(width / height, rel=0.03)
    assert (left + right) / 2 == pytest.approx(HALF, abs=1)
    assert (top + foot) / 2 == pytest.approx(HALF, abs=1)
    assert np.hypot(*(seen - HALF).T).max() < HALF
    assert len(seen) > 0.99 * (right - left + 1) * (foot - top + 1)  # nothing of the look lies on it


def folder(tmp_path: Path, logo: str) -> Path:
    brand = tmp_path / "brand"
    (brand / "logos").mkdir(parents=True)
    for name, (color, high) in {
        "name": ("35214F", 10),
        "name-cy": ("35214F", 12),
        "icon": ("D2452F", 40),
    }.items():
        (brand / f"logos/{name}.svg").write_text(LOGO.format(name=name, color=color, high=high), "utf-8")
    palette = 'color: {palette: {ink: "#221733", cream: "#FFF6EA"}, foreground: ink, background: cream}\n'
    (brand / "_brand.yml").write_text(f"{logo}{palette}defaults: {{packbuild: {{look: embrace}}}}\n", "utf-8")
    return brand


NAMES = "{path: logos/name.svg, alt: Us, one-color: true}"
ICON = "{path: logos/icon.svg, alt: A cup, one-color: true}"
WELSH = "{path: logos/name-cy.svg, alt: Ni, one-color: true}"
CASES = {  # what the brand says → what its mark is called in English and in Welsh, if that is another
    "symbol": (f"main: {{wide: {NAMES}, symbol: {ICON}, cy: {WELSH}}}", ["A cup", None]),
    "small": (f"main: {{wide: {NAMES}, cy: {WELSH}}}, small: {ICON}", ["A cup", None]),
    "own": (f"main: {NAMES}, images: {{mark: {ICON}}}", ["A cup", None]),
    "one": (f"main: {NAMES}", ["Us", None]),
    "welsh": (f"main: {{wide: {NAMES}, cy: {WELSH}}}", ["Us", "Ni"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_language_has_a_file_if_its_mark_is_another(case: str, tmp_path: Path) -> None:
    logo, expected = CASES[case]
    brand = read_brand(folder(tmp_path, f"logo: {{{logo}}}\n"), "brand")
    for language, alt in zip(("en-GB", "cy"), expected, strict=True):
        found = avatars(in_language(language, brand, tmp_path))
        said = {"en-GB": "Profile picture. Logo: {}. Tea Week.", "cy": "Llun proffil. Logo: {}. Wythnos Te."}
        assert [plan.alt for plan in found] == ([said[language].format(alt)] if alt else [])


def test_a_brand_without_a_logo_says_the_short_name_in_each_language(tmp_path: Path) -> None:
    brand = read_brand(folder(tmp_path, ""), "brand")
    for language, said, alt in (("en-GB", "Tea", "Profile picture. Tea."), ("cy", "Te", "Llun proffil. Te.")):
        (plan,) = avatars(in_language(language, brand, tmp_path))
        texts = [item for item in laid_out(plan.content).items if isinstance(item, Text)]
        assert [text.words for text in texts] == [said]
        for box in (text.box for text in texts):
            far = max(np.hypot(x - HALF, y - HALF) for x in (box.x, box.right) for y in (box.y, box.bottom))
            assert far < HALF
        assert plan.alt.startswith(alt)


def in_language(language: str, brand: Brand, folder: Path) -> Edition:
    welsh = "campaign: {name: Wythnos Te, short_name: Te}\nmessages: [{id: m, headline: Gofynnwch}]\n"
    (folder / "2025.cy.yaml").write_text(welsh, "utf-8")
    first = packed(folder, **SAID, languages=["en-GB", "cy"])
    versions = read_spec(folder / "2025.yaml", folder).versions
    version = next(each for each in versions if each.language == language)
    common = None if language == "en-GB" else First.of(first.spec)
    return Edition(
        version.spec, brand, language, phrases(language), folder, version.source.place, first_language=common
    )


def test_a_brand_that_draws_no_mark_has_the_cards_themselves(tmp_path: Path) -> None:
    brand = sample_brand()
    designs = {name: design for name, design in brand.designs.items() if name != "profile"}
    found = avatars(replace(packed(tmp_path, **SAID), brand=replace(brand, designs=designs)))
    assert [plan.group for plan in found] == ["announcement", "message-m"]
    assert isinstance(brand.designs["profile"], Design)
