"""What a print file claims to be: PDF/X-4 (ISO 15930-7) beside PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFString

from builder.inks import Inks
from builder.render.pdf.press.separation import carried, description
from builder.render.pdf.tags.metadata import Facts, describe, intend, iso, schema

_PDFX, _XMPMM, _PDF = (
    "http://www.npes.org/pdfx/ns/id/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/pdf/1.3/",
)
_SCHEMAS = schema(
    "PDF/X identification", _PDFX, "pdfxid", "GTS_PDFXVersion", "The part of ISO 15930 that is followed"
) + schema("Adobe PDF", _PDF, "pdf", "Trapped", "Whether it was trapped")
_USUAL = {
    "OutputConditionIdentifier": "FOGRA39",
    "RegistryName": "http://www.color.org",
    "OutputCondition": "Offset, coated paper 1 or 2 (ISO 12647-2:2004/Amd 1)",
    "Info": "Coated FOGRA39 (ISO 12647-2:2004)",
}


def claim_print(document: Any, facts: Facts, language: str, inks: Inks) -> None:
    """Makes a ReportLab document claim PDF/X-4, PDF/A-2a and PDF/UA-1; `facts` are what it says of itself.

    All its colours must be inks: PDF/A-2 lets all intents have one profile (6.2.3). What is seen through
    is mixed in inks, as the canvas of a print file says on each page.
    """
    date = iso(facts["ModDate"])
    further = (
        "<pdf:Trapped>False</pdf:Trapped>",
        f'<pdfxid:GTS_PDFXVersion xmlns:pdfxid="{_PDFX}">PDF/X-4</pdfxid:GTS_PDFXVersion>',
        f"<xmp:MetadataDate>{date}</xmp:MetadataDate>",
        *(
            f'<xmpMM:{name} xmlns:xmpMM="{_XMPMM}">{value}</xmpMM:{name}>'
            for name, value in (
                ("DocumentID", f"uuid:{uuid5(NAMESPACE_URL, facts['Title'] + date)}"),
                ("VersionID", "1"),
                ("RenditionClass", "default"),
            )
        ),
    )
    describe(document, facts, language, further, _SCHEMAS)
    profile = carried(inks.profile)
    said = _USUAL if inks.profile is None else _own(description(profile))
    told = {key: PDFString(value) for key, value in said.items()}
    # As PDF/X and as PDF/A ask for it.
    intend(
        document,
        dict.fromkeys(("GTS_PDFX", "GTS_PDFA1"), told),
        PDFStream(PDFDictionary({"N": 4}), profile),
    )


def _own(name: str) -> dict[str, str]:
    return {"OutputConditionIdentifier": "Custom", "OutputCondition": name, "Info": name}
