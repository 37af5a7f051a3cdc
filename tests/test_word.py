"""Word copies: what Word, a screen reader and a partner who edits find in them."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pytest
from docx_text import WP, A, R, W, Word, said, style_of, text_of
from PIL import Image as Pixels
from sample_packs import SamplePack
from sample_story import story

from builder.color import Color
from builder.content.frame import Fill, Frame, Glyphs, Gradient, Line, Run, Text
from builder.content.frame import Path as Curve
from builder.content.markdown import from_markdown
from builder.content.story import (
    Callout,
    Columns,
    Contents,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Heading,
    ListBlock,
    Opening,
    Paragraph,
    PostCard,
    Span,
    Table,
    plain,
    words,
)
from builder.content.walk import chapters, without_contents
from builder.geometry.box import Box
from builder.geometry.shadings import Radial, Stop
from builder.imagefiles import read_image
from builder.pack.plan import Plan
from builder.record import replace
from builder.render.docx import render_docx
from builder.render.docx.writer import FEW
from builder.render.ooxml.package import unpack

ROOT = Path(__file__).parent.parent
SQUARE = Frame(60, 60, "px", (Fill(Box(0, 0, 60, 60), Color(53, 33, 79)),), "en-GB")


def copies(pack: SamplePack) -> list[tuple[Plan, Word]]:
    """The Word copies of a pack: the guides, then the letters."""
    asked = (plan for plan in pack.recipes("guide", "copy") if plan.path.endswith(".docx"))
    return [(plan, Word(data)) for plan, data in pack.drawn(asked)]


def test_the_copies_of_a_pack_are_whole_and_can_be_read(pack: SamplePack) -> None:
    found = copies(pack)
    assert found
    for plan, word in found:
        has_every_word(word, plan)
        is_accessible(word)
        is_consistent(word)


def has_every_word(word: Word, plan: Plan) -> None:
    read = "".join(word.text().split())
    told = plan.content.blocks
    if len([*chapters(told, 1)]) <= FEW:
        told = without_contents(told, 1) or told
    for text in said(told):
        assert "".join(text.split()) in read, text


def is_accessible(word: Word) -> None:
    """Headings without a gap, words for pictures, a language for words, no empty paragraph, no text box."""
    before = 0
    assert word.headings()
    for level, text in word.headings():
        assert 1 <= level <= before + 1, text
        before = level
    assert all(
        text_of(each).strip() or each.find(f".//{W}drawing") is not None or holds_frames_or_a_section(each)
        for each in word.paragraphs()
    )
    assert all(picture.get("descr") for picture in word.body.iter(f"{WP}docPr"))
    for run in word.body.iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            language = run.find(f"{W}rPr/{W}lang")
            assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", language.get(f"{W}val")), text_of(run)
    assert not list(word.body.iter(f"{W}txbxContent"))
    for table in word.body.iter(f"{W}tbl"):
        header, *rows = table.iter(f"{W}tr")
        if table.find(f"{W}tblPr/{W}tblStyle") is None:  # pictures beside their words, or above them
            assert all(row.find(f".//{WP}docPr") is not None for row in (header, *rows))
            continue
        assert header.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def holds_frames_or_a_section(paragraph: Any) -> bool:
    """Word holds frames by a paragraph after them that is none, and a section by its last paragraph."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return True
    before = paragraph.getprevious()
    return before is not None and before.find(f"{W}pPr/{W}framePr") is not None


