"""The finder of the start page: what people want to do, and the parts of the pack that serve it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from builder.content.page import Goal, NavLink, Section
from builder.pack.edition import Edition
from builder.pack.formats import CARDS_PDF, CSV, DOCX, POTX, PPTX, STORY_PDF, TEXT
from builder.pack.plan import Plan

Aim = Literal["post", "print", "present", "write", "pages", ""]

_FOLDERS: dict[str, Aim] = {"backgrounds": "present", "email": "write"}  # of sizes that are for no post
_PDF = STORY_PDF.media_type


def goals(edition: Edition, sections: Sequence[Section], plans: Sequence[Plan]) -> Iterator[Goal]:
    """Each goal that the pack has something for, with its sections in the order of the page.

    What a file is for follows from what it is, so that a new kind of files is found by itself.
    """
    phrases = edition.phrases
    titles = {
        "post": phrases["want_post"],
        "print": phrases["want_print"],
        "present": phrases["want_present"],
        "write": phrases["want_write"],
    }
    found = {plan.kind: set[str]() for plan in plans}
    for plan in plans:
        found[plan.kind].add(_aim(edition, plan))
    for aim, title in titles.items():
        serving = [each for each in sections if aim in _aims(edition, each, found)]
        ready = sorted(serving, key=lambda each: not each.posts)  # what needs no more work comes first
        if ready:
            yield Goal(title, tuple(NavLink(f"#{each.id}", each.title) for each in ready))


def _aims(edition: Edition, section: Section, found: dict[str, set[str]]) -> set[str]:
    """What a section is for: its posts, or the files of its kind.

    A note beside others is no text to send, nor are pages beside pictures, or a print file, what is posted.
    """
    aims = found.get(section.id.removeprefix(f"{edition.suffix}-"), set())
    if section.posts or aims == {"pages"}:
        return {"post"}
    return aims - {"write", "pages", ""} or aims


def _aim(edition: Edition, plan: Plan) -> Aim:
    format_ = plan.format
    if plan.call or (format_.is_supplied and format_ != CSV):
        return ""  # the guide, which is offered before all else, and logos
    if format_ in (POTX, PPTX):
        return "present"
    if format_.is_pixels:
        folders = (size.folder for size in edition.brand.sizes if size.key == plan.size)
        return _FOLDERS.get(next(folders, ""), "post")
    if format_.media_type == _PDF:
        return "pages" if format_ == CARDS_PDF else "" if format_ == STORY_PDF else "print"
    return "write" if format_ in (DOCX, TEXT, CSV) and plan.group != "guide" else ""
