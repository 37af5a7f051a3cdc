"""The brand kept in the cache: what a run has read is not read again, and nothing else is taken for it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sample_fonts
from test_layouts import Forged

from builder.brand import fonts, read
from builder.brand.identity import Art, Brand
from builder.errors import Faults, Place, Problem
from builder.geometry.box import Box
from builder.output import brands
from builder.output.brands import font_key, keep_brand, known_brand
from builder.output.cache import Cache
from builder.output.records import dumped, loaded
from builder.text.scripts import SCRIPT_NAMES

HERE = Path(__file__).parent
BRANDS = HERE / "brands"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BRANDS / "navy", tmp_path / "brand"))


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[Brand | Faults, bool]]:
    """What a new process is told of a folder's brand, and whether it had to read it."""
    real, times = read.read_brand, list[Path]()

    def counted(folder: Path, *others: Any) -> Brand:
        times.append(folder)
        return real(folder, *others)

    def ask(folder: Path) -> tuple[Brand | Faults, bool]:
        brands._known.cache_clear()
        read._brand.cache_clear()
        times.clear()
        cache = Cache(tmp_path / "cache")
        try:
            brand = known_brand(folder, "brand", SCRIPT_NAMES, cache)
            keep_brand(brand, folder, "brand", SCRIPT_NAMES, cache)
            return brand, bool(times)
        except Faults as faults:
            return faults, bool(times)

    monkeypatch.setattr(read, "read_brand", counted)
    return ask


def says(brand: Brand | Faults) -> str:
    """All of a brand, with what its `repr` leaves out."""
    if isinstance(brand, Faults):
        return repr(brand.problems)
    logos = (lockup.art for logo in brand.logos.values() for lockup in logo.lockups)
    drawings = [(art.view, art.shapes, art.title) for art in (*brand.art.values(), *logos)]
    return repr((brand, drawings, [font.path for font in brand.fonts]))


def test_a_brand_is_read_by_one_run_for_all(folder: Path, asked: Any) -> None:
    (first, read_first), (second, read_second) = asked(folder), asked(folder)
    assert (read_first, read_second) == (True, False)
    assert says(first) == says(second)


def test_so_is_one_that_takes_fonts_and_look_from_what_comes_along(tmp_path: Path, asked: Any) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "_brand.yml").write_text("", encoding="utf-8")
    (first, read_first), (second, read_second) = asked(folder), asked(folder)
    assert (read_first, read_second) == (True, False)
    assert says(first) == says(second)
    assert len(first.fonts) > 10
    assert known_brand(folder, "brand", SCRIPT_NAMES, Cache(folder.parent / "cache")) is second


def test_a_brand_that_moved_has_its_fonts_where_it_is_now(folder: Path, asked: Any) -> None:
    asked(folder)
    moved = folder.rename(folder.with_name("moved"))
    brand, again = asked(moved)
    assert not again
    assert {font.path.parent for font in brand.fonts} == {moved / "fonts"}


