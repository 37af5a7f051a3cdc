"""Markup in texts: where none is taken it is printed as it is typed, and of Markdown not all is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.emphasis import STARRED
from builder.errors import Problem, Severity
from builder.source import Loc
from builder.source.forms import forms_at
from builder.source.markdown import lost_in
from builder.source.validate import named
from builder.spec.draft import Draft
from builder.spec.model import Spec
from builder.spec.scalars import HEADLINE, Says

_PRINTED = {
    "Markdown": re.compile(
        r"\*\*\S(?:[^*\n]*\S)?\*\*|(?<!\w)__\S(?:[^_\n]*\S)?__(?!\w)|\[[^][\n]+\]\((?:https?:|mailto:)[^)\s]*\)"
    ),
    "HTML": re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>|&(?:[A-Za-z]{2,8}|#\d{1,6});"),
}


def markup(draft: Draft) -> Iterator[Problem]:
    """What Markdown would lose, and marks that are printed on what takes none.

    Headlines take a star each side of words, and posts have it, which WhatsApp takes for bold.
    """
    for loc, text in draft.texts():
        forms = [form for form in forms_at(Spec, loc) if {Says.WORDS, Says.NAME} & set(form.said)]
        if any(form.kind.words == "Markdown" for form in forms):
            yield from _lost(draft, loc, text)
        elif forms:
            starred = loc[0] == "posts" or any(form.kind.words == HEADLINE for form in forms)
            yield from _printed(draft, loc, text, starred)


def _lost(draft: Draft, loc: Loc, text: str) -> Iterator[Problem]:
    pictures = [name for key in ("file", "id") for _, name in draft.written("photos", key)]
    for lost in lost_in(text, pictures):
        place = draft.source.place(loc, within=lost.words)
        severity: Severity = "warning" if lost.kept else "error"
        yield Problem(f"{lost.what}, in {named(loc)}", place, lost.hint, severity)


def _printed(draft: Draft, loc: Loc, text: str, starred: bool) -> Iterator[Problem]:
    marks = [(name, match) for name, pattern in _PRINTED.items() for match in pattern.finditer(text)]
    if not starred:
        marks += [("Markdown", match) for match in STARRED.finditer(text)]
    for name, match in sorted(marks, key=lambda mark: mark[1].start()):
        message = f"{named(loc)} takes no {name}: `{match[0]}` is printed as it is typed"
        hint = "write the words, and the address after them" if "](" in match[0] else "write the words alone"
        yield draft.warning(message, loc, hint, within=match[0])
