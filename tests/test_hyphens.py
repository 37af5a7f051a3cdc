"""Words are parted by the patterns of their language; in a headline only where it wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.text import hyphenation
from builder.text.hyphenation import places
from builder.text.hyphens import COMPOUND, SEAM, hyphenated, with_hyphens
from builder.text.lines import LineSpan, break_evenly, fewest_lines, set_line
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.running import break_text
from builder.text.strands import Strand
from builder.text.ways import break_heading, ways
from tests.test_sense import lines, measured

CASES = [line.split("\t") for line in (Path(__file__).parent / "hyphens.tsv").read_text("utf-8").splitlines()]
FILES = sorted(Path(hyphenation.__file__).parent.glob("hyph-*.tex"))


@pytest.mark.parametrize(("language", "signs"), CASES, ids=[case[1] for case in CASES])
def test_where_a_word_may_be_parted(language: str, signs: str) -> None:
    word, found = signs.replace("-", ""), ""
    for place in (*places(word, language), len(word)):
        found += word[len(found.replace("-", "")) : place] + "-"
    assert found.removesuffix("-") == signs


def test_a_language_s_patterns_are_read_when_one_of_its_words_is_asked_about() -> None:
    hyphenation._patterns.cache_clear()
    places.cache_clear()
    places("Rechtsschutzversicherungen", "cs")  # none
    places("kurz", "de")
    assert hyphenation._patterns.cache_info().currsize <= 2
    places("responsibility", "en-GB")
    assert hyphenation._patterns("en-gb") and hyphenation._patterns("nb") != hyphenation._patterns("no")


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_each_file_of_patterns_says_its_licence_and_none_asks_for_ours(file: Path) -> None:
    head = file.read_text("utf-8").split("\\patterns")[0]
    licence = head.partition("% licence:")[2]
    names = ("name: MIT", "LPPL", "BSD", "freely distributed", "Permission is hereby", "may be used")
    assert any(name in licence for name in (*names, "Copying and distribution"))
    assert file.stem.removeprefix("hyph-").split("-")[0] in (file.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Säuglingssterblichkeit", "Säug-lings-sterb-lich-keit"),
        ("de", "Säuglingssterb\u00adlichkeit", "Säuglingssterb\u00adlichkeit"),  # its author's wins
        ("de", "#SäuglingssterblichkeitSenken", "#SäuglingssterblichkeitSenken"),
        ("de", "@säuglingssterblichkeit", "@säuglingssterblichkeit"),
        ("de", "säuglingssterblichkeit.example.org", "säuglingssterblichkeit.example.org"),
        ("en", "Responsibility", "Respons-ib-ility"),  # begins a sentence
        ("en", "with Responsibility", "with Responsibility"),  # a name
        ("en", "We. Responsibility", "We. Respons-ib-ility"),
        ("en", "UNICEFUNICEF", "UNICEFUNICEF"),
        ("th", "responsibility", "responsibility"),  # no patterns
    ],
)
def test_names_tags_and_addresses_are_never_parted(language: str, text: str, words: str) -> None:
    para = measured(text, language)
    made = hyphenated(para, para.words)
    joined = "".join(
        para.text[word.start : word.end] + ("-" if word.hyphen and para.text[word.end] != "\u00ad" else "")
        + para.text[word.end : after.start if after else None]
        for word, after in zip(made, [*made[1:], None], strict=True)
    )
    assert joined == words


def test_a_headline_of_one_compound_is_parted_between_its_members() -> None:
    para = measured("Säuglingssterblichkeit senken", "de")
    found = [lines(para, way) for way in ways(para, 3)]
    assert found[0] == "Säuglingssterblichkeit senken"
    assert "Säuglings- / sterblichkeit / senken" in found


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Selbsthilfegruppen", "Selbsthilfe-gruppen"),
        ("Nachbarschaftshilfe", "Nachbarschafts-hilfe"),
        ("Projektförderungsantragsformulare", "Projektförderungs-antrags-formulare"),
    ],
)
def test_a_compound_that_surely_joins_words_is_parted_there_alone(word: str, parts: str) -> None:
    para = measured(word, "de")
    found = hyphenated(para, para.words, tear=COMPOUND)
    assert "-".join(para.text[part.start : part.end] for part in found) == parts


@pytest.mark.parametrize("text", ["Talk.", "Together", "See the baby. Hold the story. Support the bond."])
def test_a_headline_that_gains_nothing_has_no_hyphen(text: str) -> None:
    assert not any(span.hyphen for way in ways(measured(text), 4) for span in way.spans)


def test_running_text_is_parted_where_a_line_would_lack_much() -> None:
    text = "Wir fragen die Kinderkrankenhausgesellschaften unserer Länder, was sie für Säuglinge tun"
    para = measured(text, "de")
    shown = [para.text[s.start : s.end] + "-" * s.hyphen for s in break_text(para, 17)]
    assert shown[0] == "Wir fragen die Kinderkrankenhaus-"
    english = measured("All of us are there for the babies of our town and for their parents too", "en")
    assert not any(span.hyphen for span in break_text(english, 12))


def test_a_word_wider_than_its_line_is_parted_by_its_patterns() -> None:
    para = measured("Kinderkrankenhausgesellschaften", "de")
    shown = [para.text[s.start : s.end] for s in break_text(para, para.words[0].width * 0.45)]
    assert shown == ["Kinder", "krankenhaus", "gesellschaften"]
    para = measured("Responsibility", "en")  # no compound: as much as has room
    assert [para.text[s.start : s.end] for s in break_text(para, 6)] == ["Responsib", "ility"]


def test_a_german_word_is_parted_between_its_members_where_lines_have_room() -> None:
    said = "Der Verein berät Eltern und Schwangerschaftskonfliktberatungsstellen im ganzen Land zu Fragen"
    para = measured(said, "de")
    for measure in (13, 18, 19):
        (line,) = (text(para, span) for span in break_text(para, measure) if span.hyphen)
        assert line.endswith(("Schwangerschafts-", "Schwangerschaftskonfliktberatungs-")), (measure, line)


@pytest.mark.parametrize(
    ("text", "measure", "broken"),
    [
        ("Join #OrdinaryConversations today", 12, "Join / #OrdinaryConversations / today"),
        ("Join #OrdinaryConversations today", 9, "Join #Ordinary / Conversations / today"),
        ("@ParentInfantFoundation", 8, "@ParentInfant / Foundation"),
        ("#MyExtraordinarilylongword", 9, "#MyExtraordinaril / ylongword"),  # no hyphen where no place fits
        ("imhaw@parentinfant.org.uk", 10, "imhaw@parentinfant. / org.uk"),
        ("See example.org/imhaw for more", 10, "See / example.org/imhaw / for more"),
        ("See example.org/imhaw for more", 8, "See example.org/ / imhaw for more"),
        ("parent-infant.example.org", 20, "parent-infant.example.org"),
        ("example.org/out-of-the-ordinary", 8, "example.org/out / -of-the-ordinary"),
    ],
)
def test_what_a_hyphen_makes_another_has_none_however_narrow_its_line(
    text: str, measure: float, broken: str
) -> None:
    para = measured(text, "en")
    for broken_ in (break_text(para, measure), break_heading(para, measure)):
        shown = " / ".join(para.text[span.start : span.end] + "-" * span.hyphen for span in broken_)
        assert shown == broken


def test_a_hashtag_in_supporting_words_is_parted_between_its_words() -> None:
    para = measured("Join #OrdinaryConversations today", "en")
    parted = [text(para, span) for span in break_evenly(para, 9)]
    assert parted == ["Join #Ordinary", "Conversations", "today"]
    assert "#OrdinaryConversations" in " ".join(text(para, span) for span in break_evenly(para, 15))


def test_what_another_program_sets_has_no_soft_hyphen_in_a_hashtag_or_an_address() -> None:
    for kept in ("#Säuglingssterblichkeit", "säuglingssterblichkeit@example.org", "www.säuglingspflege.de"):
        assert with_hyphens(kept, "de") == kept
    assert with_hyphens("Säuglingspflege", "de", most=SEAM) == "Säuglings\u00adpflege"


def test_a_part_keeps_the_language_of_its_strand() -> None:
    chain = measured("a", "de").strands[0].fonts
    strands = Strand("Responsibility ", chain, "en"), Strand("Säuglingspflege", chain, "de")
    para = paragraph(strands, boxes=True)
    parts = [para.text[part.start : part.end] for part in hyphenated(para, para.words)]
    assert parts == ["Respons", "ib", "ility", "Säug", "lings", "pflege"]


def test_supporting_words_are_parted_only_where_one_does_not_fit() -> None:
    para = measured("Schwangerschaftsberatungsstellen helfen", "de")
    whole = para.words[0].width
    fits = [text(para, span) for span in break_evenly(para, whole)]
    assert fits == ["Schwangerschaftsberatungsstellen", "helfen"]
    shown = [text(para, span) for span in break_evenly(para, whole * 0.8)]
    assert shown == ["Schwangerschafts-", "beratungsstellen helfen"]
    assert fewest_lines(para, whole * 0.8) == 2
    assert fewest_lines(measured("helfendes"), 1.0) == 0  # too short to be parted


def test_a_hyphen_reads_as_a_soft_one() -> None:
    para = measured("Schwangerschaftsberatungsstellen helfen", "de")
    first, _ = break_evenly(para, para.words[0].width * 0.8)
    line = set_line(para, first, 0, 0, 10)
    assert "".join(run.text for run in line.runs) == "Schwangerschafts\u00ad"


def text(para: MeasuredText, span: LineSpan) -> str:
    return para.text[span.start : span.end] + "-" * span.hyphen


@pytest.mark.parametrize("measure", range(8, 16))
def test_german_text_is_parted_between_the_members_of_a_compound_where_it_says_them(measure: int) -> None:
    para = measured("Plakat: Schwangerschaftskonfliktberatungsstellen hören zu", "de")
    lines = break_text(para, measure + 2.0)
    ends = {para.text[line.start : line.end] for line in lines if line.hyphen}
    assert ends, lines
    assert all(end.endswith(("schafts", "konflikt", "beratungs")) for end in ends), ends