@pytest.fixture
def bought(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The brand with a font that must be made; a list that grows with each that is."""
    (folder / "fonts/bought.otf").write_bytes(sample_fonts.otf())
    change(folder, "  fonts:\n", "  fonts:\n    - {family: Rings, files: [fonts/bought.otf]}\n")
    times, real = list[str](), fonts.static
    monkeypatch.setattr(fonts, "static", lambda *given: times.append("made") or real(*given))
    return times


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "_brand.yml").read_text("utf-8")
    assert old in text
    (folder / "_brand.yml").write_text(text.replace(old, new, 1), "utf-8")


def test_what_was_made_of_a_font_is_kept_with_the_brand(folder: Path, asked: Any, bought: list[str]) -> None:
    (first, _), (second, again) = asked(folder), asked(folder)
    assert not again
    assert bought == ["made"]
    assert (says(first), first.fonts[0].data) == (says(second), second.fonts[0].data)


def test_a_brand_that_changed_has_its_fonts_as_they_were_made(
    folder: Path, asked: Any, bought: list[str]
) -> None:
    first, _ = asked(folder)
    change(folder, "margin: 0.07", "margin: 0.06")
    second, again = asked(folder)
    assert again
    assert bought == ["made"]
    assert first.fonts[0].data == second.fonts[0].data


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda entry: entry.write_bytes(entry.read_bytes()[:-1] + b"?")]
)
def test_a_font_that_is_lost_is_made_again(folder: Path, asked: Any, bought: list[str], spoil: Any) -> None:
    first, _ = asked(folder)
    before = first.fonts[0].data
    cache = Cache(folder.parent / "cache")
    key = font_key(first.fonts[0].made.key)
    spoil(cache.folder / key[:2] / key[2:])
    second, again = asked(folder)
    assert again
    assert bought == ["made", "made"]
    assert second.fonts[0].data == before


def test_a_font_is_known_by_the_bytes_that_are_there(folder: Path, asked: Any, bought: list[str]) -> None:
    first, _ = asked(folder)
    Cache(folder.parent / "cache").put(font_key(first.fonts[0].made.key), sample_fonts.ttf(), [])
    font = asked(folder)[0].fonts[0]
    assert sha256(font.data).hexdigest() == font.digest


@pytest.mark.parametrize("name", ["_brand.yml", "designs/message.yaml", "art/waves.svg"])
def test_a_brand_that_changed_is_read_again(folder: Path, asked: Any, name: str) -> None:
    asked(folder)
    file = folder / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert asked(folder)[1]


def test_a_link_that_leads_to_another_folder_of_the_brand_is_a_change(folder: Path, asked: Any) -> None:
    (folder / "art").rename(folder / "spring")
    shutil.copytree(folder / "spring", folder / "autumn")
    (folder / "autumn/waves.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    drawn = []
    for season in ("spring", "autumn"):
        (folder / "art").unlink(missing_ok=True)
        (folder / "art").symlink_to(season)
        drawn.append(asked(folder)[0].art["art/waves.svg"].view)
    assert drawn[0] != drawn[1]


def test_a_brand_is_known_by_its_name_the_scripts_and_the_program_too(
    folder: Path, asked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(folder)
    cache, reads = Cache(folder.parent / "cache"), list[tuple[Any, ...]]()
    monkeypatch.setattr(read, "read_brand", lambda *given: reads.append(given))
    for given in (("brand", SCRIPT_NAMES), ("ours", SCRIPT_NAMES), ("brand", {"Latn": "Latin"})):
        known_brand(folder, *given, cache)
    monkeypatch.setattr(brands, "program", lambda: "another program")
    brands._known.cache_clear()
    known_brand(folder, "brand", SCRIPT_NAMES, cache)
    assert [given[1:3] for given in reads] == [
        ("ours", SCRIPT_NAMES),
        ("brand", {"Latn": "Latin"}),
        ("brand", SCRIPT_NAMES),
    ]


def test_faults_alone_leave_no_trace(folder: Path, asked: Any) -> None:
    (folder / "logos/wide.svg").unlink()
    assert (asked(folder)[1], asked(folder)[1]) == (True, True)
    assert not (folder.parent / "cache").exists()


def test_faults_are_kept_where_anything_is(folder: Path, asked: Any) -> None:
    asked(folder)
    (folder / "logos/wide.svg").unlink()
    (first, read_first), (second, read_second) = asked(folder), asked(folder)
    assert isinstance(first, Faults)
    assert (says(first), read_first, read_second) == (says(second), True, False)


def test_warnings_are_kept_with_the_brand(folder: Path, asked: Any) -> None:
    file = folder / "_brand.yml"
    file.write_text(file.read_text("utf-8") + "\nstranger: 1\n", "utf-8")
    (first, _), (second, again) = asked(folder), asked(folder)
    assert not again
    assert [problem.severity for problem in second.problems] == ["warning"]
    assert first.problems == second.problems


ART = Art("art/waves.svg", "d", Box(0, 0, 1, 1), ())


@pytest.mark.parametrize(
    "data",
    [
        dumped(Forged(Path.touch, (Path("trace"),)), {}),
        dumped(Forged(io.FileIO, ("trace", "w")), {}),
        dumped(ART, {}),  # a record, but no brand
        dumped((Problem("wrong", Place("brand", 1, 1)), ART), {}),
        dumped((), {}),
        b"no pickle at all",
        b"",
    ],
)
def test_a_forged_brand_is_read_anew(folder: Path, asked: Any, data: bytes, monkeypatch: Any) -> None:
    monkeypatch.chdir(folder.parent)
    first, _ = asked(folder)
    (entry,) = Cache(folder.parent / "cache").folder.glob("*/*")
    Cache(folder.parent / "cache").put(entry.parent.name + entry.name, data, [])
    brand, again = asked(folder)
    assert again
    assert says(brand) == says(first)
    assert not Path("trace").exists()


@pytest.mark.parametrize("name", ["builder.brand.read read_brand", "builder.brand.read Path"])
def test_a_room_gives_neither_its_functions_nor_what_it_took_from_elsewhere(name: str) -> None:
    called = f"c{name.replace(' ', chr(10))}\n(S'trace'\ntR.".encode()
    with pytest.raises(LookupError, match=r"is no record$"):
        loaded(called, ("builder.brand.",), {})


def test_a_damaged_brand_is_read_anew(folder: Path, asked: Any) -> None:
    first, _ = asked(folder)
    (entry,) = Cache(folder.parent / "cache").folder.glob("*/*")
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    brand, again = asked(folder)
    assert again
    assert says(brand) == says(first)


def test_images_within_drawings_are_kept_with_the_brand(
    folder: Path, asked: Callable[[Path], tuple[Brand | Faults, bool]]
) -> None:
    art = HERE / "svg/image.svg"
    shutil.copy(art, folder / "art/image.svg")
    first, read_first = asked(folder)
    again, read_again = asked(folder)
    assert (read_first, read_again) == (True, False)
    assert isinstance(first, Brand)
    assert isinstance(again, Brand)
    (image,) = again.art["art/image.svg"].images
    assert (image.data, image.digest) == (first.art["art/image.svg"].images[0].data, image.digest)
