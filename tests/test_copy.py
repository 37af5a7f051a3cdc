"""The words to copy, as spreadsheets and plain text."""

import csv
from io import StringIO

from builder.content.markdown import from_markdown
from builder.content.story import Heading, words
from builder.kinds.copy import sheet
from builder.render.text import render_text


def test_a_table_opens_as_utf8_and_runs_nothing() -> None:
    rows = [
        ["Text", "Count"],
        ["=1+1", "+44 20"],
        ["-", "@partner says “hi”\nagain"],
        ["#Sleep", "5"],
        ["\t=1", "\r=1"],
    ]
    data = sheet(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["Text", "Count"],
        ["'=1+1", "'+44 20"],
        ["'-", "'@partner says “hi”\nagain"],
        ["#Sleep", "5"],
        ["'\t=1", "'\r=1"],
    ]


def test_markdown_as_plain_text() -> None:
    blocks = (
        Heading(1, words("Letter")),
        *from_markdown("Dear **you**,\n\nsee [the site](https://example.org):\n\n- one\n- two\n\n1. first"),
    )
    assert render_text(blocks).decode().split("\r\n") == [
        "LETTER",
        "======",
        "",
        "Dear you,",
        "",
        "see the site (https://example.org):",
        "",
        "• one",
        "• two",
        "",
        "1. first",
        "",
    ]
