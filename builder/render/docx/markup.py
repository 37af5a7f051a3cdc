"""Properties of paragraphs, runs and tables, each child at the place that the schema gives it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# The children that we set, in their order (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.82).
_ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u shd rtl cs lang",
    "w:tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "w:trPr": "cantSplit tblHeader",
}
_PLACES = {qn(parent): [f"w:{name}" for name in names.split()] for parent, names in _ORDER.items()}


def put(properties: Any, tag: str, **attributes: object) -> Any:
    """The property, set in its place; one that was there is replaced. `val=3` means `w:val="3"`."""
    for old in properties.findall(qn(tag)):
        properties.remove(old)
    order = _PLACES[properties.tag]
    child = _element(tag, attributes)
    properties.insert_element_before(child, *order[order.index(tag) + 1 :])
    return child


def add(parent: Any, tag: str, **attributes: object) -> Any:
    """A new last child."""
    parent.append(child := _element(tag, attributes))
    return child


def _element(tag: str, attributes: Mapping[str, object]) -> Any:
    named = {name if ":" in name else f"w:{name}": str(value) for name, value in attributes.items()}
    return OxmlElement(tag, {qn(name): value for name, value in named.items()})
