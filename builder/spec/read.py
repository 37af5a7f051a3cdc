"""The spec of a year, read from its YAML file and its translations."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from builder.errors import Faults, FileTrouble, Place, Problem
from builder.phrases.tags import LANGUAGE
from builder.record import Record
from builder.source import Source, parse
from builder.source.folder import WrongFile, circles, plain_file
from builder.source.validate import did_you_mean
from builder.spec import cards, carousels, figures, hashtags, infographics, last_year, numbers, wording
from builder.spec.clocks import LONDON
from builder.spec.draft import Draft, drafted
from builder.spec.gathered import Gathered, gathered, in_translation, without_events
from builder.spec.markup import markup
from builder.spec.model import Spec
from builder.spec.names import Names, check_names
from builder.spec.placeholders import with_words
from builder.spec.posters import leaflet, posters
from builder.spec.rules import RULES
from builder.spec.scalars import is_zone
from builder.spec.translation import translated
from builder.spec.units import stale

_ANY_NAMES = Names()


class Version(Record):
    """The spec in one language; `source` knows the place of each value, be it translated or not."""

    language: str
    spec: Spec
    source: Source


class SpecFile(Record):
    """A year's spec in all its languages, the first as it is written, and what the lead should see."""

    versions: tuple[Version, ...]
    warnings: tuple[Problem, ...]


def read_spec(path: Path, root: Path, names: Names = _ANY_NAMES) -> SpecFile:
    """The spec of a file and its translations, as `2022.cy.yaml` beside `2022.yaml`.

    Faults with everything that is wrong in all of them; FileTrouble if one
    cannot be read. Files are shown as seen from `root`.
    """
    _check_home(path, root)
    original = parse(path, _shown(path, root))
    languages = written_languages(original)
    language = languages[0] if languages else ""
    collected = gathered(original, path.parent, [tag for tag in languages if tag], _readers(original))
    faults: list[Problem] = [*original.problems, *(collected.problems if collected else ())]
    own = collected.into(original) if collected else original
    versions = [_version(own, language, path.parent, names, faults)]
    filled, _ = with_words(own, language)
    for number, other in enumerate(languages):
        if not other or other in languages[:number] or not number:
            continue
        beside = translation_path(path, other)
        if absent := _absent(original, number, other, beside, root):
            faults.append(absent)
        else:
            source = _translated((original, filled), beside, root, (language, other), collected, faults)
            versions.append(_version(source, other, path.parent, names, faults))
            if (first := versions[0]) and (last := versions[-1]):
                stated = first.spec.statistics, last.spec.statistics
                faults.extend(numbers.translated(*stated, last.source))
    faults.extend(_unused(path, root, languages))
    faults.extend(_circles(path.parent, root))
    problems = in_order(faults)
    if any(problem.severity == "error" for problem in problems):
        raise Faults(problems)
    return SpecFile(tuple(version for version in versions if version), problems)


def year_look(path: Path, root: Path) -> str:
    """The look that the spec of a file names, if it can be read; it is not said what is wrong with it."""
    try:
        named = parse(path, _shown(path, root)).at(("look",))
    except (Faults, FileTrouble):
        return ""
    return named if isinstance(named, str) else ""


def _check_home(path: Path, root: Path) -> None:
    """FileTrouble if the spec is a link that leads out of its folder and of the campaign's."""
    real = Path(os.path.realpath(path))
    if not any(real.is_relative_to(os.path.realpath(home)) for home in (path.parent, root)):
        hint = "copy the file itself there"
        raise FileTrouble(f"{_shown(path, root)}: this is a link to a file outside its folder; {hint}")


