"""The driver of veraPDF passes a good document and names what is wrong with a bad one."""

from pathlib import Path

import pytest
from pikepdf import Name
from sample_pdf import sample_pdf, saved
from verapdf import failures

pytestmark = pytest.mark.programs


def test_good_and_bad_documents_in_one_run(tmp_path: Path) -> None:
    good, bad, silent, damaged = (tmp_path / f"{name}.pdf" for name in ("good", "bad", "silent", "damaged"))
    good.write_bytes(saved(sample_pdf()))
    document = sample_pdf()
    for item in document.objects:
        if isinstance(item, type(document.Root)) and item.get("/S") == Name.Figure:
            del item["/Alt"]
    bad.write_bytes(saved(document))
    document = sample_pdf()
    claims = document.Root.Metadata.read_bytes()
    written = claims.replace(b"pdfuaid:part", b"pdfuaid:corr")
    assert written != claims
    document.Root.Metadata.write(written)
    silent.write_bytes(saved(document))
    damaged.write_bytes(b"%PDF-1.7 nothing")
    found = failures([good, bad, silent, damaged], ["ua1"])
    assert found[good] == []
    assert [rule.split(" ×")[0] for rule in found[bad]] == ["ua1 7.3-1"]
    assert found[silent] == ["ua1: it does not claim that"]
    assert len(found[damaged]) == 1
