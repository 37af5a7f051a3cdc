"""Art beside words: it shrinks before it slides off, words leave it its least, and it stands on hills."""

from typing import Any

import pytest
from pydantic import ValidationError
from sample_brand import sample_brand

from builder.brand.artuse import ArtUse
from builder.brand.design import Design
from builder.brand.designfaults import without_hill
from builder.content.frame import Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import bounds, flattened
from builder.geometry.pens import extent
from builder.layout.art import placed_art
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.artroom import off_bars
from builder.layout.cards.boxes import Column, Spacer
from builder.layout.cards.setting import Trial
from builder.layout.cards.solve import Solved, solve

SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)
LONG = "A loving relationship is a baby’s best shelter from all that is hard in the world around it"
MOTIF = {"file": "art/motif.svg"}
HILL = {"logo": {"name": "main"}, "fill": "mint", "cut": "hill", "pad": 0.02}


def solved(art: dict[str, Any], words: str = LONG, *, hill: bool = False, rtl: bool = False) -> Solved:
    column = [{"text": {"from": "headline", "style": "display", "size": 0.2}}, "spacer", *[HILL][: int(hill)]]
    background = {"fill": "cream", "art": {"file": "art/motif.svg", "scale": 0.8, **art}}
    given = {"text_color": "plum", "background": background, "body": {"column": column}}
    design = Design.model_validate(given)
    return solve(design, {"headline": words}, SQUARE, sample_brand(), "en", rtl)


def headline(found: Solved) -> Text:
    return next(item for item in found.frame.items if isinstance(item, Text))


def art(found: Solved) -> Box:
    """What the art reaches over: the three forms of the motif, which lie below all else."""
    paths = [item for item in found.frame.items if isinstance(item, Path)][:3]
    return bounds([point for path in paths for point in flattened(path.commands, 1.0)])


def test_art_that_may_shrink_does_so_before_it_leaves_the_canvas() -> None:
    slid, shrunk = art(solved({})), art(solved({"shrinks": 0.3}))
    assert slid.bottom > 1050 or slid.right > 1050
    assert shrunk.w < slid.w
    assert shrunk.bottom < 1050
    assert shrunk.right < 1050


def test_words_are_smaller_where_they_leave_art_less_than_its_least() -> None:
    free, asked = solved({}), solved({"least": 0.5})
    assert headline(asked).size < headline(free).size
    assert art(asked).shared(Box(0, 0, 1000, 1000)) > art(free).shared(Box(0, 0, 1000, 1000))
    assert asked.notes == free.notes == ()
    short = solved({"least": 0.5}, "Look")
    assert headline(short).size == headline(solved({}, "Look")).size


def test_words_that_leave_art_no_room_are_told() -> None:
    (note,) = solved({"least": 0.6}, LONG * 2).notes
    assert note.slot == "headline"
    assert note.message.startswith("`A loving relationship is a baby’s best s…` leaves the art ")
    assert note.hint == "fewer words would leave it more"


def test_art_that_may_go_is_drawn_whole_or_not_at_all() -> None:
    may_go = {"scale": 0.5, "least": 0.2, "optional": True}
    assert art(solved(may_go, "Look")).w == pytest.approx(art(solved({"scale": 0.5}, "Look")).w)
    gone = solved({**may_go, "scale": 0.8, "least": 0.6}, LONG * 2)
    assert not [item for item in gone.frame.items if isinstance(item, Path)]
    assert headline(gone).size == headline(solved({}, LONG * 2)).size
    assert gone.notes == ()


def test_the_head_of_what_stands_on_a_hill_is_on_the_canvas() -> None:
    words = {"text": {"from": "headline", "style": "display", "size": 0.09}}
    high = {"column": [words], "fill": "mint", "cut": "hill"}
    background = {"fill": "cream", "art": {**MOTIF, "scale": 0.9, "shrinks": 0.2, "stands": True}}
    body = {"column": ["spacer", high]}
    design = Design.model_validate({"text_color": "plum", "background": background, "body": body})
    found = solve(design, {"headline": LONG * 2}, SQUARE, sample_brand(), "en")
    assert art(found).y > 0


def test_art_stands_on_a_hill_and_behind_it() -> None:
    small = {"scale": 0.4}
    low, standing = (solved({**small, "stands": on}, "Look", hill=True) for on in (False, True))
    hills = [item for item in standing.frame.items if isinstance(item, Path)][3]
    assert type(hills) is Path
    top = bounds(flattened(hills.commands, 1.0)).y
    assert 700 < top < art(standing).bottom < art(low).bottom
    assert bounds(flattened(hills.commands, 1.0)).bottom > 1000
    mirrored = solved({**small, "stands": True}, "Look", hill=True, rtl=True)
    assert art(mirrored).x == pytest.approx(1000 - art(standing).right)


