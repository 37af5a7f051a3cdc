"""An edition: all that a kind may see of one campaign in one language, for all or for one partner."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Self

from builder.brand.identity import Art, Brand
from builder.brand.lockups import Lockup, Logo
from builder.errors import Place
from builder.pack.formats import Format
from builder.phrases import Phrases
from builder.phrases.book import locale_of
from builder.platforms.sizes import SIZES, Size
from builder.record import Record, derived
from builder.source import Loc
from builder.source.addresses import shown_address
from builder.spec.clocks import Clocks, clocks_of
from builder.spec.dated import Event
from builder.spec.links import Utm, counted
from builder.spec.model import Spec
from builder.spec.releases import Release

# What stands in for a photograph: the brand sheet shows it too.
STAND_IN = Path(__file__).parents[1] / "brandsheet/photograph.png"
LOGO = "logo of the brand"  # with its name, the place of one: a remark that is no matter of the spec's
COPY = "copy"  # the folder of the texts that partners copy and send, which the guide tells of too


class Voice:
    """A brand in one language: all that a design takes from an edition, or from a sample without a spec."""

    brand: Brand
    language: str

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return locale_of(self.language).character_order == "right-to-left"

    def art(self, names: Collection[str]) -> tuple[Art, ...]:
        """The brand's art of these names, in the brand's order."""
        return tuple(art for name, art in self.brand.art.items() if name in names)

    def logos(self, names: Collection[str]) -> tuple[tuple[str, Logo], ...]:
        """The logos of these names in the edition's language, with their names, in the brand's order."""
        found = ((name, logo) for name, logo in self.brand.logos.items() if name in names)
        return tuple((name, logo.speaking(self.language)) for name, logo in found)

    def lockup_of(self, file: str) -> Lockup | None:
        """The lock-up that a logo's file draws; None of one that is named by none."""
        lockups = (each for logo in self.brand.logos.values() for each in logo.lockups)
        return next((each for each in lockups if each.art.name == file), None)


class First(Record):
    """What all languages take from the first, as names and chances are the same in all of them."""

    short_name: str
    events: tuple[Event, ...]

    @classmethod
    def of(cls, spec: Spec) -> Self:
        """That of a spec in its first language."""
        return cls(spec.campaign.short_name, spec.events)


