"""The pipeline: from the files that people wrote to the pack, one stage a line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial, reduce
from importlib import import_module
from operator import or_
from pathlib import Path, PurePosixPath

from builder.archive import epoch
from builder.brand.identity import Brand
from builder.brand.looks import look_names
from builder.errors import Faults, Misuse, Place, Problem, each_once
from builder.kinds import KINDS, kinds_named
from builder.kinds.kind import AssetKind
from builder.output.beside import Beside
from builder.output.brands import FontStore, keep_brand, known_brand
from builder.output.bundle import check_paths
from builder.output.cache import Cache
from builder.output.key import digest
from builder.output.make import Order, make, order, sound, verdict
from builder.output.owned import still_there
from builder.output.seen import unread
from builder.output.signature import Signer
from builder.output.swap import check_room
from builder.output.workers import Progress, Workers
from builder.pack.artworks import wrong_art
from builder.pack.carousels import wrong_names
from builder.pack.edition import Edition, First, placing
from builder.pack.formats import WHOLE
from builder.pack.imageless import imageless
from builder.pack.photographs import stood_in, unshown
from builder.pack.plan import Plan
from builder.pack.stepforms import undrawn_form
from builder.pack.themes import with_forms
from builder.phrases import phrases
from builder.pipeline.gaps import Choice, gaps
from builder.pipeline.keptplans import KeptPlans
from builder.pipeline.planning import accepted, plan_all, tried
from builder.pipeline.publishing import Built, places, published, read_back
from builder.pipeline.request import Request
from builder.pipeline.reserve import Said, stocked
from builder.platforms.limits import TEXT_LIMITS
from builder.platforms.posts import check_posts
from builder.platforms.sizes import SIZES, Size, size_names, sizes_named
from builder.record import Record, replace
from builder.source.validate import listed
from builder.spec.names import Names
from builder.spec.read import SpecFile, read_spec, year_look
from builder.spec.releases import read_release
from builder.text.scripts import SCRIPT_NAMES


class Planned(Record):
    """All that a pack will hold, decided; and what a lead should see of it so far."""

    editions: tuple[Edition, ...]
    plans: tuple[Plan, ...]
    problems: tuple[Problem, ...]
    untold: tuple[Plan, ...] = ()  # files that are not asked for, but that one asked for tells of
    fresh: tuple[Callable[[], None], ...] = ()  # has the next run know these plans

    @property
    def ready(self) -> tuple[Plan, ...]:
        """The plans of files that wait for no other, those that are not asked for last."""
        return (*(plan for plan in self.plans if not plan.awaited), *self.untold)


def build(
    request: Request, tell: Callable[[str], None], progress: Progress, signer: Signer | None = None
) -> Built:
    """Read, plan, make, sign, publish. Faults or FileTrouble leave what was published before as it was."""
    tell("Reading and laying out")
    drafted = _drafted(request, partial(_ahead, request, draws=request.whole))
    tree, archive = places(drafted.editions[0], request)
    check_room(tree, *filter(None, [archive]))  # sooner than after all that is made for it
    with Workers(request.jobs) as workers:
        ready = drafted.ready if sound(drafted.problems) else ()
        asked = order(ready, request.cache, still_there(tree, archive))
        workers.expect(tuple(asked.tasks.values()), lambda: _load(drafted, asked))
        planned = _checked(drafted, request, workers, progress)
        if not planned.plans:
            return Built(request.output, None, 0, (), planned.problems)
        tell(f"Making {len(planned.plans)} file{'s' * (len(planned.plans) != 1)}")
        assets, noted = make(asked, workers, progress)
        awaited = [plan for plan in planned.plans if plan.awaited]
        if awaited:
            tell("Checking what was made")
            reports, found = read_back(planned.editions[0], awaited, assets, request, workers)
            untold = len(drafted.untold)
            assets, noted = (*assets[: len(assets) - untold], *reports), (*noted, *found)
    problems = accepted((*planned.problems, *noted), strict=request.strict)
    tell("Publishing")
    built = published(planned.editions[0], assets, request, signer)
    request.cache.prune()
    return replace(built, problems=problems)


def _load(drafted: Planned, asked: Order) -> None:
    """Import all that draws, and what reads it back."""
    asked.load()
    if any(plan.awaited for plan in drafted.plans):
        import_module("builder.audit.inspection")


def check(request: Request, progress: Progress = lambda _: None) -> Planned:
    """Read, plan and lay out all that is asked for, and make nothing; Faults has all that is wrong.

    Words on photographs and art are looked at, as when their images are made.
    """
    with Workers(request.jobs) as workers:
        planned = _checked(_drafted(request, partial(_ahead, request)), request, workers, progress)
        found = unread(planned.plans, request.cache, workers)
    return replace(planned, problems=accepted((*planned.problems, *found), strict=request.strict))


def _ahead(request: Request, draws: bool = False) -> None:
    """Import what plans, and all that draws a whole pack: it will be needed when the brand is read."""
    with suppress(Faults, KeyError):  # which are told when kinds are asked for
        _kinds(request)
    for format_ in WHOLE if draws else ():
        format_.load()


def _drafted(request: Request, own: Callable[[], None]) -> Planned:
    """All that is planned and asked for, and what is wrong before anything is laid out."""
    editions, problems = read_editions(request, own)
    epoch(editions[0].spec.dates.start)  # told before anything is made, should it be wrong
    found = [*problems, *_left_out(editions[0], request), *imageless(editions[0]), *unshown(editions[0])]
    found += stood_in(editions[0])
    found += [*wrong_art(editions[0]), *wrong_names(editions[0])]
    found += undrawn_form(editions[0])
    kept = KeptPlans(request.cache, (_shown(request.brand, request.root), request.look))
    drafted = plan_all(editions, _kinds(request), found, kept)
    plans = _asked(drafted.every, request, editions[0].brand.sizes)
    if not any(problem.severity == "error" for problem in found):
        found += gaps(tuple(_choices(request, editions, drafted.shared)), plans, lambda: _whole(request))
    tried(found, check_paths, [plan.path for plan in plans])
    return Planned(editions, tuple(plans), tuple(found), tuple(_untold(plans, drafted.every)), drafted.fresh)


def _checked(drafted: Planned, request: Request, workers: Workers, progress: Progress) -> Planned:
    """The layouts of all that is drafted, judged."""
    found = [*drafted.problems]
    found += verdict((*drafted.plans, *drafted.untold), request.cache, workers, progress)
    if drafted.plans:
        keep_brand(drafted.editions[0].brand, *_brand_of(request))
        for keep in drafted.fresh:
            keep()
    wrong = {problem.place for problem in found if problem.severity == "error"}
    found += [note for plan in drafted.plans for note in plan.notes if note.place not in wrong]
    return replace(drafted, problems=accepted(found, strict=request.strict))


def check_all(requests: Iterable[Request]) -> tuple[Planned, ...]:
    """Each request checked; Faults has what is wrong in any of them."""
    found = list[Problem]()
    checked = [tried(found, check, request) for request in requests]
    if found:
        raise Faults(each_once(found))
    return tuple(planned for planned in checked if planned)


def asked_plans(request: Request) -> tuple[int, list[Plan]]:
    """The year, and the plans of all files that are asked for; Faults if they cannot be planned."""
    editions, found = read_editions(request)
    plans = plan_all(editions, _kinds(request), [*found]).every
    return editions[0].year, _asked(plans, request, editions[0].brand.sizes)


def read_editions(
    request: Request, own: Callable[[], None] | None = None
) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """The editions of all languages; the faults of the spec and of the brand come together.

    `own` is done meanwhile, if the brand must be read and another process may do so.
    """
    found = list[Problem]()
    beside = Beside(own if request.jobs != 1 else None)
    brand = tried(found, known_brand, *_brand_of(request), beside)
    kinds = tried(found, kinds_named, {*KINDS, *request.only} if request.only else ())
    names = reduce(or_, (kind.names for kind in kinds or ()), _names(brand, request))
    file = tried(found, read_spec, request.spec, request.root, names)
    sent = tried(found, lambda: (read_release(request.spec, request.root),))
    if brand is None or file is None or kinds is None or sent is None:
        raise Faults(found)
    drafts = (replace(each, released=sent[0]) for each in _editions(file, brand, request))
    editions = _with_fonts(tuple(drafts), request)
    found += [*brand.problems, *file.warnings]
    for edition, version in zip(editions, file.versions, strict=True):
        found += [*edition.phrases.problems, *check_posts(edition.spec, version.source)]
    spoken = ", ".join(edition.language for edition in editions)
    for language in request.languages:
        if not any(_speaks(edition, language) for edition in editions):
            raise Misuse(f"the pack has no language `{language}`; it has {spoken}")
    asked = request.languages
    wanted = tuple(
        edition for edition in editions if not asked or any(_speaks(edition, each) for each in asked)
    )
    return wanted, tuple(found)


def _brand_of(request: Request) -> tuple[Path, str, Mapping[str, str], Cache, str, bool]:
    """What a brand is known by: its folder, how that is shown, scripts, what is kept, the year's look."""
    shown, look = _shown(request.brand, request.root), request.look or year_look(request.spec, request.root)
    return request.brand, shown, SCRIPT_NAMES, request.cache, look, request.drafted


