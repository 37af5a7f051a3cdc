"""Fonts for what the brand has none for: emoji and symbols, scripts, and which of several is taken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from pdf_text import fonts, opened, words
from sample_brand import FOLDER, known_to, sample_brand, without_extra

from builder.brand.read import read_brand
from builder.layout.fonts import font_chain
from builder.media import held
from builder.pipeline.build import build
from builder.pipeline.request import Request
from builder.pipeline.reserve import Said, stocked
from builder.text.fallback import choose, lacking

NAVY = Path(__file__).parent / "brands" / "navy"
SPEC = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds ✨ above our roofs.
theme: {title: A Place to Nest 🪺, hashtag: "#Nest", why: Old roofs are mended ✗ nests are lost.}
dates: {start: 2030-06-10, end: 2030-06-16}
cards: [{design: announcement}, {design: event, for: events}]
posts:
  - id: join
    when: 2030-06-11
    text: {default: "👉 Join us 👩‍👧 ✓ → 24 ☀️"}
events:
  - {id: tea, title: Tea 🎉, start: "2030-06-12 12:30", place: Hall, description: "① Come ⇒ see."}
"""


def drawn(
    text: str, language: str = "en", role: str = "text", weight: int = 400
) -> list[tuple[str, str, int]]:
    """Stretches of a text, each with the family and the weight that the sample brand draws it in."""
    brand = stocked(sample_brand(), FOLDER, (Said(language, frozenset(text)),), held)
    chain = font_chain(brand, role, weight, language)
    assert not lacking(text, chain)
    stretches = list[tuple[str, str, int]]()
    for char, font in zip(text, choose(text, chain), strict=True):
        if stretches and stretches[-1][1:] == (font.family, font.weight):
            stretches[-1] = (stretches[-1][0] + char, font.family, font.weight)
        else:
            stretches.append((char, font.family, font.weight))
    return stretches


def test_a_tag_s_first_sign_is_in_the_font_of_the_tag() -> None:
    urdu, tag = families("بچہ #Nest", "ur")
    assert (urdu[1], tag) == ("Noto Nastaliq Urdu", ("#Nest", "Atkinson Hyperlegible Next"))


def families(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(words, family) for words, family, _ in drawn(text, language)]


