"""The form of an infographic whose design repeats no steps, so that nothing of it would be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.boxes import Node
from builder.brand.design import Design
from builder.brand.uses import INFOGRAPHIC
from builder.brand.variants import layers
from builder.errors import Problem
from builder.pack.edition import Edition

_STEPS = "steps"


def undrawn_form(edition: Edition) -> Iterator[Problem]:
    """A fault if the brand's design has no box that a form could take the place of."""
    story, design = edition.spec.infographic, edition.brand.designs.get(INFOGRAPHIC)
    if story is None or story.form == "list" or not isinstance(design, Design):
        return
    bodies = (layer.body for _, layer in layers(design) if layer.body is not None)
    if not all(map(_repeats, bodies)):
        message = f"a {story.form} has no place where the design `{INFOGRAPHIC}` repeats no steps"
        hint = "give it a box with `each: steps` on every shape, or write `form: list`"
        yield Problem(message, edition.place(("infographic", "form")), hint, "error")


def _repeats(node: Node) -> bool:
    return node.each == _STEPS or any(map(_repeats, node.children))
