"""How the time of a build grows with what is in a pack: generated specs, and a curve through them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import yaml

from benchmarks.commands import Campaign, campaign
from benchmarks.measure import ROOT
from benchmarks.results import Bar, Found, Group, Row
from benchmarks.subject import YEAR
from builder.record import Record

Spec = dict[str, Any]
Change = Callable[[Spec, int, Path], None]  # of the spec; perhaps writes files beside it

_LANGUAGES = ("cy", "de", "en-AU", "en-CA", "en-IE", "en-NZ", "en-US")  # beside British English
_MOST_CURVE = 15.0  # % of the last point that may come of the square


class Growth(Record):
    """What there is more and more of, and the files that hold it."""

    name: str
    counts: tuple[int, ...]
    kinds: tuple[str, ...]
    write: Change


def growth(folder: Path, rounds: int) -> Found:
    """Cold builds of one job at each count."""
    found = [_grown(one, folder / one.name, rounds) for one in GROWTHS]
    groups = tuple(group for group, _ in found)
    return Found(groups, tuple(bar for _, bars in found for bar in bars))


def squared_share(counts: Sequence[int], times: Sequence[float]) -> float:
    """How much of the last time, in %, is of the square in the parabola that fits best: 0 if linear."""
    square, _, _ = np.polyfit(np.array(counts, float), np.array(times, float), 2)
    return float(100 * square * counts[-1] ** 2 / times[-1])


def _grown(grows: Growth, folder: Path, rounds: int) -> tuple[Group, tuple[Bar, ...]]:
    work = campaign(folder)
    options = [option for kind in grows.kinds for option in ("--only", kind)]
    rows = list[Row]()
    for count in grows.counts:
        write(work, grows.write, count)
        times = []
        for _ in range(rounds):
            work.clear()
            times.append(work.packbuild(YEAR, "--jobs", "1", *options).cpu)
        rows.append(Row(str(count), median(times), _heaviest(work)))
    share = squared_share(grows.counts, [row.value for row in rows])
    about = (
        f"A cold build of one job, {' and '.join(grows.kinds)} alone. In the parabola that fits best, "
        f"{share:.0f} % of the last time is of the square: of what is not linear."
    )
    bars = [Bar(f"growth in {grows.name}: of the square", share, _MOST_CURVE, "%")]
    if grows.name == "events" and (word := _size(work, "docx")):
        bars.append(Bar(f"Word guide with {grows.counts[-1]} {grows.name}", word / 1e6, 5, "MB"))
    return Group(f"Growth: {grows.name}", "s", tuple(rows), about), tuple(bars)


def write(work: Campaign, grow: Change, count: int) -> None:
    """The year's spec in its first language, with so many of what grows."""
    spec = yaml.safe_load((ROOT / "packs" / f"{YEAR}.yaml").read_text("utf-8"))
    spec["languages"] = spec["languages"][:1]
    grow(spec, count, work.spec.parent)
    work.spec.write_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False), "utf-8")


def _heaviest(work: Campaign) -> str:
    return ", ".join(
        f"{ending.upper()} {size / 1e6:.1f} MB" for ending in ("pdf", "docx") if (size := _size(work, ending))
    )


def _size(work: Campaign, ending: str) -> int:
    """The bytes of the heaviest file of that ending."""
    return max((file.stat().st_size for file in (work.root / "output").rglob(f"*.{ending}")), default=0)


def _messages(spec: Spec, count: int, _: Path) -> None:
    """So many messages, each with a card in four sizes; the first six have the names that the spec uses."""
    given = spec["messages"]
    named = {message["id"] for message in given[:count]}
    spec["messages"] = list(_repeated(given, count, "headline"))
    spec["cards"] = [use for use in spec["cards"] if use.get("for") == "messages" and "only" not in use]
    spec["posts"] = [post for post in spec["posts"] if not _needs(post, named)]


def _needs(post: Spec, named: set[str]) -> bool:
    """Whether a post shows a card that is not there."""
    return "card" in post and post["card"].removeprefix("message/") not in named


def _events(spec: Spec, count: int, _: Path) -> None:
    spec["events"] = list(_repeated(spec["events"], count, "title"))


def languages(spec: Spec, count: int, packs: Path) -> None:
    """So many languages; the words of all but the first are those of the Welsh translation."""
    others = _LANGUAGES[: count - 1]
    spec["languages"] = [*spec["languages"], *others]
    for language in others[1:]:
        shutil.copy(packs / f"{YEAR}.cy.yaml", packs / f"{YEAR}.{language}.yaml")


def _repeated(items: Sequence[Spec], count: int, words: str) -> Iterator[Spec]:
    """So many items: the given ones over and over, each time with names and words of their own."""
    for number in range(count):
        again, place = divmod(number, len(items))
        item = items[place]
        yield {**item, "id": f"{item['id']}-{again}", words: f"{item[words]} {again}"} if again else item


GROWTHS = (
    Growth("messages", (1, 10, 20, 40), ("social", "guide"), _messages),
    Growth("languages", (1, 2, 4, 8), ("guide", "copy", "slides"), languages),
    Growth("events", (10, 100, 200, 400), ("guide", "calendar"), _events),
)