def is_consistent(word: Word) -> None:
    """What is referred to is there, and no id is given twice."""
    used = {
        each.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for each in word.body.iter(W + tag)
    }
    assert used <= word.styles.keys()
    numbers = {each.get(f"{W}numId") for each in word.part("word/numbering.xml").iter(f"{W}num")}
    assert {each.get(f"{W}val") for each in word.body.iter(f"{W}numId")} <= numbers
    relations = {each.get("Id") for each in word.part("word/_rels/document.xml.rels")}
    asked = {value for each in word.body.iter() for name, value in each.attrib.items() if name.startswith(R)}
    assert asked <= relations
    marks = [each.get(f"{W}name") for each in word.body.iter(f"{W}bookmarkStart")]
    assert len(set(marks)) == len(marks)
    anchors = {each.get(f"{W}anchor") for each in word.body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(marks)
    for tag in (f"{WP}docPr", f"{W}bookmarkStart"):
        ids = [each.get("id") or each.get(f"{W}id") for each in word.body.iter(tag)]
        assert len(set(ids)) == len(ids)


def test_a_right_to_left_copy_runs_that_way_throughout(packs: dict[str, SamplePack]) -> None:
    for _, word in copies(packs["urdu"]):
        assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in word.paragraphs())
        assert all(each.find(f"{W}tblPr/{W}bidiVisual") is not None for each in word.body.iter(f"{W}tbl"))
        assert word.body.find(f"{W}sectPr/{W}bidi") is not None
        for run in word.body.iter(f"{W}r"):
            turned = run.find(f"{W}rPr/{W}rtl") is not None
            if letters := re.findall(r"[A-Za-z\u0600-\u06ff]", text_of(run)):
                assert turned == (letters[0] > "z"), text_of(run)


def test_the_file_says_what_it_is_and_brings_nothing_else() -> None:
    data = render_docx(story(Paragraph(words("A word")), language="cy"), "2022-06-13")
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("A sample", "Somebody", "A subject")
    assert properties.language == "cy-GB"
    assert properties.created == properties.modified == dt.datetime(2022, 6, 13, 12, tzinfo=dt.UTC)
    assert set(Word(data).files) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def test_no_text_is_smaller_than_12_pt_and_fonts_and_colours_are_the_brands() -> None:
    sample = story(Paragraph(words("A word")))
    word = Word(render_docx(sample))
    sheet = word.part("word/styles.xml")
    assert min(int(size.get(f"{W}val")) for size in sheet.iter(f"{W}sz", f"{W}szCs")) == 24
    assert {name for fonts in sheet.iter(f"{W}rFonts") for name in fonts.attrib} == {
        f"{W}{script}" for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
    }
    theme = word.part("word/theme/theme1.xml")
    faces = [font.get("typeface") for font in theme.iter(f"{A}latin")]
    assert faces == [sample.look.office.display, sample.look.office.text]
    assert {"35214F", "0F6B68", "FFF6EA"} <= {color.get("val") for color in theme.iter(f"{A}srgbClr")}


