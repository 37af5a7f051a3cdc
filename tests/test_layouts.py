"""Layouts kept in the cache: what is taken from there, and what never is."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.content.recipe import Layout, Recipe, Remark, recipes_in, seen, with_layouts
from builder.content.story import Figure, Gallery
from builder.media import Font, Image
from builder.output.cache import Cache
from builder.output.key import layout_key
from builder.output.layouts import finished, lay_out
from builder.output.workers import Done, Workers
from builder.record import replace
from builder.source import Loc

FONT = Font("Ink-Regular", "Ink", 400, False, "d1", Path("here/ink.ttf"))


@dataclass(frozen=True)
class Specimen(Recipe):
    """A font and how long a word is in it, or an error if there is no word."""

    word: str
    font: Font = FONT

    def lay_out(self) -> Layout:
        if not self.word:
            return Layout(None, (Remark(("word",), "there is no word", severity="error"),))
        remarks = (Remark(("word",), "long", words=self.word),) if len(self.word) > 8 else ()
        return Layout((self.font, len(self.word)), remarks)

    @property
    def media(self) -> tuple[Font | Image, ...]:
        return (self.font,)

    def locate(self, path: Loc) -> Loc:
        return path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def laid(cache: Cache, *recipes: Recipe) -> tuple[int, list[tuple[Remark, ...]]]:
    """How many were laid out, and what there was to say of each."""
    steps: list[Done] = []
    remarks = lay_out(recipes, cache, Workers(1), steps.append)
    return len(steps), [remarks[layout_key(recipe)] for recipe in recipes]


def test_equal_recipes_are_laid_out_once_and_what_was_said_is_said_again(cache: Cache) -> None:
    recipes = [Specimen("short"), Specimen("incomprehensible"), Specimen(""), Specimen("short")]
    first, said = laid(cache, *recipes)
    again, later = laid(cache, *recipes)
    assert (first, again) == (3, 0)
    assert said == later
    assert [[(one.message, one.severity) for one in each] for each in said] == [
        [],
        [("long", "warning")],
        [("there is no word", "error")],
        [],
    ]


def test_a_kept_layout_has_the_fonts_of_today_wherever_they_lie(cache: Cache) -> None:
    laid(cache, Specimen("short"))
    moved = replace(FONT, path=Path("there/ink.ttf"))
    (font, length), anew = finished(Specimen("short", moved), cache)
    assert (font.path, length, anew) == (Path("there/ink.ttf"), 5, [])


class Forged:
    """What makes a file when it is unpickled, by a class or by a function."""

    def __init__(self, *call: Any) -> None:
        self.call = call

    def __reduce__(self) -> Any:
        return self.call


def test_nothing_but_contents_is_ever_loaded(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe, trace = Specimen("short"), tmp_path / "trace"
    monkeypatch.setattr("builder.content.story.touch", trace.touch, raising=False)
    within = b"cbuilder.content.story\ntouch\n(tR."  # what is no record, in a room that has records
    forged = (Forged(io.FileIO, (str(trace), "w")), Forged(Path.touch, (trace,)))
    for data in (*map(pickle.dumps, forged), within, b"no pickle at all"):
        cache.put(layout_key(recipe), data, [])
        assert finished(recipe, cache) == ((FONT, 5), [""])
        assert not trace.exists()


def test_a_damaged_layout_is_made_again(cache: Cache) -> None:
    laid(cache, Specimen("short"))
    (entry,) = cache.folder.glob("*/*")
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert finished(Specimen("short"), cache) == ((FONT, 5), [""])
    assert finished(Specimen("short"), cache) == ((FONT, 5), [])


def test_a_layout_that_waits_is_read_when_somebody_looks(cache: Cache) -> None:
    (waiting, other), anew = finished((Specimen("short"), Specimen("longer")), cache, later=True)
    assert waiting.digest == layout_key(Specimen("short")) != other.digest
    assert (anew, list(cache.folder.glob("*/*"))) == ([], [])
    assert (seen(waiting), anew) == ((FONT, 5), [""])
    assert seen(FONT) is FONT


def test_recipes_are_found_and_filled_wherever_they_stand() -> None:
    shown: Any = Specimen("a")
    content = (Gallery((Figure(shown, "A"), Figure(Image("d", 1, 1, Path()), "B"))), b"c")
    assert list(recipes_in(content)) == [shown]
    finished_content = with_layouts(content, lambda recipe: recipe.lay_out().content[1])
    assert [figure.content for figure in finished_content[0].figures] == [1, Image("d", 1, 1, Path())]
    assert with_layouts(content[1:], lambda _: None) == content[1:]
