"""What is not translated: it keeps its language and its direction wherever it is shown."""

import csv
import pickle
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from docx_text import W, Word, text_of
from sample_brand import sample_brand
from sample_deck import sample_deck
from sample_story import composed

from builder.color import Color
from builder.content.frame import Frame, Text
from builder.content.markdown import from_markdown
from builder.content.pages import Element
from builder.content.recipe import laid_out
from builder.content.story import Heading, Paragraph, Span, words
from builder.content.walk import walk
from builder.kinds.calendar import KIND as CALENDAR
from builder.kinds.copy import KIND as COPY
from builder.kinds.guide import story
from builder.languages import spoken_in, with_region, written_rtl
from builder.layout.canvas import screen
from builder.layout.flow.structure import Structure
from builder.layout.flow.words import Words
from builder.layout.reading import owners_of
from builder.pack.alttexts import heard
from builder.pack.artwork import card_recipe
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.phrases.book import locale_of
from builder.platforms.sizes import SIZES
from builder.record import fields_of, is_record, replace
from builder.render.agenda import render_agenda
from builder.render.docx import render_docx
from builder.render.html.environment import environment
from builder.render.pptx.speech import spoken
from builder.spec.dated import Post
from builder.spec.read import read_spec
from builder.tagged import (
    Several,
    Tagged,
    in_language_of,
    in_language_of_most,
    joined,
    language_of,
    parts_of,
    pruned,
    several,
    tagged,
)

SPEC = {
    "campaign": {
        "name": "Tea Week",
        "short_name": "Tea",
        "organiser": "Friends of Tea",
        "website": "https://example.org",
        "contact": "us@example.org",
        "about": "Tea is **good**.\n\n- It is warm.",
    },
    "theme": {"title": "What is tea?", "hashtag": "#TeaForAll", "why": "Join us on {dates}: {theme}"},
    "dates": {"start": "2025-05-05", "end": "2025-05-11"},
    "messages": [{"id": "time", "headline": "90 seconds", "text": "Take your time."}],
    "quotes": [{"id": "one", "text": "I had tea.", "who": "A guest"}],
}
ARABIC = {"theme": {"title": "ما هو الشاي؟"}, "messages": [{"id": "time", "text": "خذ وقتك."}]}


def edition(
    folder: Path, language: str, more: Mapping[str, object] = {}, /, **translated: object
) -> Edition:
    spec = {**SPEC, **more, "languages": ["en-GB", language]}
    (folder / "2025.yaml").write_text(yaml.safe_dump(spec), "utf-8")
    (folder / f"2025.{language}.yaml").write_text(yaml.safe_dump(translated, allow_unicode=True), "utf-8")
    version = read_spec(folder / "2025.yaml", folder).versions[1]
    return Edition(version.spec, sample_brand(), language, phrases(language), folder, version.source.place)


def texts(card: Card, its: Edition) -> dict[str, Text]:
    (size,) = (size for size in SIZES if size.key == "instagram-square")
    frame = laid_out(card_recipe(its, card, screen(size), size.key))
    return {item.role: item for item in frame.items if isinstance(item, Text)}


def test_a_text_knows_its_language_after_it_was_read_and_a_translated_one_has_the_edition_s(
    tmp_path: Path,
) -> None:
    spec = edition(tmp_path, "ar", **ARABIC).spec
    assert language_of(spec.messages[0].headline) == "en-GB"
    assert (spec.messages[0].text, language_of(spec.messages[0].text or "")) == ("خذ وقتك.", "")
    assert language_of(spec.campaign.about) == language_of(spec.quotes[0].who or "") == "en-GB"
    assert language_of(spec.theme.title) == language_of(spec.campaign.website) == ""


def test_figures_are_of_no_language_and_figures_with_words_are(tmp_path: Path) -> None:
    figures = [{"id": of, "value": of, "label": "of us", "source": "A survey"} for of in ("one-in-4", "100")]
    spec = edition(tmp_path, "cy", {"statistics": figures}).spec
    assert [language_of(figure.value) for figure in spec.statistics] == ["en-GB", ""]


