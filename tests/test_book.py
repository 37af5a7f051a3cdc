"""A story as a PDF book: what a reader, a screen reader and a print shop find in it."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pdf_text import fonts, opened, shown, words
from pdf_tree import heard, tree
from sample_story import book, chapters, files, look, story

from builder.content.markdown import from_markdown
from builder.content.story import (
    Callout,
    Copy,
    Definition,
    Definitions,
    Heading,
    Paragraph,
    PostCard,
    PullFigure,
    Span,
    Story,
    Table,
)
from builder.content.story import words as spans
from builder.layout.flow.passage import Passage
from builder.layout.flow.typesetter import Typesetter
from builder.text.lines import LineSpan
from builder.text.shaping import shape
from builder.text.typeface import typeface

LONG = "Every baby needs somebody who is delighted to see them, and every parent needs somebody too. " * 60
SCRIPTS = {
    "cy": "Wythnos Ymwybyddiaeth Iechyd Meddwl Babanod: tŷ, gŵyl, sêr",
    "bn": "শিশুর মানসিক স্বাস্থ্য সচেতনতা সপ্তাহ",
    "ur": "ابتدائی صدمے کو سمجھنا اور ماں باپ کا ساتھ",
    "hi": "शिशु मानसिक स्वास्थ्य जागरूकता सप्ताह",
    "he": "בריאות הנפש של תינוקות",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_reads_back_as_it_was_written(language: str) -> None:
    text = SCRIPTS[language]
    content = story(Paragraph(spans(text)), language=language, rtl=language in {"ur", "he"})
    read = words(opened(book(content)))
    for word in text.split():
        assert word in read, (word, read)


def test_a_book_is_the_same_whatever_its_worker_made_before() -> None:
    """A plan reaches its worker pickled, so its fonts are others than those that the worker keeps."""
    texts = [
        ("en-GB", "Ty To"),
        ("en-GB", "Tomorrow we Tell You: AVAST, Wave, Type"),
        ("ur", "صدم"),
        ("ur", "ابتدائی صدمے کو سمجھنا اور ماں باپ کا ساتھ"),
    ]
    books = [story(Paragraph(spans(text)), language=lang, rtl=lang == "ur") for lang, text in texts]
    first, second = made_by_one_worker(books), made_by_one_worker(books[::-1])
    assert first == second[::-1]


def made_by_one_worker(books: Iterable[Story]) -> list[bytes]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return [future.result() for future in [pool.submit(book, content) for content in books]]


def test_every_font_is_embedded_and_none_is_built_in() -> None:
    with opened(book(story(*chapters(2), *from_markdown("*italic* and `code`")))) as document:
        found = [font for font in fonts(document) if font["/Subtype"] == "/Type0"]
        assert len(found) >= 3
        assert len(list(fonts(document))) == 2 * len(found)  # each with its descendant, and no other
        for font in found:
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert len(descriptor["/FontFile2"].read_bytes()) == descriptor["/FontFile2"]["/Length1"]


@pytest.mark.parametrize("language", ["en-GB", "bn"])
def test_letters_are_as_wide_as_their_font_has_them(language: str) -> None:
    """In thousandths of an em, whatever the font's own unit (ISO 32000-1, 9.7.4.3)."""
    text = {"en-GB": "Every baby, *wide* and `narrow`", "bn": "প্রতিটি শিশুর জীবন"}[language]
    with opened(book(story(*from_markdown(text), language=language))) as document:
        for font in (each for each in fonts(document) if "/CIDToGIDMap" in each):
            file = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].read_bytes()))
            places, (first, widths) = font["/CIDToGIDMap"].read_bytes(), font["/W"]
            assert first == 1
            for code, width in enumerate(widths, 1):
                glyph = file.getGlyphOrder()[int.from_bytes(places[2 * code : 2 * code + 2], "big")]
                own = file["hmtx"][glyph][0] * 1000 / file["head"].unitsPerEm
                assert float(width) == pytest.approx(own, abs=1)


def test_a_character_without_a_font_is_a_box_that_reads_as_the_character() -> None:
    text = "A clef: 𝄞, a family: 👨‍👩‍👧‍👦."
    with opened(book(story(Paragraph(spans(text))))) as document:
        assert text in words(document)
        (font,) = [each for each in fonts(document) if "/CIDToGIDMap" in each and boxes(each)]
        assert len(boxes(font)) == 1  # one box for both, and each reads as its own character


def boxes(font: Any) -> set[int]:
    """The glyphs of an embedded font that are shown and are made of what it draws for what it lacks."""
    outlines = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].read_bytes()))
    places = font["/CIDToGIDMap"].read_bytes()
    shown = {int.from_bytes(places[at : at + 2], "big") for at in range(2, len(places), 2)}
    assert 0 not in shown  # a reader may not show it (ISO 14289-1, 7.21.8)
    glyphs, order = outlines["glyf"], outlines.getGlyphOrder()
    made = {number for number in shown if glyphs[order[number]].isComposite()}
    return {
        number
        for number in made
        if [each.glyphName for each in glyphs[order[number]].components] == [order[0]]
        and glyphs[order[0]].xMax
    }


