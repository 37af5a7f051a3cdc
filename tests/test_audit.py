"""Each rule sees its fault in a small pack that has no other: files written by hand, one of each format."""

from __future__ import annotations

import csv
import io
import json
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from builder.archive import zipped
from builder.audit import calendars, images, listing, pages, posts, texts, wordfiles
from builder.audit.inspection import inspect, read_pack
from builder.audit.package import opened
from builder.audit.rule import File
from builder.errors import FileTrouble

Pack = dict[str, bytes]
Entries = dict[str, dict[str, Any]]

MOMENT = datetime(2023, 7, 3, tzinfo=UTC)
PROFILE = (Path(__file__).parents[1] / "builder/render/srgb.icc").read_bytes()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Swifts</title></head><body>
<h1>Swifts</h1><h2 id="nests">Nests</h2><a href="#nests">Nests</a> <a href="social/nest.png">A nest</a>
<img src="social/nest.png" alt="A nest"><button>Copy</button>
<table><tr><th scope="col">Day</th></tr><tr><td>3</td></tr></table></body></html>"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Swifts//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20230101T000000Z
DTSTART:20230703T090000Z
DTEND:20230703T100000Z
SUMMARY:Look up
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
TEXT = "Look up.\r\nThey are back.\r\n"
ROWS = [
    ["Post", "When", "Platform", "Text", "Characters", "Limit", "Image", "Language"],
    ["start", "2023-07-03", "X", "Look up", "7", "280", "social/nest.png", "en"],
]


