"""`python -m tests.fuzz.guided svg`: bytes that Atheris finds by what they reach in the code of a reader.

It needs Atheris, which there is for Linux on x86-64, among the development requirements. Options after the
reader's name are those of libFuzzer (llvm.org/docs/LibFuzzer.html): `-max_total_time=60`, or a folder with a
corpus of your own.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["builder", "yaml", "tinycss2", "cssselect2", "fontTools.ttLib"]):
    from tests.fuzz.readers import READERS, originals, read


def main() -> None:
    """Feed a reader until something is raised that is no refusal, or libFuzzer's budget is spent."""
    name, *options = sys.argv[1:]
    if name not in READERS:
        sys.exit(f"there is no reader `{name}`: {', '.join(READERS)}")
    with TemporaryDirectory() as corpus:
        for number, path in enumerate(originals(name)):
            shutil.copy(path, Path(corpus) / f"{number}{path.suffix}")
        usual = [
            "-timeout=60",  # by the clock on the wall: of a machine that does much besides, too
            "-rss_limit_mb=1024",
            "-max_len=100000",
            "-print_final_stats=0",
            "-verbosity=0",
        ]
        atheris.Setup([sys.argv[0], *usual, *options, corpus], lambda data: read(name, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
