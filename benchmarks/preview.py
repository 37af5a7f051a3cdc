"""How long it takes from a save to the picture, in the preview of the 2022 pack.

    .venv/bin/python benchmarks/preview.py [saves]

A copy of the pack is previewed. Each save changes one word; the clock runs from the end of the write to
the last byte of the new picture, as a browser would have it: the news, then the request. Milliseconds
by the wall clock, so a machine that does other work is slower.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
SAVES = 100
SHARES = (50, 75, 90, 95, 99, 100)
RUN = "from builder.cli import main; main()"
HEADLINE = re.compile(r"(?m)^(  - id: relationships\n    headline: ).*$")
GUIDE = re.compile(r"(?m)^(  about: (?:[>|]-?\n\s+)?\w+)")


def news(address: str) -> Iterator[dict[str, str]]:
    """What the preview tells, as it comes."""
    with urlopen(f"{address}events") as stream:
        yield from (json.loads(line[6:]) for line in stream if line.startswith(b"data: "))


def figure(address: str, pattern: str) -> str:
    """The id of the first figure whose markup matches; waits until there is one."""
    for _ in range(600):
        with urlopen(f"{address}wall") as wall:
            if found := re.search(rf'<figure id="([^"]+)"[^>]*{pattern}', wall.read().decode()):
                return found[1]
        time.sleep(0.1)
    raise SystemExit(f"no figure matches {pattern}")


def settled(address: str) -> None:
    """Wait until all that is not in view is checked too, as it is soon after the start."""
    while b'data-checked="yes"' not in urlopen(f"{address}wall").read():
        time.sleep(0.5)


def shown(address: str, wanted: str) -> None:
    """Ask for a figure's picture, as one that is in view."""
    with urlopen(f"{address}wall") as wall:
        found = re.search(rf'<figure id="{wanted}"[^>]*?data-address="([^"]+)"', wall.read().decode())
    assert found
    urlopen(f"{address}picture/{found[1]}").read()


def measured(address: str, wanted: str, save: Callable[[int], None], saves: int) -> list[float]:
    """Milliseconds from each save to the picture."""
    told, times = news(address), list[float]()
    next(told)  # it listens
    shown(address, wanted)
    shown(address, wanted)
    for number in range(saves):
        save(number)
        start = time.perf_counter()
        where = next(said[wanted] for said in told if wanted in said)
        urlopen(f"{address}picture/{where}").read()
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(1.0)  # nobody saves faster, and the check of all that is not in view has begun
    return times


def main() -> None:
    """Print the table."""
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else SAVES
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in ("packs", "brand"):
            shutil.copytree(ROOT / name, Path(folder, name))
        spec = Path(folder, "packs/2022.yaml")
        text = spec.read_text("utf-8")
        command = [sys.executable, "-c", RUN, "preview", "2022", "--root", folder]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as preview:
            assert preview.stdout
            address = preview.stdout.readline().split()[-1]
            settled(address)

            def headline(number: int) -> None:
                spec.write_text(HEADLINE.sub(rf"\g<1>A headline, number {number}", text), "utf-8")

            def about(number: int) -> None:
                spec.write_text(GUIDE.sub(rf"\g<1> {number}", text), "utf-8")

            rows = (
                ("a card", 'data-design="message" data-size="story" data-language="en-GB"', headline),
                (
                    "a page of the guide",
                    'data-kind="guide"[^>]*data-size="page 3" data-language="en-GB"',
                    about,
                ),
            )
            print(f"{saves} saves, ms from a save to the picture; percentiles")
            print(f"{'':22}" + "".join(f"{share:>8}" for share in SHARES))
            for name, pattern, save in rows:
                times = sorted(measured(address, figure(address, pattern), save, saves))
                shares = (times[min(len(times) * share // 100, len(times) - 1)] for share in SHARES)
                print(f"{name:22}" + "".join(f"{value:8.0f}" for value in shares), flush=True)
            preview.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