def test_contents_links_go_to_the_page_they_name() -> None:
    with opened(book(story(*chapters(7)))) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        contents = document.pages[0]
        lines = [line.text for line in shown(contents.obj)]
        links = [note for note in contents["/Annots"] if note["/Subtype"] == "/Link"]
        assert len(links) == 7
        for chapter, link in enumerate(links, 1):
            page = numbers[link["/Dest"][0].objgen]
            title = lines.index(f"Chapter {chapter}")
            assert lines[title + 1] == str(page)
            assert f"Chapter {chapter}" in [line.text for line in shown(document.pages[page - 1].obj)]


def test_bookmarks_name_the_chapters_in_order() -> None:
    with opened(book(story(*chapters(4)))) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Contents", "Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"]


def test_the_file_says_its_language() -> None:
    for language in ("cy", "ur"):
        with opened(book(story(*chapters(1), language=language, rtl=language == "ur"))) as document:
            assert document.Root.Lang == language


def test_the_file_says_what_it_is() -> None:
    with opened(book(story(*chapters(1)), "2022-06-13")) as document:
        info = document.docinfo
        assert (info["/Title"], info["/Author"], info["/Subject"]) == ("A sample", "Somebody", "A subject")
        assert info["/CreationDate"] == "D:20220613120000Z"
        assert document.Root["/Lang"] == "en-GB"
        assert document.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_web_links_are_annotations() -> None:
    with opened(book(story(*from_markdown("See [the page](https://example.org/a)")))) as document:
        (link,) = document.pages[0]["/Annots"]
        assert link["/A"]["/URI"] == "https://example.org/a"


