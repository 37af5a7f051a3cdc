"""The forms in which designs draw numbers, a file and a line each; their names are in `brand/numbers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.brand.numbers import IN_ROW, NumberForm
from builder.layout.numbers import (
    arches,
    bar,
    bars,
    dots,
    modules,
    papers,
    path,
    people,
    petals,
    ring,
    rule,
    timeline,
)
from builder.layout.numbers.form import Form, Share, shown

FORMS: Mapping[NumberForm, Form] = {
    "ring": ring.FORM,
    "bar": bar.FORM,
    "rule": rule.FORM,
    "bars": bars.FORM,
    "dots": dots.FORM,
    "modules": modules.FORM,
    "people": people.FORM,
    "timeline": timeline.FORM,
    "path": path.FORM,
    "petals": petals.FORM,
    "arches": arches.FORM,
    "papers": papers.FORM,
}


def share_in(words: Mapping[str, Any]) -> Share | None:
    """The part of a whole that a card's words tell of; None if they tell of none, or not in digits."""
    try:
        part, of = float(words.get("part") or "none"), int(words.get("of") or "none")
    except ValueError:
        return None
    return Share(part, of, IN_ROW in words)


def picture_of(name: NumberForm, share: Share) -> tuple[Form, Share]:
    """A form and the share that it draws; another form where it would say another thing."""
    form = FORMS[name]
    drawn = shown(share, form)
    return (form, drawn) if drawn else (FORMS[form.otherwise], share)
