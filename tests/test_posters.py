"""Posters for whom they are: a screen, a print shop, an office printer that saves ink."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_brand import sample_brand
from test_cards import packed

from builder.brand.looks import look_names
from builder.color import READABLE_LARGE, Color, contrast
from builder.content.frame import Fill, Frame, Text
from builder.content.printed import Printed
from builder.content.recipe import laid_out
from builder.geometry.box import mm
from builder.inks import Inks, Profile
from builder.kinds import kinds_named
from builder.pack.plan import Plan
from builder.record import replace
from builder.render.text import render_text

ROOT = Path(__file__).parents[1]
WHITE = Color(255, 255, 255)


def posters(folder: Path, look: str = "", **spec: object) -> dict[str, Plan]:
    """By whom they are for: `a4-dated-screen`."""
    pack = packed(folder, **spec)
    brand = sample_brand(look) if look else pack.brand
    (kind,) = kinds_named(["posters"])
    plans = kind.plan(replace(pack, brand=brand))
    return {plan.path.split("_poster-")[1].rpartition("_")[0]: plan for plan in plans}


def test_sheets_of_one_shape_are_made_once_for_each_use(tmp_path: Path) -> None:
    found = posters(tmp_path)
    uses = {"a4-{}-screen", "a3-{}-print", "a4-{}-save-ink"}
    assert found.keys() == {use.format(dates) for use in uses for dates in ("dated", "undated")}


def test_a_print_poster_has_bleed_for_the_smaller_sheet_too(tmp_path: Path) -> None:
    frame: Frame = laid_out(posters(tmp_path)["a3-dated-print"].content).frame
    assert round(frame.width) == round(mm(297))
    assert frame.bleed * 210 / 297 >= mm(3)


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_a_poster_that_saves_ink_is_white_and_read_in_every_look(look: str, tmp_path: Path) -> None:
    frame: Frame = laid_out(posters(tmp_path, look)["a4-dated-save-ink"].content)
    ground = next(item for item in frame.items if isinstance(item, Fill))
    assert ground.paint == WHITE and ground.box.w >= frame.width
    boxes = [(item.paint, item.box) for item in frame.items if isinstance(item, Fill)]
    fills = [paint for paint, box in boxes if min(box.w, box.h) > frame.height / 20]
    assert all(isinstance(paint, Color) and paint.luminance > 0.85 for paint in fills)
    for text in (item for item in frame.items if isinstance(item, Text)):
        assert contrast(text.color, WHITE) >= READABLE_LARGE, text.words


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_nobody_takes_the_poster_without_dates_for_the_other(look: str, tmp_path: Path) -> None:
    found = posters(tmp_path, look)
    dated, undated = (laid_out(found[f"a4-{which}-screen"].content) for which in ("dated", "undated"))
    assert _ground(dated) != _ground(undated)
    assert dated.items[1:] != undated.items[1:]


def _ground(frame: Frame) -> object:
    """The colour that most of the sheet has."""
    fills = [item for item in frame.items if isinstance(item, Fill)]
    return max(fills, key=lambda item: item.box.w * item.box.h).paint


@pytest.mark.parametrize("look", look_names(ROOT / "brand"))
def test_the_call_is_one_block_that_is_read_from_afar(look: str, tmp_path: Path) -> None:
    tea = {"id": "tea", "headline": "Tea"}
    found = posters(tmp_path, look, messages=[tea], posters={"for": ["messages"]})
    for name in ("a4-dated-screen", "a4-undated-screen", "message-tea-a4-screen"):
        frame: Frame = laid_out(found[name].content)
        texts = {item.words: item for item in frame.items if isinstance(item, Text)}
        assert texts["example.org"].size >= 24, (name, texts["example.org"].size)  # pt on A4


def test_a_note_goes_with_the_files_to_the_print_shop(tmp_path: Path) -> None:
    pack = packed(tmp_path, pledge={"text": "I will look."})
    kinds = kinds_named(["posters", "pledge"])
    plans = tuple(plan for kind in kinds for plan in kind.plan(pack))
    gather = next(kind.gather for kind in kinds if kind.gather)
    (note,) = gather(pack, plans)
    lines = render_text(note.content).decode().split("\r\n")
    files = [line for line in lines if ".pdf: " in line]
    assert len(files) == sum(isinstance(plan.content, Printed) for plan in plans) == 3
    assert any("297 × 420 mm, with 5 mm over" in line for line in files)
    assert any("148 × 210 mm, with 3 mm over" in line for line in files)
    assert any("CMYK, FOGRA39, 300 %" in line for line in lines)
    assert any(line.startswith("Paper: coated") for line in lines)
    assert list(gather(pack, plans[:1])) == []


def test_a_note_says_the_brand_s_own_press_and_no_paper_that_it_does_not_know(tmp_path: Path) -> None:
    pack = packed(tmp_path)
    inks = Inks(spots=((WHITE, "Harbour White"),), profile=Profile("uncoated", "0", b""))
    own = replace(pack, brand=replace(pack.brand, inks=inks))
    (kind,) = kinds_named(["posters"])
    assert kind.gather
    (note,) = kind.gather(own, tuple(kind.plan(own)))
    text = render_text(note.content).decode()
    assert "CMYK + Harbour White, uncoated, 300 %" in text and "Paper:" not in text
