"""How much may be written: all that is read has an end, which is told at its line."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from builder.errors import Faults
from builder.layout.fonts import font_chain
from builder.source import parse
from builder.source.forms import Form, longest
from builder.source.tree import MOST_ITEMS, MOST_SIGNS
from builder.spec.model import Spec
from builder.spec.read import read_spec
from builder.text import ways
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.strands import Strand
from tests.sample_brand import sample_brand

SPEC = """\
campaign:
  name: Swift Week
  short_name: {short}
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: {about}
theme: {{title: A Place to Nest, hashtag: "#Nest", why: Old roofs are mended.}}
dates: {{start: 2023-07-03, end: 2023-07-09}}
hashtags: [{hashtags}]
messages:
  - {{id: eaves, headline: "{headline}"}}
"""
USUAL = {"short": "Swifts", "about": "A week.", "hashtags": '"#Swifts"', "headline": "Look up"}
FIXED = {"look"}  # a name that is one of a few, or told of


def told(folder: Path, **words: str) -> list[str]:
    """What is wrong with the spec in which these words stand."""
    spec = folder / "2023.yaml"
    spec.write_text(SPEC.format(**USUAL | words), encoding="utf-8")
    try:
        return [problem.message for problem in read_spec(spec, folder).warnings]
    except Faults as faults:
        return [problem.message for problem in faults.problems]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"headline": "a " * 151}, "`headline` in messages, item 1 is longer than 300 characters"),
        ({"short": "S" * 41}, "campaign.short_name is longer than 40 characters"),
        ({"hashtags": '"#A", ' * 101}, "hashtags is too long a list: 100 is the most, and it has 101"),
        ({"about": "a " * MOST_SIGNS}, f"this text has {2 * MOST_SIGNS - 1} characters"),
        ({"hashtags": "a, " * (MOST_ITEMS + 1)}, f"this is more than {MOST_ITEMS} in one place"),
        ({"headline": "\\u200b\\u2060"}, "holds no letter that can be seen"),
        ({"headline": "\\u2800\\u3164"}, "holds no letter that can be seen"),
    ],
    ids=["headline", "short name", "hashtags", "text", "list", "nothing seen", "blank letters"],
)
def test_what_is_too_much_or_nothing_is_told_once(
    tmp_path: Path, words: dict[str, str], message: str
) -> None:
    (said,) = told(tmp_path, **words)
    assert message in said


def test_what_cannot_be_shown_is_told_and_left_out(tmp_path: Path) -> None:
    """What compares it with other words could not take it."""
    (tmp_path / "a.yaml").write_text('a: "x\\uD800y"\n', encoding="utf-8")
    source = parse(tmp_path / "a.yaml", "a.yaml")
    assert [problem.message for problem in source.problems] == [
        "this text holds a character that cannot be shown"
    ]
    assert source.data == {"a": "xy"}


def test_a_name_of_a_field_holds_nothing_that_cannot_be_shown(tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_text(SPEC.format(**USUAL) + '"\\uD800": a\n"\\0b": c\n', encoding="utf-8")
    with pytest.raises(Faults) as faults:
        read_spec(tmp_path / "2023.yaml", tmp_path)
    said = [problem.message for problem in faults.value.problems]
    assert said.count("this name of a field holds a character that cannot be shown") == 2


@pytest.mark.parametrize("headline", ["a" * 300, "\N{HEAVY CHECK MARK}", "क्षि", "1"])
def test_what_has_just_its_length_or_is_one_sign_is_a_text(tmp_path: Path, headline: str) -> None:
    assert told(tmp_path, headline=headline) == []


def test_all_texts_and_lists_of_a_spec_have_an_end() -> None:
    endless = {path for path in _endless(Form(Spec), "", set()) if path.rpartition(".")[2] not in FIXED}
    assert endless == {"languages[]", "posts[].text"}  # each has to be one of those that are known


def _endless(form: Form, path: str, seen: set[type[BaseModel]]) -> Iterator[str]:
    if form.fields and form.type not in seen:
        seen.add(form.type)
        for name, inner in form.fields.items():
            for each in inner:
                yield from _endless(each, f"{path}.{name}".lstrip("."), seen)
    elif form.inside(0):
        if not (form.length or longest(form) or path.endswith("focus")):
            yield path
        for each in form.inside(0):
            yield from _endless(each, f"{path}[]", seen)
    elif (form.type is str or form.names) and not longest(form):
        yield path


LONG: dict[str, Callable[[int], str]] = {
    "words of an item": lambda count: "a:\n- " + "a " * count,
    "brackets": lambda count: "a: b" + "[" * count,
    "commas": lambda count: "a: b" + "," * count + "\nc: d",
    "blanks": lambda count: "a: b" + " " * count + "#c",
    "a comment": lambda count: "#" + "- " * count + "\na: b",
}


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_a_line_is_read_once_however_long_it_is(tmp_path: Path, long: Callable[[int], str]) -> None:
    """A step for each two of its signs would be 10,000,000,000 of them, which nobody would see the end of."""
    path = tmp_path / "long.yaml"
    path.write_text(long(200_000), encoding="utf-8")
    try:
        parse(path, "long.yaml")
    except Faults as faults:
        assert faults.problems


def lead(words: int) -> MeasuredText:
    chain = font_chain(sample_brand(), "display", 600, "en")
    return paragraph((Strand("The eaves are where they nest. " * (words // 6), chain, "en"),))


def test_a_lead_of_many_words_is_broken_in_the_memory_of_its_lines() -> None:
    text = lead(6_000)
    assert text.words
    tracemalloc.start()
    lines = ways.break_heading(text, 20.0)
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(lines) > 500
    assert used < 100_000_000


@pytest.mark.parametrize("measure", [9.0, 14.0, 21.5])
def test_lines_that_leave_no_room_for_the_rest_are_none_of_the_best(
    monkeypatch: pytest.MonkeyPatch, measure: float
) -> None:
    text = lead(120)
    monkeypatch.setattr(ways, "_MANY", 10_000)
    every = ways.break_heading.__wrapped__(text, measure)
    monkeypatch.setattr(ways, "_MANY", 0)
    assert ways.break_heading.__wrapped__(text, measure) == every
