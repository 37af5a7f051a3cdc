"""Each rule of slides sees its fault in a deck that has no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pptx_lint import Opened, lint, opened
from sample_deck import sample_deck

from builder.audit.slides import FORMAT
from builder.color import Color
from builder.content.deck import Drawing
from builder.content.frame import Path as Curve
from builder.record import replace
from builder.render.pptx import render_deck, render_template

MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout%d.xml"
SLIDE = "ppt/slides/slide%d.xml"
PRESENTATION = "ppt/presentation.xml"
CHART = "ppt/charts/chart1.xml"
CORE = "docProps/core.xml"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTION = f'<p:extLst><p:ext uri="none"><p14:sldId xmlns:p14="{P14}" id="256"/></p:ext></p:extLst>'

FAULTS: dict[str, tuple[str, str, str]] = {  # rule: part, what stands there, what is put there
    "missing_part": ("ppt/_rels/presentation.xml.rels", "theme/theme1.xml", "theme/theme7.xml"),
    "missing_relation": (
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
        "relationships/slideMaster",
        "relationships/x",
    ),
    "shared_theme": ("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml", "theme1.xml"),
    "clashing_layout_ids": (MASTER, 'id="2147483650"', 'id="2147483648"'),
    "unlisted_notes_master": (PRESENTATION, "notesMasterIdLst", "custDataLst"),
    "other_sections": (PRESENTATION, "</p:presentation>", f"{SECTION}</p:presentation>"),
    "unfit_properties": (CORE, "2023-07-03T12:00:00Z", "yesterday"),
    "repeated_shape_id": (SLIDE % 1, 'id="3"', 'id="2"'),
    "background_without_effects": (LAYOUT % 2, "<a:effectLst/>", ""),
    "negative_extent": (LAYOUT % 1, 'cx="8890000"', 'cx="-8890000"'),
    "repeated_placeholder": (LAYOUT % 1, 'idx="11"', 'idx="1"'),
    "unknown_placeholder": (SLIDE % 1, 'idx="1"', 'idx="77"'),
    "placeholder_without_text_body": (SLIDE % 1, "p:txBody", "p:style"),
    "placeholder_with_place_of_its_own": (SLIDE % 1, "<p:spPr/>", "<p:spPr><a:xfrm/></p:spPr>"),
    "overlapping_placeholders": (LAYOUT % 1, 'y="1905000"', 'y="600000"'),
    "fixed_color": (LAYOUT % 2, '<a:schemeClr val="bg1"/>', '<a:srgbClr val="112233"/>'),
    "ragged_table": (SLIDE % 3, '<a:gridCol w="1905000"/>', ""),
    "unknown_table_style": (SLIDE % 3, "<a:tableStyleId>{", "<a:tableStyleId>{0"),
    "axis_below_zero": (CHART, '<c:axId val="', '<c:axId val="-'),
    "placeholder_on_the_logo": (LAYOUT % 4, 'name="Decoration"', 'name="Logo"'),
    "untitled_document": (CORE, "Swifts &lt;over&gt; roofs", ""),
    "missing_language": (CORE, "<dc:language>en-GB", "<dc:language>"),
    "untitled_or_alike": (SLIDE % 3, "<a:t>Three</a:t>", "<a:t>One</a:t>"),
    "layout_without_title": (LAYOUT % 1, '<p:ph type="title"', '<p:ph type="body"'),
    "missing_alt_text": (SLIDE % 2, 'descr="A nest"', 'descr=""'),
    "file_name_as_alt_text": (SLIDE % 2, 'descr="A nest"', 'descr="nest.PNG"'),
    "decoration_unmarked": (LAYOUT % 2, "{C183D7F6", "{D183D7F6"),
    "text_without_language": (SLIDE % 1, 'lang="en-GB"', 'lang="english"'),
    "table_without_header": (SLIDE % 3, 'firstRow="1"', 'firstRow="0"'),
    "empty_placeholder": (SLIDE % 4, "<a:t>Four</a:t>", "<a:t/>"),
    "title_read_late": (SLIDE % 1, '<p:ph type="title"', '<p:ph type="ftr"'),
    "small_text": (SLIDE % 4, 'sz="3000"', 'sz="900"'),
    "weak_contrast": (MASTER, 'hlink="hlink"', 'hlink="lt1"'),
}


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return opened(render_deck(sample_deck(tmp_path_factory.mktemp("deck")))).files


@pytest.mark.parametrize("rule", FAULTS)
def test_each_rule_sees_its_fault(rule: str, deck: dict[str, bytes]) -> None:
    part, before, after = FAULTS[rule]
    text = deck[part].decode()
    assert before in text
    assert rule in {found for found, _ in lint(Opened({**deck, part: text.replace(before, after).encode()}))}


def test_what_overlaps_is_named_as_powerpoint_names_it(deck: dict[str, bytes]) -> None:
    part, before, after = FAULTS["overlapping_placeholders"]
    found = dict(lint(Opened({**deck, part: deck[part].decode().replace(before, after).encode()})))
    named = re.findall("`(.+?)`", found["overlapping_placeholders"])
    assert all(f'name="{name}"' in deck[part].decode() for name in named)
    assert len(named) == 3
    part, before, after = FAULTS["placeholder_on_the_logo"]
    found = dict(lint(Opened({**deck, part: deck[part].decode().replace(before, after).encode()})))
    (layout,) = re.findall("`(.+?)`", found["placeholder_on_the_logo"])
    assert f'<p:cSld name="{layout}"' in deck[part].decode()


def test_a_part_that_nothing_leads_to_is_seen(deck: dict[str, bytes]) -> None:
    files = {**deck, "ppt/printer.bin": b"left over"}
    assert lint(Opened(files)) == {("unreachable_part", "ppt/printer.bin")}


def test_no_rule_is_left_without_a_fault() -> None:
    assert {rule.finds.__name__ for rule in FORMAT.rules} == {*FAULTS, "unreachable_part"}


def test_a_logo_has_colours_of_its_own(tmp_path: Path) -> None:
    """Those of the art beside it are the theme's."""
    deck = sample_deck(tmp_path)
    corner = (("M", 900, 10), ("L", 930, 10), ("L", 930, 30), ("Z",))
    odd = Drawing("Logo", (Curve(corner, Color(1, 2, 3)),))
    layouts = tuple(replace(each, drawings=(*each.drawings, odd)) for each in deck.layouts)
    package = opened(render_template(replace(deck, layouts=layouts)))
    assert {rule for rule, _ in lint(package)} == set()
    people = tuple(replace(each, drawings=(replace(odd, name="Illustration"),)) for each in deck.layouts)
    assert lint(opened(render_template(replace(deck, layouts=people)))) == set()
    art = tuple(replace(each, drawings=(replace(odd, name="Decoration"),)) for each in deck.layouts)
    assert {rule for rule, _ in lint(opened(render_template(replace(deck, layouts=art))))} == {"fixed_color"}
