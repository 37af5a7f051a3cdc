"""Logos that read: weighed by area, in the lock-up that suits, and never too small."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image as Pixels
from sample_brand import sample_brand
from sample_page import COLORS

from builder.brand.easel import Easel
from builder.brand.identity import Art, ArtShape, Brand
from builder.brand.ink import Ink, ink_of
from builder.brand.lockups import Form, Ground, Least, Lockup, Logo
from builder.brand.rasters import read_picture
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.errors import Faults, Problem, each_once
from builder.geometry.box import Box, mm
from builder.kinds.start.look import logo as start_page_logo
from builder.layout.art import drawn as drawn_in
from builder.layout.canvas import Canvas, sheet, slide
from builder.layout.logos import LogoTrouble, fitted, least_scale
from builder.layout.slides.drafter import SlideDrafter
from builder.output.brands import EASEL
from builder.phrases import phrases
from builder.record import replace
from builder.render.pixels.paint import paint_exactly

BLACK, WHITE, NAVY, RED = Color(0, 0, 0), Color(255, 255, 255), Color(18, 40, 75), Color(213, 0, 28)
CREAM = Color(255, 246, 234)
BRANDS = Path(__file__).parent / "brands"

PALE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
    '<path fill="#8899AA" d="M0 0h90v30H0z"/><path fill="#FFF" d="M9 9h9v9H9z"/></svg>'
)

Rect = tuple[float, float, float, float, Color]  # left, top, width, height


def art(*rects: Rect, name: str = "logos/drawn.svg") -> Art:
    shapes = tuple(
        ArtShape((("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)), color)
        for x, y, w, h, color in rects
    )
    right, bottom = (max(rect[n] + rect[n + 2] for rect in rects) for n in (0, 1))
    return Art(name, f"{name} {rects}", Box(0, 0, float(right), float(bottom)), shapes)  # type: ignore[arg-type]


def letters(count: int, y: float, height: float, color: Color) -> list[Rect]:
    return [(number * 10.0, y, 6.0, height, color) for number in range(count)]


def lockup(
    width: float,
    height: float,
    form: Form = "",
    ground: Ground = "",
    *,
    rank: int = 0,
    least: Least | None = None,
    language: str = "",
    color: Color = NAVY,
) -> Lockup:
    drawing = art((0, 0, width, height, color), name=f"logos/{form}{ground}{language}{width:g}.svg")
    return Lockup(drawing, ink_of(drawing), form, ground, language, rank, least)


def of(*lockups: Lockup) -> Logo:
    return Logo(lockups)


def test_ink_is_weighed_by_area_however_many_forms_it_has() -> None:
    name = letters(10, 0, 30, BLACK)
    slight = ink_of(art(*name, (0, 35, 96, 5, RED))).on(BLACK)  # one bar, and ten letters that are lost
    heavy = ink_of(art(*name, (0, 35, 96, 60, RED))).on(BLACK)
    assert not slight.reads
    assert slight.lost == pytest.approx(1800 / 2280, abs=0.02)
    assert heavy.lost == pytest.approx(1800 / 7560, abs=0.02)


@pytest.mark.parametrize(
    ("rects", "gone"),
    [
        ([*letters(10, 0, 40, NAVY), *letters(10, 50, 4, CREAM)], True),  # a line of pale words at the foot
        ([(0, 0, 96, 44, CREAM), *letters(10, 2, 40, NAVY)], False),  # what letters stand on
        ([(0, 0, 96, 40, NAVY), *letters(9, 10, 20, CREAM)], False),  # letters cut out of a bar
        ([(0, 0, 96, 40, NAVY), (90, 10, 10, 20, CREAM)], False),  # an edge that hangs over
        ([*letters(10, 0, 40, NAVY), (0, 50, 2, 4, CREAM)], False),  # a dot
    ],
)
def test_forms_that_stand_alone_and_are_not_seen_are_missed_though_they_are_small(
    rects: list[Rect], gone: bool
) -> None:
    standing = ink_of(art(*rects)).on(WHITE)
    assert standing.reads
    assert (standing.gone >= 0.02) == gone
    assert standing.whole == (not gone)
    assert ink_of(art(*rects)).on(RED).gone == 0


def test_a_picture_whose_letters_touch_its_edges_brings_its_ground_along(tmp_path: Path) -> None:
    image = Pixels.new("RGB", (300, 60), "white")
    for number in range(6):  # a third of the edges above and below
        image.paste(NAVY.rgb, (number * 50, 0, number * 50 + 20, 60))
    image.save(tmp_path / "logo.jpg", quality=95)
    standing = ink_of(read_picture(tmp_path / "logo.jpg", "logos/logo.jpg")).on(WHITE)
    assert standing.whole


def test_the_version_that_stands_out_is_taken_whatever_it_is_called() -> None:
    logo = of(lockup(40, 10, ground="light"), lockup(40, 10, ground="dark", color=WHITE))
    assert [shown.lockup.ground for ground in (WHITE, NAVY) for shown in logo.on(ground, BLACK)] == [
        "light",
        "dark",
    ]


def test_a_language_has_its_own_lockups_and_symbols_alone() -> None:
    logo = of(lockup(40, 10), lockup(50, 10, language="cy"), lockup(9, 9, "symbol", rank=2))
    assert [each.language for each in logo.speaking("cy-GB").lockups] == ["cy", ""]
    assert [each.form for each in logo.speaking("cy-GB").lockups] == ["", "symbol"]
    assert [each.art.view.w for each in logo.speaking("en-GB").lockups] == [40, 9]


def phone(width: float = 360, height: float = 360) -> Canvas:
    return Canvas(width, height, "px", Box(0, 0, width, height), least=12, css_px=1)


@pytest.mark.parametrize(
    ("place", "room", "taken"),
    [
        ((300, 30), 340, "wide"),  # 25 high
        ((100, 30), 100, "stacked"),
        ((20, 60), 20, "symbol"),
    ],
)
def test_the_next_lockup_is_tried_where_one_would_be_too_small(
    place: tuple[float, float], room: float, taken: str
) -> None:
    least = Least("height", 20, 5)
    logo = of(
        lockup(120, 10, "wide", least=least),
        lockup(30, 10, "stacked", rank=1, least=least),
        lockup(10, 10, "symbol", rank=2, least=least),
    )
    found = fitted(logo.on(WHITE, BLACK), place, room, phone())
    assert found.shown.lockup.form == taken
    assert found.large
    assert found.width <= room


def test_a_logo_takes_more_room_than_its_place_before_it_is_too_small() -> None:
    wide = of(lockup(120, 10, least=Least("height", 20, 5))).on(WHITE, BLACK)
    found = fitted(wide, (100, 30), 300, phone())
    assert (found.large, found.width, found.height) == (True, 240, 20)
    assert not fitted(wide, (100, 30), 239, phone()).large


def test_what_is_too_small_everywhere_is_told_with_what_to_write() -> None:
    hairline = lockup(260, 10, ground="light")  # no least: no lower than the least words
    found = fitted(of(hairline).on(WHITE, BLACK), (200, 30), 200, phone())
    assert not found.large
    assert least_scale(hairline, phone()) * 10 == pytest.approx(9.6)
    trouble = LogoTrouble("main", found, phone())
    assert "it would be 7.69 CSS px high and needs 9.6; under logo write" in trouble.hint
    assert "`main: {wide: {light: logos/light260.svg, …}, symbol: …}`" in trouble.hint
    assert "`least: 7.6px`" in trouble.hint  # not 7.7, which would be too much again
    tall = fitted(of(lockup(10, 60)).on(WHITE, BLACK), (200, 30), 200, phone())
    assert "under logo.images write `seal: {stacked: " in LogoTrouble("seal", tall, phone()).hint


def test_a_high_logo_takes_no_more_than_all_the_room_of_its_card() -> None:
    high = of(lockup(10, 200)), of(lockup(10, 200), lockup(10, 10, "symbol", rank=1))
    alone, spared = (fitted(each.on(WHITE, BLACK), (150, 150), 150, phone(), 1.0, 150) for each in high)
    assert alone.height <= 150 and not alone.large  # it needs 192, so that it is told
    assert (spared.shown.lockup.form, spared.large) == ("symbol", True)


def slide_drafter(*lockups: Lockup) -> SlideDrafter:
    brand = sample_brand()
    assert brand.slides is not None
    said = replace(brand, logos={"main": of(*lockups)})
    return SlideDrafter(said, brand.slides, slide(960, 540), phrases("en-GB"), ("",))


def logos_on(drafter: SlideDrafter) -> list[Box]:
    """Where the logo stands on the layouts that show it, in their order."""
    laid = [each.layout for each in drafter.layouts.values()]
    named = [each for layout in laid for each in layout.drawings if each.name == "Logo"]
    steps = [[step for path in each.paths for step in path.commands if step[1:]] for each in named]
    return [
        Box(
            x := min(float(step[1]) for step in each),
            y := min(float(step[2]) for step in each),
            max(float(step[1]) for step in each) - x,
            max(float(step[2]) for step in each) - y,
        )
        for each in steps
    ]


def test_a_logo_on_the_master_keeps_off_the_words_of_every_layout_that_shows_it() -> None:
    tall = lockup(10, 60)  # 58 pt high at the least: it would reach into the right of two columns
    with pytest.raises(LogoTrouble) as trouble:
        slide_drafter(tall)._laid("master", sample_brand().slides.master)  # type: ignore[union-attr]
    assert "needs 20.3" in trouble.value.hint
    symbol = lockup(10, 10, "symbol", rank=2)
    master = slide_drafter(tall, symbol)._laid("master", sample_brand().slides.master)  # type: ignore[union-attr]
    (drawing,) = (each for each in master.layout.drawings if each.name == "Logo")
    points = [step[1:3] for path in drawing.paths for step in path.commands if step[1:]]
    assert max(x for x, _ in points) - min(x for x, _ in points) == pytest.approx(0.06 * 540)


def test_what_a_brand_says_of_paper_makes_no_logo_on_slides_too_small() -> None:
    """A millimetre of a slide is none: on the wall of a hall it is twenty, seen from the back."""
    long = lockup(900, 10, least=Least("height", 20, 1))
    assert least_scale(long, sheet(960, 540)) * 10 == pytest.approx(mm(1))
    with pytest.raises(LogoTrouble) as trouble:
        slide_drafter(long)._laid("master", sample_brand().slides.master)  # type: ignore[union-attr]
    assert "`main` on the master of slides, which would be too small" in trouble.value.message
    assert "high and needs 3.39; " in trouble.value.hint
    assert "least:" not in trouble.value.hint
    with pytest.raises(LogoTrouble, match="on the layout `title` of slides"):
        slide_drafter(long).layouts  # noqa: B018


def test_a_logo_on_slides_is_as_large_wherever_a_design_has_it() -> None:
    assert len({round(box.h, 6) for box in logos_on(slide_drafter(lockup(120, 30)))}) == 1


def brand_with(root: Path, logo: str) -> Brand:
    """The navy brand with what it says of its logo, and a version for dark grounds beside it."""
    folder = root / "brand"
    shutil.copytree(BRANDS / "navy", folder)
    text = (folder / "_brand.yml").read_text("utf-8")
    before, _, after = text.partition("logo:")
    rest = after[after.index("\ncolor:") :]
    (folder / "_brand.yml").write_text(f"{before}logo: {logo}\n{rest}", "utf-8")
    return read_brand(folder, "brand")


def test_a_logo_that_has_a_version_for_a_ground_is_to_be_drawn_otherwise_there(tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        brand_with(tmp_path, "{light: logos/wide.svg, dark: logos/wide.svg}")
    hints = [problem.hint for problem in faults.value.problems if "is not seen on" in problem.message]
    assert hints
    assert all(hint.startswith("have it drawn otherwise: lighter in `logos/wide.svg`") for hint in hints)


def test_a_language_is_told_with_its_own_key(tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        brand_with(tmp_path, "{main: {path: logos/wide.svg, cy: logos/wide.svg}}")
    (hint,) = {
        problem.hint for problem in faults.value.problems if "`main` (cy) is not seen" in problem.message
    }
    assert "under logo write `main: {cy: {light: logos/wide.svg, dark: …}}`" in hint


def test_a_logo_whose_versions_are_each_lost_in_a_part_of_a_blend_is_told(tmp_path: Path) -> None:
    """One is seen on white and one on navy, but a card shows one of them on all that lies between."""
    shutil.copytree(BRANDS / "navy", tmp_path / "brand")
    body = "body: {column: [{text: {from: headline, style: display}}, {logo: {name: main, height: 0.06}}]}"
    background = "needs: [headline]\nbackground: {fill: {colors: [background, foreground]}}"
    (tmp_path / "brand/designs/message.yaml").write_text(f"{background}\n{body}\n", "utf-8")
    logo = "logo: {main: {light: logos/wide.svg, dark: logos/wide-light.svg}}"
    file = tmp_path / "brand/_brand.yml"
    said = file.read_text("utf-8")
    file.write_text(said[: said.index("logo:")] + logo + said[said.index("\ncolor:") :], "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(tmp_path / "brand", "brand")
    told = [problem for problem in faults.value.problems if "the larger part of the logo" in problem.message]
    assert "not seen on `background` to `foreground`" in told[0].message
    assert told[0].hint.startswith("give the box that it stands in a `fill` of one colour; or add `plate")


def test_an_icon_that_no_logo_names_is_left_alone(tmp_path: Path) -> None:
    shutil.copytree(BRANDS / "navy", tmp_path / "brand")
    (tmp_path / "brand/logos/favicon.ico").write_bytes(b"\0\0\1\0")
    brand = read_brand(tmp_path / "brand", "brand")
    assert not [problem for problem in brand.problems if "favicon" in problem.message]
    assert "favicon.ico" not in brand.logo_files


def crowd(forms: int, *, overlapping: bool = False) -> str:
    """A logo of so many squares, as traced pictures are; a row of them on black if they lie on others."""
    squares = [
        f'<path d="M{number % 40 * 10} {number // 40 * 10}h7v7h-7z" fill="#{number % 90:02}2040"/>'
        for number in range(forms)
    ]
    under = '<path d="M0 0h400v30h-400z"/>' if overlapping else ""
    rows = -(-forms // 40) * 10
    drawn = under + "".join(squares).replace("2040", "ff80" if overlapping else "2040")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {rows}">{drawn}</svg>'


class Drawn:
    """What draws, and counts."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int]] = []

    def __call__(self, art: Art, width: int, height: int) -> Pixels:
        self.asked.append((art.name, width, height))
        return EASEL.draw(art, width, height)