TEXT, EMOJI = "Atkinson Hyperlegible Next", "Noto Emoji"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Come 🎉 24", [("Come ", TEXT), ("🎉", EMOJI), (" 24", TEXT)]),
        ("👉 24 now", [("👉", EMOJI), (" 24 now", TEXT)]),
        ("🌊 24", [("🌊", EMOJI), (" 24", TEXT)]),
        ("a 👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿1️⃣🇬🇧", [("a ", TEXT), ("👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿1️⃣🇬🇧", EMOJI)]),
        ("a ☀️ 5", [("a ", TEXT), ("☀️", EMOJI), (" 5", TEXT)]),
        ("a ⌚ ⌚\ufe0e", [("a ", TEXT), ("⌚", EMOJI), (" ", TEXT), ("⌚\ufe0e", "Noto Sans Symbols 2")]),
        ("✓ yes", [("✓", "Noto Sans Symbols 2"), (" yes", TEXT)]),
        ("a → 5", [("a ", TEXT), ("→", "Noto Sans Symbols"), (" 5", TEXT)]),
        ("a ⇒ ①", [("a ", TEXT), ("⇒", "Noto Sans Math"), (" ", TEXT), ("①", "Noto Sans Symbols")]),
        ("™ ™️ 5", [("™ ", TEXT), ("™️", EMOJI), (" 5", TEXT)]),
        ("שלום 🎉 5", [("שלום ", "Noto Sans Hebrew"), ("🎉", EMOJI), (" 5", "Noto Sans Hebrew")]),
    ],
)
def test_signs_are_in_fonts_of_their_own_and_change_no_other_letters(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert families(text) == expected


def test_emoji_and_symbols_stop_nothing_and_are_drawn_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "packs" / "2030.yaml"
    path.parent.mkdir()
    path.write_text(SPEC, encoding="utf-8")
    known_to(tmp_path / "output")
    only = ("guide", "social", "calendar", "copy")
    request = Request(spec=path, brand=FOLDER, output=tmp_path / "output", root=tmp_path, only=only, jobs=1)
    built = build(request, lambda _: None, lambda *_: None)
    assert [problem.message for problem in built.problems if "font" in problem.message] == []
    files = {asset.plan.path: asset.file.data for asset in built.assets}
    with opened(files["guide/swifts-2030_guide_en.pdf"]) as document:
        read = words(document)
        assert all(
            each in read for each in ("👉 Join us 👩‍👧 ✓ → 24 ☀️", "Tea 🎉", "Nest 🪺", "① Come ⇒ see.")
        )
        assert any("NotoEmoji" in str(font["/BaseFont"]) for font in fonts(document))
    assert "SUMMARY:Tea 🎉" in files["calendar/swifts-2030_calendar_en.ics"].decode()


@pytest.mark.parametrize(
    ("language", "text", "family"),
    [
        ("th", "สัปดาห์ปู่ฎุ", "Noto Sans Thai"),
        ("ka", "კვირა", "Noto Sans Georgian"),
        ("hy", "Շաբաթ", "Noto Sans Armenian"),
        ("am", "ሳምንት", "Noto Sans Ethiopic"),
        ("km", "សប្តាហ៍", "Noto Sans Khmer"),
        ("my", "သီတင်းပတ်", "Noto Sans Myanmar"),
        ("si", "සතිය", "Noto Sans Sinhala"),
        ("te", "వారం", "Noto Sans Telugu"),
        ("ml", "ആഴ്ച", "Noto Sans Malayalam"),
        ("lo", "ອາທິດ", "Noto Sans Lao"),
        ("kn", "ವಾರ", "Noto Sans Kannada"),
        ("or", "ସପ୍ତାହ", "Noto Sans Oriya"),
    ],
)
def test_the_extra_draws_scripts_that_the_brand_has_no_letters_of(
    language: str, text: str, family: str
) -> None:
    for given in (language, "en"):
        assert drawn(text, given) == [(text, family, 400)]
        assert drawn(text, given, "display", 600) == [(text, family, 600)]
        assert drawn(text, given, weight=700) == [(text, family, 700)]


def test_without_it_what_comes_along_draws_its_scripts_for_a_brand_of_latin_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_extra(monkeypatch)
    brand = read_brand(NAVY, "brand")
    said = (Said("en", frozenset("aשלוםکتابβ")), Said("ur", frozenset("کتاب")), Said("th", frozenset("ส")))
    more = stocked(brand, NAVY, said, held)
    assert more.own is brand
    assert {
        key: names for key, names in more.families["text"].items() if key not in brand.families["text"]
    } == {
        "ur": ("Noto Nastaliq Urdu",),
        "Arab": ("Noto Naskh Arabic",),
        "Grek": ("Noto Sans",),
        "Hebr": ("Noto Sans Hebrew",),
    }
    assert stocked(brand, NAVY, (Said("en", frozenset("abc 5–6")),), held) is brand


def test_a_sign_that_headings_lack_comes_from_a_font_with_their_digits(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NAVY, tmp_path / "brand"))
    shutil.copytree(FOLDER / "fonts/noto-sans-tamil", folder / "fonts/noto-sans-tamil")
    written = yaml.safe_load((folder / "_brand.yml").read_text("utf-8"))
    files = [{"path": f"fonts/noto-sans-tamil/NotoSansTamil-{style}.ttf"} for style in ("Regular", "Bold")]
    written["typography"]["fonts"].append({"family": "Noto Sans Tamil", "source": "file", "files": files})
    written["typography"]["headings"] = "Noto Sans Tamil"
    (folder / "_brand.yml").write_text(yaml.safe_dump(written), "utf-8")
    brand = read_brand(folder, "brand")
    chain = font_chain(stocked(brand, folder, (Said("ta", frozenset("48‰")),), held), "display", 700, "ta")
    tamil, latin = "Noto Sans Tamil", "Atkinson Hyperlegible Next"
    assert [font.family for font in chain.fonts] == [tamil, latin, "Noto Sans"]
    assert [font.family for font in choose("48‰", chain)] == [tamil, tamil, "Noto Sans"]
    assert stocked(brand, folder, (Said("ta", frozenset("48%")),), held) is brand  # it has that


def test_what_lies_in_the_folder_goes_before_and_what_the_brand_names_before_all(tmp_path: Path) -> None:
    brand = Path(shutil.copytree(NAVY, tmp_path / "brand"))
    for family in ("noto-serif-hebrew", "noto-sans"):
        shutil.copytree(FOLDER / "fonts" / family, brand / "fonts" / family)
    (brand / "fonts" / "broken.ttf").write_bytes(b"no font")
    said = (Said("en", frozenset("שלום β")),)
    more = stocked(read_brand(brand, "brand"), brand, said, held)
    named = {key: more.families["text"][key] for key in ("Hebr", "Grek")}
    assert named == {"Hebr": ("Noto Serif Hebrew",), "Grek": ("Noto Sans",)}
    assert {font.path.parent for font in more.fonts if font.family == "Noto Sans"} == {
        brand / "fonts" / "noto-sans"
    }
    assert stocked(sample_brand(), FOLDER, said, held) is sample_brand()
