"""What a card was asked to show and does not is told: words, capitals, strewn pieces, emphasis."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import sample_fonts as rings
from sample_brand import FOLDER, sample_brand

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.emphasis import emphatic
from builder.layout.canvas import sheet
from builder.layout.cards.setting import SlotWords
from builder.layout.cards.solve import solve
from builder.record import replace

BODY = {"column": [{"text": {"from": "headline", "style": "title"}}]}
LONG = "A sentence that needs more room than is left on a low card, and goes on and on and on. " * 2


def told(words: SlotWords, body: dict[str, Any], size: tuple[float, float], **ground: Any) -> list[str]:
    given = {"background": {"fill": "cream", **ground}, "text_color": "ink", "body": body}
    notes = solve(Design.model_validate(given), words, sheet(*size), sample_brand(), "en").notes
    return [f"{note.slot}: {note.message}" for note in notes]


def test_sentences_of_a_list_that_find_no_room_are_told() -> None:
    texts = [{"text": {"from": "title"}}, {"text": {"from": "text", "optional": True}}]
    intro = {"text": {"from": "intro", "optional": True}}
    body = {"column": [intro, {"each": "steps", "column": texts}]}
    steps = ({"title": "Notice", "text": LONG}, {"title": "Wait", "text": "And answer."})
    words = {"intro": "How to answer", "steps": steps}
    assert told(words, body, (600, 160)) == []
    intro_out = "intro: `How to answer` is left out, as no room is left for it"
    assert told(words, body, (600, 90)) == [intro_out]
    sentences = f"steps: `{LONG[:40]}…` and 1 more are left out, as the list has no more room"
    assert told(words, body, (600, 42)) == [sentences, intro_out]


def test_what_is_optional_and_finds_no_room_is_told() -> None:
    support = {"text": {"from": "text", "optional": True}}
    words = {"headline": "Hold on", "text": LONG}
    assert told(words, {"column": [*BODY["column"], support]}, (600, 160)) == []
    assert told(words, {"column": [*BODY["column"], support]}, (600, 50)) == [
        f"text: `{LONG[:40]}…` is left out, as no room is left for it"
    ]
    assert told({"headline": "Hold on"}, {"column": [*BODY["column"], support]}, (600, 50)) == []
    large = {"logo": {"name": "main", "optional": True, "height": 1.2, "width": 4}}
    assert told({"headline": "Hold on"}, {"column": [*BODY["column"], large]}, (1200, 160)) == [
        ": the logo `main` is left out, as no room is left for it"
    ]


@pytest.mark.parametrize(("count", "found"), [(4, 0), (60, 1)])
def test_pieces_that_find_no_room_are_told_where_they_are_more_than_half(count: int, found: int) -> None:
    strewn = {"scatter": {"file": "art/icons/heart.svg", "count": count, "scale": 0.2}}
    said = told({"headline": "Hold on"}, BODY, (600, 600), **strewn)
    assert len(said) == found
    assert all(f"of {count} pieces" in each for each in said)


CARD = "background: {fill: background}\nbody: {column: [{text: {from: headline, style: title%s}}]}\n"
SAYS = """
color: {primary: navy}
typography:
  fonts:
    - {family: Rings, files: [fonts/rings.ttf, fonts/bold.ttf]}
    - {family: Sans, files: [fonts/sans.ttf]}
  base: Rings
  headings: Rings
defaults: {packbuild: {families: {display: {default: [Rings, Sans]}}}}
"""


def rings_brand(folder: Path, use: str = "") -> Brand:
    """One whose headings have fonts of three small letters, and then one that has small capitals."""
    for name in ("fonts", "designs"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "fonts/rings.ttf").write_bytes(rings.ttf())
    (folder / "fonts/bold.ttf").write_bytes(rings.ttf(weight=700))
    shutil.copy(FOLDER / "fonts/noto-sans/NotoSans-Regular.ttf", folder / "fonts/sans.ttf")
    (folder / "_brand.yml").write_text(SAYS, "utf-8")
    (folder / "designs/card.yaml").write_text(CARD % use, "utf-8")
    return read_brand(folder, "brand")


def on_card(brand: Brand, written: str, language: str = "en") -> list[str]:
    design: Any = brand.designs["card"]
    notes = solve(design, {"headline": written}, sheet(600, 600), brand, language).notes
    return [f"{note.slot}: {note.message}" for note in notes]


def test_capitals_that_no_font_has_are_told(tmp_path: Path) -> None:
    brand = rings_brand(tmp_path, ", caps: upper")
    assert on_card(brand, "lono") == []
    alone = replace(brand, families={**brand.families, "display": {"default": ("Rings",)}, "text": {}})
    (said,) = on_card(alone, "lono")
    assert said == "headline: `lono` stays as it is written: no font has the capitals L O N"
    assert on_card(alone, "lono", "hi") == []  # whose script has none to lack


def test_small_capitals_that_the_font_of_the_letters_has_not_are_told(tmp_path: Path) -> None:
    brand = rings_brand(tmp_path, ", caps: small")
    assert on_card(brand, "lono") == ["headline: `lono` stays as it is written: Rings has no small capitals"]
    assert on_card(brand, "Day") == []


EMPHASIS = [
    ("{italic: yes}", "words with emphasis do not lean here: the family `Rings` has no italics"),
    ("{weight: 400}", ""),
    ("{weight: 300}", "the family `Rings` has no font of the weight 300, so 400 is taken"),
    ("{weight: 800}", "words with emphasis are as heavy as the others here: the family `Rings` has no"),
]


@pytest.mark.parametrize(("emphasis", "said"), EMPHASIS)
def test_emphasis_that_no_font_shows_is_told_at_its_line(emphasis: str, said: str, tmp_path: Path) -> None:
    problems = rings_brand(tmp_path, f", emphasis: {emphasis}").problems
    found = [each for each in problems if each.place and each.place.file == "brand/designs/card.yaml"]
    assert [each.message.startswith(said) for each in found] == [True] * bool(said)
    assert all(each.place and each.place.line == 2 for each in found)


def test_emphasis_of_small_words_that_is_not_seen_is_told() -> None:
    """Not of headlines alone: any text may have stars."""
    text = {"from": "text", "style": "text", "emphasis": {"italic": False, "weight": 400}}
    body = {"column": [{"text": text}]}
    assert told({"text": emphatic("Hold *on*")}, body, (600, 600)) == [
        "text: the emphasis in `Hold on` is not seen: its font has no italics or bold"
    ]
