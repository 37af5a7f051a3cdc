"""What tags cost: the guide of 2022 drawn with them and without, side by side in one run.

    .venv/bin/python benchmarks/tagging.py

Times are medians of CPU milliseconds, the two kinds drawn in turn; only their ratio means anything,
as machines differ. Without tags nothing is marked, no tree is written and nothing is claimed; the pages
are the same.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from builder.content.pages import Pages
from builder.layout.flow.paginate import paginate
from builder.output.layouts import finished
from builder.pipeline.build import Request, check
from builder.render.pdf.document import render_pages
from builder.render.pdf.tags.canvas import TaggedCanvas

ROOT = Path(__file__).parent.parent
RUNS = 9
CANVAS = "builder.render.pdf.tags.canvas"


@contextmanager
def nothing(*_: Any, **__: Any) -> Iterator[None]:
    """Stands for the marks."""
    yield


@contextmanager
def untagged() -> Iterator[None]:
    """Within it PDFs are drawn without tags."""
    with (
        patch.multiple(TaggedCanvas, tagged=nothing, figure=nothing, artifact=nothing),
        patch.multiple(TaggedCanvas, mark_text=lambda _: None),
        patch(f"{CANVAS}.write_tree", lambda *_: None),
        patch(f"{CANVAS}._unmarked", lambda _: iter(())),
        patch("builder.render.pdf.finish.claim", lambda *_: None),
    ):
        yield


def drawn(pages: Pages) -> tuple[float, int]:
    """CPU ms of drawing it, and its bytes."""
    start = time.process_time()
    size = len(render_pages(pages))
    return (time.process_time() - start) * 1000, size


def main() -> None:
    """Print the two, and their ratios."""
    with TemporaryDirectory() as output:
        asked = Request(
            spec=ROOT / "packs/2022.yaml",
            brand=ROOT / "brand",
            output=Path(output),
            root=ROOT,
            only=("guide",),
        )
        content, _ = finished(check(asked).plans[0].content, asked.cache)
        pages = paginate(content)
    drawn(pages)  # fonts are opened once
    with_tags, without = [], []
    for _ in range(RUNS):
        with_tags.append(drawn(pages))
        with untagged():
            without.append(drawn(pages))
    rows = [("with tags", with_tags), ("without", without)]
    times = [statistics.median(time for time, _ in runs) for _, runs in rows]
    sizes = [runs[0][1] for _, runs in rows]
    for (name, _), ms, size in zip(rows, times, sizes, strict=True):
        print(f"{name:12}{ms:8.0f} ms{size / 1000:8.0f} KB")
    print(f"{'ratio':12}{times[0] / times[1]:8.2f}   {sizes[0] / sizes[1]:8.2f}")


if __name__ == "__main__":
    main()
