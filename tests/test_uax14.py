"""Where a line may end, against another hand's reading of UAX 14 and against the standard's own words."""

import random
import re
import unicodedata
from itertools import product

import pytest
from uniseg.linebreak import line_break, line_break_units

from builder.text import uax14
from builder.text.uax14 import _SIGNS, _sign, by_rules
from builder.text.uax14 import line_break_units as ours

CHANGED = "\u2800\ufe51"  # by Unicode 17, whose classes a newer `regex` has
EVERY = [char for code in (*range(0xD800), *range(0xE000, 0x32000)) if (char := chr(code)).isprintable()]


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        (["well-", "being"], "21: after a hyphen"),
        (["-x"], "20a: not after a hyphen that starts a word"),
        (["(a) ", "b"], "14, 13: brackets stay with what they hold"),
        (["« a » ", "b"], "15a, 15b: quotation marks with blanks inside"),
        (["$1,234.50 ", "100% ", "a"], "25: numbers"),
        (["e\u0301-", "x"], "9: a mark is of its letter"),
        (["日", "本、", "語"], "13: none before a comma"),
        (["\U0001f1ec\U0001f1e7", "\U0001f1ee\U0001f1ea"], "30a: flags are pairs"),
        (["\U0001f44d\U0001f3fd", "\U0001f44d"], "30b: a shade of skin"),
        (["a\n", "b"], "5: after a line feed"),
        (["a\u200b", "b"], "8: after a space without width"),
        (["https://", "a.org/", "b"], "13: after a stroke"),
        (["日\u200d本"], "8a: not behind a joiner"),
        (["\u200d\u0301a"], "10: a joiner of nothing is a letter"),
        (["a\u00a0-x"], "20a: a word starts behind a hard blank, too"),
        (["$(.5 ", "a"], "25: a sign of money before a bracket"),
        (["\u1bc0\u1bc1\u1bf2", "\u1bc0"], "28a: a Batak syllable to its end"),
        ([], "nothing"),
    ],
)
def test_rules(parts: list[str], rule: str) -> None:
    assert list(ours("".join(parts))) == parts, rule


def test_the_places_are_those_of_another_reading_of_the_rules() -> None:
    """Short texts of characters of all classes, by chance, but the same ones each time."""
    chance = random.Random(14)
    classes: dict[tuple[str, bool, str], list[str]] = {}
    for char in (char for char in EVERY if char not in CHANGED):
        kind = line_break(char).value, unicodedata.east_asian_width(char) in "FWH", unicodedata.category(char)
        classes.setdefault(kind, []).append(char)
    of_each = [chars for _, chars in sorted(classes.items())]
    for _ in range(1500):
        text = "".join(chance.choice(chance.choice(of_each)) for _ in range(chance.randint(2, 5)))
        assert list(ours(text)) == list(line_break_units(text)), [f"U+{ord(char):04X}" for char in text]


def test_what_is_told_without_the_rules_is_what_they_say() -> None:
    """A character of each class that stands alone, all pairs of them, and all short texts of usual pieces."""
    of_class = {_sign(char): char for char in (*"\n\r\u200b\u2028", *reversed(EVERY))}
    assert len(of_class) > len(_SIGNS) / 2
    pairs = map("".join, product(of_class.values(), repeat=2))
    pieces = ("a", "Ab", "é", "7", "-", "/", "://", ".", "–", "! ")
    others = (*pieces, ":", "?", "=", "(", ")", "„", "ж", "ب", " \n", "\u00a0", "·")
    usual = [*map("".join, product(pieces, repeat=4)), *map("".join, product(others, repeat=3))]
    chance = random.Random(15)
    usual += ["".join(chance.choices(others, k=chance.randint(4, 9))) for _ in range(5000)]
    for text in [*of_class.values(), *(f"{char}  " for char in of_class.values()), *pairs, *usual]:
        assert list(ours(text)) == list(by_rules(text)), [f"U+{ord(char):04X}" for char in text]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/our-week/\n",
        "10:00–11:15 ",
        "(09:00–10:30)",
        "Covid-19 ",
        "300×250",
        "„Ich ",
        "#ننھے_دل ",
        "example.org/2024/week?source=pack&medium=guide",
        "Säuglings-Woche, ",
        "(sample)\u00a0· ",
        "11:30\u00a0AM ",
    ],
)
def test_no_rules_are_compiled_for_addresses_times_and_words_with_hyphens(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take longer than all else that a page of a guide does."""
    expected = list(by_rules(text))
    monkeypatch.setattr(uax14, "by_rules", lambda text: pytest.fail(f"the rules are asked for {text}"))
    assert list(ours(text)) == expected


def test_all_that_is_set_beside_letters_is_of_their_class() -> None:
    letters = re.compile(f"[{uax14._LETTER}]")
    assert {_sign(char) for char in EVERY if letters.match(char)} == {_SIGNS["AL", 0]}
