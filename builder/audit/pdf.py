"""Rules of PDFs: what PDF/UA-1 (ISO 14289-1) and WCAG 2.2 ask for, as far as a machine can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any

from builder.audit import press
from builder.audit.outline import skipped_levels
from builder.audit.painted import Painted, read_painted
from builder.audit.rule import File, FileKind, Rule
from builder.audit.tagtree import MarkedContent, Marks, TagElement, TagTree, parents, read_marks, read_tree
from builder.record import Record

_LONG = 8  # pages from which a reader needs bookmarks
_CODED = ("/WinAnsiEncoding", "/MacRomanEncoding")


class PdfFile(Record, dict=True):
    """An opened PDF; its tree and its marks are read when a rule asks for them."""

    pdf: Any

    @property
    def tagged(self) -> bool:
        """Whether it has a structure tree, and says so."""
        root = self.pdf.Root
        return "/StructTreeRoot" in root and bool(root.get("/MarkInfo", {}).get("/Marked", False))

    @cached_property
    def tree(self) -> TagTree:
        """Its structure; empty if it is not tagged."""
        return read_tree(self.pdf) if self.tagged else TagTree()

    @cached_property
    def marks(self) -> Marks:
        """Its marked content; empty if it is not tagged."""
        return read_marks(self.pdf) if self.tagged else Marks()

    def elements(self, *roles: str) -> Iterator[TagElement]:
        """The elements of these roles in reading order."""
        return (element for element in self.tree.elements if element.role in roles)

    @cached_property
    def painted(self) -> Painted:
        """What its pages paint."""
        return read_painted(self.pdf)

    @cached_property
    def is_for_press(self) -> bool:
        """Whether it claims to be for a print shop."""
        return press.is_for_press(self)

    @cached_property
    def annotations(self) -> tuple[tuple[int, Any], ...]:
        """Links and notes with the number of their page, without pop-ups and what is hidden."""
        pages = enumerate(self.pdf.pages, 1)
        annotated = ((number, note) for number, page in pages for note in page.get("/Annots", ()))
        return tuple(each for each in annotated if each[1].get("/Subtype") != "/Popup")


def read(file: File) -> PdfFile:
    """The document; RuntimeError, the family of pikepdf's errors, if it is damaged."""
    import pikepdf  # noqa: PLC0415  a tenth of a second, for PDFs alone

    try:
        return PdfFile(pikepdf.open(BytesIO(file.data)))
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from error


def missing_title(paper: PdfFile) -> Iterator[str]:
    """It has no title, or its window shows the file's name instead (PDF/UA-1, 7.1; WCAG 2.4.2)."""
    with paper.pdf.open_metadata() as metadata:
        title = metadata.get("dc:title") or str(paper.pdf.docinfo.get("/Title", ""))
    preferences = paper.pdf.Root.get("/ViewerPreferences", {})
    if not title.strip():
        yield "no title"
    elif not preferences.get("/DisplayDocTitle", False):
        yield "not shown"