def _editions(file: SpecFile, brand: Brand, request: Request) -> Iterable[Edition]:
    first = First.of(file.versions[0].spec)
    drawn = with_forms(brand, file.versions[0].spec)
    for version in file.versions:
        yield Edition(
            spec=version.spec,
            brand=drawn,
            language=version.language,
            phrases=phrases(version.language, brand.own_phrases(version.language).entries),
            folder=request.spec.parent,
            place=placing(version.source.place, brand),
            texts=version.source.texts,
            first_language=first,
            written=digest(version.source.at(())),
            drafted=request.drafted,
        )


def _with_fonts(editions: tuple[Edition, ...], request: Request) -> tuple[Edition, ...]:
    """The editions with fonts for all scripts that any of them is written in."""
    said = tuple(Said(edition.language, frozenset(edition.characters)) for edition in editions)
    brand = stocked(editions[0].brand, request.brand, said, FontStore(request.cache))
    return tuple(replace(edition, brand=brand) for edition in editions)


def _names(brand: Brand | None, request: Request) -> Names:
    """What a spec may name, whatever the kinds; of the brand only if it can be read."""
    sizes = size_names(brand.sizes if brand else SIZES)
    looks, platforms = look_names(request.brand), tuple(TEXT_LIMITS)
    known = Names(sizes=sizes, platforms=platforms, looks=looks, stand_ins=request.drafted)
    if brand is None:
        return known
    return replace(
        known,
        designs=tuple(brand.designs),
        layouts=tuple(brand.slides.layouts) if brand.slides else None,
        icons=tuple(PurePosixPath(name).stem for name in brand.art if name.startswith("art/icons/")),
    )


