"""The README's pictures, from the pack of 2022 as it was built last.

Run `packbuild 2022` first; the guide needs poppler, the slides LibreOffice as well:

    .venv/bin/python docs/pictures/make.py
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

HERE = Path(__file__).parent
PACK = HERE.parent.parent / "output" / "2022"
GAP, GROUND = 28, (236, 231, 226)

CARDS = (
    "social/instagram/*_announcement_instagram-portrait_*_en.png",
    "social/instagram/*_message-relationships_instagram-portrait_*_en.png",
    "social/instagram/*_statistic-*_instagram-portrait_*_en.png",
    "social/instagram/*_quote-*_instagram-portrait_*_en.png",
    "social/instagram/*_day-*_instagram-portrait_*_en.png",
    "social/instagram/*_message-photo-*_instagram-portrait_*_en.jpg",
    "social/instagram/*_pledge_instagram-portrait_*_en.png",
    "social/stories/*_countdown-14_story_*_en.png",
)
CHAPTERS = (
    *("Why this theme?", "Key messages", "The numbers"),
    *("New this year", "Talking about trauma with care", "Letters and articles"),
)
SHAPES = (
    "social/x/*_announcement_x-header_*_cy.png",
    "social/link/*_message-relationships_link_*_cy.png",
    "web-banners/*_announcement_web-banner-970x250_*_en.png",
    "email/*_announcement_email-signature_*_en.png",
    "social/linkedin/*_announcement_linkedin-cover_*_en.png",
)


def first(pattern: str) -> Image.Image:
    """The first file of the pack that matches."""
    return Image.open(sorted(PACK.glob(pattern))[0]).convert("RGB")


def rows(pictures: list[Image.Image], height: int, width: int) -> Image.Image:
    """Pictures of one height, in rows that fill the width, on a quiet ground."""
    sheet = Image.new("RGB", (width, 20_000), GROUND)
    x = y = GAP
    for picture in pictures:
        scaled = picture.resize(
            (round(picture.width * height / picture.height), height), Image.Resampling.LANCZOS
        )
        if x + scaled.width > width and x > GAP:
            x, y = GAP, y + height + GAP
        sheet.paste(scaled, (x, y))
        x += scaled.width + GAP
    return sheet.crop((0, 0, width, y + height + GAP))


def pages(document: Path, wanted: tuple[int, ...], dpi: int) -> list[Image.Image]:
    """Some pages of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", document, f"{folder}/page"], check=True)
        found = sorted(Path(folder).glob("*.png"))
        return [Image.open(found[number - 1]).convert("RGB") for number in wanted if number <= len(found)]


def begun(document: Path) -> Iterator[int]:
    """The cover, the contents, and the pages on which these chapters begin."""
    yield from (1, 2)
    with pikepdf.open(document) as pdf, pdf.open_outline() as outline:
        for item in outline.root:
            destination: Any = item.destination  # an array, whose first is the page
            if item.title.endswith(CHAPTERS) and destination is not None:
                yield pikepdf.Page(destination[0]).index + 1


def slides(wanted: tuple[int, ...]) -> list[Image.Image]:
    """Some slides of the example deck, as LibreOffice draws them."""
    (deck,) = PACK.glob("slides/*example_16x9_en.pptx")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(deck)]
        subprocess.run(command, check=True, capture_output=True)
        return pages(Path(folder) / f"{deck.stem}.pdf", wanted, 60)


def save(picture: Image.Image, name: str) -> None:
    """The picture as a small PNG; photographs need the dither, flat colours are in the palette."""
    palette = picture.quantize(256)
    shown = picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    shown.save(HERE / name, optimize=True)


def main() -> None:
    """Make all pictures anew."""
    save(rows([first(pattern) for pattern in CARDS], 372, 1352), "cards.png")
    save(rows([first(pattern) for pattern in SHAPES], 136, 1452), "shapes.png")
    (guide,) = PACK.glob("guide/*_guide_en.pdf")
    save(rows(pages(guide, tuple(begun(guide)), 60), 478, 1492), "guide.png")
    save(rows(slides((1, 3, 4, 5, 6, 7, 8, 9, 12)), 260, 1496), "slides.png")


if __name__ == "__main__":
    main()
