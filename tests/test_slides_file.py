"""What a designer can get wrong in `slides.yaml`, and where it is told."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from sample_brand import sample_brand

from builder.brand.designfaults import BrandNames
from builder.brand.looks import look_names
from builder.brand.slideareas import overlaps
from builder.brand.slidecolors import in_theme
from builder.brand.slidefaults import faint_words, slide_faults, unknown_slide_names
from builder.brand.slides import SlideSet
from builder.errors import Faults
from builder.media import Font
from builder.record import replace
from builder.source import Loc, parse
from builder.source.validate import validate

ROOT = Path(__file__).parents[1]
FOOT = 66  # hundredths of the slide: what ends below it stands at its foot
FILE = ROOT / "builder/looks/embrace/slides.yaml"
BRAND = sample_brand()
COLORS = {name: BRAND.color(name) for name in (*BRAND.palette, *BRAND.roles)}
FAMILIES = {name: style.family for name, style in BRAND.styles.items()}
KNOWN = BrandNames(COLORS, BRAND.roles, BRAND.art, BRAND.logos, FAMILIES)


def changed(folder: Path, before: str, after: str) -> SlideSet:
    text = FILE.read_text("utf-8")
    assert before in text
    file = folder / "slides.yaml"
    file.write_text(text.replace(before, after, 1), "utf-8")
    return validate(SlideSet, parse(file, "brand/slides.yaml"))


def faults(slides: SlideSet, fonts: Collection[Font] = ()) -> list[tuple[str, str]]:
    """Where each fault is, and what it says; first of names, which the others can only follow."""
    unknown = [(loc, f"no {kind} `{name}`") for loc, kind, name, _ in unknown_slide_names(slides, KNOWN)]
    found = () if unknown else _wrong(in_theme(slides, KNOWN), fonts)
    return [
        (".".join(map(str, loc)), said) for loc, said in [*unknown, *((loc, said) for loc, said, _ in found)]
    ]


def _wrong(themed: SlideSet, fonts: Collection[Font]) -> list[tuple[Loc, str, str]]:
    return [*slide_faults(themed, KNOWN, BRAND.art, fonts), *faint_words(themed, KNOWN.palette)]


@pytest.mark.parametrize(
    ("before", "after", "place", "message"),
    [
        ("dk1: foreground", "dk1: foregruond", "theme.dk1", "no colour or role `foregruond`"),
        ("text: on-primary", "text: plum", "layouts.title.boxes.1", "plum on plum"),
        ("ground: accent-soft", "ground: peach", "layouts.section.ground", "no ground of slides `peach`"),
        ("art/hold-high.svg", "art/hug.svg", "master.art.file", "no art `art/hug.svg`"),
        ("name: main, left", "name: dim, left", "layouts.title.logo.name", "no logo `dim`"),
        (
            "stands_for: steps",
            "stands_for: stairs",
            "layouts.steps-four.stands_for",
            "no layout of slides `stairs`",
        ),
        ("color: highlight", "color: sand", "layouts.statistic.boxes.1.color", "no colour or role `sand`"),
        (
            "accent: secondary-soft, accent-soft: highlight}",
            "accent: secondary-soft, accent-soft: sand}",
            "layouts.statistic.art",
            "no colour or role `sand`",
        ),
        (
            "accent2: accent",
            "accent2: tertiary",
            "master.art",
            "`art/hold-high.svg` has a colour that the theme lacks, #E8604C",
        ),
    ],
)
def test_names_and_contrast(before: str, after: str, place: str, message: str, tmp_path: Path) -> None:
    found = faults(changed(tmp_path, before, after))
    assert any(place in loc and message in said for loc, said in found), found


@pytest.mark.parametrize(
    ("bits", "free", "said"),
    [
        (0x0002, True, "has a restricted licence (fsType 2)"),
        (0x0002, False, "has a restricted licence (fsType 2)"),
        (0x0004, False, "may be embedded to be looked at and printed, not edited (fsType 4)"),
        (0x0208, False, "may be embedded as pixels only (fsType bit 9)"),
        (0x0004, True, ""),  # the licence says more than the bits
        (0x0008, False, ""),
        (0x0000, False, ""),
    ],
)
def test_fonts_are_embedded_that_may_be(bits: int, free: bool, said: str, tmp_path: Path) -> None:
    slides = changed(tmp_path, "embed_fonts: false", "embed_fonts: true")
    assert faults(slides, BRAND.fonts) == []
    path = tmp_path / "closed.ttf"
    with TTFont(BRAND.fonts[0].path) as font:
        font["OS/2"].fsType = bits
        for name in (13, 14) if not free else ():
            font["name"].removeNames(nameID=name)
        font.save(path)
    closed = replace(BRAND.fonts[0], path=path, digest=f"closed {bits} {free}")
    assert faults(slides, [closed]) == ([("embed_fonts", f"`closed.ttf` {said}")] if said else [])


def test_fonts_that_office_would_take_for_one_are_told(tmp_path: Path) -> None:
    slides = changed(tmp_path, "embed_fonts: false", "embed_fonts: true")
    first, *others = BRAND.fonts
    twin = replace(first, path=tmp_path / "twin.ttf", digest="twin")
    shutil.copy(first.path, twin.path)
    ((loc, said),) = faults(slides, [first, twin, *others])
    assert (loc, said.partition(" have")[0]) == ("embed_fonts", f"`{first.path.name}` and `twin.ttf`")


def test_a_narrow_layout_is_proved_as_the_wide_one_is(tmp_path: Path) -> None:
    plain = "    name: Section\n"
    other = plain + "    narrow: {boxes: [{holds: title, box: [6, 6, 80, 30], color: %s}]}\n"
    slides = changed(tmp_path, plain, other % "sand")
    assert faults(slides) == [("layouts.section.narrow.boxes.0.color", "no colour or role `sand`")]


@pytest.mark.parametrize(
    ("before", "after", "place", "message"),
    [
        ("box: [6, 60, 52, 27]", "box: [6, 50, 52, 27]", "statement.boxes.1", "`text` overlaps `title`"),
        ("box: [6, 60, 52, 27]", "box: [6, 60, 52, 32]", "statement.boxes.1", "`text` overlaps the line"),
        ("box: [6, 9, 8, 14.2], size: 34", "box: [6, 9, 8, 19], size: 34", "", ""),  # a circle, in its middle
        ("notch: [0, 65, 54, 35]", "notch: [0, 75, 54, 25]", "photograph.boxes.2", "`photo` overlaps `t"),
        (
            "    name: Statement\n",
            "    name: Statement\n    narrow: {footer: no, boxes: [{holds: title, box: [6, 8, 76, 48]}, "
            "{holds: text, box: [6, 50, 52, 27]}]}\n",
            "statement.narrow.boxes.1",
            "`text` overlaps `title`",
        ),
    ],
)
def test_boxes_that_overlap_are_told_where_they_are_written(
    before: str, after: str, place: str, message: str, tmp_path: Path
) -> None:
    found = faults(changed(tmp_path, before, after))
    assert [loc for loc, _ in found] == ([f"layouts.{place}"] if place else [])
    assert all(said.startswith(message) for _, said in found)


@pytest.mark.parametrize("look", look_names())
def test_boxes_keep_apart_in_every_look(look: str) -> None:
    """As in the files that are made, which `check --output` judges by the placeholders' own outlines."""
    file = ROOT / f"builder/looks/{look}/slides.yaml"
    assert list(overlaps(validate(SlideSet, parse(file, "slides.yaml")))) == []


