"""The look paper: scenes in roles, people in colours of their own, in a brand of two colours as in ten."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from builder.brand.artuse import ArtUse
from builder.brand.design import Design
from builder.brand.identity import OWN, Brand
from builder.brand.read import read_brand
from builder.brand.roles import ROLES
from builder.brand.uses import CHAPTER, DAY_HEAD, TAIL
from builder.brandsheet.samples import Sample, slot_words
from builder.content.frame import Path as Shape
from builder.geometry.box import Box
from builder.geometry.curves import flattened
from builder.layout.art import placed
from builder.layout.canvas import Canvas, screen, sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin
from builder.phrases import phrases
from builder.platforms.sizes import SIZES, sizes_named
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint

HERE = Path(__file__).parent
ART = sorted((HERE.parent / "builder/looks/paper/art").rglob("*.svg"))
SHORT, LONG = "Look", "A loving relationship is a baby’s best shelter from all that is hard in the world"
HEADLINES = ("headline", "theme", "title", "topic", "text", "quotation")


@pytest.fixture(scope="module")
def navy(tmp_path_factory: pytest.TempPathFactory) -> Brand:
    """A brand of navy and white."""
    folder = Path(shutil.copytree(HERE / "brands/navy", tmp_path_factory.mktemp("navy") / "brand"))
    for part in ("designs", "art"):
        shutil.rmtree(folder / part)
    file = folder / "_brand.yml"
    said = file.read_text("utf-8").replace("  packbuild:\n", "  packbuild:\n    look: paper\n")
    file.write_text(said, "utf-8")
    return read_brand(folder, "brand")


def canvases() -> Iterator[Canvas]:
    for key in ("instagram-square", "story", "link"):
        (size,) = sizes_named([key], SIZES)
        yield screen(size)


@pytest.mark.parametrize("file", ART, ids=lambda file: file.stem)
def test_scenes_are_painted_in_roles_and_people_in_their_own_colours(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    parts = {f"#{each.get('id')}" for each in root.iter() if each.get("id")}
    shown = [each for each in root.iter() if each.get("class") or each.get("href") in parts]
    assert {each.get("class") for each in shown if each.get("fill") or each.get("stroke")} <= {*ROLES, OWN}
    assert all(each.get("class") for each in root if each.tag.endswith("path"))
    assert (root.findtext("{http://www.w3.org/2000/svg}title") or "").strip()
    assert root.get("overflow") == "visible"  # hills run on beyond it on wide canvases


@pytest.mark.parametrize("wide", [9.0, 10.7, 12.0])
@pytest.mark.parametrize("name", [DAY_HEAD, CHAPTER, TAIL])
def test_ground_that_runs_on_beyond_a_scene_ends_at_the_edge_or_at_the_foot(
    navy: Brand, name: str, wide: float
) -> None:
    """However long a strip is: what begins in the middle of it like a wall looks cut off by mistake."""
    canvas = sheet(48 * (wide if name == DAY_HEAD else wide / 2), 48)
    design = navy.designs[name]
    assert isinstance(design, Design)
    (use,) = design.on(canvas.shape).background.pieces
    scenes = [file for file in use.files if "/forms/" not in file]
    assert len(scenes) > 50
    walls = [file for file in scenes if any(_walls(navy, use.model_copy(update={"file": file}), canvas))]
    assert not walls


def _walls(brand: Brand, use: ArtUse, canvas: Canvas) -> Iterator[float]:
    """Where what is wider than its scene, and stands lower, begins or ends above the foot of a canvas."""
    for scale in {use.scale, use.shrinks or use.scale}:
        found = placed(use.model_copy(update={"scale": scale, "shrinks": None}), brand, canvas, False, ())
        yield from (x for path in found.paths for x in _ends(path, found.box, canvas))


def _ends(path: Shape, view: Box, canvas: Canvas) -> Iterator[float]:
    points = [point for part in flattened(path.commands, 0.1) for point in part]
    left, right, low = min(points), max(points), max(y for _, y in points)
    if low < view.bottom or right[0] - left[0] < view.w:
        return
    for (x, _), over in ((left, view.x - left[0]), (right, right[0] - view.right)):
        top = min(y for end, y in points if abs(end - x) < 0.1)
        if over > 0.02 * view.w and 0 < x < canvas.width and top < canvas.height - 0.02 * view.h:
            yield x


@pytest.mark.parametrize("words", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("name", ["message", "announcement", "event", "quote", "day", "pledge", "resource"])
def test_short_and_long_words_are_set_and_read_on_every_shape(navy: Brand, name: str, words: str) -> None:
    voice = Sample(navy)
    said = {**slot_words(voice), **dict.fromkeys(HEADLINES, words)}
    for canvas in canvases():
        layout = drawn_design(voice, name, said, canvas, Origin("")).lay_out()
        assert layout.content, (canvas.names, layout.remarks)
        watch = Contrast()
        paint(layout.content, watch)
        assert watch.problems == [], canvas.names


@pytest.mark.parametrize("name", ["poster", "guide-cover", "pledge-card", "infographic"])
def test_pages_are_set(navy: Brand, name: str) -> None:
    voice = Sample(navy)
    assert isinstance(navy.designs[name], Design)
    assert drawn_design(voice, name, slot_words(voice), sheet(595, 842), Origin("")).lay_out().content


def test_slides_tell_art_with_colours_of_its_own_from_decoration(navy: Brand) -> None:
    """A theme cannot change those: the check of finished slides goes by the name."""
    assert navy.slides
    drafter = SlideDrafter(navy, navy.slides, sheet(960, 540), phrases("en"), ("2022",))
    drawn = [drawing for laid in drafter.layouts.values() for drawing in laid.layout.drawings]
    assert {drawing.name for drawing in drawn} == {"Illustration", "Logo", "Panel"}