def test_headings_lists_and_links_are_words_own() -> None:
    blocks = from_markdown(
        "# One\n\n### Two\n\n- a\n  - b\n\n3. c\n4. d\n\nThen\n\n1. e\n\n[here](https://example.org)"
    )
    word = Word(render_docx(story(*blocks)))
    assert word.headings() == [(1, "A sample"), (2, "One"), (3, "Two")]
    assert word.styles["Heading1"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    listed = [(style_of(each), text_of(each)) for each in word.paragraphs() if "List" in style_of(each)]
    assert listed == [
        ("ListBullet", "a"),
        ("ListBullet", "b"),
        ("ListNumber", "c"),
        ("ListNumber", "d"),
        ("ListNumber", "e"),
    ]
    starts = word.part("word/numbering.xml").iter(f"{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["3", "1"]
    (link,) = word.body.iter(f"{W}hyperlink")
    assert text_of(link) == "here"
    assert link.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "Hyperlink"


def test_what_is_led_to_or_shown_twice_is_stored_once() -> None:
    links = from_markdown("[here](https://example.org) and [there](https://example.org)")
    shown = (*links, *(Figure(SQUARE, f"Square {number}", width=0.2) for number in range(2)))
    word = Word(render_docx(story(*shown)))
    led_to = [link.get(f"{R}id") for link in word.body.iter(f"{W}hyperlink")]
    assert len(led_to) == 2
    assert len(set(led_to)) == 1
    relations = word.part("word/_rels/document.xml.rels")
    assert sum(each.get("Target") == "https://example.org" for each in relations) == 1
    pictures = [each.get(f"{R}embed") for each in word.body.iter(f"{A}blip")]
    assert len(pictures) == len({each.get("id") for each in word.body.iter(f"{WP}docPr")}) == 2
    assert len(set(pictures)) == len([name for name in word.files if "/media/" in name]) == 1


def test_headings_of_one_rank_stay_of_one_rank() -> None:
    levels = (1, 3, 3, 2, 3, 1, 2)
    word = Word(render_docx(story(*(Heading(level, words(f"At {level}")) for level in levels))))
    assert [level for level, _ in word.headings()] == [1, 2, 3, 3, 3, 4, 2, 3]


def test_the_contents_lead_to_every_chapter_in_a_field_that_word_renews() -> None:
    chapters = [Heading(1, words(f"Chapter {n}"), f"chapter-{n}", str(n)) for n in (1, 2)]
    word = Word(render_docx(story(Contents("Contents", id="contents"), *chapters)))
    lines = [each for each in word.paragraphs() if style_of(each) == "TOC1"]
    assert [text_of(each) for each in lines] == ["1\tChapter 1", "2\tChapter 2"]
    kinds = [each.get(f"{W}fldCharType") for each in word.body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert next(word.body.iter(f"{W}instrText")).text.split()[:2] == ["TOC", "\\o"]


@pytest.mark.parametrize(("count", "listed"), [(FEW, 0), (FEW + 1, FEW + 1)])
def test_a_few_chapters_are_found_without_a_list_of_them(count: int, listed: int) -> None:
    heads = [Heading(1, words(f"Chapter {n}"), f"chapter-{n}", str(n)) for n in range(count)]
    for spared, most in ((4, listed), (0, count)):  # and where a list is asked for, it stands
        told = story(Opening(SQUARE, "Contents", level=0), Contents("", spared=spared), *heads)
        lines = [e for e in Word(render_docx(told)).paragraphs() if style_of(e) == "TOC1"]
        assert len(lines) == most


def test_what_alone_stands_between_two_headings_stays_with_both() -> None:
    told = (Heading(1, words("Events")), Paragraph(words("Times are local."), "note"))
    (*_, last) = told
    word = Word(render_docx(story(*told, Heading(2, words("Monday")), Paragraph(words("A walk")))))
    keeps = {text_of(e): e.find(f"{W}pPr/{W}keepNext") is not None for e in word.paragraphs()}
    assert keeps[plain(last.spans)]


def test_an_entry_that_is_a_heading_alone_is_not_held_by_the_next() -> None:
    days = [Definition(day, (Heading(3, words(f"On {day}")),)) for day in ("Monday", "Tuesday")]
    word = Word(render_docx(story(Definitions(tuple(days)), Heading(1, words("Events")))))
    for each in word.paragraphs():
        if text_of(each).startswith("On "):
            assert each.find(f"{W}pPr/{W}keepNext").get(f"{W}val") == "0"


def test_what_partners_fill_in_is_marked() -> None:
    word = Word(render_docx(story(*from_markdown("Dear [name of **your** MP],\n\nas in [1], see [a\nb]"))))
    slots = [
        text_of(run)
        for run in word.body.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "Slot"
    ]
    assert "".join(slots) == "[name of your MP][a b]"


def test_decoration_is_marked_so_and_links_of_pictures_are_kept() -> None:
    figures = (Figure(SQUARE, ""), Figure(SQUARE, "A square", link="https://example.org"))
    word = Word(render_docx(story(Gallery(figures))))
    first, second = word.body.iter(f"{WP}docPr")
    (mark,) = (each for each in first.iter() if each.tag.endswith("}decorative"))
    assert (first.get("descr"), mark.get("val")) == ("", "1")
    assert second.get("descr") == "A square"
    assert second.find(f"{A}hlinkClick") is not None


def kept(word: Word) -> list[bool]:
    """Of each paragraph with words or pictures, whether it is not parted from the next."""
    every = word.body.iter(f"{W}p")
    shown = (each for each in every if text_of(each).strip() or each.find(f".//{WP}inline") is not None)
    return [each.find(f"{W}pPr/{W}keepNext") is not None for each in shown]


def test_each_row_of_a_gallery_is_a_paragraph_so_that_no_page_is_left_for_all_of_them() -> None:
    figures = (*[Figure(SQUARE, "A square")] * 7, Figure(SQUARE, "A square", words("Whose it is")))
    word = Word(render_docx(story(Gallery(figures, columns=4))))
    rows = [len([*each.iter(f"{WP}inline")]) for each in word.body.iter(f"{W}p")]
    assert [row for row in rows if row] == [4, 4]
    assert kept(word)[-3:] == [False, True, False]


def test_an_entry_of_a_few_paragraphs_is_not_parted_and_one_of_many_is() -> None:
    for points, whole in ((5, True), (12, False)):
        said = from_markdown("A year.\n\n" + "\n".join(f"- Point {number}" for number in range(points)))
        word = Word(render_docx(story(Definitions((Definition("2021", tuple(said)),)))))
        assert all(kept(word)[-points - 1 : -1]) == whole
        assert not kept(word)[-1]


def test_a_picture_stands_beside_its_words_in_a_row_that_no_page_s_end_parts() -> None:
    said = (Heading(2, words("A message")), Paragraph(words("What it says.")))
    figure = Figure(SQUARE, "A square", width=0.4)
    usual, flipped = Feature(figure, said), Feature(figure, said, flipped=True)
    word = Word(render_docx(story(usual, flipped)))
    first, second = word.body.iter(f"{W}tbl")
    for table, places in ((first, [True, False]), (second, [False, True])):
        (row,) = table.iter(f"{W}tr")
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        cells = list(row.iter(f"{W}tc"))
        assert [cell.find(f".//{WP}docPr") is not None for cell in cells] == places
        assert "".join(map(text_of, cells)) == "What it says."
        assert all(picture <= room for cell in cells for picture, room in fits(cell))
    assert [text for _, text in word.headings()][-2:] == ["A message"] * 2
    assert len([name for name in word.files if name.startswith("word/media/")]) == 1


def test_pictures_beside_many_words_are_all_narrower_and_leave_those_the_room() -> None:
    few, many = "What it says.", "What it says, and says again at length. " * 24
    figure = Figure(SQUARE, "A square", width=0.4)

    def widths(*said: str) -> list[int]:
        shown = [Feature(figure, (Heading(2, words("A message")), Paragraph(words(text)))) for text in said]
        return [int(each.get("cx")) for each in Word(render_docx(story(*shown))).body.iter(f"{WP}extent")]

    wide, narrow = widths(few, few), widths(many, many)
    assert len({*wide}) == len({*narrow}) == 1
    assert narrow[0] < 0.85 * wide[0]
    assert widths(many, many, few) == narrow[:1] * 3
    assert widths(many, few, few) == wide[:1] * 3


def fits(cell: Any) -> Iterator[tuple[float, float]]:
    """How wide each picture of a cell is, and how wide its room, in twips."""
    margin = cell.find(f"{W}tcPr/{W}tcMar/{W}start")
    kept = float(margin.get(f"{W}w")) if margin is not None else 0.0
    room = float(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) - kept
    for extent in cell.iter(f"{WP}extent"):
        yield float(extent.get("cx")) / 635, room + 1  # twips are whole


def test_pictures_that_all_have_captions_stand_in_columns_over_them() -> None:
    figures = tuple(Figure(SQUARE, f"Square {letter}", words(f"Caption {letter}.")) for letter in "ABC")
    word = Word(render_docx(story(Gallery(figures, columns=2))))
    (table,) = word.body.iter(f"{W}tbl")
    rows = [list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr")]
    assert [[text_of(cell) for cell in row] for row in rows] == [["Caption A.", "Caption B."], ["Caption C."]]
    assert all(cell.find(f".//{WP}docPr") is not None for row in rows for cell in row)
    assert all(picture <= room for row in rows for cell in row for picture, room in fits(cell))
    after = [row.find(f"{W}trPr/{W}gridAfter") for row in table.iter(f"{W}tr")]
    assert [each if each is None else each.get(f"{W}val") for each in after] == [None, "1"]
    assert len([name for name in word.files if name.startswith("word/media/")]) == 1


def test_no_page_s_end_parts_a_short_panel() -> None:
    def kept(paragraphs: int) -> list[bool]:
        said = tuple(Paragraph(words(f"Part {number}.")) for number in range(paragraphs))
        found = list(Word(render_docx(story(Callout(said)))).body.iter(f"{W}p"))
        inside = [one for one in found if style_of(one) == "Callout"]
        return [one.find(f"{W}pPr/{W}keepNext") is not None for one in inside]

    assert kept(3) == [True, True, False]
    assert not any(kept(20))


def test_a_picture_without_words_beside_it_stands_alone() -> None:
    feature = Feature(Figure(SQUARE, "A square", width=0.4), (Heading(2, words("A message")),))
    assert not list(Word(render_docx(story(feature))).body.iter(f"{W}tbl"))


def test_art_of_the_look_stands_at_the_head_of_each_page_but_the_cover_s() -> None:
    usual = story(Paragraph(words("A word")))
    word = Word(render_docx(replace(usual, look=replace(usual.look, head=SQUARE))))
    (reference,) = word.body.iter(f"{W}headerReference")
    assert reference.get(f"{W}type") == "default"
    head = word.part("word/header2.xml")
    (said,) = head.iter(f"{WP}docPr")
    assert (said.get("descr"), any(each.tag.endswith("}decorative") for each in said.iter())) == ("", True)


def test_a_story_ends_with_a_cover_of_its_own_as_it_begins_with_one() -> None:
    look = story().look
    whole = Box(0, 0, look.width, look.height)
    page = partial(Frame, look.width, look.height, "pt", lang="en-GB")
    front = page((Fill(whole, Color(53, 33, 79)), said_at(60, "A week")))
    back = page((Fill(whole, Color(253, 240, 230)), said_at(500, "Contact"), said_at(600, "a.example")))
    told = story(
        Opening(front, "A week", level=0),
        Table((words("Day"),), ((words("Monday"),),)),
        Opening(back, "Contact", id="contact", links=(("a.example", "https://a.example"),)),
    )
    word = Word(render_docx(told))
    front_of, back_of = word.body.iter(f"{W}sectPr")
    assert front_of.getparent().tag == f"{W}pPr"  # a section of its own; the last is the body's
    assert [each.get(f"{W}type") for each in back_of.iter(f"{W}headerReference")] == ["first"]
    assert back_of.find(f"{W}titlePg") is not None
    assert not list(back_of.iter(f"{W}footerReference"))
    tops = [int(each.get(f"{W}y")) for each in word.body.iter(f"{W}framePr")]
    assert tops == [60 * 20, 500 * 20, 600 * 20]
    (link,) = word.body.iter(f"{W}hyperlink")
    assert text_of(link) == "a.example"
    assert word.headings()[-1] == (1, "Contact")


def test_the_words_of_a_cover_stand_where_they_stood_as_large_and_as_close_as_they_fit() -> None:
    look, dark = story().look, Color(53, 33, 79)
    whole, art = Box(0, 0, look.width, look.height), Box(0, 600, look.width, 200)
    title = replace(
        said_at(60, "Säuglingsbindungsforschung für alle"),
        lines=(Line((), 90), Line((), 123)),
        box=Box(60, 60, 300, 70),
        size=40,
    )
    on_art = replace(said_at(620, "A week"), lines=(Line((), 650),))
    items = (Fill(whole, dark), Fill(art, Color(253, 240, 230)), title, on_art)
    front = Frame(look.width, look.height, "pt", items, "de-DE")
    word = Word(render_docx(story(Opening(front, title.words, level=0), Paragraph(words("A word")))))
    head, below = (each for each in word.paragraphs() if each.find(f"{W}pPr/{W}framePr") is not None)
    assert [style_of(head), style_of(below)] == ["Title", "Subtitle"]
    places = [each.find(f"{W}pPr/{W}framePr").get(f"{W}y") for each in (head, below)]
    assert places == [str(60 * 20), str(620 * 20)]
    pitch = head.find(f"{W}pPr/{W}spacing")
    assert (pitch.get(f"{W}line"), pitch.get(f"{W}lineRule")) == (str(33 * 20), "exact")
    sizes = {int(each.get(f"{W}val")) / 2 for each in head.iter(f"{W}sz")}
    assert max(sizes) < 24  # the long word fills the line, and is not parted
    assert [each.find(f".//{W}r/{W}rPr/{W}shd") is not None for each in (head, below)] == [False, True]
    after = word.paragraphs()[word.paragraphs().index(below) + 1 :]
    assert any(each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in after)


def test_a_word_of_a_cover_keeps_the_colour_and_the_slope_that_it_has_of_its_own() -> None:
    told, dark, red = story(), Color(53, 33, 79), Color(200, 20, 40)
    faces = told.look.headings[0].faces
    first, second = (
        Run(faces.pick(italic=italic).fonts[0], 60, 90, Glyphs((), tuple(text)), color)
        for text, italic, color in (("Water is ", False, None), ("a right", True, red))
    )
    lines = Line((first,), 90), Line((second,), 123)
    title = replace(said_at(60, "Water is a right"), lines=lines, color=dark, size=30)
    ground = Fill(Box(0, 0, told.look.width, told.look.height), Color(255, 255, 255))
    front = Frame(told.look.width, told.look.height, "pt", (ground, title), "en-GB")
    word = Word(render_docx(story(Opening(front, title.words, level=0))))
    head = next(each for each in word.paragraphs() if style_of(each) in {"Title", "Heading1"})
    runs = [
        (text_of(run), run.find(f"{W}rPr/{W}color").get(f"{W}val"), run.find(f"{W}rPr/{W}i") is not None)
        for run in head.iter(f"{W}r")
    ]
    assert runs == [("Water is ", dark.hex[1:], False), ("a right", red.hex[1:], True)]


def said_at(top: float, text: str) -> Text:
    """Words on a cover."""
    return Text(text, (), 30, Color(53, 33, 79), "en-GB", box=Box(60, top, 300, 40))


def test_a_note_never_stands_alone_at_the_head_of_a_page() -> None:
    told = (Paragraph(words("One")), Paragraph(words("Two")), Paragraph(words("Licence"), "note"))
    word = Word(render_docx(story(*told)))
    kept = [each.find(f"{W}pPr/{W}keepNext") is not None for each in word.paragraphs()]
    assert kept[-3:] == [True, True, False]


def test_columns_of_one_table_are_one_table() -> None:
    header = (words("Size"),)
    halves = tuple((Table(header, ((words(text),),)),) for text in ("small", "large"))
    (table,) = Word(render_docx(story(Columns(halves)))).body.iter(f"{W}tbl")
    assert [text_of(row) for row in table.iter(f"{W}tr")] == ["Size", "small", "large"]


def test_panels_posts_and_terms_keep_their_words_together() -> None:
    blocks = (
        PostCard("Monday", (Copy("X", "3 of 280", (Span("One\n\nTwo"),)),), picture=SQUARE, alt="A square"),
        Definitions((Definition("When", (Paragraph(words("In June")),), "noon"),)),
        Table((words("Size"),), ((words("1 × 1"),),), caption=words("Sizes")),
        ListBlock(((Paragraph(words("a")), Paragraph(words("b")), Table((words("H"),), ())),)),
    )
    word = Word(render_docx(story(*blocks)))
    found = [(style_of(each), text_of(each)) for each in word.paragraphs()][2:]
    assert found == [
        ("Heading2", "Monday"),
        ("Picture", ""),
        ("CopyLabel", "X\u00a0· 3 of 280"),
        ("Copy", "One"),
        ("Copy", "Two"),
        ("Definition", "When\tIn June\u00a0· noon"),
        ("Caption", "Sizes"),
        ("TableText", "Size"),
        ("TableText", "1 × 1"),
        ("ListBullet", "a"),
        ("ListContinue", "b"),
        ("TableText", "H"),
    ]


def test_words_of_another_language_say_so() -> None:
    word = Word(render_docx(story(Paragraph((Span("Croeso", lang="cy"), Span(" all"))))))
    runs = word.paragraphs()[-1].iter(f"{W}lang")
    assert [language.get(f"{W}val") for language in runs] == ["cy-GB", "en-GB"]


def test_curves_stand_beside_their_picture_and_nothing_beside_others() -> None:
    glow = Radial((40, 0, 0, 40, 45, 45), (0.2, 0, 0), (Stop(0, Color(200, 0, 0)), Stop(1, Color(0, 0, 9))))
    ring = (("M", 10, 10), ("L", 80, 10), ("L", 45, 80), ("Z",))
    ground = Fill(Box(0, 0, 90, 90), Color(255, 246, 234))
    drawn = Frame(90, 90, "pt", (ground, Curve(ring, fill=glow)), "en-GB")
    blend = replace(drawn, items=(Fill(ground.box, Gradient(((0, Color(0, 0, 0)), (1, Color(9, 9, 9))))),))
    shown = (Figure(drawn, "A triangle"), Figure(drawn, "Again"), Figure(blend, "Night"))
    files = unpack(render_docx(story(*shown)))
    vectors = [data for name, data in files.items() if name.endswith(".svg")]
    assert len(vectors) == 1
    assert b"<radialGradient" in vectors[0]
    body = files["word/document.xml"].decode()
    assert body.count("asvg:svgBlip ") == 2
    assert body.count("<a:blip ") == 3
    told = re.findall(r'svgBlip[^>]*r:embed="(rId\d+)"', body)
    targets = files["word/_rels/document.xml.rels"].decode()
    assert all(re.search(rf'<Relationship [^>]*Id="{id_}"[^>]*', targets)[0].count(".svg") for id_ in told)


def test_notes_are_footnotes_that_word_numbers() -> None:
    text = "Law[^a], use[^b], law[^a].\n\n[^a]: See https://example.org/law.\n[^b]: So far."
    word = Word(render_docx(story(*from_markdown(text))))
    references = [each.get(f"{W}id") for each in word.body.iter(f"{W}footnoteReference")]
    assert references == ["1", "2"]
    (repeated,) = word.body.iter(f"{W}fldSimple")
    (named,) = {each.get(f"{W}name") for each in word.body.iter(f"{W}bookmarkStart")} & {"_note_1"}
    assert f"NOTEREF {named}" in repeated.get(f"{W}instr")
    notes = word.part("word/footnotes.xml").iter(f"{W}footnote")
    said = {note.get(f"{W}id"): "".join(text_of(each) for each in note.iter(f"{W}p")) for note in notes}
    assert said == {"-1": "", "0": "", "1": " See https://example.org/law.", "2": " So far."}
    links = unpack(render_docx(story(*from_markdown(text))))["word/_rels/footnotes.xml.rels"]
    assert b'Target="https://example.org/law" TargetMode="External"' in links
    assert not any("footnotes" in name for name in unpack(render_docx(story(Paragraph(words("x"))))))


def test_what_a_long_quotation_holds_stands_further_in() -> None:
    quote = "> Text\n>\n> - item\n>   - inner\n>\n>     More\n>\n> | a |\n> |:-:|\n> | b |\n\n"
    word = Word(render_docx(story(*from_markdown(f"{quote}| c |\n|--:|\n| d |\n\nAfter"))))
    starts = {text_of(each): indent_of(each) for each in word.paragraphs()}
    assert (starts["Text"], starts["item"], starts["inner"], starts["After"]) == (400, 800, 1200, None)
    assert starts["More"] == starts["inner"]
    assert [each.get(f"{W}w") for each in word.body.iter(f"{W}tblInd")] == ["400"]
    sides = {
        text_of(cell): [each.get(f"{W}val") for each in cell.iter(f"{W}jc")]
        for cell in word.body.iter(f"{W}tc")
    }
    assert sides == {"a": ["center"], "b": ["center"], "c": ["right"], "d": ["right"]}
    first, second = word.body.iter(f"{W}tbl")
    assert second.getprevious() is not first  # Word would make one of them


def indent_of(paragraph: Any) -> int | None:
    found = paragraph.find(f"{W}pPr/{W}ind")
    return None if found is None else int(found.get(f"{W}left"))


def test_word_puts_no_hyphen_into_a_hashtag_or_an_address() -> None:
    text = "Join #OrdinaryConversations, write to a.b@example.org or see example.org/imhaw. Thank you"
    word = Word(render_docx(story(Paragraph(words(text)))))
    runs = next(each for each in word.paragraphs() if text_of(each) == text).iter(f"{W}r")
    kept = [text_of(run) for run in runs if run.find(f"{W}rPr/{W}noProof") is not None]
    assert kept == ["#OrdinaryConversations", "a.b@example.org", "example.org/imhaw"]


def test_deletions_are_struck_through() -> None:
    word = Word(render_docx(story(*from_markdown("~~old~~ new"))))
    struck = [
        "".join(text_of(run)) for run in word.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}strike") is not None
    ]
    assert struck == ["old"]


def test_a_photograph_is_a_jpeg_and_a_picture_of_few_colours_a_png_that_keeps_them(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (200, 300, 3), np.uint8)
    Pixels.fromarray(noise).save(tmp_path / "noise.png")
    Pixels.new("RGB", (300, 200), (53, 33, 79)).save(tmp_path / "plain.png")
    photographs = (read_image(tmp_path / f"{name}.png") for name in ("noise", "plain"))
    word = Word(render_docx(story(*(Figure(each, "A picture", width=0.4) for each in photographs))))
    media = {name: word.files[name] for name in word.files if name.startswith("word/media/")}
    heads = [(name[-4:], data[:2]) for name, data in media.items()]
    assert heads == [(".jpg", b"\xff\xd8"), (".png", b"\x89P")]
    sizes = [(int(extent.get("cx")), int(extent.get("cy"))) for extent in word.body.iter(f"{WP}extent")]
    assert [across / down for across, down in sizes] == pytest.approx([1.5, 1.5], rel=0.01)
    plain = Pixels.open(BytesIO(media["word/media/image2.png"])).convert("RGB")
    assert plain.getcolors() == [(plain.width * plain.height, (53, 33, 79))]


def test_english_words_among_arabic_ones_read_by_themselves() -> None:
    spans = (Span("5 sizes: ", bold=True, lang="en"), Span("ماء"))
    word = Word(render_docx(story(Paragraph(spans), language="ar", rtl=True)))
    texts = [[part.text for part in each.iter(f"{W}t")] for each in word.paragraphs()]
    assert ["\u200e", "5 sizes", "\u200e: ", "ماء"] in texts
