"""The audit's rules over one presentation."""

from __future__ import annotations

from builder.audit.deckparts import A
from builder.audit.package import OfficeFile as Opened
from builder.audit.package import opened
from builder.audit.slides import FORMAT

__all__ = ["A", "Opened", "lint", "opened"]


def lint(package: Opened) -> set[tuple[str, str]]:
    """(rule, part) of everything that is wrong."""
    return {(rule.finds.__name__, place) for rule in FORMAT.rules for place in rule.finds(package)}
