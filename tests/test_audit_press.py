"""Each rule of print files sees its fault in a file that has no other."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from sample_pdf import sample_pdf, saved
from test_press import CORAL, PLUM, SQUARE, pressed, said

from builder.audit.pdf import FORMAT
from builder.audit.press import RULES
from builder.audit.rule import File
from builder.content.frame import Path as Curve
from builder.inks import Inks

SCREEN = Path(__file__).parents[1] / "builder/render/srgb.icc"
Plant = Callable[[Pdf], Any]


@pytest.fixture(scope="module")
def good() -> bytes:
    inks = Inks(spots=((CORAL, "IMHAW Coral"),))
    return pressed(said("small", 12, PLUM), Curve(SQUARE, CORAL, opacity=0.5), inks=inks)


def broken(data: bytes) -> set[str]:
    document = FORMAT.read(File("a.pdf", data, {}))
    return {rule.finds.__name__ for rule in RULES if list(rule.finds(document))}


def planted(good: bytes, plant: Plant, **saving: Any) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        plant(pdf)
        how = {"force_version": "1.6", "fix_metadata_version": False, "compress_streams": False, **saving}
        pdf.save(out, **how)
    return out.getvalue()


def page(pdf: Pdf) -> Any:
    return pdf.pages[0].obj


def painted(content: bytes) -> Plant:
    return lambda pdf: pdf.pages[0].contents_add(Stream(pdf, b"/Artifact BMC q " + content + b" Q EMC"))


def said_in_xmp(old: bytes, new: bytes) -> Plant:
    def plant(pdf: Pdf) -> None:
        told = pdf.Root.Metadata.read_bytes()
        assert old in told
        pdf.Root.Metadata.write(told.replace(old, new))

    return plant


def state(**values: Any) -> Plant:
    """White, painted in a graphics state."""

    def plant(pdf: Pdf) -> None:
        states = page(pdf).Resources.get("/ExtGState") or Dictionary()
        states["/gX"] = Dictionary(**values)
        page(pdf).Resources.ExtGState = states
        painted(b"/gX gs 0 0 0 0 k 99 99 9 9 re f")(pdf)

    return plant


def image(space: str, pixels: int = 400, ink: int = 0, **more: Any) -> Plant:
    def plant(pdf: Pdf) -> None:
        data = bytes([ink]) * (pixels * pixels * (3 if space == "RGB" else 4))
        picture = Stream(
            pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels, **more
        )
        picture.BitsPerComponent, picture.ColorSpace = 8, Name("/Device" + space)
        page(pdf).Resources.XObject = Dictionary(imX=picture)
        painted(b"72 0 0 72 100 100 cm /imX Do")(pdf)

    return plant


def space(*values: Any) -> Plant:
    def plant(pdf: Pdf) -> None:
        page(pdf).Resources.ColorSpace["/csX"] = Array(values)
        painted(b"/csX cs 1 scn 100 100 9 9 re f")(pdf)

    return plant


def without(owner: Callable[[Pdf], Any], key: str) -> Plant:
    def plant(pdf: Pdf) -> None:
        del owner(pdf)[key]

    return plant


def put(owner: Callable[[Pdf], Any], key: str, value: Callable[[Pdf], Any]) -> Plant:
    def plant(pdf: Pdf) -> None:
        owner(pdf)[key] = value(pdf)

    return plant


def link(pdf: Pdf) -> Any:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 100, 200, 200]))
    return Array([pdf.make_indirect(note)])


def blend(pdf: Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 3), C1=Array([1] * 3), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]))
    shading.Function = function
    page(pdf).Resources.Shading = Dictionary(shX=shading)
    painted(b"100 100 9 9 re W n /shX sh")(pdf)


def form(pdf: Pdf) -> None:
    """A form that is mixed in light, and paints a thin line only when its own matrix is counted."""
    drawn = Stream(pdf, b"0 0 0 1 K 1 w 0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form)
    drawn.BBox, drawn.Matrix = Array([0, 0, 9, 9]), Array([0.1, 0, 0, 0.1, 0, 0])
    drawn.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    page(pdf).Resources.XObject = Dictionary(fmX=drawn)
    painted(b"/fmX Do")(pdf)


def intent(pdf: Pdf) -> Any:
    return pdf.Root.OutputIntents[0]


def root(pdf: Pdf) -> Any:
    return pdf.Root


def function(*ends: float) -> Dictionary:
    return Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * len(ends)), C1=Array(ends), N=1
    )


FAULTS: dict[str, tuple[str, Plant]] = {
    "no version of PDF/X": ("missing_print_facts", said_in_xmp(b"PDF/X-4", b"PDF/X-3")),
    "no number": ("missing_print_facts", said_in_xmp(b"xmpMM:VersionID", b"xmpMM:Version")),
    "no title": ("missing_print_facts", lambda pdf: pdf.docinfo.__delitem__("/Title")),
    "trapping unknown": ("untold_trapping", put(lambda pdf: pdf.docinfo, "/Trapped", lambda _: Name.Unknown)),
    "trapping in two ways": ("untold_trapping", said_in_xmp(b"Trapped>False<", b"Trapped>True<")),
    "opens something": ("active_print", put(root, "/OpenAction", lambda _: Dictionary(S=Name.GoTo))),
    "a script": (
        "active_print",
        put(root, "/Names", lambda _: Dictionary(JavaScript=Dictionary(Names=Array([])))),
    ),
    "a page that acts": ("active_print", put(page, "/AA", lambda _: Dictionary())),
    "no intents": ("missing_press", without(root, "/OutputIntents")),
    "no profile": ("missing_press", without(intent, "/DestOutputProfile")),
    "a press without a name": ("missing_press", without(intent, "/OutputConditionIdentifier")),
    "the profile of a screen": (
        "wrong_press",
        lambda pdf: intent(pdf).DestOutputProfile.write(SCREEN.read_bytes()),
    ),
    "a part of a profile": (
        "wrong_press",
        lambda pdf: intent(pdf).DestOutputProfile.write(intent(pdf).DestOutputProfile.read_bytes()[:-9]),
    ),
    "two profiles": (
        "two_presses",
        put(
            intent,
            "/DestOutputProfile",
            lambda pdf: pdf.make_indirect(Stream(pdf, intent(pdf).DestOutputProfile.read_bytes(), N=4)),
        ),
    ),
    "no TrimBox": ("wrong_page_boxes", without(page, "/TrimBox")),
    "two boxes to cut": ("wrong_page_boxes", put(page, "/ArtBox", lambda pdf: page(pdf).TrimBox)),
    "a bleed inside": ("wrong_page_boxes", put(page, "/BleedBox", lambda _: Array([90, 90, 200, 200]))),
    "units": ("wrong_page_boxes", put(page, "/UserUnit", lambda _: 2)),
    "no bleed": ("short_bleed", put(page, "/BleedBox", lambda pdf: page(pdf).TrimBox)),
    "a link": ("note_on_print", put(page, "/Annots", link)),
    "light": ("light_in_print", painted(b"1 0 0 rg 100 100 9 9 re f")),
    "light by its space": ("light_in_print", painted(b"/DeviceRGB CS 1 0 0 SC 9 9 m 99 99 l S")),
    "light in a photograph": ("light_in_print", image("RGB")),
    "light in a small picture": (
        "light_in_print",
        painted(b"9 0 0 9 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"),
    ),
    "light in a blend": ("light_in_print", blend),
    "four full inks": ("too_much_ink", painted(b"1 1 1 1 k 100 100 9 9 re f")),
    "a photograph of four full inks": ("too_much_ink", image("CMYK", ink=255)),
    "a mode of mixing": ("mixed_in_light", lambda pdf: page(pdf).Group.__setitem__("/CS", Name.DeviceRGB)),
    "a form mixed in light": ("mixed_in_light", form),
    "curves": ("press_settings", state(TR=Name.Identity)),
    "white over all": ("vanishing_white", state(OP=True, op=True, OPM=1)),
    "a hairline": ("hairline", painted(b"0.1 w 0 0 0 1 K 100 100 m 200 200 l S")),
    "letters for ants": (
        "tiny_print",
        painted(b"BT 0 0 0 1 k /F1 3 Tf 1 0 0 1 100 100 Tm <0001> Tj ET"),
    ),
    "small letters in three inks": (
        "tiny_print",
        painted(b"BT 1 .5 .5 0 k /F1 8 Tf 1 0 0 1 100 100 Tm <0001> Tj ET"),
    ),
    "few pixels": ("coarse_photograph", image("CMYK", pixels=60)),
    "an ink of light": (
        "unclear_spot",
        space(Name.Separation, Name("/Gold"), Name.DeviceRGB, function(1, 1, 0)),
    ),
    "an ink with two meanings": (
        "unclear_spot",
        space(Name.Separation, Name("/IMHAW Coral"), Name.DeviceCMYK, function(0, 1, 1, 0)),
    ),
    "LZW": (
        "foreign_part",
        put(
            page,
            "/Thumb",
            lambda pdf: pdf.make_indirect(Stream(pdf, b"\x80\x0b\x60", Filter=Name.LZWDecode)),
        ),
    ),
    "a picture made smooth": ("foreign_part", image("CMYK", Interpolate=True)),
    "a place for another picture": ("foreign_part", image("CMYK", OPI=Dictionary())),
}


ALSO = {  # what goes with a fault
    "a form mixed in light": {"hairline"},
    "no TrimBox": {"short_bleed"},
    "a bleed inside": {"short_bleed"},
}


def test_a_print_file_has_none_of_the_faults(good: bytes) -> None:
    assert broken(good) == set()
    assert broken(planted(good, lambda _: None)) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found(name: str, good: bytes) -> None:
    rule, plant = FAULTS[name]
    undecoded = {"stream_decode_level": pikepdf.StreamDecodeLevel.none}
    found = broken(planted(good, plant, **undecoded))
    assert found == {rule} | ALSO.get(name, set())


def test_newer_and_locked_files_are_found(good: bytes) -> None:
    assert broken(planted(good, lambda _: None, force_version="2.0")) == {"newer_than_press"}
    locked, out = pikepdf.Encryption(owner="a", user=""), BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.save(out, encryption=locked)
    assert "encrypted_print" in broken(out.getvalue())


def test_every_rule_has_a_fault() -> None:
    tried = {rule for rule, _ in FAULTS.values()} | {"newer_than_press", "encrypted_print"}
    assert tried == {rule.finds.__name__ for rule in RULES}


def test_files_for_screens_are_no_print_files() -> None:
    assert broken(saved(sample_pdf())) == set()
