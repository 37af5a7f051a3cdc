"""Markdown as it is typed and pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from builder.content.columns import counted, is_narrow, shares
from builder.content.markdown import TextPicture, from_markdown
from builder.content.notes import numbered
from builder.content.story import (
    Block,
    BlockQuote,
    Figure,
    Heading,
    ListBlock,
    Notes,
    Paragraph,
    Span,
    Table,
    plain,
    words,
)
from builder.content.walk import plain_form
from builder.media import Image
from builder.pack.edition import bare_url
from builder.render.html.environment import environment
from builder.render.text import render_text
from builder.source.markdown import lost_in
from builder.spec.scalars import Url

MUNICH = "https://xn--mnchen-3ya.de/stra%C3%9Fe?q=%C3%A4"
NEST = TextPicture(("photos/nest.jpg", "nest"), Image("0", 90, 60, Path("nest.jpg")), "A nest", "Photo: Jo")


def outline(text: str) -> list[object]:
    """Paragraphs as their words, lists as lists."""

    def shown(blocks: tuple[object, ...]) -> list[object]:
        found = list[object]()
        for block in blocks:
            assert isinstance(block, Paragraph | ListBlock)
            if isinstance(block, Paragraph):
                found.append(plain(block.spans))
            else:
                found.append([shown(item) for item in block.items])
        return found

    return shown(from_markdown(text))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("We do:\n• one\n•\ttwo\n", ["We do:", [["one"], ["two"]]]),
        ("· one\n  ◦ inner\n· two", [[["one", [["inner"]]], ["two"]]]),
        ("o\tone\no\ttwo", [[["one"], ["two"]]]),
        ("•\ta\no\tb\n\uf0a7\tc\no\td\n•\te", [[["a", [["b", [["c"]]], ["d"]]], ["e"]]]),
        ("• a\n\nThen\n\no\tb", [[["a"]], "Then", [["b"]]]),
        ("•\ta\n  goes on\no\tb", [[["a goes on", [["b"]]]]]),
        ("•\ta\n\t\t▪\tb\n\to\tc\n•\td", [[["a", [["b"], ["c"]]], ["d"]]]),
        ("•\ta\n\t▪\tb\n     ▪\tc", [[["a", [["b", [["c"]]]]]]]),
        ("10. x\n    • y\n    • z", [[["x", [["y"], ["z"]]]]]),
        ("  ◦ a\n    ▪ b\n  ◦ c", [[["a", [["b"]]], ["c"]]]),
        ("•one\n•two\n·three", [[["one"], ["two ·three"]]]),
        ("- one\n- two", [[["one"], ["two"]]]),
        ("o my word", ["o my word"]),
        ("A • between, and\n3·4 is not one", ["A • between, and 3·4 is not one"]),
    ],
)
def test_pasted_bullets_are_lists(text: str, blocks: list[object]) -> None:
    assert outline(text) == blocks


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("We:\n✓ one\n  goes on\n✗ two", ["We:", "✓ one goes on", "✗ two"]),
        ("– one\n– two", ["– one", "– two"]),
        ("a) one\nb) two", ["a) one", "b) two"]),
        ("iii. one\niv. two", ["iii. one", "iv. two"]),
        ("so\n2. a\n3. b", ["so", "2. a", "3. b"]),
        ("1️⃣ a\n→ b", ["1️⃣ a", "→ b"]),
        ("we and\n– you\nor a) them\nin\n2024. So", ["we and – you or a) them in 2024. So"]),
    ],
)
def test_lines_that_begin_as_items_do_stay_lines(typed: str, lines: list[str]) -> None:
    assert outline(typed) == ["\n".join(lines)]


def spans(text: str) -> tuple[Span, ...]:
    """The words of a text's first paragraph."""
    first, *_ = from_markdown(text)
    assert isinstance(first, Paragraph)
    return first.spans


def text(*blocks: Block) -> str:
    return render_text(blocks).decode().replace("\r", "")


