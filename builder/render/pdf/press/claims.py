"""What a print file claims to be: PDF/X-4 (ISO 15930-7) beside PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pikepdf

from builder.inks import Inks
from builder.render.pdf.press.separation import carried, description
from builder.render.pdf.tags.metadata import describe, iso, schema

_VERSION = "1.6"  # of PDF, which PDF/X-4 is built on
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


def claim_print(document: Any, inks: Inks) -> str:
    """Makes an opened pikepdf document claim PDF/X-4, PDF/A-2a and PDF/UA-1; gives its version of PDF.

    All its colours must be inks: PDF/A-2 lets all intents have one profile (6.2.3). What is seen through
    is mixed in inks.
    """
    document.docinfo["/Trapped"] = pikepdf.Name("/False")
    date = iso(str(document.docinfo["/ModDate"]))
    title = str(document.docinfo.get("/Title", ""))
    further = (
        "<pdf:Trapped>False</pdf:Trapped>",
        f'<pdfxid:GTS_PDFXVersion xmlns:pdfxid="{_PDFX}">PDF/X-4</pdfxid:GTS_PDFXVersion>',
        f"<xmp:MetadataDate>{date}</xmp:MetadataDate>",
        *(
            f'<xmpMM:{name} xmlns:xmpMM="{_XMPMM}">{value}</xmpMM:{name}>'
            for name, value in (
                ("DocumentID", f"uuid:{uuid5(NAMESPACE_URL, title + date)}"),
                ("VersionID", "1"),
                ("RenditionClass", "default"),
            )
        ),
    )
    describe(document, further, _SCHEMAS)
    document.Root.OutputIntents = pikepdf.Array(_intents(document, inks))
    group = pikepdf.Dictionary(
        Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK
    )
    for page in document.pages:
        page.obj.Group = group
    return _VERSION


def _intents(document: Any, inks: Inks) -> list[Any]:
    """The press, as PDF/X and as PDF/A ask for it, with one profile for both."""
    profile = carried(inks.profile)
    stream = pikepdf.Stream(document, profile)
    stream.N = 4
    shared = document.make_indirect(stream)
    said = _USUAL if inks.profile is None else _own(description(profile))
    facts: Any = {key: pikepdf.String(value) for key, value in said.items()}
    return [
        pikepdf.Dictionary(Type=pikepdf.Name.OutputIntent, S=kind, **facts, DestOutputProfile=shared)
        for kind in (pikepdf.Name.GTS_PDFX, pikepdf.Name.GTS_PDFA1)
    ]


def _own(name: str) -> dict[str, str]:
    return {"OutputConditionIdentifier": "Custom", "OutputCondition": name, "Info": name}
