"""Which files each name of a logo stands for, and what is wrong with how they are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.brand.lockups import Form, Ground, Least
from builder.brand.logochoice import FORMS, GROUNDS, LANGUAGE, Lockups, Logo
from builder.record import Record, replace
from builder.source import Loc
from builder.source.validate import listed, named, slip

_PAIR = {"light", "dark"}
_GROUNDS: tuple[Ground, ...] = ("light", "dark")
_RANKS: Mapping[str, int] = {"large": 0, "medium": 1, "small": 2}
_VERSION = re.compile(r"(^|[-_ ])(light|white|dark|black|negative|reversed?|inverted|mono)$", re.IGNORECASE)
_FIELDS = (
    *FORMS,
    *GROUNDS,
    *(name for name in Lockups.model_fields if name not in ("one_color", *FORMS, *GROUNDS)),
)

MARK = "mark"  # the name of the logo without its words, which a brand need not name
_AFTER = 3  # the rank of what is drawn where no mark is seen: those come last among the others
_CODE = 2  # letters of a language that are no slip of the pen

Tell = Callable[[Loc, str, str], None]  # where, what is wrong, and a hint


class LogoFile(Record):
    """A file of a logo, and what `_brand.yml` says of it."""

    path: str = ""
    loc: Loc = ()  # where it is named
    alt: str = ""
    form: Form = ""
    ground: Ground = ""
    language: str = ""
    size: int = 0  # 0 of the main one, 1 of a medium and 2 of a small one that stand for it
    least: Least | None = None
    clear: float = 0.0
    plate: str = ""
    derived: bool = False


def says_main(logo: Logo) -> bool:
    """Whether the file says which logo is the main one: by name, by size, or as one for each ground."""
    given = logo.main is not None and bool(logo.main.path or logo.main.inside)
    return given or bool(logo.sizes) or "main" in logo.images or logo.images.keys() >= _PAIR


def logo_files(logo: Logo, tell: Tell = lambda *_: None) -> dict[str, tuple[LogoFile, ...]]:
    """The files of each logo by its name: those under `images` and sizes; `main`, `light`, `mark` from one.

    The version of `small` for dark grounds may be called `small-light`, and that of `main` `light`. Where
    nothing says which is the main one, it is the first that is not by its name a version of another.
    """
    reading = _Reading(logo, tell)
    images = {name: tuple(reading.image(name)) for name in logo.images}
    sizes: dict[str, tuple[LogoFile, ...]] = {
        size: tuple(reading.read(use, ("logo", size))) for size, use in logo.sizes.items()
    }
    main = tuple(reading.main(images, sizes))
    light = tuple(file for file in main if file.ground == "dark") or images.get("light") or main
    mark = images.get(MARK) or _mark(main, sizes.get("small", ()))
    found = {**images, **sizes, "main": main, "light": light, MARK: mark}
    return {name: files for name, files in found.items() if files}


def _mark(main: Sequence[LogoFile], small: Sequence[LogoFile]) -> tuple[LogoFile, ...]:
    """The main logo as it stands alone: symbols, or else what is `small`, go before what says a name.

    The others remain for grounds on which no mark is seen.
    """
    icons = {file.path for file in small}
    marks = [file for file in main if file.form == "symbol"]
    marks = marks or [replace(file, form="symbol") for file in main if file.path in icons and file.size]
    if not marks:
        return tuple(main)
    paths = {file.path for file in marks}
    return (*marks, *(replace(file, size=_AFTER) for file in main if file.path not in paths))


class _Reading(Record):
    logo: Logo
    tell: Tell

    def image(
        self, name: str, said: LogoFile | None = None, names: tuple[str, ...] = ()
    ) -> Iterator[LogoFile]:
        """The files of an image, and of what is by its name its version for dark grounds."""
        yield from self.read(self.logo.images[name], ("logo", "images", name), said, names=names)
        if said is None or not said.ground:
            yield from self._for_dark(name, said or LogoFile(), names)

    def _for_dark(self, name: str, said: LogoFile, names: tuple[str, ...] = ()) -> Iterator[LogoFile]:
        for version in (f"{name}-light", *(("light",) if name == "main" else ())):
            if version in self.logo.images:
                loc, dark = ("logo", "images", version), replace(said, ground="dark")
                yield from self.read(self.logo.images[version], loc, dark, names=names)

    def main(
        self, images: Mapping[str, tuple[LogoFile, ...]], sizes: Mapping[str, tuple[LogoFile, ...]]
    ) -> Iterator[LogoFile]:
        """The files of the main logo: its own lock-ups, its image, and the sizes that stand for it."""
        files = list(self.read(self.logo.main, ("logo", "main"), whole=True)) if self.logo.main else []
        pair = images.keys() >= _PAIR and "main" not in images  # as those of a size: for which ground
        files += [replace(file, ground=ground) for ground in _GROUNDS if pair for file in images[ground]]
        files += images.get("main", ())
        for size, found in sizes.items():
            known = {file.path for file in files}
            rank = max(_RANKS[size], 1) if files else 0
            files += [replace(file, size=rank) for file in found if file.path not in known]
        if not files and images:
            files += images[next((name for name in images if not _VERSION.search(name)), next(iter(images)))]
        dark = () if pair else self._for_dark("main", LogoFile())
        files += [file for file in dark if file.path not in {each.path for each in files}]
        said = LogoFile() if self.logo.main is None else _said(LogoFile(), self.logo.main)
        return self._told_apart(_within(file, said) for file in files)

    def _told_apart(self, files: Iterable[LogoFile]) -> Iterator[LogoFile]:
        """The files; two for the same shape, ground and language are a fault."""
        seen: dict[tuple[str | int, ...], LogoFile] = {}
        for file in files:
            first = seen.setdefault((file.form, file.ground, file.language, file.size), file)
            if first is file:
                yield file
            elif first.path != file.path:
                message = f"the logo has `{file.path}` for what it has `{first.path}` for already"
                self.tell(
                    file.loc, message, "say what each is for, as `stacked:` or `dark:`, or leave one out"
                )

    def read(
        self,
        lockups: Lockups,
        loc: Loc,
        said: LogoFile | None = None,
        *,
        whole: bool = False,
        names: tuple[str, ...] = (),
    ) -> Iterator[LogoFile]:
        """The files that lock-ups name, with what is said of them there and around them.

        A `whole` logo may say how it is drawn and leave its files to others.
        """
        said = _said(said or LogoFile(), lockups)
        if lockups.path in self.logo.images and lockups.path not in names:
            yield from self.image(lockups.path, said, (*names, lockups.path))
        elif lockups.path:
            yield replace(said, path=lockups.path, loc=loc)
        elif not lockups.inside and not whole:
            self.tell(loc, f"`{loc[-1]}` names no file", "add `path: logos/main.svg`")
        for key, inside in lockups.inside.items():
            if axis := self._axis(key, said, (*loc, key)):
                yield from self.read(inside, (*loc, key), replace(said, **axis), names=names)

    def _axis(self, key: str, said: LogoFile, loc: Loc) -> dict[str, Any]:
        """What a key says that a file is for; nothing if that is a fault."""
        axis, choices = next(
            ((axis, names) for axis, names in (("form", FORMS), ("ground", GROUNDS)) if key in names),
            ("language", ()),
        )
        meant = slip(key, _FIELDS) if axis == "language" and len(key) > _CODE else None
        if meant or (axis == "language" and not LANGUAGE.fullmatch(key)):
            hint = (
                f"did you mean `{meant}`?"
                if meant
                else f"it can be {listed(_FIELDS)}, or a language such as `cy`"
            )
            self.tell(loc, f"unknown field `{key}` in {named(loc[:-1])}", hint)
        elif before := getattr(said, axis):
            what = f"of {listed(choices)} a file is one" if choices else "a file is of one language"
            self.tell(loc, f"`{key}` stands inside `{before}`", what)
        else:
            return {axis: key}
        return {}


def _said(said: LogoFile, lockups: Lockups) -> LogoFile:
    """What holds for a file where lock-ups say something of all that they name."""
    given: dict[str, Any] = {
        "alt": lockups.alt or None,
        "least": lockups.least,
        "clear": lockups.clear,
        "plate": lockups.plate,
        "derived": lockups.one_color if isinstance(lockups.one_color, bool) else None,
    }
    return replace(said, **{name: value for name, value in given.items() if value is not None})


def _within(file: LogoFile, said: LogoFile) -> LogoFile:
    """A file with what is said of the whole logo, where nothing is said of it."""
    return replace(
        file,
        least=file.least or said.least,
        clear=file.clear or said.clear,
        plate=file.plate or said.plate,
        derived=file.derived or said.derived,
    )


def logo_alts(files: Mapping[str, tuple[LogoFile, ...]]) -> dict[str, str]:
    """The files inside the brand folder, and what the brand says of each; empty if it says nothing."""
    alts = dict[str, str]()
    for file in (file for each in files.values() for file in each):
        alts[file.path] = alts.get(file.path) or file.alt
    return alts
