"""Letters in Word: the head and the foot of their first page, and the foot of the pages after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from docx_text import WP, A, R, W, Word, text_of
from sample_brand import sample_brand
from sample_packs import SamplePack
from sample_story import story
from test_cards import packed

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.content.frame import Path as Curve
from builder.content.story import Letterhead, Paragraph, Story, words
from builder.geometry.box import Box, mm
from builder.kinds.copy.letterhead import letterhead
from builder.record import replace
from builder.render.docx import render_docx
from builder.render.pixels.paint import paint_exactly
from builder.text.bidi import without_controls

EMU = 12700  # a pt
DIAMOND = (("M", 20, 0), ("L", 40, 10), ("L", 20, 20), ("L", 0, 10), ("Z",))
LOGO = Frame(40, 20, "pt", (Curve(DIAMOND, fill=Color(53, 33, 79)),), "en-GB")
ART = Frame(100, 30, "pt", (Fill(Box(0, 0, 100, 30), Color(232, 96, 76)),), "en-GB")


def letter(*, rtl: bool = False, logo: Frame | None = LOGO) -> Story:
    """A letter of a line, whose foot has an address."""
    told = story(Paragraph(words("Dear editor,")), language="ar" if rtl else "en-GB", rtl=rtl)
    foot = "أسبوع الماء · maa.example/week" if rtl else "A week · week.example"
    return replace(told, running=foot, letterhead=Letterhead(ART, logo, "The logo of a week"))


def head_of(word: Word) -> Any:
    """The head of the first page, in which everything that is led to is there."""
    head = word.part("word/header1.xml")
    led = {each.get("Id"): each.get("Target") for each in word.part("word/_rels/header1.xml.rels")}
    assert {each.get(f"{R}embed") for each in head.iter() if each.get(f"{R}embed")} == set(led)
    assert all(f"word/{target}" in word.files for target in led.values())
    return head


@pytest.mark.parametrize("rtl", [False, True])
def test_the_logo_stands_where_lines_start_and_art_in_the_other_corner(rtl: bool) -> None:
    head = head_of(Word(render_docx(letter(rtl=rtl))))
    (line,) = head.iter(f"{W}p")
    assert (line.find(f"{W}pPr/{W}bidi") is not None) == rtl
    (logo,) = head.iter(f"{WP}inline")
    assert logo.find(f"{WP}docPr").get("descr") == "The logo of a week"
    assert logo.find(f"{WP}extent").attrib == {"cx": str(40 * EMU), "cy": str(20 * EMU)}
    assert logo.find(f".//{A}blip//{A}ext") is not None  # its curves
    (art,) = head.iter(f"{WP}anchor")
    said = art.find(f"{WP}docPr")
    assert (said.get("descr"), any(each.tag.endswith("}decorative") for each in said.iter())) == ("", True)
    across = art.find(f"{WP}positionH")
    assert across.get("relativeFrom") == "page"
    assert across.find(f"{WP}align").text == ("left" if rtl else "right")


def test_a_brand_without_a_logo_has_art_alone() -> None:
    head = head_of(Word(render_docx(letter(logo=None))))
    assert not list(head.iter(f"{WP}inline"))
    assert len(list(head.iter(f"{WP}anchor"))) == 1


def test_the_foot_says_whose_it_is_below_a_line_and_pages_after_the_first_have_their_number() -> None:
    told = letter()
    word = Word(render_docx(told))
    (section,) = word.body.iter(f"{W}sectPr")
    feet = {each.get(f"{W}type"): each.get(f"{R}id") for each in section.iter(f"{W}footerReference")}
    assert section.find(f"{W}titlePg") is not None
    assert [each.get(f"{W}type") for each in section.iter(f"{W}headerReference")] == ["first"]
    led = {each.get("Id"): each.get("Target") for each in word.part("word/_rels/document.xml.rels")}
    numbered = {}
    for page, id_ in feet.items():
        foot = word.part(f"word/{led[id_]}")
        assert text_of(foot).startswith("A week · week.example")
        rule = foot.find(f".//{W}pBdr/{W}top")
        assert rule.get(f"{W}color") == told.look.accent.hex[1:]
        numbered[page] = foot.find(f".//{W}fldSimple") is not None
    assert numbered == {"first": False, "default": True}


def test_an_address_in_a_foot_from_right_to_left_is_a_run_of_its_own() -> None:
    foot = Word(render_docx(letter(rtl=True))).part("word/footer2.xml")
    turned = {text_of(run): run.find(f"{W}rPr/{W}rtl") is not None for run in foot.iter(f"{W}r")}
    assert [turned[text] for text in turned if "maa.example/week" in text] == [False]
    assert [turned[text] for text in turned if "الماء" in text] == [True]


def test_the_letters_of_a_pack_have_its_logo_and_what_it_says_on_the_side_where_lines_start(
    packs: dict[str, SamplePack],
) -> None:
    pack = packs["urdu"]
    letters = [plan for plan in pack.recipes("copy") if plan.path.endswith(".docx")]
    drawn = pack.drawn(letters)
    assert drawn
    for plan, data in drawn:
        word = Word(data)
        head = head_of(word)
        (logo,) = head.iter(f"{WP}inline")
        assert logo.find(f"{WP}docPr").get("descr") == "لوگو: Infant Mental Health Awareness Week"
        wide, high = (int(logo.find(f"{WP}extent").get(side)) / EMU for side in ("cx", "cy"))
        assert mm(8) < high <= mm(20) < wide <= mm(58)
        (art,) = head.iter(f"{WP}anchor")
        assert art.find(f"{WP}positionH/{WP}align").text == "left"
        assert plan.content.running in without_controls(text_of(word.part("word/footer2.xml")))


@pytest.mark.parametrize("look", ["embrace", "paper", "photo"])
def test_nothing_cuts_the_art_but_the_edges_of_the_sheet(tmp_path: Path, look: str) -> None:
    edition = replace(packed(tmp_path), brand=sample_brand(look))
    made = letterhead(edition, story().look).art.lay_out().content
    pixels = np.asarray(paint_exactly(on_paper(made)).image()).astype(int)
    seen = np.abs(pixels - pixels[0, 0]).max(axis=2) > 40  # of soft shadows no edge is seen
    assert seen[:, -1].any() or seen[0].any()
    assert not seen[-1].any()
    assert not seen[:, 0].any()


def on_paper(art: Frame) -> Frame:
    """The art with white behind it, a point a pixel."""
    return replace(art, items=(Fill(Box(0, 0, art.width, art.height), Color(255, 255, 255)), *art.items))
