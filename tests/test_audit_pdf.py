"""Each rule of PDFs sees its fault in a document that has no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Name, Pdf, String
from sample_pdf import sample_pdf, saved

from builder.audit import press
from builder.audit.pdf import FORMAT
from builder.audit.rule import File


def broken(pdf: bytes) -> set[str]:
    document = FORMAT.read(File("a.pdf", pdf, {}))
    return {rule.finds.__name__ for rule in FORMAT.rules if list(rule.finds(document))}


def element(pdf: Pdf, role: str) -> Any:
    found = (
        each for each in pdf.objects if isinstance(each, type(pdf.Root)) and each.get("/S") == "/" + role
    )
    return next(found)


def page(pdf: Pdf) -> Any:
    return pdf.pages[0].obj


def font(pdf: Pdf) -> Any:
    return page(pdf).Resources.Font.F1


def without(owner: Callable[[Pdf], Any], key: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        del owner(pdf)[key]

    return plant


def painted(content: bytes) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        old = page(pdf).Contents.read_bytes()
        page(pdf).Contents = pdf.make_stream(old + b"\n" + content)

    return plant


def named(role: str, new: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        element(pdf, role).S = Name("/" + new)

    return plant


def long(pdf: Pdf) -> None:
    for _ in range(10):
        pdf.add_blank_page()


def titled(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
        del told["dc:title"]


def owned_by_another(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = element(pdf, "H2")


def named_twice(pdf: Pdf) -> None:
    element(pdf, "H2").K = Array([0, 1])


def unnamed_link(pdf: Pdf) -> None:
    element(pdf, "Link").K = Array([2])


def extra_link(pdf: Pdf) -> None:
    element(pdf, "H1").K = Array([0, 99])


FAULTS: dict[str, Callable[[Pdf], None]] = {
    "missing_title": titled,
    "missing_language": without(lambda pdf: pdf.Root, "/Lang"),
    "untagged": without(lambda pdf: pdf.Root, "/MarkInfo"),
    "figure_without_alt_text": without(lambda pdf: element(pdf, "Figure"), "/Alt"),
    "skipped_heading": named("H2", "H3"),
    "table_without_headers": without(lambda pdf: element(pdf, "TH"), "/A"),
    "stray_part": named("L", "Div"),
    "unembedded_font": without(lambda pdf: font(pdf).FontDescriptor, "/FontFile2"),
    "missing_tab_order": without(page, "/Tabs"),
    "undescribed_link": without(lambda pdf: page(pdf).Annots[0], "/Contents"),
    "missing_bookmarks": long,
    "unsaid_content": painted(b"0 0 9 9 re f"),
    "unheard_content": painted(b"/P <</MCID 40>> BDC 0 0 9 9 re f EMC"),
    "missing_content": extra_link,
    "entangled_content": named_twice,
    "wrong_owner": owned_by_another,
    "unheard_link": unnamed_link,
}


def unreadable(pdf: Pdf) -> None:
    del font(pdf)["/ToUnicode"]
    font(pdf).Encoding = Name.MacExpertEncoding


FAULTS["unreadable_font"] = unreadable


def test_a_good_document_breaks_no_rule() -> None:
    assert broken(saved(sample_pdf())) == set()


@pytest.mark.parametrize("rule", FAULTS)
def test_each_rule_sees_its_fault(rule: str) -> None:
    pdf = sample_pdf()
    FAULTS[rule](pdf)
    assert rule in broken(saved(pdf))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"/Artifact BMC /P <</MCID 40>> BDC EMC EMC", "entangled_content"),
        (b"/P <</MCID 0>> BDC EMC", "entangled_content"),
        (b"/Artifact BMC", "entangled_content"),
        (b"EMC", "entangled_content"),
    ],
)
def test_marks_that_do_not_nest(content: bytes, rule: str) -> None:
    pdf = sample_pdf()
    painted(content)(pdf)
    assert rule in broken(saved(pdf))


def test_a_table_whose_cells_are_all_data() -> None:
    pdf = sample_pdf()
    named("TH", "TD")(pdf)
    assert broken(saved(pdf)) == {"table_without_headers"}


def test_a_title_that_is_not_shown() -> None:
    pdf = sample_pdf()
    del pdf.Root.ViewerPreferences
    assert broken(saved(pdf)) == {"missing_title"}


def test_a_description_may_stand_in_the_role_map() -> None:
    pdf = sample_pdf()
    element(pdf, "Figure").S = Name.Art
    pdf.Root.StructTreeRoot.RoleMap = {"/Art": Name.Figure}
    assert broken(saved(pdf)) == set()
    element(pdf, "Art").Alt = String("")
    assert broken(saved(pdf)) == {"figure_without_alt_text"}


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(FORMAT.refusals):
        FORMAT.read(File("a.pdf", b"%PDF-1.7 nothing", {}))


def test_no_rule_is_left_without_a_fault() -> None:
    rules = [rule for rule in FORMAT.rules if rule not in press.RULES]  # test_audit_press has those
    assert {rule.finds.__name__ for rule in rules} == FAULTS.keys()
