"""Who took the photographs, and under which licences they are used, in words."""

from pathlib import Path

from PIL import Image as Pixels
from test_cards import packed

from builder.pack.photographs import credit_line
from builder.render.docx.markup import Run
from builder.text.breaks import units

PHOTO = {"id": "cup", "file": "cup.jpg", "alt": "A cup", "credit": "Jo Smith", "licence": "CC BY 4.0"}
DAWN = "“A ridge at dawn”: CC_BY_4.0"


def test_a_person_s_credit_is_said_once_with_the_pictures_of_each_licence(tmp_path: Path) -> None:
    Pixels.new("RGB", (1400, 1400)).save(tmp_path / "cup.jpg")
    dawn = {**PHOTO, "id": "dawn", "alt": "A ridge at dawn."}
    bare = {"id": "bare", "file": "cup.jpg", "alt": "A table", "credit": "Jo Smith"}
    noor = {**PHOTO, "id": "noor", "credit": "Noor Haddad", "licence": "CC BY-SA 4.0"}
    free = {"id": "free", "file": "cup.jpg", "alt": "A path", "licence": "CC0"}
    edition = packed(tmp_path, photos=[PHOTO, dawn, bare, noor, free])
    for asked, said in {
        ("cup",): "Photograph: Jo Smith, CC_BY_4.0",
        ("cup", "cup", "dawn"): "Photographs: Jo Smith, CC_BY_4.0",
        ("bare", "dawn", "noor"): f"Photographs: Jo Smith, {DAWN}\u00a0· Noor Haddad, CC_BY-SA_4.0",
        ("bare", "free"): "Photographs: Jo Smith\u00a0· “A path”: CC0",
        ("free",): "Photograph: CC0",
        (None,): "",
    }.items():
        assert credit_line(edition, *asked) == said.replace("_", "\u00a0")


def test_no_line_ends_in_a_licence() -> None:
    assert [unit.text for unit in units("by CC\u00a0BY-NC-SA\u00a04.0, well-kept")] == [
        "by ", "CC\u00a0BY-NC-SA\u00a04.0, ", "well-", "kept"
    ]  # fmt: skip
    assert Run("CC BY-SA, well-kept").markup.count("<w:noBreakHyphen/>") == 1
