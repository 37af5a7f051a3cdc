"""The brand folder as a Brand: everything read once, every fault at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from builder.brand.artsets import sets_of
from builder.brand.brandfile import BrandFile, Packbuild
from builder.brand.brandyml import spelt_right
from builder.brand.colors import COLOR, Palette, read_colors, role_loc
from builder.brand.contrasts import Contrasts
from builder.brand.derived import derive_roles, tell_derived
from builder.brand.designfaults import BrandNames
from builder.brand.drawings import art_names, read_all_art, read_logo_files, read_logos
from builder.brand.easel import Easel
from builder.brand.features import Typefaces, tell_lacking_features, tell_lacking_small, with_features
from builder.brand.findings import Findings
from builder.brand.folder import found
from builder.brand.fontfamilies import Families
from builder.brand.fontfolder import font_folder
from builder.brand.identity import Art, Brand, Style
from builder.brand.logofaults import LogoUses
from builder.brand.lookfiles import forms, read_designs, read_slides
from builder.brand.looks import Look, look_names, look_of
from builder.brand.lookstyle import LookStyle, margin_of, read_styles
from builder.brand.officefonts import near_office
from builder.brand.own import read_phrases, read_sizes
from builder.brand.palette import prove_pairs, read_art_colors, read_headings, read_link
from builder.brand.paper import read_paper
from builder.brand.photouse import TONES, colors_of
from builder.brand.printchoice import read_inks
from builder.brand.rolechoice import with_all_roles
from builder.brand.roles import Faint, with_words
from builder.brand.scale import type_scale
from builder.brand.scriptkeys import Scripts
from builder.brand.standins import pictures_of
from builder.brand.stylefaults import tell_idle_styles, tell_stiff_styles, tell_strange_styles
from builder.brand.supplied import names_fonts, supplied_families, supplied_fonts, tell_supplied
from builder.brand.tilefaults import tell_idle_tiles
from builder.brand.typefaces import Reading, read_typefaces
from builder.brand.weights import tell_lacking_emphasis, tell_lacking_weights
from builder.color import Color
from builder.errors import Faults, Place, Problem
from builder.media import Font, Store, held
from builder.platforms.sizes import size_names
from builder.record import Record, replace
from builder.source import Source, parse
from builder.source.folder import WrongFile, circles, contents, plain_file
from builder.source.validate import salvaged

_NAME = "_brand.yml"


def read_brand(
    folder: Path,
    shown_as: str,
    scripts: Scripts | None = None,
    store: Store = held,
    easel: Easel | None = None,
    look: str = "",
    drafted: bool = False,
) -> Brand:
    """The brand of a folder; Faults with everything wrong in it, FileTrouble if `_brand.yml` is missing.

    `scripts` are those that texts are told apart by, if families of others are to be told; `store` keeps
    what is made of fonts; `easel` makes the pictures that drawings need, if they are to be shown; `look`
    is the name of that which a year has instead of the brand's. Where it is `drafted`, words that cannot
    be read where they stand are warnings: a draft shows them.
    A folder in which no file has changed is not read again.
    """
    known = None if scripts is None else tuple(scripts.items())
    return _brand(folder, shown_as, known, contents(folder), store, easel, (look, drafted))


@lru_cache(maxsize=4)
def _brand(
    folder: Path,
    shown_as: str,
    scripts: tuple[tuple[str, str], ...] | None,
    state: str,
    store: Store,
    easel: Easel | None,
    asked: tuple[str, bool],  # as `look` and `drafted` above
) -> Brand:
    file, source, findings = _brand_file(folder, shown_as)
    named, findings.drafted = asked
    own = file.defaults.packbuild
    if "color" in source.unread:  # colours that it names are not lacking
        findings.untold.add(COLOR)
    ink = _ink(file, source, findings)
    look = _look(folder, shown_as, named, own, source, findings)
    said = read_styles(look, findings)
    layers = (*(each.styles for each in reversed(said)), own.styles)
    weights = (file.typography.base.weight, file.typography.headings.weight)
    styles = type_scale(layers, *weights)
    reading = Reading(folder, shown_as, source, findings, store, easel)
    fonts, families = _fonts(file, styles, None if scripts is None else dict(scripts), reading)
    fonts = with_features(fonts, file, source, findings)
    faces = Typefaces(styles, fonts, families)
    tell_lacking_features(file, faces, source, findings)
    tell_strange_styles(own, layers[:-1], source, findings)
    tell_stiff_styles(own, styles, source, findings)
    link, paper = read_link(file, ink.colors, source, findings), read_paper(file, source, findings)
    headings = read_headings(file, ink.colors, source, findings)
    for name in colors_of(own.photographs):
        if name not in ink.colors:
            place = source.place(("defaults", "packbuild", "photographs"), says=name)
            findings.lacking(COLOR, name, place, (*TONES, *ink.colors))
    art = _art(file, ink.colors, fonts, look, reading)
    logos, logo_alts = read_logos(file.logo, ink.colors, fonts, reading)
    inks = read_inks(own.print, ink.colors, folder, source, findings)
    sizes = findings.attempt(lambda: read_sizes(folder, shown_as)) or ()
    families_of = {name: style.family for name, style in styles.items()}
    names = size_names(sizes) if sizes else ()
    pieces, sets = _pieces(look), _sets(look, said)
    known = BrandNames(ink.colors, ink.roles, pieces, logos, families_of, names, sets)
    contrasts, shown = Contrasts(known, ink.places, ink.faint), LogoUses({})
    designs, places = read_designs(look, known, contrasts, shown, findings)
    tell_lacking_small(designs, places, faces, findings)
    tell_lacking_emphasis(designs, places, faces, findings)
    slides = read_slides(look, known, contrasts, shown, (art, fonts), findings)
    tell_idle_tiles(own, designs.values(), slides, source, findings)
    tell_idle_styles(own, layers[:-1], designs.values(), source, findings)
    contrasts.tell(findings)
    shown.tell(known, findings)
    logo_files = read_logo_files(logo_alts, fonts, reading)
    own_words = read_phrases(folder, shown_as, findings)
    for name in circles(folder):
        found(folder, name, shown_as, findings)
    return Brand(
        name=file.meta.name,
        palette=ink.palette,
        roles=ink.roles,
        fonts=fonts,
        families=families,
        styles=styles,
        logos={name: logo for name, logo in logos.items() if logo},
        art=art,
        office=near_office(file, families, fonts),
        margin=margin_of(own.margin, said),
        tiles=own.tiles,
        paper=paper,
        link=link,
        headings=headings,
        designs=designs,
        logo_files=logo_files,
        logo_alts={path: alt for path, alt in logo_alts.items() if alt},
        slides=slides,
        photographs=own.photographs,
        pictures=pictures_of([each.pictures for each in said]),
        sets=sets,
        crests=next((each.crests for each in said if each.crests), ("rolling",)),
        sizes=sizes,
        own_words=own_words,
        problems=findings.check(),
        places=places,
        files=look.files,
        look=look.name,
        inks=inks,
        digest=state,
    )


def _look(
    folder: Path, shown_as: str, asked: str, own: Packbuild, source: Source, findings: Findings
) -> Look:
    """The look that a year asks for, or the brand; another, if there is none of that name."""
    named = ("defaults", "packbuild", "look")
    if own.look and own.look not in look_names(folder):
        findings.lacking("look", own.look, source.place(named), look_names(folder))
    known = (name for name in (asked, own.look) if name in look_names(folder))
    return look_of(folder, shown_as, next(known, ""))


def _sets(look: Look, said: Sequence[LookStyle]) -> Mapping[str, Mapping[str, str]]:
    """The sets of drawings of which a campaign has one."""
    return sets_of([each.sets for each in said], [art_names(each.path) for each in look.folders])


def _pieces(look: Look) -> set[str]:
    """The names of the art that there is, whether it can be read or not."""
    return {name for each in look.folders for name in art_names(each.path)}


class _Ink(Record):
    """The brand's colours."""

    palette: Palette
    roles: Mapping[str, str]
    faint: Mapping[str, Faint]  # grounds on which nothing of the brand is read
    places: Mapping[str, Place]  # of the roles that the file gives

    @property
    def colors(self) -> Palette:
        """By the names of the palette and of the roles."""
        return {**self.palette, **{role: self.palette[name] for role, name in self.roles.items()}}


