"""The tool's fixed words, and dates by language."""

import ast
import datetime as dt
import string
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
import regex
import yaml
from babel import Locale
from jinja2 import nodes
from phrase_reads import reads
from sample_brand import sample_brand

from builder.audit.inspection import FORMATS
from builder.brand.slideboxes import Field_
from builder.kinds import KINDS
from builder.kinds.guide.chapters import CHAPTERS
from builder.kinds.slides import FILES
from builder.kinds.start.edition import LABELS, OWN
from builder.pack.edition import Edition
from builder.phrases import book, phrases
from builder.platforms.sizes import SIZES
from builder.record import replace
from builder.render.html.environment import environment
from builder.tagged import tagged

BOOKS = {
    file.name.removesuffix(".yaml"): yaml.safe_load(file.read_text("utf-8"))
    for file in files("builder.phrases").iterdir()
    if file.name.endswith(".yaml")
}
ROOT = Path(__file__).parent.parent
FIRST, LAST = dt.date(2022, 6, 13), dt.date(2022, 6, 19)


def slots(phrase: str | Mapping[str, str]) -> set[str]:
    forms = [phrase] if isinstance(phrase, str) else phrase.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


@pytest.mark.parametrize("language", BOOKS)
def test_every_language_says_everything_with_the_same_slots(language: str) -> None:
    english = {key: (type(phrase), slots(phrase)) for key, phrase in BOOKS["en"].items()}
    assert {key: (type(phrase), slots(phrase)) for key, phrase in BOOKS[language].items()} == english
    assert phrases(language).problems == ()


@pytest.mark.parametrize("language", BOOKS)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    allowed = Locale(language).plural_form.tags | {"other"}
    for key, phrase in BOOKS[language].items():
        if not isinstance(phrase, str):
            assert phrase.keys() <= allowed, key
            assert "other" in phrase, key


def test_plurals() -> None:
    assert phrases("en-GB").plural("days_to_go", 1) == "1 day to go"
    assert phrases("en-GB").plural("days_to_go", 2) == "2 days to go"
    assert phrases("cy").plural("days_to_go", 2) == "2 ddiwrnod i fynd"
    assert phrases("bn").plural("days_to_go", 7) == "আর ৭ দিন"
    assert [phrases("fr").plural("files", n) for n in (0, 1, 2)] == ["0 fichier", "1 fichier", "2 fichiers"]


def test_arabic_counts_in_six_forms() -> None:
    counted = [phrases("ar").plural("images", n) for n in (0, 1, 2, 3, 11, 100)]
    assert counted == ["لا صور", "صورة واحدة", "صورتان", "3 صور", "11 صورة", "100 صورة"]
    assert phrases("ar-EG").plural("files", 12) == "١٢ ملفًا"
    assert all(
        phrase.keys() == Locale("ar").plural_form.tags | {"other"}
        for phrase in BOOKS["ar"].values()
        if not isinstance(phrase, str)
    )


def test_the_first_of_a_month_is_counted_in_french() -> None:
    first, last = dt.date(2027, 10, 1), dt.date(2027, 10, 31)
    french = phrases("fr-FR")
    assert french.date_text(first) == "Vendredi 1er octobre 2027"  # as labels and titles begin
    assert french.date_range(first, last) == "1er–31 octobre 2027"
    assert french.date_range(last, dt.date(2028, 1, 1)) == "31 octobre 2027 – 1er janvier 2028"
    assert french.date_range(first, dt.date(2027, 12, 11), year=False) == "1er octobre – 11 décembre"
    assert phrases("de").date_text(first) == "Freitag, 1. Oktober 2027"


@pytest.mark.parametrize(("language", "sign"), [("en", ": "), ("ar", ": "), ("fr-CH", "\u202f: ")])
def test_a_label_is_parted_from_its_words_as_its_language_does_it(language: str, sign: str) -> None:
    assert phrases(language).colon == sign


