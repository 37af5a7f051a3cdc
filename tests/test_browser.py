"""The start page in a real browser, opened from a folder: axe-core's rules, and every button pressed."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from programs import missing
from sample_packs import SamplePack
from test_command import COMMAND, campaign

from builder.cli.commands import packbuild

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "tests/browser"
MODULES = ROOT / ".ci/node_modules/playwright-core"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
EDITIONS = {"2022": ("en", "cy"), "german": ("de",), "urdu": ("ur",), "bengali": ("bn",)}

pytestmark = pytest.mark.programs


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser; npm ci --prefix .ci brings what drives it."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        missing("chromium")
    if shutil.which("node") is None or not MODULES.is_dir():
        missing("playwright-core for node")
    return str(found)


def start_page(pack: SamplePack) -> Path:
    """The page of a pack, beside some of the pack's files."""
    return pack.built("start", "copy", "email", "logos") / "start-here.html"


def run(chromium: str, script: str, *arguments: str | Path) -> None:
    command = ["node", SCRIPTS / script, *arguments]
    environment = {**os.environ, "CHROMIUM": chromium}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_axe_finds_nothing_on_a_brand_sheet(chromium: str, tmp_path: Path) -> None:
    """Colours are shown as the brand has them, not all at level AAA; what scrolls is reached by keys."""
    result = CliRunner().invoke(packbuild, ["brand", "--brand", str(ROOT / "brand"), "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    shown = "--without=color-contrast-enhanced,focus-order-semantics"
    run(chromium, "accessibility.mjs", tmp_path / "brand/brand-sheet.html", "colour", shown)


@pytest.mark.parametrize("name", EDITIONS)
def test_axe_finds_nothing(chromium: str, name: str, packs: dict[str, SamplePack]) -> None:
    run(chromium, "accessibility.mjs", start_page(packs[name]), *EDITIONS[name])


def test_every_button_does_what_it_says(chromium: str, packs: dict[str, SamplePack]) -> None:
    run(chromium, "buttons.mjs", start_page(packs["2022"]), "en", "cy")


def test_the_preview_shows_each_save_to_its_own_page_and_to_no_other(chromium: str, tmp_path: Path) -> None:
    root = campaign(tmp_path)
    # A shell has what it starts in the background, and all that this starts, ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [*COMMAND, "preview", "2024"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as preview:
        try:
            assert preview.stdout
            address = preview.stdout.readline().split()[-1]
            run(chromium, "preview.mjs", address, root / "packs/2024.yaml")
            assert not (root / "output/2024").exists()
        finally:
            preview.send_signal(signal.SIGINT)
    assert preview.returncode == 0
