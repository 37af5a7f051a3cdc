"""What is wrong with logos where they are drawn: lost on a ground, or in one colour."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from builder.brand.boxes import Node
from builder.brand.design import Design
from builder.brand.designfaults import BrandNames, all_series
from builder.brand.findings import Findings, placed
from builder.brand.ink import Ink
from builder.brand.lockups import Ground, Logo, Shown, written_under
from builder.brand.logonames import LogoFile
from builder.brand.roles import ON
from builder.brand.slides import SlideDesign, SlideSet
from builder.brand.slots import PHOTO
from builder.brand.variants import layers
from builder.color import Color, ratio_text
from builder.errors import Place
from builder.record import Record
from builder.source import Loc
from builder.source.validate import listed

Tell = Callable[[Loc, str, str], None]
Names = tuple[str, ...]  # of the colours that a ground has, or passes through
Asked = tuple[Loc, str, Names]  # where a logo is asked for, its name, and what it stands on


class LogoUses(Record):
    """Where logos are drawn, by their names and those of the grounds that they stand on."""

    places: dict[tuple[str, Names], list[Place]]

    def ask(self, name: str, ground: Names, place: Place) -> None:
        """Note that a logo stands on a ground."""
        self.places.setdefault((name, ground), []).append(place)

    def tell(self, known: BrandNames, findings: Findings) -> None:
        """A fault for each logo of which the larger part is not seen somewhere, whatever its version."""
        main = known.logos.get("main")
        named: dict[str, dict[Names, list[Place]]] = {}
        for (name, ground), places in self.places.items():
            called = "main" if known.logos.get(name) == main else name  # `light`, of a brand that has none
            named.setdefault(called, {}).setdefault(ground, []).extend(places)
        for name, grounds in named.items():
            logo = known.logos.get(name)
            for speaking in logo.spoken() if logo and logo.whole else ():
                _tell_faint(name, speaking, grounds, known, findings)


def _tell_faint(
    name: str,
    spoken: tuple[str, Logo],
    grounds: Mapping[Names, list[Place]],
    known: BrandNames,
    findings: Findings,
) -> None:
    """One fault for all grounds on which a logo is not seen, or else a warning where parts are lost."""
    language, logo = spoken
    found = {ground: best_on(logo, ground, known).standing for ground in grounds}
    faint = {ground: standing.faint for ground, standing in found.items() if not standing.reads}
    partly = {ground: standing for ground, standing in found.items() if standing.reads and not standing.whole}
    called = f"the logo `{name}`" + (f" ({language})" if language else "")
    message, told = f"the larger part of {called} is not seen on {_on_grounds(faint)}", findings.fault
    if not faint:
        lost = max((standing.missed for standing in partly.values()), default=0.0)
        alike = _all([*map(_called, partly)])
        message, told = f"{lost:.0%} of {called} cannot be told from {alike}", findings.warn
    if grounds_told := faint or partly:
        where = placed([place for ground in grounds_told for place in grounds[ground]])
        place = logo.place or Place("_brand.yml", 1, 1)
        told(place, f"{message}, in {where}", _remedy(name, spoken, grounds_told, known))


def best_on(logo: Logo, ground: Names, known: BrandNames) -> Shown:
    """What of a logo is drawn on a colour of the brand, or on those it passes through, if there is room."""
    first, *others = (known.palette[name] for name in ground)
    return logo.on(first, known.palette[known.ink(ground)], *others)[0]


def _called(ground: Names) -> str:
    """A ground by its colours."""
    return " to ".join(f"`{name}`" for name in ground)


def _all(said: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def _on_grounds(faint: Mapping[Names, float]) -> str:
    return _all([f"{_called(ground)} ({ratio_text(ratio)})" for ground, ratio in faint.items()])


def _remedy(name: str, spoken: tuple[str, Logo], faint: Collection[Names], known: BrandNames) -> str:
    """What to do so that a logo is seen on some grounds too."""
    language, logo = spoken
    luminances = [known.palette[name].luminance for ground in faint for name in ground]
    bright: dict[Ground, bool] = {"dark": min(luminances) < _MIDDLE, "light": max(luminances) >= _MIDDLE}
    lacks = [ground for ground, found in bright.items() if found]
    if blends := all(ground[1:] for ground in faint):
        hint = "give the box that it stands in a `fill` of one colour"
    elif any(each.ground in lacks for each in logo.lockups):
        hint = "have it drawn otherwise: " + " and ".join(_own(logo, ground, name) for ground in lacks)
    else:
        hint = _written(name, language, logo, lacks)
    inks = [each.ink for each in logo.lockups]
    ways = [f"`{way}`" for way in ways_to_be_seen(inks, known.palette, known.roles)]
    if blends:
        ways = [way for way in ways if "plate" in way]  # no colour is read on all of it
    others = (
        f"; or add {' or '.join(ways)} to what `{name}:` says, for where no version is seen" if ways else ""
    )
    return hint + others


def _own(logo: Logo, ground: Ground, name: str) -> str:
    """Which drawing a logo has for a ground, and what it should be there."""
    files = [each.art.name for each in logo.lockups if each.ground == ground]
    how = "darker" if ground == "light" else "lighter"
    return f"{how} in {listed(files, 'and') if files else f'a version `{ground}: …` of `{name}`'}"


def _written(name: str, language: str, logo: Logo, lacks: Sequence[Ground]) -> str:
    """A logo as `_brand.yml` writes it with a version for the grounds that it lacks one for."""
    file = logo.lockups[0].art.name
    given = {"dark": f"light: {file}, dark: …", "light": f"dark: {file}, light: …"}
    version = f"{{{given[lacks[0]] if len(lacks) == 1 else 'light: …, dark: …'}}}"
    said = f"{{{language}: {version}}}" if language else version
    lacking = f"with a version for {' and '.join(lacks)} grounds"
    return f"under {written_under(name)} write `{name}: {said}`, {lacking}"


def ways_to_be_seen(
    inks: Sequence[Ink], colors: Mapping[str, Color], roles: Mapping[str, str]
) -> Iterator[str]:
    """What a logo may do where no version is seen: be painted as words are, or stand on a colour."""
    if not all(ink.merges for ink in inks):
        yield "one-color: true"
    names = dict.fromkeys(("background", "foreground", *(name for name in roles if not name.startswith(ON))))
    yield from [f"plate: {name}" for name in names if any(ink.on(colors[name]).whole for ink in inks)][:1]


_MIDDLE = 0.18  # of luminance: what looks as far from black as from white


def tell_overlaid(
    logos: Mapping[str, Logo | None], named: Mapping[str, tuple[LogoFile, ...]], tell: Tell
) -> None:
    """A fault for each drawing that would lose forms if it were painted in one colour, as the brand asks.

    One that may stand on a plate does that instead.
    """
    for name, logo in logos.items():
        by_path = {each.art.name: each for each in logo.lockups} if logo else {}
        for file in named[name]:
            shown = by_path.get(file.path)
            drawn_for_it = file.ground == "one-color"
            if shown and shown.ink.merges and (drawn_for_it or (file.derived and not file.plate)):
                message = (
                    f"`{file.path}` cannot be painted in one colour: forms that lie on others would be lost"
                )
                other = "give a drawing of one colour" if drawn_for_it else "add `plate: background` for it"
                tell(file.loc, message, f"cut them out of what they lie on, or {other}")


def logos_in(design: Design) -> Iterator[Asked]:
    """The logos that a design shows, where it asks for them, and on what; none on photographs."""
    for loc, layer in layers(design):
        background = layer.background or design.background
        body = layer.body or (design.body if layer.background else None)
        if body is not None and not (background.is_covered and PHOTO in design.needs):
            where = (*loc, "body") if layer.body else ("body",)
            series = ((name,) for _, names in all_series(design) for name in names)
            for ground in (background.grounds, *series):
                yield from _logos(where, body, ground)


def _logos(loc: Loc, node: Node, ground: Names) -> Iterator[Asked]:
    ground = (node.held.ground,) if node.held else (node.fill,) if node.fill else ground
    if node.logo is not None:
        yield (*loc, "logo", "name"), node.logo.name, ground
    kind = "column" if node.column else "row" if node.row else "grid"
    for number, child in enumerate(node.children):
        yield from _logos((*loc, kind, number), child, ground)


def logos_on_slides(slides: SlideSet) -> Iterator[Asked]:
    """The logos on slides, where they are asked for, and on what."""
    layouts = ((("layouts", key), design) for key, design in slides.layouts.items())
    designs: tuple[tuple[Loc, SlideDesign], ...] = ((("master",), slides.master), *layouts)
    for loc, design in designs:
        sides: tuple[tuple[Loc, SlideDesign], ...] = ((loc, design), ((*loc, "narrow"), design.narrowed))
        for at, each in sides:
            if each.logo is not None and (each is design or each.logo != design.logo):
                yield (*at, "logo", "name"), each.logo.name, (slides.grounds[each.ground].fill,)
