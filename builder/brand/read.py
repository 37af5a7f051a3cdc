"""The brand folder as a Brand: everything read once, every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from builder.brand.brandfile import BrandFile, LightDark
from builder.brand.design import Design
from builder.brand.designfaults import Known, unknown_names
from builder.brand.fonts import WrongFont, read_font
from builder.brand.identity import Art, Brand, OfficeFonts
from builder.brand.scale import type_scale
from builder.brand.slidefaults import slide_faults
from builder.brand.slides import SlideSet
from builder.brand.svg import WrongArt, read_art
from builder.color import Color, contrast, parse_color
from builder.errors import Faults, Place, Problem
from builder.media import Font
from builder.source import Source, read
from builder.validate import did_you_mean, validate

_NAME = "_brand.yml"
_NOT_ROLES = {"palette"}
_READABLE = 4.5  # WCAG 2.2, 1.4.3
_CONVERT = "convert it to a static TrueType font (.ttf), one file a weight"

Result = TypeVar("Result")


def read_brand(folder: Path, shown_as: str) -> Brand:
    """The brand of a folder; Faults with everything wrong in it, FileTrouble if `_brand.yml` is missing."""
    return _Reader(folder, shown_as).brand()


class _Reader:
    """Reads part after part and remembers what is wrong, so that one run shows it all."""

    def __init__(self, folder: Path, shown_as: str) -> None:
        self.folder, self.shown_as = folder, shown_as
        self.problems: list[Problem] = []

    def brand(self) -> Brand:
        source = read(self.folder / _NAME, f"{self.shown_as}/{_NAME}")
        file = validate(BrandFile, source)
        own = file.defaults.packbuild
        palette, roles = self._palette(file, source)
        fonts = self._fonts(file, source)
        art = self._art()
        logos = self._logos(file, source)
        styles = type_scale(own.styles)
        families = self._families(file, source)
        self._pairs(file, source, palette, roles)
        named = {**palette, **{role: palette[name] for role, name in roles.items()}}
        named_logos = {*file.logo.images, *logos}  # a logo whose file is wrong is told of once
        designs = self._designs(Known(named, art, named_logos, styles))
        slides = self._slides(named, art, dict.fromkeys(named_logos))
        if any(problem.severity == "error" for problem in self.problems):
            raise Faults(self.problems)
        return Brand(
            name=file.meta.name,
            palette=palette,
            roles=roles,
            fonts=fonts,
            families=families,
            styles=styles,
            logos=logos,
            art=art,
            office=OfficeFonts(own.office.display, own.office.text),
            margin=own.margin,
            designs=designs,
            logo_files=self._logo_files(),
            slides=slides,
            problems=tuple(self.problems),
        )

    def _fault(self, place: Place, message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, place, hint))

    def _try(self, attempt: Callable[[], Result]) -> Result | None:
        try:
            return attempt()
        except Faults as faults:
            self.problems += faults.problems
            return None

    def _palette(self, file: BrandFile, source: Source) -> tuple[dict[str, Color], dict[str, str]]:
        palette: dict[str, Color] = {}
        for name, text in file.color.palette.items():
            try:
                palette[name] = parse_color(file.color.palette.get(text, text))
            except ValueError:
                place = source.place(("color", "palette", name))
                self._fault(place, f"`{text}` is no colour", 'write it like "#35214F"')
                palette[name] = Color(0, 0, 0)
        roles: dict[str, str] = {}
        for role in type(file.color).model_fields.keys() - _NOT_ROLES:
            name = getattr(file.color, role)
            if name is not None:
                roles[role] = self._role(name, role, palette, source)
        return palette, dict(sorted(roles.items()))

    def _role(self, name: str, role: str, palette: dict[str, Color], source: Source) -> str:
        """The palette name that plays the role; a colour written there joins the palette under its own text."""
        if name not in palette:
            try:
                palette[name] = parse_color(name)
            except ValueError:
                message = f"`{name}` is neither in the palette nor a colour"
                self._fault(source.place(("color", role)), message, did_you_mean(name, palette))
                return next(iter(palette))
        return name

    def _fonts(self, file: BrandFile, source: Source) -> tuple[Font, ...]:
        fonts: list[Font] = []
        for number, family in enumerate(file.typography.fonts):
            for index, font in enumerate(family.files if family.source == "file" else ()):
                place = source.place(("typography", "fonts", number, "files", index, "path"))
                italic = None if font.style is None else font.style == "italic"
                path = self._inside(font.path, place)
                if path is None:
                    continue
                try:
                    fonts.append(read_font(path, family.family, font.weight, italic))
                except WrongFont as wrong:
                    self._fault(place, f"`{font.path}` {wrong}", _CONVERT)
                except OSError:
                    self._fault(place, f"there is no font file `{font.path}`")
        return tuple(fonts)

    def _inside(self, name: str, place: Place) -> Path | None:
        """A file of the brand folder; nothing outside it is read."""
        path = (self.folder / name).resolve()
        if path.is_relative_to(self.folder.resolve()):
            return path
        self._fault(place, f"`{name}` lies outside the brand folder", "copy it into the brand folder")
        return None

    def _families(self, file: BrandFile, source: Source) -> dict[str, Mapping[str, tuple[str, ...]]]:
        typography, own = file.typography, file.defaults.packbuild.families
        known = {family.family for family in typography.fonts if family.source == "file" and family.files}
        first = typography.fonts[0].family
        base = typography.base.family or first
        families: dict[str, Mapping[str, tuple[str, ...]]] = {
            "text": {"default": (base,)},
            "display": {"default": (typography.headings.family or base,)},
        }
        for role, scripts in own.items():
            families[role] = {**families[role], **scripts}
        loc = ("defaults", "packbuild", "families")
        for role, scripts_ in families.items():
            for script, names in scripts_.items():
                for name in names:
                    if name not in known:
                        message = f"no font file of the family `{name}` is named under typography.fonts"
                        self._fault(source.place((*loc, role, script)), message, did_you_mean(name, known))
        return families

    def _art(self) -> dict[str, Art]:
        found: dict[str, Art] = {}
        for path in sorted((self.folder / "art").rglob("*.svg")):
            name = path.relative_to(self.folder).as_posix()
            art = self._drawing(path, name, Place(f"{self.shown_as}/{name}", 1, 1))
            if art is not None:
                found[name] = art
        return found

    def _drawing(self, path: Path, name: str, place: Place) -> Art | None:
        try:
            return read_art(path, name)
        except WrongArt as wrong:
            self._fault(Place(f"{self.shown_as}/{name}", wrong.line, 1), f"this drawing cannot be used: {wrong}")
        except OSError:
            self._fault(place, f"there is no file `{name}`")
        return None

    def _logos(self, file: BrandFile, source: Source) -> dict[str, Art]:
        paths = {name: (image.path, ("logo", "images", name)) for name, image in file.logo.images.items()}
        for size in ("large", "medium", "small"):
            use = getattr(file.logo, size)
            pair = {"main": use.light, "light": use.dark} if isinstance(use, LightDark) else {"main": use}
            for name, logo in pair.items():
                known = file.logo.images.get(logo or "")
                if logo and name not in paths:
                    paths[name] = (known.path if known else logo, ("logo", size))
        logos: dict[str, Art] = {}
        for name, (path, loc) in paths.items():
            if (inside := self._inside(path, source.place(loc))) is None:
                continue
            art = self._drawing(inside, path, source.place(loc))
            if art is not None:
                logos[name] = art
        if not paths:
            self._fault(source.place(("logo",)), "the brand has no logo", "add `main:` under logo.images")
        return logos

    def _logo_files(self) -> dict[str, bytes]:
        folder = self.folder / "logos"
        files = (path for path in sorted(folder.glob("*")) if path.suffix.lower() in {".svg", ".png", ".pdf"})
        return {path.name: path.read_bytes() for path in files}

    def _pairs(
        self, file: BrandFile, source: Source, palette: Mapping[str, Color], roles: Mapping[str, str]
    ) -> None:
        for number, pair in enumerate(file.defaults.packbuild.pairs):
            loc = ("defaults", "packbuild", "pairs", number)
            names = [roles.get(name, name) for name in pair]
            if missing := [name for name in names if name not in palette]:
                place = source.place((*loc, 0))
                self._fault(place, f"the palette has no `{missing[0]}`", did_you_mean(missing[0], palette))
                continue
            found = contrast(palette[names[0]], palette[names[1]])
            if found < _READABLE:
                message = f"{pair[0]} on {pair[1]} has a contrast of {found:.1f}:1, not {_READABLE}:1"
                self._fault(source.place((*loc, 0)), message, "make one darker or the other lighter")

    def _designs(self, known: Known) -> dict[str, Design]:
        folder = self.folder / "designs"
        designs: dict[str, Design] = {}
        for path in sorted(folder.glob("*.yaml")):
            source = self._try(lambda path=path: read(path, f"{self.shown_as}/designs/{path.name}"))  # type: ignore[misc]
            design = source and self._try(lambda source=source: validate(Design, source))  # type: ignore[misc]
            if source is None or design is None:
                continue
            for loc, kind, name, names in unknown_names(design, known):
                self._fault(source.place(loc), f"the brand has no {kind} `{name}`", did_you_mean(name, names))
            designs[path.stem] = design
        if not designs:
            place = Place(f"{self.shown_as}/{_NAME}", 1, 1)
            self._fault(place, "the brand has no design", f"add files like message.yaml to {self.shown_as}/designs/")
        return designs

    def _slides(
        self, palette: Mapping[str, Color], art: Mapping[str, Art], logos: Mapping[str, object]
    ) -> SlideSet | None:
        path = self.folder / "slides.yaml"
        if not path.exists():
            return None
        source = self._try(lambda: read(path, f"{self.shown_as}/slides.yaml"))
        slides = source and self._try(lambda: validate(SlideSet, source))
        if source is not None and slides is not None:
            for loc, message in slide_faults(slides, palette, art, logos):
                self._fault(source.place(loc), message)
        return slides
