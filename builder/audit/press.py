"""Rules of print files: PDF/X-4 (ISO 15930-7), and what print shops ask for beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any

from builder.audit.rule import Rule
from builder.geometry.box import mm
from builder.inks import MOST_INK

if TYPE_CHECKING:
    from builder.audit.pdf import PdfFile

Finds = Callable[["PdfFile"], Iterator[str]]

_VERSION = "1.6"
_BLEED = 3.0  # mm
_FINEST, _LEAST, _SMALL, _MANY = 0.25, 5.0, 9.0, 2  # pt of lines, of letters, of letters in few inks; inks
_COARSEST = 200.0  # dots an inch
_CODED = 5.0  # per cent of ink that a JPEG may add
_NEAR = 0.05  # pt and mm that are no difference
_FACTS = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID")
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def encrypted_print(paper: PdfFile) -> Iterator[str]:
    """A print file is encrypted (PDF/X-4, 6.1)."""
    if paper.pdf.is_encrypted:
        yield ""


def newer_than_press(paper: PdfFile) -> Iterator[str]:
    """A print file is of a version of PDF that PDF/X-4 does not know (6.1)."""
    if paper.pdf.pdf_version > _VERSION:
        yield f"PDF {paper.pdf.pdf_version}"


def missing_print_facts(paper: PdfFile) -> Iterator[str]:
    """A print file does not say which it is: its version of PDF/X, title, dates, numbers (PDF/X-4, 6.7)."""
    known = _xmp(paper)
    if "PDF/X-4" not in known.get("pdfxid:GTS_PDFXVersion", ""):
        yield "pdfxid:GTS_PDFXVersion"
    yield from (fact for fact in (*_FACTS, "xmpMM:RenditionClass") if not known.get(fact))
    info = paper.pdf.docinfo
    yield from (key for key in ("/Title", "/CreationDate", "/ModDate") if not str(info.get(key, "")))
    if not all(bytes(part) for part in paper.pdf.trailer.get("/ID", [b""])):
        yield "ID"


def untold_trapping(paper: PdfFile) -> Iterator[str]:
    """A print file does not say whether it was trapped, or says so in two ways (PDF/X-4, 6.7)."""
    told = str(paper.pdf.docinfo.get("/Trapped", "")).removeprefix("/")
    if told not in ("True", "False"):
        yield "not told"
    elif _xmp(paper).get("pdf:Trapped") != told:
        yield "told otherwise in XMP"


def active_print(paper: PdfFile) -> Iterator[str]:
    """A print file has actions, scripts or a form (PDF/X-4, 6.12)."""
    root = paper.pdf.Root
    yield from (key for key in ("/AA", "/OpenAction") if key in root)
    if "/JavaScript" in root.get("/Names", {}):
        yield "JavaScript"
    if "/XFA" in root.get("/AcroForm", {}):
        yield "XFA"
    yield from (f"page {number}" for number, page in _pages(paper) if "/AA" in page)


def missing_press(paper: PdfFile) -> Iterator[str]:
    """A print file does not name one press, with its profile (PDF/X-4, 6.2.2)."""
    intents = _intents(paper)
    if len(intents) != 1:
        yield f"{len(intents)} of them"
    for intent in intents:
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "it has no name"
        if "/DestOutputProfile" not in intent:
            yield "it has no profile"


def wrong_press(paper: PdfFile) -> Iterator[str]:
    """The profile of a print file is not that of a press with four inks (PDF/X-4, 6.2.2)."""
    for intent in _intents(paper):
        if "/DestOutputProfile" not in intent:
            continue
        data = intent.DestOutputProfile.read_bytes()
        if data[12:16] != b"prtr" or data[16:20] != b"CMYK" or intent.DestOutputProfile.get("/N") != 4:
            yield f"{data[12:16].decode('latin-1')} of {data[16:20].decode('latin-1')}"
        elif data[8] > 4 or len(data) != int.from_bytes(data[:4], "big"):
            yield "damaged, or of a newer version"


def two_presses(paper: PdfFile) -> Iterator[str]:
    """The intents of a print file do not share one profile (PDF/A-2, 6.2.3)."""
    every = [each.get("/DestOutputProfile") for each in paper.pdf.Root.get("/OutputIntents", ())]
    if len({profile.objgen for profile in every if profile is not None}) > 1:
        yield ""


def wrong_page_boxes(paper: PdfFile) -> Iterator[str]:
    """A page of a print file does not say where it is cut, or its boxes do not lie in each other (6.3)."""
    for number, page in _pages(paper):
        boxes = _boxes(page)
        if ("/TrimBox" in boxes) == ("/ArtBox" in boxes):
            yield f"page {number}, TrimBox"
        for inner, outer in (("/TrimBox", "/BleedBox"), *((name, "/MediaBox") for name in _BOXES[1:])):
            if inner in boxes and outer in boxes and min(_over(boxes[inner], boxes[outer])) < -_NEAR:
                yield f"page {number}, {inner[1:]}"
        if float(page.get("/UserUnit", 1)) != 1:
            yield f"page {number}, UserUnit"


def short_bleed(paper: PdfFile) -> Iterator[str]:
    """Colours of a print file run over the cut by less than 3 mm."""
    for number, page in _pages(paper):
        boxes = _boxes(page)
        trim, bleed = boxes.get("/TrimBox") or boxes.get("/ArtBox"), boxes.get("/BleedBox")
        over = min(_over(trim, bleed)) / mm(1) if trim and bleed else 0.0
        if over < _BLEED - _NEAR:
            yield f"page {number}, {over:.1f} mm"


def note_on_print(paper: PdfFile) -> Iterator[str]:
    """A link or a note lies on what a print shop prints (PDF/X-4, 6.13)."""
    for number, page in _pages(paper):
        boxes = _boxes(page)
        edge = boxes.get("/BleedBox") or boxes.get("/TrimBox") or boxes["/MediaBox"]
        for note in page.get("/Annots", ()):
            left, foot, right, top = (float(value) for value in note.Rect)
            apart = right <= edge[0] or left >= edge[2] or top <= edge[1] or foot >= edge[3]
            if not apart and str(note.get("/Subtype")) not in ("/TrapNet", "/PrinterMark"):
                yield f"page {number}"


def light_in_print(paper: PdfFile) -> Iterator[str]:
    """A print file has colours of light, which a print shop turns into inks as it likes (PDF/X-4, 6.2.4)."""
    yield from (f"page {page}, {what}" for page, what in paper.painted.light)


def too_much_ink(paper: PdfFile) -> Iterator[str]:
    """A print file asks for more ink than paper takes, 300 %."""
    limits = ((paper.painted.inks, 0.5), (paper.painted.photograph_inks, _CODED))
    for found, slack in limits:
        yield from (f"page {page}, {ink:.0f} %" for page, ink in found if ink > MOST_INK + slack)


def mixed_in_light(paper: PdfFile) -> Iterator[str]:
    """What is seen through in a print file is not mixed in inks (PDF/X-4, 6.2.4.2)."""
    painted = paper.painted
    yield from (f"page {page}" for page in sorted(painted.mixed_in_light))
    for number, page in _pages(paper):
        if number in painted.see_through and str(page.get("/Group", {}).get("/CS", "")) != "/DeviceCMYK":
            yield f"page {number}"


def press_settings(paper: PdfFile) -> Iterator[str]:
    """A print file sets what is the press's: curves or halftones (PDF/X-4, 6.2.6)."""
    yield from (f"page {page}, {what}" for page, what in paper.painted.settings)


