"""A translation to fill in: written beside the spec, brought up to date, and read back from XLIFF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.errors import FileTrouble, Problem, reason
from builder.phrases.book import locale_of
from builder.record import Record
from builder.source import Data, Loc, Source, parse
from builder.source.folder import WrongFile, plain_file
from builder.spec.read import translation_path, written_languages
from builder.spec.translation import known_by
from builder.spec.units import Unit, place_in, stale, units
from builder.spec.worksheet import begun, continued, filled
from builder.spec.xliff import NoXliffError, Returned, from_xliff, to_xliff

_HEAD = """\
{year} in {language}. Write each text after its name, for instance  headline: "…"
What stays empty is shown as in {file}, and so are names, hashtags and addresses, which may be added.
A line `#: 3f2a9c1e …` has the words to translate; keep it, so that you are told when they change."""


class Translated(Record):
    """What became of a translation."""

    path: Path
    wrote: bool  # whether anything in it is new
    xliff: Path | None
    missing: Mapping[str, int]  # how many texts each part of the spec lacks
    taken: int  # texts that came from a file
    problems: tuple[Problem, ...]  # what is stale, and what of a file was not taken
    listed: bool  # whether the spec names the language


def translate(
    spec: Path, root: Path, language: str, *, xliff: bool = False, returned: Returned | None = None
) -> Translated:
    """Write what a translation lacks as empty fields, never over what it says.

    FileTrouble and Faults if the spec or its translation cannot be read, or if it is no translation.
    """
    original, path = parse(spec, _shown(spec, root)), translation_path(spec, language)
    languages = written_languages(original)
    if language in languages[:1]:
        raise FileTrouble(f"{original.file} is written in `{language}` itself: say another language")
    before = path.read_bytes().decode("utf-8-sig") if _there(path) else ""
    text = _continued(original, path, root, language, before)
    source = _written(path, root, text, before)
    notes, taken = list[Problem](), 0
    if returned:
        said, notes, taken = _taken(original, source, returned)
        source = _written(path, root, filled(original, source, said), text)
    return Translated(
        path=path,
        wrote=_text(path) != before,
        xliff=_exported(original, source, spec, language) if xliff else None,
        missing=Counter(
            str(unit.loc[0]) for unit in units(original.data) if not _said(original, source, unit)
        ),
        taken=taken,
        problems=(*stale(original, source), *notes),
        listed=language in languages,
    )


def read_returned(file: Path) -> Returned:
    """What a translator's file says; FileTrouble if it cannot be read."""
    try:
        return from_xliff(file.read_bytes())
    except OSError as error:
        raise FileTrouble(f"{file}: {reason(error)}") from None
    except NoXliffError as error:
        raise FileTrouble(f"{file}: {error}") from None


def _there(path: Path) -> bool:
    try:
        plain_file(path.parent, path.name)
    except WrongFile as wrong:
        raise FileTrouble(f"{path} {wrong}; {wrong.hint}") from None
    except OSError:
        return False
    return True


def _continued(original: Source, path: Path, root: Path, language: str, before: str) -> str:
    if before.strip():
        return continued(original, parse(path, _shown(path, root)))
    name = locale_of(language).get_display_name(locale_of("en-GB")) or language
    return begun(original, _HEAD.format(year=path.name.split(".")[0], language=name, file=original.file))


def _written(path: Path, root: Path, text: str, before: str) -> Source:
    """The translation after its file was written, if there is anything new; every text in it stays."""
    if text.split() != before.split():
        path.write_text(text, encoding="utf-8", newline="\r\n" if "\r\n" in before else "\n")
    return parse(path, _shown(path, root))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _taken(
    original: Source, source: Source, returned: Returned
) -> tuple[dict[Loc, tuple[str, ...]], list[Problem], int]:
    said, notes = dict[Loc, tuple[str, ...]](), list[Problem]()
    for id_, unit in _named(original):
        texts = returned.said.get(id_)
        if not texts:
            continue
        now = _said(original, source, unit)
        if returned.sources[id_] != unit.texts:
            message = f"`{id_}` was translated from other words than {original.file} has today"
            notes.append(_note(message, "it is left out: have it translated anew", original, unit))
        elif now and now != texts:
            message = f"`{id_}` is translated otherwise already"
            notes.append(_note(message, "it stays as it is: delete it to have the other", original, unit))
        elif not now:
            said[unit.loc] = texts
    return said, notes, len(said)


def _note(message: str, hint: str, original: Source, unit: Unit) -> Problem:
    return Problem(message, original.place(unit.loc, key=True), hint, "warning")


def _said(original: Source, source: Source, unit: Unit) -> tuple[str, ...]:
    """What a translation says for a unit; nothing if it lacks it."""
    place = place_in(original, source, unit.loc)
    return tuple(_flat(source.at(place) if place is not None else None))


def _flat(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for item in data if isinstance(data, list) else ():
        yield from _flat(item)


def _named(original: Source) -> Iterator[tuple[str, Unit]]:
    """Each unit with its id: the way to it, items by what they are known by, as XML takes it for a name."""
    for unit in units(original.data):
        yield ".".join(_called(original, unit.loc[: depth + 1]) for depth in range(len(unit.loc))), unit


def _called(original: Source, loc: Loc) -> str:
    """A step of the way to a text: the name of a field, what an item is known by, or its number."""
    items = original.at(loc[:-1])
    key = known_by(items) if isinstance(items, list) else None
    return str(items[int(loc[-1])][key] if key and isinstance(items, list) else loc[-1])


def _exported(original: Source, source: Source, spec: Path, language: str) -> Path:
    path = spec.with_name(f"{spec.stem}.{language}.xlf")
    tags = original.at(("languages",))
    first = str(tags[0]) if isinstance(tags, list) and tags else "en-GB"
    texts = ((id_, unit, _said(original, source, unit)) for id_, unit in _named(original))
    path.write_bytes(to_xliff(original.file, (first, language), texts))
    return path


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
