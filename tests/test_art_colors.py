"""Art takes the brand's colours by role, and logos keep their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.brand.artuse import ArtUse
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.brand.roles import lost
from builder.color import parse_color
from builder.content.frame import Path as Curve
from builder.errors import Faults
from builder.layout.art import icon_tinting, placed_art
from builder.layout.canvas import sheet

NAVY = Path(__file__).parent / "brands" / "navy"
SQUARE = 'd="M0 0h10v10h-10z"'
ROLES = "roles: {accent: coral, accent-soft: white}"


def brand(folder: Path, body: str, packbuild: str = ROLES, logo: str = "") -> Brand:
    """The brand navy with a colour more, and one drawing."""
    made = Path(shutil.copytree(NAVY, folder / "brand"))
    file = made / "_brand.yml"
    text = file.read_text("utf-8").replace("    white:", '    coral: "#E8604C"\n    white:')
    file.write_text(text.replace("  packbuild:\n", f"  packbuild:\n    {packbuild}\n"), "utf-8")
    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    (made / "art/one.svg").write_text(f"{root}{body}</svg>", "utf-8")
    if logo:
        (made / "logos/wide.svg").write_text(f"{root}{logo}</svg>", "utf-8")
    return read_brand(made, "brand")


@pytest.mark.parametrize(
    ("body", "colors"),
    [
        (f'<path class="accent" fill="#123456" {SQUARE}/>', ["#E8604C"]),
        (f'<g class="cls-1 accent"><path fill="#123456" {SQUARE}/></g>', ["#E8604C"]),
        (f'<path fill="var(--accent)" {SQUARE}/>', ["#E8604C"]),
        (f'<path style="fill: var(--primary, #123456)" {SQUARE}/>', ["#12284B"]),
        (f'<path fill="var(--coral, red)" {SQUARE}/>', ["#E8604C"]),
        (f'<path class="art" fill="#123456" {SQUARE}/>', ["#123456"]),
        (f'<path class="primary" fill="none" stroke="#123456" {SQUARE}/>', ["#12284B"]),
    ],
)
def test_a_shape_is_painted_by_its_class_or_its_variable(
    body: str, colors: list[str], tmp_path: Path
) -> None:
    art = brand(tmp_path, body).art["art/one.svg"]
    assert [color.hex for shape in art.shapes for color in shape.colors] == colors


def test_what_is_its_own_keeps_its_colour_on_every_ground(tmp_path: Path) -> None:
    """Though the brand maps that colour, a design tints it, and it is that of the ground."""
    body = f'<path class="own" fill="#E8604C" {SQUARE}/><path class="accent" {SQUARE}/>'
    made = brand(tmp_path, body, f'{ROLES}\n    art: {{"#E8604C": primary}}')
    use = ArtUse(file="art/one.svg", tint={"coral": "primary"})
    paths = placed_art(use, made, sheet(100, 100), False, [], [made.color("coral")])
    own, accent = (path.fill for path in paths if isinstance(path, Curve))
    assert own == made.color("coral")
    assert accent == made.color("primary")
    alone = placed_art(use.model_copy(update={"tint": "white"}), made, sheet(100, 100), False, [])
    assert {path.fill for path in alone if isinstance(path, Curve)} == {made.color("white")}


def test_colours_of_art_are_mapped_once(tmp_path: Path) -> None:
    body = f'<path fill="#ABCDEF" {SQUARE}/><path fill="#FEDCBA" {SQUARE}/>'
    packbuild = 'roles: {accent: coral}\n    art: {"#abcdef": accent}'
    art = brand(tmp_path, body, packbuild).art["art/one.svg"]
    assert [(shape.role, shape.fill) for shape in art.shapes][1][0] == ""
    assert [color.hex for shape in art.shapes for color in shape.colors] == ["#E8604C", "#FEDCBA"]


def test_a_logo_keeps_its_colours_but_for_those_that_it_asks_for(tmp_path: Path) -> None:
    mark = f'<path class="accent" fill="#123456" {SQUARE}/><path fill="var(--accent, red)" {SQUARE}/>'
    logo = brand(tmp_path, f"<path {SQUARE}/>", logo=mark).logos["main"].lockups[0].art
    assert [color.hex for shape in logo.shapes for color in shape.colors] == ["#123456", "#E8604C"]


def test_a_variable_that_the_brand_has_no_colour_for_is_told(tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        brand(tmp_path, f'<path fill="var(--acent, red)" {SQUARE}/>')
    (problem,) = faults.value.problems
    assert (problem.message, problem.hint) == (
        "the brand has no colour or role `acent`",
        "did you mean `accent`?",
    )
    assert problem.place
    assert problem.place.file == "brand/art/one.svg"


TWO = f'<path class="accent" fill="red" {SQUARE}/><path class="accent-soft" fill="red" {SQUARE}/>'


@pytest.mark.parametrize(
    ("tint", "ground", "colors"),
    [
        (None, "navy", ["#E8604C", "#FFFFFF"]),
        (None, "coral", ["#12284B", "#FFFFFF"]),  # not white, which stands beside it, nor a coral as light
        ({"accent": "navy"}, "white", ["#12284B", "#E8604C"]),  # white on white gives way to the accent
        ({"coral": "white"}, "navy", ["#FFFFFF", "#E8604C"]),  # the name of the role's colour, not twice
        ({"accent": "primary"}, "navy", ["#E8604C", "#FFFFFF"]),  # primary is navy
        ({"accent": "navy"}, "navy", ["#12284B", "#FFFFFF"]),  # an order, not a wish
        ("white", "navy", ["#FFFFFF", "#FFFFFF"]),
        ("background", "white", ["#E8604C", "#E8604C"]),
    ],
)
def test_a_tint_names_roles_and_none_is_lost_on_its_ground(
    tint: str | dict[str, str] | None, ground: str, colors: list[str], tmp_path: Path
) -> None:
    made = brand(tmp_path, TWO)
    use = ArtUse(file="art/one.svg", tint=tint)
    paths = placed_art(use, made, sheet(100, 100), False, [], [made.color(ground)])
    assert [path.fill.hex for path in paths if isinstance(path, Curve)] == colors  # type: ignore[union-attr]


def test_on_a_gradient_art_and_icons_are_asked_on_all_its_colours(tmp_path: Path) -> None:
    """From white to coral: coral would be lost at its end, though it is seen where it begins."""
    made, use = brand(tmp_path, TWO), ArtUse(file="art/one.svg")
    grounds = [made.color("white"), made.color("coral")]
    paths = placed_art(use, made, sheet(100, 100), False, [], grounds)
    icon = icon_tinting(None, made.art["art/one.svg"], made, made.color("navy"), *grounds)
    seen = [path.fill for path in paths] + [color for _, color in icon.roles]
    assert len(seen) == 4
    assert not [each for each in seen for ground in grounds if lost(each, ground)]  # type: ignore[arg-type]


def test_a_shape_that_is_seen_on_no_gradient_stays_as_it_is_asked_for(tmp_path: Path) -> None:
    made = brand(tmp_path, TWO, "roles: {accent: coral, accent-soft: coral, highlight: coral}")
    grounds = [made.color(name) for name in dict.fromkeys(made.roles.values())]
    assert made.shape("accent", *grounds) == "accent"


@pytest.mark.parametrize(
    ("tint", "body", "lowest"),
    [
        (None, TWO, "#12284B"),  # coral is faint on a ground like it: as the words are
        ({"accent": "coral"}, TWO, "#E8604C"),  # as the design says
        (None, f'<path class="coral" {SQUARE}/>', "#E8604C"),  # an order, not a wish
    ],
)
def test_the_ground_of_an_icon_is_made_out(
    tint: dict[str, str] | None, body: str, lowest: str, tmp_path: Path
) -> None:
    made = brand(tmp_path, body)
    ground, words = parse_color("#E8805C"), made.color("navy")
    assert icon_tinting(tint, made.art["art/one.svg"], made, words, ground).roles[0][1].hex == lowest


def test_roles_of_one_colour_are_tinted_each_by_itself(tmp_path: Path) -> None:
    made = brand(tmp_path, TWO, "roles: {accent: coral, accent-soft: coral}")
    use = ArtUse(file="art/one.svg", tint={"accent-soft": "white"})
    paths = placed_art(use, made, sheet(100, 100), False, [], [made.color("navy")])
    assert [path.fill.hex for path in paths if isinstance(path, Curve)] == ["#E8604C", "#FFFFFF"]  # type: ignore[union-attr]


def test_art_is_known_by_the_colours_that_it_has(tmp_path: Path) -> None:
    first = brand(tmp_path / "one", TWO).art["art/one.svg"]
    other = brand(tmp_path / "two", TWO, "roles: {accent: navy, accent-soft: white}").art["art/one.svg"]
    assert first.digest != other.digest