def translation_path(path: Path, language: str) -> Path:
    """Where the translation of a spec is: `packs/2022.cy.yaml` for `packs/2022.yaml`."""
    return path.with_name(f"{path.stem}.{language}{path.suffix}")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, each once, file by file from top to bottom."""
    once = tuple(dict.fromkeys(problems))
    files = {problem.place.file if problem.place else "": None for problem in once}
    order = {file: number for number, file in enumerate(files)}
    return tuple(sorted(once, key=lambda problem: _position(problem, order)))


def _position(problem: Problem, files: dict[str, int]) -> tuple[int, int, int]:
    place = problem.place
    return (files[place.file], place.line, place.column) if place else (files[""], 0, 0)


def _version(
    source: Source, language: str, folder: Path, names: Names, found: list[Problem]
) -> Version | None:
    source, unknown = with_words(source, language)
    draft, spec, faults = drafted(source, language)
    found.extend((*unknown, *faults))
    found.extend(_checked(draft, folder, names))
    return Version(language, spec, source) if spec else None


def _checked(draft: Draft, folder: Path, names: Names) -> Iterator[Problem]:
    words = (
        hashtags.capitals,
        hashtags.linked,
        hashtags.carried,
        wording.alt_texts,
        wording.weekdays,
        wording.unwritten,
        wording.quotations,
        last_year.words,
        figures.long_numbers,
        numbers.shares,
        markup,
    )
    asked = (infographics.forms, posters, leaflet, cards.requests, cards.posts, carousels.order)
    rules = (*RULES, *asked, *words)
    yield from chain.from_iterable(rule(draft) for rule in rules)
    yield from cards.photos(draft, folder, stand_ins=names.stand_ins)
    yield from check_names(draft, names)


def _translated(
    originals: tuple[Source, Source],
    path: Path,
    root: Path,
    languages: tuple[str, str],
    collected: Gathered | None,
    found: list[Problem],
) -> Source:
    """The spec in another language; `originals` are the first's, as it is written and as it is filled in."""
    unfilled, original = originals
    try:
        written = parse(path, _shown(path, root))
        if collected:
            found.extend((*in_translation(written), *collected.lacking(languages[1])))
            source = translated(without_events(original), without_events(written), *languages)
            source = collected.translated(source, original, *languages)
        else:
            source = translated(original, written, *languages)
    except Faults as faults:
        found.extend(faults.problems)
        return original
    found.extend((*source.problems, *stale(unfilled, written)))
    return source


def _readers(source: Source) -> str:
    """The clock by which times in UTC are told: the campaign's, or London's."""
    named = source.at(("campaign", "timezone"))
    return named if isinstance(named, str) and is_zone(named) else LONDON


def written_languages(source: Source) -> list[str]:
    """The languages as they are written; whatever else stands there is a fault by itself."""
    written = source.at(("languages",))
    tags = written if isinstance(written, list) else ["en-GB"]
    return [tag if isinstance(tag, str) and re.match(LANGUAGE, tag) else "" for tag in tags]


def _absent(source: Source, number: int, language: str, beside: Path, root: Path) -> Problem | None:
    """The fault of a translation that is not there, or not one that may be read."""
    place = source.place(("languages", number))
    try:
        plain_file(beside.parent, beside.name)
    except WrongFile as wrong:
        return Problem(f"`{beside.name}` {wrong}", place, wrong.hint)
    except OSError:
        hint = f"write the words that differ into {_shown(beside, root)}, or delete `{language}` here"
        return Problem(f"there is no translation into `{language}`", place, hint)
    return None


def _circles(folder: Path, root: Path) -> Iterator[Problem]:
    """The fault of each link beside the spec that nobody can follow."""
    for name in circles(folder, below=False):
        place = Place(_shown(folder / name, root), 1, 1)
        yield Problem(f"`{name}` is a link that leads in a circle", place, "delete it")


def _unused(path: Path, root: Path, languages: list[str]) -> Iterator[Problem]:
    for beside in sorted(path.parent.glob(f"{path.stem}.*{path.suffix}")):
        language = beside.name[len(path.stem) + 1 : -len(path.suffix)]
        if language not in languages[1:]:
            hint = did_you_mean(language, languages[1:]) if languages[1:] else ""
            hint = hint or f"add `{language}` to the languages of {_shown(path, root)}"
            message = f"{_shown(beside, root)} is not used"
            yield Problem(message, None, hint, "warning")


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