@dataclass(frozen=True, eq=False)  # one pack a run: known by itself, so that what is derived is kept
class Edition(Voice):
    """One spec, one brand, one language, one partner or none: the one axis along which packs differ."""

    spec: Spec
    brand: Brand
    language: str
    phrases: Phrases
    folder: Path = field(repr=False, compare=False)  # where the spec and its photographs lie
    # Where a value is written, as Source.place says it.
    place: Callable[..., Place | None] = field(repr=False, compare=False)
    # Every text of the spec, each with its place in the data, as Source.texts says it.
    texts: Callable[[], Iterator[tuple[Loc, str]]] = field(
        default=lambda: iter(()), repr=False, compare=False
    )
    first_language: First | None = field(default=None, repr=False)  # none given: this is the first
    written: str = field(default="", repr=False, compare=False)  # the digest of all that the spec says in it
    released: Release | None = field(default=None, repr=False)  # what the calendars said when last sent
    drafted: bool = False  # whether a picture stands in for a photograph that is not there
    partner: str = ""  # the id of the partner whose copies these are; none given: the campaign's own

    def picture(self, file: str) -> Path:
        """Where a photograph of the spec lies, or what stands in for it in a draft."""
        path = self.folder / file
        return STAND_IN if self.drafted and not path.is_file() else path

    @property
    def year(self) -> int:
        """The year of the campaign's first day."""
        return self.spec.dates.start.year

    @property
    def name(self) -> str:
        """What the pack is called: the campaign and its year."""
        return _of_year(self.spec.campaign.name, self.year)

    @property
    def short_name(self) -> str:
        """The same where room is scarce."""
        return _of_year(self.spec.campaign.short_name, self.year)

    @property
    def pack(self) -> str:
        """The folder of its pack, which all its languages share: `2022`, or `2022-harbour-trust`."""
        return "-".join(filter(None, (str(self.year), self.partner)))

    @derived
    def stem(self) -> str:
        """What every file name starts with: `imhaw-2022`."""
        return f"{slug(self.spec.campaign.short_name)}-{self.pack}"

    @property
    def common(self) -> First:
        """What all languages have from the first."""
        return self.first_language or First.of(self.spec)

    @property
    def first(self) -> bool:
        """Whether this is the spec's first language, whose pack holds what all languages share."""
        return self.language == self.spec.languages[0]

    @derived
    def suffix(self) -> str:
        """What file names say of the language: `en`, or the whole tag where two share its start."""
        first = self.language.split("-")[0]
        alike = [tag for tag in self.spec.languages if tag.split("-")[0] == first]
        return first if len(alike) < 2 else self.language.lower()

    def path(self, folder: str, name: str, format: Format) -> str:  # noqa: A002  the field's word
        """Where a file of this name goes: `copy/imhaw-2022_posts_en.csv`."""
        return f"{folder}/{self.stem}_{name}_{self.suffix}.{format.ending}"

    def front_path(self, name: str, format: Format) -> str:  # noqa: A002  as above
        """Where a file at the front of the pack goes, the first language's by its name alone: `x.txt`."""
        return f"{name}.{format.ending}" if self.first else f"{name}_{self.suffix}.{format.ending}"

    @property
    def brand_name(self) -> str:
        """What the brand is called; without a name of its own, who organises the campaign."""
        return self.brand.name or self.spec.campaign.organiser

    @property
    def logo_files(self) -> Mapping[str, bytes]:
        """The logos that go into the pack as they are, by name."""
        return self.brand.logo_files

    def logo_alt(self, file: str) -> str:
        """Whose logo a file is: what the brand says, or the campaign's name in the edition's language."""
        return self.brand.logo_alts.get(file, self.spec.campaign.name)

    @derived
    def clocks(self) -> Clocks:
        """The clocks of its events."""
        return clocks_of(self.spec.campaign.timezone, self.spec.events)

    @derived
    def words(self) -> Mapping[str, str]:
        """The words every design may use, whatever the card."""
        spec, phrases = self.spec, self.phrases
        slots = {
            "campaign": spec.campaign.name,
            "short_name": spec.campaign.short_name,
            "organiser": spec.campaign.organiser,
            "website": bare_url(spec.campaign.website),
            **addressed(spec.campaign.website, spec.campaign.utm),
            "theme": spec.theme.title,
            "strapline": spec.theme.strapline or "",
            "hashtag": spec.theme.hashtag,
            "dates": phrases.date_range(spec.dates.start, spec.dates.end),
            "dates_short": phrases.date_range(spec.dates.start, spec.dates.end, year=False),
            "year": str(self.year),
            "call": phrases["find_out_more"],
        }
        return {slot: words for slot, words in slots.items() if words}

    @property
    def characters(self) -> Iterator[str]:
        """Every character of what it may say, in the spec's words and in the program's."""
        own = self.phrases.entries.values()
        said = ([phrase] if isinstance(phrase, str) else phrase.values() for phrase in own)
        return chain.from_iterable(chain((text for _, text in self.texts()), chain.from_iterable(said)))

    def size_title(self, size: Size) -> str:
        """What a size is called: by the program in the edition's language, or by the campaign's own table."""
        named = self.phrases.get(f"size_{_phrase_of(size)}", size.title)
        return named if size in SIZES else size.title

    def size_use(self, size: Size) -> str:
        """What a size is for, as it is called."""
        named = self.phrases.get(f"size_use_{_phrase_of(size)}", size.use)
        return named if size in SIZES else size.use

    def date(self, day: dt.date) -> str:
        """A day with its weekday, as the language writes it."""
        return self.phrases.date_text(day)


def _phrase_of(size: Size) -> str:
    return size.key.replace("-", "_")


def placing(spec: Callable[..., Place | None], brand: Brand) -> Callable[..., Place | None]:
    """Where a value of the spec is written, as it says, or a logo of the brand."""

    def place(loc: Loc, **narrowed: Any) -> Place | None:
        return brand.logos[str(loc[1])].place if loc[:1] == (LOGO,) else spec(loc, **narrowed)

    return place


def _of_year(name: str, year: int) -> str:
    """A name with its year, which some campaigns have in it."""
    return name if name.endswith(str(year)) else f"{name} {year}"


def slug(text: str, otherwise: str = "campaign") -> str:
    """Lower case, ASCII letters and digits, single hyphens: safe in any file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or otherwise


def addressed(url: str, utm: Utm | None) -> dict[str, str]:
    """An address as a code leads there, and as it is read beside the code."""
    return {"address": counted(url, utm), "address_short": bare_url(url)}


def bare_url(url: str) -> str:
    """A web address as people write it on a poster: in its own letters, no scheme, no last slash."""
    return re.sub(r"^https?://(www\.)?", "", shown_address(url)).rstrip("/")
