"""Slides on layouts that hold them: in turn, drawn, moved on, and with what the program fills by itself."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from pptx_lint import lint, opened
from sample_brand import sample_brand
from test_slides import example, files_of, pack, texts

from builder.audit.deckparts import P
from builder.content.deck import ChartFill, Deck, ShapesFill, SlideContent, TableFill, TextFill
from builder.errors import Problem
from builder.geometry.curves import bounds, flattened
from builder.kinds.slides import plan, spread
from builder.pack.edition import Edition
from builder.text.office import office_font

BRAND = sample_brand()
POINTS = [f"Swifts come back to the same hole in wall {number}, and find it closed" for number in range(14)]
SENTENCES = " ".join(f"{point}." for point in POINTS)
LONG = f"{SENTENCES} {SENTENCES}"


def remarks(edition: Edition) -> list[Problem]:
    deck = list(plan(edition))[-1]
    return [deck.problem(deck.content, remark) for remark in deck.content.lay_out().remarks]


def drawn(slide: SlideContent) -> list[ShapesFill]:
    return [filling for filling in slide.fillings if isinstance(filling, ShapesFill)]


def test_sections_look_their_own_way_in_turn() -> None:
    slides = example(pack(BRAND, *({"layout": "section", "title": f"Part {n}"} for n in range(4))))
    assert [slide.layout for slide in slides] == ["section", "section-2", "section-3", "section"]
    assert [texts(slide)[1] for slide in slides] == ["1", "2", "3", "4"]


def test_a_section_with_a_picture_is_counted_too() -> None:
    photos = [{"id": "nest", "file": "packs/photos/parent.jpg", "alt": "A nest", "credit": "Ours"}]
    heads = [{"layout": "section", "title": f"Part {n}", "photo": "nest"} for n in (1, 2)]
    named = {"layout": "section-picture", "title": "Part 3", "photo": "nest"}
    slides = example(pack(BRAND, *heads, {"layout": "statement", "title": "So"}, named, photos=photos))
    assert [slide.section for slide in slides] == ["Part 1", "Part 2", "", "Part 3"]
    assert [texts(slide)[1] for slide in slides if slide.section] == ["1", "2", "3"]


def test_points_that_are_too_many_go_on_on_the_next_slide_and_it_is_told() -> None:
    slide = {"layout": "title-and-text", "title": "Walls", "bullets": POINTS, "notes": "Slowly."}
    edition = pack(BRAND, slide)
    layout = list(plan(edition))[-1].content.lay_out()
    slides = layout.content.slides
    assert [texts(slide)[0] for slide in slides] == ["Walls", "Walls (2)"]
    assert [text for slide in slides for text in texts(slide)[1:]] == POINTS
    assert [slide.notes for slide in slides] == ["Slowly.", ""]
    (problem,) = remarks(edition)
    assert (problem.severity, problem.place and problem.place.file) == ("warning", "slides.slides.0.bullets")
    assert problem.message == "`bullets` is too long for one slide, and goes on on 1 more"


def test_long_text_moves_to_a_layout_with_more_room_and_then_on() -> None:
    (moved,) = example(pack(BRAND, {"layout": "statement", "title": "Walls", "text": SENTENCES[:400]}))
    assert moved.layout == "title-and-text"
    edition = pack(BRAND, {"layout": "statement", "title": "Walls", "text": LONG})
    slides = list(plan(edition))[-1].content.lay_out().content.slides
    assert len(slides) > 1
    assert " ".join(text for slide in slides for text in texts(slide)[1:]) == LONG


def test_a_title_that_no_layout_has_room_for_is_smaller_and_it_is_told() -> None:
    title = "Swifts come back to the same hole in the same wall each year, and find it closed. " * 2
    edition = pack(BRAND, {"layout": "section", "title": title.strip()})
    (slide,) = list(plan(edition))[-1].content.lay_out().content.slides
    assert (slide.layout, texts(slide)[0]) == ("section", title.strip())
    (problem,) = remarks(edition)
    assert (problem.severity, problem.place and problem.place.file) == ("warning", "slides.slides.0.title")
    assert problem.message.startswith("`title` is long for the layout `section`: its words are ")
    assert problem.message.endswith(" pt, not 36 or more")
    assert problem.hint.endswith(f" of its {len(title) - 1} characters fit at 36 pt")


def test_each_slide_is_told_that_nobody_could_read_and_how_much_of_it_fits() -> None:
    title = ("Swifts come back to the same hole " * 20).strip()
    edition = pack(BRAND, {"layout": "section", "title": title}, {"layout": "quote", "title": f"{title}!"})
    found = remarks(edition)
    told = [(each.severity, each.place and each.place.file) for each in found]
    assert told == [("error", "slides.slides.0.title"), ("error", "slides.slides.1.title")]
    assert len({each.cause for each in found}) == len(found)
    count = int(found[0].hint.split()[0])
    assert 100 < count < len(title)
    assert f" of its {len(title)} characters fit at 20 pt" in found[0].hint
    (shorter,) = remarks(pack(BRAND, {"layout": "section", "title": title[:count]}))
    assert shorter.severity == "warning"


def test_what_no_number_of_slides_holds_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "_MOST", 2)
    rows = [["Day", "Walls"], *([f"{number}", "Swifts look for a hole"] for number in range(20))]
    (problem,) = remarks(pack(BRAND, {"layout": "table", "title": "Days", "rows": rows}))
    assert (problem.severity, problem.message) == ("error", "`rows` is too long for 2 slides")


def test_a_long_table_has_its_head_on_each_slide() -> None:
    rows = [["Day", "Walls"], *([f"{number}", "Swifts look for a hole"] for number in range(12))]
    edition = pack(BRAND, {"layout": "table", "title": "Days", "rows": rows})
    slides = list(plan(edition))[-1].content.lay_out().content.slides
    tables = [filling for slide in slides for filling in slide.fillings if isinstance(filling, TableFill)]
    assert len(tables) == len(slides) > 1
    assert {table.rows[0] for table in tables} == {("Day", "Walls")}
    assert [row for table in tables for row in table.rows[1:]] == [tuple(row) for row in rows[1:]]


def test_names_of_slices_have_the_room_of_their_longest_word() -> None:
    def room(*names: str) -> tuple[float, float]:
        rows = [["Who", "Share"], *([name, "30"] for name in names)]
        slide = {"layout": "chart", "chart": "doughnut", "title": "Who", "rows": rows}
        (shown,) = example(pack(BRAND, slide))
        (chart,) = (filling for filling in shown.fillings if isinstance(filling, ChartFill))
        assert chart.ring + chart.legend[0] < 1
        return chart.legend

    word = "Rechtsschutzversicherungsgesellschaften"
    width = BRAND.slides.layouts["chart"].boxes[1].box[2] * 9.6 if BRAND.slides else 0
    assert room(word, "Others")[0] * width > office_font("Arial").width(word, 20)
    assert room("Swifts", "Others")[0] < 0.2
    one, two = room("Swifts", "Others"), room("Swifts and all that fly with them over many roofs", "Others")
    assert two[1] > one[1]


def test_a_part_of_a_whole_is_drawn_in_shapes_with_alt_text() -> None:
    slide = {"layout": "statistic", "title": "Nests", "text": "nests are lost", "source": "Count, 2023"}
    (written,) = example(pack(BRAND, {**slide, "value": "1 in 3"}))
    (apart,) = example(pack(BRAND, {**slide, "value": "1", "of": 3}))
    (plain,) = example(pack(BRAND, {**slide, "value": "14", "unit": "million"}))
    assert (written.layout, apart.layout, plain.layout) == ("statistic-drawn", "statistic-drawn", "statistic")
    assert [filling.alt for filling in drawn(written)] == ["1 in 3: nests are lost"]
    assert "1 in 3" in texts(apart)
    assert "14 million" in texts(plain)
    assert written.notes == "Source: Count, 2023"
    deck = files_of(pack(BRAND, {**slide, "value": "1 in 3"}))[-1]
    package = opened(deck.format.render(deck.content))
    assert lint(package) == set()
    groups = [each for _, root in package.of("sld") for each in root.iter(P + "grpSp")]
    assert [next(each.iter(P + "cNvPr")).get("descr") for each in groups] == ["1 in 3: nests are lost"]


def test_a_part_of_a_whole_that_is_not_drawn_is_told() -> None:
    title = "What a count of all walls in our town has found in the summers of as many years as we"
    slide = {"layout": "statistic", "title": title, "value": "1 in 3", "text": "nests are lost"}
    (written,) = example(pack(BRAND, {**slide, "title": "Nests"}))
    assert written.layout == "statistic-drawn"
    edition = pack(BRAND, slide)
    (plain,) = list(plan(edition))[-1].content.lay_out().content.slides
    (problem,) = remarks(edition)
    assert plain.layout == "statistic"
    assert (problem.severity, problem.place and problem.place.file) == ("warning", "slides.slides.0.value")
    told = "the figure is not drawn: `title` is too long for the layout `statistic-drawn`"
    assert (problem.message, problem.hint) == (told, "say less in `title`")


def test_a_share_in_a_stack_of_bars_fills_its_room_where_no_bars_show_it() -> None:
    brand = sample_brand("broadsheet")
    values = ("7 in 10", "64%", "1 in 20")
    slides = [{"layout": "statistic", "title": value, "value": value} for value in values]
    boxes = [
        bounds(line for each in drawn(slide) for path in each.paths for line in flattened(path.commands, 1))
        for slide in example(pack(brand, *slides))
    ]
    assert len({round(box.bottom, 3) for box in boxes}) == 1  # all of them stand at the same height
    assert all(box.w > 0.36 * 960 and box.h > 0.3 * 540 for box in boxes)


def test_notes_have_the_numbers_of_a_chart() -> None:
    rows = [["Where", "Pairs"], ["East", "3"], ["West", "5"]]
    slide = {"layout": "chart", "title": "Pairs", "rows": rows, "source": "Us", "notes": "Ask."}
    (written,) = example(pack(BRAND, slide))
    assert written.notes == "Ask.\nWhere | Pairs\nEast | 3\nWest | 5\nSource: Us"


def test_an_agenda_without_points_has_the_titles_of_the_sections() -> None:
    titles = ("Walls", "Roofs")
    sections = ({"layout": "section", "title": each} for each in titles)
    agenda, *_ = example(pack(BRAND, {"layout": "agenda", "title": "Today"}, *sections))
    assert set(texts(agenda)) == {"Today", "1", "2", *titles}


def test_the_code_of_the_closing_slide_is_read() -> None:
    edition = pack(BRAND, {"layout": "closing", "title": "Thank you"})
    (slide,) = example(edition)
    ((plate, squares),) = [filling.paths for filling in drawn(slide)]
    image = Image.new("RGB", (1920, 1080), (53, 33, 79))
    pen = ImageDraw.Draw(image)
    for path in (plate, squares):
        for polygon in flattened(path.commands, 0.2):
            pen.polygon([(2 * x, 2 * y) for x, y in polygon], path.fill.rgb)  # type: ignore[union-attr]
    small = image.resize((960, 540))  # as a camera at the back of a hall sees it
    assert [found.text for found in zxingcpp.read_barcodes(small)] == ["https://example.org/swifts"]
    assert "example.org/swifts" in texts(slide)


def test_a_code_with_squares_that_no_hall_can_read_is_a_fault() -> None:
    long = {"website": "https://example.org/" + "swifts-above-our-roofs/" * 12}
    edition = pack(BRAND, {"layout": "closing", "title": "Thank you"})
    campaign = edition.spec.campaign.model_copy(update=long)
    spec = edition.spec.model_copy(update={"campaign": campaign})
    (problem,) = [
        each
        for each in remarks(Edition(spec, BRAND, "en-GB", edition.phrases, edition.folder, edition.place))
        if "QR code" in each.message
    ]
    assert problem.severity == "error"


def test_a_template_tells_how_to_use_it() -> None:
    for each in files_of(pack(BRAND))[:2]:
        assert isinstance(each.content, Deck)
        first = each.content.slides[0]
        assert texts(first)[0] == "How to use this template"
        assert any("Georgia" in text for text in texts(first))
        assert first.notes.startswith("Layouts: Title, ")
        assert lint(opened(each.format.render(each.content))) == set()


def test_a_template_tells_nobody_in_english_who_asked_for_another_language() -> None:
    template, *_ = plan(pack(BRAND, language="cy"))
    assert len(template.content.lay_out().content.slides) == 1
    template, *_ = plan(pack(BRAND, language="fa"))  # whose words nobody has written
    assert template.content.lay_out().content.slides == ()


def test_no_text_of_a_slide_is_lost_in_its_turn() -> None:
    said = [{"layout": "statement", "title": f"Wall {n}", "text": "Leave the gap."} for n in range(3)]
    for slide in example(pack(BRAND, *said)):
        assert any("Leave the gap." in text for text in texts(slide))
        assert all(filling.size is None for filling in slide.fillings if isinstance(filling, TextFill))


def test_words_move_to_no_layout_that_is_there_for_what_the_slide_lacks() -> None:
    for layout in ("statement", "quote"):
        slide = {"layout": layout, "title": "Nests", "text": SENTENCES[:500]}
        (moved,) = example(pack(BRAND, slide))
        assert moved.layout == "title-and-text"
    lost = {"layout": "statistic", "title": "Nests", "value": "14 million", "text": SENTENCES[:240]}
    slides = list(plan(pack(BRAND, lost)))[-1].content.lay_out().content.slides
    assert {slide.layout for slide in slides} == {"statistic"}
