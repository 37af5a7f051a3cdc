"""The start page in a real browser, opened from a folder: axe-core's rules, and every button pressed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from programs import missing

from builder.pipeline.build import Request, build

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "tests/browser"
MODULES = ROOT / ".ci/node_modules/playwright-core"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SPECS = {
    "packs/2022.yaml": ("en", "cy"),
    "tests/packs/urdu/packs/2024.yaml": ("ur",),
    "tests/packs/bengali/packs/2024.yaml": ("bn",),
}

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


def start_page(spec: str, output: Path) -> Path:
    """The page of a pack, beside some of the pack's files."""
    kinds = ("start", "copy", "email", "logos")
    asked = Request(spec=ROOT / spec, brand=ROOT / "brand", output=output, root=ROOT, only=kinds)
    return build(asked, lambda _: None, lambda *_: None).tree / "start-here.html"


def run(chromium: str, script: str, *arguments: str | Path) -> None:
    command = ["node", SCRIPTS / script, *arguments]
    environment = {**os.environ, "CHROMIUM": chromium}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("spec", "editions"), SPECS.items())
def test_axe_finds_nothing(chromium: str, spec: str, editions: tuple[str, ...], tmp_path: Path) -> None:
    run(chromium, "accessibility.mjs", start_page(spec, tmp_path), *editions)


def test_every_button_does_what_it_says(chromium: str, tmp_path: Path) -> None:
    run(chromium, "buttons.mjs", start_page("packs/2022.yaml", tmp_path), "en", "cy")
