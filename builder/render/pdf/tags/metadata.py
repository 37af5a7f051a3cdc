"""What a file claims to be: XMP beside the document's information, and the colours it is meant in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from builder.render.xmltext import escape

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


def claim(document: Any, profile: bytes) -> None:
    """Makes an opened pikepdf document claim PDF/UA-1 and PDF/A-2a.

    `profile` is the ICC profile that its RGB colours are of; title, language and
    dates are those that it has. It is the caller's part that the claims hold.
    """
    import pikepdf  # noqa: PLC0415  only where a PDF is made

    describe(document)
    colours = pikepdf.Stream(document, profile)
    colours.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=document.make_indirect(colours),
    )
    document.Root.OutputIntents = pikepdf.Array([intent])


def describe(document: Any, further: Sequence[str] = (), schemas: str = "") -> None:
    """Writes the XMP of a document: what it says of itself, `further` properties, what describes those."""
    import pikepdf  # noqa: PLC0415  as above

    metadata = pikepdf.Stream(document, packet(document, further, schemas))
    metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = metadata


def iso(date: str) -> str:
    """A date of the information dictionary as XMP writes it."""
    return _DATE.sub(_iso, date)


def schema(title: str, namespace: str, prefix: str, name: str, description: str, kind: str = "Text") -> str:
    """What PDF/A asks to be told of a property that its own standard does not know (ISO 19005-2, 6.6.2.3)."""
    return _SCHEMA.format(
        title=title, namespace=namespace, prefix=prefix, name=name, kind=kind, description=description
    )


def packet(document: Any, further: Sequence[str] = (), schemas: str = "") -> bytes:
    """The XMP packet that says of the document what its information dictionary says, and `further`."""
    known = {key: str(document.docinfo[f"/{key}"]) for key in _FACTS if f"/{key}" in document.docinfo}
    facts = [_FACTS[key].format(escape(_DATE.sub(_iso, value))) for key, value in known.items() if value]
    language = escape(str(document.Root.get("/Lang", "")))
    facts.append(f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>")
    facts.append("<dc:format>application/pdf</dc:format>")
    facts.extend(further)
    return _PACKET.format(facts="\n".join(facts), schemas=_UA + schemas).encode()


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
