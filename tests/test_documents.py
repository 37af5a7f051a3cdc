"""What the reference programs make of every PDF of every pack."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import which

import pytest
import verapdf
from pdf_text import opened
from pdf_tree import heard, tree
from programs import missing, run
from sample_packs import SamplePack

pytestmark = pytest.mark.programs

PROFILES = ("ua1", "2a")
RIGHT_TO_LEFT = {"ur", "ar", "he", "fa"}


@pytest.fixture(scope="session")
def vera() -> None:
    verapdf.require()


@pytest.fixture(scope="session")
def poppler() -> None:
    if which("pdfinfo") is None:
        missing("pdfinfo")


def papers(documents: Path) -> list[Path]:
    found = sorted(documents.rglob("*.pdf"))
    assert found
    return found


def test_every_pdf_is_pdf_ua_and_pdf_a(vera: None, packs: dict[str, SamplePack]) -> None:
    """All packs in one run: Java takes longer to start than to judge a PDF."""
    found = verapdf.failures([path for pack in packs.values() for path in papers(pack.documents)], PROFILES)
    assert found == {path: [] for path in found}


def test_poppler_hears_every_word_in_every_script(poppler: None, documents: Path) -> None:
    for path in papers(documents):
        pieces = spoken(run("pdfinfo", "-struct-text", path))
        with opened(path.read_bytes()) as document:
            asked = [piece for piece in heard(tree(document)) if not piece.startswith("[")]
        assert squeezed("".join(pieces)) == squeezed("".join(asked)), path.name


def test_plain_text_has_every_word_of_left_to_right_scripts(poppler: None, documents: Path) -> None:
    for path in papers(documents):
        with opened(path.read_bytes()) as document:
            if str(document.Root.Lang).split("-")[0] in RIGHT_TO_LEFT:
                continue
            asked = {piece for piece in heard(tree(document)) if not piece.startswith("[")}
        plain = squeezed("".join(map(without_foot, run("pdftotext", "-raw", path, "-").split("\f"))))
        assert {piece for piece in asked if squeezed(piece) not in plain} == set(), path.name


def spoken(told: str) -> list[str]:
    """The words in poppler's outline of the structure, but those inside pictures, which have others."""
    found, picture = [], None
    for line in told.splitlines():
        depth = len(line) - len(line.lstrip())
        if picture is not None and depth <= picture:
            picture = None
        if line.lstrip().startswith("Figure"):
            picture = depth
        elif picture is None and line.lstrip().startswith('"'):
            found.append(line.strip().strip('"'))
    return found


def without_foot(page: str) -> str:
    """A page without the number and the words at its foot, which stand amid a paragraph of two pages."""
    return re.sub(r"^(.*)\n\d+\s[^\n]*$", r"\1", page.strip(), flags=re.DOTALL)


def squeezed(text: str) -> str:
    """Without blanks, line ends and soft hyphens, which programs place as they like."""
    return re.sub(r"[\s\u00ad]", "", text)
