"""The picture of the five looks: a column each, the same four cards in the sample's brand.

    .venv/bin/python docs/pictures/looks.py
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
LOOKS = ("embrace", "broadsheet", "photo", "paper", "grid")
CARDS = ("announcement", "message", "statistic", "quote")
OWN = {"photo": "photo", "art": "paper"}  # what one look alone is given
WIDE, HIGH, GAP, GROUND = 268, 335, 16, (236, 231, 226)


def drawn(look: str, root: Path) -> list[Image.Image]:
    """The four cards in a look."""
    shutil.copytree(HERE / "looks/packs", root / "packs")
    shutil.copytree(HERE.parent.parent / "brand", root / "brand")
    spec = root / "packs/2022.yaml"
    lines = spec.read_text("utf-8").replace("look: embrace", f"look: {look}").splitlines()
    kept = [line for line in lines if look == OWN.get(line.split(":")[0].strip(), look)]
    spec.write_text("\n".join(kept), "utf-8")
    subprocess.run(["packbuild", "2022", "--only", "social"], cwd=root, check=True)
    found = [next((root / "output").rglob(f"social/*/*_{card}*_instagram-portrait_*")) for card in CARDS]
    return [Image.open(file).convert("RGB").resize((WIDE, HIGH), Image.Resampling.LANCZOS) for file in found]


def main() -> None:
    """Make the picture anew."""
    size = len(LOOKS) * (WIDE + GAP) + GAP, len(CARDS) * (HIGH + GAP) + GAP
    sheet = Image.new("RGB", size, GROUND)
    for column, look in enumerate(LOOKS):
        with tempfile.TemporaryDirectory() as root:
            for row, card in enumerate(drawn(look, Path(root))):
                sheet.paste(card, (GAP + column * (WIDE + GAP), GAP + row * (HIGH + GAP)))
    sheet.save(HERE / "looks.jpg", quality=60, optimize=True)


if __name__ == "__main__":
    main()
