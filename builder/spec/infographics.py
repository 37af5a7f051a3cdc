"""What the form of an infographic asks for: steps, so many of them, or two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.errors import Problem
from builder.spec.draft import Draft
from builder.spec.steps import Infographic, InfographicForm

# How many steps each form has room for; a comparison has sides instead.
_STEPS: Mapping[InfographicForm, tuple[int, int]] = {"list": (2, 8), "path": (2, 6), "wheel": (3, 6)}


def forms(draft: Draft) -> Iterator[Problem]:
    """An infographic has what its form draws, and nothing that it does not."""
    story: Infographic | None = draft.part("infographic")
    if story is None:
        return
    comparison = story.form == "comparison"
    needed, other = ("sides", "steps") if comparison else ("steps", "sides")
    if not getattr(story, needed):
        hint = "write two `sides`, each with a title and its points" if comparison else "write two `steps`"
        place = ("infographic", "form") if "form" in story.model_fields_set else ("infographic",)
        instead = f", but {other}" if getattr(story, other) else ""
        message = f"a {story.form} has {needed}, and infographic has none{instead}"
        yield draft.error(message, place, hint, key=True)
        return
    if getattr(story, other):
        hint = f"delete them, or write `form: {'list' if comparison else 'comparison'}`"
        message = f"infographic.{other} are not shown: a {story.form} has {needed}"
        yield draft.error(message, ("infographic", other), hint, key=True)
    least, most = (2, 2) if comparison else _STEPS[story.form]
    if not comparison and not least <= len(story.steps) <= most:
        message = f"a {story.form} has {least} to {most} steps, and infographic has {len(story.steps)}"
        hint = "write `form: list`, which takes up to eight, or other steps"
        yield draft.error(message, ("infographic", "form"), hint)
