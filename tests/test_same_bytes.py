"""The same campaign gives the same bytes, whoever builds it, where and when; and what it opens meanwhile.

As reprotest does, everything that a build might notice differs between two of them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import missing

pytestmark = pytest.mark.programs

ROOT = Path(__file__).parent.parent
CALL = (sys.executable, "-c", "from builder.cli import main; main()", "2024", "-q")
BACKWARDS = """\
import os

listdir, scandir = os.listdir, os.scandir


class Scanned(list):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)


os.listdir = lambda *given: sorted(listdir(*given), reverse=True)
os.scandir = lambda *given: Scanned(sorted(scandir(*given), key=lambda entry: entry.name, reverse=True))
"""


def campaign(folder: Path) -> Path:
    """The base's campaign in a folder, with the times of now."""
    for part in ("packs", "brand"):
        shutil.copytree(ROOT / "tests/fuzz/base" / part, folder / part, copy_function=shutil.copyfile)
    return folder


def built(
    folder: Path, *before: str, mask: int = 0o022, more: tuple[str, ...] = (), **environment: str
) -> bytes:
    """The zip of the campaign, built in a folder by a process of its own."""
    if before and shutil.which(before[0]) is None:
        missing(before[0])
    call, said = [*before, *CALL, *more], os.environ | {"PYTHONPATH": str(ROOT)} | environment
    subprocess.run(call, cwd=folder, env=said, umask=mask, check=True, capture_output=True)
    return (folder / "output/swifts-2024-comms-pack.zip").read_bytes()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = campaign(tmp_path_factory.mktemp("usual"))
    return built(folder, more=("-j1",), PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")


def differing(one: bytes, other: bytes, folder: Path) -> list[str]:
    """The members that are not the same, or nothing if all are."""
    members = []
    for number, data in enumerate((one, other)):
        (folder / f"{number}.zip").write_bytes(data)
        with zipfile.ZipFile(folder / f"{number}.zip") as pack:
            members.append({name: pack.read(name) for name in pack.namelist()})
    names = members[0].keys() | members[1].keys()
    return sorted(name for name in names if members[0].get(name) != members[1].get(name))


def test_nothing_of_who_builds_where_and_when_is_in_a_pack(usual: bytes, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(BACKWARDS, "utf-8")
    folder = campaign(tmp_path / "a folder with a longer name" / "größer")
    said = {
        "PYTHONPATH": os.pathsep.join((str(tmp_path / "site"), str(ROOT))),
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "tr",
        "HOME": str(tmp_path),
        "USER": "somebody",
        "LOGNAME": "somebody",
    }
    cold = built(folder, "faketime", "2031-05-06 07:08:09", mask=0o077, more=("-j2",), **said)
    assert differing(usual, cold, tmp_path) == []
    assert usual == cold
    shutil.rmtree(folder / "output/2024")
    kept = built(folder, more=("-j1",), PYTHONHASHSEED="3", TZ="America/St_Johns")  # with a warm cache
    assert kept == cold


PATHS = re.compile(r'\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]+)".*\) = \d')
# What the system and Python look up for themselves, and the folders (no file in them) in which ReportLab
# looks whether there are fonts.
SYSTEM = re.compile(
    r"/(usr/)?lib(32|64)?/|/usr/local/lib/|/etc/ld\.so|/etc/localtime|/usr/share/(zoneinfo|locale)/|/proc/|/sys/"
    r"|/dev/(null|urandom|shm/)|/usr/share/fonts(/[\w-]+)*$"
)


def opened(log: str, folder: Path) -> Iterator[str]:
    """What was opened that is neither of the campaign nor of the program or the system."""
    own = {str(ROOT), sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix), str(folder)}
    for path in sorted(set(PATHS.findall(log))):
        if path.startswith("/") and not SYSTEM.match(path) and not any(path.startswith(each) for each in own):
            yield path


def test_a_build_opens_nothing_elsewhere_and_connects_to_nothing(usual: bytes, tmp_path: Path) -> None:
    folder, log = campaign(tmp_path / "traced"), tmp_path / "log"
    traced = built(folder, "strace", "-f", "-qq", "-e", "trace=%file,%network", "-o", str(log))
    text = log.read_text("utf-8", "replace")
    assert PATHS.search(text)
    assert list(opened(text, folder)) == []
    assert re.findall(r"^\d+ +(?:socket|connect|bind|sendto|listen)\(.*", text, re.MULTILINE) == []
    assert traced == usual


def test_a_pack_is_built_where_there_is_no_network(usual: bytes, tmp_path: Path) -> None:
    assert built(campaign(tmp_path / "alone"), "unshare", "--net", "--map-root-user") == usual
