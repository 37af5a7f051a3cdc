"""A tagged PDF of one page, written by hand: a heading, a link, a figure, a list, a table, decoration."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

FONT = Path(__file__).parents[1] / "brand" / "fonts" / "noto-sans" / "NotoSans-Regular.ttf"
FIRST, LAST = 32, 126

# role, attributes, kids: words are content, a role of its own is an element
TREE = (
    ("H1", {}, "Swifts"),
    ("H2", {}, "Nests"),
    ("P", {}, (("Link", {}, "example.org"),)),
    ("Figure", {"Alt": "A nest"}, ""),
    ("L", {}, (("LI", {}, (("Lbl", {}, "1"), ("LBody", {}, "Look up"))),)),
    (
        "Table",
        {},
        (
            ("TR", {}, (("TH", {"A": {"O": "/Table", "Scope": "/Column"}}, "Day"),)),
            ("TR", {}, (("TD", {}, "3"),)),
        ),
    ),
)


def sample_pdf() -> Pdf:
    """The document, open, so that a test can plant a fault in it."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 400)).obj
    page.Resources = Dictionary(Font=Dictionary(F1=_font(pdf)))
    page.StructParents, page.Tabs = 0, Name.S
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf, page)
    document = writer.element(root, "Document", {}, TREE)
    root.K, root.ParentTreeNextKey = Array([document]), 2
    marks = pdf.make_indirect(Array(writer.owners))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, marks, 1, writer.link])))
    page.Contents = pdf.make_stream(writer.content())
    page.Annots = Array([writer.note])
    _say(pdf, root)
    return pdf


def saved(pdf: Pdf) -> bytes:
    """The file, the same bytes each time."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


class _Writer:
    """Elements and the content that they own, numbered in reading order."""

    def __init__(self, pdf: Pdf, page: Any) -> None:
        self.pdf, self.page = pdf, page
        self.owners: list[Any] = []
        self.lines: list[str] = []
        self.link: Any = None
        self.note: Any = None

    def element(self, parent: Any, role: str, attributes: dict[str, Any], kids: Any) -> Any:
        node = self.pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem, S=Name("/" + role), P=parent, Pg=self.page, **_values(attributes)
            )
        )
        if isinstance(kids, str):
            node.K = Array([self.mark(node, role, kids)])
        else:
            node.K = Array([self.element(node, *kid) for kid in kids])
        if role == "Link":
            self.follow(node)
        return node

    def mark(self, node: Any, role: str, words: str) -> int:
        number, y = len(self.owners), 380 - 24 * len(self.owners)
        paint = f"BT /F1 12 Tf 20 {y} Td ({words}) Tj ET" if words else f"20 {y} 40 10 re f"
        self.owners.append(node)
        self.lines.append(f"/{role} <</MCID {number}>> BDC {paint} EMC")
        return number

    def follow(self, node: Any) -> None:
        """The annotation that makes the link work."""
        action = Dictionary(S=Name.URI, URI=String("https://example.org"))
        self.note = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([20, 320, 120, 340]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String("Example"),
                StructParent=1,
                A=action,
            )
        )
        node.K.append(Dictionary(Type=Name.OBJR, Obj=self.note, Pg=self.page))
        self.link = node

    def content(self) -> bytes:
        return "\n".join((*self.lines, "/Artifact BMC 0 0 300 10 re f EMC")).encode()


def _values(attributes: dict[str, Any]) -> dict[str, Any]:
    names = {key: value for key, value in attributes.items() if isinstance(value, str)}
    found = {key: Name(value) if value.startswith("/") else String(value) for key, value in names.items()}
    return found | {
        key: Dictionary(**_values(value)) for key, value in attributes.items() if key not in names
    }


def _say(pdf: Pdf, root: Any) -> None:
    """Title, language, tags, bookmarks, and that it claims to be PDF/UA."""
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
        told["dc:title"] = "Swifts"
        told["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"


def _font(pdf: Pdf) -> Any:
    """A TrueType font whole, with the code of each character of ASCII."""
    font = TTFont(FONT)
    scale, table, widths = 1000 / font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Sample,
        Flags=32,
        FontBBox=Array([0, -300, 1000, 1000]),
        ItalicAngle=0,
        Ascent=900,
        Descent=-300,
        CapHeight=700,
        StemV=80,
        FontFile2=Stream(pdf, FONT.read_bytes()),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Sample,
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=Array([round(widths[table[code]][0] * scale) for code in range(FIRST, LAST + 1)]),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
            ToUnicode=Stream(pdf, _to_unicode()),
        )
    )


def _to_unicode() -> bytes:
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Sample def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange <20> <7E> <0020> endbfrange\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
