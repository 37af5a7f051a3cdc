"""Plans in, files out: each drawn once, those of an earlier run taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.content.recipe import Recipe, recipes_in
from builder.errors import Faults, Place, Problem, each_once
from builder.output.cache import Cache, Kept
from builder.output.key import layout_key, plan_key
from builder.output.layouts import finished, lay_out
from builder.output.parts import KeptParts
from builder.output.workers import Done, Progress, Workers
from builder.pack.plan import Plan, nowhere
from builder.record import Record, as_json, replace
from builder.render.parts import kept_in

_MANY = 20  # layouts that a document shows

Made = tuple[bytes, tuple[Problem, ...]]
Found = tuple[Kept, tuple[Problem, ...]]


class Asset(Record):
    """A file of the pack: its plan, and its bytes."""

    plan: Plan
    file: Kept


class Draw(Record):
    """A file to be drawn, from layouts that are kept, and to be kept under its key."""

    plan: Plan
    key: str
    cache: Cache

    @property
    def seconds(self) -> float:
        """About how long it takes."""
        return self.plan.format.seconds

    @property
    def large(self) -> bool:
        """Whether it takes much memory, as guides do: a document that shows many layouts."""
        pictures = self.plan.format.is_pixels  # of one layout each
        return not pictures and sum(1 for _ in recipes_in(self.plan.content)) >= _MANY

    def __call__(self) -> tuple[Found, tuple[str, ...]]:
        """The file with what its maker says, and what had to be laid out anew for it."""
        content, anew = finished(self.plan.content, self.cache, later=self.plan.format.looks)
        with kept_in(KeptParts(self.cache)):
            data, problems = render(replace(self.plan, content=content))
        if not sound(problems):
            return (Kept.of(b""), problems), tuple(anew)
        prove(self.plan, data)
        file = self.cache.put(self.key, data, as_json(problems))
        return (file, problems), tuple(anew)


class Order(Record):
    """Files that are asked for: those that are known from before, and what there is to do for the others."""

    plans: tuple[Plan, ...]
    known: Mapping[int, Found]  # by the number of the plan
    tasks: Mapping[int, Draw]  # in the order in which they are best done

    def load(self) -> None:
        """Import all that the tasks draw with."""
        for format_ in {task.plan.format for task in self.tasks.values()}:
            format_.load()


def order(plans: Sequence[Plan], cache: Cache, there: Callable[[str], str] = lambda _: "") -> Order:
    """The plans, asked for from a cache; `there` tells the digest of what is published under a path."""
    keys = [plan_key(plan) for plan in plans]
    found = ((number, cache.find(keys[number], there(plan.path))) for number, plan in enumerate(plans))
    known = {number: (each[0], tuple(map(problem_of, each[1]))) for number, each in found if each}
    missing = sorted((n for n in range(len(plans)) if n not in known), key=lambda n: _turn(plans[n]))
    tasks = {n: Draw(replace(plans[n], find=nowhere), keys[n], cache) for n in missing}
    return Order(tuple(plans), known, tasks)


def verdict(
    plans: Sequence[Plan], cache: Cache, workers: Workers, progress: Progress = lambda _: None
) -> tuple[Problem, ...]:
    """What there is to say of all plans' layouts, each once; the layouts are in the cache then."""
    recipes = [(plan, recipe) for plan in plans for recipe in recipes_in(plan.content)]
    remarks = lay_out((recipe for _, recipe in recipes), cache, workers, progress)
    return each_once(
        plan.problem(recipe, remark) for plan, recipe in recipes for remark in remarks[layout_key(recipe)]
    )


def make(
    order: Order, workers: Workers, progress: Progress = lambda _: None
) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The files of all plans, in their order, and what their makers warn of.

    Faults holds the errors of all makers.
    """
    plans, made = order.plans, dict(order.known)
    for done, number in enumerate(made, 1):
        progress(Done("taken", plans[number].path, done, len(plans)))
    missing = tuple(order.tasks)
    for place, (found, anew) in workers.work(tuple(order.tasks.values())):
        number = missing[place]
        made[number] = found
        for name in anew:
            progress(Done("laid out", name, len(made), len(plans)))
        progress(Done("drawn", plans[number].path, len(made), len(plans)))
    problems = told(plans, made)
    if not sound(problems):
        raise Faults(problems)
    return tuple(Asset(plan, made[number][0]) for number, plan in enumerate(plans)), problems


def _turn(plan: Plan) -> tuple[bool, str, str]:
    """When a file is drawn: documents first, which take longest; images of a size and design together.

    They have art and ground in common, which a worker keeps for as long as it draws what is like it.
    """
    return plan.format.is_pixels, plan.size, plan.path


def sound(problems: Iterable[Problem]) -> bool:
    """Whether there is no error among them."""
    return not any(problem.severity == "error" for problem in problems)


def told(plans: Sequence[Plan], made: Mapping[int, Found]) -> tuple[Problem, ...]:
    """What makers say and what is too heavy, each once; what has no place names its file."""
    once = dict[Problem, None]()
    where = dict[Problem, list[str]]()
    first = dict[Place, Problem]()  # of those that one line of a design has in common
    for number, plan in enumerate(plans):
        file, problems = made[number]
        once |= dict.fromkeys(_weighed(plan, file.size))
        for problem in problems:
            if shown := _shown(plan, problem.cause):
                placed = first.setdefault(shown, replace(problem, place=shown, cause=""))
            else:
                placed = replace(problem, place=problem.place or plan.place, cause="")
            where.setdefault(placed, []).append(plan.path)
    return (*once, *(_in_files(problem, paths) for problem, paths in where.items()))


def _shown(plan: Plan, part: str) -> Place | None:
    """The place in the design of what a maker complains of."""
    return plan.content.drawn_by(part) if part and isinstance(plan.content, Recipe) else None


def _in_files(problem: Problem, paths: Sequence[str]) -> Problem:
    others = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return replace(problem, message=f"{problem.message} (in {paths[0]}{others})")


def _weighed(plan: Plan, size: int) -> Iterator[Problem]:
    """A warning if a file is too heavy for its platform."""
    if plan.budget and size > plan.budget:
        most = plan.budget // 1000
        message = f"{plan.path} has {size // 1000:,} KB; its platform asks for at most {most:,} KB"
        yield Problem(message, plan.place, "a plainer design or photograph makes it lighter", "warning")


def prove(plan: Plan, data: bytes) -> None:
    """Measure a picture against its plan: ValueError if it is another."""
    if plan.width and plan.format.is_pixels and not plan.format.is_supplied:
        from builder.render.proof import measure  # noqa: PLC0415  opens images: not for `--help`

        size = measure(data)
        wanted = (plan.width, plan.height, plan.format.media_type, True, plan.clear)
        if size != wanted:
            raise ValueError(f"{plan.path}: made (width, height, type, sRGB, alpha) {size}, planned {wanted}")


def render(plan: Plan) -> Made:
    """One plan's file, with what its maker says; the errors of Faults are among them."""
    try:
        result = plan.format.render(plan.content, **dict(plan.options))
    except Faults as faults:
        return b"", faults.problems
    except Exception as error:
        error.add_note(f"while making {plan.path}")
        raise
    return result if isinstance(result, tuple) else (result, ())


def problem_of(entry: dict[str, Any]) -> Problem:
    """A problem as the cache has it."""
    place = entry["place"] and Place(**entry["place"])
    return Problem(**{**entry, "place": place, "where": tuple(entry["where"])})
