"""Parts of files that are kept: one changed picture is the one that is drawn again."""

import pickle
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path as File

import pytest
from docx.oxml.xmlchemy import BaseOxmlElement
from PIL import Image
from sample_brand import sample_brand
from sample_page import page
from sample_story import story

from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Text
from builder.content.page import WebPage
from builder.content.recipe import Later
from builder.content.story import Figure, Heading, Story, words
from builder.geometry.box import Box
from builder.kinds.start.look import faces
from builder.media import Font
from builder.output.cache import Cache
from builder.output.make import make, order
from builder.output.parts import KeptParts
from builder.output.workers import Workers
from builder.pack.formats import DOCX, PAGE, STORY_PDF, Format
from builder.pack.plan import Plan
from builder.record import replace
from builder.render import parts
from builder.render.docx import artwork
from builder.render.html import webfont
from builder.render.pdf import canvas, curves

OPTIONS = (("date", "2022-06-13"),)
INK = Color(53, 33, 79)


def square(red: int) -> Frame:
    return Frame(60, 60, "px", (Fill(Box(0, 0, 60, 60), Color(red, 33, 79)),), "en-GB")


def art(red: int, waves: int) -> Frame:
    """A ground with a curve of many steps on it."""
    steps = (("M", 0.0, 0.0), *(("L", x / 4, x * waves % 60 + 0.123) for x in range(240)), ("Z",))
    ground = Fill(Box(0, 0, 60, 60), Color(red, 33, 79))
    return Frame(60, 60, "px", (ground, Path(steps, INK), Path(steps[:9], INK)), "en-GB")


def album(*reds: int, title: str = "Squares") -> Story:
    return story(Heading(1, words(title)), *(Figure(square(red), f"A square in {red}") for red in reds))


def made(content: Story | WebPage, format_: Format, cache: Cache) -> bytes:
    options = () if format_ is PAGE else OPTIONS
    plan = Plan(
        kind="test", path=f"a.{format_.ending}", title="A", format=format_, content=content,
        language="en-GB", options=options,
    )  # fmt: skip
    ((asset,), _) = make(order([plan], cache), Workers(1))
    return asset.file.data


