"""One English term is one Welsh term, in the fixed words and in the sample packs alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TERMS = [
    line.split("\t")
    for line in (ROOT / "tests/welsh_terms.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
FILES = [ROOT / "builder/phrases/en.yaml", ROOT / "packs/2022.yaml"]
_NAMES = re.compile(r"Parent-Infant Foundation|What is Infant Mental Health\?|\{\w+\}|https?://\S+|#\w+")
_CODES = {"id", "icon", "design", "layout", "photo", "url", "hashtag", "card", "file"}


def texts(data: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of a file, by their places."""
    if isinstance(data, str):
        yield loc, _NAMES.sub("", data)
    elif isinstance(data, dict | list):
        for key, part in data.items() if isinstance(data, dict) else enumerate(data):
            if key not in _CODES:
                yield from texts(part, (*loc, key))


def pairs() -> Iterator[tuple[str, str, str]]:
    """Where a text stands, in English and in Welsh."""
    for english in FILES:
        name = english.name.replace("en.", "cy.").replace("2022.", "2022.cy.")
        welsh = dict(texts(yaml.safe_load(english.with_name(name).read_text("utf-8"))))
        for loc, text in texts(yaml.safe_load(english.read_text("utf-8"))):
            if loc in welsh:
                yield f"{name}: {loc}", text, welsh[loc]


PAIRS = tuple(pairs())


@pytest.mark.parametrize(("english", "welsh"), TERMS, ids=[term for term, _ in TERMS])
def test_a_term_is_the_same_everywhere(english: str, welsh: str) -> None:
    said = re.compile(rf"\b(?:{english})\b", re.IGNORECASE)
    used = [(loc, text, translated) for loc, text, translated in PAIRS if said.search(text)]
    assert used
    for loc, text, translated in used:
        assert re.search(welsh, translated, re.IGNORECASE), (loc, text, translated)