def test_french_sets_a_narrow_blank_at_its_tall_signs() -> None:
    """`Source : {source}`: one at which no line ends, before `; : ! ? %` and inside `« »`."""
    phrases_ = BOOKS["fr"].values()
    texts = [text for said in phrases_ for text in ([said] if isinstance(said, str) else said.values())]
    wide = regex.compile(r"(?<=[\p{L}\p{N}}»]|})[^\S\u202f]?[;:!?%»](?![\w}])|«(?!\u202f)")
    assert [text for text in texts if wide.search(text.split(" | ")[0])] == []
    assert any("\u202f" in text for text in texts)


@pytest.mark.parametrize(
    ("language", "day", "week"),
    [
        ("en-GB", "Monday 13 June 2022", "13–19 June 2022"),
        ("en-US", "Monday, June 13, 2022", "June 13–19, 2022"),
        ("cy", "Dydd Llun, 13 Mehefin 2022", "13–19 Mehefin 2022"),
        ("de", "Montag, 13. Juni 2022", "13.–19. Juni 2022"),
        ("ur", "پیر، 13 جون، 2022", "13–19 جون 2022"),
        ("bn", "সোমবার, ১৩ জুন, ২০২২", "১৩–১৯ জুন, ২০২২"),
        ("ar", "الاثنين، 13 يونيو 2022", "13–19 يونيو 2022"),
        ("ar-EG", "الاثنين، ١٣ يونيو ٢٠٢٢", "١٣–١٩ يونيو ٢٠٢٢"),
        ("fr", "Lundi 13 juin 2022", "13–19 juin 2022"),
        ("zh-Hans", "2022年6月13日星期一", "2022年6月13日{to}19日"),
    ],
)
def test_dates(language: str, day: str, week: str) -> None:
    assert phrases(language).date_text(FIRST) == day
    said = {week.format(to=to) for to in (" – ", "至")}  # as two editions of CLDR have it
    assert phrases(language).date_range(FIRST, LAST) in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", "Monday 13 June, 09:05"),
        ("ar", "الاثنين، 13 يونيو، 9:05\u00a0ص"),
        ("ja", "6月13日(月曜日) 9:05"),
        ("vi", "Thứ Hai, 13 tháng 6, 09:05"),  # CLDR has the hours first
        ("am", "ሰኞ፣ ጁን 13, 9:05\u00a0ጥዋት"),  # no sign: two figures would be one number
    ],
)
def test_the_sign_between_a_day_and_its_hours_is_the_language_s(language: str, said: str) -> None:
    assert phrases(language).moment_text(FIRST, dt.time(9, 5), year=False) == said


def test_a_day_in_a_phrase_is_written_in_the_phrase_s_language() -> None:
    day = dt.date(2026, 11, 23)
    english = "Platforms change their sizes often. These were checked on 23 November 2026."
    assert phrases("fa").fill("sizes_checked", date=day) == english
    assert phrases("cy").fill("sizes_checked", date=day).endswith("23 Tachwedd 2026.")


def test_ranges_say_once_what_both_days_share() -> None:
    english = phrases("en-GB")
    assert english.date_range(FIRST, LAST, year=False) == "13–19 June"
    assert english.date_range(FIRST, dt.date(2022, 7, 2)) == "13 June – 2 July 2022"
    assert english.date_range(FIRST, dt.date(2023, 1, 2)) == "13 June 2022 – 2 January 2023"
    assert english.date_range(FIRST, FIRST) == "13 June 2022"


def test_times() -> None:
    start = dt.datetime(2022, 6, 14, 12, 30, tzinfo=dt.UTC)
    assert phrases("en-GB").time_range(start, start.replace(hour=14, minute=0)) == "12:30–14:00"
    assert phrases("en-GB").time_range(start, None) == "12:30"


def test_a_range_of_times_holds_together_in_a_text_from_right_to_left() -> None:
    start = dt.datetime(2022, 6, 14, 14, 0, tzinfo=dt.UTC)
    assert phrases("ur").time_range(start, start.replace(hour=15)) == "14:00–15:00"
    assert phrases("bn").time_range(start, start.replace(hour=15)) == "২:০০\u00a0PM–৩:০০\u00a0PM"


