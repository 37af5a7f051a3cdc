"""The sheets of the looks in the sample's brand: all designs of each, and all layouts of its slides.

    python docs/pictures/sheets.py                      # all looks; `grid` draws that alone

The slides need LibreOffice and poppler. `docs/designs.md` and `docs/change-the-slides.md` show them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFont

from builder.brand.looks import look_names
from builder.brand.read import read_brand
from builder.pipeline.contact import draw_looks

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FONT = ROOT / "brand/fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf"
WIDE, QUALITY = 760, 34  # px of a sheet of designs; of 100
SLIDE, COLUMNS, GAP, LABEL = (244, 137), 3, 14, 17
GROUND, INK = (236, 231, 226), (34, 23, 51)
PHOTO = "hands"  # of docs/pictures/looks/packs
FILLED: dict[str, Any] = {
    "subtitle": "A week for the feelings of babies",
    "text": "A strong bond with a parent softens the impact of hard experiences.",
    "right": ["Say what you see", "Wait for an answer"],
    "value": "1 in 3",
    "source": "A sample",
    "photo": PHOTO,
}
TABLE = [["Day", "Topic"], ["Monday", "Being seen"], ["Tuesday", "Being heard"], ["Wednesday", "Being held"]]
CHART = [["Answer", "Parents"], ["Often", "46"], ["Sometimes", "31"], ["Never", "23"]]
ITEMS = ["Look at each other", "Listen to the story", "Hold on together", "Say it aloud", "Come back"]


def designs(wanted: list[str]) -> None:
    """A sheet of the designs of each look."""
    with tempfile.TemporaryDirectory() as folder:
        for file in draw_looks(ROOT / "brand", "brand", Path(folder)):
            name = file.stem.removeprefix("look-")
            if name in wanted:
                with Image.open(file).convert("RGB") as sheet:
                    size = WIDE, round(sheet.height * WIDE / sheet.width)
                    save(sheet.resize(size, Image.Resampling.LANCZOS), f"designs-{name}")


def slides(look: str) -> None:
    """A sheet of the layouts of a look's slides, each filled, with its name and what it holds."""
    slides = read_brand(ROOT / "brand", "brand", look=look).slides
    assert slides, f"look {look} has no slides"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(HERE / "looks/packs", root / "packs")
        shutil.copytree(ROOT / "brand", root / "brand")
        spec = root / "packs/2022.yaml"
        given = yaml.safe_load(spec.read_text("utf-8"))
        for part in (given["theme"], *given["messages"]):
            part.pop("art", None)  # which one look alone has
        given |= {"look": look, "slides": {"slides": [_slide(*each) for each in slides.layouts.items()]}}
        spec.write_text(yaml.safe_dump(given, sort_keys=False), "utf-8")
        subprocess.run(["packbuild", "2022", "--only", "slides"], cwd=root, check=True)
        (deck,) = (root / "output").rglob("*example_16x9_en.pptx")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(deck)]
        subprocess.run(convert, check=True, capture_output=True)
        pages = ["pdftoppm", "-r", "60", "-png", str(root / f"{deck.stem}.pdf"), f"{folder}/page"]
        subprocess.run(pages, check=True)
        drawn = [Image.open(file).convert("RGB") for file in sorted(root.glob("page*.png"))]
        save(_labelled(drawn, [*slides.layouts.items()]), f"slides-{look}")


def _slide(name: str, layout: Any) -> dict[str, Any]:
    """A slide that fills a layout."""
    held = [box.holds for box in layout.boxes]
    slide: dict[str, Any] = {"layout": name, "title": layout.name}
    slide |= {field: FILLED[field] for field in held if field in FILLED}
    if "bullets" in held:
        slide["bullets"] = ITEMS[: max(2, *(box.across for box in layout.boxes))]
    if "headings" in held:
        slide["headings"] = ["Before", "After"]
    if "rows" in held or "chart" in held:
        slide["rows"] = TABLE if "rows" in held else CHART
    return slide


def _labelled(drawn: list[Image.Image], layouts: list[tuple[str, Any]]) -> Image.Image:
    """Slides in columns, each above its name and what it holds."""
    font = ImageFont.truetype(FONT, 12)
    wide, high = SLIDE
    rows = -(-len(drawn) // COLUMNS)
    size = COLUMNS * (wide + GAP) + GAP, rows * (high + LABEL + GAP) + GAP
    sheet = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(sheet)
    for number, (slide, (name, layout)) in enumerate(zip(drawn, layouts, strict=True)):
        x = GAP + number % COLUMNS * (wide + GAP)
        y = GAP + number // COLUMNS * (high + LABEL + GAP)
        sheet.paste(slide.resize(SLIDE, Image.Resampling.LANCZOS), (x, y))
        held = dict.fromkeys(box.holds for box in layout.boxes)
        draw.text((x, y + high + 3), f"{name}: {', '.join(held)}", INK, font)
    return sheet


def save(picture: Image.Image, name: str) -> None:
    """The picture, small."""
    picture.save(HERE / f"looks/{name}.webp", quality=QUALITY, method=6)


def main(wanted: list[str]) -> None:
    """Make the sheets anew."""
    looks = wanted or [*look_names()]
    designs(looks)
    for look in looks:
        slides(look)


if __name__ == "__main__":
    main(sys.argv[1:])
