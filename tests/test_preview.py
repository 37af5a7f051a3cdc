"""The preview: what hangs on the wall after each save, who may look at it, and what watches and draws."""

from __future__ import annotations

import http.client
import io
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from sample_brand import known_to
from test_command import SPEC

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.content.pages import LAYOUT, Element, Owned, Page, Pages, PlacedFrame, Stroke
from builder.geometry.box import Box
from builder.output.make import make, order
from builder.output.workers import Workers
from builder.pipeline.request import Request
from builder.preview import tasks
from builder.preview.entry import Figure
from builder.preview.guard import ANSWERS, refusal
from builder.preview.page import page_html, wall_html
from builder.preview.residents import Residents
from builder.preview.run import preview
from builder.preview.saves import Saves
from builder.preview.server import serving
from builder.preview.session import Session
from builder.record import replace
from builder.render.pixels.sheet import render_sheet
from builder.text.paragraph import paragraph

ROOT = Path(__file__).parent.parent
BLACK, RED, WHITE = Color(0, 0, 0), Color(255, 0, 0), (255, 255, 255)


class Here:
    """Workers that do all at once, in this process."""

    def do(self, task: Callable[[], Any], about: str, urgency: int = 0) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(task())
        except Exception as error:
            done.set_exception(error)
        return done

    def end(self) -> None:
        """Nothing is to be ended."""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A small pack, read once; what nobody looks at is not checked meanwhile."""
    monkeypatch.setattr("builder.preview.session._QUIET", 3600)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/2024.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "brand").symlink_to(ROOT / "brand", target_is_directory=True)
    known_to(tmp_path / "output")
    request = Request(
        spec=tmp_path / "packs/2024.yaml",
        brand=tmp_path / "brand",
        output=tmp_path / "output",
        root=tmp_path,
    )
    made = Session(request, Here(), Here())  # type: ignore[arg-type]  # they do what workers do
    made.refresh()
    yield made
    made.end()


def save(session: Session, old: str, new: str) -> list[dict[str, str]]:
    """Save the spec with other words, and read it; what was told then."""
    text, told = session.request.spec.read_text("utf-8"), list[dict[str, str]]()
    assert old in text
    session.request.spec.write_text(text.replace(old, new), "utf-8")
    session.listeners.add(told.append)
    session.refresh()
    session.listeners.clear()
    return told


def figure(session: Session, kind: str, size: str) -> Figure:
    return next(each for each in session.wall.figures if (each.kind, each.size) == (kind, size))


def picture(session: Session, shown: Figure) -> bytes:
    key, _, page = shown.address.partition("/")
    drawn = session.picture(key, int(page))
    assert drawn
    return drawn.data


def test_a_picture_is_the_file_that_a_build_makes(session: Session) -> None:
    for size in ("link", "instagram-square"):
        shown = figure(session, "social", size)
        plan = next(
            e.plan for e in session.entries.values() if (e.plan.kind, e.plan.size) == ("social", size)
        )
        (asset,), _ = make(order([plan], session.request.cache), Workers(1))
        assert picture(session, shown) == asset.file.data
    assert {"Guide", "Poster"} & {each.title.split()[0] for each in session.wall.figures}
    assert any(name.endswith(".docx") for name in session.wall.others)


def test_a_save_tells_the_figures_that_it_changes_and_no_others(session: Session) -> None:
    before = {each.id: each.address for each in session.wall.figures}
    told = save(session, "Stop and listen", "Stop then listen")
    after = {each.id: each.address for each in session.wall.figures}
    changed = {name for name in after if after[name] != before.get(name)}
    cards = {each.id for each in session.wall.figures if each.design == "message"}
    assert cards <= changed == {name for news in told for name in news}
    assert {each.kind for each in session.wall.figures if each.id in changed} == {"social", "guide"}
    assert save(session, "campaign:\n", "# no word is new\ncampaign:\n") == [{}]


def test_the_page_is_called_by_the_pack_or_by_its_spec_until_that_can_be_read(session: Session) -> None:
    assert "<title>Preview of Quiet Week 2024</title>" in page_html(session.wall).decode()
    unread = replace(session.request, spec=session.request.spec.with_name("2025.yaml"))
    assert Session(unread, Here(), Here()).wall.title == "2025.yaml"  # type: ignore[arg-type]  # as above


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_sigterm_ends_it_as_ctrl_c_does(session: Session) -> None:
    before, said = signal.getsignal(signal.SIGTERM), list[str]()

    def say(line: str) -> None:
        said.append(line)
        os.kill(os.getpid(), signal.SIGTERM)

    preview(replace(session.request, jobs=1), say)
    assert said[0].startswith("Look at http://127.0.0.1:")
    assert signal.getsignal(signal.SIGTERM) == before


def test_what_is_looked_at_is_planned_first(session: Session) -> None:
    picture(session, figure(session, "guide", "page 1"))
    told = [news for news in save(session, "Stop and listen", "Stop then listen") if news]
    kinds = {each.id: each.kind for each in session.wall.figures}
    assert [kinds[next(iter(news))] for news in told] == ["guide", "social"]


def test_a_save_that_cannot_be_read_leaves_the_last_good_pictures_below_its_fault(session: Session) -> None:
    before = session.wall.figures
    save(session, "theme: {", "theme: {{")
    assert session.wall.broken
    assert session.wall.figures == before
    (problem,) = session.wall.problems
    assert (problem.place and problem.place.file, problem.severity) == ("packs/2024.yaml", "error")
    assert picture(session, before[0])
    html = wall_html(session.wall).decode()
    assert html.index("packs/2024.yaml:") < html.index("<figure")
    save(session, "theme: {{", "theme: {")
    assert not session.wall.broken
    assert session.wall.problems == ()


def test_a_card_that_cannot_be_drawn_keeps_its_last_good_picture_and_says_why(session: Session) -> None:
    good = picture(session, figure(session, "social", "link"))
    save(session, "Stop and listen", "Stop \N{MAHJONG TILE EAST WIND} and listen")
    assert picture(session, figure(session, "social", "link")) == b""
    shown = figure(session, "social", "link")
    assert shown.broken
    assert picture(session, shown) == good
    assert [(p.severity, p.place and p.place.line) for p in shown.problems] == [("error", 12)]
    assert not any(each.broken for each in session.wall.figures if each.kind == "posters")


def test_a_problem_moves_with_its_line(session: Session) -> None:
    save(session, "Stop and listen", "Stop \N{MAHJONG TILE EAST WIND} and listen")
    picture(session, figure(session, "social", "link"))
    save(session, "campaign:\n", "\n\ncampaign:\n")
    assert [p.place and p.place.line for p in figure(session, "social", "link").problems] == [14]


def test_of_a_document_only_pages_on_which_something_changed_are_drawn(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = list[int]()

    def counted(pages: Pages, number: int, by: float) -> bytes:
        drawn.append(number)
        return render_sheet(pages, number, by)

    monkeypatch.setattr(tasks, "render_sheet", counted)
    pages = [each for each in session.wall.figures if each.kind == "guide"]
    first = [picture(session, each) for each in pages]
    assert drawn == list(range(1, len(pages) + 1))
    assert Image.open(io.BytesIO(first[0])).size == (893, 1263)
    drawn.clear()
    save(session, "A week to listen.", "A week to be heard.")
    second = [picture(session, each) for each in session.wall.figures if each.kind == "guide"]
    assert drawn == [number for number in range(1, len(pages) + 1) if first[number - 1] != second[number - 1]]
    assert 0 < len(drawn) < len(pages)


def test_marks_are_where_the_layout_has_them(session: Session) -> None:
    key, _, _ = figure(session, "social", "link").address.partition("/")
    marks = session.marks(key, 0)
    assert marks
    assert (marks.width, marks.height) == (1200, 630)
    assert {slot for slot, _ in marks.texts} >= {"headline"}
    assert all(Box(0, 0, 1200, 630).contains(box, 1) for _, box in marks.texts)
    guide, _, page = figure(session, "guide", "page 3").address.partition("/")
    on_page = session.marks(guide, int(page))
    assert on_page and on_page.texts
    assert all(Box(0, 0, on_page.width, on_page.height).contains(box, 1) for _, box in on_page.texts)


def test_a_picture_that_is_no_layout_has_no_marks(session: Session) -> None:
    save(session, "Stop and listen", "Stop \N{MAHJONG TILE EAST WIND} and listen")
    for kind, size in (("logos", "SVG"), ("social", "link")):
        key, _, _ = figure(session, kind, size).address.partition("/")
        marks = session.marks(key, 0)
        assert marks
        assert (marks.safe, marks.texts) == (None, ())
    assert session.marks("0" * 64, 0) is None


def test_what_a_check_finds_is_told_too(session: Session) -> None:
    assert not session.wall.checked
    session._check_now(session._finding)
    assert session.wall.checked
    old = session._finding
    save(session, "Listen. #ListenFirst", "Listen. " + "word " * 300)
    session._check_now(old)
    assert not session.wall.checked
    session._check_now(session._finding)
    assert any("too long" in problem.message for problem in session.wall.problems)


def test_words_of_the_spec_are_escaped(session: Session) -> None:
    save(session, "Stop and listen", "Stop <script>alert(1)</script> & listen")
    html = wall_html(session.wall).decode()
    assert "<script" not in html
    assert "Stop &lt;script&gt;" in html


# --- who may look

OWN: dict[str, list[str]] = {"host": ["127.0.0.1:8000"]}
PATH = "/secret/wall"


def test_an_address_typed_in_and_the_page_itself_are_answered() -> None:
    for more in ({}, {"sec-fetch-site": ["none"]}, {"sec-fetch-site": ["same-origin"]}):
        assert refusal("GET", PATH, OWN | more, 8000, "secret") is None
    assert refusal("GET", PATH, OWN | {"origin": ["http://127.0.0.1:8000"]}, 8000, "secret") is None


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", PATH, {"host": ["localhost:8000"]}, 421),
        ("GET", PATH, {"host": ["evil.example:8000"]}, 421),
        ("GET", PATH, {"host": ["127.0.0.1"]}, 421),
        ("GET", PATH, {"host": ["127.0.0.1:8001"]}, 421),
        ("GET", PATH, {"host": ["127.0.0.1:8000", "evil.example"]}, 421),
        ("GET", PATH, {}, 421),
        ("GET", PATH, OWN | {"origin": ["http://evil.example"]}, 403),
        ("GET", PATH, OWN | {"origin": ["null"]}, 403),
        ("GET", PATH, OWN | {"origin": ["http://127.0.0.1:9000"]}, 403),
        ("GET", PATH, OWN | {"sec-fetch-site": ["cross-site"]}, 403),
        ("GET", PATH, OWN | {"sec-fetch-site": ["same-site"]}, 403),
        ("POST", PATH, OWN, 405),
        ("HEAD", PATH, OWN, 405),
        ("OPTIONS", PATH, OWN, 405),
        ("GET", "/", OWN, 404),
        ("GET", "/wall", OWN, 404),
        ("GET", "/Secret/wall", OWN, 404),
        ("GET", "/secre/wall", OWN, 404),
        ("GET", "/secrets/wall", OWN, 404),
        ("GET", "/sécret/wall", OWN, 404),
        ("GET", "http://127.0.0.1:8000/secret/wall", OWN, 404),
        ("GET", "xsecret/wall", OWN, 404),
    ],
)
def test_all_else_is_refused(method: str, path: str, headers: dict[str, list[str]], status: int) -> None:
    assert refusal(method, path, headers, 8000, "secret") == status


def asked(address: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a request to the preview's port; the path stands below its token."""
    port, token = re.findall(r"127\.0\.0\.1:(\d+)/([^/]+)/", address)[0]
    connection = http.client.HTTPConnection("127.0.0.1", int(port))
    connection.request(
        method, f"/{token}/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def test_every_answer_forbids_what_the_page_does_not_need(session: Session) -> None:
    address = session.wall.figures[0].address
    paths = ("", "wall", "wall.css", "wall.js", f"picture/{address}", f"texts/{address}", "no-such-thing")
    with serving(session) as page:
        answers = [asked(page, path) for path in paths] + [asked(page, "wall", "POST")]
        answers.append(asked(page, "wall", Origin="http://evil.example"))
    assert [status for status, _, _ in answers] == [200, 200, 200, 200, 200, 200, 404, 405, 403]
    for _, headers, _ in answers:
        assert ANSWERS.items() <= {name.title(): value for name, value in headers.items()}.items() | {
            (name, headers[name.lower()]) for name in ANSWERS
        }
        assert not [name for name in headers if name.startswith("access-control") or name == "set-cookie"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND"])
def test_there_is_no_way_to_write(session: Session, method: str) -> None:
    with serving(session) as page:
        assert asked(page, "wall", method)[0] == 405


def test_no_path_of_the_disk_is_ever_served(session: Session) -> None:
    spec = session.request.spec
    key = "0" * 64
    paths = (
        "../packs/2024.yaml",
        "%2e%2e/packs/2024.yaml",
        str(spec),
        f"picture/../../{spec.name}",
        "wall.py",
    )
    with serving(session) as page:
        found = [asked(page, path) for path in (*paths, f"picture/{key}/0", "picture/x/0", f"safe/{key}/1")]
        everything = asked(page, "")[2] + asked(page, "wall")[2]
    assert [status for status, _, _ in found] == [404] * len(found)
    assert str(session.request.root).encode() not in everything


def test_a_page_that_does_not_hang_on_the_wall_is_not_drawn(session: Session) -> None:
    before = session.wall
    for kind, size, page in (("guide", "page 1", 0), ("guide", "page 1", 999), ("social", "link", 1)):
        key, _, _ = figure(session, kind, size).address.partition("/")
        assert session.picture(key, page) is None
        assert session.marks(key, page) is None
    assert session.wall == before


def test_it_listens_on_this_machine_alone_and_each_time_at_another_address(session: Session) -> None:
    with serving(session) as one, serving(session) as other:
        assert all(re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", page) for page in (one, other))
        assert one.split("/")[3] != other.split("/")[3]


def test_news_reach_who_listens(session: Session) -> None:
    with serving(session) as page:
        port, token = re.findall(r"127\.0\.0\.1:(\d+)/([^/]+)/", page)[0]
        connection = http.client.HTTPConnection("127.0.0.1", int(port))
        connection.request("GET", f"/{token}/events")
        stream = connection.getresponse()
        assert (stream.getheader("Content-Type"), stream.readline()) == (
            "text/event-stream; charset=utf-8",
            b"data: {}\n",
        )
        text = session.request.spec.read_text("utf-8")
        session.request.spec.write_text(text.replace("Stop and listen", "Stop then listen"), "utf-8")
        session.refresh()
        stream.readline()
        assert figure(session, "social", "link").address.encode() in stream.readline()
        connection.close()


# --- what watches, and what works


def test_a_save_is_noticed_and_what_is_built_is_not(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    saves, end = Saves([tmp_path, tmp_path / "none"], tmp_path / "output"), Event()
    (tmp_path / "output/new").write_text("x")
    (tmp_path / "2024.yaml").write_text("x")
    assert saves.wait(end)
    end.set()
    assert not saves.wait(end)
    saves.end()


class Dies:
    def __call__(self) -> None:
        os._exit(1)


class Number:
    def __call__(self) -> int:
        return os.getpid()


def paragraphs() -> int | None:
    """How many paragraphs a process keeps."""
    return paragraph.cache_info().maxsize


def test_what_stays_keeps_the_paragraphs_of_a_whole_guide() -> None:
    workers = Residents(1)
    try:
        assert (paragraphs(), workers.do(paragraphs, "it").result()) == (256, 1024)
    finally:
        workers.end()


def test_workers_stay_and_one_that_dies_is_replaced() -> None:
    workers = Residents(1)
    try:
        first = workers.do(Number(), "it").result()
        assert first == workers.do(Number(), "it").result() != os.getpid()
        with pytest.raises(RuntimeError, match="died"):
            workers.do(Dies(), "it").result()
        assert workers.do(Number(), "it").result() != first
    finally:
        workers.end()


# --- pages as pixels


def sheet(*items: Any, width: float = 20, height: float = 10) -> Image.Image:
    pages = Pages(width, height, (Page(items),), Element("Document", 0), "", "", "", "en-GB")
    return Image.open(io.BytesIO(render_sheet(pages, 1, 2.0))).convert("RGB")


def test_items_stand_on_white_paper_in_their_places() -> None:
    seen = sheet(
        Owned(Fill(Box(2, 1, 5, 3), RED), LAYOUT), Owned(Stroke(((0, 8), (20, 8)), BLACK, 1), LAYOUT)
    )
    assert seen.size == (40, 20)
    assert [seen.getpixel(at) for at in ((3, 2), (4, 2), (13, 7), (14, 7), (4, 8))] == [
        WHITE, (255, 0, 0), (255, 0, 0), WHITE, WHITE,
    ]  # fmt: skip
    assert (seen.getpixel((20, 16)), seen.getpixel((20, 13))) == ((0, 0, 0), WHITE)


def test_a_frame_is_cut_at_its_bleed_and_shows_what_is_behind_it() -> None:
    frame = Frame(10, 10, "pt", (Fill(Box(-5, -5, 20, 8), RED),), "en-GB", bleed=2)
    seen = sheet(Owned(Fill(Box(0, 0, 20, 10), BLACK), LAYOUT), PlacedFrame(frame, 5, 4, 0.5, (LAYOUT,)))
    # 0.5 pt a unit, 2 px a pt: the frame's canvas from 10 to 20 px, its bleed from 8 to 22
    assert [seen.getpixel(at) for at in ((7, 8), (8, 8), (21, 8), (22, 8), (10, 5), (10, 11))] == [
        (0, 0, 0), (255, 0, 0), (255, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0),
    ]  # fmt: skip
