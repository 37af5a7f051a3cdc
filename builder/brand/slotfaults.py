"""Slots in a design that nothing fills: a slip is a fault, what another package's kind may fill is told."""

from __future__ import annotations

from builder.brand.design import Design
from builder.brand.designfaults import slots_in
from builder.brand.findings import Findings
from builder.brand.slots import PHOTO, SLOTS
from builder.source import Source
from builder.source.validate import nearest


def tell_slots(design: Design, source: Source, findings: Findings) -> None:
    """Note each slot that no card or page of ours has."""
    for loc, name in slots_in(design):
        if name in SLOTS or (name == PHOTO and loc[0] == "needs"):
            continue
        if meant := nearest(name, SLOTS):
            findings.fault(source.place(loc), f"there is no slot `{name}`", f"did you mean `{meant}`?")
        else:
            hint = "`packbuild list slots` has those that cards and pages fill"
            findings.warn(source.place(loc), f"nothing fills the slot `{name}`", hint)
