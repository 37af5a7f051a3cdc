"""Kinds that other packages bring, by an entry point."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.commands import packbuild as command
from builder.errors import Faults
from builder.kinds import KINDS, kind_names, kinds_named
from builder.output.key import program
from builder.pipeline.build import build, check
from builder.pipeline.request import Request

ROOT = Path(__file__).parent.parent
TAGS = """
from builder.content.story import Paragraph, words
from builder.kinds.kind import AssetKind
from builder.pack.plan import Plan
from builder.pack.formats import Format

SHOUT = Format("{module}:render", "text/plain", "txt", "TXT")

def render(content):
    return content.upper().encode()

def plan(edition):
    yield Plan(kind="{name}", path=edition.path("more", "tags", SHOUT), title="Tags", format=SHOUT,
               content=edition.spec.theme.hashtag, language=edition.language)

KIND = AssetKind(name="{name}", help="tags, aloud", plan=plan)
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install a package that brings a kind of a name, with this code."""

    def _install(package: str, name: str, code: str = TAGS, value: str = "") -> None:
        folder = tmp_path / package
        told = folder / f"{package}-1.0.dist-info"
        told.mkdir(parents=True)
        (folder / f"{package}_code.py").write_text(code.format(name=name, module=f"{package}_code"))
        (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        value = value or f"{package}_code:KIND"
        (told / "entry_points.txt").write_text(f"[packbuild.kinds]\n{name} = {value}\n")
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.delitem(sys.modules, f"{package}_code", raising=False)

    return _install


def faults(*names: str) -> list[str]:
    with pytest.raises(Faults) as raised:
        kinds_named(names)
    return [problem.message for problem in raised.value.problems]


def test_kinds_of_others_follow_ours_by_name(install) -> None:
    install("zebra", "aloud")
    install("ant", "zest")
    assert kind_names() == (*KINDS, "aloud", "zest")
    assert [kind.name for kind in kinds_named(["zest", "guide", "aloud"])] == ["guide", "aloud", "zest"]


def test_its_files_join_the_pack_in_a_format_of_its_own(install, tmp_path: Path) -> None:
    install("zebra", "aloud")
    asked = Request(
        spec=ROOT / "packs/2022.yaml", brand=ROOT / "brand", output=tmp_path / "output", root=ROOT,
        only=("aloud",), languages=("en",),
    )  # fmt: skip
    built = build(asked, lambda _: None, lambda *_: None)
    assert [(asset.plan.path, asset.file.data) for asset in built.assets] == [
        ("more/imhaw-2022_tags_en.txt", b"#UNDERSTANDINGEARLYTRAUMA")
    ]


def test_its_code_decides_the_key_of_what_is_made(
    install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.output.key.trusted_program", lambda: "")  # as an earlier run may know it
    uncached = program.__wrapped__
    without = uncached()
    install("zebra", "aloud")
    before = uncached()
    (tmp_path / "zebra/zebra_code.py").write_text("KIND = 5\n")
    assert len({without, before, uncached()}) == 3


def test_a_name_can_be_taken_once(install) -> None:
    install("zebra", "posters")
    install("ant", "aloud")
    install("bee", "aloud")
    assert faults("calendar") == [
        "the packages packbuild and zebra have a kind `posters` each",
        "the packages ant and bee have a kind `aloud` each",
    ]


@pytest.mark.parametrize(
    ("code", "value", "why"),
    [
        ("import nothing_of_the_sort", "", "ModuleNotFoundError: No module named 'nothing_of_the_sort'"),
        ("", "", "AttributeError: module 'zebra_code' has no attribute 'KIND'"),
        ("KIND = 5", "", "TypeError: zebra_code:KIND is no AssetKind"),
        (TAGS.replace("{name}", "loud"), "", "ValueError: zebra_code:KIND calls itself `loud`"),
        ("raise SystemError('no')", "", "SystemError: no"),
    ],
)
def test_what_cannot_be_used_is_told(install, code: str, value: str, why: str) -> None:
    install("zebra", "aloud", code, value)
    assert faults() == [f"the kind `aloud` of the package zebra cannot be used: {why}"]
    assert [kind.name for kind in kinds_named(["guide"])] == ["guide"]
    listing = CliRunner().invoke(command, ["list", "kinds"])
    assert listing.exit_code == 1
    assert why in listing.output
    assert "Traceback" not in listing.output


@pytest.mark.parametrize(
    "how",
    ["plan=plan", "plan=lambda _: (), gather=lambda edition, _: plan(edition)",
     "plan=lambda _: (), unite=lambda editions: plan(editions[0][0])"],
)  # fmt: skip
def test_a_plan_of_another_kind_is_told_and_not_dropped(install, tmp_path: Path, how: str) -> None:
    code = TAGS.replace('kind="{name}"', 'kind="loud"').replace("plan=plan", how)
    install("zebra", "aloud", code)
    asked = Request(
        spec=ROOT / "packs/2022.yaml", brand=ROOT / "brand", output=tmp_path / "output", root=ROOT,
        only=("aloud",), languages=("en",),
    )  # fmt: skip
    with pytest.raises(Faults) as raised:
        check(asked)
    assert [(problem.message, problem.hint) for problem in raised.value.problems] == [
        (
            "the kind `aloud` plans the file `more/imhaw-2022_tags_en.txt` as one of a kind `loud`",
            'its makers must write `kind="aloud"` in that Plan',
        )
    ]
