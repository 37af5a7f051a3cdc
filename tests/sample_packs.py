"""The packs of the repository and those of tests/packs: each planned, laid out and drawn once a session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from builder.kinds import KINDS
from builder.output.layouts import finished
from builder.output.make import make, order
from builder.output.workers import Workers
from builder.pack.plan import Plan
from builder.pipeline.build import Planned, build, check
from builder.pipeline.request import Request
from builder.record import replace

ROOT = Path(__file__).parent.parent
WITHOUT_DOCUMENTS = {"social", "email", "backgrounds", "logos", "start", "accessibility"}
SPECS = sorted([*(ROOT / "packs").glob("20??.yaml"), *(ROOT / "tests/packs").glob("*/packs/20??.yaml")])


def named(spec: Path) -> str:
    """`2022`, or the folder of tests/packs."""
    return spec.stem if spec.parent.parent == ROOT else spec.parent.parent.name


@dataclass(frozen=True)
class SamplePack:
    """A pack in the sample brand, of all kinds, with a cache that all tests share."""

    spec: Path
    output: Path
    _drawn: dict[str, tuple[Plan, bytes]] = field(default_factory=dict, compare=False)  # by path

    def request(self, *only: str) -> Request:
        """The pack, or some kinds of it, asked for: in this process, which knows the words of other packs."""
        brand = ROOT / "brand"
        return Request(spec=self.spec, brand=brand, output=self.output, root=ROOT, only=only, jobs=1)

    @cached_property
    def planned(self) -> Planned:
        """All that the pack holds; its layouts are in the cache then."""
        return check(self.request())

    def plans(self, *kinds: str) -> tuple[Plan, ...]:
        """The plans of some kinds, or of all, with finished layouts, none of which is made again."""
        return tuple(map(self._finished, self.recipes(*kinds)))

    def recipes(self, *kinds: str) -> tuple[Plan, ...]:
        """The plans of some kinds, or of all, as they were planned."""
        return tuple(plan for plan in self.planned.plans if not kinds or plan.kind in kinds)

    def drawn(self, plans: Iterable[Plan]) -> tuple[tuple[Plan, bytes], ...]:
        """Each of these plans with its layout and its file, which is drawn once."""
        asked = tuple(plans)
        missing = tuple(plan for plan in asked if plan.path not in self._drawn)
        assets, _ = make(order(missing, self.request().cache), Workers(1))
        self._drawn.update(
            {asset.plan.path: (self._finished(asset.plan), asset.file.data) for asset in assets}
        )
        return tuple(self._drawn[plan.path] for plan in asked)

    def built(self, *kinds: str) -> Path:
        """The folder with the files of some kinds, or with the whole pack, whose zip lies beside it."""
        folder = self.output / ("-".join(kinds) or str(self.planned.editions[0].year))
        if not folder.exists():
            build(self.request(*kinds), lambda _: None, lambda _: None).tree.rename(folder)
        return folder

    @property
    def documents(self) -> Path:
        """The folder with the files of all kinds that hold documents."""
        return self.built(*(kind for kind in KINDS if kind not in WITHOUT_DOCUMENTS))

    def _finished(self, plan: Plan) -> Plan:
        content, anew = finished(plan.content, self.request().cache)
        assert not anew
        return replace(plan, content=content)
