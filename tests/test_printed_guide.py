"""The guide for a print shop: pages in sheets that are cut, in inks, without links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
import verapdf
from pdf_text import opened
from sample_packs import SamplePack
from sample_story import look, story

from builder.audit.pdf import FORMAT
from builder.audit.press import RULES
from builder.audit.rule import File
from builder.color import Color
from builder.content.frame import Fill, Frame, Text
from builder.content.frame import Path as Curve
from builder.content.pages import Artifact, Element, Link, Owned, Pages, PlacedFrame, Stroke
from builder.content.printed import PrintedBook
from builder.content.story import (
    Block,
    Callout,
    Feature,
    Figure,
    Heading,
    Opening,
    PageBreak,
    Paragraph,
    Span,
    words,
)
from builder.geometry.box import Box, mm
from builder.geometry.curves import bounds, flattened
from builder.inks import Inks
from builder.kinds import kinds_named
from builder.kinds.guide import KIND
from builder.layout.flow.binding import in_sheets
from builder.layout.flow.flow import Flow
from builder.layout.flow.openings import FullPage
from builder.layout.flow.press import print_book
from builder.pack.formats import BOOK_PRINT_PDF
from builder.record import replace
from builder.render.text import render_text
from builder.spec.requests import Guide
from builder.text.outlines import outlines

PLUM, WHITE = Color(53, 33, 79), Color(255, 255, 255)
OVER = mm(3)
WIDE, HIGH = mm(210) + 2 * OVER, mm(297) + 2 * OVER
COVER = Frame(WIDE, HIGH, "pt", (Fill(Box(0, 0, WIDE, HIGH), PLUM),), "en-GB")
NOTES = (Flow(before=1.0),)
CARD = Frame(60, 60, "px", (Fill(Box(0, 0, 60, 60), WHITE),), "en-GB")
LINKED = Paragraph((Span("Read on at "), Span("example.org", link="https://example.org/a"), Span(".")))


def book(*blocks: Block) -> PrintedBook:
    larger = replace(look(), tails=(), width=WIDE, height=HIGH)
    front, end = Opening(COVER, "A sample", id="cover"), Opening(COVER, "Contact", id="contact")
    told = replace(story(front, *blocks, end), look=larger)
    return PrintedBook(told, Inks(), OVER, "A sample · {pages} pages", "Notes")


def chapter(number: int) -> tuple[Block, ...]:
    """One with a link, and a white picture beside black words that are printed over their ground."""
    picture = Figure(CARD, "A card", width=0.4)
    return (
        PageBreak(),
        Heading(1, words(f"Chapter {number}"), f"chapter-{number}"),
        LINKED,
        Feature(picture, (Paragraph(words("What it says.")),)),
        Callout((Paragraph(words("A note.")),), "Mind"),
    )


def items(pages: Pages) -> list[Any]:
    return [item for page in pages.pages for item in page.items]


def roles(element: Element) -> list[str]:
    return [element.role, *(role for child in element.children for role in roles(child))]


@pytest.mark.parametrize("inner", range(9))
def test_sheets_have_four_pages_and_the_back_cover_is_the_last_one(inner: int) -> None:
    whole, text = (FullPage(frame=COVER, look=look(), owners=()),), (Flow(),)
    bound = in_sheets([whole, *[text] * inner, whole], NOTES)
    assert len(bound) % 4 == 0 and len(bound) - inner - 2 < 4
    assert bound[0] == bound[-1] == whole
    assert all(page == NOTES for page in bound[inner + 1 : -1])
    assert len(in_sheets([*[text] * (inner + 1)], NOTES)) % 4 == 0


def test_no_page_is_added_before_an_opening_of_a_whole_page() -> None:
    whole, text = (FullPage(frame=COVER, look=look(), owners=()),), (Flow(),)
    pages = [whole, text, text, whole, text, whole, text, text]
    assert in_sheets(pages, NOTES) == pages


def test_pages_that_the_last_sheet_lacks_are_to_write_on() -> None:
    (*_, notes, _) = print_book(book(PageBreak(), LINKED)).pages
    lines = [each.item for each in notes.items if isinstance(each, Owned) and isinstance(each.item, Stroke)]
    across = [line for line in lines if line.points[1][0] - line.points[0][0] > 300]
    assert len(across) > 20
    own = [each for each in notes.items if isinstance(each, Owned)]
    assert "Notes " in [each.item.words for each in own if isinstance(each.item, Text)]
    assert all(isinstance(each.owner, Artifact) for each in own)


def test_each_page_is_cut_3_mm_within_its_colours_and_says_how_many_there_are() -> None:
    pages = print_book(book(*chapter(1), *chapter(2)))
    assert len(pages.pages) == 4
    for page in pages.pages:
        assert page.trim and page.bleed
        assert (page.trim.w, page.trim.h) == pytest.approx((mm(210), mm(297)))
        assert page.trim.x - page.bleed.x == pytest.approx(OVER)
        owned = [item.item for item in page.items if isinstance(item, Owned)]
        texts = [item.words for item in owned if isinstance(item, Text)]
        assert texts[0].strip() == "A sample · 4 pages"
    (front, *_) = pages.pages
    (cover,) = (item for item in front.items if isinstance(item, PlacedFrame))
    assert cover.frame.width * cover.scale == pytest.approx(WIDE)


@pytest.mark.parametrize(
    ("language", "long"), [("en-GB", "A short title"), ("ur", "شیرخوار بچوں کی"), ("en-GB", "Long " * 30)]
)
def test_what_the_print_shop_reads_stands_clear_of_the_colours(language: str, long: str) -> None:
    given = book(*chapter(1))
    own = replace(look(language), tails=(), width=WIDE, height=HIGH)
    told = replace(story(*given.story.blocks, language=language), look=own)
    pages = print_book(replace(given, story=told, told=f"{long} {{pages}}"))
    (line,) = (
        item.item
        for item in pages.pages[1].items
        if isinstance(item, Owned) and isinstance(item.item, Text) and item.item.words.startswith(long[:6])
    )
    ink = bounds(flattened(outlines(line), 1))
    assert -pages.slug < ink.y and ink.bottom < 0


def test_what_leads_somewhere_on_screens_is_words() -> None:
    pages = print_book(book(*chapter(1)))
    assert not [item for item in items(pages) if isinstance(item, Link)]
    assert "Link" not in roles(pages.structure) and "Span" in roles(pages.structure)


def rendered(content: PrintedBook) -> bytes:
    made = BOOK_PRINT_PDF.render(content, date="2027-06-14")
    assert isinstance(made, bytes)
    return made


def test_a_print_shop_s_own_check_finds_nothing(tmp_path: Path) -> None:
    data = rendered(book(*chapter(1), *chapter(2)))
    document = FORMAT.read(File("guide.pdf", data, {}))
    assert {rule.name: list(rule.finds(document)) for rule in RULES if list(rule.finds(document))} == {}
    with opened(data) as pdf:
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            media, trim = ([float(edge) for edge in page[name]] for name in ("/MediaBox", "/TrimBox"))
            assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.01)
            assert trim[0] - media[0] == pytest.approx(mm(11), abs=0.01)
            assert "/Annots" not in page or not len(page.Annots)
        assert pdf.Root.OutputIntents[0].S == pikepdf.Name.GTS_PDFX


@pytest.mark.parametrize("widths", [(0.4, 0.2), (0.2, 0.4)])
def test_a_line_of_a_picture_that_is_shown_small_is_no_thinner_than_presses_print(
    widths: tuple[float, ...],
) -> None:
    line = Curve((("M", 10, 10), ("L", 500, 500)), stroke=PLUM, stroke_width=0.8)
    card = Frame(600, 600, "px", (Fill(Box(0, 0, 600, 600), WHITE), line), "en-GB")
    shown = [Feature(Figure(card, "A card", width=wide), (Paragraph(words("It."),),)) for wide in widths]
    document = FORMAT.read(File("guide.pdf", rendered(book(Heading(1, words("A"), "a"), *shown)), {}))
    thin = [wide for _, wide in document.painted.lines]
    assert min(thin) >= 0.2495
    assert {rule.name: list(rule.finds(document)) for rule in RULES if list(rule.finds(document))} == {}


@pytest.mark.programs
def test_it_is_what_it_claims(tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(rendered(book(*chapter(1), *chapter(2))))
    assert verapdf.failures([file], ["2a", "ua1"]) == {file.resolve(): []}


def test_it_is_made_where_asked_for_and_the_note_says_how_it_is_bound(packs: dict[str, SamplePack]) -> None:
    edition = packs["2021"].planned.editions[0]
    assert not edition.spec.guide.print_edition
    asked = replace(edition, spec=edition.spec.model_copy(update={"guide": Guide(print_edition=True)}))
    assert KIND.gather
    usual, _, printed = KIND.gather(asked, ())
    assert Path(printed.path).name == "imhaw-2021_guide-print_en.pdf"
    assert isinstance(printed.content, PrintedBook)
    larger, screen = printed.content.story.look, usual.content.look
    assert larger.width - screen.width == pytest.approx(2 * OVER)
    assert larger.width - larger.inner - larger.outer - larger.hang == pytest.approx(
        screen.width - screen.inner - screen.outer - screen.hang
    )
    (posters,) = kinds_named(["posters"])
    assert posters.gather
    (note,) = posters.gather(asked, (printed,))
    text = " ".join(render_text(note.content).decode().split())
    assert "imhaw-2021_guide-print_en.pdf: 210 × 297 mm, with 3 mm over" in text
    assert "stapled in the middle" in text
