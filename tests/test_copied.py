"""What only says where lines may break: in nothing that is copied, read aloud or searched."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pdf_text import opened, words
from pdf_tree import tree
from test_coverage import made

from builder.output.manifest import manifest
from builder.source.copied import copied

SOFT, JOINER, SPACE = "\u00ad", "\u2060", "\u200b"
HIDDEN = f"""\
campaign:
  name: Sw{SOFT}ift We{JOINER}ek
  short_name: Swifts
  organiser: Friends of Sw{SOFT}ifts
  website: https://example.org/swifts
  contact: hello@example.org
  about: A week for the birds above our ro{SOFT}ofs.
theme: {{title: A Place to Ne{SOFT}st, hashtag: "#Nest", why: Old ro{SOFT}ofs are mended.}}
dates: {{start: 2030-06-10, end: 2030-06-16}}
cards: [{{design: announcement}}]
messages: [{{id: one, headline: The lo{SOFT}ng way, text: Ho{SOFT}me}}]
posts: [{{id: join, when: 2030-06-11, text: {{default: Jo{SOFT}in us}}}}]
events: [{{id: tea, title: Ga{SOFT}thering, start: 2030-06-12T12:30, place: Ha{SPACE}ll}}]
letters: [{{id: press, title: For the pr{SOFT}ess, body: De{SOFT}ar all}}]
"""
SAID = {
    "copy/swifts-2030_posts_en.csv": "Join us",
    "copy/swifts-2030_posts_en.txt": "Join us",
    "copy/swifts-2030_key-messages_en.txt": "The long way",
    "copy/swifts-2030_press_en.docx": "Dear all",
    "calendar/swifts-2030_calendar_en.ics": "SUMMARY:Gathering",
    "slides/swifts-2030_slides-example_16x9_en.pptx": "The long way",
    "guide/swifts-2030_guide_en.docx": "The long way",
    "start-here.html": "Gathering",
    "manifest": "Swift Week",
}


def text(data: bytes) -> str:
    """What a file says, or the parts of an Office file."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if ".xml" in name)


def test_every_file_says_whole_words(tmp_path: Path) -> None:
    built = made(HIDDEN, tmp_path, "copy", "calendar", "start", "guide", "slides")
    files = {asset.plan.path: asset.file.data for asset in built.assets}
    said = {path: text(data) for path, data in files.items() if not path.endswith(".pdf")}
    said["manifest"] = manifest(built.assets, campaign=f"Sw{SOFT}ift Week", year=2030, inputs={}).decode()
    assert [path for path, each in said.items() if {SOFT, JOINER, SPACE} & set(each)] == []
    assert [path for path, each in SAID.items() if each not in said[path]] == []
    with opened(files["guide/swifts-2030_guide_en.pdf"]) as document:
        marks = document.open_outline().root
        filed = [
            str(document.docinfo["/Title"]),
            str(document.docinfo["/Subject"]),
            *(mark.title for mark in marks),
        ]
        alts = [figure.alt for figure in tree(document).all("Figure")]
        read = "".join([words(document), *filed, *alts])
    assert not {SOFT, JOINER, SPACE} & set(read)
    assert {"Swift Week 2030: Comms pack", "A Place to Nest"} <= set(filed)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Säug\u00adlings\u00adtag", "Säuglingstag"),
        ("no\u2060break\ufeff", "nobreak"),
        ("ba\u200bby", "baby"),
        (
            "ກຸ່ມ\u200bເພື່ອນ ម្ដាយ\u200bទារក ကလေး\u200bများ เด็ก\u200bทารก",
            "ກຸ່ມ\u200bເພື່ອນ ម្ដាយ\u200bទារក ကလေး\u200bများ เด็ก\u200bทารก",
        ),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
    ],
)
def test_what_letters_and_words_need_stays(written: str, read: str) -> None:
    assert copied(written) == read
