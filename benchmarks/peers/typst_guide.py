"""The guide's words by Typst, as PDF/UA-1: python -m benchmarks.peers.typst_guide FOLDER."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import typst

from benchmarks.contest import timed


def main() -> None:
    """A compiler and its document."""
    folder = Path(sys.argv[1])
    told = json.loads((folder / "guide.json").read_text("utf-8"))
    fonts = sorted({str(Path(font["path"]).parent) for font in told["fonts"]})
    shutil.copy(Path(__file__).with_name("guide.typ"), folder)

    def compiled(source: str) -> bytes:
        compiler = typst.Compiler(source, font_paths=fonts, ignore_system_fonts=True)
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made

    timed([str(folder / "guide.typ")], compiled, folder / "typst.pdf")


if __name__ == "__main__":
    main()
