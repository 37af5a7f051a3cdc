"""Boxes that a drawing holds, and art that is left out beside words."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, slots_in, unknown_names
from builder.brand.identity import Brand
from builder.brandsheet.samples import Sample
from builder.color import contrast
from builder.content.frame import Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import bounds, flattened
from builder.layout.canvas import Canvas
from builder.layout.cards.artroom import off_bars
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.pack.artwork import drawn_design
from builder.pack.numbers import month_words
from builder.pack.recipes import Origin, art_of
from builder.phrases import phrases

SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)
HELD = {"file": "art/cradle.svg", "height": 0.5, "room": [0.38, 0.14, 0.44, 0.5], "on": "accent-soft"}
DAY = {"text": {"from": "days", "style": "numeral", "lines": 1, "align": "centre"}}


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def design(held: dict[str, Any] = HELD, fill: str = "cream", **fields: Any) -> Design:
    body = {"column": [{"held": held, "column": [DAY], **fields}, "spacer"]}
    return Design.model_validate({"text_color": "plum", "background": {"fill": fill}, "body": body})


def drawn(brand: Brand, given: Design, day: str = "15", *, rtl: bool = False) -> tuple[Text, Box, Path]:
    """The words, and the disc that they stand on."""
    items = solve(given, {"days": day}, SQUARE, brand, "en", rtl).frame.items
    text = next(item for item in items if isinstance(item, Text))
    disc = [item for item in items if isinstance(item, Path)][-1]
    return text, bounds(flattened(disc.commands, 0.5)), disc


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("day", ["1", "15", "30–31"])
def test_words_stand_in_the_middle_of_what_holds_them(brand: Brand, day: str, rtl: bool) -> None:
    text, disc, _ = drawn(brand, design(), day, rtl=rtl)
    assert text.box.middle == pytest.approx(disc.middle, abs=12)
    for x, y in ((text.box.x, text.box.y), (text.box.right, text.box.bottom)):
        assert ((x - disc.middle[0]) ** 2 + (y - disc.middle[1]) ** 2) ** 0.5 <= disc.w / 2


def test_in_languages_from_right_to_left_it_is_mirrored(brand: Brand) -> None:
    _, left, _ = drawn(brand, design())
    _, right, _ = drawn(brand, design(), rtl=True)
    assert left.middle[0] + right.middle[0] == pytest.approx(1000, abs=1)


@pytest.mark.parametrize("fill", ["cream", "plum", "accent-soft", "accent"])
def test_words_are_read_on_what_they_stand_on_whatever_it_gives_way_to(brand: Brand, fill: str) -> None:
    text, _, disc = drawn(brand, design(fill=fill))
    assert contrast(text.color, disc.fill) >= 4.5  # type: ignore[arg-type]
    middling, _, disc = drawn(brand, design({**HELD, "tint": {"accent-soft": "coral"}}, "cream"))
    assert contrast(middling.color, disc.fill) >= 4.5  # type: ignore[arg-type]
    tinted, _, disc = drawn(brand, design({**HELD, "tint": {"accent-soft": "plum"}}, fill))
    assert contrast(tinted.color, disc.fill) >= 4.5  # type: ignore[arg-type]


def test_it_runs_on_to_the_edges_that_it_bleeds_over(brand: Brand) -> None:
    _, disc, _ = drawn(brand, design(bleed=["start", "top"]))
    assert disc.y == pytest.approx(0, abs=1)


def test_it_gives_way_to_words_but_not_below_its_least(brand: Brand) -> None:
    long = {"text": {"from": "title", "style": "display", "lines": 9}}

    def wide(least: float) -> float:
        column = [{"held": {**HELD, "least": least}, "column": [DAY]}, long]
        given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}}
        words = {"days": "15", "title": "What a baby cannot say, we learn to notice. " * 3}
        items = solve(Design.model_validate(given), words, SQUARE, brand, "en").frame.items
        disc = [item for item in items if isinstance(item, Path)][-1]
        return bounds(flattened(disc.commands, 0.5)).w

    assert wide(0.6) < wide(0.8) < wide(1)


@pytest.mark.parametrize(
    "box", [{"held": {**HELD, "height": 0.9, "least": 1}, "column": [DAY]}, {"number": {"form": "ring"}}]
)
def test_what_is_optional_is_left_out_whole(brand: Brand, box: dict[str, Any]) -> None:
    small = Canvas(200, 90, "px", Box(0, 0, 200, 90), 16, 1)
    words = {"days": "15", "value": "1 in 3", "part": "1", "of": "3", "title": "What a baby cannot say"}
    may_go = {kind: {**use, "optional": True} if isinstance(use, dict) else use for kind, use in box.items()}

    def said(first: dict[str, Any]) -> list[str]:
        column = [first, {"text": {"from": "title", "style": "title"}}]
        given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}}
        items = solve(Design.model_validate(given), words, small, brand, "en").frame.items
        return [item.words for item in items if isinstance(item, Text)]

    with pytest.raises(TextTrouble):
        said(box)
    assert said(may_go) == ["What a baby cannot say"]


def test_what_it_names_is_proved_and_kept() -> None:
    wrong = design({**HELD, "file": "art/cradel.svg", "on": "acent", "tint": {"accent": "mauve"}})
    known = BrandNames({"cream": None}, {}, ("art/cradle.svg",), {}, {"numeral": "display"})  # type: ignore[dict-item]
    faults = {(loc[-1], name) for loc, _, name, _ in unknown_names(wrong, known)}
    assert {("file", "art/cradel.svg"), ("on", "acent"), ("accent", "mauve")} <= faults
    assert art_of(design(), {}) == {"art/cradle.svg"}


@pytest.mark.parametrize(
    "fields",
    [
        {"held": {**HELD, "room": [0.8, 0, 0.4, 0.2]}},
        {"held": HELD, "fill": "plum"},
    ],
)
def test_what_holds_nothing_is_a_fault(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Design.model_validate({"background": {"fill": "cream"}, "body": {"column": [DAY], **fields}})
    with pytest.raises(ValidationError):
        Design.model_validate({"background": {"fill": "cream"}, "body": {**DAY, "held": HELD}})


def test_art_is_left_out_beside_words(brand: Brand) -> None:
    art = [{"file": "art/hold.svg", "unless": "of"}, {"file": "art/leaf.svg"}]
    given = design().model_copy(
        update={"background": Design.model_validate(
            {"background": {"fill": "cream", "art": art}, "body": DAY}).background}
    )  # fmt: skip
    voice = Sample(brand, "en-GB")

    def files(words: dict[str, str]) -> list[str]:
        recipe = drawn_design(voice, given, words, SQUARE, Origin(""))
        return [piece.files[0] for piece in recipe.design.value.background.pieces]

    assert files({"days": "15"}) == ["art/hold.svg", "art/leaf.svg"]
    assert files({"days": "15", "of": "3"}) == ["art/leaf.svg"]
    assert ("background", "art", 0, "unless") in dict(slots_in(given))


def test_a_field_is_left_out_beside_words(brand: Brand) -> None:
    tiles = [{"at": "top", "columns": 5, "unless": "of"}, {"at": "bottom", "columns": 5}]
    given = Design.model_validate({"background": {"fill": "cream", "tiles": tiles}, "body": DAY})

    def edges(words: dict[str, str]) -> list[str]:
        recipe = drawn_design(Sample(brand, "en-GB"), given, words, SQUARE, Origin(""))
        return [use.at for use in recipe.design.value.background.fields]

    assert edges({"days": "15"}) == ["top", "bottom"]
    assert edges({"days": "15", "of": "3"}) == ["bottom"]
    assert ("background", "tiles", 0, "unless") in dict(slots_in(given))


def test_days_are_set_apart_as_their_language_writes_them() -> None:
    day = dt.date(2022, 6, 15)
    assert month_words(phrases("en-GB"), day, day) == {"days": "15", "month": "June"}
    assert month_words(phrases("pl"), day, day)["month"] == "czerwiec"  # as it stands alone
    assert month_words(phrases("en-GB"), day, dt.date(2022, 6, 17)) == {"days": "15–17", "month": "June"}
    assert month_words(phrases("en-GB"), day, dt.date(2022, 7, 1)) == {"days": "15", "month": "June"}


def test_art_runs_on_behind_a_bar_at_the_foot() -> None:
    canvas = Canvas(1000, 1400, "px", Box(0, 0, 1000, 1400), 30, 2.5)
    bar, on_it, above = Box(-10, 1200, 1020, 210), Box(100, 1250, 300, 80), Box(100, 100, 600, 300)
    assert off_bars([above, on_it, bar], canvas) == [above]
    narrow, inside = Box(0, 1200, 900, 200), Box(0, 600, 1000, 100)
    assert off_bars([narrow, inside, on_it], canvas) == [narrow, inside, on_it]
    ground = Box(0, 0, 1000, 1400)
    assert off_bars([ground, on_it], canvas) == [ground, on_it]


def test_what_has_room_again_once_a_drawing_is_left_out_comes_back(brand: Brand) -> None:
    small = Canvas(300, 150, "px", Box(0, 0, 300, 150), 12, 1)
    words = {"days": "15", "title": "What a baby cannot say", "who": "A short line"}
    lead = {"text": {"from": "who", "style": "lead", "optional": True}}
    held = {"held": {**HELD, "height": 0.9, "least": 1, "optional": True}, "column": [DAY]}
    column = [{"text": {"from": "title", "style": "title", "lines": 1}}, lead, held]
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}}
    solved = solve(Design.model_validate(given), words, small, brand, "en")
    said = [item.words for item in solved.frame.items if isinstance(item, Text)]
    assert said == ["What a baby cannot say", "A short line"]
    assert [note.message for note in solved.notes if "left out" in note.message] == [
        "what `art/cradle.svg` holds is left out, as no room is left for it"
    ]


@pytest.mark.parametrize("style", ["title", "quote"])
def test_marks_do_not_hang_beyond_the_room_that_holds_them(brand: Brand, style: str) -> None:
    said = {"text": {"from": "days", "style": style, "lines": 2}}
    held = {**HELD, "height": 0.8, "room": [0.3, 0.2, 0.6, 0.4]}
    column = [{"held": held, "column": [said]}, "spacer"]
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}}
    words = {"days": "“Hold me, hold me”"}
    items = solve(Design.model_validate(given), words, SQUARE, brand, "en").frame.items
    (text,) = [item for item in items if isinstance(item, Text)]
    left = min(run.x for line in text.lines for run in line.runs)
    assert left >= text.box.x - 0.06 * text.size  # the white beside a letter hangs, no mark


def test_a_logo_is_seen_on_a_drawing_that_reaches_beyond_its_view(brand: Brand) -> None:
    bowl = {"file": "art/bowl.svg", "height": 0.3, "least": 1, "room": [0.1, 0.6, 0.5, 0.3]}
    held = {"held": {**bowl, "on": "accent-soft", "tint": {"accent-soft": "plum"}}, "column": [DAY]}
    column = ["spacer", {**held, "bleed": ["start", "end"]}, {"spacer": 0.1}, {"logo": "main"}]
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": column}}
    frame = solve(Design.model_validate(given), {"days": "15"}, SQUARE, brand, "en").frame
    name = frame.items[-1]
    assert isinstance(name, Path)
    assert contrast(name.fill, brand.color("plum")) > 4.5  # type: ignore[arg-type]
    plain = solve(Design.model_validate({**given, "body": {"column": [*column[:1], {"logo": "main"}]}}),
                  {"days": "15"}, SQUARE, brand, "en").frame.items[-1]  # fmt: skip
    assert isinstance(plain, Path)
    assert contrast(plain.fill, brand.color("cream")) > 4.5  # type: ignore[arg-type]


@pytest.mark.parametrize(("pad", "hangs"), [(0.01, False), (0.2, True)])
def test_marks_hang_no_further_than_the_edge_of_their_panel(brand: Brand, pad: float, hangs: bool) -> None:
    said = {"text": {"from": "days", "style": "title", "lines": 2, "size": 0.1}}
    line = {"color": "plum", "weight": 0.008}
    body = {"column": [{"column": [said], "fill": "paper", "pad": pad, "border": line}]}
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": body}
    words = {"days": "“Hold me, hold me”"}
    items = solve(Design.model_validate(given), words, SQUARE, brand, "en").frame.items
    (text,) = [item for item in items if isinstance(item, Text)]
    first = min(run.x for run in text.lines[0].runs)
    assert (first < text.box.x - 0.2 * text.size) == hangs