def test_what_stands_on_a_hill_needs_no_room_from_art() -> None:
    """The logo lies over the art's foot, which the hill hides."""
    low = {"anchor": "bottom-left", "scale": 0.4, "shift": [0.05, 0.12], "stands": True}
    assert art(solved(low, "Look", hill=True)) == art(solved({**low, "yields": False}, "Look", hill=True))


@pytest.mark.parametrize("cut", ["sheet", "bubble"])
def test_a_sheet_holds_its_words_in_every_direction(cut: str) -> None:
    box = {"text": {"from": "headline", "style": "title"}, "fill": "mint", "cut": cut, "pad": 0.05}
    design = Design.model_validate({"text_color": "plum", "background": {"fill": "cream"}, "body": box})
    for rtl in (False, True):
        found = solve(design, {"headline": LONG}, sheet(500, 700), sample_brand(), "en", rtl)
        shade, paper = (item for item in found.frame.items if isinstance(item, Path))
        words = next(item for item in found.frame.items if isinstance(item, Text))
        assert bounds(flattened(paper.commands, 1.0)).contains(words.box)
        assert shade.opacity < 1
        _, tip, _ = max((step for step in paper.commands if len(step) == 3), key=lambda step: step[2])
        assert cut == "sheet" or (tip < 250) == rtl


def test_a_hill_that_is_not_there_is_told() -> None:
    background = {"fill": "cream", "art": [MOTIF, {**MOTIF, "stands": True}]}
    body = {"column": [{"text": {"from": "headline"}}]}
    bare = Design.model_validate({"background": background, "body": body})
    assert list(without_hill(bare)) == [("background", "art", 1, "stands")]
    hilly = {"background": background, "body": body, "wide": {"body": {"column": [HILL]}}}
    assert list(without_hill(Design.model_validate(hilly))) == []


@pytest.mark.parametrize(
    ("box", "message"),
    [
        ({"cut": "sheet"}, "is cut from no paper"),
        ({"fill": "mint", "round": 0.1, "cut": "sheet"}, "has no round corners"),
    ],
)
def test_a_cut_without_paper_or_with_round_corners_is_told(box: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        body = {"text": {"from": "headline"}, **box}
        Design.model_validate({"background": {"fill": "cream"}, "body": body})


@pytest.mark.parametrize(
    "art",
    [
        {"shrinks": 0.9},
        {"yields": False, "least": 0.2},
        {"yields": False, "grows": 0.9},
        {"optional": True},
    ],
)
def test_sizes_of_art_that_say_nothing_are_told(art: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        solved(art)


def test_art_that_is_not_mirrored_only_changes_sides() -> None:
    """In languages written from right to left: letters, clocks and quotation marks are not turned over."""
    brand, canvas = sample_brand(), sheet(1000, 1000)
    given = {"file": "art/motif.svg", "anchor": "top-left", "scale": 0.3, "shift": [0.1, 0.05]}

    def drawn(rtl: bool, **more: Any) -> list[Box]:
        use = ArtUse.model_validate({**given, **more})
        return [extent(path.commands) for path in placed_art(use, brand, canvas, rtl, [])]

    plain, kept, flipped = drawn(False), drawn(True, mirrored=False), drawn(True)
    across = {round(there.x - here.x, 3) for here, there in zip(plain, kept, strict=True)}
    assert len(across) == 1
    assert min(across) > 0
    assert [box.y for box in kept] == pytest.approx([box.y for box in plain])
    assert max(box.right for box in kept) == pytest.approx(max(box.right for box in flipped), abs=40)
    assert [box.x for box in kept] != pytest.approx([box.x for box in flipped])


@pytest.mark.parametrize("off", [0.0, 1e-9, -1e-9])
def test_a_bar_at_the_edge_is_one_whatever_rounding_does_to_it(off: float) -> None:
    bar = Box(off, 800.0, 1000.0 - abs(off), 200.0 - off)
    assert off_bars([bar, Box(100, 850, 300, 20)], SQUARE) == []
    assert off_bars([Box(0, 700, 1000, 200)], SQUARE)  # with ground on both sides


def test_lengths_are_added_alike_by_every_python() -> None:
    """From 3.12 on `sum` of floats is another, and what just fits one Python does not fit the other."""
    assert Column([Spacer(0.1)] * 10, 0.0).height(1.0, Trial()) == 1.0  # by `sum` of 3.11 it is less