@pytest.mark.parametrize("look", look_names())
def test_words_below_a_title_follow_it_however_long_it_is(look: str) -> None:
    """Titles stand at the foot of their boxes, or what is below them at the foot of the slide."""
    slides = validate(SlideSet, parse(ROOT / f"builder/looks/{look}/slides.yaml", "slides.yaml"))
    for key, design in slides.layouts.items():
        (title,) = (box for box in design.boxes if box.holds == "title")
        foot = title.box[1] + title.box[3]
        below = [box for box in design.boxes if box.holds in ("subtitle", "text") and box.box[1] >= foot]
        if title.heading and title.anchor != "bottom":
            assert all(box.box[1] + box.box[3] > FOOT for box in below), key


def test_the_brands_own_file_is_in_order(tmp_path: Path) -> None:
    assert faults(changed(tmp_path, "# The slides", "# The slides"), BRAND.fonts) == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("box: [6, 32, 84, 55]", "box: [90, 32, 84, 55]", "it ends at 174 of 100"),
        (
            "holds: title, box: [6, 23, 50, 43]",
            "holds: text, box: [6, 23, 50, 43]",
            "no boxes that hold the title",
        ),
        ("left: 6, bottom: 19", "left: 6, right: 94, bottom: 19", "give one of them"),
        ("  folHlink: primary\n", "", "folHlink"),
        ("size: 62", "size: 620", "500"),
        ("{holds: photo, ", "{holds: photo, quoted: yes, ", "has `quoted`, but `photo` has no words"),
        ("{holds: rows, ", "{holds: rows, after: x, ", "has `after`, but `rows` has no words"),
        ("ground: accent-soft", "grund: accent-soft", "grund"),
    ],
)
def test_form(before: str, after: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(Faults) as caught:
        changed(tmp_path, before, after)
    assert any(message in problem.message + problem.hint for problem in caught.value.problems), caught.value
    assert all(problem.place and problem.place.line > 1 for problem in caught.value.problems)
