"""What a camera noted beside a photograph, such as where it was, stands in no file of a pack."""

import json
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
import yaml
from PIL import Image as Pixels
from sample_packs import ROOT
from test_cards import SPEC, packed

from builder.imagefiles import read_image, upright
from builder.kinds import kinds_named
from builder.pipeline.build import build
from builder.pipeline.request import Request

NOTED = (b"A phone of Jo", b"Jo was here", b"GPSLatitude")
PHOTO = {"id": "cup", "file": "cup.jpg", "alt": "A cup", "credit": "Jo Smith", "licence": "CC BY 4.0"}
CREDIT = "Jo Smith, CC BY 4.0"


def noted() -> dict[str, Any]:
    """All that a camera may write beside its pixels."""
    exif = Pixels.Exif()
    exif[0x010F] = "A phone of Jo"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 12.5), "W", (0.0, 7.0, 39.0)
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" GPSLatitude="51,30.2N"/>'
    return {"exif": exif, "comment": b"Jo was here", "xmp": xmp}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with such a photograph wherever one may be shown."""
    folder = tmp_path_factory.mktemp("campaign")
    grain = Pixels.effect_noise((1600, 1200), 60).convert("RGB")
    grain.save(folder / "cup.jpg", quality=60, **noted())
    assert any(word in (folder / "cup.jpg").read_bytes() for word in NOTED)
    parts: dict[str, Any] = {
        "photos": [PHOTO],
        "theme": {**SPEC["theme"], "photo": "cup"},
        "usage": {"terms": "Use it.\n\n![](cup)\n"},
        "messages": [{"id": "tea", "headline": "Tea", "text": "It is warm.", "photo": "cup"}],
        "cards": [
            {"design": "announcement", "sizes": ["instagram-square"]},
            {"design": "message", "for": "messages", "sizes": ["instagram-square"]},
            {"design": "quote", "for": "quotes", "sizes": ["instagram-square"]},
        ],
        "quotes": [{"id": "q", "text": "Tea helps.", "who": "Somebody (sample)"}],
        "slides": {"slides": [{"layout": "picture-and-text", "title": "Tea", "photo": "cup"}]},
    }
    spec = folder / "2025.yaml"
    spec.write_text(yaml.safe_dump({**SPEC, **parts}), "utf-8")
    asked = Request(spec=spec, brand=ROOT / "brand", output=folder / "out", root=folder, jobs=1)
    return build(asked, lambda _: None, lambda _: None).tree


def parts_of(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and all that is packed in it, as plain bytes."""
    yield name, data
    if data[:4] == b"PK\x03\x04":
        with ZipFile(BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from parts_of(f"{name}/{inside}", archive.read(inside))
    elif data[:4] == b"%PDF":
        with pikepdf.open(BytesIO(data)) as pdf:
            for number, each in enumerate(pdf.objects):
                if isinstance(each, pikepdf.Stream):
                    yield f"{name}#{number}", each.read_raw_bytes()
    elif name.endswith(".html"):
        for number, text in enumerate(data.decode().split(";base64,")[1:]):
            yield f"{name}#{number}", b64decode(text[: text.index('"')])


def test_no_file_holds_what_the_camera_noted(pack: Path) -> None:
    files = [path for path in pack.rglob("*") if path.is_file()]
    parts = [part for path in files for part in parts_of(path.name, path.read_bytes())]
    pictures = [(name, data) for name, data in parts if data[:3] in (b"\xff\xd8\xff", b"\x89PN")]
    assert {Path(name.split("/")[0].split("#")[0]).suffix for name, _ in pictures} >= {
        ".jpg", ".pdf", ".pptx", ".docx", ".html",
    }  # fmt: skip
    for name, data in parts:
        assert not [word for word in NOTED if word in data], name
    for name, data in pictures:
        with Pixels.open(BytesIO(data)) as opened:
            assert not opened.getexif(), name
            assert not {"comment", "xmp", "exif", "photoshop"} & opened.info.keys(), name


def test_what_is_drawn_of_a_photograph_of_a_phone_holds_no_note(tmp_path: Path) -> None:
    Pixels.new("RGB", (40, 30)).save(tmp_path / "a.jpg", **noted())
    for path in (tmp_path / "a.jpg", ROOT / "tests/photos/phone.heic"):
        assert upright(read_image(path)).info == {}


def test_each_file_says_who_took_what_it_shows(pack: Path) -> None:
    listed = json.loads((pack / "manifest.json").read_text("utf-8"))["files"]
    shown = {each["kind"] for each in listed if "credits" in each}
    assert all(each.get("credits", [CREDIT]) == [CREDIT] for each in listed)
    assert shown == {"social", "posters", "slides", "guide"}
    assert not any("template" in each["path"] for each in listed if "credits" in each)


def test_the_guide_says_who_took_what_cards_slides_and_posters_show(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.jpg")
    (guide,) = kinds_named(["guide"])
    for where in (
        {"theme": {**SPEC["theme"], "photo": "cup"}},
        {"slides": {"slides": [{"layout": "picture-and-text", "title": "Tea", "photo": "cup"}]}},
        {"messages": [{"id": "tea", "headline": "Tea", "photo": "cup"}]},
    ):
        assert guide.gather is not None
        plan = next(iter(guide.gather(packed(tmp_path, photos=[PHOTO], **where), ())))
        assert f"Photograph: {CREDIT}" in repr(plan.content).replace("\\xa0", " ")
