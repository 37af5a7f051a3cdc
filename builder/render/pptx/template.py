"""A whole template: every part of a presentation that has no slides yet."""

from __future__ import annotations

from builder.content.deck import Deck
from builder.render.ooxml.package import OFFICE, PACKAGE, PRESENTATION_TYPE, Package
from builder.render.ooxml.theme import theme_part
from builder.render.pptx.artpictures import ArtPictures
from builder.render.pptx.fonts import TYPE, embedded, font_files
from builder.render.pptx.master import layout_part, master_part
from builder.render.pptx.notes import notes_part
from builder.render.pptx.presentation import (
    app_part,
    core_part,
    presentation_part,
    properties_part,
    views_part,
)
from builder.render.pptx.tables import table_part

_SLIDES = f"{OFFICE}.presentationml"
_CORE_RELATION = f"{PACKAGE}/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


ROOTS = (
    ("officeDocument", "ppt/presentation.xml"),
    (_CORE_RELATION, "docProps/core.xml"),
    ("extended-properties", "docProps/app.xml"),
)


def template(deck: Deck, kind: str = PRESENTATION_TYPE) -> Package:
    """The package, as the main content type `kind` (presentation or template); `ROOTS` are its relations."""
    package = Package()
    _add_presentation(package, deck, kind)
    _add_master(package, deck)
    _add_notes(package, deck)
    package.add("docProps/core.xml", _CORE_TYPE, core_part(deck))
    package.add("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_part(deck))
    return package


def _add_presentation(package: Package, deck: Deck, kind: str) -> None:
    package.add(
        "ppt/presentation.xml",
        kind,
        presentation_part(deck),
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"),
        ("theme", "theme/theme1.xml"),
        ("tableStyles", "tableStyles.xml"),
        *(("font", name) for name, _ in font_files(deck)),
    )
    for name, font in font_files(deck):
        package.add(f"ppt/{name}", TYPE, embedded(font))
    package.add("ppt/presProps.xml", f"{_SLIDES}.presProps+xml", properties_part())
    package.add("ppt/viewProps.xml", f"{_SLIDES}.viewProps+xml", views_part())
    package.add("ppt/tableStyles.xml", f"{_SLIDES}.tableStyles+xml", table_part(deck))


def _add_master(package: Package, deck: Deck) -> None:
    layouts = [f"slideLayouts/slideLayout{number}.xml" for number in range(1, len(deck.layouts) + 1)]
    down = [*(("slideLayout", f"../{name}") for name in layouts), ("theme", "../theme/theme1.xml")]
    pictures = ArtPictures(package, len(down))
    master = master_part(deck, pictures)
    name = "ppt/slideMasters/slideMaster1.xml"
    package.add(name, f"{_SLIDES}.slideMaster+xml", master, *down, *pictures.relations)
    for name, layout in zip(layouts, deck.layouts, strict=True):
        up = ("slideMaster", "../slideMasters/slideMaster1.xml")
        pictures = ArtPictures(package, 1)
        part = layout_part(deck, layout, pictures)
        package.add(f"ppt/{name}", f"{_SLIDES}.slideLayout+xml", part, up, *pictures.relations)
    theme = theme_part(deck.theme, name=deck.theme.name, rtl=deck.rtl)
    package.add("ppt/theme/theme1.xml", f"{OFFICE}.theme+xml", theme)


def _add_notes(package: Package, deck: Deck) -> None:
    theme = ("theme", "../theme/theme2.xml")
    package.add("ppt/notesMasters/notesMaster1.xml", f"{_SLIDES}.notesMaster+xml", notes_part(deck), theme)
    part = theme_part(deck.theme, name=f"{deck.theme.name} notes", rtl=deck.rtl)
    package.add("ppt/theme/theme2.xml", f"{OFFICE}.theme+xml", part)
