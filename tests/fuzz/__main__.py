"""`python -m tests.fuzz 10000`: so many campaigns tried; what is found is kept in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.fuzz.campaigns import MAKERS
from tests.fuzz.run import run


def main() -> None:
    """Try campaigns and print what became of them."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=main.__doc__)
    asked.add_argument("count", type=int, nargs="?", default=1000, help="how many campaigns")
    asked.add_argument(
        "--seed", type=int, default=0, help="where to begin: each seed stands for a hundred others"
    )
    asked.add_argument("--to", type=Path, default=Path("finds"), help="where finds are kept")
    asked.add_argument(
        "--only", action="append", default=[], choices=list(MAKERS), help="a sort of campaigns"
    )
    given = asked.parse_args()
    for line in run(given.count, given.seed, given.to, given.only):
        print(line, flush=True)  # noqa: T201  for who waits


if __name__ == "__main__":
    main()
