"""`watch`, which builds after each save, and `show`, which draws one card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest
from sample_brand import known_to
from test_command import WELSH, campaign, packbuild, tree_of

from builder.cli.folders import Folders
from builder.cli.outcome import tell
from builder.cli.terminal import Terminal
from builder.errors import Faults
from builder.pipeline.build import build
from builder.pipeline.request import Request
from builder.preview.watch import Outcome, watch


@pytest.fixture
def root(tmp_path: Path) -> Path:
    known_to(tmp_path / "output")
    return campaign(tmp_path)


def request(root: Path, *only: str) -> Request:
    folders = (root / "packs/2024.yaml", root / "brand", root / "output")
    return Request(spec=folders[0], brand=folders[1], output=folders[2], root=root, only=only, jobs=1)


@pytest.fixture
def outcomes(root: Path) -> Iterator[SimpleQueue[Outcome]]:
    """What comes of each save of the cards, one after the other."""
    said, end = SimpleQueue[Outcome](), Event()
    thread = Thread(target=watch, args=(request(root, "social"), said.put, end))
    thread.start()
    yield said
    end.set()
    thread.join()


def save(root: Path, old: str, new: str) -> None:
    spec = root / "packs/2024.yaml"
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new), "utf-8")


def test_each_save_is_built_into_its_folder_and_a_bad_one_leaves_it(
    root: Path, outcomes: SimpleQueue[Outcome]
) -> None:
    first = outcomes.get()
    assert isinstance(first, tuple)
    assert len(first[1]) == len(first[0].assets) == 2
    tree = root / "output/2024-watch"
    before = {path: path.stat() for path in tree.rglob("*.png")}
    save(root, "theme: {", "theme: {{")
    assert isinstance(outcomes.get(), Faults)
    assert {path: path.stat() for path in before} == before
    save(root, "theme: {{title: Listen", "theme: {title: Hear")
    again = outcomes.get()
    assert isinstance(again, tuple)
    assert again[0].tree == tree
    build(request(root, "social"), lambda _: None, lambda _: None)
    assert tree_of(tree) == tree_of(root / "output/2024-part")


def test_files_that_are_equal_are_neither_drawn_nor_written(
    root: Path, outcomes: SimpleQueue[Outcome]
) -> None:
    outcomes.get()
    before = {path: path.stat().st_mtime_ns for path in (root / "output/2024-watch").rglob("*.png")}
    save(root, "place: Hall", "place: House")
    again = outcomes.get()
    assert isinstance(again, tuple)
    assert again[1] == ()
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_what_came_of_a_save_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = list[Outcome]()
    end = Event()
    end.set()
    watch(request(root, "social"), said.append, end)
    tell(Terminal(), Folders(root), said[0])
    out = capsys.readouterr().out
    assert "Drew social/link/qw-2024_message-stop_link_1200x630_en.png" in out
    assert out.endswith("2024-watch is up to date: 2 files drawn anew.\n")


def test_a_card_is_drawn_to_a_file_in_any_size(root: Path) -> None:
    done = packbuild(root, "show", "message", "--size", "story")
    assert (done.returncode, done.stdout) == (
        0,
        "Drew output/show/qw-2024_message-stop_story_1080x1920_en.png\n",
    )
    named = packbuild(root, "show", "message/stop", "--size", "link", "-o", "a/card.png", "--year", "2024")
    assert (named.returncode, named.stdout) == (0, "Drew a/card.png\n")
    built = build(request(root, "social"), lambda _: None, lambda _: None)
    assert (root / "a/card.png").read_bytes() in {asset.file.data for asset in built.assets}


def test_a_card_is_drawn_in_the_languages_that_are_asked_for(root: Path) -> None:
    (root / "packs/2024.cy.yaml").write_text(WELSH, "utf-8")
    save(root, "languages: [en-GB]", "languages: [en-GB, cy]")
    done = packbuild(root, "show", "message", "--size", "link", "--language", "cy")
    assert done.stdout == "Drew output/show/qw-2024_message-stop_link_1200x630_cy.png\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mesage"], "the pack has no card `mesage`: did you mean `message`?"),
        (["message-stpo"], "the pack has no card `message-stpo`: did you mean `message-stop`?"),
        (["message", "--size", "stroy"], "there is no size `stroy`. Did you mean `story`?"),
        (["message", "--language", "cy"], "the pack has no language `cy`; it has en-GB"),
        (["message", "--year", "2023"], "there is no packs/2023.yaml. Did you mean `2024`?"),
        (["message", "--size", "feed", "-o", "a.png"], "files to draw; -o names one"),
    ],
)
def test_what_is_misspelt_is_told(root: Path, arguments: list[str], said: str) -> None:
    done = packbuild(root, "show", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_a_card_that_cannot_be_drawn_is_told_at_its_line(root: Path) -> None:
    save(root, "Stop and listen", "Stop \N{MAHJONG TILE EAST WIND} and listen")
    done = packbuild(root, "show", "message")
    assert done.returncode == 1
    assert "packs/2024.yaml:12:" in done.stderr
    assert not (root / "output/show").exists()