def crowded_brand(root: Path, svg: str, said: str = "plate: background") -> tuple[Brand, Drawn]:
    folder, drawn = root / "brand", Drawn()
    shutil.copytree(BRANDS / "navy", folder)
    text = (folder / "_brand.yml").read_text("utf-8")
    (folder / "logos/crowd.svg").write_text(svg, "utf-8")
    named = f"  main: {{path: logos/crowd.svg, {said}}}\n  small: {{path: logos/crowd.svg, {said}}}\n"
    before, after = text.index("  images:"), text.index("\ncolor:")
    (folder / "_brand.yml").write_text(text[:before] + named + text[after:], "utf-8")
    return read_brand(folder, "brand", easel=Easel(drawn, EASEL.png)), drawn


def test_a_logo_of_thousands_of_forms_is_drawn_once_and_all_show_its_picture(tmp_path: Path) -> None:
    brand, drawn = crowded_brand(tmp_path, crowd(2000))
    assert drawn.asked == [("logos/crowd.svg", 1280, 1600)]  # though two names stand for it
    (lockup,) = {each.art for each in brand.logos["main"].lockups}
    assert len(lockup.shapes) == 1  # what each card, slide and page draws, however many forms there were
    (told,) = (problem for problem in brand.problems if "crowd.svg" in problem.message)
    assert told.message == (
        "`logos/crowd.svg` has 2,000 forms, so it is drawn as a picture, sharp up to 108 mm wide in print"
    )
    assert (told.severity, told.place and told.place.file) == ("warning", "brand/_brand.yml")