def page(*blocks: Block) -> str:
    template = '{% from "prose.html" import of_blocks %}{{ of_blocks(blocks, "en-") }}'
    return environment().from_string(template).render(blocks=blocks)


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("See https://example.org/a_b_c.", {"https://example.org/a_b_c": "https://example.org/a_b_c"}),
        ("(www.example.org/x)", {"www.example.org/x": "https://www.example.org/x"}),
        ("Ask jo@example.org, please", {"jo@example.org": "mailto:jo@example.org"}),
        ("https://jo@example.org/x", {"https://jo@example.org/x": "https://jo@example.org/x"}),
        (
            "(https://example.org/a_(b)?x=1), so",
            {"https://example.org/a_(b)?x=1": "https://example.org/a_(b)?x=1"},
        ),
        ("见https://example.org/x。谢谢", {"https://example.org/x": "https://example.org/x"}),
        ("https://münchen.de/straße?q=ä", {"https://münchen.de/straße?q=ä": MUNICH}),
        ("[here](https://münchen.de/straße?q=ä)", {"here": MUNICH}),
        ("**example.org**[^1]\n\n[^1]: By law.", {"example.org": "https://example.org"}),
        ("exam**ple.org** it", {"exam": "https://example.org", "ple.org": "https://example.org"}),
        ("https://example.org/a_(b) so", {"https://example.org/a_(b)": "https://example.org/a_(b)"}),
        ("[example.org](https://example.com)", {"example.org": "https://example.com"}),
        ("18.30.Tell us, [www.example.org] e.g. this", {}),
    ],
)
def test_bare_addresses_are_links_in_ascii(typed: str, links: dict[str, str]) -> None:
    assert {span.text: span.link for span in spans(typed) if span.link} == links


def test_emphasis_deletions_and_slots_are_spans() -> None:
    assert spans("**a** *b* ~~c~~ ***d*** [e f] `g`") == (
        Span("a", bold=True),
        Span(" "),
        Span("b", italic=True),
        Span(" "),
        Span("c", struck=True),
        Span(" "),
        Span("d", bold=True, italic=True),
        Span(" "),
        Span("[e f]", slot=True),
        Span(" "),
        Span("g"),
    )


def test_quotations_hold_blocks() -> None:
    short, long = from_markdown(
        "> One\n>\n> two\n\nthen\n\n> # Head\n> - item\n>\n> | a |\n> |---|\n> | b |"
    )[::2]
    assert short == BlockQuote((Paragraph(words("One")), Paragraph(words("two"))))
    item = (Paragraph(words("item")),)
    table = Table((words("a"),), ((words("b"),),), aligned=("start",))
    assert long == BlockQuote((Heading(2, words("Head")), ListBlock((item,)), table))
    assert isinstance(short, BlockQuote)
    assert isinstance(long, BlockQuote)
    assert (short.short, long.short) == (True, False)
    assert text(short, long) == "“One\n\ntwo”\n\n> Head\n> ----\n>\n> • item\n>\n> a\n> b\n"
    assert text(BlockQuote((Paragraph(words("“Said.”")),), "Ann")) == "“Said.”\n– Ann\n"
    assert page(long).startswith("<blockquote><h3>Head</h3><ul><li><p>item</p></li></ul><table>")


def test_notes_stand_below_their_text_and_are_numbered_through_a_story() -> None:
    one = "Law[^b], use[^a] and law[^b].\n\n[^a]: *So far*.\n[^b]: See example.org.\n\n    Or not."
    paragraph, notes = from_markdown(one)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(notes, Notes)
    assert [(span.text, span.note) for span in paragraph.spans if span.note] == [("1", 1), ("2", 2), ("1", 1)]
    assert [(note.number, plain(note.spans)) for note in notes.notes] == [
        (1, "See example.org.\nOr not."),
        (2, "So far."),
    ]
    other = from_markdown("- x[^n]\n\n> | a[^n] |\n> |---|\n\n[^n]: N.")
    said = text(*numbered((*from_markdown(one), *other, *other, *words_of("End"))))
    assert "Law[1], use[2] and law[1].\n\n[1] See example.org.\nOr not.\n[2] So far.\n\n• x[3]" in said
    assert "> a[3]\n\n[3] N.\n\n• x[4]" in said
    assert said.endswith("[4] N.\n\nEnd\n")
    shown = page(*from_markdown(one))
    assert '<sup><a id="en-noted-2" href="#en-note-2" role="doc-noteref">2</a></sup>' in shown
    back = '<a href="#en-noted-1" role="doc-backlink">1.</a>'
    assert f'<ol class="notes" role="doc-endnotes"><li id="en-note-1">{back} See <a' in shown
    twice = page(*from_markdown("a[^n] b[^n]\n\n[^n]: N."))
    assert twice.count('id="en-noted-1"') == 1


