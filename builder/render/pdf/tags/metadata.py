"""What a file claims to be: XMP beside the document's information, and the colours it is meant in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)

from builder.render.xmltext import escape

Facts = Mapping[str, str]  # what stands in the information dictionary, by its keys

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{facts}
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_SCHEMA = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"""

_FACTS = {  # key of the information dictionary → property of XMP
    "Title": '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>',
    "Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "Subject": '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    "Keywords": "<pdf:Keywords>{}</pdf:Keywords>",
    "Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>",
    "Producer": "<pdf:Producer>{}</pdf:Producer>",
    "CreationDate": "<xmp:CreateDate>{}</xmp:CreateDate>",
    "ModDate": "<xmp:ModifyDate>{}</xmp:ModifyDate>",
}
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z")


def claim(document: Any, facts: Facts, language: str, profile: bytes) -> None:
    """Makes a ReportLab document claim PDF/UA-1 and PDF/A-2a; what it says of itself is in `facts`.

    `profile` is the ICC profile that its RGB colours are of. It is the caller's part that the claims hold.
    """
    describe(document, facts, language)
    said = PDFString("sRGB IEC61966-2.1")
    intend(
        document,
        {"GTS_PDFA1": {"OutputConditionIdentifier": said, "Info": said}},
        PDFStream(PDFDictionary({"N": 3}), profile),
    )


def intend(document: Any, intents: Mapping[str, Mapping[str, Any]], profile: PDFStream) -> None:
    """Says what a document's colours are meant for, by each standard that asks: one profile for all."""
    catalog, shared = document.Catalog, document.Reference(profile)
    catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {"Type": PDFName("OutputIntent"), "S": PDFName(kind), **said, "DestOutputProfile": shared}
            )
            for kind, said in intents.items()
        ]
    )
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]


def describe(
    document: Any, facts: Facts, language: str, further: Sequence[str] = (), schemas: str = ""
) -> None:
    """Writes the XMP of a document: what it says of itself, `further` properties, what describes those."""
    document.Catalog.Metadata = _Metadata(packet(facts, language, further, schemas))


class _Metadata(PDFObject):  # type: ignore[misc]
    """XMP, which is never packed: any program may look for it in the file's bytes."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:  # noqa: ARG002  ReportLab gives it
        """The stream."""
        said = b"<</Type /Metadata /Subtype /XML /Length %d>>" % len(self.content)
        return said + b"\nstream\n" + self.content + b"endstream\n"


def iso(date: str) -> str:
    """A date of the information dictionary as XMP writes it."""
    return _DATE.sub(_iso, date)


def schema(title: str, namespace: str, prefix: str, name: str, description: str, kind: str = "Text") -> str:
    """What PDF/A asks to be told of a property that its own standard does not know (ISO 19005-2, 6.6.2.3)."""
    return _SCHEMA.format(
        title=title, namespace=namespace, prefix=prefix, name=name, kind=kind, description=description
    )


def packet(facts: Facts, language: str, further: Sequence[str] = (), schemas: str = "") -> bytes:
    """The XMP packet that says of a document what its information dictionary says, and `further`."""
    said = [_FACTS[key].format(escape(iso(facts[key]))) for key in _FACTS if facts[key]]
    said.append(f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>")
    said.append("<dc:format>application/pdf</dc:format>")
    said.extend(further)
    return _PACKET.format(facts="\n".join(said), schemas=_UA + schemas).encode()


def _iso(date: re.Match[str]) -> str:
    return "{}-{}-{}T{}:{}:{}Z".format(*date.groups())


_UA = schema(
    "PDF/UA identification",
    "http://www.aiim.org/pdfua/ns/id/",
    "pdfuaid",
    "part",
    "The part of ISO 14289 that is followed",
    "Integer",
)
