"""Plans as their layouts, which a check has left in the cache."""

from __future__ import annotations

from dataclasses import replace

from builder.output.layouts import finished
from builder.pack.plan import Plan
from builder.pipeline.build import Request


def laid_out(plan: Plan, request: Request) -> Plan:
    """The plan with finished contents, none of which had to be laid out again."""
    content, anew = finished(plan.content, request.cache)
    assert not anew
    return replace(plan, content=content)
