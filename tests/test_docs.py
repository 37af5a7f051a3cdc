"""The recipes of docs/ are run as they are written."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from sample_story import story

from builder import kinds
from builder.brand.read import read_brand
from builder.content.markdown import from_markdown
from builder.content.story import Callout, Heading, ListBlock, Paragraph, words
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition
from builder.phrases import phrases
from builder.render import formats
from builder.render.formats import Format
from builder.spec.read import read_spec

ROOT = Path(__file__).parent.parent


def blocks(page: str) -> dict[str, str]:
    """The Python of a page by the file that it belongs to, as its first line says."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    written = re.findall(r"```python\n# (\S+\.py)\n(.*?)```", text, re.DOTALL)
    assert written, page
    return dict(written)


def module(path: str, code: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A file of a page, as if it lay where the page says."""
    assert not (ROOT / path).exists(), path
    name = path.removesuffix(".py").replace("/", ".")
    made = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, made)
    exec(compile(code, path, "exec"), vars(made))
    return made


def test_a_format_is_a_renderer_and_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    (path, renderer), (table, row) = blocks("add-a-format.md").items()
    module(path, renderer, monkeypatch)
    assert (ROOT / table).samefile(str(formats.__file__))
    known = dict(vars(formats))
    exec(row, known)
    (added,) = (value for name, value in known.items() if name not in vars(formats))
    assert isinstance(added, Format)
    told = story(
        Heading(1, words("Tea")),
        *from_markdown("Drink **it**.\n\n* hot\n* with\n\n  milk"),
        Callout((ListBlock(((Paragraph(words("salt")),),)),), "Never"),
    )
    assert added.render(told, date="2022-06-13") == (
        b"# Tea\n\nDrink it.\n\n- hot\n- with\n  milk\n\nNever\n\n- salt\n"
    )


def test_a_kind_is_a_file_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    (path, code), (registry, line) = blocks("add-a-kind.md").items()
    kind = module(path, code, monkeypatch).KIND
    assert (ROOT / registry).samefile(str(kinds.__file__))
    assert isinstance(kind, AssetKind)
    assert line.strip().startswith(f'"{kind.name}": "{path.removesuffix(".py").replace("/", ".")}"')
    (plan,) = kind.plan(edition())
    assert plan.path == "copy/imhaw-2022_hashtags_en.txt"
    assert plan.format.render(plan.content).startswith(b"#UnderstandingEarlyTrauma\r\n")


def edition() -> Edition:
    version = read_spec(ROOT / "packs/2022.yaml", ROOT).versions[0]
    brand = read_brand(ROOT / "brand", "brand")
    said = phrases(version.language)
    return Edition(version.spec, brand, version.language, said, ROOT / "packs", version.source.place)
