"""Campaigns to be tried: those that Hypothesis writes, and those of the repository with something changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from hypothesis import strategies as st

from builder.brand.brandfile import BrandFile
from builder.brand.design import Design
from builder.brand.slides import SlideSet
from builder.kinds import KINDS
from builder.record import Record, replace
from builder.spec.model import Spec
from tests.fuzz import mutated
from tests.fuzz.written import grafted, written

ROOT = Path(__file__).parent.parent.parent
BASE = Path(__file__).parent / "base"
WHOLE = Path(__file__).parent / "whole/2024.yaml"  # in which nearly every field of a spec is written
YEAR = 2024
How = Literal["read", "checked", "built"]
_SPECS = (*ROOT.glob("packs/20??.yaml"), *ROOT.glob("tests/packs/*/packs/20??.yaml"))
_LOOKS = ROOT / "builder/looks"


class Campaign(Record):
    """A campaign's files, by their paths in its folder; what is not there is that of the base."""

    files: Mapping[str, bytes]
    how: How = "checked"
    kind: str = "social"  # the kind of which files are checked or built
    broken: bool = False  # whether a fault must be told
    packs: Path = BASE / "packs"  # where the other files of the spec are
    brand: Path = BASE / "brand"  # and those of the brand


def campaigns(*makers: str) -> st.SearchStrategy[Campaign]:
    """Campaigns of these makers (keys of `MAKERS`), or of all."""
    return st.one_of([MAKERS[name]() for name in makers or MAKERS])


_SHARES: tuple[How, ...] = ("read", "read", "checked", "checked", "checked", "built")
_HOW = st.sampled_from(_SHARES)
_KINDS = st.sampled_from(("social", *KINDS))


@st.composite
def _of_models(draw: st.DrawFn, model: type[Any], path: str, sound: Path) -> Campaign:
    """A file that is written from its model, or one of the base with parts of such; a tenth is broken."""
    is_new = draw(st.integers(0, 3)) == 0  # else most of what is of sense stays, so that more of it is built
    own = draw(written(model) if is_new else grafted(model, _sound(sound)))
    if model is Spec and draw(st.integers(0, 9)):
        own["languages"] = own.get("languages", ["en-GB"])[:1]  # others need a file of their own
    is_broken = draw(st.integers(0, 9)) == 0
    if is_broken:
        own = mutated.broken(draw(mutated.seeds), own)
    data = _as_yaml(own)
    kind = (
        "slides" if model is SlideSet else draw(_KINDS if model in (Spec, BrandFile) else st.just("social"))
    )
    return Campaign({path: data}, draw(_HOW), kind, broken=is_broken and model is not BrandFile)


@st.composite
def _grafted_whole(draw: st.DrawFn) -> Campaign:
    """A spec with all fields, of which a few, or many, are written anew."""
    own = draw(grafted(Spec, _sound(WHOLE)))
    for _ in range(draw(st.sampled_from((0, 0, 0, 3)))):
        own = draw(grafted(Spec, own))
    own["languages"] = own.get("languages", ["en-GB"])[:1]
    return Campaign({_PLACES["spec"]: _as_yaml(own)}, draw(_HOW), draw(_KINDS))


@st.composite
def _grafted_design(draw: st.DrawFn) -> Campaign:
    """A design of a look with parts written anew, for that spec."""
    original = draw(st.sampled_from(_originals("design")))
    own = draw(grafted(Design, _sound(original)))
    spec = _sound(WHOLE) | {"look": original.parent.parent.name}
    files = {_PLACES["spec"]: _as_yaml(spec), f"brand/designs/{original.name}": _as_yaml(own)}
    name = original.stem.removesuffix("-photo")
    return Campaign(files, draw(_HOW), _DRAWN_BY.get(name.partition("-")[0], "social"))


_DRAWN_BY = {
    "guide": "guide", "chapter": "guide", "poster": "posters", "tear": "posters", "leaflet": "leaflet",
    "activity": "activity", "certificate": "certificate", "infographic": "infographic", "pledge": "pledge",
    "carousel": "carousel", "background": "backgrounds",
}  # fmt: skip