def vanishing_white(paper: PdfFile) -> Iterator[str]:
    """White is printed over something in a print file, and would not be seen."""
    yield from (f"page {page}" for page in paper.painted.vanishing)


def hairline(paper: PdfFile) -> Iterator[str]:
    """A line of a print file is thinner than presses print, 0.25 pt."""
    thin = _FINEST - 1e-3
    yield from (f"page {page}, {width:.2f} pt" for page, width in paper.painted.lines if width < thin)


def tiny_print(paper: PdfFile) -> Iterator[str]:
    """Letters of a print file are smaller than 5 pt, or smaller than 9 pt and in more than two inks."""
    for page, size, inks in paper.painted.texts:
        many = inks is not None and sum(ink > _NEAR for ink in inks) > _MANY
        if size < _LEAST - _NEAR or (size < _SMALL - _NEAR and many):
            yield f"page {page}, {size:.1f} pt"


def coarse_photograph(paper: PdfFile) -> Iterator[str]:
    """A photograph of a print file has less than 200 dots an inch."""
    yield from (f"page {page}, {dots:.0f}" for page, dots in paper.painted.photographs if dots < _COARSEST)


def unclear_spot(paper: PdfFile) -> Iterator[str]:
    """A mixed ink of a print file has two meanings, or none in four inks (PDF/X-4, 6.2.4.3)."""
    known: dict[str, bytes] = {}
    for space in paper.painted.spots:
        name = str(space[1]).removeprefix("/")
        if str(space[2]) not in ("/DeviceCMYK", "/DeviceGray"):
            yield f"{name}: {space[2]}"
        way = space[3].read_bytes() if _is_stream(space[3]) else space[3].unparse(resolved=True)
        meaning = str(space[2]).encode() + way
        if known.setdefault(name, meaning) != meaning:
            yield name


