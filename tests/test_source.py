"""What a lead types is what the reader takes, whatever YAML 1.1 would make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.errors import Faults, FileTrouble, Place
from builder.record import replace
from builder.source import Source, parse, read


@pytest.fixture
def source(tmp_path: Path) -> object:
    def made(text: str | bytes) -> Source:
        path = tmp_path / "spec.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(path, "spec.yaml")

    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("010", "010"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("40%", "40%"),
        ("2022-06-13", "2022-06-13"),
        ("2022-06-14T12:30", "2022-06-14T12:30"),
        ("#Hashtag", "#Hashtag"),
        ("Follow #Hashtag today", "Follow #Hashtag today"),
        ("text # a comment", "text"),
        ("Trauma: what helps", "Trauma: what helps"),
        ("one: two: three", "one: two: three"),
        ("Tŷ a de\u0301cor", "T\u0177 a d\u00e9cor"),
        ("“Curly quotes”", "Curly quotes"),
        ("“Curly”, he said", "“Curly”, he said"),
        ("@handle says", "@handle says"),
        ("`code`", "`code`"),
        ("%done", "%done"),
        ("a\tb", "a b"),
        ("\ta", "a"),
        ('"a # b: c"', "a # b: c"),
        ("=", "="),
        ("~", None),
        ("", None),
        ("null", None),
        ("|\n    o\tone\n    two\tthree\n", "o\tone\ntwo three\n"),
        ("|\n    two\n    #lines: here\n", "two\n#lines: here\n"),
        ("one\n    and then: so on", "one and then: so on"),
    ],
)
def test_scalars_stay_as_they_were_meant(source, typed: str, meant: str | None) -> None:
    assert source(f"group:\n  field: {typed}\n").at(("group", "field")) == meant


def test_names_of_fields_stay_text(source) -> None:
    assert source("no: a\n12:30: b\n2022: c\n").data == {"no": "a", "12:30": "b", "2022": "c"}


def test_a_wordy_item_with_a_colon_is_a_text_and_a_field_is_a_field(source) -> None:
    assert source("ideas:\n  - Do one thing: listen\n  - id: two\n").data == {
        "ideas": ["Do one thing: listen", {"id": "two"}]
    }


def test_each_reading_as_text_is_told(source) -> None:
    problems = source("a: #Tag\nb: one: two\nc: “three”\nd: '#four'\ne: five # six\n").problems
    assert [(problem.severity, problem.place.line) for problem in problems] == [
        ("warning", 1),
        ("warning", 2),
        ("warning", 3),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(source, end: str) -> None:
    found = source(f"\ufeffone: a{end}two:{end}  three: b{end}".encode())
    assert found.data == {"one": "a", "two": {"three": "b"}}
    assert found.place(("two", "three")) == Place("spec.yaml", 3, 10, 1, "  three: b")


def test_places_count_characters_of_any_script(source) -> None:
    found = source('名前: {值: "𝒳y", क्षण: z}\n')
    assert found.place(("名前", "值")).column == 9
    assert found.place(("名前", "क्षण"), key=True) == Place("spec.yaml", 1, 15, 4, '名前: {值: "𝒳y", क्षण: z}')


def test_a_place_that_is_not_in_the_file_is_that_of_what_holds_it(source) -> None:
    found = source("dates:\n  start: 1\nlist:\n  - {id: a}\n")
    assert found.place(("dates", "end"), key=True).line == 1
    assert found.place(("list", 0, "union-member", "id")).column == 10
    assert found.place(("nowhere",)) == Place("spec.yaml", 1, 1)


def test_a_place_can_be_narrowed_to_words_inside_a_long_text(source) -> None:
    found = source("body: |\n  first line\n  second line\n")
    assert found.place(("body",), within="second") == Place("spec.yaml", 3, 3, 6, "  second line")


def test_an_alias_stands_for_what_it_repeats(source) -> None:
    found = source("one: &text [a]\ntwo: *text\n")
    assert found.data == {"one": ["a"], "two": ["a"]}
    assert found.place(("two", 0)).line == 2


def test_a_broken_part_leaves_the_others_readable(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text('one: "open\ntwo: b\nthree: [c\nfour: d\n', encoding="utf-8")
    found = parse(path, "spec.yaml")
    assert (found.data, found.unread) == ({"two": "b", "four": "d"}, {"one", "three"})
    assert [problem.place.line for problem in found.problems] == [1, 3]
    with pytest.raises(Faults):
        read(path, "spec.yaml")


@pytest.mark.parametrize("text", [b"a: " + b"x" * 1_000_001, b"- a\n", b"words\n", b"", b"a: \xff\n"])
def test_what_cannot_be_a_spec_is_refused(source, text: bytes) -> None:
    with pytest.raises(Faults):
        source(text)


def test_a_missing_file_and_a_folder_are_trouble(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="no such file"):
        read(tmp_path / "none.yaml", "none.yaml")
    with pytest.raises(FileTrouble, match="folder"):
        read(tmp_path, "here")


def test_texts_are_those_of_the_data_that_a_source_has_now(source) -> None:
    made = source("theme: {title: Listen}\nmessages:\n  - headline: Speak\n  -\n")
    texts = [(("theme", "title"), "Listen"), (("messages", 0, "headline"), "Speak")]
    assert [*made.texts()] == texts == [*made.texts()]
    renamed = made.renamed(("theme",), "motto")
    assert next(renamed.texts()) == (("motto", "title"), "Listen")
    assert [*replace(made, data={"tea": ["green", None]}).texts()] == [(("tea", 0), "green")]
