"""Other palettes with the designs, the slides and the art that ship: each file of `palettes/` is a brand's.

Its `.expected` has the colour of each role and what is told. A new case is a new file.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from pptx_lint import lint, opened

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.brand.roles import ROLES, lost, words_on
from builder.cli.report import render_problems
from builder.color import READABLE, Color, contrast, difference
from builder.content.deck import Deck
from builder.content.frame import Fill, Frame, Item
from builder.content.frame import Path as Curve
from builder.geometry.pens import extent
from builder.layout.canvas import sheet
from builder.layout.cards.setting import SlotWords
from builder.layout.cards.solve import solve
from builder.layout.slides.colors import theme_colors
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.shape import shaped
from builder.pack.recipes import slots_of
from builder.pack.sheets import STRIPS
from builder.phrases import phrases
from builder.record import replace
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint
from builder.render.pptx import render_template

SAMPLE = Path(__file__).parents[1] / "brand"
CASES = sorted((Path(__file__).parent / "palettes").glob("*.yml"))
CANVASES = {
    "square": sheet(540, 540),
    "tall": sheet(400, 720),
    "landscape": sheet(900, 470),
    "strip": sheet(1200, 240),
}
LOGO = "logo: {images: {main: logos/main.svg, light: logos/light.svg}, main: {one-color: true}}\n"
STEP = {"number": "1", "title": "Hold", "text": "Look, listen.", "icon": "heart"}

each_palette = pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample brand's designs, slides, art and logos."""
    made = tmp_path_factory.mktemp("campaign") / "brand"
    shutil.copytree(SAMPLE, made, ignore=shutil.ignore_patterns("fonts", "_brand.yml"))
    return made


@cache
def brand_of(case: Path, folder: Path) -> Brand:
    (folder / "_brand.yml").write_text(LOGO + case.read_text(encoding="utf-8"), encoding="utf-8")
    return read_brand(folder, "brand")


@each_palette
def test_each_role_has_a_colour_and_what_cannot_be_read_is_told_once(case: Path, folder: Path) -> None:
    assert told(brand_of(case, folder)) == case.with_suffix(".expected").read_text(encoding="utf-8")


def told(brand: Brand) -> str:
    """The colour of each role with what is read on it, and the problems."""
    words = {role: f"{brand.called(words_on(role, brand.roles))} {brand.on(role).hex}" for role in ROLES}
    lines = [f"{role}: {brand.color(role).hex}, {words[role]} on it" for role in ROLES]
    return "\n".join([*lines, "", render_problems(brand.problems)])


@each_palette
def test_what_is_read_on_a_role_reaches_the_contrast_of_text(case: Path, folder: Path) -> None:
    brand = brand_of(case, folder)
    assert min(contrast(brand.color(role), brand.on(role)) for role in ROLES) >= READABLE


@each_palette
@pytest.mark.parametrize("shape", CANVASES)
def test_no_word_is_faint_and_no_shape_is_lost(case: Path, shape: str, folder: Path) -> None:
    for name, frame in frames(brand_of(case, folder), shape):
        watch = Contrast()
        paint(frame, watch)
        assert [problem.message for problem in watch.problems] == [], name
        ground = frame.items[0]
        assert isinstance(ground, Fill)
        assert isinstance(ground.paint, Color)
        assert not [
            each
            for number, each in enumerate(frame.items)
            if isinstance(each, Curve)
            and isinstance(each.fill, Color)
            and lost(each.fill, ground.paint)
            and not on_a_panel(each, frame.items[1:number])
        ], name


def on_a_panel(curve: Curve, behind: Sequence[Item]) -> bool:
    """Whether it stands on a shape of another colour, as a code does on a bar or on its plate."""
    box = extent(curve.commands)
    plates = [(each.box, each.paint) for each in behind if isinstance(each, Fill)]
    shapes = [(extent(each.commands), each.fill) for each in behind if isinstance(each, Curve)]
    return any(color != curve.fill and room.contains(box) for room, color in (*plates, *shapes))


def frames(brand: Brand, shape: str) -> Iterator[tuple[str, Frame]]:
    """Every design of the brand in a shape, without logos, which have colours of their own."""
    bare = replace(brand, logos={})
    for name, design in brand.designs.items():
        assert isinstance(design, Design)
        words = dict.fromkeys(slots_of(design.on(CANVASES[shape].shape)), "Hold on")
        if words.keys() <= {"hashtag"} or design.background.photo:
            continue  # art alone, or words that stand beside a photograph as they do on others
        asked: SlotWords = {**words, "number": "7", **({"steps": (STEP, STEP)} if "steps" in words else {})}
        canvas = sheet(*(595 * share for share in STRIPS[name])) if name in STRIPS else CANVASES[shape]
        yield name, solve(design, asked, canvas, bare, "en").frame


