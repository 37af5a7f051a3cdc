"""How plain the words of a spec are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from builder.source import Loc
from builder.spec.reading import Sentence, measured
from builder.tagged import Tagged

SHORT = "The baby sleeps. She is warm!"
LONG = f"{'word ' * 25}end."


def texts(*said: str, loc: Loc = ("messages", 0, "text")) -> Iterator[tuple[Loc, str]]:
    return ((loc, text) for text in said)


@pytest.mark.parametrize(
    ("text", "sentences", "words"),
    [
        (SHORT, 2, 6),
        ("“She is warm.” He sleeps", 1, 3),
        ("Three things:\n– look up\n– count them. So we do.", 2, 5),
        ("1.3 million babies, 12–14 June.", 1, 5),
        (LONG, 1, 26),
    ],
)
def test_sentences_and_words_are_counted(text: str, sentences: int, words: int) -> None:
    reading = measured(texts(text), "cy")
    assert reading is not None
    assert (reading.sentences, reading.words, reading.age) == (sentences, words, None)


def test_long_sentences_are_found_longest_first() -> None:
    reading = measured(texts(SHORT, LONG, f"more {LONG}", LONG.replace(" end", "")), "en-GB")
    assert reading is not None
    assert [sentence.words for sentence in reading.long] == [27, 26]
    assert reading.long[1] == Sentence(("messages", 0, "text"), LONG, 26)


def test_marks_of_markdown_and_other_fields_are_no_words() -> None:
    reading = measured(texts("We **do** [so](https://example.org).\n\n- and so.", loc=("theme", "why")), "en")
    assert reading is not None
    assert (reading.sentences, reading.words) == (2, 5)
    assert measured(texts("https://example.org.", loc=("campaign", "website")), "en") is None


def test_words_of_another_language_are_left_out() -> None:
    assert measured(texts(Tagged(SHORT, "en-GB")), "cy") is None
    assert measured(texts("赤ちゃんは眠る。"), "ja") is None


def test_the_reading_age_is_that_of_the_formula() -> None:
    hard = "Institutional considerations necessitate comprehensive reorganisation immediately."
    easy, old = (measured(texts(text), "en-GB") for text in (SHORT, hard))
    assert easy is not None
    assert old is not None
    assert easy.age == 6  # no grade below the first
    # 76 letters in 6 words and one sentence: 0.0588 × 1266.7 − 0.296 × 16.7 − 15.8 = 53.7, and 5.
    assert old.age == 59