def missing_language(paper: PdfFile) -> Iterator[str]:
    """It does not say its language (PDF/UA-1, 7.2; WCAG 3.1.1)."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(paper.pdf.Root.get("/Lang", ""))):
        yield ""


def untagged(paper: PdfFile) -> Iterator[str]:
    """It is not tagged: screen readers must guess its order (PDF/UA-1, 7.1)."""
    if not paper.tagged:
        yield ""


def figure_without_alt_text(paper: PdfFile) -> Iterator[str]:
    """A figure has no alternative text (PDF/UA-1, 7.3; WCAG 1.1.1)."""
    for figure in paper.elements("Figure", "Formula"):
        if not str(figure.object.get("/Alt", "") or figure.object.get("/ActualText", "")).strip():
            yield figure.page


def skipped_heading(paper: PdfFile) -> Iterator[str]:
    """Headings skip a level (PDF/UA-1, 7.4.2)."""
    headings = [element for element in paper.tree.elements if re.fullmatch(r"H[1-6]", element.role)]
    yield from skipped_levels((int(heading.role[1]), heading.page) for heading in headings)


def table_without_headers(paper: PdfFile) -> Iterator[str]:
    """A table has no header cells, or one that does not say what it heads (PDF/UA-1, 7.5)."""
    bare: TagElement | None = None  # the last table met, until a header cell of it is
    for element in paper.elements("Table", "TH"):
        if element.role == "Table":
            yield from [bare.page] if bare else []
            bare = element
        else:
            bare = None
            if not any("/Scope" in each for each in _attributes(element)):
                yield element.page
    yield from [bare.page] if bare else []


def stray_part(paper: PdfFile) -> Iterator[str]:
    """A part of a list or a table stands outside of it (ISO 32000-1, 14.8.4.3)."""
    homes = {
        "LI": ("L",),
        "LBody": ("LI",),
        "TR": ("Table", "THead", "TBody", "TFoot"),
        "TH": ("TR",),
        "TD": ("TR",),
        "TOCI": ("TOC",),
    }
    for element in paper.tree.elements:
        if element.parent not in homes.get(element.role, (element.parent,)):
            yield f"{element.role} in {element.parent}"


def unembedded_font(paper: PdfFile) -> Iterator[str]:
    """A font is not embedded (PDF/UA-1, 7.21.4.1)."""
    for font in _fonts(paper):
        inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
        files = inner.get("/FontDescriptor", {}).keys() & {"/FontFile", "/FontFile2", "/FontFile3"}
        if inner.get("/Subtype") != "/Type3" and not files:
            yield str(font.get("/BaseFont", ""))


def unreadable_font(paper: PdfFile) -> Iterator[str]:
    """A font does not say what its glyphs mean: its text cannot be read aloud (PDF/UA-1, 7.21.7)."""
    for font in _fonts(paper):
        if "/ToUnicode" not in font and font.get("/Encoding") not in _CODED:
            yield str(font.get("/BaseFont", ""))


def missing_tab_order(paper: PdfFile) -> Iterator[str]:
    """The links of a page are not in the order of its structure (PDF/UA-1, 7.18.3)."""
    for number in dict.fromkeys(number for number, _ in paper.annotations):
        if paper.tagged and paper.pdf.pages[number - 1].get("/Tabs") != "/S":
            yield f"page {number}"


def undescribed_link(paper: PdfFile) -> Iterator[str]:
    """A link or a note has no description (PDF/UA-1, 7.18.1 and 7.18.5)."""
    for number, note in paper.annotations:
        if paper.tagged and not str(note.get("/Contents", "")).strip():
            yield f"page {number}"


def missing_bookmarks(paper: PdfFile) -> Iterator[str]:
    """It has many pages and no bookmarks (WCAG 2.4.5, technique PDF2)."""
    if len(paper.pdf.pages) >= _LONG and "/First" not in paper.pdf.Root.get("/Outlines", {}):
        yield f"{len(paper.pdf.pages)} pages"


def unsaid_content(paper: PdfFile) -> Iterator[str]:
    """Something is painted that is neither tagged nor marked as decoration (PDF/UA-1, 7.1)."""
    yield from (f"page {number}, {count} times" for number, count in paper.marks.bare.items())


def unheard_content(paper: PdfFile) -> Iterator[str]:
    """Tagged content is not in the structure tree, so nobody hears it."""
    yield from (_spot(spot) for spot in paper.marks.found if spot not in paper.tree.owned)


def missing_content(paper: PdfFile) -> Iterator[str]:
    """The structure tree names content that is not there."""
    yield from (_spot(spot) for spot in paper.tree.owned if spot not in paper.marks.found)


def entangled_content(paper: PdfFile) -> Iterator[str]:
    """Content is tagged twice, inside other tagged content or decoration, or its mark has no end."""
    yield from map(_spot, (*paper.tree.twice, *paper.marks.twice, *paper.marks.nested))
    yield from (f"page {number}" for number in paper.marks.unbalanced)


def wrong_owner(paper: PdfFile) -> Iterator[str]:
    """The parent tree and the structure tree tell different owners of content."""
    owners = parents(paper.pdf) if paper.tagged else {}
    for number, page in enumerate(paper.pdf.pages, 1):
        mine = {mark: owner for (at, mark), owner in paper.tree.owned.items() if at == number}
        elements = owners.get(int(page.get("/StructParents", -1)), ())
        for mark, owner in mine.items():
            if mark >= len(elements) or elements[mark].objgen != owner:
                yield _spot((number, mark))


def unheard_link(paper: PdfFile) -> Iterator[str]:
    """A link or a note is not in the structure tree (PDF/UA-1, 7.18.1)."""
    owners = parents(paper.pdf) if paper.tagged else {}
    for number, note in paper.annotations:
        owner = owners.get(int(note.get("/StructParent", -1)))
        if paper.tagged and (owner is None or paper.tree.annotations.get(note.objgen) != owner.objgen):
            yield f"page {number}"


def _attributes(element: TagElement) -> list[Any]:
    import pikepdf  # noqa: PLC0415  as above

    attributes = element.object.get("/A", ())
    return list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]


def _fonts(paper: PdfFile) -> Iterator[Any]:
    """Every font of the file, those that are parts of others left out."""
    import pikepdf  # noqa: PLC0415  as above

    for item in paper.pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if not str(item.get("/Subtype", "")).startswith("/CIDFont"):
            yield item


def _spot(spot: MarkedContent) -> str:
    page, mark = spot
    return f"page {page}, content {mark}" if page > 0 else f"form {-page}, content {mark}"


FORMAT = FileKind(
    name="pdf",
    types=("application/pdf",),
    read=read,
    refusals=(ValueError,),
    rules=(
        Rule(missing_title),
        Rule(missing_language),
        Rule(untagged),
        Rule(figure_without_alt_text),
        Rule(skipped_heading),
        Rule(table_without_headers),
        Rule(stray_part),
        Rule(unembedded_font),
        Rule(unreadable_font),
        Rule(missing_tab_order),
        Rule(undescribed_link),
        Rule(missing_bookmarks),
        Rule(unsaid_content),
        Rule(unheard_content),
        Rule(missing_content),
        Rule(entangled_content),
        Rule(wrong_owner),
        Rule(unheard_link),
        *press.RULES,
    ),
)
