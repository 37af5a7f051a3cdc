"""The recipes of docs/ are run as they are written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
import yaml
from fontTools.ttLib import TTFont
from sample_brand import sample_brand
from sample_story import story

from builder import kinds
from builder.brand.read import read_brand
from builder.cli.commands import packbuild
from builder.content.markdown import from_markdown
from builder.content.story import Callout, Heading, ListBlock, Paragraph, words
from builder.kinds.kind import AssetKind
from builder.pack import formats
from builder.pack.edition import Edition
from builder.pack.formats import Format
from builder.phrases import phrases
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


def edited(folder: Path, page: str) -> Path:
    """A copy of the program in which each change of a page is made: `+` added, `-` taken out."""
    for name in ("builder", "brand", "packs", "tests"):
        if not (folder / name).exists():
            shutil.copytree(ROOT / name, folder / name)  # with what Python has compiled
    text = (ROOT / "docs" / page).read_text("utf-8")
    changes = re.findall(r"```diff\n(.*?)```", text, re.DOTALL)
    assert changes, page
    for named in re.split(r"^# ", "".join(changes), flags=re.MULTILINE)[1:]:
        name, _, lines = named.partition("\n")
        file = folder / name
        for old, new in hunks(lines):
            before = file.read_text("utf-8")
            assert before.count(old) == 1 or not old, f"{page}: {name}: {old}"
            file.write_text(before.replace(old, new) if old else before + new, "utf-8")
    return folder


def hunks(lines: str) -> list[tuple[str, str]]:
    """(before, after) of each run of lines that belong together: one ends where a line is added."""
    found, old, new, added = list[tuple[str, str]](), "", "", False
    for line in lines.splitlines(keepends=True):
        if added and line[0] != "+":
            found, old, new = [*found, (old, new)], "", ""
        added = line[0] == "+"
        old += "" if added else line[1:]
        new += "" if line[0] == "-" else line[1:]
    return [*found, (old, new)]


def said(folder: Path, code: str) -> str:
    """What code prints in a copy of the program."""
    command = [sys.executable, "-c", code]
    environment = {"PYTHONPATH": f"{folder}:{folder / 'tests'}", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_field_of_designs_is_a_line_where_it_is_drawn_and_a_row_of_a_test(tmp_path: Path) -> None:
    folder = edited(tmp_path, "add-a-design.md")
    checks = (
        "import test_settings_design as tests\n"
        "tests.test_every_field_has_a_row()\n"
        "brand = tests.sample_brand()\n"
        "drawn = lambda given: tests.made(brand, given, tests.SQUARE)\n"
        "rows = [row for row in tests.CHANGES if row[1].endswith('tracking')]\n"
        "print(len(rows), *(drawn(tests.changed(*row)) != drawn(row[0]) for row in rows))"
    )
    assert said(folder, checks) == "1 True\n"


def test_a_platform_is_a_row_and_a_rule_where_it_counts_in_its_own_way(tmp_path: Path) -> None:
    folder = edited(tmp_path, "add-a-platform.md")
    checks = (
        "from builder.platforms.limits import TEXT_LIMITS\n"
        "from builder.platforms.sizes import SIZES, sizes_named\n"
        "limit = TEXT_LIMITS['forum']; sizes_named([limit.image], SIZES)\n"
        "print(limit.limit, limit.length('See https://example.org/a/very/long/address/of/a/page'))"
    )
    assert said(folder, checks) == "500 27\n"


def test_a_form_of_charts_is_a_row(tmp_path: Path) -> None:
    folder = edited(tmp_path, "change-the-slides.md")
    checks = (
        "import io, re, test_docs, zipfile; from builder.kinds.slides import KIND\n"
        "plans = KIND.plan(test_docs.edition())\n"
        "plan = next(plan for plan in plans if plan.format.ending == 'pptx')\n"
        "file = plan.format.render(plan.content.lay_out().content)\n"
        "deck = zipfile.ZipFile(io.BytesIO(file if isinstance(file, bytes) else file[0]))\n"
        "charts = [name for name in deck.namelist() if re.match('ppt/charts/chart', name)]\n"
        "print([re.findall('grouping val=.(...)', deck.read(name).decode()) for name in charts])"
    )
    spec = folder / "packs/2022.yaml"
    text, layout = spec.read_text("utf-8"), "    - layout: chart\n"
    spec.write_text(text.replace(layout, f"{layout}      chart: stacked\n"), "utf-8")
    assert said(folder, checks) == "[['sta']]\n"


def test_a_script_is_a_row(tmp_path: Path) -> None:
    folder = edited(tmp_path, "add-a-language.md")
    code = "from builder.text.scripts import script_of; print(script_of('ⵣ').code)"
    assert said(folder, code) == "Tfng\n"


def renamed(font: Path, file: Path) -> None:
    """A font that stands in for another: it calls itself by the name of its file, and is as bold."""
    stand_in = TTFont(font)
    stand_in["OS/2"].usWeightClass = 700 if "Bold" in file.stem else 400
    for name in stand_in["name"].names:
        if name.nameID == 6:
            name.string = file.stem
    stand_in.save(file)


@pytest.mark.parametrize("page", ["add-a-language.md", "your-own-campaign.md"])
def test_what_a_page_writes_into_a_brand_is_read(tmp_path: Path, page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    parts = re.findall(r"```yaml\n(typography:.*?)```", text, re.DOTALL)
    assert parts
    for number, written in enumerate(parts):
        own, folder = yaml.safe_load(written), tmp_path / str(number)
        shutil.copytree(ROOT / "brand", folder)
        usual = yaml.safe_load((folder / "_brand.yml").read_text("utf-8"))
        for family in own["typography"].get("fonts", ()):
            for font in family["files"]:
                file = folder / (font if isinstance(font, str) else font["path"])
                file.parent.mkdir(exist_ok=True)
                renamed(folder / "fonts/noto-sans/NotoSans-Regular.ttf", file)
        (folder / "_brand.yml").write_text(yaml.safe_dump(with_(usual, own)), "utf-8")
        brand, before = read_brand(folder, "brand"), read_brand(ROOT / "brand", "brand")
        assert brand.fonts != before.fonts or "fonts" not in own["typography"]
        assert (brand.paper, brand.families) != (before.paper, before.families) or "defaults" not in own


def with_(usual: Any, own: Any) -> Any:
    """Data with what a page writes into it: mappings grow, lists too."""
    if isinstance(usual, dict) and isinstance(own, dict):
        return {
            **usual,
            **{key: with_(usual[key], value) if key in usual else value for key, value in own.items()},
        }
    return usual + own if isinstance(usual, list) else own


def test_the_plan_of_the_house_names_what_stands() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_.]+)*/?(?:\.py)?)`", text))
    paths = {name for name in named if "/" in name}
    assert len(paths) > 20
    roots = (ROOT, ROOT / "builder", ROOT / "builder/text")
    assert {
        path
        for path in paths
        if not any((root / path).exists() or (root / f"{path}.py").exists() for root in roots)
    } == set()


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


def test_a_kind_plans_files_of_the_format(tmp_path: Path) -> None:
    folder = edited(tmp_path, "add-a-format.md")
    for path, code in blocks("add-a-format.md").items():
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(code)
    checks = (
        "import test_docs; from builder.kinds.guide import KIND\n"
        "print(*(plan.path.rpartition('_')[2] for plan in KIND.gather(test_docs.edition(), ())))"
    )
    assert said(folder, checks) == "en.pdf en.md en.docx\n"


def test_a_kind_is_a_file_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    (path, code), (registry, line) = blocks("add-a-kind.md").items()
    kind = module(path, code, monkeypatch).KIND
    assert (ROOT / registry).samefile(str(kinds.__file__))
    assert isinstance(kind, AssetKind)
    assert line.strip().startswith(f'"{kind.name}": "{path.removesuffix(".py").replace("/", ".")}"')
    (plan,) = kind.plan(edition())
    assert plan.path == "copy/imhaw-2022_hashtags_en.txt"
    rendered = plan.format.render(plan.content)
    assert isinstance(rendered, bytes)
    assert rendered.startswith(b"#UnderstandingEarlyTrauma\r\n#IMHAW22\r\n")


def edition() -> Edition:
    version = read_spec(ROOT / "packs/2022.yaml", ROOT).versions[0]
    brand = sample_brand()
    said = phrases(version.language)
    return Edition(version.spec, brand, version.language, said, ROOT / "packs", version.source.place)


def test_the_commands_for_looking_while_one_writes_are_those_of_the_readme(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8").partition("## See it while you write")[2]
    commands = [line.partition("#")[0].split()[1:] for line in text.partition("```\n")[0].splitlines()[3:]]
    assert [command[0] for command in commands] == ["preview", "watch", "show"]
    for name in ("packs", "brand"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name, *arguments in commands:
        known = packbuild.get_command(click.Context(packbuild), name)
        assert known
        context = known.make_context(name, [*arguments, "--root", str(tmp_path)])
        if name == "show":
            known.invoke(context)
    (drawn,) = (tmp_path / "output/show").iterdir()
    assert "message-relationships_story_1080x1920" in drawn.name
