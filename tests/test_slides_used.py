"""A template used: a slide of every layout, filled with long text, saved, still sound and on brand."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx_lint import A, lint, opened
from presenter import as_deck, fill
from sample_brand import sample_brand

from builder.audit.deckparts import P
from builder.brand.looks import look_names
from builder.content.deck import Deck
from builder.content.recipe import laid_out
from builder.geometry.curves import covers, flattened
from builder.kinds.slides import plan
from builder.pack.edition import Edition
from builder.pack.formats import POTX
from builder.pack.themes import with_forms
from builder.phrases import phrases
from builder.render.pptx.artpictures import needs_picture
from builder.spec.model import Spec

ROOT = Path(__file__).parents[1]
_BEFORE_ART = ("Photo", "Section", "Date")  # photographs and numbers that art holds; nobody has a date
LONG = "Swifts come back to the same hole in the same wall each year, and find it closed. " * 2
SPEC: dict[str, Any] = {
    "campaign": {
        "name": "Swift Week",
        "short_name": "Swifts",
        "organiser": "Friends of Swifts",
        "website": "https://example.org/swifts",
        "contact": "hello@example.org",
        "about": "A week for the birds above our roofs.",
    },
    "theme": {"title": "A Place to Nest", "hashtag": "#APlaceToNest", "why": "Nests are lost."},
    "dates": {"start": "2023-07-03", "end": "2023-07-09"},
}


@cache
def decks(language: str, look: str = "", art: str = "") -> list[Deck]:
    """The wide and the standard template in a language, as they are laid out; `art` as the theme names it."""
    spec = Spec.model_validate({**SPEC, "theme": {**SPEC["theme"], "art": art}} if art else SPEC)
    brand = sample_brand(look)
    brand = with_forms(brand, spec) if art else brand
    pack = Edition(spec, brand, language, phrases(language), ROOT, lambda _: None)
    return [laid_out(each.content) for each in plan(pack) if each.format == POTX]


def templates(language: str, look: str = "") -> list[bytes]:
    """The same as files."""
    return [POTX.render(deck) for deck in decks(language, look)]


def used(template: bytes, language: str) -> bytes:
    """The template with a slide of every layout."""
    style = opened(template).xml["ppt/tableStyles.xml"].get("def")
    presentation = as_deck(template)
    for number, layout in enumerate(presentation.slide_layouts, 1):
        fill(presentation.slides.add_slide(layout), f"{number}. {LONG}", language, style)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", ["en-GB", "ur"])
@pytest.mark.parametrize("look", look_names())
def test_a_slide_of_every_layout_breaks_no_rule(look: str, language: str) -> None:
    for template in templates(language, look):
        package = opened(used(template, language))
        assert lint(package) == set()
        slides = dict(package.of("sld"))
        assert len(slides) >= 1 + len(dict(package.of("sldLayout")))  # it opens with one or two


@pytest.mark.parametrize("language", ["en-GB", "ur"])
@pytest.mark.parametrize("look", look_names())
def test_no_art_stands_under_words(look: str, language: str) -> None:
    assert under_words(decks(language, look)) == []


SETS = [("embrace", "petals"), ("embrace", "arches"), ("paper", "scallops")]


@pytest.mark.parametrize(("look", "art"), SETS)
def test_nor_does_that_of_another_set(look: str, art: str) -> None:
    assert under_words(decks("en-GB", look, art)) == []


def under_words(templates: list[Deck]) -> list[tuple[float, str, str]]:
    """The width, the layout and the name of each box that art stands in."""
    under = list[tuple[float, str, str]]()
    for deck in templates:
        for layout in deck.layouts:
            art = (*layout.drawings, *(deck.master.drawings if layout.master_art else ()))
            shapes = [
                flattened(path.commands, 0.1)
                for drawing in art
                if drawing.name not in ("Panel", "Logo") and not needs_picture(drawing.paths)
                for path in drawing.paths
            ]
            for holder in layout.placeholders:
                if holder.name not in _BEFORE_ART and any(covers(shape, holder.box) for shape in shapes):
                    under.append((deck.width, layout.key, holder.name))
    return under


@pytest.mark.parametrize("look", look_names())
def test_every_look_has_the_layouts_that_a_talk_needs(look: str) -> None:
    wide, _ = decks("en-GB", look)
    layouts = {layout.key for layout in wide.layouts}
    talk = "title agenda section section-2 section-3 statement statistic quote photograph comparison"
    assert layouts >= {*talk.split(), "timeline", "steps", "picture-and-text", "table", "chart", "closing"}
    grounds = [dict(each.colors or wide.colors)["bg1"] for each in wide.layouts if "section" in each.key]
    assert len(set(grounds[:3])) == 3


def test_what_people_type_takes_everything_from_its_layout() -> None:
    for template in templates("en-GB"):
        for slide in Presentation(io.BytesIO(used(template, "en-GB"))).slides:
            for holder in slide.placeholders:
                words = holder._element.find(P + "txBody")
                assert words is None or words.find(f"{A}bodyPr").attrib == {}
                assert all(run.find(f".//{A}solidFill") is None for run in holder._element.iter(A + "r"))


def test_text_added_on_a_dark_layout_turns_light() -> None:
    """New text is in `tx1`, which dark layouts map to a light colour for their slides."""
    wide, _ = templates("en-GB")
    package = opened(wide)
    theme = package.xml["ppt/theme/theme1.xml"]
    scheme = {slot.tag.removeprefix(A): slot[0].get("val") for slot in theme.find(f".//{A}clrScheme")}
    maps = {
        root.find(P + "cSld").get("name"): root.find(f".//{A}overrideClrMapping")
        for _, root in package.of("sldLayout")
    }
    dark = {
        name: (scheme[each.get("bg1")], scheme[each.get("tx1")])
        for name, each in maps.items()
        if each is not None
    }
    assert dark["Title"] == dark["Closing"] == ("35214F", "FFF6EA")
    assert dark["Statistic"] == ("0F6B68", "FFF6EA")