def words_of(said: str) -> tuple[Block, ...]:
    return (Paragraph(words(said)),)


def test_a_picture_alone_in_its_paragraph_is_a_figure() -> None:
    found = from_markdown('![](nest)\n\n![Eggs](photos/nest.jpg "In May.")\n\n![x](other)', pictures=(NEST,))
    assert found == (
        Figure(NEST.image, "A nest", words("Photo: Jo")),
        Figure(NEST.image, "Eggs", words("In May. Photo: Jo")),
        Paragraph(words("x")),
    )


def test_a_table_says_how_its_columns_are_aligned() -> None:
    (table,) = from_markdown("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |")
    assert isinstance(table, Table)
    assert table.aligned == ("start", "start", "center", "end")
    assert '<td>1</td><td>2</td><td class="center">3</td><td class="end">4</td>' in page(table)
    assert '<th scope="col" class="end">d</th>' in page(table)


def test_deletions_are_told_in_every_form() -> None:
    (paragraph,) = from_markdown("~~old~~ new")
    assert text(paragraph) == "~~old~~ new\n"
    assert page(paragraph) == "<p><del>old</del> new</p>"


@pytest.mark.parametrize(
    ("least", "most", "room", "widths"),
    [
        ((2, 3), (4, 6), 10, (4, 6)),
        ((2, 3), (4, 26), 10, (2 + 5 * 2 / 25, 3 + 5 * 23 / 25)),
        ((7, 8), (9, 9), 10, (7, 8)),
    ],
)
def test_columns_are_as_wide_as_their_words_ask_for(
    least: tuple[float, ...], most: tuple[float, ...], room: float, widths: tuple[float, ...]
) -> None:
    assert shares(least, most, room) == pytest.approx(widths)


def test_letters_are_counted_as_wide_as_they_are() -> None:
    latin, wide, marked = (table("x" * 4), table("文文"), table("x\u0301" * 4))
    assert counted(latin) == counted(marked) == counted(table("x\u00ad" * 4))
    assert counted(latin) == pytest.approx(tuple(map(float, counted(wide))))
    assert is_narrow(table("x" * 33))
    assert not is_narrow(table("x" * 34))


def table(said: str) -> Table:
    return Table((words("a"), words("b")), ((words(said), words("c")),))


def test_nothing_is_lost_of_what_the_docs_show() -> None:
    docs = (Path(__file__).parent.parent / "docs/markdown.md").read_text(encoding="utf-8")
    example = docs.split("```markdown\n")[1].split("\n```\n")[0]
    assert lost_in(example) == ()
    said = text(*from_markdown(example))
    for mark in ("# A", "**", "](", "* A", "|", "[^"):
        assert mark not in said


def test_a_picture_within_words_is_told() -> None:
    (lost,) = lost_in("See ![a nest](nest) here", ("nest", "photos/nest.jpg"))
    assert (lost.what, lost.words, lost.kept) == ("a picture within words is not drawn", "nest", False)
    assert len(lost_in("![a nest](nest) is here", ("nest",))) == 1
    assert lost_in("See\n\n![a nest](photos/nest.jpg)", ("nest", "photos/nest.jpg")) == ()


def test_an_address_is_shown_in_its_letters_and_stored_in_ascii() -> None:
    address = "https://münchen.de/straße?q=ä"
    assert text(*from_markdown(f"{address} and jo@example.org")) == f"{address} and jo@example.org\n"
    assert TypeAdapter(Url).validate_python(address) == MUNICH
    assert bare_url(f"{MUNICH}/") == "münchen.de/straße?q=ä"


def test_lists_begin_with_any_number() -> None:
    assert text(*from_markdown("0. nought\n1. one")) == "0. nought\n1. one\n"


def test_headings_have_six_levels_and_the_lines_below_them_an_end() -> None:
    (deep,) = from_markdown("###### " + "x" * 80)
    assert isinstance(deep, Heading)
    assert deep.level == 6
    assert text(deep) == f"{'x' * 80}\n{'-' * 72}\n"


def test_a_list_in_its_plain_form_keeps_its_marks() -> None:
    lists = from_markdown("- a\n- b\n\nx\n\n3. c")[::2]
    said = [item for block in lists for item in plain_form(block)]
    assert [plain(item.spans) for item in said if isinstance(item, Paragraph)] == ["• a", "• b", "3. c"]