class _Plain(yaml.SafeDumper):
    """Writes what stands in two places twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _as_yaml(data: Any) -> bytes:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False).encode(
        "utf-8", "surrogatepass"
    )


@cache
def _sound(path: Path) -> dict[str, Any]:
    """A file in which all is of sense, as plain texts."""
    data: dict[str, Any] = _texts(path.read_text("utf-8"))
    return data


def _texts(data: str) -> Any:
    return yaml.load(data, yaml.BaseLoader)


@cache
def _originals(what: str) -> tuple[Path, ...]:
    """The files of the repository of one sort."""
    found = {
        "spec": _SPECS,
        "whole": (WHOLE,),
        "design": _LOOKS.glob("*/designs/*.yaml"),
        "slides": _LOOKS.glob("*/slides.yaml"),
        "brand": (BASE / "brand/_brand.yml", *ROOT.glob("tests/brands/[nrs]*/_brand.yml")),
        "drawing": (
            *_LOOKS.glob("*/art/*.svg"),
            *ROOT.glob("brand/logos/*.svg"),
            *ROOT.glob("tests/svg/*.svg"),
        ),
        "font": ROOT.glob("brand/fonts/*/*.[otw]*"),
        "picture": (
            *ROOT.glob("packs/photos/*"),
            *ROOT.glob("brand/logos/*.png"),
            *ROOT.glob("tests/photos/*"),
        ),
        "table": (
            *ROOT.glob("tests/bad/*.csv"),
            *ROOT.glob("tests/packs/*/packs/*.csv"),
            *ROOT.glob("builder/platforms/*.csv"),
        ),
    }[what]
    return tuple(sorted(path for path in found if path.stat().st_size < 1_000_000))


_PLACES = {
    "spec": f"packs/{YEAR}.yaml",
    "slides": "brand/slides.yaml",
    "brand": "brand/_brand.yml",
    "drawing": "brand/art/own.svg",
    "table": "brand/sizes.csv",
}


@st.composite
def _changed(draw: st.DrawFn, what: str) -> Campaign:
    """A file of the repository with something changed in it."""
    original, dice = draw(st.sampled_from(_originals(what))), draw(mutated.seeds)
    path = _PLACES.get(what) or f"brand/designs/{original.name}"
    if what in ("spec", "whole"):
        path = f"packs/{original.name}"
    written_ = original.read_text("utf-8")
    if original.suffix in (".yaml", ".yml") and draw(st.booleans()):
        changed = _as_yaml(mutated.tree(dice, _texts(written_)))
    else:
        changed = mutated.text(dice, written_).encode("utf-8", "surrogatepass")
    kind = "slides" if what == "slides" else draw(_KINDS)
    made = Campaign({path: changed}, draw(_HOW), kind)
    return (
        replace(made, **{{"spec": "packs", "brand": "brand"}[what]: original.parent})
        if what in ("spec", "brand")
        else made
    )


@st.composite
def _damaged(draw: st.DrawFn, what: str) -> Campaign:
    """A font, a picture or a workbook of which some bytes are others."""
    original, dice = draw(st.sampled_from(_originals(what))), draw(mutated.seeds)
    data = mutated.data(dice, original.read_bytes())
    if what == "font":
        return Campaign({f"brand/fonts/own{original.suffix}": data, "brand/_brand.yml": _with_font(original)})
    path = draw(
        st.sampled_from((f"packs/hands{original.suffix}", "brand/art/own.png", "brand/logos/main.png"))
    )
    return Campaign({path: data}, draw(_HOW))


def _with_font(original: Path) -> bytes:
    own = _sound(BASE / _PLACES["brand"]) | {
        "typography": {
            "fonts": [{"family": "Own", "source": "file", "files": [f"fonts/own{original.suffix}"]}],
            "base": "Own",
        }
    }
    return yaml.safe_dump(own).encode()


MAKERS: Mapping[str, Callable[[], st.SearchStrategy[Campaign]]] = {
    "written-spec": lambda: _of_models(Spec, _PLACES["spec"], BASE / _PLACES["spec"]),
    "written-brand": lambda: _of_models(BrandFile, _PLACES["brand"], BASE / _PLACES["brand"]),
    "written-design": lambda: _of_models(
        Design, "brand/designs/message.yaml", _LOOKS / "embrace/designs/message.yaml"
    ),
    "written-slides": lambda: _of_models(SlideSet, _PLACES["slides"], _LOOKS / "embrace/slides.yaml"),
    "whole-spec": _grafted_whole,
    "whole-design": _grafted_design,
    "changed-whole": lambda: _changed("whole"),
    "changed-spec": lambda: _changed("spec"),
    "changed-brand": lambda: _changed("brand"),
    "changed-design": lambda: _changed("design"),
    "changed-slides": lambda: _changed("slides"),
    "changed-drawing": lambda: _changed("drawing"),
    "changed-table": lambda: _changed("table"),
    "damaged-font": lambda: _damaged("font"),
    "damaged-picture": lambda: _damaged("picture"),
}
