"""Ink by pixels: what is set as large as it may be leaves neither its room nor its line."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from sample_brand import FOLDER, sample_brand

from builder.brand.design import Design
from builder.content.frame import Frame, Text
from builder.emphasis import emphatic
from builder.geometry.box import Box
from builder.languages import written_rtl
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.media import held
from builder.pipeline.reserve import Said, stocked
from builder.render.pixels.paint import paint_exactly

SIDE, EDGE = 600, 60
CANVAS = Canvas(SIDE, SIDE, "px", Box(0, 0, SIDE, SIDE), 20, 1.5)
WORDS = [
    ("ur", "گفتگو کا آغاز کہانی سے"),
    ("ur", "گھر"),
    ("vi", "ĐƯỜNG ẤM ÁP CHO TRẺ Ở NHỮNG NĂM ĐẦU ĐỜI"),
    ("th", "ปู่ฎุฐูที่น้ำใจผู้ใหญ่"),
    ("en", "*f*"),
    ("en", "*fluff off*"),
    ("en", "*jelly of fjord half of*"),
    ("en", "Half of *wolf*"),
    ("en", "Talk."),
]


def framed(language: str, words: str, align: str) -> Frame:
    text = {"from": "headline", "style": "display", "size": 0.9, "lines": 6, "align": align}
    design = Design.model_validate(
        {
            "text_color": "plum",
            "background": {"fill": "paper"},
            "margin": EDGE / SIDE,
            "body": {"column": [{"text": text}]},
        }
    )
    shown = emphatic(words)
    brand = stocked(sample_brand(), FOLDER, (Said(language, frozenset(words)),), held)
    return solve(design, {"headline": shown}, CANVAS, brand, language, written_rtl(language)).frame


def inked(frame: Frame) -> NDArray[np.bool_]:
    return np.asarray(paint_exactly(frame).image().convert("L")) < 200


@pytest.mark.parametrize("align", ["start", "centre", "end"])
@pytest.mark.parametrize(("language", "words"), WORDS, ids=[words for _, words in WORDS])
def test_no_ink_leaves_the_room(language: str, words: str, align: str) -> None:
    dark = inked(framed(language, words, align))
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    assert columns[0] >= EDGE - 1 and columns[-1] <= SIDE - EDGE, (columns[0], columns[-1])
    assert rows[0] >= EDGE - 1 and rows[-1] <= SIDE - EDGE, (rows[0], rows[-1])


@pytest.mark.parametrize(("language", "words"), WORDS[:4], ids=[words for _, words in WORDS[:4]])
def test_the_ink_of_lines_does_not_touch(language: str, words: str) -> None:
    frame = framed(language, words, "start")
    (text,) = (item for item in frame.items if isinstance(item, Text))
    alone = [
        inked(Frame(SIDE, SIDE, "px", (frame.items[0], Text("", (line,), text.size, text.color, "en")), "en"))
        for line in text.lines
    ]
    for upper, lower in pairwise(alone):
        assert not (upper & lower).any()
