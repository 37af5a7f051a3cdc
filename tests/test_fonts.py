"""Fonts as they are bought: each kind draws what a static TrueType font of it draws, in every format."""

from __future__ import annotations

import re
import shutil
import struct
import zlib
from io import BytesIO
from pathlib import Path

import brotli
import numpy as np
import pytest
import sample_fonts as made
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from pdf_text import opened, words
from PIL import Image
from programs import run

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.color import Color
from builder.content.frame import Fill, Frame, Line, Run, Text
from builder.errors import Faults, Problem
from builder.geometry.box import Box
from builder.layout.fonts import font_chain
from builder.layout.sheet import one_page
from builder.media import Font
from builder.record import replace
from builder.render.html.webfont import _cut
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint
from builder.render.pptx.fonts import embedded
from builder.text.shaping import shape
from builder.text.typeface import typeface

NAVY = Path(__file__).parent / "brands" / "navy"
WORDS = "noon lo"
KINDS = {
    "plain.ttf": made.ttf(),
    "postscript.otf": made.otf(),
    "packed.woff": made.packed(made.ttf(), "woff"),
    "packed.woff2": made.packed(made.ttf(), "woff2"),
    "postscript.woff2": made.packed(made.otf(), "woff2"),
    "all.ttc": made.collection(made.ttf("Squares", 700), made.ttf(), made.ttf("Rings", 700)),
    "variable.ttf": made.variable(),
    "variable.woff2": made.packed(made.variable(), "woff2"),
}


def branded(folder: Path, files: dict[str, bytes], entries: str = "", typography: str = "") -> Path:
    """The brand navy with texts in the family Rings, of these files; `entries` as YAML, or all of them."""
    brand = Path(shutil.copytree(NAVY, folder / "brand", dirs_exist_ok=True))
    for name, data in files.items():
        (brand / "fonts" / name).write_bytes(data)
    listed = entries or "".join(f"        - fonts/{name}\n" for name in files)
    text = (brand / "_brand.yml").read_text("utf-8")
    text = text.replace("  fonts:\n", f"  fonts:\n    - family: Rings\n      files:\n{listed}", 1)
    text = text.replace("  base: Atkinson Hyperlegible Next\n", typography or "  base: Rings\n")
    text = re.sub(r"    styles:\n(?:      .*\n)+", "", text)  # bold ones, which not all fonts here are
    (brand / "_brand.yml").write_text(text, "utf-8")
    return brand


def read(folder: Path, files: dict[str, bytes], entries: str = "", typography: str = "") -> Brand:
    return read_brand(branded(folder, files, entries, typography), "brand")


def told(
    folder: Path, files: dict[str, bytes], entries: str = "", typography: str = ""
) -> tuple[Problem, ...]:
    """What is told, save that fonts here have seldom a bold one beside them."""
    try:
        problems = read(folder, files, entries, typography).problems
    except Faults as faults:
        problems = tuple(faults.problems)
    return tuple(problem for problem in problems if "has no bold font" not in problem.message)


def rings(brand: Brand) -> dict[tuple[int, bool, float], Font]:
    return {(font.weight, font.italic, font.points): font for font in brand.fonts if font.family == "Rings"}


def frame(font: Font, size: float = 100) -> Frame:
    shaped = shape(WORDS, font)
    run = Run(font, 10, shaped.width * size, glyphs=shaped.glyphs)
    text = Text(WORDS, (Line((run,), 110),), size, Color(0, 0, 0), "en-GB", box=Box(10, 10, 400, 120))
    return Frame(420, 140, "px", (Fill(Box(0, 0, 420, 140), Color(255, 255, 255)), text), "en-GB")


def pixels(font: Font) -> np.ndarray:
    return np.asarray(paint(frame(font)).image().convert("L")).astype(int)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Font:
    return rings(read(tmp_path_factory.mktemp("plain"), {"plain.ttf": KINDS["plain.ttf"]}))[400, False, 0]


