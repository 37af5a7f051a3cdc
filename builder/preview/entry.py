"""A file of the pack on the wall: its plan, the key of what should be seen, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from builder.errors import Problem
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.preview.tasks import Extent
from builder.record import Record

_PHONE = 390  # CSS px across the screens that most people have


class Entry(Record):
    """A file that can be seen: an image, or a document in pages."""

    plan: Plan
    key: str  # of what should be seen
    good: str = ""  # of what was drawn last without a fault; none yet
    extent: Extent | None = None  # of a document, once it is laid out
    problems: tuple[Problem, ...] = ()  # of its layouts and of its drawing, at the places of today
    says: tuple[Problem, ...] = ()  # what was said when it was drawn, some of it without a place
    broken: bool = False  # whether what is seen is older than what is written

    @property
    def figures(self) -> Iterator[Figure]:
        """What of it hangs on the wall: each page of a document."""
        if not self.plan.format.is_paged:
            yield self._figure(0, self.plan.width or 400, self.plan.height or 200)
        elif self.extent:
            for page in range(1, self.extent.pages + 1):
                yield self._figure(page, round(self.extent.width), round(self.extent.height))

    def _figure(self, page: int, width: int, height: int) -> Figure:
        plan = self.plan
        shown = self.good if self.broken else self.key
        return Figure(
            id=f"p{sha256(plan.path.encode()).hexdigest()[:12]}-{page}",
            address=f"{shown}/{page}" if shown else "",
            kind=plan.kind,
            design=_design(plan),
            size=_size(plan, page),
            language=plan.language,
            title=plan.title,
            alt=plan.alt or plan.title,
            width=width,
            height=height,
            phone=min(plan.shown or _PHONE, width),
            problems=self.problems if page <= 1 else (),
            broken=self.broken,
        )


class Figure(Record, kw_only=True):
    """A picture on the wall; widths and heights in CSS px."""

    id: str
    address: str  # below `picture/`: the key and the page; empty if it was never drawn
    kind: str
    design: str
    size: str
    language: str
    title: str
    alt: str
    width: int
    height: int
    phone: int  # how wide people see it on a phone
    problems: tuple[Problem, ...]
    broken: bool


def can_be_seen(plan: Plan) -> bool:
    """Whether a preview draws it: not what other programs show (slides, Word, texts)."""
    return not plan.awaited and (plan.format.is_image or plan.format.is_paged)


def _design(plan: Plan) -> str:
    name = plan.content.name if isinstance(plan.content, CardRecipe) else ""
    return name or plan.group or plan.kind


def _size(plan: Plan, page: int) -> str:
    where = plan.content.where if isinstance(plan.content, CardRecipe) else ""
    return plan.size or where or (f"page {page}" if page else plan.format.label)