@pytest.fixture
def cache(tmp_path: File) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn since the list was last cleared."""
    found = list[str]()

    def counted(module: object, name: str) -> None:
        plainly: Callable[..., bytes] = getattr(module, name)

        def count(*what: object) -> bytes:
            found.append(name)
            return plainly(*what)

        count.__module__, count.__qualname__ = plainly.__module__, plainly.__qualname__
        monkeypatch.setattr(module, name, count)

    counted(artwork, "_picture")
    counted(webfont, "_cut")
    counted(curves, "_art")
    return found


def test_a_word_file_draws_the_pictures_that_changed(cache: Cache, drawn: list[str]) -> None:
    first = made(album(1, 2, 3), DOCX, cache)
    assert len(drawn) == 3
    drawn.clear()
    second = made(album(1, 9, 3), DOCX, cache)
    assert len(drawn) == 1
    drawn.clear()
    assert made(album(1, 9, 3, title="Other words"), DOCX, cache) not in (first, second)
    assert drawn == []


def test_the_bytes_are_the_same_with_parts_and_without(cache: Cache, tmp_path: File) -> None:
    made(album(1, 2, 3), DOCX, cache)
    with_parts = made(album(3, 2, 4), DOCX, cache)
    assert with_parts == made(album(3, 2, 4), DOCX, Cache(tmp_path / "another"))
    assert with_parts == DOCX.render(album(3, 2, 4), **dict(OPTIONS))


def test_a_picture_is_kept_at_each_size_that_it_is_shown_at(cache: Cache) -> None:
    figures = (Figure(square(1), "Wide", width=0.5), Figure(square(1), "Narrow", width=0.25))
    file = zipfile.ZipFile(BytesIO(made(story(*figures), DOCX, cache)))
    media = [name for name in file.namelist() if name.startswith("word/media/")]
    wide, narrow = (Image.open(BytesIO(file.read(name))).width for name in sorted(media))
    assert wide == pytest.approx(2 * narrow, abs=1)


def test_a_pdf_traces_the_art_that_changed_whatever_stands_on_it(
    cache: Cache, drawn: list[str], tmp_path: File
) -> None:
    pages = [story(*(Figure(art(red, waves), "Waves") for red, waves in shown)) for shown in
             ([(1, 3), (1, 5)], [(1, 3), (2, 5)], [(2, 3), (2, 7)])]  # fmt: skip
    for content, traced in zip(pages, (2, 0, 1), strict=True):
        drawn.clear()
        file = made(content, STORY_PDF, cache)
        assert drawn == ["_art"] * traced
        assert file == made(content, STORY_PDF, Cache(tmp_path / "another"))
        assert file == STORY_PDF.render(content, **dict(OPTIONS))


def test_a_pdf_packs_the_pictures_that_changed(
    cache: Cache, tmp_path: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = list[str]()

    def count(content: str) -> bytes:
        packed.append(content)
        return plainly(content)

    plainly = canvas._packed
    count.__module__, count.__qualname__ = plainly.__module__, plainly.__qualname__
    monkeypatch.setattr(canvas, "_packed", count)
    # As large as they are shown, so that their curves are finely written: more than is packed each time.
    _, filled, _ = art(1, 7).items
    assert isinstance(filled, Path)
    line = Path(filled.commands, stroke=INK, stroke_width=0.1)  # a filled one is stored once
    waves = [replace(art(red, 7), items=(art(red, 7).items[0], line, line, line)) for red in (1, 2, 3)]
    for shown, anew in ((waves[:2], 2), (waves[1:], 1), (waves[:2], 0)):
        packed.clear()
        content = story(*(Figure(frame, "Waves") for frame in shown))
        file = made(content, STORY_PDF, cache)
        assert len(packed) == anew
        assert file == made(content, STORY_PDF, Cache(tmp_path / "another"))
        assert file == STORY_PDF.render(content, **dict(OPTIONS))


def test_art_is_traced_as_finely_as_it_is_shown(cache: Cache, drawn: list[str]) -> None:
    made(story(Figure(art(1, 3), "Small", width=0.05), Figure(art(1, 3), "Large")), STORY_PDF, cache)
    assert drawn == ["_art"] * 2
    drawn.clear()
    made(story(Figure(art(1, 3), "Large"), Figure(art(2, 3), "Small", width=0.05)), STORY_PDF, cache)
    assert drawn == []


def test_a_page_cuts_its_fonts_when_its_letters_change(cache: Cache, drawn: list[str]) -> None:
    edition = replace(page().editions[0], faces=faces(sample_brand(), "en-GB"))
    content = replace(page(), editions=(edition,))
    made(content, PAGE, cache)
    assert drawn
    drawn.clear()
    turned = replace(edition, intro=edition.intro[::-1])
    made(replace(content, editions=(turned,)), PAGE, cache)
    assert drawn == []
    more = replace(edition, intro=f"{edition.intro} ŵŷ")
    made(replace(content, editions=(more,)), PAGE, cache)
    assert drawn


def test_a_damaged_part_is_drawn_again(cache: Cache, drawn: list[str]) -> None:
    first = made(album(1), DOCX, cache)
    for entry in cache.folder.glob("*/*"):
        entry.write_bytes(entry.read_bytes()[:-9] + b"forgeries")
    drawn.clear()
    assert made(album(1), DOCX, cache) == first
    assert len(drawn) == 1


def test_a_key_is_that_of_equal_values_and_of_no_others() -> None:
    words_ = "".join(["Two ", "words"])
    text = Text(words_, (), 12.0, INK, words_)
    frame = Frame(60, 60, "px", (text, text), "en-GB")
    apart = pickle.loads(pickle.dumps(replace(frame, items=(text, replace(text, lang=f"Two {'words'}")))))
    assert apart == frame
    key = parts.part_key(artwork._picture, (frame, 100.0))
    assert key == parts.part_key(artwork._picture, (apart, 100.0))
    others = [
        (artwork._picture, (frame, 100.5)),
        (artwork._picture, (replace(frame, items=(text,)), 100.0)),
        (artwork._picture, (replace(frame, items=(text, replace(text, size=12.5))), 100.0)),
        (artwork.picture, (frame, 100.0)),
        (webfont._cut, (frame, 100.0)),
    ]
    assert key not in [parts.part_key(*other) for other in others]
    assert len({parts.part_key(*other) for other in others}) == len(others)


def test_a_font_is_its_bytes_wherever_they_lie() -> None:
    one = Font("A-Regular", "A", 400, italic=False, digest="1" * 64, path=File("here.ttf"))
    keys = [
        parts.part_key(webfont._cut, (font, (65,)))
        for font in (one, replace(one, path=File("there.ttf")), replace(one, digest="2" * 64))
    ]
    assert keys[0] == keys[1] != keys[2]


def test_a_layout_that_waits_is_its_recipe() -> None:
    def looked() -> Frame:
        raise AssertionError

    one, same, other = (Later(digest, looked) for digest in ("1" * 64, "1" * 64, "2" * 64))
    keys = [parts.part_key(artwork._picture, (each, 100.0)) for each in (one, same, other)]
    assert keys[0] == keys[1] != keys[2]


def test_parts_are_of_this_program_alone(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptParts(cache).put("a key", b"a part")
    assert KeptParts(cache).get("a key") == b"a part"
    monkeypatch.setattr("builder.output.parts.program", lambda: "another program")
    assert KeptParts(cache).get("a key") is None


def test_parts_are_kept_while_a_place_is_lent_for_them(cache: Cache) -> None:
    with parts.kept_in(KeptParts(cache)):
        parts.drawn(bytes, 1)
    parts.drawn(bytes, 2)
    assert len(list(cache.folder.glob("*/*"))) == 1


def test_twice_as_many_pictures_are_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture is looked for among all those before it, and none has the document searched."""
    searches = list[str]()
    search = BaseOxmlElement.xpath
    monkeypatch.setattr(
        BaseOxmlElement, "xpath", lambda self, path: (searches.append(path), search(self, path))[1]
    )
    calls = [_calls(lambda count=count: made_of(count)) for count in (80, 20, 40, 80)][1:]
    assert calls[2] - calls[1] == pytest.approx(2 * (calls[1] - calls[0]), rel=0.02)
    assert not [path for path in searches if path.startswith("//")]


def made_of(count: int) -> None:
    DOCX.render(album(*range(count)), **dict(OPTIONS))


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called for it."""
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
