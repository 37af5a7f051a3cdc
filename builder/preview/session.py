"""What is on the wall: read anew with each save, drawn when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count
from threading import Lock, Timer

from builder.errors import Faults, FileTrouble, Misuse, Problem, each_once
from builder.kinds import kinds_named
from builder.kinds.kind import AssetKind
from builder.output.key import plan_key
from builder.output.make import verdict
from builder.output.workers import Workers
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pipeline.build import read_editions
from builder.pipeline.planning import gathered, plans_of, tried
from builder.pipeline.request import Request
from builder.platforms.sizes import Size, sizes_named
from builder.preview.entry import Entry, Figure, can_be_seen
from builder.preview.residents import Residents
from builder.preview.tasks import Check, Draw, Drawn, Extent, Mark, Marks, Measure, Sealed, sealed
from builder.record import Record, replace
from builder.spec.read import in_order

_QUIET = 1.5  # s after a save before all that nobody looks at is checked too

Listener = Callable[[dict[str, str]], None]  # is told the new addresses of figures; none: look at all anew


class Wall(Record):
    """All that is seen at a moment."""

    title: str  # of the pack; the name of its spec until that can be read
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]
    others: tuple[str, ...]  # the names of files that other programs show
    broken: bool  # whether the spec or the brand cannot be read, so that all figures are old
    checked: bool  # whether all that is not in view has been checked too


@dataclass(slots=True)
class _Finding:
    """What reading, planning and the check of a save have found."""

    told: tuple[Problem, ...] = ()
    checked: tuple[Problem, ...] | None = None


@dataclass(slots=True)
class Session:
    """One pack being written."""

    request: Request
    workers: Residents
    checker: Residents
    entries: dict[str, Entry] = field(default_factory=dict)  # by path, in the order of the pack
    listeners: set[Listener] = field(default_factory=set)
    broken: bool = False
    title: str = ""
    _others: tuple[str, ...] = ()
    _plans: dict[str, Plan] = field(default_factory=dict)  # by key: what is seen, and what was before
    _sealed: dict[str, Sealed] = field(default_factory=dict)
    _drawing: dict[tuple[str, int], Future[Drawn]] = field(default_factory=dict)
    _looked: dict[tuple[str, str], int] = field(default_factory=dict)  # kind and language, when last
    _clock: Iterator[int] = field(default_factory=count)
    _finding: _Finding = field(default_factory=_Finding)
    _check: Timer | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def wall(self) -> Wall:
        """What is seen now."""
        with self._lock:
            entries, finding = tuple(self.entries.values()), self._finding
        figures = tuple(chain.from_iterable(entry.figures for entry in entries))
        drawn = chain.from_iterable(entry.problems for entry in entries)
        problems = in_order(each_once((*finding.told, *(finding.checked or ()), *drawn)))
        return Wall(
            self.title or self.request.spec.name,
            figures,
            problems,
            self._others,
            self.broken,
            finding.checked is not None,
        )

    def refresh(self) -> None:
        """Read and plan anew, what is looked at first; faults stand above the last good pictures."""
        found = list[Problem]()
        with self._lock:
            self._finding = _Finding()
        try:
            editions, told = read_editions(self.request)
            kinds = kinds_named(self.request.only)
        except (Faults, FileTrouble, Misuse) as trouble:
            found += _problems(trouble)
            self.broken = True
        else:
            found += told
            self.broken = False
            self.title = f"{editions[0].spec.campaign.name} {editions[0].year}"
            self._plan(editions, kinds, found)
        with self._lock:
            self._finding.told = tuple(found)
        self._tell()
        self._check_later()

    def picture(self, key: str, page: int) -> Drawn | None:
        """A picture by its key, drawn now if it must be; None if nothing on the wall has that key."""
        plan = self._hanging(key, page)
        if plan is None:
            return None
        self._looked[plan.kind, plan.language] = next(self._clock)
        with self._lock:
            drawing = self._drawing.get((key, page))
            begun = drawing is not None
            drawing = drawing or self.workers.do(Draw(self._seal(key, plan), page, self.request.cache), key)
            self._drawing[key, page] = drawing
        if not begun:  # no longer locked: what is done already is told here and now
            drawing.add_done_callback(partial(self._drawn, key, page))
        return _result(drawing)

    def marks(self, key: str, page: int) -> Marks | None:
        """Where the safe area and the texts of a picture are."""
        plan = self._hanging(key, page)
        if plan is None:
            return None
        with self._lock:
            mark = Mark(self._seal(key, plan), page, self.request.cache)
        return self.workers.do(mark, key).result()

    def end(self) -> None:
        """Let the workers go."""
        if self._check:
            self._check.cancel()
        self.workers.end()
        self.checker.end()

    def _plan(
        self, editions: tuple[Edition, ...], kinds: tuple[AssetKind, ...], found: list[Problem]
    ) -> None:
        """Plan what the kinds plan in each language, and tell at once what is to be drawn anew."""
        pairs = [(kind, edition) for kind in kinds for edition in editions]
        seen: dict[tuple[str, str], tuple[Plan, ...] | None] = {}
        ordered = sorted(pairs, key=lambda pair: -self._looked.get(_named(*pair), -1))
        waits = ordered[0][0].gather is not None  # what is looked at first must see the others
        for kind, edition in ordered:
            plans = _tried(found, kind, edition)
            seen[_named(kind, edition)] = plans and self._asked(plans, edition.brand.sizes)
            if not (waits or kind.gather):
                self._take(filter(can_be_seen, seen[_named(kind, edition)] or ()))
        for edition in editions:
            self._gather(edition, kinds, seen, found)
        for kind, edition in ordered:
            if waits or kind.gather:
                self._take(filter(can_be_seen, seen[_named(kind, edition)] or ()))
        self._hang([seen[_named(kind, edition)] for kind, edition in pairs], seen)

    def _gather(
        self,
        edition: Edition,
        kinds: tuple[AssetKind, ...],
        seen: dict[tuple[str, str], tuple[Plan, ...] | None],
        found: list[Problem],
    ) -> None:
        """Add what kinds plan that see the others' plans; without all of those, what they were stays."""
        gathering = [kind for kind in kinds if kind.gather]
        own = [seen[_named(kind, edition)] for kind in kinds]
        if any(plans is None for plans in own):
            seen |= {_named(kind, edition): None for kind in gathering}
            return
        plans = tuple(chain.from_iterable(plans or () for plans in own))
        new = self._asked(gathered(edition, gathering, plans, found), edition.brand.sizes)
        for kind in gathering:
            name = _named(kind, edition)
            seen[name] = (*(seen[name] or ()), *(plan for plan in new if plan.kind == kind.name))

    def _asked(self, plans: Iterable[Plan], known: Iterable[Size]) -> tuple[Plan, ...]:
        sizes = {size.key for size in sizes_named(self.request.sizes, known)}
        return tuple(plan for plan in plans if not sizes or plan.size in sizes)

    def _take(self, plans: Iterable[Plan]) -> None:
        """The entries of plans, with new keys where something has changed."""
        changed = list[Entry]()
        for plan in plans:
            old = self.entries.get(plan.path)
            key = old.key if old and old.plan == plan else plan_key(plan)
            entry = replace(old or Entry(plan, key), plan=plan, key=key)
            if old and old.key == key:
                if old.problems:
                    entry = replace(entry, problems=self._said(entry))
            else:
                entry = replace(entry, broken=False, problems=(), says=())
                changed.append(entry)
            with self._lock:
                self.entries[plan.path], self._plans[key] = entry, plan
        for entry in changed:
            if entry.plan.format.is_paged:
                self._measure(entry)
        self._tell(entry for entry in changed if not entry.plan.format.is_paged)

    def _hang(
        self, planned: Iterable[tuple[Plan, ...] | None], seen: dict[tuple[str, str], tuple[Plan, ...] | None]
    ) -> None:
        """Put the entries into the order of the pack, and take down what is planned no more."""
        plans = [plan for plans in planned for plan in plans or ()]
        order = {plan.path: number for number, plan in enumerate(plans)}
        with self._lock:
            kept = {
                path: replace(entry, broken=entry.broken or path not in order)
                for path, entry in self.entries.items()
                if path in order or seen.get((entry.plan.kind, entry.plan.language), ()) is None
            }
            self.entries = dict(sorted(kept.items(), key=lambda item: order.get(item[0], len(order))))
            self._others = tuple(plan.path for plan in plans if not (can_be_seen(plan) or plan.awaited))
            live = {key for entry in kept.values() for key in (entry.key, entry.good)}
            for known in (self._plans, self._sealed):
                for key in known.keys() - live:
                    del known[key]

    def _measure(self, entry: Entry) -> None:
        with self._lock:
            task = Measure(self._seal(entry.key, entry.plan), self.request.cache)
        self.workers.do(task, entry.key).add_done_callback(partial(self._measured, entry.key))

    def _measured(self, key: str, done: Future[Extent | None]) -> None:
        extent = None if done.exception() else done.result()
        for entry in self._of(key):
            same = extent and entry.extent == extent
            fresh = replace(entry, extent=extent or entry.extent, broken=extent is None)
            self._put(replace(fresh, problems=self._said(fresh)))
            self._tell([fresh] if same else None)

    def _drawn(self, key: str, page: int, done: Future[Drawn]) -> None:
        """What a drawn picture, or one that could not be, says of itself."""
        with self._lock:
            del self._drawing[key, page]
        drawn = _result(done)
        for entry in self._of(key):
            good = key if drawn.data else entry.good
            fresh = replace(entry, says=drawn.problems, good=good, broken=not drawn.data)
            fresh = replace(fresh, problems=self._said(fresh))
            self._put(fresh)
            if (fresh.problems, fresh.broken) != (entry.problems, entry.broken):
                self._tell()

    def _said(self, entry: Entry) -> tuple[Problem, ...]:
        """What there is to say of an entry whose layouts are known, at the places of today."""
        drawn = (replace(problem, place=problem.place or entry.plan.place) for problem in entry.says)
        return each_once((*verdict([entry.plan], self.request.cache, Workers(1)), *drawn))

    def _hanging(self, key: str, page: int) -> Plan | None:
        """The plan of a picture that hangs on the wall, now or as the last good one."""
        with self._lock:
            entries = [entry for entry in self.entries.values() if key in (entry.key, entry.good)]
            plan = self._plans.get(key)
        seen = (figure.address for entry in entries for figure in entry.figures)
        return plan if f"{key}/{page}" in seen else None

    def _of(self, key: str) -> list[Entry]:
        with self._lock:
            return [entry for entry in self.entries.values() if entry.key == key]

    def _put(self, entry: Entry) -> None:
        with self._lock:
            now = self.entries.get(entry.plan.path)
            if now and now.key == entry.key:
                self.entries[entry.plan.path] = entry

    def _seal(self, key: str, plan: Plan) -> Sealed:
        if key not in self._sealed:
            self._sealed[key] = sealed(plan, key)
        return self._sealed[key]

    def _tell(self, entries: Iterable[Entry] | None = None) -> None:
        """Tell everybody the new addresses of these entries; of none: that all may be new."""
        figures = [figure for entry in entries or () for figure in entry.figures]
        if figures or entries is None:
            for listener in tuple(self.listeners):
                listener({figure.id: figure.address for figure in figures})

    def _check_later(self) -> None:
        """Check what nobody looks at, once nobody is saving."""
        if self._check:
            self._check.cancel()
        self._check = Timer(_QUIET, self._check_now, (self._finding,))
        self._check.daemon = True
        self._check.start()

    def _check_now(self, finding: _Finding) -> None:
        done = self.checker.do(Check(self.request), "check")
        done.add_done_callback(partial(self._checked, finding))

    def _checked(self, finding: _Finding, done: Future[tuple[Problem, ...]]) -> None:
        finding.checked = (_bug(done.exception()),) if done.exception() else done.result()
        if finding is self._finding:
            self._tell()


def _named(kind: AssetKind, edition: Edition) -> tuple[str, str]:
    return kind.name, edition.language


def _tried(found: list[Problem], kind: AssetKind, edition: Edition) -> tuple[Plan, ...] | None:
    """What a kind plans; None if there are faults, which join those found."""
    try:
        plans = tried(found, plans_of, kind, kind.plan, edition)
    except FileTrouble as trouble:
        found += _problems(trouble)
        return None
    return None if plans is None else tuple(plans)


def _problems(trouble: Faults | FileTrouble | Misuse) -> tuple[Problem, ...]:
    return trouble.problems if isinstance(trouble, Faults) else (Problem(str(trouble)),)


def _result(done: Future[Drawn]) -> Drawn:
    """What was drawn; if the program stumbled, that it did."""
    error = done.exception()
    return Drawn(b"", "", (_bug(error),)) if error else done.result()


def _bug(error: BaseException | None) -> Problem:
    message = f"this is a bug of packbuild, not of your files: {type(error).__name__}: {error}"
    return Problem(message, hint="end the preview and start it again")
