"""Every block of a story has a plain form, so that no format loses words for want of a better one."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from builder.color import Color
from builder.content.frame import Frame
from builder.content.look import Faces, TypeStyle
from builder.content.story import (
    Block,
    BlockQuote,
    Callout,
    Columns,
    Contents,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Head,
    Heading,
    ListBlock,
    Note,
    Notes,
    Opening,
    PageBreak,
    Pair,
    Pairs,
    Paragraph,
    Plate,
    Plates,
    PostCard,
    PullFigure,
    Span,
    Specimen,
    Table,
    plain,
    words,
)
from builder.content.walk import in_forms, plain_form, walk
from builder.media import FontChain
from builder.record import replace
from builder.render.text import render_text

CORE = (Heading, Paragraph)
FRAME = Frame(10, 10, "px", (), "en")
PLUM = Color(53, 33, 79)
CHAIN = FontChain(())
STYLE = TypeStyle(Faces(CHAIN, CHAIN, CHAIN, CHAIN), 10.0, 12.0, PLUM)
FIGURE = Figure(FRAME, "A swan", words("By the lake"), link="https://swan.example")
LINES: dict[type, tuple[Block, tuple[str, ...]]] = {
    Heading: (Heading(2, words("Why")), ("Why",)),
    Paragraph: (Paragraph(words("Because.")), ("Because.",)),
    ListBlock: (
        ListBlock(((Paragraph(words("a")), Paragraph(words("b"))), (Heading(3, words("c")),), ()), True, 2),
        ("2. a", "b", "3.", "c", "4. "),
    ),
    Table: (
        Table((words("Size"), (), words("Use")), ((words("small"), words("x"), words("W")),), (), words("S")),
        ("S", "• Size: small; x; Use: W"),
    ),
    Figure: (FIGURE, ("A swan", "By the lake")),
    Feature: (
        Feature(FIGURE, (Paragraph(words("On the water.")),)),
        ("On the water.", "A swan", "By the lake"),
    ),
    Gallery: (Gallery((FIGURE, replace(FIGURE, alt="", caption=()), FIGURE)), ("A swan", "By the lake") * 2),
    Callout: (Callout((Paragraph(words("Ask.")),), "May"), ("May", "Ask.")),
    PullFigure: (PullFigure("1 in 5", words("women"), words("WHO")), ("1 in 5 women (WHO)",)),
    BlockQuote: (BlockQuote((Paragraph(words("It helped.")),), "Ann"), ("It helped.", "– Ann")),
    Notes: (Notes((Note(1, words("By law.")), Note(2, words("So far.")))), ("1. By law.", "2. So far.")),
    Definitions: (
        Definitions((Definition("Monday", (Paragraph(words("Walk")),), "9:00"), Definition("Tuesday", ()))),
        ("Monday\u00a0· 9:00", "Walk", "Tuesday"),
    ),
    PostCard: (
        PostCard("2 May", (Copy("X", "5 of 280", words("One\n\nTwo")),), "note", FRAME, "A swan"),
        ("2 May", "note", "A swan", "X\u00a0· 5 of 280", "One", "Two"),
    ),
    Opening: (Opening(FRAME, "About", "1", "about"), ("About",)),
    Contents: (Contents("Contents"), ("Contents", "• 1 About")),
    Plates: (
        Plates((Plate("plum", ("#35214F",), PLUM), Plate("Logo", picture=FRAME, alt="A swan")), 2),
        ("plum", "#35214F", "Logo", "A swan"),
    ),
    Specimen: (Specimen("Aa", STYLE, "title", "cy"), ("title: Aa",)),
    Pairs: (
        Pairs(("ink",), (("plum", (Pair(PLUM, PLUM, "1.0", "none"),)),)),
        ("• Ground: plum; ink: 1.0 none",),
    ),
    Head: (Head("Logos", words("All of them."), "logos"), ("Logos", "All of them.")),
    Columns: (Columns(((Paragraph(words("a")),), (Paragraph(words("b")),))), ("a", "b")),
    PageBreak: (PageBreak(), ()),
}  # fmt: skip
PLAINLY = {Heading: lambda block: plain(block.spans), Paragraph: lambda block: plain(block.spans)}


def test_no_block_is_left_out_here() -> None:
    assert set(LINES) == set(get_args(Block))


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_a_block_comes_down_to_headings_and_paragraphs(kind: type) -> None:
    block, lines = LINES[kind]
    beside = (Opening(FRAME, "About", "1", "about"),) if kind is Contents else ()
    shown = tuple(walk((block, *beside), PLAINLY))
    assert shown == (*lines, *(["About"] if beside else []))


def test_a_form_of_its_own_goes_before_the_plain_one() -> None:
    forms = {**PLAINLY, Figure: lambda block: block.alt.upper()}
    gallery, _ = LINES[Gallery]
    assert tuple(walk((gallery,), forms)) == ("A SWAN", "", "A SWAN")


@pytest.mark.parametrize("kind", CORE)
def test_headings_and_paragraphs_have_nothing_plainer(kind: type) -> None:
    with pytest.raises(TypeError, match=f"a form of its own for {kind.__name__}"):
        tuple(walk((LINES[kind][0],), {}))


def test_links_and_ids_outlive_the_plain_form() -> None:
    (seen, _) = in_forms((FIGURE,), CORE)
    assert seen == Paragraph((Span("A swan", link="https://swan.example"),))
    assert plain_form(LINES[Opening][0]) == (Heading(1, words("About"), "about", "1"),)


def test_a_text_says_all_that_a_story_says() -> None:
    text = render_text(tuple(block for block, _ in LINES.values())).decode().casefold()
    said = (word for _, lines in LINES.values() for line in lines for word in re.findall(r"\w+", line))
    assert [word for word in said if word.casefold() not in text] == []
    assert "#about" not in text
