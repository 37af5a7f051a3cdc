"""The cards by Typst: python -m benchmarks.peers.typst_cards FOLDER."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import typst

from benchmarks.contest import timed


def main() -> None:
    """One compiler for all cards, as for a batch; a pixel is a point."""
    folder = Path(sys.argv[1])
    cards = json.loads((folder / "cards.json").read_text("utf-8"))
    shutil.copy(Path(__file__).with_name("cards.typ"), folder)
    fonts = sorted({str(Path(text["font"]).parent) for card in cards for text in card["texts"]})
    compiler = typst.Compiler(str(folder / "cards.typ"), font_paths=fonts, ignore_system_fonts=True)

    def draw(card: dict[str, Any]) -> bytes:
        made = compiler.compile(format="png", ppi=72, sys_inputs={"card": json.dumps(card)})
        assert isinstance(made, bytes)
        return made

    timed(cards, draw, folder / "typst.png", warm=1)


if __name__ == "__main__":
    main()