def test_the_picture_shows_what_the_forms_did(tmp_path: Path) -> None:
    art = crowded_brand(tmp_path, crowd(800))[0].logos["main"].lockups[0].art
    view = art.view
    frame = Frame(
        400, 200, "px", (Fill(Box(0, 0, 400, 200), CREAM), *drawn_in(art, Box(0, 0, 400, view.h))), ""
    )
    seen = paint_exactly(frame).image()
    for at, color in (((3, 3), (0, 0x20, 0x40)), ((53, 3), (5, 0x20, 0x40)), ((8, 8), CREAM.rgb)):
        assert seen.getpixel(at) == pytest.approx(color, abs=6)  # what is clear in it stays so


def test_a_logo_of_some_hundred_forms_stays_curves(tmp_path: Path) -> None:
    brand, drawn = crowded_brand(tmp_path, crowd(400))
    assert not drawn.asked
    assert len(brand.logos["main"].lockups[0].art.shapes) == 400


def test_forms_that_would_merge_are_told_though_the_logo_is_drawn_as_a_picture(tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        crowded_brand(tmp_path, crowd(800, overlapping=True), "one-color: true")
    assert any("cannot be painted in one colour" in problem.message for problem in faults.value.problems)


def test_a_logo_is_weighed_once_for_all_cards_on_a_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    logo, times = of(lockup(40, 10), lockup(41, 10, ground="dark")), []
    real = Ink.on
    monkeypatch.setattr(Ink, "on", lambda *given: times.append(1) or real(*given))  # type: ignore[func-returns-value]
    for _ in range(50):
        logo.speaking("en-GB").on(Color(1, 2, 3), BLACK)
    assert len(times) == 2


def test_of_a_logo_that_is_too_small_in_several_places_the_smallest_is_told() -> None:
    """So that what the hint says does for all of them."""
    found = [
        fitted(of(lockup(260, 10)).on(WHITE, BLACK), (width, 30), width, phone()) for width in (200, 150, 180)
    ]
    told = [LogoTrouble("main", each, phone()) for each in found]
    problems = [
        Problem(each.message, hint=each.hint, where=(str(number),), lack=each.lack)
        for number, each in enumerate(told)
    ]
    (problem,) = each_once(problems)
    assert (problem.hint, problem.where) == (told[1].hint, ("0", "1", "2"))


def test_a_logo_of_a_language_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "brand"
    shutil.copytree(BRANDS / "navy", folder)
    text = (folder / "_brand.yml").read_text("utf-8")
    before, after = text.index("  images:"), text.index("\ncolor:")
    named = "  main:\n    light: {path: logos/wide.svg, one-color: true}\n    cy: logos/pale.svg\n"
    (folder / "_brand.yml").write_text(text[:before] + named + text[after:], "utf-8")
    (folder / "logos/pale.svg").write_text(PALE, "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(folder, "brand")
    (told,) = (each for each in faults.value.problems if "(cy)" in each.message)
    assert told.place and told.place.text.strip() == "cy: logos/pale.svg"


def test_on_the_start_page_a_logo_in_one_colour_is_as_dark_as_the_words() -> None:
    pale = replace(lockup(90, 30, color=CREAM), derived=True)
    edition = SimpleNamespace(logos=lambda _: [("main", of(pale))], language="en")
    (frame,) = start_page_logo(edition, (COLORS,))  # type: ignore[arg-type]
    assert {item.fill for item in frame.items} == {COLORS.text_color}  # type: ignore[union-attr]
