"""QR codes as they are printed and posted: two readers read them in every look."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from code_readers import both
from PIL import Image
from programs import run
from test_codes import HERE

from builder.brand.looks import look_names
from builder.pipeline.build import build
from builder.pipeline.request import Request

DOTS = "150"  # an inch: what a phone's camera has of a page at arm's length
WEBSITE, PLEDGE = "https://example.org/safe-harbour", "https://example.org/safe-harbour/pledge"
LEAFLET = {"about": "A week to float.", "help": [{"title": "The harbour master", "text": "Ring the bell."}]}
ON_PAPER = {
    "leaflet": {"about": "A week to float.", "help": [{"title": "The harbour", "text": "Ring the bell."}]},
    "quotes": [{"id": "sailor", "text": "We waited for the tide.", "who": "A sailor"}],
    "posters": {"for": ["quotes"], "variants": ["tear-off", "place-and-date"]},
    "certificate": {"text": "for floating a week long"},
}
STEPS = [{"title": title, "text": "Watch how it moves."} for title in ("Notice", "Wait", "Answer", "Rest")]


def made(folder: Path, look: str, *kinds: str, **said: Any) -> Path:
    """The tree of all that has a code, or of some kinds, in a look."""
    shutil.copytree(HERE / "brands/stark", folder / "brand")
    spec = yaml.safe_load((HERE / "packs/harbour/packs/2023.yaml").read_text("utf-8"))
    spec["campaign"] |= said
    pledge, infographic = {"text": "I will float.", "url": PLEDGE}, {"title": "Float", "steps": STEPS}
    more = {"pledge": pledge, "infographic": infographic, "guide": {"print_edition": True}, **ON_PAPER}
    cards = {"cards": [{"design": "announcement", "sizes": ["story"]}]}
    (folder / "packs").mkdir()
    file = folder / "packs/2023.yaml"
    file.write_text(yaml.safe_dump({**spec, **more, **cards, "look": look}, allow_unicode=True), "utf-8")
    kinds = kinds or ("posters", "leaflet", "pledge", "infographic", "social", "guide")
    asked = Request(spec=file, brand=folder / "brand", output=folder / "output", root=folder, only=kinds)
    return build(asked, lambda _: None, lambda _: None).tree


def last_page(file: Path, folder: Path) -> Path:
    """The last page of a PDF at paper size: of the guide that is its back cover."""
    with pikepdf.open(file) as pdf:
        return page_of(file, len(pdf.pages), folder)


def page_of(file: Path, number: int, folder: Path) -> Path:
    """A page of a PDF at paper size."""
    run("pdftoppm", "-r", DOTS, "-f", str(number), "-singlefile", file, folder / "page")
    return folder / "page.ppm"  # packing it as PNG would take thirty times as long


@pytest.mark.programs
@pytest.mark.parametrize("look", look_names())
def test_codes_of_each_look_are_read_from_pages_and_from_a_story_sent_on(look: str, tmp_path: Path) -> None:
    tree, read = made(tmp_path, look), dict[str, set[tuple[str, ...]]]()
    for file in sorted(tree.rglob("*.pdf")):
        page = page_of(file, 1, tmp_path) if "leaflet-a4" in file.name else last_page(file, tmp_path)
        read[file.name] = both(page)
    for name, answers in read.items():
        assert answers == {(PLEDGE if "pledge" in name else WEBSITE,)}, name
    assert len(read) == 14 + 3 + 3 + 2 + 3
    (story,) = tree.rglob("*announcement_story*")
    with Image.open(story) as picture:
        picture.convert("RGB").resize((540, 960)).save(tmp_path / "story.jpg", quality=60)
    assert both(tmp_path / "story.jpg") == {(WEBSITE,)}


@pytest.mark.programs
def test_addresses_that_count_visits_are_read_too_and_say_from_what(tmp_path: Path) -> None:
    tree = made(tmp_path, "embrace", utm={"source": "comms-pack", "campaign": "safe-harbour-week-2023"})
    counted = "{}?utm_campaign=safe-harbour-week-2023&utm_source=comms-pack&utm_medium={}"
    for name, leads in (
        ("*poster-a4-dated-screen*", counted.format(WEBSITE, "poster")),
        ("*pledge-card-a5_*", counted.format(PLEDGE, "pledge-card")),
        ("*infographic_a3_*", counted.format(WEBSITE, "infographic")),
    ):
        (page,) = tree.rglob(name)
        assert both(last_page(page, tmp_path)) == {(leads,)}
    (story,) = tree.rglob("*announcement_story*")
    with Image.open(story) as picture:
        picture.convert("RGB").resize((540, 960)).save(tmp_path / "story.jpg", quality=60)
    assert both(tmp_path / "story.jpg") == {(counted.format(WEBSITE, "story"),)}


@pytest.mark.programs
@pytest.mark.parametrize("look", look_names())
def test_the_code_of_a_deck_is_read_as_a_hall_sees_it(look: str, tmp_path: Path) -> None:
    (deck,) = made(tmp_path, look, "slides").rglob("*.pptx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, deck)
    file = tmp_path / deck.with_suffix(".pdf").name
    run("pdftoppm", "-r", "72", file, tmp_path / "slide")
    read = [both(slide) for slide in sorted(tmp_path.glob("slide-*.ppm"))]
    assert [answers for answers in read if answers != {()}] == [{(WEBSITE,)}]
