"""`packbuild 2025 --draft`: what cannot be made is drawn, with what is wrong marked on it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pdf_text import opened, words
from PIL import Image
from pptx import Presentation
from test_seen import SPEC, request

from builder.cli.commands import packbuild as command
from builder.color import Color
from builder.content.frame import Frame, Text
from builder.content.frame import Path as Curve
from builder.errors import Faults
from builder.layout.marked import Flaw, marked
from builder.pack.drafts import drafted
from builder.pipeline.build import asked_plans, check
from builder.pipeline.draft import draw_draft, judged
from builder.pipeline.request import Request
from builder.record import replace

SAMPLE = Path(__file__).parent.parent / "brand"
LOOK = SAMPLE.parent / "builder/looks/embrace"
RED = Color(200, 0, 30)
DARK, LIGHT = "#0A1830", "#CFE3FF"
LONG = "Hold on to what you have and to everything that you will ever have " * 4  # as long as a spec takes


def with_headline(folder: Path, headline: str, fill: str = LIGHT) -> Request:
    asked = request(folder, fill)
    spec = asked.spec.read_text("utf-8").replace("Hold on to what you have", headline)
    asked.spec.write_text(spec, "utf-8")
    return asked


def crowded(asked: Request) -> Request:
    """The request with little room for headlines, which a long one is more than."""
    design = asked.brand / "designs/message.yaml"
    written = design.read_text("utf-8").replace("title}}]", "title}}, {slot: {width: 0.5, height: 0.8}}]")
    design.write_text(written, "utf-8")
    return asked


def frames(asked: Request) -> dict[str, tuple[Frame, tuple[Flaw, ...]]]:
    _, plans = asked_plans(asked)
    return {plan.group: drafted(plan.content) for plan in plans}


def headline(frame: Frame) -> Text:
    return next(item for item in frame.items if isinstance(item, Text) and item.role == "headline")


def test_words_that_are_too_long_are_cut_and_told(tmp_path: Path) -> None:
    found = frames(crowded(with_headline(tmp_path, LONG)))
    frame, (flaw,) = found["message-one"]
    assert headline(frame).words.endswith("…")
    assert LONG.startswith(headline(frame).words[:-1].strip())
    assert (flaw.slot, "is too long to be set" in flaw.message) == ("headline", True)
    frame, flaws = found["message-two"]
    assert (headline(frame).words, flaws) == ("Let it go", ())


def test_letters_that_no_font_has_are_left_out_and_told(tmp_path: Path) -> None:
    frame, (flaw,) = frames(with_headline(tmp_path, "Hold \ue000 on"))["message-one"]
    assert "\ue000" not in headline(frame).words
    assert "U+E000" in flaw.message


def test_what_is_wrong_stands_in_a_box_and_below_the_picture(tmp_path: Path) -> None:
    asked = crowded(with_headline(tmp_path, LONG))
    _, plans = asked_plans(asked)
    frame, flaws = drafted(plans[0].content)
    draft = marked(frame, flaws, plans[0].content.brand.value)
    assert draft.height > frame.height
    added = draft.items[len(frame.items) :]
    mark, _, box, band, said = added
    assert isinstance(mark, Curve)
    assert mark.opacity < 0.3
    assert isinstance(box, Curve)
    assert box.stroke == RED
    assert isinstance(said, Text)
    assert said.words == flaws[0].message
    assert all(line.baseline > frame.height for line in said.lines)
    assert band is not None


def test_what_fails_alone_is_drawn_and_the_pack_stays_as_it_was(tmp_path: Path) -> None:
    asked = crowded(with_headline(tmp_path, LONG))
    draft = draw_draft(asked, lambda _: None)
    assert [path.name for path in draft.drawn] == ["sw-2025_message-one_instagram-square_1080x1080_en.png"]
    assert draft.well == 1
    assert {path.name for path in asked.output.iterdir() if path.name[0] != "."} == {"2025-draft"}
    with Image.open(draft.drawn[0]).convert("RGB") as picture:
        assert picture.width == 1080
        assert picture.height > 1080
        assert picture.getpixel((2, picture.height - 2)) == RED.rgb


def test_words_that_cannot_be_read_are_marked(tmp_path: Path) -> None:
    draft = draw_draft(request(tmp_path, DARK), lambda _: None)
    assert len(draft.drawn) == 2
    with Image.open(draft.drawn[0]).convert("RGB") as picture:
        colors = {color: count for count, color in picture.getcolors(1 << 20) or ()}
        assert colors[RED.rgb] > 1080 * 40


def test_a_photograph_that_is_not_there_has_a_stand_in(tmp_path: Path) -> None:
    asked = request(tmp_path, LIGHT)
    photos = "photos: [{id: walk, file: photos/walk.jpg, alt: Two people walk}]\n"
    spec = asked.spec.read_text("utf-8").replace("Let it go}", "Let it go, photo: walk}") + photos
    asked.spec.write_text(spec, "utf-8")
    design = "background: {fill: white, photo: {side: top, share: 0.5}}\ntext_color: navy\n"
    body = "body: {column: [{text: {from: headline, style: title}}]}\n"
    (asked.brand / "designs/message-photo.yaml").write_text(design + body, "utf-8")
    draft = draw_draft(asked, lambda _: None)
    assert [path.name for path in draft.drawn] == ["sw-2025_message-two_instagram-square_1080x1080_en.png"]
    with pytest.raises(Faults) as faults:
        check(asked)
    assert [each.message for each in faults.value.problems if each.severity == "error"] == [
        "there is no file `photos/walk.jpg` beside this one"
    ]


def test_where_all_is_well_nothing_is_drawn(tmp_path: Path) -> None:
    draft = draw_draft(request(tmp_path, LIGHT), lambda _: None)
    assert (draft.drawn, draft.well) == ((), 2)


def test_a_brand_that_cannot_be_read_draws_nothing(tmp_path: Path) -> None:
    asked = request(tmp_path, LIGHT)
    design = "background: {fill: nosuch}\nbody: {logo: main}\n"
    (asked.brand / "designs/message.yaml").write_text(design, "utf-8")
    with pytest.raises(Faults):
        draw_draft(asked, lambda _: None)


def test_the_command_says_what_it_drew_and_what_is_wrong(tmp_path: Path) -> None:
    crowded(with_headline(tmp_path, LONG))
    (tmp_path / "packs").mkdir()
    (tmp_path / "2025.yaml").rename(tmp_path / "packs/2025.yaml")
    arguments = ["2025", "--draft", "--only", "social", "--root", str(tmp_path)]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 1
    assert "Drew " in result.output
    assert "is too long to be set" in result.output
    assert not (tmp_path / "output/2025").exists()


SLIDES = f"""
photos: [{{id: walk, file: photos/walk.jpg, alt: Two people walk}}]
slides:
  slides:
    - {{layout: statement, title: Hold on}}
    - {{layout: statement, title: {LONG.strip() * 8}}}
    - {{layout: picture-and-text, title: Walk, bullets: [Two people], photo: walk}}