def test_no_phrase_calls_a_campaign_a_week_which_may_be_a_day_or_a_month() -> None:
    week = {"en": "week", "de": "woche", "cy": "wythnos", "ur": "ہفت", "bn": "সপ্তাহ"}
    week |= {"ar": "أسبوع", "fr": "semaine"}
    assert week.keys() == BOOKS.keys()
    called = [
        (language, key)
        for language, phrases_ in BOOKS.items()
        for key, phrase in phrases_.items()
        if week[language] in str(phrase).lower()
    ]
    assert not called


@pytest.mark.parametrize("language", BOOKS)
def test_every_language_has_quotation_marks_of_print(language: str) -> None:
    """Unicode, property Quotation_Mark; those of typewriters belong to no language."""
    marked = phrases(language).fill("quotation", text="…")
    assert regex.fullmatch(r"[\p{QMark}--\"']\s?…\s?[\p{QMark}--\"']", marked, regex.V1), marked


def test_quotation_marks_are_those_of_the_language() -> None:
    expected = {"en": "“…”", "cy": "“…”", "de": "„…“", "ur": "”…“", "bn": "“…”"}
    expected |= {"ar": "«…»", "fr": "«\u202f…\u202f»"}
    # Of languages that the program does not speak, by CLDR.
    expected |= {"ja": "「…」", "pl": "„…”", "el": "«…»", "th": "“…”", "zh-Hant": "「…」"}
    expected |= {"zh-Hans": "“…”", "pt-PT": "«…»", "pt-BR": "“…”"}
    assert {language: phrases(language).fill("quotation", text="…") for language in expected} == expected


def test_direction_is_that_of_the_script() -> None:
    tags = ("en-GB", "ur", "pa", "pa-Arab", "he", "bn")
    assert [tag for tag in tags if phrases(tag).rtl] == ["ur", "pa-Arab", "he"]


def test_a_language_that_the_tool_does_not_speak_gets_english_and_a_warning() -> None:
    klingon = phrases("tlh")
    assert klingon["event"] == "Event"
    assert [problem.severity for problem in klingon.problems] == ["warning"]


def card_kinds() -> set[str]:
    """What a card can tell of."""
    module = ast.parse((ROOT / "builder/pack/cards.py").read_text("utf-8"))
    made = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    items = (call for call in made if ast.unparse(call.func) in ("_Item", "_Item.of"))
    return {kind for call in items if isinstance(kind := ast.literal_eval(call.args[0]), str)}


def layouts() -> set[str]:
    return yaml.safe_load((ROOT / "builder/looks/embrace/slides.yaml").read_text("utf-8"))["layouts"].keys()


def test_every_phrase_is_read_somewhere() -> None:
    listed = KINDS.keys() - {OWN}  # whose files the page and the note on the edition tell of
    sizes = {size.key.replace("-", "_") for size in SIZES}
    tables = {  # what the code asks for → all that it can be
        "f'kind_{kind}'": {f"kind_{kind}" for kind in listed},
        "f'start_{kind}_intro'": {f"start_{kind}_intro" for kind in listed},
        "f'file_{use}'": {f"file_{use}" for use in FILES},
        "f'use_{use}'": {f"use_{use}" for use in FILES},
        "f'checks_{name}'": {f"checks_{each.name}" for each in FORMATS},
        "f'prompt_{box.holds}'": {f"prompt_{field}" for field in get_args(Field_)},
        """f"layout_{key.replace('-', '_')}\"""": {f"layout_{key.replace('-', '_')}" for key in layouts()},
        "f'size_{_phrase_of(size)}'": {f"size_{key}" for key in sizes},
        "f'size_use_{_phrase_of(size)}'": {f"size_use_{key}" for key in sizes},
        "card.title": {"file_print", "file_save_ink"},  # of a pledge card
        "for_whom": {"file_print", "file_save_ink", "file_screen"},  # of an infographic, a certificate
        "_ALT[design]": {"alt_profile_frame", "alt_sticker"},
        "CHAPTERS[name].title": {chapter.title for chapter in CHAPTERS.values()},
        "chapter": {chapter.title for chapter in CHAPTERS.values()},  # whose list goes on over a page
        "key": {"alt_announcement", "alt_carousel_end", *(f"alt_{kind}" for kind in card_kinds())},
    }
    keys, unclear = set[str](), set[str]()
    for path in sorted((ROOT / "builder").rglob("*.py")):
        shown, asked = reads(path)
        keys |= shown
        unclear |= asked
    # As this Python writes them: quotation marks within others are its own from 3.12 on.
    assert unclear == {ast.unparse(ast.parse(asked)) for asked in tables}
    assert BOOKS["en"].keys() - keys.union(*tables.values()) == set()
    assert keys - BOOKS["en"].keys() == set()


