"""A Word file without words yet: theme, styles, numberings, foot, page and properties."""

from __future__ import annotations

import datetime as dt

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.content.notes import has_notes
from builder.content.recipe import seen
from builder.content.story import Letterhead, Story
from builder.geometry.box import Box
from builder.languages import with_region
from builder.record import replace
from builder.render.docx.artwork import picture, vector
from builder.render.docx.colors import theme_of
from builder.render.docx.cover import Cover, back_of, is_sheet
from builder.render.docx.footnotes import footnote_settings, footnotes_part
from builder.render.docx.language import language_attributes
from builder.render.docx.numbering import numbering_part
from builder.render.docx.page import body_part, foot_part, head_part, letterhead_part
from builder.render.docx.properties import ROOT
from builder.render.docx.styledoc import styles_part
from builder.render.ooxml.markup import blip, document, node, words
from builder.render.ooxml.package import OFFICE, PACKAGE, Package
from builder.render.ooxml.theme import theme_part

_WORD = f"{OFFICE}.wordprocessingml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = {
    "xmlns:cp": f"{PACKAGE}/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_PICTURES = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml"}
_JPEG = b"\xff\xd8"
_ART = {1: "cover", 2: "head", 3: "back"}  # by the number of the part: what its picture is called
_PLACED = ("footer1", "header1", "header2", "header3", "footer2")
_BESIDE_CURVES = 0.64  # of what a picture's width asks for in pixels, where programs of today draw its curves
_ZONE = 720  # twips that a line may lack before a word is parted: few are
_COMPATIBILITY = (  # as Word 2013 and later lay text out
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def template_files(story: Story, cover: Cover | None, moment: dt.datetime) -> dict[str, bytes]:
    """The files of the package, its body empty; `moment` is when it says it was made."""
    package = Package()
    parts = _looks(package, story, cover)
    if story.running:
        package.add("word/footer1.xml", f"{_WORD}.footer+xml", foot_part(story))
        parts.append(("footer", "footer1.xml"))
    if has_notes(story):
        data, links = footnotes_part(story)
        package.add("word/footnotes.xml", f"{_WORD}.footnotes+xml", data, *links)
        parts.append(("footnotes", "footnotes.xml"))
    if cover:
        _add_art(package, story, cover.art, cover.alt, 1)
        parts.append(("header", "header1.xml"))
    elif story.letterhead:
        _add_letterhead(package, story, story.letterhead)
        parts += [("header", "header1.xml"), ("footer", "footer2.xml")]
    if story.look.head is not None:
        _add_art(package, story, _on_paper(seen(story.look.head), story.look.paper), "", 2)
        parts.append(("header", "header2.xml"))
    if back := back_of(story):
        _add_art(package, story, back.art, back.alt, 3)
        parts.append(("header", "header3.xml"))
    numbers = {part: f"rId{place}" for place, (_, part) in enumerate(parts, 1)}
    body = body_part(story, *(numbers.get(f"{part}.xml", "") for part in _PLACED))
    package.add("word/document.xml", f"{_WORD}.document.main+xml", body, *parts)
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    package.add("docProps/core.xml", core_type, _core(story, moment))
    package.add("docProps/app.xml", f"{OFFICE}.extended-properties+xml", _app(story))
    return package.files(
        ("officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    )


def _looks(package: Package, story: Story, cover: Cover | None) -> list[tuple[str, str]]:
    theme = theme_of(story.look)
    package.add("word/styles.xml", f"{_WORD}.styles+xml", styles_part(story, cover))
    package.add("word/numbering.xml", f"{_WORD}.numbering+xml", numbering_part(story.look))
    package.add("word/settings.xml", f"{_WORD}.settings+xml", _settings(story))
    package.add(
        "word/theme/theme1.xml", f"{OFFICE}.theme+xml", theme_part(theme, name=theme.name, rtl=story.rtl)
    )
    names = ("styles", "numbering", "settings")
    return [*((name, f"{name}.xml") for name in names), ("theme", "theme/theme1.xml")]


def _add_art(package: Package, story: Story, art: Frame, alt: str, number: int) -> None:
    """A head of pages with art, and the art's picture."""
    share = _BESIDE_CURVES if is_sheet(story) and vector(art) else 1
    shown = _add_picture(package, art, story.look.width * share, _ART[number])
    head = head_part(story, art, alt, curves=len(shown) > 1)
    package.add(f"word/header{number}.xml", f"{_WORD}.header+xml", head, *_images(shown))


def _add_letterhead(package: Package, story: Story, head: Letterhead) -> None:
    """The head of a letter's first page with its pictures, and that page's foot."""
    head = replace(head, art=seen(head.art))
    art = _add_picture(package, _on_paper(head.art, story.look.paper), head.art.width, "letterhead")
    logo: list[str] = []
    if head.logo:
        logo = _add_picture(package, _on_paper(head.logo, story.look.paper), head.logo.width, "logo")
    shown = [f"rId{place}" for place in range(1, len(art) + len(logo) + 1)]
    part = letterhead_part(story, head, blip(*shown[: len(art)]), blip(*shown[len(art) :]) if logo else "")
    package.add("word/header1.xml", f"{_WORD}.header+xml", part, *_images([*art, *logo]))
    package.add("word/footer2.xml", f"{_WORD}.footer+xml", foot_part(story, numbered=False))


def _add_picture(package: Package, art: Frame, width: float, name: str) -> list[str]:
    """The files of a picture that is so wide (pt): pixels and, if it has any, curves."""
    drawn = picture(art, width)
    files = {"jpg" if drawn.startswith(_JPEG) else "png": drawn, "svg": vector(art)}
    shown = {ending: data for ending, data in files.items() if data}
    for ending, data in shown.items():
        package.add(f"word/media/{name}.{ending}", _PICTURES[ending], data)
    return [f"{name}.{ending}" for ending in shown]


def _images(names: list[str]) -> list[tuple[str, str]]:
    return [("image", f"media/{name}") for name in names]


def _on_paper(art: Frame, paper: Color) -> Frame:
    """Art with the paper behind it: a picture has no other ground."""
    whole = Fill(Box(0, 0, art.width, art.height), paper)
    return replace(art, items=(whole, *art.items))


def _settings(story: Story) -> bytes:
    uri = "http://schemas.microsoft.com/office/word"
    modes = [
        node("w:compatSetting", w__name=name, w__uri=uri, w__val=value) for name, value in _COMPATIBILITY
    ]
    colors = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    colors |= {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    colors |= {"hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
    return document(
        "w:settings",
        node("w:zoom", w__percent=100),
        node("w:defaultTabStop", w__val=720),
        node("w:autoHyphenation"),
        node("w:consecutiveHyphenLimit", w__val=2),
        node("w:hyphenationZone", w__val=_ZONE),
        node("w:doNotHyphenateCaps"),
        node("w:characterSpacingControl", w__val="doNotCompress"),
        footnote_settings() if has_notes(story) else "",
        node("w:compat", *modes),
        node("w:themeFontLang", **language_attributes(story.language)),
        node("w:clrSchemeMapping", **{f"w__{name}": slot for name, slot in colors.items()}),
        node("w:decimalSymbol", w__val="."),
        node("w:listSeparator", w__val=","),
        namespaces=ROOT,
    )


def _core(story: Story, moment: dt.datetime) -> bytes:
    stamp, stamped = {"xsi__type": "dcterms:W3CDTF"}, f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    return document(
        "cp:coreProperties",
        node("dc:title", words(story.title)),
        node("dc:subject", words(story.subject)),
        node("dc:creator", words(story.author)),
        node("cp:keywords", words(", ".join(story.keywords))),
        node("cp:lastModifiedBy", words(story.author)),
        node("cp:revision", "1"),
        node("dcterms:created", stamped, **stamp),
        node("dcterms:modified", stamped, **stamp),
        node("dc:language", with_region(story.language)),
        namespaces=_CORE,
    )


def _app(story: Story) -> bytes:
    return document(
        "Properties",
        node("Application", "Microsoft Office Word"),
        node("Company", words(story.author)),
        node("AppVersion", "16.0000"),
        namespaces={"xmlns": f"{_PROPERTIES}/extended-properties"},
    )
