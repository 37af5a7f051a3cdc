"""Characters that no font of the brand has: copied as they are, boxes in the guide, faults on cards."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx_text import Word
from pdf_text import opened, words
from sample_brand import known_to, without_extra

from builder.errors import Faults, Problem
from builder.pipeline.build import build, check
from builder.pipeline.publishing import Built
from builder.pipeline.request import Request

BRAND = Path(__file__).parents[1] / "brand"
BRANDS = Path(__file__).parent / "brands"
SPEC = """\
campaign:
  name: Swift Week
  short_name: Swifts
  organiser: Friends of Swifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds above our roofs.
theme: {title: A Place to Nest, hashtag: "#Nest", why: Old roofs are mended and nests are lost.}
dates: {start: 2030-06-10, end: 2030-06-16}
cards: [{design: announcement}]
posts:
  - id: join
    when: 2030-06-11
    text:
      default: |
        𝄞 Join us today 𝄡
        Read the guide 𝄐 share it #Nest
events:
  - {id: tea, title: Tea 𝄢, start: "2030-06-12 12:30", place: Hall, description: Come 𝄐 see.}
letters:
  - {id: press, title: For the press, body: Dear 𝄋 all}
"""
POST = "𝄞 Join us today 𝄡"


def made(spec: str, tmp_path: Path, *kinds: str) -> Built:
    path = tmp_path / "packs" / "2030.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(spec, encoding="utf-8")
    known_to(tmp_path / "output", str(BRAND))
    request = Request(spec=path, brand=BRAND, output=tmp_path / "output", root=tmp_path, only=kinds, jobs=1)
    return build(request, lambda _: None, lambda *_: None)


def test_what_is_copied_is_as_it_was_written_and_the_guide_has_boxes_that_are_told(tmp_path: Path) -> None:
    built = made(SPEC, tmp_path, "copy", "calendar", "start", "guide", "slides")
    files = {asset.plan.path: asset.file.data for asset in built.assets}
    assert POST in files["copy/swifts-2030_posts_en.csv"].decode()
    assert POST in files["copy/swifts-2030_posts_en.txt"].decode()
    assert POST in files["start-here.html"].decode()
    assert POST in "".join(Word(files["guide/swifts-2030_guide_en.docx"]).body.itertext())
    assert "Dear 𝄋 all" in "".join(Word(files["copy/swifts-2030_press_en.docx"]).body.itertext())
    assert "SUMMARY:Tea 𝄢" in files["calendar/swifts-2030_calendar_en.ics"].decode()
    with opened(files["guide/swifts-2030_guide_en.pdf"]) as document:
        assert POST in words(document)
    assert [(line(problem), problem.severity) for problem in built.problems] == [
        (16, "warning"),
        (19, "warning"),
        (19, "warning"),
    ]
    assert built.problems[0].message == (
        "no font of the brand has the character `𝄞` (U+1D11E, musical symbol g clef) "
        "and the character `𝄡` (U+1D121, musical symbol c clef) and the character `𝄐` "
        "(U+1D110, musical symbol fermata): the printed guide shows a box there"
    )


def line(problem: Problem) -> int:
    assert problem.place is not None
    return problem.place.line


def test_nothing_is_told_of_what_is_not_printed(tmp_path: Path) -> None:
    voices = "quotes:\n  - {id: one, text: The first}\n  - {id: two, text: Where there is room 𝄡}\n"
    built = made(f"{SPEC}guide: {{leave_out: [posts]}}\n{voices}", tmp_path, "guide", "copy")
    assert [line(problem) for problem in built.problems] == [19, 19, 25]
    again = made(SPEC.replace("Come 𝄐 see", "Come 𝄡 see"), tmp_path / "again", "calendar", "copy")
    assert again.problems == ()


@pytest.mark.parametrize(
    ("written", "drawn", "place"),
    [
        ("A Place to Nest", "A Place 𝄴 to Nest", "8:24"),
        ("{design: announcement}", "{design: event, for: events}", "19:26"),
    ],
)
def test_what_is_drawn_stays_a_fault(written: str, drawn: str, place: str, tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        made(SPEC.replace(written, drawn), tmp_path)
    (fault,) = (problem for problem in faults.value.problems if problem.severity == "error")
    assert fault.place is not None
    assert f"{fault.place.line}:{fault.place.column}" == place
    assert [problem for problem in faults.value.problems if problem.place == fault.place] == [fault]
    assert [path.name for path in (tmp_path / "output").iterdir()] == [".cache"]


def test_every_character_of_every_text_of_a_card_is_told_at_once(tmp_path: Path) -> None:
    spec = SPEC.replace("[{design: announcement}]", "[{design: message, for: messages}]")
    spec += "messages:\n  - {id: one, headline: One 𝄢 and 𝄐 two, text: Three 𝄋 too}\n"
    with pytest.raises(Faults) as faults:
        made(spec, tmp_path, "social")
    columns = [problem.place.column for problem in faults.value.problems if problem.place]
    assert columns == [29, 35, 54]


def test_what_the_bold_fonts_alone_lack_is_told_where_it_is_bold(tmp_path: Path) -> None:
    """Greek, of which the regular font has the letters and the bold one has none."""
    brand = tmp_path / "brand"
    shutil.copytree(Path(__file__).parent / "brands" / "navy", brand)
    greek = BRAND / "fonts" / "noto-sans" / "NotoSans-Regular.ttf"
    shutil.copyfile(greek, brand / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf")
    spec = SPEC.replace("Old roofs are", "The α and **the β** are").replace("Come 𝄐 see", "Come ω")
    spec = re.sub("[𝄞𝄡𝄐𝄢𝄋] ?", "", spec) + "guide: {own: [{id: own, title: A Ξ, body: Yes.}]}\n"
    path = tmp_path / "packs" / "2030.yaml"
    path.parent.mkdir()
    path.write_text(spec, encoding="utf-8")
    found = check(Request(spec=path, brand=brand, output=tmp_path, root=tmp_path, only=("guide",))).problems
    told = [(problem.place.line, problem.message) for problem in found if problem.place]
    assert [each for each in told if "no font" in each[1]] == [
        (8, f"no font that these words are set in has {BETA}: the printed guide shows a box there"),
        (22, f"no font that these words are set in has {XI}: the printed guide shows a box there"),
    ]


def test_a_table_that_is_wider_than_the_page_is_told_at_its_longest_word(tmp_path: Path) -> None:
    columns = "|".join(["Umsatzsteuer"] * 6 + ["Umsatzsteuern"])
    spec = re.sub("[𝄞𝄡𝄐𝄢𝄋] ?", "", SPEC) + "guide:\n  own:\n    - id: own\n      title: Own\n      body: |\n"
    built = made(f"{spec}        |{columns}|\n        |{'---|' * 7}\n", tmp_path, "guide")
    (problem,) = built.problems
    assert (line(problem), problem.severity) == (27, "warning")
    assert problem.message == "a table is wider than the page: its words are broken, as `Umsatzsteuern`"


BETA = "the character `β` (U+03B2, greek small letter beta)"
XI = "the character `Ξ` (U+039E, greek capital letter xi)"


def test_every_title_of_the_guide_is_told_at_once_where_it_is_written(tmp_path: Path) -> None:
    own = "\n    - ".join(f"{{id: own-{sign}, title: A {sign}, body: Yes.}}" for sign in "xyz")
    spec = f"{SPEC}guide:\n  title: Our 𝄴\n  own:\n    - {own}\n"
    for sign, emoji in zip("xyz", "𝄆𝄢𝄇", strict=True):
        spec = spec.replace(f"A {sign},", f"A {emoji}, then {emoji},")
    with pytest.raises(Faults) as faults:
        made(re.sub(r"title: (A .*?), body", r'title: "\1", body', spec), tmp_path, "guide")
    errors = [problem for problem in faults.value.problems if problem.severity == "error"]
    assert [(p.place.line, p.place.column, p.message.split("`")[1]) for p in errors if p.place] == [
        (23, 14, "𝄴"), (25, 29, "𝄆"), (26, 29, "𝄢"), (27, 29, "𝄇"),
    ]  # fmt: skip


def test_a_script_that_no_font_is_for_is_one_fault_that_says_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a card, in the guide, in words of several scripts: a fault for each script, and one for all else."""
    without_extra(monkeypatch)
    spec = SPEC.replace("A Place to Nest", "A Place ที่ทำรัง").replace("Old roofs", "หลังคา and 𝄴 roofs")
    spec = spec.replace("Friends of Swifts", "მეგობრები, 鳥の友, เพื่อน")
    with pytest.raises(Faults) as faults:
        made(spec, tmp_path, "guide", "posters")
    found = [p for p in faults.value.problems if "is for the script" in p.message]
    thai = "; other words of it stand in packs/2030.yaml:4, packs/2030.yaml:8"
    assert [(p.severity, p.message, p.hint.partition(", or write ")[0]) for p in found if p.place] == [
        ("warning", f"{NO_FONT} `Geor` (Georgian): {BOXES}", f"{EXTRA.format('Georgian')}; or {PUT}"),
        ("warning", f"{NO_FONT} `Jpan` (Hiragana): {BOXES}", f"{FETCH.format('jp', 'JP')}; or {PUT}"),
        ("error", f"{NO_FONT} `Thai` (Thai){thai}", f"{EXTRA.format('Thai')}; or {PUT}"),
    ]
    assert any("𝄴" in p.message for p in faults.value.problems)