def _kinds(request: Request) -> tuple[AssetKind, ...]:
    """The kinds asked for, or all kinds if one of them must see the others' files."""
    asked = kinds_named(request.only)
    return kinds_named() if any(kind.last for kind in asked) else asked


def _asked(plans: Iterable[Plan], request: Request, known: Sequence[Size]) -> list[Plan]:
    """The plans of the kinds and sizes that are asked for; what tells of all files, if all languages are."""
    names = {kind.name for kind in kinds_named(request.only)}
    sizes = {size.key for size in sizes_named(request.sizes, known)}
    wanted = (plan for plan in plans if plan.kind in names and (not sizes or plan.size in sizes))
    return [plan for plan in wanted if not (plan.awaited and request.languages)]


def _choices(request: Request, editions: Sequence[Edition], shared: Collection[Plan]) -> Iterator[Choice]:
    """Each value of the options that choose files; a file that languages share is of each."""
    for kind in kinds_named(request.only) if request.only else ():
        if not kind.lacks(editions[0]):  # which is told
            yield Choice("--only", kind.name, frozenset({kind.name}), lambda plan: plan.kind)
    for name in request.sizes:
        keys = frozenset(size.key for size in sizes_named([name], editions[0].brand.sizes))
        yield Choice("--size", name, keys, lambda plan: plan.size)
    always = frozenset(plan.path for plan in shared if not plan.awaited)
    for tag in request.languages:
        spoken = frozenset(edition.language for edition in editions if _speaks(edition, tag))
        yield Choice("--language", tag, spoken, lambda p: "" if p.awaited else p.language, always)


def _whole(request: Request) -> tuple[Plan, ...]:
    """What the pack would hold without the options that choose files."""
    editions, found = read_editions(replace(request, only=(), sizes=(), languages=()))
    return plan_all(editions, kinds_named(), list(found)).every


def _untold(asked: Sequence[Plan], every: Iterable[Plan]) -> Iterator[Plan]:
    """The other files, if one that is asked for tells of all."""
    if any(plan.awaited for plan in asked):
        paths = {plan.path for plan in asked}
        yield from (plan for plan in every if plan.path not in paths and not plan.awaited)


def _left_out(edition: Edition, request: Request) -> Iterable[Problem]:
    """What the pack goes without because the brand has no design or no file for it."""
    place = Place(f"{_shown(request.brand, request.root)}/_brand.yml", 1, 1)
    for kind in kinds_named(request.only):
        if file := kind.lacks(edition):
            message = f"the brand has no `{file}`, so the pack lacks {kind.help}"
            page = f"fields-of-{Path(file).stem}"
            start = f"`packbuild adopt {Path(file).stem}` copies one to start from"
            hint = f"{start}; `packbuild docs {page}` tells what stands in it"
            yield Problem(message, place, hint, "warning")
        lacking = [name for name in dict.fromkeys(kind.designs(edition)) if name not in edition.brand.designs]
        if lacking:
            message = f"the brand has no design {listed(lacking)}, so the pack lacks some of: {kind.help}"
            start = f"`packbuild adopt {lacking[0]}` copies one to start from"
            hint = f"{start}; `packbuild docs add-a-design` tells what stands in it"
            yield Problem(message, place, hint, "warning")


def _speaks(edition: Edition, language: str) -> bool:
    """Whether a tag, or what file names have of it, is the edition's; case tells no two apart (BCP 47)."""
    return language.lower() in (edition.language.lower(), edition.suffix)


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
