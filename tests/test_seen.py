"""Words on art and photographs that cannot be read: `check` tells of them as making the images does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from builder.errors import Faults, Problem
from builder.pipeline.build import build, check
from builder.pipeline.request import Request

SPEC = """
campaign: {name: Short Week, short_name: SW, organiser: Society of Examples, website: https://example.org,
  contact: sw@example.org, about: Short.}
theme: {title: Short, hashtag: "#ShortAndSweet", why: It helps.}
dates: {start: 2025-05-05, end: 2025-05-11}
languages: [en-GB]
messages: [{id: one, headline: Hold on to what you have}, {id: two, headline: Let it go}]
cards: [{design: message, for: messages, sizes: [instagram-square]}]
"""
ART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9H4V3H0z" fill="%s"/></svg>'
)
DESIGN = """
background: {fill: white, art: {file: art/block.svg, anchor: centre, scale: 1, yields: no}}
text_color: navy
body: {column: [{text: {from: headline, style: title}}]}
"""


def request(folder: Path, fill: str) -> Request:
    brand = folder / "brand"
    for name in ("art", "designs"):
        (brand / name).mkdir(parents=True, exist_ok=True)
    (brand / "_brand.yml").write_text(
        'color: {palette: {navy: "#12284B", white: "#FFFFFF", night: "#0A1830"}, foreground: navy}\n', "utf-8"
    )
    (brand / "art/block.svg").write_text(ART % fill, "utf-8")
    (brand / "designs/message.yaml").write_text(DESIGN, "utf-8")
    (folder / "2025.yaml").write_text(SPEC, "utf-8")
    spec, output = folder / "2025.yaml", folder / "output"
    return Request(spec=spec, brand=brand, output=output, root=folder, only=("social",), jobs=1)


def errors(faults: Faults) -> list[Problem]:
    return [problem for problem in faults.problems if problem.severity == "error"]


def test_check_tells_what_building_would(tmp_path: Path) -> None:
    asked = request(tmp_path, "#0A1830")
    with pytest.raises(Faults) as checked:
        check(asked)
    with pytest.raises(Faults) as again:  # as it was kept
        check(asked)
    with pytest.raises(Faults) as built:
        build(asked, lambda _: None, lambda _: None)
    assert errors(checked.value) == errors(again.value) == errors(built.value)
    (fault,) = errors(checked.value)
    assert "the contrast of `" in fault.message
    assert "and 1 more" in fault.message
    assert fault.place is not None
    assert fault.place.file == "brand/designs/message.yaml"


def test_what_is_read_on_art_is_ready_to_build(tmp_path: Path) -> None:
    asked = request(tmp_path, "#CFE3FF")
    assert not [problem for problem in check(asked).problems if "contrast" in problem.message]
    assert build(asked, lambda _: None, lambda _: None).tree


def test_words_on_a_photograph_are_looked_at(tmp_path: Path) -> None:
    asked = request(tmp_path, "#CFE3FF")
    (tmp_path / "photos").mkdir()
    Image.new("RGB", (1200, 1200), (20, 30, 60)).save(tmp_path / "photos/night.png")
    spec = asked.spec.read_text("utf-8").replace("Let it go}", "Let it go, photo: night}")
    spec += "photos: [{id: night, file: photos/night.png, alt: A dark sky}]\n"
    asked.spec.write_text(spec, "utf-8")
    design = DESIGN.replace("art: {file: art/block.svg, anchor: centre, scale: 1, yields: no}", "photo: {}")
    (asked.brand / "designs/message-photo.yaml").write_text(design, "utf-8")
    with pytest.raises(Faults) as checked:
        check(asked)
    (fault,) = errors(checked.value)
    assert "the contrast of `Let it go`" in fault.message
    assert fault.place is not None
    assert fault.place.file == "brand/designs/message-photo.yaml"


VARIANTS = """
background: {fill: white}
text_color: navy
body: {column: [{text: {from: headline, style: title}}]}
variants:
  - words: short
    background: {fill: white, art: {file: art/block.svg, anchor: centre, scale: 1, yields: no}}
    body:
      column:
        - text: {from: headline, style: title}
"""


def test_a_fault_names_the_line_of_the_variant_that_is_drawn(tmp_path: Path) -> None:
    asked = request(tmp_path, "#0A1830")
    (asked.brand / "designs/message.yaml").write_text(VARIANTS, "utf-8")
    with pytest.raises(Faults) as checked:
        check(asked)
    (fault,) = errors(checked.value)
    assert fault.place is not None
    assert (fault.place.line, "headline" in fault.place.text) == (10, True)


@pytest.mark.parametrize("margin", [0.07, 0.001])  # a sliver is left beside the panel, or nothing
def test_art_of_which_a_panel_leaves_next_to_nothing_is_told_once_at_its_line(
    tmp_path: Path, margin: float
) -> None:
    asked = request(tmp_path, "#CFE3FF")
    art = "background: {fill: white, art: {file: art/block.svg, anchor: top-right, scale: 0.3}}"
    (asked.brand / "art/block.svg").write_text(ART.replace("H9V9H4V3H0z", "H9V9H0z") % "#0A1830", "utf-8")
    words = "column: [{text: {from: headline, style: title}}, spacer]"
    panel = f"body: {{fill: navy, pad: 0.03, round: 0.02, {words}}}"
    (asked.brand / "designs/message.yaml").write_text(f"margin: {margin}\n{art}\n{panel}\n", "utf-8")
    told = [each for each in check(asked).problems if "nothing of `art/block.svg`" in each.message]
    assert [(each.place.file, each.place.line, each.message[:4]) for each in told if each.place] == [
        ("brand/designs/message.yaml", 2, "next")
    ]


def test_art_that_lies_beyond_the_edge_is_told_at_its_line(tmp_path: Path) -> None:
    """What the file draws counts, not its view."""
    asked = request(tmp_path, "#CFE3FF")
    corner = ART.replace("H9V9H4V3H0z", "H1V1H0z") % "#CFE3FF"
    (asked.brand / "art/block.svg").write_text(corner, "utf-8")
    told = []
    for shift in ("[0, 0]", "[-0.9, -0.9]"):
        art = f"art: {{file: art/block.svg, anchor: top-left, scale: 1, shift: {shift}, yields: no}}"
        words = "body: {text: {from: headline, style: title}}"
        design = f"margin: 0.07\nbackground: {{fill: white, {art}}}\n{words}\n"
        (asked.brand / "designs/message.yaml").write_text(design, "utf-8")
        said = [each for each in check(asked).problems if "nothing of `art/block.svg`" in each.message]
        told.append([(each.place.line, each.severity) for each in said if each.place])
    assert told == [[], [(2, "warning")]]

