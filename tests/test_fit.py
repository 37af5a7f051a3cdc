"""Lines that are each as wide as their box, by pixels; and what holds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sample_brand import FOLDER, sample_brand

from builder.brand.design import Design
from builder.content.frame import Fill, Frame, Line, Text
from builder.emphasis import emphatic
from builder.geometry.box import Box
from builder.languages import written_rtl
from builder.layout.canvas import Canvas
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.media import held
from builder.pipeline.reserve import Said, stocked
from builder.render.pixels.paint import paint_exactly

WIDE, EDGE = 600, 60
WORDS = [
    ("en", "Understanding early trauma"),
    ("cy", "Deall trawma cynnar"),
    ("ar", "فهم الصدمة المبكرة"),
    ("ur", "گفتگو کا آغاز کہانی سے"),
    ("hi", "शुरुआती आघात को समझना"),
    ("th", "ปู่ที่น้ำใจผู้ใหญ่"),
]


def framed(words: str, language: str = "en", high: int = 900, edge: int = EDGE, **more: Any) -> Frame:
    text = {"from": "headline", "style": "display", "fit": True, "lines": 6, **more}
    given = {"text_color": "plum", "margin": edge / min(WIDE, high), "background": {"fill": "paper"}}
    design = Design.model_validate({**given, "body": {"column": [{"text": text}]}})
    brand = stocked(sample_brand(), FOLDER, (Said(language, frozenset(words)),), held)
    canvas = Canvas(WIDE, high, "px", Box(0, 0, WIDE, high), 20, 1.5)
    return solve(design, {"headline": emphatic(words)}, canvas, brand, language, written_rtl(language)).frame


def text_of(frame: Frame) -> Text:
    (text,) = (item for item in frame.items if isinstance(item, Text))
    return text


def inked(frame: Frame, line: Line) -> NDArray[np.bool_]:
    text = text_of(frame)
    alone = Frame(
        WIDE, round(frame.height), "px", (frame.items[0], Text("", (line,), 1, text.color, "en")), "en"
    )
    return np.asarray(paint_exactly(alone).image().convert("L")) < 128


@pytest.mark.parametrize(("language", "words"), WORDS, ids=[language for language, _ in WORDS])
def test_each_line_is_as_wide_as_its_box_by_its_ink(language: str, words: str) -> None:
    frame = framed(words, language)
    text = text_of(frame)
    sizes = [line.size or 0 for line in text.lines]
    assert len(sizes) > 1 and max(sizes) <= 2.8 * min(sizes) + 0.01
    dark = [inked(frame, line) for line in text.lines]
    reach = [np.flatnonzero(ink.any(axis=0))[[0, -1]] for ink in dark]
    rtl = written_rtl(language)
    for (left, right), size in zip(reach, sizes, strict=True):
        held = size > max(sizes) - 0.01 or size > 2.79 * min(sizes)
        near = (right if rtl else left), (WIDE - EDGE if rtl else EDGE)
        assert abs(near[0] - near[1]) <= 2
        assert held or right - left >= WIDE - 2 * EDGE - 4, (left, right)
    together = sum(ink.astype(int) for ink in dark)
    assert isinstance(together, np.ndarray) and together.max() == 1


def lines(frame: Frame) -> list[str]:
    return [line.text.strip() for line in text_of(frame).lines]


def test_where_height_runs_out_the_largest_line_is_held_first() -> None:
    (tall, low) = (text_of(framed("Understanding early trauma", high=high)).lines for high in (900, 460))
    assert [line.text for line in tall] == [line.text for line in low]
    before, after = ([line.size or 0 for line in each] for each in (tall, low))
    assert after[0] == before[0] and after[1] < before[1]


def test_small_words_are_never_larger_than_the_others() -> None:
    text = text_of(framed("Silence is a decision"))
    sizes = {line.text.strip(): line.size or 0 for line in text.lines}
    assert list(sizes) == ["Silence", "is a", "decision"]
    assert sizes["is a"] == sizes["Silence"]


@pytest.mark.parametrize("number", ["+44 20 7946 0018", "01 99 00 12 34", "08001111"])
def test_no_line_is_larger_than_a_number_to_ring(number: str) -> None:
    text = text_of(framed(f"Ring {number} tonight"))
    sizes = {line.text.strip(): line.size or 0 for line in text.lines}
    (rung,) = (size for line, size in sizes.items() if number in line)
    assert len(sizes) > 1 and rung == max(sizes.values())


def test_a_few_digits_are_not_a_number_to_ring() -> None:
    text = text_of(framed("Ring 1 in 5 2027 children"))
    sizes = [line.size or 0 for line in text.lines]
    assert max(sizes) > min(sizes)


@pytest.mark.parametrize(
    ("words", "least"), [("Oui vous commencerez encore", 0.17), ("Appelez nous commencerons", 0.03)]
)
def test_a_small_line_keeps_off_the_large_one_above(words: str, least: float) -> None:
    """By its ink, as a share of the larger size; descenders of a few letters reach further down."""
    frame = framed(words, lines=2)
    above, below = text_of(frame).lines
    assert (above.size or 0) > 1.5 * (below.size or 0)
    rows = [np.flatnonzero(inked(frame, line).any(axis=1)) for line in (above, below)]
    assert rows[1][0] - rows[0][-1] >= least * (above.size or 0)


def test_a_word_is_never_parted_for_its_size() -> None:
    assert lines(framed("Nachbarschaftsfest hilft", "de")) == ["Nachbarschaftsfest", "hilft"]


def test_a_word_that_no_size_has_room_for_is_parted_between_its_members() -> None:
    """Where whole it would lead nothing; its lines are as wide as the others, with their hyphens."""
    frame = framed("Schwangerschaftskonfliktberatungsstelle hilft", "de")
    said = lines(frame)
    assert said == ["Schwangerschafts\xad", "konfliktberatungs\xad", "stelle hilft"]
    for line in text_of(frame).lines:
        reach = np.flatnonzero(inked(frame, line).any(axis=0))[[0, -1]]
        assert abs(reach[0] - EDGE) <= 2 and abs(reach[1] - (WIDE - EDGE)) <= 3


def test_a_word_without_members_is_torn_before_it_is_too_long() -> None:
    said = lines(framed("Internationalisation helps", edge=215))
    assert "".join(said).replace("\xad", "") == "Internationalisationhelps" and "\xad" in said[0]


def colors(frame: Frame) -> list[str]:
    text = text_of(frame)
    inks = ({(run.color or text.color).hex for run in line.runs if run.width} for line in text.lines)
    return ["".join(each) for each in inks]


def test_the_last_line_is_the_point_where_nothing_is_starred() -> None:
    plum, rust = "#35214F", "#B23A26"
    assert colors(framed("Understanding early trauma", emphasis="rust")) == [plum, plum, rust]
    assert colors(framed("Understanding *early* trauma", emphasis="rust")) == [plum, rust, plum]
    assert colors(framed("Look", emphasis="rust")) == [plum]


def test_starred_words_have_lines_of_their_own() -> None:
    assert lines(framed("Look closer at her", high=700)) == ["Look", "closer", "at her"]
    assert lines(framed("Look closer at *her*", high=700)) == ["Look", "closer at", "her"]


def test_the_last_line_is_no_small_word_alone() -> None:
    for high in (500, 700, 900):
        assert lines(framed("A poster to colour in", high=high))[-1] != "in"


def test_emphasis_that_has_a_colour_is_seen() -> None:
    def told(**more: Any) -> list[str]:
        text = {"from": "headline", "style": "display", "fit": True, **more}
        given = {"text_color": "plum", "background": {"fill": "paper"}, "body": {"column": [{"text": text}]}}
        canvas = Canvas(WIDE, WIDE, "px", Box(0, 0, WIDE, WIDE), 20, 1.5)
        words = {"headline": emphatic("להקשיב *היום*")}
        solved = solve(Design.model_validate(given), words, canvas, sample_brand(), "he", True)
        return [note.message for note in solved.notes]

    assert len(told()) == 1 and "is not seen" in told()[0]
    assert told(emphasis="rust") == []


def test_other_words_give_way_before_a_line_no_longer_leads_them() -> None:
    stack = {"text": {"from": "headline", "style": "display", "fit": True}}
    lead = {"text": {"from": "text", "style": "lead", "optional": True}}
    given = {"text_color": "plum", "background": {"fill": "paper"}, "body": {"column": [stack, lead]}}
    long = "Whoever reports a danger should never be the one in danger at work"
    words = {"headline": long, "text": "Somebody has to say it first. " * 4}
    for high in range(100, 420, 20):
        canvas = Canvas(WIDE, high, "px", Box(0, 0, WIDE, high), 16, 1.5)
        frame = solve(Design.model_validate(given), words, canvas, sample_brand(), "en").frame
        texts = [item for item in frame.items if isinstance(item, Text)]
        if len(texts) > 1 and texts[1].size >= canvas.comfortable:
            assert texts[0].size >= 1.6 * canvas.comfortable, high


def test_no_line_is_larger_than_size() -> None:
    sizes = [line.size or 0 for line in text_of(framed("Hold on", size=0.2)).lines]
    assert max(sizes) == 0.2 * WIDE


def test_what_fits_in_no_size_is_told() -> None:
    with pytest.raises(TextTrouble, match="too long to be set"):
        framed("Donaudampfschifffahrtsgesellschaft" * 3, "de")


def test_short_and_fit_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="cannot have `short` and `fit` at once"):
        framed("Hold on", short=0.3)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_marker_lies_behind_the_last_line_of_words_without_stars(language: str) -> None:
    """It keeps off the line above, in the box, and each line is judged on its own ground."""
    frame = framed(dict(WORDS)[language], language, emphasis={"marker": "sun"})
    text = text_of(frame)
    (marker,) = (item.box for item in frame.items[1:] if isinstance(item, Fill))
    *others, last = text.rooms
    assert others and all(room.bottom <= marker.y for room in others)
    assert EDGE - 1 <= marker.x < last.x and last.right < marker.right <= WIDE - EDGE + 1
    assert marker.y < last.y and last.bottom < marker.bottom
    assert {run.color for line in text.lines[:-1] for run in line.runs} == {None}
    assert {run.color for run in text.lines[-1].runs} == {text.color}  # which is read on the marker


def test_one_line_has_no_marker() -> None:
    """All of it would be the point."""
    frame = framed("early", emphasis={"marker": "sun"})
    assert not [item for item in frame.items[1:] if isinstance(item, Fill)]
    assert text_of(frame).rooms == ()


STACKED = [
    line.split("\t") for line in Path(__file__).with_name("stacked.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "high", "broken"), STACKED, ids=["-".join(case) for case in STACKED])
def test_lines_end_by_sense_and_a_last_one_that_carries_some_is_stressed(
    language: str, high: str, broken: str
) -> None:
    """The stressed line is in stars."""
    words = broken.replace(" / ", " ").replace("*", "")
    frame = framed(words, language, int(high), emphasis="rust")
    found = zip(lines(frame), colors(frame), strict=True)
    assert " / ".join(f"*{line}*" if color == "#B23A26" else line for line, color in found) == broken


def test_a_step_of_size_takes_no_line_away() -> None:
    text = {"from": "headline", "style": "display", "fit": True}
    canvas = Canvas(WIDE, 314, "px", Box(0, 0, WIDE, 314), 20, 1.5)
    broken = []
    for steps in (0.0, 0.12, 0.3, 0.5):
        given = {"text_color": "plum", "background": {"fill": "paper"}, "body": {"column": [{"text": text}]}}
        design = Design.model_validate({**given, "steps": steps})
        words = {"headline": "Ask before you sign"}
        broken.append(lines(solve(design, words, canvas, sample_brand(), "en").frame))
    assert broken == [["Ask before", "you sign"]] * 4
