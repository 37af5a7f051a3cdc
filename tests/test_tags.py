"""The tagging layer on its own, on a canvas of ReportLab: what is drawn is somebody's, or it is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from builder.audit.pdf import (
    entangled_content,
    missing_content,
    read,
    unheard_content,
    unheard_link,
    unsaid_content,
    wrong_owner,
)
from builder.audit.rule import File
from builder.render.pdf.tags.canvas import TaggedCanvas, Untagged
from builder.render.pdf.tags.metadata import packet

SOUND = (unheard_content, missing_content, entangled_content, wrong_owner, unheard_link, unsaid_content)


def saved(draw: Callable[[TaggedCanvas], object]) -> bytes:
    """What `draw` makes of an empty document."""
    out = BytesIO()
    canvas = TaggedCanvas(out, invariant=1, lang="en")
    draw(canvas)
    canvas.save()
    return out.getvalue()


def sound(pdf: bytes) -> pikepdf.Pdf:
    """The document, once nothing is wrong with its tree."""
    paper = read(File("a.pdf", pdf, {}, {}))
    assert [list(rule(paper)) for rule in SOUND] == [[]] * len(SOUND)
    return paper.pdf


def test_text_without_a_tag_is_refused() -> None:
    with pytest.raises(Untagged, match="text is drawn on page 1 without a tag"):
        saved(lambda canvas: canvas.drawString(10, 10, "Nobody's"))


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.rect(10, 10, 20, 20, fill=1),
        lambda canvas: canvas.line(0, 0, 9, 9),
        lambda canvas: canvas.drawPath(canvas.beginPath(), fill=1),
    ],
    ids=["rectangle", "line", "path"],
)
def test_a_drawing_that_is_nobodys_is_refused(draw: Callable[[TaggedCanvas], object]) -> None:
    with pytest.raises(Untagged, match="page 1"):
        saved(draw)


def test_a_form_that_is_shown_outside_a_figure_is_refused() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.beginForm("mark", 0, 0, 9, 9)
        canvas.drawString(1, 1, "heard by nobody")
        canvas.endForm()
        canvas.doForm("mark")

    with pytest.raises(Untagged, match="Do"):
        saved(draw)


def test_an_element_on_two_pages_is_one() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        paragraph = canvas.structure.add("P")
        for words in ("One half", "the other"):
            with canvas.tagged(paragraph):
                canvas.drawString(10, 10, words)
            canvas.showPage()

    document = sound(saved(draw))
    (paragraph,) = document.Root.StructTreeRoot.K.K
    assert [document.pages.index(pikepdf.Page(page)) for page in (paragraph.Pg, paragraph.K[1].Pg)] == [0, 1]


def test_a_link_stands_in_its_sentence_and_has_words() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        paragraph = canvas.structure.add("P", lang="cy")
        with canvas.tagged(paragraph):
            canvas.drawString(10, 10, "See")
            link = paragraph.part(1, "Link")
            with canvas.tagged(link):
                canvas.drawString(30, 10, "this")
            canvas.annotate(link, "https://example.org", (30, 8, 50, 20), "this page")
            canvas.drawString(60, 10, "now")

    document = sound(saved(draw))
    (paragraph,) = document.Root.StructTreeRoot.K.K
    kinds = ["text" if isinstance(kid, int) else str(kid.S) for kid in paragraph.K]
    assert kinds == ["text", "/Link", "text"]
    assert str(paragraph.Lang) == "cy"
    assert str(paragraph.K[1].K[1].Obj.Contents) == "this page"


def test_a_figure_has_words_and_a_place_whatever_is_inside() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        figure = canvas.structure.add("Figure", alt="Baban – বাচ্চা")
        canvas.translate(100, 200)
        with canvas.figure(figure, (0, 0, 50, 40)):
            canvas.rect(0, 0, 50, 40)
            with canvas.artifact("Layout"), canvas.tagged(canvas.structure.add("P")):
                canvas.drawString(1, 1, "a part of the picture")

    document = sound(saved(draw))
    (figure,) = document.Root.StructTreeRoot.K.K
    assert str(figure.Alt) == "Baban – বাচ্চা"
    assert [float(edge) for edge in figure.A[0].BBox] == [100, 200, 150, 240]


def test_what_has_no_content_is_not_in_the_tree_but_empty_cells_are() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.structure.add("P")
        row = canvas.structure.add("Table").add("TR")
        with canvas.tagged(row.add("TH", attributes={"Table": {"Scope": "Column"}})):
            canvas.drawString(10, 10, "A label")
        row.add("TD")

    document = sound(saved(draw))
    (table,) = document.Root.StructTreeRoot.K.K
    cells = table.K[0].K
    assert [str(cell.S) for cell in cells] == ["/TH", "/TD"]
    assert str(cells[0].A[0].Scope) == "/Column"


def test_ids_can_be_looked_up() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        for number in (2, 1):
            with canvas.tagged(canvas.structure.add("Note", id=f"note-{number}")):
                canvas.drawString(10, 10, "An aside")

    document = sound(saved(draw))
    names = document.Root.StructTreeRoot.IDTree.Kids[0].Names
    assert [str(name) for name in list(names)[::2]] == ["note-1", "note-2"]


def test_the_packet_says_what_the_file_says() -> None:
    facts = defaultdict(str, {"Title": "Cats & <dogs>", "CreationDate": "D:20220613120000Z"})
    told = packet(facts, "en").decode()
    assert '<rdf:li xml:lang="x-default">Cats &amp; &lt;dogs&gt;</rdf:li>' in told
    assert "<xmp:CreateDate>2022-06-13T12:00:00Z</xmp:CreateDate>" in told
    assert "<rdf:li>en</rdf:li>" in told