def test_no_words_leave_the_margins() -> None:
    style, several = look(), LONG[: len(LONG) // 3]
    blocks = (
        *from_markdown(f"# {LONG[:200]}\n\n{several}\n\n- {several}"),
        *from_markdown(f"{'W' * 400}\n\nhttps://example.org/{'a/' * 200}"),
        PullFigure("one hundred and twenty-three million", spans(LONG[:90]), spans("Source")),
        Callout((Paragraph(spans(several)),), "A title"),
        Definitions(
            (Definition("Multidisciplinary perinatal partnerships", (Paragraph(spans(several)),), LONG[:60]),)
        ),
        PostCard(
            "Monday", (Copy("X", "3 of 280", spans(several)), Copy("LinkedIn", "9 of 3,000", spans(several)))
        ),
        Table((spans("One"), spans("Two")), ((spans(several), spans("W" * 90)),)),
    )
    with opened(book(story(*blocks))) as document:
        assert len(document.pages) > 4
        for page in document.pages:
            for line in shown(page.obj):
                assert line.x >= style.inner - 0.1, line
                assert line.end <= style.width - style.outer + 4 + 0.1, line  # a blank may hang in the margin
                assert line.y >= 20, line


def test_no_page_has_a_single_line_of_a_paragraph() -> None:
    setter = Typesetter(story())
    words_ = setter.words(spans(LONG), setter.look.text)
    whole = words_.height(setter.column)
    for height in range(0, round(whole) + 20, 5):
        halves = words_.cut(setter.column, float(height))
        if halves:
            assert all(half.height(setter.column) >= 2 * setter.look.grid for half in halves)
            assert sum(half.height(setter.column) for half in halves) == pytest.approx(whole)


def test_lines_are_as_wide_as_their_measure_and_hold_every_word() -> None:
    passage = Passage((Span(LONG[:400]), Span(" end", bold=True)), look().text, "en-GB")
    for measure in (60.0, 200.0, 397.0):
        lines = passage.lines(measure)
        text = passage.paragraph.text
        shown = "".join(text[line.start : line.end] + " " * (not line.hyphen) for line in lines)
        assert shown.strip() == text
        assert all(passage.extent(line) <= measure + 0.05 for line in lines)


def test_a_list_stays_one_item_below_what_introduces_it() -> None:
    text = "\n\n".join(["A paragraph of words."] * 26) + "\n\nThese are the items:\n\n- one\n- two"
    with opened(book(story(*from_markdown(text)))) as document:
        for page in document.pages:
            lines = [line.text for line in shown(page.obj)]
            assert ("These are the items:" in lines) == ("one" in lines)


def test_the_same_story_gives_the_same_bytes_everywhere(elsewhere: list[dict[str, str]]) -> None:
    """As PDF and as Word file, here and in processes with another order of hashes and another clock."""
    made = {name: sha256(data).hexdigest() for name, data in files().items()}
    assert len(set(made.values())) == 2
    assert [{name: each[name] for name in made} for each in elsewhere] == [made, made]


def test_source_date_epoch_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with opened(book(story(*chapters(1)), "2022-06-13")) as document:
        assert document.docinfo["/CreationDate"] == pikepdf.String("D:19700102000000Z")


def test_a_paragraph_on_two_pages_is_heard_as_one() -> None:
    with opened(book(story(*[Paragraph(spans(LONG))] * 2))) as document:
        paragraphs = tree(document).all("P")
        assert [node.text.strip() for node in paragraphs] == [LONG.strip()] * 2
        assert any(len(set(node.pages)) == 2 for node in paragraphs)


def test_a_tables_labels_are_seen_on_each_page_and_heard_once() -> None:
    rows = tuple((spans(f"Row {number}"), spans(LONG[:300]), spans("3")) for number in range(30))
    with opened(book(story(Table((spans("One"), spans("Two"), spans("Three")), rows)))) as document:
        pages = [[line.text for line in shown(page.obj)] for page in document.pages]
        assert len(pages) > 1
        assert all("Two" in lines for lines in pages)
        root = tree(document)
        assert list(heard(root)).count("Two") == 1
        assert len(root.all("Table")) == 1
        assert len(root.all("TR")) == 31


def test_headings_leave_out_no_rank_and_stay_alike() -> None:
    levels = (1, 3, 3, 2, 3, 1)
    blocks = tuple(Heading(level, spans(f"Level {level}")) for level in levels)
    with opened(book(story(*blocks))) as document:
        ranks = [kid.role for kid in tree(document).kids if not isinstance(kid, str)]
    assert ranks == ["H1", "H2", "H2", "H2", "H3", "H1"]


def test_words_of_another_language_say_so() -> None:
    text = (Span("The week is "), Span("Wythnos Babanod", lang="cy"), Span(" in Welsh."))
    with opened(book(story(Paragraph(text)))) as document:
        (span,) = tree(document).all("Span")
    assert (span.text, span.lang) == ("Wythnos Babanod", "cy")


def test_a_link_on_two_lines_is_one_link_with_its_words() -> None:
    linked = "a link of so many words that they do not fit the line on which they begin to be read"
    text = (
        Span("Before it stands a sentence, and then "),
        Span(linked, link="https://example.org"),
        Span("."),
    )
    with opened(book(story(Paragraph(text)))) as document:
        (link,) = tree(document).all("Link")
        notes = list(document.pages[0]["/Annots"])
    assert link.text == linked
    assert [str(note.Contents) for note in notes] == [linked] * 2


def read(passage: Passage, line: LineSpan) -> str:
    """What a reader of the PDF gets of a line."""
    return "".join(placed.run.text for placed in passage.runs(line, 0))


def test_a_soft_hyphen_shows_where_its_word_is_parted_and_only_there() -> None:
    word = "Eltern\u00adschafts\u00adbegleitung"
    passage = Passage((Span(f"Die {word}"),), look().text, "de")
    (whole,) = passage.lines(400)
    parted = passage.lines(passage.extent(whole) * 0.75)
    shown_ = [read(passage, line) for line in parted]
    assert shown_ == ["Die Elternschafts\u00ad", "begleitung "]
    assert read(passage, whole) == "Die Elternschaftsbegleitung "


def test_an_over_wide_word_is_parted_with_a_hyphen_and_an_address_after_a_sign() -> None:
    for text, ends in (
        ("Kinderkrankenhausgesellschaft", "\u00ad"),
        ("https://example.org/a/long-address", ""),
    ):
        passage = Passage((Span(text),), look().text, "en-GB")
        lines = passage.lines(80)
        assert len(lines) > 1
        for line in lines[:-1]:
            assert passage.extent(line) <= 80
            last = read(passage, line)[-1]
            assert last == ends if ends else last in ".:/-"


def test_glyphs_of_several_parts_stand_as_the_shaper_set_them() -> None:
    setter = Typesetter(story(language="bn"))
    font = next(f for f in setter.look.text.faces.regular.of("Beng") if typeface(f).sets("ছো"))
    (glyph,) = shape("ছো", font, language="bn").glyphs
    assert glyph.source == "ছো"
    assert len(glyph.parts) > 1
    with opened(book(story(Paragraph(spans("ছো")), language="bn"))) as document:
        embedded = [item.read_bytes() for item in document.objects if _is_font_file(item)]
    made = [one for file in embedded for one in _composites(TTFont(BytesIO(file)))]
    assert [(part.x, part.y) for part in made[0].components] == [part[1:] for part in glyph.parts]


def _is_font_file(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and "/Length1" in item


def _composites(font: TTFont) -> list[Any]:
    """Its glyphs of several parts; each starts where its metrics say."""
    found = []
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite():
            assert font["hmtx"][name][1] == glyph.xMin
            found.append(glyph)
    return found
