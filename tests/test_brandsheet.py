"""The brand sheet: what it shows of a brand, what it tells, and what it leaves as it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from lxml import html as markup
from pdf_text import opened
from pdf_tree import Node, heard, tree
from sample_brand import sample_brand
from verapdf import failures

from builder.brand.read import read_brand
from builder.brand.roles import ROLES
from builder.brand.slots import SLOTS
from builder.brandsheet.designs import pictures
from builder.brandsheet.palette import pairs, palette, roles
from builder.brandsheet.samples import Sample, slot_words, type_words
from builder.cli.commands import packbuild
from builder.content.frame import Text
from builder.content.story import Pairs, Paragraph, Plates
from builder.record import replace

ROOT = Path(__file__).parent.parent
BRANDS = Path(__file__).parent / "brands"
NAVY = BRANDS / "navy"


def made(*arguments: str | Path) -> Result:
    return CliRunner().invoke(packbuild, ["brand", *map(str, arguments)])


def sheets(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((output / "brand").iterdir())}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample brand's sheet."""
    folder = tmp_path_factory.mktemp("output")
    result = made("--brand", ROOT / "brand", "-o", folder)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def document(output: Path) -> Node:
    with opened(sheets(output)["brand-sheet.pdf"]) as pdf:
        return tree(pdf)


@pytest.fixture(scope="module")
def page(output: Path) -> markup.HtmlElement:
    return markup.document_fromstring(sheets(output)["brand-sheet.html"])


def test_both_files_are_made_and_told(tmp_path: Path) -> None:
    shutil.copytree(NAVY, tmp_path / "brand")
    result = made("--root", tmp_path)
    names = ["brand-sheet.pdf", "brand-sheet.html"]
    assert result.exit_code == 0, result.output
    assert [line for line in result.stdout.splitlines() if line.startswith("Made")] == [
        f"Made {tmp_path}/output/brand/{name}" for name in names
    ]
    assert sorted(sheets(tmp_path / "output")) == sorted(names)


def test_the_pdf_names_every_colour_role_style_logo_art_and_design(document: Node) -> None:
    said, brand = list(heard(document)), sample_brand()
    styles, designs = list(brand.styles), list(brand.designs)
    assert {*brand.palette, *ROLES, *styles, *designs} - {word.strip() for word in said} - ON == set()
    figures = [node.alt for node in document.all("Figure")]
    for name in designs:
        assert any(f"The design {name} " in alt for alt in figures), name
    for name, art in brand.art.items():
        assert Path(name).stem in {word.strip() for word in said}
        assert any((art.title or Path(name).stem) in alt for alt in figures), name
    for name in ("main", "symbol"):
        assert any(f"The logo {name} on primary" in alt for alt in figures), name


ON = {name for name in sample_brand().palette if name.startswith("on-")}


def test_most_designs_are_shown_on_four_shapes(document: Node) -> None:
    figures = [node.alt for node in document.all("Figure")]
    shapes = [alt.rpartition(", ")[2] for alt in figures if alt.startswith("The design message ")]
    assert shapes == ["wide", "square", "portrait", "story"]
    papers = [alt.rpartition(", ")[2] for alt in figures if alt.startswith("The design poster ")]
    assert papers == ["A4"]
    sizes = [alt.rpartition(", ")[2] for alt in figures if alt.startswith("The design profile ")]
    assert sizes == ["avatar"]


@pytest.mark.parametrize("has_logo", [True, False])
def test_a_profile_shows_the_logo_alone_or_the_name_of_a_brand_without(has_logo: bool) -> None:
    brand = sample_brand() if has_logo else replace(sample_brand(), logos={})
    (frame,) = pictures(Sample(brand), "profile")
    assert any(isinstance(item, Text) for item in frame.items) != has_logo


def test_every_script_that_the_fonts_have_is_set_in_its_own_language(document: Node) -> None:
    tongues = {node.lang for node in document.all("P")} - {""}
    assert tongues == {"ar", "bn", "cy", "de", "fr", "ur", "el", "ru", "he", "hi", "pa", "gu", "ta"}


def test_words_of_languages_are_the_program_s_or_cldr_s() -> None:
    assert type_words("bn").short == "আরও জানুন"
    hindi = type_words("hi")
    assert (hindi.short, hindi.said) == ("सोमवार", "हिन्दी")
    own = {"find_out_more": "Dowiedz się"}
    assert (type_words("pl", own).short, type_words("pl").short) == ("Dowiedz się", "poniedziałek")


def test_the_table_of_pairs_says_which_row_and_which_column_a_cell_is_of(document: Node) -> None:
    (table,) = document.all("Table")
    heads, *rows = table.all("TR")
    inks = [node.text.strip() for node in heads.all("TH")]
    assert inks == ["Ground", *(name for name in sample_brand().palette if name not in ON)]
    assert [len(row.all("TH")) for row in rows] == [1] * len(rows)
    plum = next(row for row in rows if row.all("TH")[0].text.strip() == "plum")
    cells = {ink: cell.text.strip() for ink, cell in zip(inks[1:], plum.all("TD"), strict=True)}
    assert (cells["cream"], cells["coral"], cells["ink"]) == ("13.2 text", "4.1 large", "1.1 none")


