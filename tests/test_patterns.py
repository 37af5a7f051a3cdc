"""Patterns are compiled once, and never taken for what they are not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

import builder.patterns
from builder.patterns import compiled


@pytest.fixture(autouse=True)
def _writes_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(builder.patterns, "_HERE", tmp_path)


def again(pattern: str, flags: int = 0, **lists: frozenset[str]) -> regex.Pattern[str]:
    """What a run gives that compiled nothing yet."""
    compiled.cache_clear()
    return compiled(pattern, flags, **lists)


def code(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").iterdir()
    return file


def test_a_pattern_is_kept_and_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tops = frozenset(("org", "uk"))
    first = again(r"(?P<name>\p{L}+)\.\L<tops>", regex.IGNORECASE, tops=tops)
    monkeypatch.setattr(regex, "compile", None)
    taken = again(r"(?P<name>\p{L}+)\.\L<tops>", regex.IGNORECASE, tops=tops)
    for text in ("see baban.ORG", "see baban.com"):
        one, two = first.search(text), taken.search(text)
        assert (one and (one.span(), one["name"])) == (two and (two.span(), two["name"]))
    assert code(tmp_path)


def test_another_pattern_flag_list_or_version_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert again("a").search("A") is None
    assert again("a", regex.IGNORECASE).search("A")
    assert again(r"\L<words>", words=frozenset("a")).search("b") is None
    assert again(r"\L<words>", words=frozenset("b")).search("b")
    monkeypatch.setattr(builder.patterns, "_TOLD", "another version")
    monkeypatch.setattr(regex, "compile", lambda *_: "compiled")
    assert str(again("a")) == "compiled"


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-9], lambda _: b"", lambda data: data[:40] + b"!" + data[41:]]
)
def test_damaged_code_is_compiled_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    again(r"\p{Lu}")
    file = code(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert again(r"\p{Lu}").search("É")
    assert file.read_bytes() == whole


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(regex.error):
        again("(")