def foreign_part(paper: PdfFile) -> Iterator[str]:
    """A print file has parts that presses cannot read: LZW, PostScript, OPI, other files (PDF/X-4, 6.1)."""
    for stream in filter(_is_stream, paper.pdf.objects):
        filters = stream.get("/Filter", ())
        named = [str(filters)] if str(filters).startswith("/") else [str(each) for each in filters]
        yield from (each for each in named if each in ("/LZWDecode", "/Crypt"))
        yield from (key for key in ("/F", "/OPI", "/Alternates") if key in stream)
        if str(stream.get("/Subtype", "")) == "/PS":
            yield "PostScript"
        if str(stream.get("/Subtype", "")) == "/Image" and bool(stream.get("/Interpolate", False)):
            yield "Interpolate"


def _xmp(paper: PdfFile) -> dict[str, str]:
    """The plain properties of the XMP by their usual names; none if it is packed, which few can read."""
    metadata = paper.pdf.Root.get("/Metadata")
    if metadata is None or "/Filter" in metadata:
        return {}
    xml = metadata.read_bytes().decode("utf-8", "replace")
    return dict(re.findall(r"<(\w+:\w+)(?: [^>]*)?>([^<]+)</\1>", xml))


def _intents(paper: PdfFile) -> list[Any]:
    return [each for each in paper.pdf.Root.get("/OutputIntents", ()) if str(each.get("/S")) == "/GTS_PDFX"]


def _pages(paper: PdfFile) -> Iterable[tuple[int, Any]]:
    return enumerate((page.obj for page in paper.pdf.pages), 1)


def _boxes(page: Any) -> dict[str, list[float]]:
    return {name: [float(edge) for edge in page[name]] for name in _BOXES if name in page}


def _over(inner: list[float], outer: list[float]) -> tuple[float, ...]:
    """How far a box runs over another on each side, in pt; below 0 where it does not."""
    return inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]


def _is_stream(value: Any) -> bool:
    import pikepdf  # noqa: PLC0415  a tenth of a second, for PDFs alone

    return isinstance(value, pikepdf.Stream)


def is_for_press(paper: PdfFile) -> bool:
    """Whether a file claims to be PDF/X, anywhere."""
    return bool(_intents(paper)) or "pdfxid:GTS_PDFXVersion" in _xmp(paper)


def _of_print(finds: Finds) -> Finds:
    """The rule, for print files alone."""

    @wraps(finds)
    def found(paper: PdfFile) -> Iterator[str]:
        return finds(paper) if paper.is_for_press else iter(())

    return found


_CRAFT = (hairline, tiny_print, coarse_photograph)  # what a designer or a photograph may have to accept
RULES = tuple(
    Rule(_of_print(finds), "warning" if finds in _CRAFT else "error")
    for finds in (
        encrypted_print,
        newer_than_press,
        missing_print_facts,
        untold_trapping,
        active_print,
        missing_press,
        wrong_press,
        two_presses,
        wrong_page_boxes,
        short_bleed,
        note_on_print,
        light_in_print,
        too_much_ink,
        mixed_in_light,
        press_settings,
        vanishing_white,
        hairline,
        tiny_print,
        coarse_photograph,
        unclear_spot,
        foreign_part,
    )
)
