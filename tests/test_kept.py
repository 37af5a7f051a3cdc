"""What is kept for later: bounded by bytes, the least wanted first to go; many outlines drawn as one."""

import numpy as np
import pytest
from sample_story import look

from builder.content.frame import Path
from builder.kept import Kept, kept
from builder.render.pixels import strip
from builder.render.pixels.coverage import covered
from builder.render.pixels.outline import Outline, traced
from builder.render.pixels.strip import covered_each
from builder.render.pixels.words import _outline


def test_what_was_asked_for_longest_ago_goes_when_all_weigh_too_much() -> None:
    found = Kept(10)
    for key in "abc":
        found.keep(key, key.upper(), 4)
    assert found.find("a") is None
    assert found.find("b") == ("B",)
    found.keep("d", "D", 4)
    assert [key for key in "abcd" if found.find(key)] == ["b", "d"]
    assert found.weight == 8


def test_what_is_heavier_than_all_the_room_drives_nothing_out() -> None:
    found = Kept(10)
    found.keep("small", 1, 8)
    found.keep("large", 2, 11)
    assert [key for key in ("small", "large") if found.find(key)] == ["small"]


def test_what_just_fits_stays_though_it_is_kept_twice_or_is_nothing() -> None:
    found = Kept(10)
    for key, value in (("a", "A"), ("a", "A"), ("b", None)):
        found.keep(key, value, 5)
    assert [found.find(key) for key in "ab"] == [("A",), (None,)]
    assert found.weight == 10
    found.clear()
    found.keep("c", "C", 10)
    assert [found.find(key) for key in "abc"] == [None, None, ("C",)]


def test_a_function_that_keeps_is_asked_once_for_each_of_its_arguments() -> None:
    asked = []
    pool = Kept(1_000)

    @kept(pool, lambda arguments, _: arguments[0])
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(600), double(300), double(600), double(700), double(600)] == [1200, 600, 1200, 1400, 1200]
    assert asked == [600, 300, 700, 600]  # 700 drove the others out
    double.cache_clear()
    assert double(600) == 1200
    assert asked[-2:] == [600, 600]


def test_long_curves_that_differ_in_one_place_are_told_apart() -> None:
    curve = tuple(("L", float(number), 0.0) for number in range(100))
    others = [(*curve[:at], ("L", 0.5, 0.5), *curve[at + 1 :]) for at in range(100)]
    pool = Kept(1 << 20)
    first = kept(pool, lambda *_: 1)(lambda curve: curve)
    assert [first(each) for each in (curve, *others, curve)] == [curve, *others, curve]
    assert len({Path(each) for each in (curve, *others)}) == 101
    assert Path(curve) in {Path(tuple(curve))}


def test_functions_of_one_pool_are_not_taken_for_each_other() -> None:
    pool = Kept(1_000)
    names = [kept(pool, lambda *_: 1)(each) for each in (str.upper, str.lower)]
    assert [name("Tea") for name in names * 2] == ["TEA", "tea", "TEA", "tea"]


def glyphs(words: str, size: float) -> list[Outline]:
    font = look().text.faces.regular.of("Latn")[0]
    outlines = (_outline(font, number) for number in map(ord, words))
    return [Outline(each.points * (size, -size), each.tags, each.ends) for each in outlines]


def test_outlines_drawn_together_are_those_drawn_alone() -> None:
    blank, dot = traced(()), traced((("M", 3.2, 4.0), ("L", 3.2, 4.0), ("Z",)))
    square = traced((("M", -2.5, 1.25), ("L", 4.0, 1.25), ("L", 4.0, -7.5), ("L", -2.5, -7.5), ("Z",)))
    for size in (0.011, 0.07, 0.9):
        several = [blank, *glyphs("Quiet, please", size), square, dot, *glyphs("gj", size)]
        for alone, together in zip(map(covered, several), covered_each(several), strict=True):
            assert (alone is None) == (together is None)
            if alone and together:
                assert (alone.x, alone.y) == (together.x, together.y)
                assert np.array_equal(alone.alpha, together.alpha)


@pytest.mark.parametrize(("letters", "size"), [("a" * 1_000, 0.02), ("@" * 30, 0.5), ("m" * 60, 1.1)])
def test_more_outlines_than_freetype_draws_at_once_are_all_drawn(letters: str, size: float) -> None:
    several = glyphs(letters, size)
    one = covered(several[0])
    assert one
    assert all(mask and np.array_equal(mask.alpha, one.alpha) for mask in covered_each(several))


def test_what_is_kept_of_a_glyph_does_not_hold_all_that_it_was_drawn_with() -> None:
    masks = covered_each(glyphs("Quiet", 0.05))
    assert all(mask and mask.alpha.base is None for mask in masks)


def test_what_freetype_refuses_together_is_drawn_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strip, "_POINTS", 100_000)
    several = glyphs("@" * 600, 0.02)  # more points than an outline may have
    one = covered(several[0])
    assert one
    assert all(mask and np.array_equal(mask.alpha, one.alpha) for mask in covered_each(several))
