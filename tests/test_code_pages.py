"""What is printed reaches consoles and pipes whose code page lacks some of its signs, as on Windows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.commands import packbuild

BASE = Path(__file__).parent / "fuzz/base"
PAGES = {
    "a pipe on Windows": {"PYTHONIOENCODING": "cp1252"},
    "an old console": {"PYTHONIOENCODING": "cp437"},
    "nothing set": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "/dev/null"},
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with a fault, of whose words no code page of Windows has all signs; its brand is known."""
    root = tmp_path_factory.mktemp("signs")
    for part in ("packs", "brand"):
        shutil.copytree(BASE / part, root / part)
    read = CliRunner().invoke(packbuild, ["2024", "--only", "calendar", "--root", str(root), "--quiet"])
    assert read.exit_code == 0, read.output
    spec = root / "packs/2024.yaml"
    text = spec.read_text("utf-8").replace("street.jpg", "希é→💚.jpg")
    spec.write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    """Each code page in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def campaign(known: Path, page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The campaign, of which nothing was told in another code page."""
    return Path(shutil.copytree(known, tmp_path_factory.mktemp("page") / "campaign"))


def said(root: Path, page: str, *arguments: str) -> tuple[int, bytes, bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"} | PAGES[page]
    call = [sys.executable, "-c", "from builder.cli import main; main()", *arguments]
    run = subprocess.run(call, cwd=root, env=environment, capture_output=True, check=False)
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize("form", ["text", "github"])
def test_faults_are_told_in_any_code_page(campaign: Path, page: str, form: str) -> None:
    code, out, err = said(campaign, page, "check", "2024", "--format", form)
    assert code == 1
    assert b"Traceback" not in out + err
    assert (b"set PYTHONUTF8=1" in out + err) == (page == "nothing set")  # where no name can be that one
    told = "希é→💚" if page == "nothing set" else r"\u5e0cé\u2192\ud83d\udc9a"
    assert told.encode(PAGES[page].get("PYTHONIOENCODING", "utf-8")) in out + err
    assert (code, out, err) == said(campaign, page, "check", "2024", "--format", form)  # what is remembered


def test_what_programs_read_is_read_by_them_whatever_the_code_page(campaign: Path, page: str) -> None:
    _, out, err = said(campaign, page, "check", "2024", "--format", "json")
    assert any("希é→💚" in problem["message"] for problem in json.loads(out))
    assert err == b""
    _, out, _ = said(campaign, page, "schema")
    assert json.loads(out)["properties"]


def test_lists_and_pages_are_printed_in_any_code_page(campaign: Path, page: str) -> None:
    for arguments in (("list", "phrases"), ("docs", "fields-of-a-spec"), ("--help",)):
        code, out, err = said(campaign, page, *arguments)
        assert (code, err) == (0, b"")
        assert out


def test_a_name_that_is_no_text_is_told(known: Path, tmp_path: Path) -> None:
    """A file's name may be bytes of another code page, which no text of today's has."""
    root = Path(shutil.copytree(known, tmp_path / "copy"))
    try:
        Path(os.fsdecode(os.fsencode(root / "brand/art") + b"/b\xe4d.jpg")).write_bytes(b"")
    except OSError:
        return  # a system whose names are all texts
    code, out, err = said(root, "a pipe on Windows", "check", "2024")
    assert code == 1
    assert b"Traceback" not in out + err
    assert b"art/b" in err
