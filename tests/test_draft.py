"""`packbuild 2025 --draft`: what cannot be made is drawn, with what is wrong marked on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from test_seen import request

from builder.cli.commands import packbuild as command
from builder.color import Color
from builder.content.frame import Frame, Text
from builder.content.frame import Path as Curve
from builder.errors import Faults
from builder.layout.marked import Flaw, marked
from builder.pack.drafts import drafted
from builder.pipeline.build import asked_plans, check
from builder.pipeline.draft import draw_draft
from builder.pipeline.request import Request

RED = Color(200, 0, 30)
DARK, LIGHT = "#0A1830", "#CFE3FF"
LONG = "Hold on to what you have and to everything that you will ever have " * 60


def with_headline(folder: Path, headline: str, fill: str = LIGHT) -> Request:
    asked = request(folder, fill)
    spec = asked.spec.read_text("utf-8").replace("Hold on to what you have", headline)
    asked.spec.write_text(spec, "utf-8")
    return asked


def frames(asked: Request) -> dict[str, tuple[Frame, tuple[Flaw, ...]]]:
    _, plans = asked_plans(asked)
    return {plan.group: drafted(plan.content) for plan in plans}


def headline(frame: Frame) -> Text:
    return next(item for item in frame.items if isinstance(item, Text) and item.role == "headline")


def test_words_that_are_too_long_are_cut_and_told(tmp_path: Path) -> None:
    found = frames(with_headline(tmp_path, LONG))
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
    asked = with_headline(tmp_path, LONG)
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
    asked = with_headline(tmp_path, LONG)
    draft = draw_draft(asked, lambda _: None)
    assert [path.name for path in draft.drawn] == ["sw-2025_message-one_instagram-square_1080x1080_en.png"]
    assert draft.well == 1
    assert {path.name for path in asked.output.iterdir()} - {".cache"} == {"2025-draft"}
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
    with_headline(tmp_path, LONG)
    (tmp_path / "packs").mkdir()
    (tmp_path / "2025.yaml").rename(tmp_path / "packs/2025.yaml")
    arguments = ["2025", "--draft", "--only", "social", "--root", str(tmp_path)]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 1
    assert "Drew " in result.output
    assert "is too long to be set" in result.output
    assert not (tmp_path / "output/2025").exists()
