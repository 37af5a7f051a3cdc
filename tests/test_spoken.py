"""A pack in one of the languages that the program speaks: nothing of it is in another."""

import re
from pathlib import Path

import pytest
import yaml
from docx_text import Word, text_of
from sample_brand import sample_brand

from builder.content.recipe import laid_out
from builder.kinds.guide import story
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.phrases.book import shipped_phrases
from builder.render.docx import render_docx
from builder.spec.read import read_spec

SPEC = {
    "campaign": {
        "name": "Baba",
        "short_name": "Baba",
        "organiser": "Bebe",
        "website": "https://example.org",
        "contact": "us@example.org",
        "about": "Bibi.",
    },
    "theme": {"title": "Bobo", "hashtag": "#Bobo", "why": "Bubu."},
    "dates": {"start": "2027-10-01", "end": "2027-10-31"},
    "messages": [{"id": "one", "headline": "Dada", "text": "Dede."}],
    "statistics": [{"id": "one", "value": "1", "of": 4, "label": "Didi", "source": "Dodo"}],
    "events": [{"id": "one", "title": "Dudu", "start": "2027-10-01T10:00", "place": "Fafa"}],
    "posts": [{"id": "one", "when": "2027-10-01", "card": "message/one", "text": {"default": "Dada"}}],
    "letters": [{"id": "one", "title": "Dada", "audience": "Dede", "body": "Didi"}],
    "usage": {"terms": "Dodo.", "may": ["Baba"], "may_not": ["Bebe"], "licence": "Bibi"},
    "pledge": {"text": "Bobo."},
}


def edition(folder: Path, language: str) -> Edition:
    (folder / "2027.yaml").write_text(yaml.safe_dump({**SPEC, "languages": [language]}), "utf-8")
    (version,) = read_spec(folder / "2027.yaml", folder).versions
    return Edition(version.spec, sample_brand(), language, phrases(language), folder, version.source.place)


def said(its: Edition) -> list[str]:
    """The paragraphs of the guide, as Word has them."""
    word = Word(render_docx(laid_out(story(its)), date="2027-10-01"))
    return [text_of(paragraph).strip() for paragraph in word.paragraphs()]


@pytest.mark.parametrize("language", ["ar", "fr", "de", "ur"])
def test_the_guide_says_nothing_of_the_program_s_in_english(tmp_path: Path, language: str) -> None:
    own = [*shipped_phrases(language).values()]
    english = {text for text in shipped_phrases("en").values() if isinstance(text, str) and text not in own}
    assert [text for text in said(edition(tmp_path, language)) if text in english] == []


def test_french_has_a_narrow_blank_before_its_colons(tmp_path: Path) -> None:
    texts = said(edition(tmp_path, "fr-FR"))
    assert any(text.startswith("Toutes plateformes\u202f: ") for text in texts)
    assert [text for text in texts if re.search(r"\w ?: ", text)] == []