def _ink(file: BrandFile, source: Source, findings: Findings) -> _Ink:
    palette, given = read_colors(file.color, file.defaults.packbuild.roles, source, findings)
    usual = derive_roles(palette, given)
    tell_derived(file.color, usual, palette, source, findings)
    roles, faint = with_words(palette, with_all_roles(palette, given, usual))
    ink = _Ink(palette, roles, faint, {role: source.place(role_loc(role, source)) for role in given})
    prove_pairs(file, ink.colors, source, findings)
    return ink


def _fonts(
    file: BrandFile, styles: Mapping[str, Style], scripts: Scripts | None, reading: Reading
) -> tuple[tuple[Font, ...], Families]:
    """The brand's own, or those that come along for a brand that names none."""
    if names_fonts(file.typography, reading.source):
        typefaces = read_typefaces(file, styles, scripts, reading)
        tell_lacking_weights(file, styles, typefaces, reading.source, reading.findings)
        return typefaces
    lying = font_folder(reading.folder, reading.shown_as, (), reading.store, reading.findings)
    tell_supplied(file.typography, lying, reading.source, reading.findings)
    return supplied_fonts(), supplied_families()


def _art(
    file: BrandFile,
    colors: Mapping[str, Color],
    fonts: tuple[Font, ...],
    look: Look,
    reading: Reading,
) -> dict[str, Art]:
    """The art of the look, and the brand's own, which goes before it."""
    mapped = read_art_colors(file, colors, reading.source, reading.findings)
    read = (
        read_all_art(colors, mapped, fonts, replace(reading, folder=each.path, shown_as=each.shown_as))
        for each in reversed(look.folders)
    )
    return {name: art for each in read for name, art in each.items()}


def _brand_file(folder: Path, shown_as: str) -> tuple[BrandFile, Source, Findings]:
    """The file, as far as it is valid, and what is wrong with it; Faults if nothing of it can be read."""
    try:
        parsed = parse(_plain(folder, shown_as), f"{shown_as}/{_NAME}", shared=True)
    except Faults as faults:
        raise Faults([*faults.problems, *forms(folder, shown_as)]) from None
    source, told = spelt_right(parsed)
    file, wrong = salvaged(BrandFile, source)
    places = [problem.place for problem in wrong if problem.place]
    findings = Findings([*(each for each in told if not _within(each.place, places)), *wrong])
    if file is None:
        raise Faults([*findings.problems, *forms(folder, shown_as)])
    return file, source, findings


def _within(place: Place | None, others: list[Place]) -> bool:
    """Whether a place is, or is inside, one of others."""
    if place is None:
        return False
    alike = [other for other in others if (other.file, other.line) == (place.file, place.line)]
    return any(other.column <= place.column < other.column + other.length for other in alike)


def _plain(folder: Path, shown_as: str) -> Path:
    try:
        return plain_file(folder, _NAME)
    except WrongFile as wrong:
        problem = Problem(f"`{_NAME}` {wrong}", Place(f"{shown_as}/{_NAME}", 1, 1), wrong.hint)
        raise Faults([problem]) from None
    except OSError:
        return folder / _NAME  # whoever reads it tells what is wrong
