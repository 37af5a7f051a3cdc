"""A pack that is built after a change is, member by member, the one that is built from nothing."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from PIL import Image

from builder.pipeline.build import build
from builder.pipeline.request import Request
from builder.record import replace

ROOT = Path(__file__).parents[1]
SPEC = """\
campaign:
  name: Quiet Week
  short_name: Quiet
  organiser: Trust
  website: https://example.org/quiet
  contact: us@example.org
  about: A week to listen.
theme: {title: Listen, strapline: Then speak, hashtag: "#QuietWeek", why: Because it **helps**.}
dates: {start: 2024-02-05, end: 2024-02-11}
languages: [en-GB, cy]
messages:
  - {id: ears, headline: Two ears and one mouth, text: Use them in that order.}
  - {id: tea, headline: Sit down with a cup of tea}
statistics:
  - {id: many, value: 1 in 3, label: of us have nobody to talk to, source: A survey of 2023}
posts:
  - {id: start, when: 2024-02-05, card: message/ears, text: {default: "Listen. #QuietWeek"}}
events:
  - {title: Tea, start: 2024-02-06T15:00, end: 2024-02-06T16:00, timezone: Europe/London, place: Hall}
photos:
  - {id: cup, file: cup.jpg, alt: A cup of tea}
cards:
  - {design: message, for: messages, sizes: [instagram-square]}
  - {design: message-photo, for: messages, only: [tea], photo: cup, sizes: [link, story]}
  - {design: statistic, for: statistics, sizes: [link]}
"""
WELSH = """\
theme: {title: Gwrandewch, strapline: Yna siaradwch}
messages:
  - {id: ears, headline: Dwy glust ac un geg, text: Yn y drefn honno.}
"""


def photograph(path: Path, seed: int) -> None:
    Image.linear_gradient("L").resize((1200, 1200)).rotate(seed).convert("RGB").save(path, quality=70)


def words(root: Path, *changes: tuple[str, str]) -> None:
    for name in ("2024.yaml", "2024.cy.yaml"):
        spec = root / "packs" / name
        text = spec.read_text("utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        spec.write_text(text, "utf-8")


def a_headline(root: Path) -> None:
    words(root, ("Two ears", "Three ears"))


def words_of_each_kind(root: Path) -> None:
    words(
        *(root, ("Listen. ", "Do listen. "), ("title: Tea", "title: Coffee"), ("1 in 3", "2 in 5")),
        *(("cup of tea", "mug of tea"), ("**helps**", "*helps* all"), ("Dwy glust", "Tair clust")),
    )


def the_theme_and_a_message_more(root: Path) -> None:
    more = "messages:\n  - {id: door, headline: Leave your door open}\n"
    words(root, ("title: Listen", "title: Hear"), ("siaradwch", "atebwch"))
    spec = root / "packs/2024.yaml"
    spec.write_text(spec.read_text("utf-8").replace("messages:\n", more, 1), "utf-8")


def the_photograph_and_a_colour(root: Path) -> None:
    photograph(root / "packs/cup.jpg", 90)
    file = root / "brand/_brand.yml"
    written = file.read_text("utf-8")
    for old, new in (("#35214F", "#3A2455"), ("#E8604C", "#E45A46"), ("#FFC59B", "#FFC9A1")):
        assert old in written
        written = written.replace(old, new)
    file.write_text(written, "utf-8")


def asked(root: Path, output: str = "output") -> Request:
    spec = root / "packs/2024.yaml"
    return Request(spec=spec, brand=root / "brand", output=root / output, root=root, jobs=1)


def members(request: Request) -> dict[str, bytes]:
    """The files of the zip that is built, in their order."""
    built = build(request, lambda _: None, lambda _: None)
    assert built.archive
    with ZipFile(built.archive) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign that was built whole."""
    root = tmp_path_factory.mktemp("before") / "campaign"
    copytree(ROOT / "brand", root / "brand")
    (root / "packs").mkdir()
    (root / "packs/2024.yaml").write_text(SPEC, "utf-8")
    (root / "packs/2024.cy.yaml").write_text(WELSH, "utf-8")
    photograph(root / "packs/cup.jpg", 0)
    members(replace(asked(root), jobs=0))
    return root


@pytest.mark.parametrize(
    "change", [a_headline, words_of_each_kind, the_theme_and_a_message_more, the_photograph_and_a_colour]
)
def test_a_pack_after_a_change_is_the_one_from_nothing(
    before: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    root = copytree(before, tmp_path / "campaign")
    change(root)
    after, new = members(asked(root)), members(replace(asked(root, "new"), jobs=0))
    assert [*after] == [*new]
    assert [name for name, data in after.items() if data != new[name]] == []
    old = members(asked(before))
    assert [name for name, data in after.items() if data != old.get(name)]