@pytest.mark.parametrize(
    ("ink", "told"),
    [
        ("#767676", ("4.5", "text")),
        ("#777777", ("4.4", "large")),
        ("#949494", ("3.0", "large")),
        ("#959595", ("2.9", "none")),
    ],
)
def test_a_ratio_is_never_said_to_reach_what_it_does_not(
    tmp_path: Path, ink: str, told: tuple[str, str]
) -> None:
    file = {
        "color": {"palette": {"grey": ink, "white": "#FFFFFF"}, "foreground": "grey", "background": "white"}
    }
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump(file), "utf-8")
    (block,) = pairs(read_brand(tmp_path, "brand"))
    assert isinstance(block, Pairs)
    rows = {name: dict(zip(block.inks, row, strict=True)) for name, row in block.rows}
    pair = rows["white"]["grey"]
    assert (pair.ratio, pair.use) == told


def test_of_a_large_palette_those_colours_are_paired_that_designs_ask_for(tmp_path: Path) -> None:
    shades = {f"shade-{number}": f"#{number:02X}{number:02X}FF" for number in range(0, 200, 5)}
    own = {"navy": "#0A1A4A", "sky": "#CFE3FF"}
    file = {"color": {"palette": {**own, **shades}, "primary": "navy", "background": "sky"}}
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump(file), "utf-8")
    brand = read_brand(tmp_path, "brand")
    note, table = pairs(brand)
    assert isinstance(note, Paragraph)
    assert str(len(set(brand.palette.values()))) in note.spans[0].text
    assert isinstance(table, Pairs)
    assert {brand.color(role) for role in ROLES} <= {brand.color(name) for name in table.inks}
    assert len(table.rows) == len(table.inks) <= 2 * len(ROLES)


def test_words_in_a_colour_of_the_program_s_own_are_told_by_its_value(tmp_path: Path) -> None:
    """`on-primary` is not the primary colour."""
    file = {"color": {"palette": {"violet": "#8B5CF6", "night": "#0B1020"}, "primary": "violet"}}
    file["color"] |= {"background": "night", "foreground": "#F4F1E8"}
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump(file), "utf-8")
    brand = read_brand(tmp_path, "brand")
    (block,) = roles(brand)
    assert isinstance(block, Plates)
    said = {plate.title: plate.said for plate in block.plates}
    assert said["primary"] == f"{brand.on('primary').hex} 4.5"
    assert said["background"].startswith(brand.called("foreground"))


def test_colours_of_one_value_are_one_plate_with_all_names() -> None:
    brand = sample_brand()
    (block,) = palette(brand)
    assert isinstance(block, Plates)
    plates = {plate.title: plate.notes for plate in block.plates}
    assert plates["plum"] == ("#35214F   53 33 79", "primary")
    assert len(plates) == len(set(brand.palette.values()))


def test_every_slot_has_sample_words() -> None:
    given = slot_words(Sample(sample_brand()))
    inside = {slot for rows in given.values() if isinstance(rows, tuple) for row in rows for slot in row}
    assert {*given, *inside} == set(SLOTS)


def test_the_same_brand_gives_the_same_bytes(output: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "brand", tmp_path / "brand")
    assert made("--root", tmp_path, "-j", "1").exit_code == 0
    assert sheets(tmp_path / "output") == sheets(output)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, markup.HtmlElement]:
    """What is told of a folder with a `_brand.yml` alone, and its page."""
    root = tmp_path_factory.mktemp("alone")
    (root / "_brand.yml").write_text("color: {palette: {sea: '#004D61'}, primary: sea}\n", "utf-8")
    result = made("--root", root)
    assert result.exit_code == 0, result.output
    return result, markup.document_fromstring(sheets(root / "output")["brand-sheet.html"])


def test_a_folder_with_a_brand_yml_alone_is_enough(alone: tuple[Result, markup.HtmlElement]) -> None:
    result, page = alone
    assert "designs" not in result.stderr  # those that come along are drawn with, as documented
    assert "#004D61" in page.text_content()


def test_all_faults_come_at_once_and_the_earlier_sheet_stays(tmp_path: Path) -> None:
    shutil.copytree(NAVY, tmp_path / "brand")
    assert made("--root", tmp_path).exit_code == 0
    before = sheets(tmp_path / "output")
    file = tmp_path / "brand/_brand.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub("primary: .*", "primary: mauve", text), "utf-8")
    design = next((tmp_path / "brand/designs").glob("*.yaml"))
    design.write_text(design.read_text("utf-8").replace("style:", "stile:", 1), "utf-8")
    result = made("--root", tmp_path)
    assert result.exit_code == 1
    assert "mauve" in result.stderr
    assert "stile" in result.stderr
    assert "Made" not in result.stdout
    assert sheets(tmp_path / "output") == before