@each_palette
def test_series_of_charts_that_people_add_are_told_apart(case: Path, folder: Path) -> None:
    brand = brand_of(case, folder)
    assert brand.slides is not None
    colors = dict(theme_colors(brand, brand.slides))
    accents = [color for slot, color in colors.items() if slot.startswith("accent")]
    assert colors["accent2"] == brand.color("accent")  # bullets
    assert len(set(accents)) == len(accents)
    assert min(difference(*pair) for pair in combinations(accents[:3], 2)) >= 32
    assert [contrast(color, colors["lt1"]) >= 3 for color in (accents[0], accents[2])] == [True, True]
    kept = {brand.color(role) for role in ("accent-soft", "highlight", "secondary-soft", "tertiary")}
    assert kept <= set(colors.values())


@each_palette
def test_slides_have_the_theme_s_colours_alone_and_their_words_are_read(case: Path, folder: Path) -> None:
    assert lint(opened(render_template(template(brand_of(case, folder))))) == set()


@each_palette
def test_bullets_stand_out_from_what_they_stand_on(case: Path, folder: Path) -> None:
    deck = template(brand_of(case, folder))
    slots = dict(deck.theme.colors)
    for layout in (deck.master, *deck.layouts):
        named = dict(layout.colors or deck.colors)
        for holder in layout.placeholders:
            if holder.bullets:
                ground = holder.on or slots[named["bg1"]]
                mark = named.get(holder.mark, holder.mark)  # type: ignore[call-overload]
                assert contrast(slots[mark], ground) >= 3, (layout.key, holder.name)


def template(brand: Brand) -> Deck:
    assert brand.slides
    canvas, moment = sheet(960, 540), dt.datetime(2022, 6, 13, tzinfo=dt.UTC)
    drafter = SlideDrafter(brand, shaped(brand.slides, canvas), canvas, phrases("en"), ("2022",))
    return drafter.template(title="Swifts", author="Us", moment=moment)


def test_slides_take_the_logo_that_stands_out_on_the_ground(folder: Path) -> None:
    """The dark one on lime, the light one on navy: as many curves are drawn, in other colours."""
    drawn = {}
    for name in ("neon", "two"):
        brand = brand_of(Path(__file__).parent / "palettes" / f"{name}.yml", folder)
        (title,) = (each for each in template(brand).layouts if each.key == "title")
        (logo,) = (drawing for drawing in title.drawings if drawing.name == "Logo")
        drawn[name] = {path.fill for path in logo.paths}
    dark, light = (set(sample_colors(brand, name)) for name in ("main", "light"))
    assert (drawn["neon"], drawn["two"]) == (dark, light)


def test_slides_take_the_ink_that_cards_take_where_the_theme_has_a_place_twice(folder: Path) -> None:
    """Nothing of the theme reaches 4.5:1 on violet; the place of visited links is that of the primary too."""
    brand = brand_of(Path(__file__).parent / "palettes" / "dark-with-violet.yml", folder)
    assert brand.slides is not None
    ink = words_on("primary", brand.roles)
    assert brand.slides.theme["folHlink"] == brand.called(ink)
    assert {brand.color(brand.slides.grounds["primary"].text)} == {brand.on("primary")}
    named = [brand.color(color) for color in brand.slides.theme.values()]
    assert [brand.color("primary") in named, brand.color("secondary") in named] == [True, True]


@pytest.mark.parametrize("name", ["reds", "orange", "dark-with-violet", "one-hue"])
def test_siblings_stand_on_grounds_that_look_different(name: str, folder: Path) -> None:
    """Quotes, days, events and messages, whose roles are all derived."""
    brand = brand_of(Path(__file__).parent / "palettes" / f"{name}.yml", folder)
    grounds = [brand.color(role) for role in ("accent-soft", "highlight", "secondary-soft", "background")]
    assert min(difference(*pair) for pair in combinations(grounds, 2)) >= 16


@pytest.mark.parametrize("name", ["two", "three", "one-accent", "teal-and-amber", "near-black"])
def test_each_kind_of_card_has_a_ground_of_its_own_where_a_brand_has_few_colours(
    name: str, folder: Path
) -> None:
    """Announcements, messages, statistics, pledges, quotes, days and events; resources have a badge."""
    brand = brand_of(Path(__file__).parent / "palettes" / f"{name}.yml", folder)
    roles = ("primary", "background", "secondary", "tertiary", "accent-soft", "highlight", "secondary-soft")
    assert min(difference(*pair) for pair in combinations(map(brand.color, roles), 2)) >= 22


def sample_colors(brand: Brand, logo: str) -> Iterator[Color]:
    yield from (color for shape in brand.logos[logo].lockups[0].art.shapes for color in shape.colors)
