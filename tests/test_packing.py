"""The file of a PDF: its objects stand packed together, and each is found where the table says that it is."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFPage, PDFStream

from builder.render.pdf.packing import PACKED, packed_file


def document(things: int) -> Any:
    """A ReportLab document of one page, with so many arrays that it names, of two numbers each."""
    made = PDFDocument(pdfVersion=(1, 7), invariant=1, dummyoutline=1)
    made.defaultStreamFilters = [PACKED]
    page = PDFPage()
    page.Contents = PDFStream(content="0 0 m 9 9 l S\n")
    page.Resources = PDFDictionary()
    made.addPage(page)
    named = [made.Reference(PDFArray([number, 2 * number]), f"Thing{number}") for number in range(things)]
    made.Catalog.Names = PDFDictionary({"All": PDFArray(named)})
    return made


@pytest.mark.parametrize("things", [0, 1, 199, 200, 450])
def test_each_object_is_found(things: int) -> None:
    with pikepdf.open(BytesIO(packed_file(document(things))), attempt_recovery=False) as pdf:
        found = [[int(each) for each in pair] for pair in pdf.Root.Names.All]
        assert found == [[number, 2 * number] for number in range(things)]
        assert pdf.pages[0].Contents.read_bytes() == b"0 0 m 9 9 l S\n"
        assert not pdf.get_warnings()


def test_objects_are_found_in_a_file_of_many_photographs() -> None:
    made = document(450)
    made.defaultStreamFilters = []
    made.Reference(PDFStream(content=b"\0" * 2**24), "Photographs")
    with pikepdf.open(BytesIO(packed_file(made)), attempt_recovery=False) as pdf:
        assert int(pdf.Root.Names.All[449][1]) == 898
        assert not pdf.get_warnings()


def test_the_table_says_which_of_its_stream_each_object_is() -> None:
    data = packed_file(document(450))
    with pikepdf.open(BytesIO(data)) as pdf:
        table = pdf.get_object(int(data[int(data.split()[-2]) :].split()[0]), 0).read_bytes()
    rows = [table[start : start + 6] for start in range(0, len(table), 6)]
    packed = [(int.from_bytes(row[1:5]), row[5]) for row in rows if row[0] == 2]
    places: dict[int, list[int]] = {}
    for stream, place in packed:
        places.setdefault(stream, []).append(place)
    assert len(places) == 3
    assert all(sorted(each) == list(range(len(each))) for each in places.values())


def test_few_bytes_say_where_they_are() -> None:
    data = packed_file(document(2000))
    assert len(data) - int(data.split()[-2]) < 500  # from where the table is to the end
    assert data == packed_file(document(2000))


def test_streams_end_on_a_line_of_their_own() -> None:
    data = packed_file(document(450))
    for found in re.finditer(rb"/Length (\d+)\b[^>]*>>\s*stream\n", data):
        end = found.end() + int(found[1])
        assert data[end : end + 11] == b"\nendstream\n"
    assert data.count(b"endstream") == 5  # the page, three of objects, the table