def test_word_turns_the_cells_of_a_table_and_leaves_their_columns_where_they_were(tmp_path: Path) -> None:
    about = "|خذ|٢|\n|---|--:|\n|One|Two|\n"
    book = story(edition(tmp_path, "ar", campaign={"about": about}))
    word = Word(render_docx(laid_out(book), date="2025-05-05"))
    told = {text_of(each).strip(): each.find(f"{W}pPr/{W}jc") for each in word.paragraphs()}
    sides = {text: None if told[text] is None else told[text].get(f"{W}val") for text in ("خذ", "One", "Two")}
    # Of a paragraph from right to left, `right` is its end, on the left.
    assert sides == {"خذ": None, "One": "right", "Two": "left"}


def test_names_have_a_language_where_they_are_of_another_script(tmp_path: Path) -> None:
    assert language_of(edition(tmp_path, "ar", **ARABIC).spec.campaign.organiser) == "en-GB"
    campaign = edition(tmp_path, "ar", **ARABIC).spec.campaign
    assert language_of(campaign.contact) == language_of(campaign.website) == ""
    assert language_of(edition(tmp_path, "cy").spec.campaign.organiser) == ""


def test_placeholders_of_what_is_not_translated_are_filled_in_its_own_language(tmp_path: Path) -> None:
    why = edition(tmp_path, "ar", **ARABIC).spec.theme.why
    assert (why, language_of(why)) == ("Join us on 5–11 May 2025: What is tea?", "en-GB")


def test_cards_say_it_in_its_language_and_set_it_in_its_direction(tmp_path: Path) -> None:
    its = edition(tmp_path, "ar", **ARABIC)
    by_id = {card.id: card for card in cards(its)}
    shown = texts(by_id["message-time"], its)
    assert (shown["headline"].lang, shown["text"].lang) == ("en-GB", "ar")
    first = shown["headline"].lines[0].runs[0]
    assert first.text.startswith("90")
    assert first.x == min(run.x for run in shown["headline"].lines[0].runs if run.width)
    assert type(shown["headline"].words) is str
    quote = texts(by_id["quote-one"], its)
    assert {text.lang for role, text in quote.items() if role in ("quotation", "who")} == {"en-GB"}


def test_a_phrase_round_words_of_one_language_is_in_that_one(tmp_path: Path) -> None:
    its = edition(tmp_path, "ur")
    said = its.phrases.fill("source_line", source=Tagged("A survey", "en-GB"))
    assert (said, language_of(said)) == ("Source: A survey", "en-GB")
    assert language_of(its.phrases.fill("source_line", source="سروے")) == ""
    alt = next(card.alt for card in cards(its) if card.id == "quote-one")
    assert (alt, language_of(alt)) == ("Quote: “I had tea.” A guest", "en-GB")


def test_phrases_of_a_language_without_any_are_english_and_say_so() -> None:
    polish = phrases("pl")
    assert (polish["source_line"], language_of(polish["guide"])) == ("Source: {source}", "en")
    assert (polish.plural("files", 1), language_of(polish.plural("files", 5))) == ("1 file", "en")
    assert [problem.hint for problem in polish.problems] == [
        "write them into `brand/phrases/pl.yaml`: `packbuild docs add-a-language` tells how"
    ]
    partly = phrases("pl", {"guide": "Przewodnik"})
    assert (language_of(partly["guide"]), language_of(partly["contents"])) == ("", "en")
    assert language_of(phrases("cy")["guide"]) == language_of(phrases("en-GB")["guide"]) == ""


def test_the_guide_s_spans_say_their_language(tmp_path: Path) -> None:
    blocks = story(edition(tmp_path, "ar", **ARABIC)).blocks
    spans = [
        span
        for group in walk(blocks, {Heading: lambda b: b.spans, Paragraph: lambda b: b.spans})
        for span in group
    ]
    languages = {span.text.strip(): span.lang for span in spans}
    assert languages["good"] == languages["It is warm."] == languages["90 seconds"] == "en-GB"
    assert languages["خذ وقتك."] == ""


