"""The program where the system has what Windows has: no modules, calls and signals of POSIX.

What is missing there is taken away from this Python, which then imports every module and builds a pack.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

BASE = Path(__file__).parent / "fuzz/base"
MISSING = """\
import os, signal, sys, types

class Missing:
    gone = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "posix_spawn"}

    def find_spec(self, name, path=None, target=None):
        if name in self.gone:
            raise ModuleNotFoundError(f"{name} is none of Windows", name=name)

import multiprocessing.connection, shutil, tempfile, subprocess, zoneinfo, ctypes  # Python's own ask for some
for name in Missing.gone:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
for name in ("SIGHUP", "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGPIPE", "SIGQUIT", "alarm",
             "setitimer", "pthread_kill", "pthread_sigmask", "sigwait"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fork", "forkpty", "getuid", "geteuid", "getgid", "mkfifo", "mknod", "chown", "lchown", "nice",
             "setsid", "killpg", "getpgid", "sched_getaffinity", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC",
             "register_at_fork", "statvfs", "sync", "fdatasync", "posix_fadvise", "getloadavg",
             "wait", "WNOHANG"):
    if hasattr(os, name):
        delattr(os, name)
"""
IMPORTS = """
import importlib, pkgutil, builder
for module in pkgutil.walk_packages(builder.__path__, "builder."):
    importlib.import_module(module.name)
"""
BUILDS = """
locked = []
msvcrt = types.ModuleType("msvcrt")
msvcrt.LK_LOCK, msvcrt.locking = 1, lambda *asked: locked.append(asked)
sys.modules["msvcrt"] = msvcrt
import builder.cli.commands  # what libraries it needs, they import as what they are
import importlib, pkgutil, builder
for module in pkgutil.walk_packages(builder.__path__, "builder."):
    importlib.import_module(module.name)
sys.platform = "win32"
import multiprocessing
multiprocessing.get_start_method = lambda: "spawn"
import builder.output.workers as workers
workers.get_start_method = multiprocessing.get_start_method
try:
    sys.argv = ["packbuild", "2024", "-q", "-j1", "--only", "copy", "--only", "social", "--size", "story"]
    builder.cli.main()
except SystemExit as end:
    assert not end.code, end.code
assert [(kind, size) for _, kind, size in locked] == [(1, 1)], locked
"""


def run(code: str, folder: Path) -> str:
    call = [sys.executable, "-c", MISSING + code]
    done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stderr if done.returncode else ""


def test_every_module_is_imported_without_what_only_posix_has(tmp_path: Path) -> None:
    assert run(IMPORTS, tmp_path) == ""


def test_a_pack_is_built_without_what_only_posix_has(tmp_path: Path) -> None:
    for part in ("packs", "brand"):
        shutil.copytree(BASE / part, tmp_path / part)
    assert run(BUILDS, tmp_path) == ""
    assert {path.name for path in (tmp_path / "output").iterdir()} == {
        ".2024-part.sha256",
        ".cache",
        ".lock",
        "2024-part",
    }