"""


def sampled(folder: Path, more: str, **asked: Any) -> Request:
    """The short spec in the sample's brand, whose look has slides and a guide."""
    spec = folder / "2025.yaml"
    spec.write_text(SPEC.replace("Hold on to what you have", LONG.strip()) + more, "utf-8")
    output = folder / "output"
    return Request(spec=spec, brand=SAMPLE, output=output, root=folder, jobs=1, **asked)


def test_a_guide_shows_what_is_wrong_on_its_pages(tmp_path: Path) -> None:
    asked = sampled(tmp_path, SLIDES.partition("slides:")[0], only=("guide",))
    spec = asked.spec.read_text("utf-8").replace("Let it go}", "Let it go, photo: walk}")
    asked.spec.write_text(f"{spec}\nguide: {{print_edition: yes}}\n", "utf-8")
    files = draw_draft(asked, lambda _: None).drawn
    assert [file.name for file in files] == ["sw-2025_guide_en.pdf", "sw-2025_guide-print_en.pdf"]
    for file in files:
        document = opened(file.read_bytes())
        assert "the file of its photograph is not there" in words(document)
        assert len(document.pages) > 3


def test_slides_show_what_is_wrong_with_them(tmp_path: Path) -> None:
    (file,) = draw_draft(sampled(tmp_path, SLIDES, only=("slides",)), lambda _: None).drawn
    slides = Presentation(str(file)).slides
    told = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
    assert told[0][0] == "Hold on"
    assert "Fault" not in " ".join(told[0])
    assert "`title` is too long for its box on the layout `statement-2`" in told[1]
    assert "the file of its photograph is not there: this picture stands in for it" in told[2]
    drawn = [{shape.name for shape in slide.slide_layout.shapes} for slide in slides]
    assert ["Draft" in " ".join(names) for names in drawn] == [True] * 3
    assert ["Fault" in " ".join(names) for names in drawn] == [False, True, True]


def test_words_that_a_design_orders_and_nobody_can_read_are_drawn(tmp_path: Path) -> None:
    asked = request(tmp_path, LIGHT)
    design = "background: {fill: navy}\ntext_color: night\nbody: {text: {from: headline, style: title}}\n"
    (asked.brand / "designs/message.yaml").write_text(design, "utf-8")
    draft = draw_draft(asked, lambda _: None)
    assert len(draft.drawn) == 2
    with pytest.raises(Faults) as faults:
        judged(asked)
    (fault,) = [each for each in faults.value.problems if "cannot be read" in each.message]
    assert fault.severity == "error"


def test_words_of_slides_that_nobody_can_read_are_drawn(tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    shutil.copytree(SAMPLE, brand, ignore=shutil.ignore_patterns("fonts"))
    written = (brand / "_brand.yml").read_text("utf-8").partition("typography:")[0]
    (brand / "_brand.yml").write_text(written, "utf-8")
    slides = (LOOK / "slides.yaml").read_text("utf-8")
    slides = slides.replace("primary: {fill: primary, text: on-primary", "primary: {fill: plum, text: plum")
    (brand / "slides.yaml").write_text(slides, "utf-8")
    asked = replace(sampled(tmp_path, "", only=("slides",)), brand=brand)
    (file,) = draw_draft(asked, lambda _: None).drawn
    first = next(iter(Presentation(str(file)).slides))
    told = [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]
    assert "the contrast of `subtitle` is 1.0:1, 3:1 is needed" in " ".join(told)