def test_markdown_says_its_language_in_every_block() -> None:
    text = "# A\n\n- b\n\n> c\n\n| d | e |\n|---|---|\n| f | g |\n\n    h"
    plain, said = from_markdown(text), from_markdown(Tagged(text, "pl"))
    assert repr(said).count("lang='pl'") == repr(plain).count("Span(") == 8
    assert repr(said).replace("lang='pl'", "lang=''") == repr(plain)


def test_a_span_takes_the_language_of_its_words_and_another_that_it_is_given() -> None:
    assert words(Tagged("Tea", "en")) == (Span("Tea", lang="en"),)
    assert Span(Tagged("Tea", "en"), lang="pl").lang == "pl"
    assert type(Span(Tagged("Tea", "en")).text) is str


def test_a_text_and_its_language_stay_together() -> None:
    tea = Tagged("Tea", "en")
    assert pickle.loads(pickle.dumps(tea)).language == "en"
    assert repr(tea) == "Tagged('Tea', 'en')" != repr("Tea")
    assert language_of(in_language_of("Teas", tea)) == "en"
    assert type(tagged("Tea", "")) is str
    assert language_of(in_language_of_most("", (tea, "Kawa i herbata"), "pl")) == ""
    assert language_of(joined(", ", (tea, "", "Ty"))) == "en"
    assert joined(", ", (tea, "", "Ty")) == "Tea, Ty"


def test_words_in_several_languages_keep_each_and_are_in_that_of_most() -> None:
    said = phrases("fa").fill("source_line", source="استطلاع شمل ١٢٠٤ من الآباء")
    assert isinstance(said, Several)
    assert (said, said.language) == ("Source: استطلاع شمل ١٢٠٤ من الآباء", "")
    assert words(said) == (Span("Source: ", lang="en"), Span("استطلاع شمل ١٢٠٤ من الآباء"))
    assert repr(pickle.loads(pickle.dumps(said))) == repr(said) != repr(str(said))
    alone = phrases("fa").fill("source_line", source="2021")
    assert (repr(alone), parts_of(alone)) == ("Tagged('Source: 2021', 'en')", (alone,))
    row = joined(" · ", (said, Tagged("Leeds", "en-GB")))
    assert parts_of(row) == ("Source: ", "استطلاع شمل ١٢٠٤ من الآباء · ", "Leeds")
    assert [language_of(part) for part in parts_of(row)] == ["en", "", "en-GB"]


def test_signs_and_figures_are_in_the_language_of_what_they_follow() -> None:
    said = several((Tagged("90 seconds", "en"), ". ", "ما هو", ", ", "13", Tagged(" ok", "en"), "!"))
    assert repr(said) == "Several('en', (Tagged('90 seconds. ', 'en'), 'ما هو, 13', Tagged(' ok!', 'en')))"
    assert repr(several(("“", Tagged("Tea", "en"), "”"))) == "Tagged('“Tea”', 'en')"
    assert repr(several(("1", Tagged("b", "en"), "c"))) == "Several('', (Tagged('1b', 'en'), 'c'))"
    assert repr(several(("a", Tagged("", "en"), "b"))) == "'ab'"


def test_what_is_taken_out_of_a_text_leaves_the_languages_of_its_parts() -> None:
    text = several((Tagged("What?. ", "en"), "ما  هو", "."))
    assert repr(pruned("What? ما هو.", text)) == "Several('en', (Tagged('What? ', 'en'), 'ما هو.'))"
    assert repr(pruned("Why? ما هو.", text)) == "Tagged('Why? ما هو.', 'en')"  # words that it does not have