def test_every_part_of_the_start_page_has_a_name_in_words() -> None:
    listed = [kind for kind in KINDS if kind not in (OWN, "accessibility")]  # one comes after the page
    assert [kind for kind in listed if f"kind_{kind}" not in BOOKS["en"]] == []


def test_sizes_are_called_in_english_as_their_table_calls_them() -> None:
    said = {size.key: (size.title, size.use.replace("'", "’")) for size in SIZES}
    keys = {key: key.replace("-", "_") for key in said}
    english = phrases("en-GB")
    assert {key: (english[f"size_{of}"], english[f"size_use_{of}"]) for key, of in keys.items()} == said


def test_the_start_page_says_each_of_its_labels() -> None:
    loaded = environment()
    names = loaded.list_templates(filter_func=lambda name: "__pycache__" not in name)
    trees = [loaded.parse(loaded.loader.get_source(loaded, name)[0]) for name in names]
    found = [node for tree in trees for node in tree.find_all(nodes.Getattr)]
    assert {node.attr for node in found if getattr(node.node, "name", "") == "labels"} == set(LABELS)


def test_a_language_that_lacks_much_is_told_what_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    english = {f"word_{number:02}": "word" for number in range(20)}
    monkeypatch.setattr(
        book, "shipped_phrases", lambda language: english if language == "en" else {"word_00": "gair"}
    )
    (problem,) = book.phrases("cy").problems
    assert problem.message.endswith("word_11, word_12 and 7 more in `cy`")


def test_a_size_of_the_campaign_s_own_table_is_called_as_it_says() -> None:
    spec: Any = None
    its = Edition(spec, sample_brand(), "cy", phrases("cy"), Path(), lambda *_, **__: None)
    own = replace(SIZES[2], title="Stori ni", use="Ein stori")
    assert [its.size_title(size) for size in (SIZES[2], own)] == ["Stori", "Stori ni"]
    assert its.size_use(SIZES[2]) == "Stori ar Instagram neu Facebook neu statws WhatsApp"
    assert its.size_use(own) == "Ein stori"


def test_phrases_are_read_once_and_never_taken_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "_HERE", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    text = "tea: a cup\nweeks: {one: a week, other: weeks}\n"
    meant = {"tea": "a cup", "weeks": {"one": "a week", "other": "weeks"}}
    assert book._read(text, "own") == meant
    with monkeypatch.context() as without:
        without.setattr(yaml, "load", None)
        assert book._read(text, "own") == meant
    assert book._read("tea: a mug\n", "own") == {"tea": "a mug"}
    (code,) = (tmp_path / "__pycache__").iterdir()
    code.write_bytes(code.read_bytes()[:-3])
    assert book._read("tea: a mug\n", "own") == {"tea": "a mug"}


@pytest.mark.parametrize(
    ("language", "sign"),
    [("en", ", "), ("cy", ", "), ("ar", "، "), ("fa", "، "), ("ur", "، "), ("ja", "、"), ("he", ", ")],
)
def test_a_list_is_parted_as_its_language_does_it(language: str, sign: str) -> None:
    assert phrases(language).listed(("A", "", "B")) == f"A{sign}B"
    assert phrases(language).listed((tagged("C words", "en"), "B")) == "C words, B"


@pytest.mark.parametrize(
    ("language", "sign"),
    [("en", "; "), ("cy", "; "), ("ar", "؛ "), ("fa", "؛ "), ("ur", "؛ "), ("zh", "；"), ("el", "· ")],
)
def test_lists_are_parted_by_a_sign_that_weighs_more(language: str, sign: str) -> None:
    assert phrases(language).grouped(("A", "", "B")) == f"A{sign}B"
    assert phrases(language).grouped((tagged("C words", "en"), "B")) == "C words; B"