def image(mode: str = "RGB", size: tuple[int, int] = (1200, 630), **saved: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG", **{"icc_profile": PROFILE, **saved})
    return out.getvalue()


def sheet(*rows: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def related(**targets: str) -> str:
    lines = (
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{to}"/>'
        for n, (kind, to) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(lines)}</Relationships>'


WORD = {
    "_rels/.rels": related(officeDocument="word/document.xml", core="docProps/core.xml"),
    "docProps/core.xml": f'<c:coreProperties xmlns:c="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Swifts</dc:title></c:coreProperties>",
    "word/_rels/document.xml.rels": related(styles="styles.xml"),
    "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="H2"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    "</w:styles>",
    "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:wp="{DRAWING}"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Swifts</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Nests</w:t></w:r></w:p>'
    '<wp:docPr id="1" name="p1" descr="A nest"/><wp:docPr id="2" name="p2" descr="An egg"/>'
    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr></w:tbl></w:body></w:document>",
}


def word(**changed: str) -> bytes:
    return zipped({name: text.encode() for name, text in {**WORD, **changed}.items()}, MOMENT)


NEST, LETTER, POSTS, SWIFTS, DAYS, WEB = (
    "social/nest.png",
    "copy/letter.txt",
    "copy/posts.csv",
    "copy/swifts.docx",
    "calendar/days.ics",
    "start-here.html",
)
TYPES = {
    NEST: "image/png",
    LETTER: "text/plain",
    POSTS: "text/csv",
    SWIFTS: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DAYS: "text/calendar",
    WEB: "text/html",
}


def pack() -> Pack:
    return {
        NEST: image(),
        LETTER: TEXT.encode(),
        POSTS: sheet(*ROWS),
        SWIFTS: word(),
        DAYS: CALENDAR.encode(),
        WEB: PAGE.encode(),
    }


def entries(files: Pack) -> Entries:
    said = {NEST: {"alt": "A nest", "width": 1200, "height": 630, "size": "link"}}
    return {
        path: {
            "path": path,
            "media_type": TYPES[path],
            "bytes": len(data),
            "sha256": sha256(data).hexdigest(),
            "title": "Swifts",
            "language": "en",
            **said.get(path, {}),
        }
        for path, data in files.items()
    }


def broken(files: Pack, listed: Entries | None = None) -> dict[str, str]:
    """The rules that find something, and what they find."""
    told = listed if listed is not None else entries(files)
    whole = {**files, "manifest.json": json.dumps({"files": list(told.values())}).encode()}
    return {
        f"{result.format} {result.rule}": result.findings[0].problem.message
        for result in inspect(whole)
        if result.findings
    }


def instead(before: str, after: str, text: str) -> bytes:
    assert before in text
    return text.replace(before, after).encode()


def part(name: str, before: str, after: str) -> bytes:
    return word(**{name: instead(before, after, WORD[name]).decode()})


def post(**changed: str) -> bytes:
    return sheet(ROWS[0], [changed.get(head, cell) for head, cell in zip(ROWS[0], ROWS[1], strict=True)])


def flat(data: bytes) -> bytes:
    """The image with a checksum that is not its own."""
    return data[:-20] + struct.pack(">I", zlib.crc32(b"other")) + data[-16:]


BODY, STYLES = "word/document.xml", "word/styles.xml"
EVENT = CALENDAR[CALENDAR.index("BEGIN:VEVENT") : CALENDAR.index("END:VCALENDAR")]
FILES: dict[str, tuple[str, bytes]] = {  # rule: the file, and what is put in its place
    "images damaged": (NEST, flat(image())),
    "images other-size": (NEST, image(size=(1200, 631))),
    "images unfit-colors": (NEST, image("RGBA")),
    "images missing-profile": (NEST, image(icc_profile=None)),
    "images over-budget": (NEST, image(compress_level=0)),
    "word damaged": (SWIFTS, b"PK nothing"),
    "word unreachable-part": (SWIFTS, word(**{"word/left.xml": "<left/>"})),
    "word missing-part": (SWIFTS, part("word/_rels/document.xml.rels", "styles.xml", "other.xml")),
    "word untitled-document": (SWIFTS, part("docProps/core.xml", "Swifts", "")),
    "word missing-language": (SWIFTS, part(STYLES, 'w:val="en-GB"', "")),
    "word missing-alt-text": (SWIFTS, part(BODY, 'descr="A nest"', "")),
    "word missing-headings": (SWIFTS, part(BODY, "w:pStyle", "w:other")),
    "word skipped-heading": (SWIFTS, part(STYLES, '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="2"/>')),
    "word empty-heading": (SWIFTS, part(BODY, "Nests", " ")),
    "word table-without-header": (SWIFTS, part(BODY, "<w:tblHeader/>", "")),
    "word repeated-picture-id": (SWIFTS, part(BODY, 'id="2"', 'id="1"')),
    "word unknown-style": (SWIFTS, part(BODY, 'w:val="H2"', 'w:val="H9"')),
    "web damaged": (WEB, b"\xff"),
    "web missing-language": (WEB, instead(' lang="en"', "", PAGE)),
    "web missing-title": (WEB, instead("<title>Swifts</title>", "", PAGE)),
    "web missing-alt-text": (WEB, instead(' alt="A nest"', "", PAGE)),
    "web nameless-control": (WEB, instead("Copy", " ", PAGE)),
    "web skipped-heading": (WEB, instead("h2", "h3", PAGE)),
    "web table-without-header": (WEB, instead("th", "td", PAGE)),
    "web repeated-id": (WEB, instead("<h1>", '<h1 id="nests">', PAGE)),
    "web dead-link": (WEB, instead('href="social/nest.png"', 'href="social/egg.png"', PAGE)),
    "web needs-network": (WEB, instead('src="', 'src="https://example.org/', PAGE)),
    "web unbalanced-tag": (WEB, instead("</button>", "", PAGE)),
    "tables damaged": (POSTS, b'"open'),
    "tables missing-mark": (POSTS, sheet(*ROWS).removeprefix(b"\xef\xbb\xbf")),
    "tables ragged-row": (POSTS, sheet(*ROWS, ["one"])),
    "tables running-formula": (POSTS, post(Post="=1+1")),
    "tables too-long-post": (POSTS, post(Text="Look up! " * 40)),
    "tables wrong-count": (POSTS, post(Characters="8")),
    "tables missing-image": (POSTS, post(Image="social/egg.png")),
    "texts damaged": (LETTER, b"\xff"),
    "texts empty-text": (LETTER, b"\r\n"),
    "texts open-slot": (LETTER, b"Look up, {campaign}\r\n"),
    "texts lost-character": (LETTER, "Look up\ufffd".encode()),
    "texts bare-line-end": (LETTER, b"Look\nup"),
    "calendars damaged": (DAYS, b"Look up"),
    "calendars missing-property": (DAYS, instead("SUMMARY:Look up\r\n", "", CALENDAR)),
    "calendars no-events": (DAYS, instead(EVENT, "", CALENDAR)),
    "calendars repeated-event": (DAYS, instead(EVENT, EVENT * 2, CALENDAR)),
    "calendars ends-before-start": (DAYS, instead("DTEND:2023", "DTEND:2022", CALENDAR)),
    "calendars long-line": (DAYS, instead("Look up", "Look up " * 10, CALENDAR)),
}
TOLD: dict[str, Callable[[Entries], Any]] = {  # rule: how the manifest is changed
    "images missing-alt-text": lambda told: told[NEST].pop("alt"),
    "images long-alt-text": lambda told: told[NEST].update(alt="A nest. " * 126),
    "images file-name-as-alt-text": lambda told: told[NEST].update(alt="nest.PNG"),
    "pack unlisted-file": lambda told: told.pop(LETTER),
    "pack missing-file": lambda told: told.update(egg={**told[NEST], "path": "social/egg.png"}),
    "pack other-bytes": lambda told: told[LETTER].update(sha256="0"),
    "pack untold-file": lambda told: told[LETTER].update(title=""),
}


def test_a_good_pack_breaks_no_rule() -> None:
    assert broken(pack()) == {}
    assert broken({**pack(), LETTER: b"Dear {{first_name}},\r\n"}) == {}


@pytest.mark.parametrize("rule", FILES)
def test_each_rule_sees_its_fault(rule: str) -> None:
    path, data = FILES[rule]
    found = broken({**pack(), path: data})
    assert rule in found
    assert found[rule].startswith(f"{path}: ")


@pytest.mark.parametrize("rule", TOLD)
def test_each_rule_sees_what_the_manifest_says_wrong(rule: str) -> None:
    files = pack()
    told = entries(files)
    TOLD[rule](told)
    assert rule in broken(files, told)


@pytest.mark.parametrize("name", ["copy/aux.txt", "copy/two?.txt", f"copy/{'long' * 30}.txt"])
def test_names_that_windows_refuses(name: str) -> None:
    TYPES[name] = "text/plain"
    assert broken({**pack(), name: b"Look up"}).keys() == {"pack unsafe-name"}


def test_no_rule_is_left_without_a_fault() -> None:
    formats = (calendars, images, listing, pages, posts, texts, wordfiles)
    known = {f"{each.FORMAT.name} {rule.name}" for each in formats for rule in each.FORMAT.rules}
    damaged = {f"{each.FORMAT.name} damaged" for each in formats if each is not listing}
    assert known | damaged == {*FILES, *TOLD, "pack unsafe-name"}


def test_a_rule_that_a_broken_file_surprises_says_so() -> None:
    files = {**pack(), SWIFTS: zipped({"[Content_Types].xml": b"<Types/>"}, MOMENT)}
    assert "`missing-language` could not be checked" in broken(files)["word missing-language"]


def test_a_cell_that_is_guarded_is_counted_without_its_guard() -> None:
    assert broken({**pack(), POSTS: post(Text="'@swifts", Characters="7")}) == {}


def test_a_tree_without_a_manifest_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Look up")
    with pytest.raises(FileTrouble, match=r"manifest\.json"):
        inspect(read_pack(tmp_path))


def test_a_package_knows_its_relations() -> None:
    assert opened(word()).relations("word/document.xml") == [("styles", "word/styles.xml")]


def test_a_picture_at_the_head_of_pages_needs_words_as_one_among_them_does() -> None:
    head = f'<w:hdr xmlns:w="{W}" xmlns:wp="{DRAWING}"><wp:docPr id="1" name="logo" descr=""/></w:hdr>'
    told = wordfiles.missing_alt_text(opened(word(**{"word/header1.xml": head})))
    assert list(told) == ["logo"]


def test_an_element_of_a_page_is_told_by_the_line_that_it_begins_on() -> None:
    page = pages.read(File("a.html", b"<p>\n<b>one\n</p>\n\n<i\n>two</i>\n<img src='a'\n", {}))
    assert [(tag.name, tag.place) for tag in page.tags] == [("p", "line 1"), ("b", "line 2"), ("i", "line 5")]
    assert page.unclosed == ("line 3: </p>", "line 1: <p>", "line 2: <b>")