BOXES = "the printed guide shows boxes"
EXTRA = "`pip install 'packbuild[fonts]'` brings Noto Sans {}"
FETCH = (
    "`npm pack @expo-google-fonts/noto-sans-{0}` fetches Noto Sans {1}, "
    "`packbuild fonts add expo-google-fonts-noto-sans-{0}-*.tgz` puts it into the brand"
)
PUT = "put font files (.ttf, .otf, .woff2) that have its letters into the brand's folder fonts"
NO_FONT = "no font of the brand is for the script"


def test_words_in_italics_that_are_drawn_upright_are_told_once_a_family(tmp_path: Path) -> None:
    """Where the brand has no italic font for them, and where somebody wrote some, alone."""
    brand = Path(shutil.copytree(BRANDS / "navy", tmp_path / "brand"))
    own = "guide: {own: [{id: more, title: More, body: 'Plain, **bold**, *leaning*, *more*.'}]}\n"

    def told(spec: str) -> list[tuple[int, str]]:
        (tmp_path / "2030.yaml").write_text(spec, encoding="utf-8")
        request = Request(
            spec=tmp_path / "2030.yaml",
            brand=brand,
            output=tmp_path / "output",
            root=tmp_path,
            only=("guide",),
            jobs=1,
        )
        problems = check(request).problems
        return [(line(each), each.message) for each in problems if "italic" in each.message]

    said = (
        "the family `Atkinson Hyperlegible Next` has no italic font: words in italics are drawn upright"
        " in PDFs; other words of it stand in 2030.yaml:22"
    )
    assert told(f"{SPEC}{own}") == [(22, said)]
    texts = ("lean.", "'**lean**.'", "'No *lean*.'")  # upright where it stands first
    entries = "".join(f"    - {{id: own-{at}, title: A, body: {body}}}\n" for at, body in enumerate(texts))
    assert [number for number, _ in told(f"{SPEC}guide:\n  own:\n{entries}")] == [26]
    assert told(SPEC) == []
    shutil.copytree(BRAND / "fonts/atkinson-hyperlegible-next", brand / "fonts", dirs_exist_ok=True)
    text = (brand / "_brand.yml").read_text("utf-8")
    files = "files:\n        - fonts/AtkinsonHyperlegibleNext-Italic.ttf\n"
    (brand / "_brand.yml").write_text(text.replace("files:\n", files, 1), "utf-8")
    assert told(f"{SPEC}{own}") == []
