"""The canvas that knows whose each mark is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from builder.render.pdf.tags.element import Annotation, Content, StructElement
from builder.render.pdf.tags.tree import Parents, Written, write_tree

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top

_PAINTS = re.compile(r"(?:^|[\s\])>])(?:S|s|f\*?|F|B\*?|b\*?|sh|Do|Tj|TJ|EI|'|\")(?=\s|$)")
_PRINTED = 4  # the flag of an annotation that is printed, as PDF/A wants each


class Untagged(Exception):
    """Something is drawn that belongs to no element and is no artifact."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that builds the structure tree below `structure` while it is drawn on."""

    def __init__(self, filename: Any, **settings: Any) -> None:
        self.structure = StructElement("Document")
        self._owners: list[StructElement | None] = []  # None: what is inside is told as a whole, outside
        self._open: StructElement | None = None
        self._page: list[StructElement] = []  # the owner of each MCID of this page
        self._pages = 0
        self._parents: Parents = []
        super().__init__(filename, **settings)

    def tagged(self, element: StructElement | None) -> AbstractContextManager[None]:
        """Text drawn inside is the element's; with None it stays whose it is."""
        return nullcontext() if element is None or self._told else _Owning(self, element)

    def own(self, element: StructElement) -> None:
        """What is drawn from here on is the element's, until `disown`."""
        self._close()
        self._owners.append(element)

    def disown(self) -> None:
        """What is drawn from here on is whose it was before."""
        self._close()
        self._owners.pop()

    @contextmanager
    def figure(self, element: StructElement, box: Rectangle) -> Iterator[None]:
        """All that is drawn inside is the element's content; `box` is where it stands (pt)."""
        left, bottom = self.absolutePosition(*box[:2])
        right, top = self.absolutePosition(*box[2:])
        corners = tuple(round(edge, 2) for edge in (left, bottom, right, top))
        element.attributes.setdefault("Layout", {}).update({"Placement": "Block", "BBox": corners})
        with self._whole(lambda: self._begin(element)):
            yield

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:
        """What is drawn inside is decoration: nobody hears it.

        Kinds are Pagination (with subtypes Header, Footer), Layout, Page (a print shop's marks).
        """
        said = f"/Type /{kind}" + (f" /Subtype /{subtype}" if subtype else "")
        begins = f"/Artifact <<{said}>> BDC" if kind else "/Artifact BMC"
        with self._whole(lambda: self._code.append(begins)):
            yield

    @contextmanager
    def _whole(self, begin: Any) -> Iterator[None]:
        if self._told:
            yield
            return
        self._close()
        begin()
        self._owners.append(None)
        yield
        self._owners.pop()
        self._code.append("EMC")

    @property
    def _told(self) -> bool:
        return bool(self._owners) and self._owners[-1] is None

    def mark_text(self) -> None:
        """Makes the text that is drawn next its owner's; raises Untagged if it has none.

        Whoever writes text operators calls this first; ReportLab's own `drawText` does.
        """
        if not self._owners:
            raise Untagged(f"text is drawn on page {self._pages + 1} without a tag")
        owner = self._owners[-1]
        if owner is not None and owner is not self._open:
            self._close()
            self._begin(owner)
            self._open = owner

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803  ReportLab's names
        """Draws a text object as its owner's."""
        self.mark_text()
        super().drawText(aTextObject)

    def _begin(self, element: StructElement) -> None:
        self._code.append(f"/{element.role} <</MCID {len(self._page)}>> BDC")
        element.kids.append(Content(self._pages, len(self._page)))
        self._page.append(element)

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def annotate(self, element: StructElement, target: str, rectangle: Rectangle, words: str) -> None:
        """A link of the element's, described by `words`, to an address or to `#` and a bookmark's name."""
        if target.startswith("#"):
            leads: tuple[Any, ...] = "/Dest ", self._bookmarkReference(target[1:])
        else:
            leads = "/A <</Type /Action /S /URI /URI ", PDFString(target), ">>"
        edges = fp_str(*(round(edge, 2) for edge in rectangle))
        self._addAnnotation(
            Written(
                f"<</Type /Annot /Subtype /Link /Rect [{edges}] /Border [0 0 0] /F {_PRINTED} ",
                *leads,
                " /Contents ",
                PDFString(words or target),
                f" /StructParent {len(self._parents)}>>",
            )
        )
        element.kids.append(Annotation(self._pages, self._annotationrefs[-1].name))
        self._parents.append(element)

    def beginForm(self, *given: Any, **named: Any) -> None:  # noqa: N802  ReportLab's name
        """A form's content belongs to whoever shows the form."""
        super().beginForm(*given, **named)
        self._owners.append(None)

    def endForm(self, **named: Any) -> None:  # noqa: N802  ReportLab's name
        """Ends a form."""
        self._owners.pop()
        super().endForm(**named)

    def showPage(self) -> None:  # noqa: N802  ReportLab's name
        """Ends the page; raises Untagged if something on it is neither tagged nor an artifact."""
        stray = next(_unmarked(self._code), None)
        if stray or self._owners:
            raise Untagged(f"page {self._pages + 1}: {stray or 'an element is still open'}")
        super().showPage()
        self._pages += 1
        self._page = []

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  called for pages and for forms
        super()._setAnnotations(page)
        if isinstance(page, PDFPage):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.Tabs = PDFName("S")
            if self._page:
                page.StructParents = len(self._parents)
                self._parents.append(self._page)

    def save(self) -> None:
        """Writes the structure tree and saves."""
        if self._code:
            self.showPage()
        write_tree(self._doc, self.structure, self._parents)
        super().save()


class _Owning(AbstractContextManager[None]):
    """What is drawn inside is an element's: there are thousands, and a generator takes twice as long."""

    def __init__(self, canvas: TaggedCanvas, element: StructElement) -> None:
        self._canvas, self._element = canvas, element

    def __enter__(self) -> None:
        self._canvas.own(self._element)

    def __exit__(self, *_: object) -> None:
        self._canvas.disown()


def _unmarked(code: list[str]) -> Iterator[str]:
    """Operators that paint outside marked content."""
    depth = 0
    for operators in code:
        if operators[-1:] != "C":
            if not depth and _PAINTS.search(operators):
                yield operators[:80]
        elif operators == "EMC":
            depth -= 1
        elif operators.endswith(("BDC", "BMC")):
            depth += 1
