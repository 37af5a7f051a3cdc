"""The brand's paper: one place decides the sheet and the sizes of text of PDF and Word alike."""

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from sample_story import book

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.content.story import Heading, Paragraph, Story, words
from builder.errors import Faults
from builder.geometry.box import mm
from builder.layout.look import look_of
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.render.docx import render_docx

ROOT = Path(__file__).parent.parent
USUAL = "      size: A4\n"


def branded(folder: Path, paper: str, type_: str = "    size: 12pt\n") -> Path:
    """The sample brand with other lines for its paper and its text."""
    shutil.copytree(ROOT / "brand", folder)
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    assert USUAL in text
    assert "    size: 12pt\n" in text
    file.write_text(text.replace(USUAL, paper).replace("    size: 12pt\n", type_), encoding="utf-8")
    return folder


def printed(brand: Brand) -> Story:
    blocks = (Heading(1, words("A loving relationship")), Paragraph(words("Hold the story. " * 90)))
    return Story("Title", "Author", "", "en", blocks, look_of(brand, "en"))


def page_of(pdf: bytes) -> tuple[float, float]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        _, _, width, height = opened.pages[0].MediaBox
    return float(width), float(height)


def word_part(docx: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as opened:
        return opened.read(f"word/{part}.xml").decode()


def attribute(xml: str, tag: str, name: str) -> int:
    found = re.search(rf'<w:{tag}\b[^>]*\bw:{name}="(\d+)"', xml)
    assert found, (tag, name)
    return int(found[1])


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [("A5", mm(148), mm(210)), ("Letter", 612.0, 792.0), ("A4", mm(210), mm(297))],
)
def test_pdf_and_word_have_the_brand_s_sheet_and_margins_to_suit_it(
    tmp_path: Path, size: str, width: float, height: float
) -> None:
    brand = read_brand(branded(tmp_path / "brand", f"      size: {size}\n"), "brand")
    story = printed(brand)
    assert page_of(book(story)) == pytest.approx((width, height), abs=0.01)
    body = word_part(render_docx(story), "document")
    assert attribute(body, "pgSz", "w") == pytest.approx(20 * width, abs=1)
    assert attribute(body, "pgSz", "h") == pytest.approx(20 * height, abs=1)
    assert attribute(body, "pgMar", "left") >= 20 * 36
    assert story.look.outer == pytest.approx(mm(16) * width / mm(210))


def test_sizes_of_text_follow_the_base_size_or_stand_by_themselves(tmp_path: Path) -> None:
    paper = "      size: A4\n      points: {quote: 26}\n"
    look = look_of(read_brand(branded(tmp_path / "brand", paper, "    size: 1rem\n"), "brand"), "en")
    assert (look.text.size, look.headings[0].size, look.quote.size) == (12, 30, 26)
    larger = branded(tmp_path / "larger", paper, "    size: 16pt\n")
    look = look_of(read_brand(larger, "brand"), "en")
    assert (look.text.size, look.headings[0].size, look.quote.size) == (16, 40, 26)
    styles = word_part(render_docx(printed(read_brand(larger, "brand"))), "styles")
    defaults = styles[: styles.index("</w:docDefaults>")]
    assert attribute(defaults, "sz", "val") == 32
    chapter = styles[styles.index('w:styleId="Heading1"') :]
    assert attribute(chapter, "sz", "val") == 64


def test_lines_stand_as_far_apart_as_the_brand_says(tmp_path: Path) -> None:
    close = branded(tmp_path / "close", USUAL, "    size: 12pt\n")
    far = branded(tmp_path / "far", USUAL, "    size: 12pt\n")
    file = far / "_brand.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("line-height: 1.45", "line-height: 1.9"), "utf-8"
    )
    near, wide = (printed(read_brand(folder, "brand")) for folder in (close, far))
    assert wide.look.text.leading > 1.2 * near.look.text.leading
    gaps = [attribute(word_part(render_docx(story), "styles"), "spacing", "line") for story in (near, wide)]
    assert gaps[1] == pytest.approx(gaps[0] * 1.9 / 1.45, abs=2)


def test_posters_and_cards_come_on_sheets_of_the_brand_s_series(tmp_path: Path) -> None:
    folder = branded(tmp_path / "brand", "      size: Letter\n")
    kinds = ("posters", "pledge", "infographic")
    spec = ROOT / "packs/2022.yaml"
    found = check(Request(spec=spec, brand=folder, output=tmp_path, root=ROOT, only=kinds, languages=("en",)))
    files = [plan.path for plan in found.plans if plan.path.endswith("_en.pdf")]
    sheets = {"letter", "tabloid", "half-letter", "a3", "a4", "a5"}
    shown = {max((one for one in sheets if one in name), key=len) for name in files}
    assert shown == {"letter", "tabloid", "half-letter"}


@pytest.mark.parametrize(("size", "shown"), [("400pt", ""), ("5px", ", which is 3.75pt"), ("49", None)])
def test_a_size_that_is_none_for_text_says_which_are(size: str, shown: str | None, tmp_path: Path) -> None:
    with pytest.raises(Faults) as faults:
        read_brand(branded(tmp_path / "brand", USUAL, f"    size: {size}\n"), "brand")
    (problem,) = faults.value.problems
    said = (
        f"is no size for text on paper: `{size}`{shown}" if shown is not None else "is no size that paper has"
    )
    assert problem.message.startswith(f"typography.base.size {said}")
    forms = "write it like `12pt`, `16px`, `1rem` or `100%`"
    assert problem.hint == (
        "it can be 6pt to 48pt; books and letters have 9pt to 12pt" if shown is not None else forms
    )