def test_alt_texts_say_the_language_of_each_sentence(tmp_path: Path) -> None:
    its = edition(tmp_path, "ar", **ARABIC)
    card = next(card for card in cards(its) if card.id == "message-time")
    (size,) = (size for size in SIZES if size.key == "instagram-square")
    alt = heard(its, card.alt, card_recipe(its, card, screen(size), size.key), size.key)["alt"]
    assert [(str(part), language_of(part)) for part in parts_of(alt)] == [
        ("90 seconds. Tea Week, ", "en-GB"),
        ("5–11 مايو 2025. خذ وقتك.", ""),
    ]


def test_calendars_and_the_table_of_posts_say_the_language_of_what_is_not_translated(tmp_path: Path) -> None:
    event = {"id": "talk", "title": "Tea talk", "start": "2025-05-06T12:30", "place": "Hall"}
    post = {"id": "one", "when": "2025-05-05", "text": {"default": "Take your time."}}
    spoken = {"events": [{"id": "talk", "place": "القاعة"}]}
    its = edition(tmp_path, "ar", {"events": [event], "posts": [post]}, **ARABIC, **spoken)
    calendar = render_agenda(next(CALENDAR.plan(its)).content).decode().replace("\r\n ", "")
    assert "SUMMARY;LANGUAGE=en-GB:Tea talk\r\n" in calendar
    assert "LOCATION:القاعة\r\n" in calendar
    assert "SUMMARY:Tea Week: ما هو الشاي؟\r\n" in calendar  # most of it
    assert COPY.gather is not None
    table = next(COPY.gather(its, ())).content.decode("utf-8-sig")
    assert {row[its.phrases["language"]] for row in csv.DictReader(StringIO(table, newline=""))} == {"en-GB"}


def test_the_page_says_the_language_of_each_part() -> None:
    text = several((Tagged("Source: ", "en"), "استطلاع +44 20 7946 0123"))
    template = environment().from_string("{{ text|said }}")
    assert template.render(text=text, one=SimpleNamespace(rtl=True)) == (
        '<span lang="en" dir="ltr">Source: </span>استطلاع <bdi dir="ltr">+44 20 7946 0123</bdi>'
    )
    arabic = template.render(text="اتصلوا ٠٨٠٠ ١١ ١١", one=SimpleNamespace(rtl=True))
    assert arabic == 'اتصلوا <bdo dir="ltr">٠٨٠٠ ١١ ١١</bdo>'  # whose groups no isolate orders (UAX 9, N1)


def test_scripts_say_the_same_of_directions_as_cldr() -> None:
    from babel.localedata import locale_identifiers  # noqa: PLC0415  a long list

    tags = [name.replace("_", "-") for name in locale_identifiers() if "POSIX" not in name]
    of_cldr = {tag for tag in tags if locale_of(tag).character_order == "right-to-left"}
    assert {tag for tag in tags if written_rtl(tag)} == of_cldr
    assert {"ar", "ur", "he", "fa"} < of_cldr


def test_word_says_the_language_and_the_direction_of_each_run(tmp_path: Path) -> None:
    book = story(edition(tmp_path, "ar", **ARABIC))
    word = Word(render_docx(laid_out(book), date="2025-05-05"))
    by_text = {text_of(paragraph).strip(): paragraph for paragraph in word.paragraphs()}
    english, arabic = by_text["90 seconds"], by_text["خذ وقتك."]
    assert [each.get(f"{W}val") for each in english.iter(f"{W}bidi")] == ["0"]
    assert [each.get(f"{W}val") for each in english.iter(f"{W}lang")] == ["en-GB"]
    assert not [*english.iter(f"{W}rtl")]
    assert [each.get(f"{W}val") for each in arabic.iter(f"{W}bidi")] == [None]
    assert [each.get(f"{W}val") for each in arabic.iter(f"{W}lang")] == ["ar-EG"]
    assert [*arabic.iter(f"{W}rtl")]