def test_a_brand_that_is_not_there_is_told_with_its_path(tmp_path: Path) -> None:
    result = made("--root", tmp_path)
    assert result.exit_code == 2
    assert f"there is no {tmp_path / 'brand'} to show; `packbuild init` begins a campaign." in result.stderr


def test_warnings_of_the_brand_are_told_and_strict_makes_them_faults(tmp_path: Path) -> None:
    file = "color: {palette: {sea: '#004D61'}, primary: sea}\n"
    (tmp_path / "_brand.yml").write_text(file, "utf-8")
    result = made("--root", tmp_path, "--strict")
    assert result.exit_code == 1
    assert "error: the brand names no logo" in result.stderr
    assert not (tmp_path / "output/brand").exists()


def test_a_design_that_cannot_hold_the_sample_words_is_told_at_its_file_and_shown_bare(
    tmp_path: Path,
) -> None:
    shutil.copytree(NAVY, tmp_path / "brand")
    narrow = "needs: [text]\nbackground: {fill: navy}\nmargin: 0.4\narea: {width: 0.05, height: 0.05}\n"
    body = "body: {column: [{text: {from: text, style: display, lines: 1}}]}\n"
    (tmp_path / "brand/designs/narrow.yaml").write_text(narrow + body, "utf-8")
    result = made("--root", tmp_path)
    assert result.exit_code == 0, result.output
    assert "brand/designs/narrow.yaml:1:1: warning: sample words: " in result.stderr
    with opened(sheets(tmp_path / "output")["brand-sheet.pdf"]) as pdf:
        assert any("The design narrow " in node.alt for node in tree(pdf).all("Figure"))


def test_the_page_has_a_heading_for_each_part_and_a_link_to_it(page: markup.HtmlElement) -> None:
    targets = [link.get("href") for link in page.xpath("//nav//a")]
    assert targets == [f"#{head.get('id')}" for head in page.xpath("//*[@class='head']")]
    assert [head.text for head in page.xpath("//h2")][:3] == ["Colour", "Roles", "Words on colours"]
    assert len(page.xpath("//h1")) == 1


def test_the_page_shows_pictures_with_words_and_asks_for_nothing_else(page: markup.HtmlElement) -> None:
    pictures = page.xpath("//main//img/@alt | //main//*[local-name()='svg']/@aria-label")
    assert len(pictures) == len(page.xpath("//main//img | //main//*[local-name()='svg']"))
    assert all(pictures)
    assert all(source.startswith("data:image/png;base64,") for source in page.xpath("//@src"))
    assert page.xpath("//@style") == []
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert "default-src 'none'" in policy


def test_words_of_other_languages_say_so_on_the_page(page: markup.HtmlElement) -> None:
    (urdu,) = page.xpath("//p[@lang='ur' and contains(., 'مزید جانیں')][1]")[:1]
    assert urdu.get("dir") == "rtl"
    classes = " ".join(page.xpath("//p[@lang='ur']/@class"))
    assert re.fullmatch(r"(type-\d+ ?)+", classes)


@pytest.mark.programs
def test_verapdf_finds_nothing_in_the_sheet(output: Path) -> None:
    sheet = output / "brand/brand-sheet.pdf"
    assert failures([sheet], ["ua1", "2a"]) == {sheet: []}


def test_a_brand_without_logos_has_no_part_for_them(alone: tuple[Result, markup.HtmlElement]) -> None:
    titles = [heading.text_content() for heading in alone[1].iter("h2")]
    assert "Designs" in titles
    assert "Logos" not in titles


def test_languages_that_texts_or_headings_alone_have_letters_of_are_not_shown(tmp_path: Path) -> None:
    """Noto Sans has Cyrillic letters, Atkinson none: texts in Russian would be blank."""
    (tmp_path / "brand/fonts").mkdir(parents=True)
    text = "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf"
    for name in ("noto-sans/NotoSans-Bold.ttf", text):
        shutil.copy(ROOT / "brand/fonts" / name, tmp_path / "brand/fonts")
    both = "typography: {base: Atkinson Hyperlegible Next, headings: Noto Sans}\n"
    (tmp_path / "brand/_brand.yml").write_text(both, "utf-8")
    assert made("--root", tmp_path).exit_code == 0
    page = markup.document_fromstring(sheets(tmp_path / "output")["brand-sheet.html"])
    assert {"cy", "de"} <= {*page.xpath("//@lang")}
    assert "ru" not in page.xpath("//@lang")


def test_a_size_of_the_main_logo_is_not_shown_twice(tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    shutil.copytree(NAVY, brand)
    text = (brand / "_brand.yml").read_text("utf-8")
    before, after = text.index("  images:"), text.index("\ncolor:")
    named = "  images: {wide: logos/wide.svg}\n  medium: wide\n  main: {one-color: true, plate: background}\n"
    (brand / "_brand.yml").write_text(text[:before] + named + text[after:], "utf-8")
    assert made("--root", tmp_path).exit_code == 0
    page = markup.document_fromstring(sheets(tmp_path / "output")["brand-sheet.html"])
    assert [alt for alt in page.xpath("//@alt | //@aria-label") if "The logo" in alt]
    assert "medium" not in page.text_content()
