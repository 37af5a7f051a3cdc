"""What the programs of a partner's machine make of a pack."""

import re
from pathlib import Path

import pytest
from pptx import Presentation
from programs import run
from sample_packs import SamplePack

pytestmark = pytest.mark.programs


@pytest.fixture(scope="session")
def pack(packs: dict[str, SamplePack]) -> Path:
    """The pack of 2022 as it is in the repository."""
    return packs["2022"].built()


@pytest.fixture(scope="session")
def printed(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English slides and Word files as LibreOffice prints them, which is started once."""
    folder = tmp_path_factory.mktemp("printed")
    documents = [path for kind in ("potx", "pptx", "docx") for path in sorted(pack.rglob(f"*_en.{kind}"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents)
    return folder


def pages(pdf: Path) -> int:
    found = re.search(r"^Pages:\s+(\d+)$", run("pdfinfo", pdf), re.MULTILINE)
    assert found
    return int(found[1])


def test_poppler_reads_the_guide_in_order(pack: Path) -> None:
    (english,) = pack.glob("guide/*_en.pdf")
    assert 12 <= pages(english) <= 32
    text = " ".join(run("pdftotext", english, "-").split())
    chapters = ["About the campaign", "Why this theme?", "Key messages", "Posts ready to use", "Contact"]
    places = [text.rindex(chapter) for chapter in chapters]
    assert places == sorted(places)


def test_every_font_of_every_pdf_is_embedded(pack: Path) -> None:
    for pdf in pack.rglob("*.pdf"):
        rows = run("pdffonts", pdf).splitlines()[2:]
        assert rows
        assert all(re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row) for row in rows), pdf


def test_libreoffice_shows_every_slide_of_the_deck(pack: Path, printed: Path) -> None:
    (deck,) = pack.glob("slides/*_en.pptx")
    assert pages(printed / f"{deck.stem}.pdf") == len(Presentation(str(deck)).slides)


@pytest.mark.parametrize("shape", ["16x9", "4x3"])
def test_libreoffice_opens_the_template(pack: Path, printed: Path, shape: str) -> None:
    (template,) = pack.glob(f"slides/*_{shape}_en.potx")
    assert (printed / f"{template.stem}.pdf").is_file()


def test_unzip_finds_the_archive_sound(pack: Path) -> None:
    (archive,) = pack.parent.glob("*.zip")
    assert "No errors detected" in run("unzip", "-t", archive)


def test_libreoffice_shows_every_word_copy(pack: Path, printed: Path) -> None:
    certificate, *letters, guide = (printed / f"{path.stem}.pdf" for path in sorted(pack.rglob("*_en.docx")))
    assert len(letters) == 3
    assert 15 <= pages(guide) <= 30
    assert [pages(sheet) for sheet in (certificate, *letters)] == [1, 1, 1, 1]