def runs_of(paragraph: Any) -> list[tuple[str, bool]]:
    """The words of each run, and whether it runs from right to left."""
    return [
        ("".join(part.text for part in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in paragraph.iter(f"{W}r")
    ]


def test_word_keeps_what_is_not_translated_on_the_side_of_the_page(tmp_path: Path) -> None:
    """Words turn; rows with tabs, and bullets, stand where those of the page do."""
    book = story(edition(tmp_path, "ar", **ARABIC))
    word = Word(render_docx(laid_out(book), date="2025-05-05"))
    told = {text_of(each).strip(): (each, each.find(f"{W}pPr")) for each in word.paragraphs()}
    assert told["90 seconds"][1].find(f"{W}jc").get(f"{W}val") == "right"
    for text in (f"{phrases('ar')['website']}\texample.org", "It is warm."):
        properties = told[text][1]
        assert properties.find(f"{W}bidi").get(f"{W}val") is None
        assert properties.find(f"{W}jc") is None
    assert runs_of(told["It is warm."][0]) == [("\u200e", True), ("It is warm.", False), ("\u200e", True)]


def languages_of(element: Element, role: str) -> set[str]:
    """The languages of the elements of a role, and of those below an element."""
    own = {element.lang} if element.role == role else set[str]()
    return own.union(*(languages_of(child, role) for child in element.children))


def test_pdf_says_the_language_of_a_heading_with_its_number_before_it() -> None:
    title = Text("Dim the light", (), 10, Color(0, 0, 0), "en")
    items = replace(title, words="ليلًا", size=20, lang="ar"), replace(title, words="1", lang="ar"), title
    structure = Structure()
    owners_of(Frame(100, 100, "px", items, lang="ar"), structure)
    heads = [languages_of(structure.element(), role) for role in ("H1", "H2")]
    assert heads == [{""}, {"en"}]


def test_the_platforms_beside_a_post_are_in_their_language(tmp_path: Path) -> None:
    its = edition(tmp_path, "fa", **ARABIC)
    post = Post.model_validate({"id": "one", "when": "2025-05-05", "text": {"default": "خذ وقتك."}})
    its = replace(its, spec=its.spec.model_copy(update={"posts": (post,)}))
    flows = composed(laid_out(story(its)))
    spans = [span for flow in words_of(flows) for span in flow.passage.spans]
    assert {span.lang for span in spans if span.text.startswith("All platforms")} == {"en"}


def words_of(value: Any) -> Iterator[Words]:
    """The words in flows, those of groups too."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from words_of(each)
    elif is_record(value):
        yield from words_of([getattr(value, name) for name in fields_of(value)])


def test_slides_say_the_language_and_the_direction_of_each_paragraph(tmp_path: Path) -> None:
    deck = replace(sample_deck(tmp_path, rtl=True), lang="ar-EG")
    said = [spoken(text, deck) for text in (Tagged("90 seconds", "en-GB"), "خذ #Tea وقتك", "2025")]
    assert [(each.lang, each.rtl) for each in said] == [
        ("en-GB", False),
        (deck.lang, None),
        (deck.lang, None),
    ]
    assert said[1].text == "خذ \u200e#Tea\u200e وقتك"


def test_word_isolates_what_reads_by_itself_with_marks_of_the_sentence(tmp_path: Path) -> None:
    about = "اتصلوا على +44 20 7946 0123 أو #Tea!"
    book = story(edition(tmp_path, "ar", campaign={"about": about}))
    word = Word(render_docx(laid_out(book), date="2025-05-05"))
    (paragraph,) = (each for each in word.paragraphs() if text_of(each) == about)
    assert runs_of(paragraph) == [
        ("اتصلوا على \u200e", True),
        ("+44 20 7946 0123", False),
        ("\u200e أو \u200e", True),
        ("#Tea", False),
        ("\u200e!", True),
    ]


def test_office_is_told_the_region_of_a_language_once() -> None:
    tags = {"cy": "cy-GB", "zh-TW": "zh-TW", "zh-Hant": "zh-Hant-TW", "ar": "ar-EG", "xx": "xx"}
    assert {tag: with_region(tag) for tag in tags} == tags


def test_scripts_are_spoken_in_the_language_of_most() -> None:
    assert [spoken_in(code) for code in ("Deva", "Hang", "Zyyy")] == ["hi", "ko", "en"]
