"""What a lead should see about a card that was laid out, and may accept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.content.frame import Item, Text
from builder.emphasis import Emphatic
from builder.layout.canvas import Canvas
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.headline import LEADS, headline_of, lead_of
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.tree import shown
from builder.layout.crops import CUT_OFF, cut_off
from builder.layout.photo import Pictured
from builder.record import Record
from builder.text.scripts import script_of

_CLEARER = "fewer words would leave it clear; or take another photograph"
_HUGE = 1e6
_HEADLINE = 0.075  # of the short side, from which a headline is seen before it is read


class SlotRemark(Record):
    """Something a lead should see about a slot's words on one canvas, and may accept."""

    slot: str
    words: str
    message: str
    hint: str = ""


def shrunk(items: Sequence[Item], canvas: Canvas, trial: Trial) -> Iterator[SlotRemark]:
    """A note if the supporting words had to shrink below what reads in comfort: on the longest of them."""
    texts = [item for item in items if isinstance(item, Text)]
    shrunk = [text for text in texts if text.size < canvas.comfortable - 0.01]
    if shrunk and trial.support < 1:
        longest = max(shrunk, key=lambda text: len(text.words))
        message = f"{quoted(longest.words)} had to shrink below the comfortable size"
        yield SlotRemark(longest.role, longest.words, message, "fewer words would be larger")


def unseen(tree: Boxed) -> Iterator[SlotRemark]:
    """A note on each text whose emphasis its family cannot show."""
    for text in shown(tree):
        if isinstance(text.text, Emphatic) and not text.shows_emphasis:
            message = f"the emphasis in {quoted(text.text)} is not seen: its font has no italics or bold"
            yield SlotRemark(text.slot, str(text.text), message, "add such a font, or leave out the stars")


def filled(tree: Boxed, trial: Trial) -> Iterator[SlotRemark]:
    """A note on each text that the design wants in outlines and that is filled."""
    for text in shown(tree):
        if text.use.outline is not None and not text.outline(text.size(trial)):
            why = "its letters are too small to be drawn in outlines"
            if not text.outline(_HUGE):
                why = "outlines would cut letters that grow together"
            yield SlotRemark(text.slot, str(text.text), f"{quoted(text.text)} is filled: {why}")


def hiding(shown: Pictured) -> Iterator[SlotRemark]:
    """A note if something lies on what the photograph is looked at for, or its edge cuts that."""
    if shown.lost:
        yield SlotRemark("photo", "", cut_off(shown.lost), CUT_OFF)
    if shown.hides:
        message = f"{shown.hides} on the part of the photograph that `focus` says matters"
        yield SlotRemark("photo", "", message, _CLEARER)
    if shown.dimmed:
        message = f"a scrim hides {shown.dimmed:.0%} of the part of the photograph that `focus` says matters"
        yield SlotRemark("photo", "", message, _CLEARER)


def small(tree: Boxed, trial: Trial) -> Iterator[SlotRemark]:
    """A note if the headline had to be smaller than words that support it, or hardly larger.

    Over a list whose items have titles of display type it leads by less.
    """
    headline = headline_of(tree)
    if headline is None or not any(map(str.isalpha, headline.text)):  # the number of a step is none
        return
    lead, is_listed = lead_of(tree, headline, trial), any(map(_is_title, shown(tree)))
    if lead < 1.0 or (not is_listed and lead < LEADS <= lead_of(tree, headline, Trial())):
        than = "smaller than" if lead < 1.0 else "hardly larger than"
        message = f"{quoted(headline.text)} is a headline, and {than} the words that support it"
        yield SlotRemark(headline.slot, headline.text, message, "fewer or shorter words would be larger")


def _is_title(text: TextBox) -> bool:
    return text.of_item and text.is_display


def cramped(items: Sequence[Item], tree: Boxed, trial: Trial, canvas: Canvas) -> bool:
    """Whether the words would be better off with more room than they have."""
    headline = headline_of(tree)
    seen = min(_HEADLINE * canvas.short, headline.size(Trial())) if headline else 0.0
    is_low = headline is not None and headline.size(trial) < seen
    remarks = (*shrunk(items, canvas, trial), *small(tree, trial))
    return is_low or trial.forced or any(remarks) or is_torn(items, tree)


def is_torn(items: Sequence[Item], tree: Boxed) -> bool:
    """Whether a line of the headline ends inside a word that its author does not part."""
    headline = headline_of(tree)
    slot = headline.slot if headline else ""
    return any(_tears(item) for item in items if isinstance(item, Text) and item.role == slot)


def _tears(text: Text) -> bool:
    """Whether one of its lines ends between two letters, with a hyphen that the words have not."""
    end = 0
    for line in () if text.vertical else text.lines[:-1]:
        for letter in filter(str.isalnum, line.text):
            end = text.words.find(letter, end) + 1
        inside = text.words[end - 1 : end + 1]
        if len(inside) > 1 and inside.isalpha() and (written := script_of(inside[0])) and written.hyphenated:
            return True
    return False


def quoted(words: str) -> str:
    """The words as a message has them, no more than it has room for."""
    return f"`{words[:40]}{'…' if len(words) > 40 else ''}`"
