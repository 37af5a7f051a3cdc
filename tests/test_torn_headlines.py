"""A word of a headline is torn last of all, after what may be left out."""

from sample_brand import sample_brand

from builder.brand.design import Design
from builder.content.frame import Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve

WORDS = {
    "headline": "A loving relationship is a baby’s best shelter",
    "text": "A strong, secure bond with a parent helps to soften the impact of hard experiences.",
}


def shown(width: int, high: int, headline: str = WORDS["headline"]) -> dict[str, list[str]]:
    """The lines of each text of a card, by its slot."""
    under = {"text": {"from": "text", "style": "lead", "optional": True, "lines": 4}}
    text = {"text": {"from": "headline", "style": "display", "size": 0.17, "lines": 5}}
    given = {"text_color": "plum", "margin": 0.07, "background": {"fill": "paper"}}
    design = Design.model_validate({**given, "body": {"column": [text, {"spacer": 0.035}, under, "spacer"]}})
    canvas = Canvas(width, high, "px", Box(0, 0, width, high), 30, 1.5)
    items = solve(design, {**WORDS, "headline": headline}, canvas, sample_brand(), "en").frame.items
    texts = (item for item in items if isinstance(item, Text))
    return {text.role: [line.text.rstrip() for line in text.lines] for text in texts}


def test_what_may_be_left_out_goes_before_a_word_is_torn() -> None:
    narrow = shown(540, 410)
    assert narrow == {"headline": ["A loving", "relationship", "is a baby’s", "best shelter"]}
    wide = shown(700, 520)
    assert "text" in wide
    assert not any("\u00ad" in line for line in wide["headline"])


def test_a_word_that_no_line_has_room_for_is_still_torn() -> None:
    lines = shown(300, 700, "Responsibilities")["headline"]
    assert lines[0].endswith("\u00ad")
    assert len(lines) > 1