@pytest.fixture(params=KINDS, scope="module")
def font(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Font:
    name = request.param
    brand = read(tmp_path_factory.mktemp("bought"), {name: KINDS[name]})
    assert [problem.message for problem in brand.problems if "no bold font" not in problem.message] == []
    return rings(brand)[400, False, 0]


def test_every_kind_becomes_a_static_truetype_font(font: Font, plain: Font) -> None:
    static = TTFont(BytesIO(font.data))
    assert static.sfntVersion == "\x00\x01\x00\x00"
    assert {"glyf", "loca", "cmap", "name", "OS/2"} <= set(static.keys())
    assert not {"CFF ", "CFF2", "fvar", "gvar", "VORG", "DSIG"} & set(static.keys())
    assert static.getBestCmap() == TTFont(BytesIO(plain.data)).getBestCmap()


def test_every_kind_draws_the_same_pixels(font: Font, plain: Font) -> None:
    assert np.abs(pixels(font) - pixels(plain)).max() <= 6
    assert (pixels(font) < 128).sum() > 1000


def test_every_kind_stands_in_a_pdf_and_is_read_there(font: Font) -> None:
    with opened(render_pages(one_page(replace(frame(font), unit="pt")))) as document:
        assert words(document) == WORDS
        (file,) = (item["/FontFile2"] for item in document.objects if _describes(item))
        embedded_font = TTFont(BytesIO(file.read_bytes()))
        assert {embedded_font["glyf"][name].numberOfContours for name in embedded_font.getGlyphOrder()} >= {
            1,
            2,
        }


@pytest.mark.programs
def test_poppler_draws_and_reads_every_kind_as_cards_have_it(font: Font, tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(render_pages(one_page(replace(frame(font), unit="pt"))))
    run("pdftoppm", "-r", "72", "-gray", "-singlefile", page, tmp_path / "page")
    with Image.open(tmp_path / "page.pgm") as picture:
        drawn = np.asarray(picture).astype(int)
    off = np.abs(drawn - pixels(font))
    assert off.mean() < 3  # its own smoothing of edges
    assert (off > 128).mean() < 0.001
    assert run("pdftotext", page, "-").strip() == WORDS


def _describes(item: object) -> bool:
    return hasattr(item, "keys") and "/FontFile2" in item.keys()  # noqa: SIM118  pikepdf's, no mapping


def test_every_kind_is_cut_for_the_page_and_embedded_in_slides(font: Font) -> None:
    page = TTFont(BytesIO(_cut(font, tuple(map(ord, "lno")))))
    assert (page.flavor, "".join(map(chr, page.getBestCmap()))) == ("woff", "lno")
    assert embedded(font).endswith(font.data)


def test_a_variable_font_is_cut_at_every_weight_that_is_asked(tmp_path: Path) -> None:
    brand = read(tmp_path, {"v.ttf": made.variable()}, typography="  base: {family: Rings, weight: 450}\n")
    assert sorted(weight for weight, *_ in rings(brand)) == [400, 450, 600, 700]
    inks = [(pixels(font) < 128).sum() for _, font in sorted(rings(brand).items())]
    assert inks == sorted(inks)
    assert inks[-1] > 1.5 * inks[0]
    names = {font.name: TTFont(BytesIO(font.data)) for font in rings(brand).values()}
    assert set(names) == {"Rings-Regular", "Rings-450", "Rings-SemiBold", "Rings-Bold"}
    for name, file in names.items():
        assert file["name"].getDebugName(6) == name
    bold = names["Rings-Bold"]
    assert [bold["name"].getDebugName(number) for number in (1, 2, 4)] == ["Rings", "Bold", "Rings Bold"]
    assert bold["OS/2"].usWeightClass == 700


def test_a_bold_of_a_variable_font_is_as_one_that_was_drawn(tmp_path: Path) -> None:
    cut = rings(read(tmp_path / "a", {"v.ttf": made.variable()}))[700, False, 0]
    own = rings(read(tmp_path / "b", {"bold.ttf": made.ttf(weight=700)}))[700, False, 0]
    assert np.abs(pixels(cut) - pixels(own)).max() <= 6


def test_a_weight_that_is_named_is_the_only_one_that_is_cut(tmp_path: Path) -> None:
    entries = "        - {path: fonts/v.ttf, weight: 650}\n        - {path: fonts/v.ttf, weight: 900}\n"
    files = {"v.ttf": made.variable()}
    assert sorted(rings(read(tmp_path, files, entries))) == [(650, False, 0), (700, False, 0)]
    (problem,) = told(tmp_path / "again", files, entries)
    assert problem.message == "`fonts/v.ttf` has weights from 400 to 700: 900 is drawn as 700"
    assert (problem.severity, problem.place and problem.place.column) == ("warning", 39)


def test_a_font_with_optical_sizes_is_cut_for_those_of_its_roles(tmp_path: Path) -> None:
    brand = read(tmp_path, {"v.ttf": made.variable(axes=("opsz",))})
    found = {points: font for (_, _, points), font in rings(brand).items()}
    assert set(found) == {12, 24, 40, 72}
    on_paper = [found[12], found[72]]
    assert [font_chain(brand, role, 400, "en").fonts[0] for role in ("text", "display")] == on_paper
    advances = [typeface(font).advance(3) for font in on_paper]
    assert advances == [600 - round(made.NARROWER * 2 / 62), 600 - made.NARROWER]


def test_a_family_of_one_role_is_cut_for_it_alone(tmp_path: Path) -> None:
    files, base = {"v.ttf": made.variable(axes=("opsz",))}, "  base: Atkinson Hyperlegible Next\n"
    brand = read(tmp_path, files, typography=f"{base}  headings: Rings\n")
    found = {points: font.name for (_, _, points), font in rings(brand).items()}
    assert found == {24: "Rings24pt-Regular", 40: "Rings40pt-Regular", 72: "Rings72pt-Regular"}


@pytest.mark.parametrize(
    ("entry", "taken"),
    [
        ("{path: fonts/all.ttc}", {400, 700}),
        ("{path: fonts/all.ttc, weight: 700}", {700}),
        ("{path: fonts/all.ttc, weight: 600}", "holds no font of that weight and style, but 400, 700"),
        ("{path: fonts/others.ttc}", "holds the families `Squares` and `Dots`, not `Rings`"),
        ("{path: fonts/one.ttc}", {400, 700}),
    ],
)
def test_of_a_collection_the_fonts_are_taken_that_are_named(
    entry: str, taken: set[int] | str, tmp_path: Path
) -> None:
    others = made.collection(made.ttf("Squares"), made.ttf("Dots"))
    one = made.collection(made.ttf("Squares"), made.ttf("Squares", 700))
    files = {"all.ttc": KINDS["all.ttc"], "others.ttc": others, "one.ttc": one}
    if isinstance(taken, str):
        first, *_ = told(tmp_path, files, f"        - {entry}\n")
        assert first.message.partition("` ")[2] == taken
    else:
        found = rings(read(tmp_path, files, f"        - {entry}\n"))
        assert {weight for weight, *_ in found} == taken


def test_a_family_may_come_in_slices_by_its_characters(tmp_path: Path) -> None:
    files = {"latin.woff2": made.packed(made.ttf(letters="no"), "woff2"), "more.woff2": made.ttf(letters="l")}
    brand = read(tmp_path, files)
    chain = font_chain(brand, "text", 400, "en").fonts
    assert [font.path.name for font in chain[:2]] == ["latin.woff2", "more.woff2"]
    assert len({font.name for font in chain}) == len(chain)
    (problem,) = told(tmp_path / "again", {**files, "whole.ttf": made.ttf()})
    assert problem.message.startswith("`fonts/whole.ttf` is never used: `latin.woff2` has that weight")


def test_the_same_font_gives_the_same_bytes_at_any_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = []
    for number, moment in enumerate((0, 10**9)):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        brand = read(
            tmp_path / str(number), {name: KINDS[name] for name in ("postscript.otf", "variable.woff2")}
        )
        digests.append([font.digest for font in brand.fonts])
    assert digests[0] == digests[1]


def spoilt(tag: str, data: bytes | None) -> bytes:
    """The plain font with a table of other bytes, or without it."""
    font = TTFont(BytesIO(KINDS["plain.ttf"]), recalcTimestamp=False)
    if data is None:
        del font[tag]
    else:
        font[tag] = table = DefaultTable(tag)
        table.data = data
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def symbols() -> bytes:
    """The letters as old fonts of signs number them (OpenType: "cmap", symbol encoding)."""
    font = TTFont(BytesIO(KINDS["plain.ttf"]), recalcTimestamp=False)
    for table in font["cmap"].tables:
        table.cmap = {0xF000 + code: name for code, name in table.cmap.items()}
        table.platEncID = 0 if table.platformID == 3 else table.platEncID
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def stretched(tag: bytes) -> bytes:
    """The plain font with a table that is longer than the file, by what the directory says."""
    data = KINDS["plain.ttf"]
    at = data.index(tag) + 12  # OpenType: after its tag, its checksum and its offset
    return data[:at] + len(data).to_bytes(4, "big") + data[at + 4 :]


def bomb(flavor: str) -> bytes:
    """A file of a few kilobytes that is 200 MB when it is unpacked."""
    zeros = bytes(200 << 20)
    if flavor == "woff2":
        packed = brotli.compress(zeros, quality=1)
        head = struct.pack(">4s4sLHHLLHHLLLLL", b"wOF2", b"\0\1\0\0", 0, 1, 0, 0, len(packed), *[0] * 7)
        return head + bytes([10 | 3 << 6]) + b"\xdf\xaf\x80\x00" + packed
    packed = zlib.compress(zeros, 1)
    head = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", b"\0\1\0\0", 0, 1, 0, 0, *[0] * 7)
    return head + struct.pack(">4sLLLL", b"glyf", 64, len(packed), 1_000_000, 0) + packed


WRONG = {
    "empty.ttf": (b"", "is empty"),
    "page.ttf": (b"<!DOCTYPE html><title>404</title>", "is a web page or a drawing, not a font"),
    "family.zip": (b"PK\x03\x04" + bytes(40), "is a zip archive"),
    "pointer.otf": (b"version https://git-lfs.github.com/spec/v1\n", "is a pointer of Git LFS, not the font"),
    "old.pfb": (b"\x80\x01" + bytes(40), "is a PostScript Type 1 font, which hardly a program reads today"),
    "old.eot": (bytes(34) + b"LP" + bytes(40), "is an EOT file, for browsers of 2010"),
    "words.ttf": (b"no font at all, only words", "is not a font"),
    "cut.ttf": (made.ttf()[:600], "is damaged: "),
    "cut.woff": (made.packed(made.ttf(), "woff")[:500], "is damaged: "),
    "cut.woff2": (made.packed(made.ttf(), "woff2")[:300], "is damaged: it ends before its tables do"),
    "outlines.ttf": (spoilt("glyf", None), "has no outlines"),
    "colours.ttf": (
        spoilt("glyf", None).replace(b"loca", b"sbix", 1),
        "holds pictures of letters, no outlines",
    ),
    "letters.ttf": (spoilt("cmap", None), "is damaged: it has no table `cmap`"),
    "table.ttc": (
        made.collection(spoilt("hhea", b"\0\1"), made.ttf("Squares")),
        "is damaged: ",
    ),
    "glyph.ttf": (
        spoilt("glyf", b"\0\3" + bytes(8) + b"\0\7\0\2\0\1" + bytes(300)),
        "is damaged: its glyph ",
    ),
    "short.ttf": (
        spoilt("glyf", bytes(len(TTFont(BytesIO(KINDS["plain.ttf"])).reader["glyf"]) - 1)),
        "is damaged: ",
    ),
    "end.ttf": (stretched(b"glyf"), "is damaged: "),
    "joins.ttf": (
        spoilt("GSUB", b"\0\1\0\0\0\12\0\2\0\2" + b"\0\7" + bytes(2)),
        "is damaged: its table `GSUB`, ",
    ),
    "symbols.ttf": (symbols(), "numbers its letters as symbols, not as Unicode does"),
    "bomb.woff": (bomb("woff"), "is damaged: a table is not as long as it says"),
    "bomb.woff2": (bomb("woff2"), "is larger than any font when it is unpacked"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_drawn_with_is_a_fault_with_its_name(name: str, tmp_path: Path) -> None:
    data, said = WRONG[name]
    (problem,) = told(tmp_path, {name: data})
    assert problem.message.startswith(f"`fonts/{name}` {said}")
    assert (problem.severity, problem.place and (problem.place.line, problem.place.column)) == (
        "error",
        (24, 11),
    )
    assert problem.hint


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0x0002, "has a restricted licence (fsType 2: it may stand in no file)"),
        (0x0102, "has a restricted licence (fsType 2: it may stand in no file)"),
        (0x0104, "may stand in files only whole (fsType bit 8)"),
        (0x0208, "may stand in files as pixels only (fsType bit 9)"),
        (0x0000, ""),
        (0x0004, ""),
        (0x0008, ""),
    ],
)
def test_what_its_maker_forbids_is_told_once_a_family(bits: int, said: str, tmp_path: Path) -> None:
    files = {"a.ttf": made.ttf(fsType=bits), "b.otf": made.otf(weight=700, fsType=bits)}
    problems = told(tmp_path, files)
    assert [problem.severity for problem in problems] == ["warning"] * bool(said)
    for problem in problems:
        assert problem.message.startswith(f"the family `Rings` {said}, but PDFs and the web page hold")
        assert "ask its maker for a licence" in problem.hint


def test_letters_of_several_colours_are_told_once_a_family(tmp_path: Path) -> None:
    files = {"a.ttf": made.colored(made.ttf()), "b.ttf": made.colored(made.ttf(weight=700))}
    (problem,) = told(tmp_path, files)
    assert problem.severity == "warning"
    assert problem.message.startswith(
        "the family `Rings` has letters of several colours, which are drawn in one"
    )


def test_a_weight_that_a_family_lacks_is_told_where_it_is_written(tmp_path: Path) -> None:
    files = {"a.ttf": made.ttf(), "v.ttf": made.ttf(weight=600)}
    base = "  base: {family: Rings, weight: 500}\n  headings: {family: Rings, weight: 900}\n"
    problems = told(tmp_path, files, typography=base)
    assert [(problem.message, problem.place and problem.place.line) for problem in problems] == [
        ("the family `Rings` has no font of the weight 500, so 400 is taken", 31),
        ("the family `Rings` has no font of the weight 900, so 600 is taken", 32),
    ]
    assert all(problem.hint.startswith("it has 400, 600: ") for problem in problems)
    assert told(tmp_path / "again", {"v.ttf": made.variable()}, typography=base.replace("900", "650")) == ()


@pytest.mark.parametrize(
    ("files", "typography", "drawn"),
    [
        ({400: made.ttf()}, "", "400, as all are"),
        ({700: made.ttf(weight=700)}, "", "700, as all are"),
        ({400: made.ttf(), 500: made.ttf(weight=500)}, "", "500"),
        ({400: made.ttf(), 600: made.ttf(weight=600)}, "", None),
        ({0: made.variable()}, "", None),
        ({400: made.ttf()}, "  base: Atkinson Hyperlegible Next\n  headings: Rings\n", None),
        ({400: made.ttf(), 0: b"nothing"}, "", None),  # which is told, and may be the bold one
    ],
)
def test_a_family_of_texts_without_a_bold_font_is_told_at_its_line(
    files: dict[int, bytes], typography: str, drawn: str | None, tmp_path: Path
) -> None:
    named = {f"{weight}.ttf": data for weight, data in files.items()}
    try:
        problems = read(tmp_path, named, typography=typography).problems
    except Faults as faults:
        problems = tuple(faults.problems)
    bold = [problem for problem in problems if "bold" in problem.message]
    said = f"the family `Rings` has no bold font, so bold words are drawn in {drawn}"
    assert [problem.message for problem in bold] == ([said] if drawn else [])
    assert all(problem.severity == "warning" and "under `files:`" in problem.hint for problem in bold)
    assert all(problem.place and problem.place.text.strip() == "- family: Rings" for problem in bold)
