"""Problems as text, as JSON and as annotations."""

from __future__ import annotations

import json

from builder.cli.report import render_problems
from builder.errors import Place, Problem

PLAIN = Problem("x is not y", Place("a.yaml", 3, 6, 3, "  x: abc"), "write y")
WARNING = Problem("look at this", None, "", "warning")


def test_text_has_the_form_of_a_compiler() -> None:
    assert render_problems([PLAIN, WARNING]) == (
        "a.yaml:3:6: error: x is not y\n"
        "    3 |   x: abc\n"
        "             ^^^\n"
        "   hint: write y\n"
        "warning: look at this\n"
        "1 error, 1 warning. Nothing was built.\n"
    )


def test_warnings_alone_stop_nothing() -> None:
    assert render_problems([WARNING]).endswith("0 errors, 1 warning.\n")


def test_carets_stand_under_wide_combining_and_tabbed_text() -> None:
    wide = Problem("m", Place("a", 1, 6, 2, "雨燕: 友の会"))
    assert render_problems([wide]).splitlines()[1:3] == ["    1 | 雨燕: 友の会", " " * 16 + "^^^^"]
    combining = Problem("m", Place("a", 1, 4, 2, "e\u0301: ab"))
    assert render_problems([combining]).splitlines()[2] == " " * 10 + "^^"
    tabbed = Problem("m", Place("a", 1, 3, 1, "\t\tx: y"))
    assert render_problems([tabbed]).splitlines()[1:3] == ["    1 |   x: y", " " * 10 + "^"]


def test_a_long_line_is_cut_round_the_place() -> None:
    line = "a" * 200 + "HERE" + "b" * 200
    source, underline = render_problems([Problem("m", Place("a", 1, 201, 4, line))]).splitlines()[1:3]
    assert len(source) < 140
    assert source[underline.index("^") :].startswith("HERE")


def test_signs_that_move_a_terminal_are_not_shown() -> None:
    line = "a: \u202eb\x1b[2J"
    shown = render_problems([Problem("m", Place("a", 1, 1, 1, line))])
    assert "\u202e" not in shown
    assert "\x1b" not in shown


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_problems([PLAIN], color=True)
    assert "\x1b[31m" in coloured
    for code in ("\x1b[31m", "\x1b[34m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == render_problems([PLAIN])


def test_json_gives_the_same_for_machines() -> None:
    assert json.loads(render_problems([PLAIN, WARNING], "json")) == [
        {
            "severity": "error",
            "message": "x is not y",
            "hint": "write y",
            "file": "a.yaml",
            "line": 3,
            "column": 6,
            "length": 3,
        },
        {"severity": "warning", "message": "look at this"},
    ]


def test_github_annotations_escape_what_separates_them() -> None:
    odd = Problem("50% of\nit", Place("a,b:c.yaml", 1, 2, 3, "x"))
    assert render_problems([odd, WARNING], "github") == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,endColumn=4::50%25 of%0Ait\n::warning::look at this\n"
    )
