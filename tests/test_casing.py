"""Words in capitals: drawn so by the rules of their language, and read as they are written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sample_fonts as rings
from pdf_text import opened, words
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.textuse import TextUse
from builder.content.frame import Frame, Text
from builder.emphasis import emphatic
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve
from builder.layout.sheet import one_page
from builder.media import Font, FontChain
from builder.record import replace
from builder.render.pdf.document import render_pages
from builder.text.casing import capitals
from builder.text.paragraph import paragraph
from builder.text.strands import Strand
from builder.text.typeface import typeface

# By language: words, and what is drawn.
DRAWN = [
    ("en", "A loving week", "A LOVING WEEK"),
    ("en", "Share #InfantMentalHealth", "SHARE #InfantMentalHealth"),
    ("en", "See example.org/Week, write to Me@example.org", "SEE example.org/Week, WRITE TO Me@example.org"),
    ("en", "The end.Then", "THE END.THEN"),
    ("cy", "ŵyl y babanod", "ŴYL Y BABANOD"),
    ("de", "Straße und Maß", "STRASSE UND MASS"),
    ("tr", "ilişki, ısı", "İLİŞKİ, ISI"),
    ("az", "bir", "BİR"),
    ("el", "Μάιος, άυλος, ρολόι", "ΜΑΪΟΣ, ΑΫΛΟΣ, ΡΟΛΟΪ"),
    ("el", "Ελλάδα ή όχι, ηθική", "ΕΛΛΑΔΑ Ή ΟΧΙ, ΗΘΙΚΗ"),
    ("el", "προϊόν", "ΠΡΟΪΟΝ"),
    ("ga", "na hÉireann i nGaillimh", "NA hÉIREANN I nGAILLIMH"),
    ("ga", "an tseachtain, an t-athair, hata", "AN tSEACHTAIN, AN t-ATHAIR, HATA"),
    ("en", "an tseachtain", "AN TSEACHTAIN"),
    ("lt", "i\u0307\u0300", "I\u0300"),
    ("hy", "և", "ԵՎ"),
    ("nl", "ijs", "IJS"),
    ("ru", "неделя", "НЕДЕЛЯ"),
]


@pytest.mark.parametrize(("language", "written", "drawn"), DRAWN)
def test_capitals_are_those_of_the_language(language: str, written: str, drawn: str) -> None:
    assert "".join(capitals(written, language)) == drawn


def card(written: str, language: str, caps: str = "upper") -> Frame:
    text = {"from": "headline", "style": "title", "caps": caps, "lines": 4}
    design = Design.model_validate(
        {"background": {"fill": "light"}, "text_color": "dark", "body": {"column": [{"text": text}]}}
    )
    return solve(design, {"headline": emphatic(written)}, sheet(600, 600), sample_brand(), language).frame


def text_of(frame: Frame) -> Text:
    return next(item for item in frame.items if isinstance(item, Text))


def glyphs(frame: Frame) -> str:
    """What is drawn, by the names that the fonts have for their glyphs."""
    runs = [run for line in text_of(frame).lines for run in line.runs if run.width]
    drawn = [(run.font, part[0]) for run in runs for parts in run.glyphs.parts for part in parts]
    return " ".join(typeface(font).shaper.glyph_to_string(number) for font, number in drawn)


def test_what_is_drawn_in_capitals_reads_as_it_is_written() -> None:
    frame = card("Gruß *und* Maß", "de")
    assert glyphs(frame) == "G R U S S U N D space M A S S"
    assert text_of(frame).words == "Gruß und Maß"
    assert "".join(line.text for line in text_of(frame).lines).strip() == "Gruß und Maß"
    with opened(render_pages(one_page(replace(frame, unit="pt")))) as document:
        assert words(document).split() == ["Gruß", "und", "Maß"]


def test_small_capitals_are_the_font_s_own() -> None:
    drawn = glyphs(card("Μάιος", "el", "small"))
    assert drawn != glyphs(card("Μάιος", "el", "none")) != glyphs(card("Μάιος", "el"))
    assert drawn.split()[0] == "Mu"


def test_scripts_without_capitals_stay_as_they_are_written() -> None:
    for language, words_ in (("ur", "ہفتہ Week"), ("ta", "வாரம் Week")):
        assert glyphs(card(words_, language)) == glyphs(card(words_, language, "none"))


def test_a_text_goes_before_its_style() -> None:
    assert glyphs(card("Ab", "en", "none")) == "A b"


def test_lines_break_and_hyphenate_as_they_are_written() -> None:
    use: Any = TextUse.model_validate({"from": "headline", "caps": "upper"})
    assert use.caps == "upper"
    lines = [line.text for line in text_of(card("Kindergesundheitsaufklärungswoche für alle", "de")).lines]
    assert "".join(lines).replace("\u00ad", "").strip() == "Kindergesundheitsaufklärungswoche für alle"
    assert len(lines) > 1


def font(path: Path, data: bytes, name: str) -> Font:
    path.write_bytes(data)
    return Font(name, name, 400, False, sha256(data).hexdigest(), path)


def test_capitals_that_no_font_has_are_not_drawn(tmp_path: Path) -> None:
    small = font(tmp_path / "small.ttf", rings.ttf("Small", letters="lno"), "Small")
    para = paragraph((Strand("lono", FontChain((small,)), "en", caps=True),))
    assert para.drawn == ()
    both = font(tmp_path / "both.ttf", rings.ttf("Both", letters="lnoLNO"), "Both")
    para = paragraph((Strand("lono", FontChain((small, both)), "en", caps=True),))
    assert para.drawn == tuple("LONO")
    assert set(para.fonts) == {both}
    assert set(paragraph((Strand("lono", FontChain((small, both)), "en"),)).fonts) == {small}
